"""Memory that was needed for a moment only, such as a long text's while it is cleaned and packed."""

from contextlib import suppress


def give_back() -> None:
    """Give it back to the system, which the C library of Linux does not do by itself."""
    import ctypes  # only here, for it takes time to load

    with suppress(OSError, AttributeError):  # others do
        ctypes.CDLL(None).malloc_trim(0)

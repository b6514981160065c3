"""Memory that was needed for a moment only, such as a long text's while it is cleaned and packed.

The C library of Linux keeps what was freed, in case it asks for that again; elsewhere nothing is done.
"""

from contextlib import suppress

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8  # numbers of mallopt(3)
_LARGE = 128 << 10  # bytes


def keep_few() -> None:
    """From now on give back at once what is large, and have no store of memory for every thread."""
    import ctypes  # only here, for it takes time to load

    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)  # or it would grow with the largest block that was freed
        library.mallopt(_ARENA_MAX, 1)


def give_back() -> None:
    """Give back to the system what is free now."""
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)

"""Standard modules that load a large library where they find it, and do as well without."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(module: str) -> Iterator[None]:
    """Have what is imported here believe that a module is not installed; who needs it imports it later."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]  # documented: importing it fails
    try:
        yield
    finally:
        del sys.modules[module]

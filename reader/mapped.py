"""Bytes in a file without a name, of which memory holds what is looked at.

Nobody else finds such a file, and it goes with the program, however that ends.
"""

from __future__ import annotations

import mmap
import os
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, SupportsIndex, overload

if TYPE_CHECKING:
    from collections import deque

    from typing_extensions import Buffer

_FOLDER = "/var/tmp"  # on a disk, where /tmp may be memory (FHS 3.0, 5.15)
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL
_KEPT = 1 << 18  # bytes that were looked at, those of many screens, until they are let go of


class Mapped(mmap.mmap):
    """Bytes that are read and searched as others are, and held as long as the system has room for them."""

    _seen = 0

    @overload
    def __getitem__(self, at: SupportsIndex, /) -> int: ...
    @overload
    def __getitem__(self, at: slice[Any, Any, Any], /) -> bytes: ...
    def __getitem__(self, at: SupportsIndex | slice[Any, Any, Any], /) -> int | bytes:
        found = super().__getitem__(at)
        self.saw(len(found) if isinstance(found, bytes) else 1)
        return found

    def find(self, sub: Buffer, start: int = 0, end: int = sys.maxsize) -> int:
        """Give the first place in a span, or -1."""
        at = super().find(sub, start, end)
        self.saw((min(end, len(self)) if at < 0 else at) - start)
        return at

    def rfind(self, sub: Buffer, start: int = 0, end: int = sys.maxsize) -> int:
        """Give the last place in a span, or -1."""
        at = super().rfind(sub, start, end)
        self.saw(min(end, len(self)) - (start if at < 0 else at))
        return at

    def count(self, sub: bytes) -> int:
        """Count the places at which some bytes of one line stand."""
        many = start = 0
        while start < len(self):
            end = self.find(b"\n", start + _KEPT) + 1 or len(self)
            many += self[start:end].count(sub)
            start = end
        return many

    def saw(self, many: int) -> None:
        """Be told that some bytes are looked at, now or before the next ones are."""
        self._seen += max(0, many)
        if self._seen > _KEPT:
            self._seen = 0
            self.madvise(mmap.MADV_DONTNEED)


def poured(parts: deque[bytes]) -> Mapped | None:
    """Join bytes in a file, each of which goes as it is written; None where there can be no such file."""
    size = sum(map(len, parts))
    file = _nameless(size)
    if file is None:
        return None
    with file:
        while parts:
            file.write(parts.popleft())
        file.flush()
        return Mapped(file.fileno(), size, access=mmap.ACCESS_READ)


def _nameless(size: int) -> BinaryIO | None:
    """Open a file that has room for some bytes, for nobody else."""
    path = Path(os.environ.get("TMPDIR") or _FOLDER) / f".reader-{os.urandom(8).hex()}"
    with ExitStack() as stack, suppress(OSError, AttributeError):  # a full disk; not on Linux
        file = stack.enter_context(os.fdopen(os.open(path, _NEW, 0o600), "r+b"))
        path.unlink()
        os.posix_fallocate(file.fileno(), 0, size)
        stack.pop_all()
        return file
    return None

"""Bytes in a file, of which memory holds what is looked at."""

from __future__ import annotations

import mmap
import sys
from typing import TYPE_CHECKING, Any, SupportsIndex, overload

if TYPE_CHECKING:
    from typing_extensions import Buffer

_KEPT = 1 << 18  # bytes that were looked at, those of many screens, until they are let go of


class Mapped(mmap.mmap):
    """Bytes that are read and searched as others are, and held as long as the system has room for them."""

    _seen = 0

    @classmethod
    def of(cls, handle: int, size: int) -> Mapped:
        """Give the bytes of an open file, which may then be closed. Raises OSError."""
        return cls(handle, size, access=mmap.ACCESS_READ)

    @overload
    def __getitem__(self, at: SupportsIndex, /) -> int: ...
    @overload
    def __getitem__(self, at: slice[Any, Any, Any], /) -> bytes: ...
    def __getitem__(self, at: SupportsIndex | slice[Any, Any, Any], /) -> int | bytes:
        found = super().__getitem__(at)
        self._saw(len(found) if isinstance(found, bytes) else 1)
        return found

    def find(self, sub: Buffer, start: int = 0, end: int = sys.maxsize) -> int:
        """Give the first place in a span, or -1."""
        at = super().find(sub, start, end)
        self._saw((min(end, len(self)) if at < 0 else at) - start)
        return at

    def rfind(self, sub: Buffer, start: int = 0, end: int = sys.maxsize) -> int:
        """Give the last place in a span, or -1."""
        at = super().rfind(sub, start, end)
        self._saw(min(end, len(self)) - (start if at < 0 else at))
        return at

    def count(self, sub: bytes) -> int:
        """Count the places at which some bytes of one line stand."""
        many = start = 0
        while start < len(self):
            end = self.find(b"\n", start + _KEPT) + 1 or len(self)
            many += self[start:end].count(sub)
            start = end
        return many

    def _saw(self, many: int) -> None:
        """Count bytes that were looked at, and let go of all when they are many."""
        self._seen += max(0, many)
        if self._seen > _KEPT:
            self._seen = 0
            self.madvise(mmap.MADV_DONTNEED)

"""Bytes that come one after another and may be many: then they lie in a file that has no name.

Nobody else finds such a file, and it goes with the program, however that ends.
"""

import os
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from reader.mapped import Mapped

_MANY = 1 << 20  # bytes; fewer stay in memory
_FOLDER = "/var/tmp"  # on a disk, where /tmp may be memory (FHS 3.0, 5.15)
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL


class Spool:
    """Takes bytes, and gives all of them."""

    def __init__(self) -> None:
        self._held: deque[bytes] = deque()
        self._size = 0
        self._file: BinaryIO | None = None
        self._may_write = True

    def add(self, part: bytes) -> None:
        """Take more."""
        self._held.append(part)
        self._size += len(part)
        if self._size >= _MANY and self._may_write:
            self._write()

    def joined(self) -> "bytearray | Mapped":
        """Give all that was added, and have nothing any more."""
        if self._file is None:
            return self._poured()
        from reader.mapped import Mapped

        with self._file as file:
            file.flush()
            return Mapped.of(file.fileno(), self._size)

    def _poured(self) -> bytearray:
        """Join what is in memory, each part of which goes as it is joined: there are never two of all."""
        whole = bytearray(self._size)
        end = 0
        while self._held:
            part = self._held.popleft()
            start, end = end, end + len(part)
            whole[start:end] = part
        return whole

    def _write(self) -> None:
        """Write down what is held, once there is room for it: so none is lost midway."""
        waiting = sum(map(len, self._held))
        written = self._size - waiting
        try:
            file = self._file = self._file or _nameless()
            os.posix_fallocate(file.fileno(), written, waiting)
        except (OSError, AttributeError):  # no folder, a full disk; not on Linux
            self._may_write = False
            if self._file is not None:
                self._take_back(self._file, written)
            return
        while self._held:
            file.write(self._held.popleft())

    def _take_back(self, file: BinaryIO, written: int) -> None:
        with file:
            file.seek(0)
            self._held.appendleft(file.read(written))
        self._file = None


def _nameless() -> BinaryIO:
    """Open a file for nobody else. Raises OSError."""
    path = Path(os.environ.get("TMPDIR") or _FOLDER) / f".reader-{os.urandom(8).hex()}"
    file = os.fdopen(os.open(path, _NEW, 0o600), "r+b")
    path.unlink()
    return file

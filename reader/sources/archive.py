"""Zip archives, as e-books and Word documents are, without their bombs."""

import io
import zipfile

from reader.sources.errors import SourceError

#: Bytes that all read parts of one archive may unpack to.
MOST_BYTES = 100 * 1024 * 1024
_MOST_PARTS = 20_000


class Archive:
    """A zip archive of which no more is unpacked than one article can be."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename: info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeError):
            raise SourceError("is a damaged archive: it cannot be unpacked") from None
        if len(self._parts) > _MOST_PARTS:
            raise SourceError(f"holds more than {_MOST_PARTS} parts: it is no article")
        self._room = MOST_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Unpack a part; KeyError if there is none of that name, :class:`SourceError` if it is too large.

        Sizes are those that the archive claims; Python's zipfile unpacks no more of a part than its claim.
        """
        self._take(self._parts[name].file_size)
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
            raise SourceError("is a damaged or encrypted archive: it cannot be unpacked") from None

    def check_all(self) -> None:
        """Make sure that another library may unpack the whole; :class:`SourceError` if it is too large."""
        self._take(sum(info.file_size for info in self._parts.values()))

    def _take(self, size: int) -> None:
        self._room -= size
        if self._room < 0:
            raise SourceError(f"unpacks to more than {MOST_BYTES >> 20} MB: it is no article")

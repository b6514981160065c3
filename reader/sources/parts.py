"""A long plain text in parts that can be read one after another: as strings, a book is large."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from reader.sources.decoding import unicode_of
from reader.sources.layout import TELLING
from reader.sources.mojibake import mended

_FIRST = 4 * TELLING  # bytes, in which there are enough characters of any writing
_OTHERS = 3 << 16  # bytes; a part has more by what was left of the one before
_BLANK_LINES = (b"\n\n", b"\n\r\n")
_HYPHENS = tuple(hyphen.encode() for hyphen in "-\u2010")


class UndividedError(Exception):
    """A text has no such parts: it must be read as a whole."""


def parts(stream: BinaryIO) -> Iterator[str]:
    """Give the text of a stream of UTF-8, which ends a part at blank lines and nowhere in a divided word.

    Raises :class:`UndividedError`.
    """
    rest = stream.read(_FIRST)
    if unicode_of(rest) not in (None, "utf-8-sig"):
        raise UndividedError
    rest = rest.removeprefix(codecs.BOM_UTF8)
    while more := stream.read(_OTHERS):
        end = _end(rest)
        yield _text(rest[:end])
        rest = rest[end:] + more
    yield _text(rest)


def _end(data: bytes) -> int:
    """Give where the last part of some bytes ends."""
    end = len(data)
    while end > 0:
        end = max(data.rfind(blank, 0, end) for blank in _BLANK_LINES)
        if end > 0 and not data[max(0, end - 16) : end].rstrip().endswith(_HYPHENS):
            return end
    raise UndividedError


def _text(data: bytes) -> str:
    if b"\f" in data:  # sheets of paper: what stands at the top and foot of each is told by all
        raise UndividedError
    try:
        return mended(data.decode())
    except UnicodeDecodeError:
        raise UndividedError from None

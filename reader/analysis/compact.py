"""An analysis as few bytes and back: what the store keeps.

The rows of mentions and quotes as they are held (:mod:`reader.analysis.tables`), actors as JSON, all
compressed; never pickle: bytes from a disk must not be able to do anything. To pack a book takes no more than
a few copies, so that a thread that does it holds up no key.
"""

import json
import sys
import zlib
from array import array
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import accumulate, chain
from operator import sub
from struct import Struct
from typing import Any, TypeVar

from reader.analysis.columns import Names, Table
from reader.analysis.findings import Actor, ActorKind, Analysis, Span, Tie
from reader.analysis.tables import Mentions, Quotes

#: The number of the format; bytes of another one are not read.
FORMAT = 6

T = TypeVar("T", bound=Table[Any])

_LEVEL = 6
_LARGEST = 1 << 28  # bytes, thirty times what a million words give: beyond it the bytes are broken
_TIES = Actor._fields.index("ties")
_LENGTH = Struct("<I")
#: What reading other bytes than ours may raise.
_BROKEN = (
    *(zlib.error, ValueError, LookupError, TypeError, AttributeError),
    *(OverflowError, RecursionError, StopIteration),
)


def pack(analysis: Analysis) -> bytes:
    """Give an analysis as bytes."""
    deflater = zlib.compressobj(_LEVEL)
    packed = [deflater.compress(piece) for piece in _pieces(analysis)]
    return b"".join([*packed, deflater.flush()])


def _pieces(analysis: Analysis) -> Iterator[bytes | bytearray]:
    """Give it piece by piece: keys may come between, and of a book all would be some megabytes."""
    yield from _json([FORMAT, len(analysis.actors)])
    for key, actor in analysis.actors.items():
        yield from _json([key, *actor[:_TIES], _ties(actor), actor.named])
    for table in _tables(_held(analysis.mentions, Mentions), _held(analysis.quotes, Quotes)):
        yield from _columns(table)


def _tables(mentions: Mentions, quotes: Quotes) -> tuple[Table[Any], ...]:
    return mentions, quotes, quotes.segments, quotes.asides


def _held(items: Sequence[Any], table: type[T]) -> T:
    return items if isinstance(items, table) else table.of(items)


def unpack(data: bytes) -> Analysis:
    """Give the analysis that was packed; raises ValueError where the bytes are none of ours."""
    try:
        inflater = zlib.decompressobj()
        parts = _parts(inflater.decompress(data, _LARGEST))
        if not inflater.eof:
            raise ValueError("cut short")
        form, count = json.loads(next(parts))
        if form != FORMAT:
            raise ValueError("of another format")
        actors = dict(_actor(json.loads(next(parts))) for _ in range(count))
        mentions, quotes = Mentions(), Quotes()
        for table in _tables(mentions, quotes):
            _fill(table, parts)
        if not (mentions.is_sound() and quotes.is_sound()):
            raise ValueError("not in order")
        return Analysis(actors, mentions, quotes)
    except _BROKEN as error:
        raise ValueError(f"not an analysis: {error!r}") from error


def _parts(data: bytes) -> Iterator[bytes]:
    stream = BytesIO(data)
    while head := stream.read(_LENGTH.size):
        if len(head) < _LENGTH.size:
            raise ValueError("cut short")
        yield stream.read(_LENGTH.unpack(head)[0])


def _columns(table: Table[Any]) -> Iterator[bytes | bytearray]:
    """Give names, the distances between keys, and rows."""
    distances = array(table.code, map(sub, table.keys, chain([0], table.keys)))
    if sys.byteorder == "big":
        distances.byteswap()
    yield from _json(table.names.names)
    yield from _turned(distances.tobytes(), distances.itemsize)
    yield from _turned(table.rows, table.row.size)


def _fill(table: Table[Any], parts: Iterator[bytes]) -> None:
    names = json.loads(next(parts))
    if not all(isinstance(name, str) for name in names):
        raise ValueError("nameless")
    table.names = Names(names)
    distances = array(table.code, _turned_back(next(parts), table.keys.itemsize))
    if sys.byteorder == "big":
        distances.byteswap()
    table.keys = array(table.code, accumulate(distances))
    table.rows = bytearray(_turned_back(next(parts), table.row.size))


def _turned(rows: bytes | bytearray, size: int) -> Iterator[bytes | bytearray]:
    """Put the first bytes of all rows first, then the second ones: what is alike lies together."""
    yield _LENGTH.pack(len(rows))
    yield from (rows[at::size] for at in range(size))


def _turned_back(columns: bytes, size: int) -> bytes:
    rows = bytearray(len(columns))
    count = len(columns) // size
    for at in range(size):
        rows[at::size] = columns[at * count : (at + 1) * count]
    return bytes(rows)


def _json(what: object) -> Iterator[bytes]:
    data = json.dumps(what, separators=(",", ":")).encode()
    yield from (_LENGTH.pack(len(data)), data)


def _actor(row: list[Any]) -> tuple[str, Actor]:
    key, actor, name, kind, country, aliases, roles, ties, named = row
    tied = tuple(Tie(other, Span(*words), speaks) for other, words, speaks in ties)
    return key, Actor(actor, name, ActorKind(kind), country, tuple(aliases), tuple(roles), tied, named)


def _ties(actor: Actor) -> list[Any]:
    return [[tie.other, [*tie.words], tie.speaks] for tie in actor.ties]

"""What the screen and its worker tell one another: objects over a pipe, each behind its length.

Both ends are this program, so unpickling is safe.
"""

from __future__ import annotations

import pickle
import struct
import sys
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from reader.analysis.findings import Findings, Span
from reader.article import Article

if TYPE_CHECKING:  # the worker does without asyncio
    from asyncio import StreamReader
    from collections.abc import Iterator

#: How a worker is started; -P: it imports nothing from the current folder.
COMMAND = (sys.executable, "-P", "-m", "reader.analysis.worker")

_HEAD = struct.Struct("!II")  # length of the object's bytes, and how many times large ones follow
_LENGTH = struct.Struct("!I")  # of such bytes
_PIECE = 1 << 19  # bytes; of fewer, who reads would wait for each


class Request(NamedTuple):
    """What is to be understood, by which pipeline (None: ours), and on how many threads.

    Who asks again before all is answered gives the request another `number`, and the one before is dropped.
    """

    article: Article
    model: str | None = None
    threads: int = 2
    number: int = 0


class Stop(NamedTuple):
    """The request of this number is to be dropped."""

    number: int


class Look(NamedTuple):
    """Where the reader looks: a span of the text of the article with the key `article`."""

    article: str
    span: Span


class Failure(NamedTuple):
    """The analysis could not go on; `reason` is one line. What is `lasting` fails with every article."""

    reason: str
    lasting: bool = False


class Answer(NamedTuple):
    """What comes of the request of this number."""

    number: int
    what: Findings | Failure


def pack(what: object) -> bytes:
    """Give the frame of an object."""
    return b"".join(pieces(what))


def pieces(what: object) -> Iterator[bytes | memoryview]:
    """Give the frame of an object piece by piece; what is large, as the text of a book, is not copied."""
    large: list[pickle.PickleBuffer] = []
    body = pickle.dumps(what, pickle.HIGHEST_PROTOCOL, buffer_callback=large.append)
    yield _HEAD.pack(len(body), len(large)) + body
    for each in large:
        raw = each.raw()
        yield _LENGTH.pack(len(raw))
        yield from (raw[at : at + _PIECE] for at in range(0, len(raw), _PIECE))


def read(pipe: BinaryIO) -> Any:
    """Read an object; raises EOFError at the end of the pipe, in the midst of a frame too."""
    length, count = _HEAD.unpack(_exactly(pipe, _HEAD.size))
    body = _exactly(pipe, length)
    large = [_exactly(pipe, _LENGTH.unpack(_exactly(pipe, _LENGTH.size))[0]) for _ in range(count)]
    return pickle.loads(body, buffers=large)


def _exactly(pipe: BinaryIO, length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return data


async def receive(pipe: StreamReader) -> Any:
    """Read an object in which nothing is large, without holding up the loop; raises EOFError as well."""
    length, _ = _HEAD.unpack(await pipe.readexactly(_HEAD.size))
    return pickle.loads(await pipe.readexactly(length))

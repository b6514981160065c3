"""What the screen and its worker tell one another: objects over a pipe, each behind its length in four bytes.

Both ends are this program, so unpickling is safe.
"""

import pickle
import struct
from asyncio import IncompleteReadError, StreamReader
from typing import Any, BinaryIO, NamedTuple

from reader.analysis.findings import Span
from reader.article import Article

_LENGTH = struct.Struct("!I")


class Request(NamedTuple):
    """What is to be understood, and by which pipeline (None: ours)."""

    article: Article
    model: str | None = None


class Look(NamedTuple):
    """Where the reader looks: a span of the text of the article with the key `article`."""

    article: str
    span: Span


class Failure(NamedTuple):
    """The analysis could not go on; `reason` is one line."""

    reason: str


def pack(what: object) -> bytes:
    """Give the frame of an object."""
    body = pickle.dumps(what, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def read(pipe: BinaryIO) -> Any:
    """Read an object; raises EOFError at the end of the pipe."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    return pickle.loads(pipe.read(_LENGTH.unpack(head)[0]))


async def receive(pipe: StreamReader) -> Any:
    """Read an object without holding up the loop; raises EOFError at the end of the pipe."""
    try:
        head = await pipe.readexactly(_LENGTH.size)
        return pickle.loads(await pipe.readexactly(_LENGTH.unpack(head)[0]))
    except IncompleteReadError as error:
        raise EOFError from error

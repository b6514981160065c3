"""From an argument of the command line to an article."""

import os
from pathlib import Path

from reader.article import Article
from reader.sources import plain
from reader.sources.cleaning import clean_line
from reader.sources.decoding import decode
from reader.sources.errors import SourceError

#: Bytes; more than this is no article and would only fill the memory.
MOST_BYTES = 100 * 1024 * 1024

STANDARD_INPUT = "-"


def open_article(argument: str) -> Article:
    """Open a path, or standard input where the argument is ``-``; :class:`SourceError` says why not.

    The article's `source` is the path as it was given; text from standard input has none.
    """
    piped = argument == STANDARD_INPUT
    source = None if piped else clean_line(argument) or '""'
    try:
        article = plain.parse(decode(_standard_input() if piped else _file(argument)), source)
        if not article.text:
            raise SourceError("is empty: there is nothing to read")
    except SourceError as error:
        raise SourceError(f"{source or 'standard input'} {error}") from None
    return article


def reopen_terminal() -> None:
    """Give the keyboard back to a program whose standard input was an article.

    File descriptor 0 becomes the controlling terminal; :class:`OSError` if there is none.
    """
    terminal = os.open("/dev/tty", os.O_RDWR)
    if terminal != 0:  # it is, where standard input was closed
        os.dup2(terminal, 0)
        os.close(terminal)


def _standard_input() -> bytes:
    try:
        with open(0, "rb", closefd=False) as stream:
            return _bounded(stream.read(MOST_BYTES + 1))
    except OSError as error:
        raise SourceError(f"cannot be read: {_reason(error)}") from None


def _file(argument: str) -> bytes:
    try:
        with Path(argument).expanduser().open("rb") as stream:
            return _bounded(stream.read(MOST_BYTES + 1))
    except FileNotFoundError:
        raise SourceError("does not exist: check the path") from None
    except IsADirectoryError:
        raise SourceError("is a directory: name the files in it that you want to read") from None
    except PermissionError:
        raise SourceError("cannot be read: you have no permission (see its owner and mode)") from None
    except (OSError, RuntimeError, ValueError) as error:  # too long a name, no such user, NUL in the path
        raise SourceError(f"cannot be opened: {_reason(error)}") from None


def _bounded(data: bytes) -> bytes:
    if len(data) > MOST_BYTES:
        raise SourceError(f"is larger than {MOST_BYTES >> 20} MB: split it and open the parts")
    return data


def _reason(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return clean_line(reason[:1].lower() + reason[1:])

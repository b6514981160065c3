"""From an argument of the command line to articles."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader.article import Article
from reader.sources.beginning import LONG, PART, beginning
from reader.sources.cleaning import clean_line
from reader.sources.errors import SourceError
from reader.sources.fetching import fetch, fetch_all, is_address
from reader.sources.formats import Format, expand
from reader.sources.languages import with_language
from reader.sources.parts import UndividedError, parts
from reader.sources.plain import parse_parts
from reader.sources.reading import MOST_BYTES, Document, format_of, parsed

STANDARD_INPUT = "-"

_PATIENCE = 15.0  # seconds for all entries of a feed that are fetched at once
# Run apart, because pyperclip's helpers may hang, or write to the error stream.
_PASTE = "import sys, pyperclip; sys.stdout.buffer.write(pyperclip.paste().encode('utf-8', 'replace'))"
_PASTE_PATIENCE = 5.0  # seconds


def open_articles(argument: str, wholes: int = 1) -> Sequence[Article]:
    """Open a path, an address or, for ``-``, standard input; :class:`SourceError` says why not.

    A book gives a chapter an article, a feed an entry an article, everything else one. An article's `source`
    is the path as it was given, or the address that was read in the end; standard input has none. Of a feed
    from the web, the first `wholes` entries are fetched where the feed has only their beginnings; for others
    see :func:`open_whole`.
    """
    if argument == STANDARD_INPUT:
        return _named("standard input", lambda: _articles(Document(_standard_input())))
    shown = clean_line(argument) or '""'
    if is_address(argument):
        return _named(shown, lambda: _from_web(argument, wholes))
    return _named(shown, lambda: _articles(Document(_file(argument), shown)))


def open_article(argument: str) -> Article:
    """Open the first of :func:`open_articles`."""
    return open_articles(argument)[0]


def open_beginning(argument: str) -> Sequence[Article]:
    """Open the beginning of a long plain text in a file, if it is one; everything else is opened wholly.

    The rest comes of :func:`open_whole`, in a tenth of a second for a million words; the beginning looks the
    same in it.
    """
    with suppress(OSError, RuntimeError, ValueError):
        path = Path(argument).expanduser()
        if argument != STANDARD_INPUT and path.is_file() and path.stat().st_size > LONG:
            with path.open("rb") as stream:
                found = beginning(stream.read(PART), clean_line(argument) or '""')
            if found is not None:
                return [with_language(replace(found, whole_at=argument))]
    return open_articles(argument)


def is_begun(article: Article) -> bool:
    """Tell whether this is the beginning of a file, which is to be read on at once."""
    return article.whole_at is not None and not is_address(article.whole_at)


def open_whole(article: Article) -> Article:
    """Open the whole of what is only a beginning, of a file or in a feed; :class:`SourceError` says why not.

    What the reader gave of it stays.
    """
    if article.whole_at is None:
        return article
    kept: dict[str, Any] = {name: getattr(article, name) for name in article.given}
    if is_begun(article):
        return replace(_read_on(article.whole_at), given=article.given, **kept)

    def fetched() -> list[Article]:
        (answer,) = _wholes([article])
        if isinstance(answer, SourceError):
            raise answer
        return [replace(answer, given=article.given, **kept)]

    (whole,) = _named(article.whole_at, fetched)
    return whole


def _read_on(argument: str) -> Article:
    """Open the whole of a long plain text, part by part if it can be: that takes a third of the memory."""
    with suppress(OSError, RuntimeError, ValueError, UndividedError):
        path = Path(argument).expanduser()
        if path.stat().st_size <= MOST_BYTES:
            with path.open("rb") as stream:
                article = parse_parts(parts(stream), clean_line(argument) or '""')
            if article.text:
                return with_language(article)
    return open_article(argument)


def open_pasted() -> Sequence[Article]:
    """Open the text on the clipboard; it has no source."""
    return _named("the clipboard", lambda: _articles(Document(_clipboard())))


def reopen_terminal() -> None:
    """Give the keyboard back to a program whose standard input was an article.

    File descriptor 0 becomes the controlling terminal; :class:`OSError` if there is none.
    """
    terminal = os.open("/dev/tty", os.O_RDWR)
    if terminal != 0:  # it is, where standard input was closed
        os.dup2(terminal, 0)
        os.close(terminal)


def _named(subject: str, opened: Callable[[], Sequence[Article]]) -> Sequence[Article]:
    """Open articles; an error gets its subject."""
    try:
        return [with_language(article) for article in opened()]
    except SourceError as error:
        raise SourceError(f"{subject} {error}") from None


def _from_web(address: str, wholes: int) -> Sequence[Article]:
    answer = fetch(address)
    entries = list(_articles(Document(answer.data, answer.url, answer.charset)))
    beginnings = [i for i, entry in enumerate(entries[:wholes]) if entry.whole_at is not None]
    for i, whole in zip(beginnings, _wholes([entries[i] for i in beginnings]), strict=True):
        if not isinstance(whole, SourceError):  # else it stays what it was
            entries[i] = whole
    return entries


def _articles(document: Document) -> Sequence[Article]:
    document = document._replace(data=expand(document.data, MOST_BYTES))
    form, text = format_of(document.data, document.charset)
    if form is Format.TEXT:
        return parsed(form, document.data, text, document.source)
    from reader.sources.apart import read_apart  # only here, as below: start-up does without other processes

    (answer,) = read_apart([document])
    if isinstance(answer, SourceError):
        raise answer
    return answer


def _wholes(entries: list[Article]) -> list[Article | SourceError]:
    """Fetch what stands at the addresses of entries; where that is no more than is there, they are whole."""
    if not entries:
        return []
    from reader.sources.apart import read_apart

    answers = fetch_all([entry.whole_at or "" for entry in entries], _PATIENCE)
    pages = [answer for answer in answers if not isinstance(answer, SourceError)]
    found = iter(read_apart([Document(page.data, page.url, page.charset) for page in pages]))
    return [
        answer if isinstance(answer, SourceError) else _fuller(entry, next(found))
        for entry, answer in zip(entries, answers, strict=True)
    ]


def _fuller(entry: Article, found: list[Article] | SourceError) -> Article | SourceError:
    if isinstance(found, SourceError):
        return found
    return found[0] if found[0].words > entry.words else replace(entry, whole_at=None)


def _standard_input() -> bytes:
    try:
        with open(0, "rb", closefd=False) as stream:
            return _bounded(stream.read(MOST_BYTES + 1))
    except OSError as error:
        raise SourceError(f"cannot be read: {_reason(error)}") from None


def _clipboard() -> bytes:
    import subprocess

    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", _PASTE],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PASTE_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise SourceError("does not answer: is there a desktop?") from None
    if done.returncode != 0:
        raise SourceError("cannot be read: on Linux it takes xclip, xsel or wl-clipboard, and a desktop")
    return _bounded(done.stdout)


def _file(argument: str) -> bytes:
    try:
        with Path(argument).expanduser().open("rb") as stream:
            return _bounded(stream.read(MOST_BYTES + 1))
    except FileNotFoundError:
        if "://" in argument:
            raise SourceError("is no address that can be opened: only http and https are") from None
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

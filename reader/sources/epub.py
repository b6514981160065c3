"""An e-book becomes its chapters, an article each.

EPUB is XHTML in a zip archive, with a list of what to read in which order (W3C, EPUB 3.3). It is read with
zipfile and lxml alone: the kept EPUB library is under a licence (AGPL) that would bind this program too.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from itertools import repeat, takewhile
from urllib.parse import unquote

from lxml import etree

from reader.article import Article, ParagraphKind
from reader.sources.archive import Archive
from reader.sources.charsets import decode_declared
from reader.sources.composing import compose
from reader.sources.contents import Chapter, all_of, divided, entries_of, only, texts_of, xml_of
from reader.sources.errors import SourceError
from reader.sources.markup import blocks_of

_CONTAINER = "META-INF/container.xml"
_MOST_CHAPTERS = 2_000
_FEWEST_WORDS = 25  # covers, title pages and dedications have fewer
_NUMBER = (
    r"(?:\d{1,3}|[ivxlc]{1,7}|(?:twen|thir|for|fif)ty(?:-\w+)?|\w{3,5}teen"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_NUMBERED = re.compile(rf"(?:chapter|part|book)?\s*{_NUMBER}\.?", re.IGNORECASE)


def parse(data: bytes, source: str | None = None) -> list[Article]:
    """Give an article for each chapter, in reading order, with the book's author and date."""
    book = Archive(data)
    if _CONTAINER not in book:
        raise SourceError("is a zip archive, and neither an e-book nor a Word document: unpack it first")
    package = only(xml_of(book.read(_CONTAINER)), "rootfile").get("full-path", "")
    try:
        root = xml_of(book.read(package))
    except KeyError:
        raise SourceError("is a damaged e-book: its table of contents is missing") from None
    folder = posixpath.dirname(package)
    names = [name for name in _reading_order(root, folder)[:_MOST_CHAPTERS] if name in book]
    entries = entries_of(book, root, folder)
    title = next(iter(texts_of(root, "title")), None)
    articles = [
        compose(
            chapter.blocks,
            title=chapter.title or title,
            byline="; ".join(texts_of(root, "creator")),
            published=next(iter(texts_of(root, "date")), None),
            source=source,
        )
        for chapter in map(_titled, _chapters(book, names, entries), repeat(title))
    ]
    if not articles:
        raise SourceError("is an e-book without text: perhaps it is only pictures, or protected")
    return articles


def _chapters(book: Archive, names: Sequence[str], entries: Mapping[str, list[str]]) -> list[Chapter]:
    """Divide the text as the table of contents does: files may hold several chapters, or a part of one."""
    chapters: list[Chapter] = []
    for name in names:
        parts = divided(blocks_of(decode_declared(book.read(name))), entries.get(name, []))
        first = parts[0]
        goes_on = entries and chapters and not first.title and not first.opens
        if goes_on:
            chapters[-1].blocks.extend(first.blocks)
        chapters += parts[1:] if goes_on else parts
    return [chapter for chapter in chapters if chapter.words >= _FEWEST_WORDS]


def _titled(chapter: Chapter, book: str | None) -> Chapter:
    """Give a chapter the title that its own text has, which is no mere number: “III” alone names nothing."""
    opening = takewhile(lambda block: block.kind is ParagraphKind.HEADING, chapter.blocks[:2])
    headings = [block.text for block in opening]
    if not headings:
        return chapter
    if not _NUMBERED.fullmatch(headings[0]):
        return chapter._replace(title=headings[0])
    named = len(headings) == 2
    title = f"{headings[0]}: {headings[1]}" if named else f"{book}: {headings[0]}" if book else headings[0]
    return Chapter(title, chapter.blocks[2 if named else 1 :])


def _reading_order(root: etree._Element, folder: str) -> list[str]:
    files = {
        e.get("id"): e.get("href", "") for e in all_of(root, "item") if "html" in e.get("media-type", "")
    }
    wanted = [files[e.get("idref")] for e in all_of(root, "itemref") if e.get("idref") in files]
    names = [posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0]))) for href in wanted]
    return list(dict.fromkeys(names))

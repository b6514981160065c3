"""An e-book becomes its chapters, an article each.

EPUB is XHTML in a zip archive, with a list of what to read in which order (W3C, EPUB 3.3). It is read with
zipfile and lxml alone: the kept EPUB library is under a licence (AGPL) that would bind this program too.
"""

import posixpath
import re
from urllib.parse import unquote

from lxml import etree

from reader.article import Article, ParagraphKind
from reader.sources.archive import Archive
from reader.sources.charsets import decode_declared
from reader.sources.composing import compose
from reader.sources.errors import SourceError
from reader.sources.languages import count_words
from reader.sources.markup import blocks_of

_CONTAINER = "META-INF/container.xml"
_MOST_CHAPTERS = 2_000
_FEWEST_WORDS = 25  # covers, title pages and dedications have fewer
_NUMBERED = re.compile(r"(?:chapter|part|book)?\s*(?:\d{1,3}|[ivxlc]{1,7})\.?", re.IGNORECASE)


def parse(data: bytes, source: str | None = None) -> list[Article]:
    """Give an article for each chapter, in reading order, with the book's author and date."""
    book = Archive(data)
    if _CONTAINER not in book:
        raise SourceError("is a zip archive, and neither an e-book nor a Word document: unpack it first")
    package = _only(_xml(book.read(_CONTAINER)), "rootfile").get("full-path", "")
    try:
        root = _xml(book.read(package))
        book_title, author, published = (_text(root, name) for name in ("title", "creator", "date"))
        folder = posixpath.dirname(package)
        chapters = [
            article
            for name in _reading_order(root, folder)[:_MOST_CHAPTERS]
            if name in book
            and (article := _chapter(book.read(name), book_title, author, published, source)) is not None
        ]
    except KeyError:
        raise SourceError("is a damaged e-book: its table of contents is missing") from None
    if not chapters:
        raise SourceError("is an e-book without text: perhaps it is only pictures, or protected")
    return chapters


def _chapter(
    data: bytes, book: str | None, author: str | None, published: str | None, source: str | None
) -> Article | None:
    blocks = blocks_of(decode_declared(data))
    if sum(count_words(block.text) for block in blocks) < _FEWEST_WORDS:
        return None
    first = blocks[0]
    title = first.text if first.kind is ParagraphKind.HEADING else None
    if title and book and _NUMBERED.fullmatch(title):
        blocks = blocks[1:]
        title = f"{book}: {title}"  # “III” alone names nothing
    return compose(blocks, title=title or book, byline=author, published=published, source=source)


def _reading_order(root: etree._Element, folder: str) -> list[str]:
    files = {e.get("id"): e.get("href", "") for e in _all(root, "item") if "html" in e.get("media-type", "")}
    wanted = [files[e.get("idref")] for e in _all(root, "itemref") if e.get("idref") in files]
    names = [posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0]))) for href in wanted]
    return list(dict.fromkeys(names))


def _xml(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    root = etree.fromstring(data, parser)
    if root is None:
        raise SourceError("is a damaged e-book: its table of contents cannot be read")
    return root


def _all(root: etree._Element, name: str) -> list[etree._Element]:
    return [e for e in root.iter() if isinstance(e.tag, str) and e.tag.rpartition("}")[2] == name]


def _only(root: etree._Element, name: str) -> etree._Element:
    found = _all(root, name)
    if not found:
        raise SourceError("is a damaged e-book: its table of contents is missing")
    return found[0]


def _text(root: etree._Element, name: str) -> str | None:
    found = _all(root, name)
    return "".join(found[0].itertext()).strip() or None if found else None

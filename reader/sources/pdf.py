"""A PDF becomes an article: its lines are joined to paragraphs, and words divided at line ends are mended."""

import re
from collections import Counter
from itertools import pairwise
from typing import Any, NamedTuple

from reader.article import Article
from reader.sources.cleaning import clean_line
from reader.sources.composing import compose
from reader.sources.errors import SourceError
from reader.sources.extras import missing_extra
from reader.sources.hyphens import whole
from reader.sources.layout import Block
from reader.sources.plain import parse as parse_plain

_MOST_PAGES = 1_000
_MOST_CHARACTERS = 20_000_000
_DIVISION = re.compile("[\ufffe\x02]")  # PDFium's marks for a hyphen that divides a word at the end of a line
_DIGITS = re.compile(r"\d+")
_INDENT, _WIDEST_INDENT = 4.0, 60.0  # points
_EDGE = 2  # so many lines at the top and the foot of a page can be running titles
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def parse(data: bytes, source: str | None = None) -> Article:
    """Make an article of a PDF's text.

    Columns are read in the order in which the file draws them, which is that of reading in most newspapers.
    Running titles and page numbers are left out. A scan has no text: :class:`SourceError` says so.
    """
    try:
        import pypdfium2 as pdfium
    except ImportError:
        raise missing_extra("a PDF", "pdf") from None
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError("is a PDF locked by a password: unlock it first") from None
        raise SourceError("is a PDF too damaged to be read") from None
    pages: list[list[Line]] = []
    size = 0
    for number in range(min(len(document), _MOST_PAGES)):
        try:
            page = _lines(document[number].get_textpage())
        except pdfium.PdfiumError:
            continue  # one bad page does not spoil the rest
        size += sum(len(line.text) for line in page)
        if size > _MOST_CHARACTERS:
            raise SourceError("is a PDF of more than twenty million characters: it is no article")
        pages.append(page)
    facts = document.get_metadata_dict()
    text = mended(pages)
    if len(text.split()) < 3:
        raise SourceError("is a PDF without text: perhaps it is a scan, which takes text recognition first")
    article = parse_plain(text)
    blocks = [Block(article.text[p.start : p.end], p.kind) for p in article.paragraphs]
    made = _DATE.match(facts.get("CreationDate", ""))
    return compose(
        blocks,
        title=article.title or _title(facts.get("Title", "")),
        byline=article.byline or facts.get("Author"),
        published=article.published or ("-".join(made.groups()) if made else None),
        source=source,
    )


class Line(NamedTuple):
    """A line of a page, and where it begins, in points from the left and from the foot."""

    text: str
    x: float
    y: float


def mended(pages: list[list[Line]]) -> str:
    """Join the lines of pages to one text: running titles gone, paragraphs parted, divided words whole."""
    edges = Counter(_shape(line.text) for page in pages for line in {*page[:_EDGE], *page[-_EDGE:]})
    repeated = {
        shape for shape, count in edges.items() if count >= max(2, 0.4 * len(pages)) and len(pages) > 2
    }
    kept: list[str] = []
    for page in pages:
        gap = _line_gap(page)
        above: Line | None = None
        for i, line in enumerate(page):
            at_edge = i < _EDGE or i >= len(page) - _EDGE
            if at_edge and (_shape(line.text) in repeated or line.text.isdigit()):
                continue
            below = page[i + 1] if i + 1 < len(page) else None
            if above is not None and _begins_paragraph(above, line, below, gap):
                kept.append("")
            kept.append(line.text)
            above = line
    return whole("\n".join(kept))


def _lines(page: Any) -> list[Line]:
    lines: list[Line] = []
    start = 0
    for raw in _DIVISION.sub("-\n", page.get_text_range()).split("\n"):
        if text := clean_line(raw):
            left, bottom, _, _ = page.get_charbox(min(start, page.count_chars() - 1), loose=True)
            lines.append(Line(text, left, bottom))
        start += len(raw) + 1
        if raw.endswith("-") and not raw.endswith("\r"):
            start -= 1  # the mark was one character, the hyphen and its line break are two
    return lines


def _line_gap(page: list[Line]) -> float:
    gaps = sorted(a.y - b.y for a, b in pairwise(page) if a.y > b.y)
    return gaps[len(gaps) // 2] if gaps else 0.0


def _begins_paragraph(above: Line, line: Line, below: Line | None, gap: float) -> bool:
    """A paragraph is set apart by room above it, or by the indent of its first line."""
    if above.y - line.y > 1.35 * gap > 0:
        return True
    indented = _INDENT < line.x - above.x < _WIDEST_INDENT
    return indented and below is not None and abs(below.x - above.x) < _INDENT


def _shape(line: str) -> str:
    return _DIGITS.sub("#", line)


def _title(title: str) -> str | None:
    """Programs put the names of files and templates where the title belongs."""
    return title if " " in title.strip() and not re.match(r"(?i)microsoft word|untitled", title) else None

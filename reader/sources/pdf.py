"""A PDF becomes an article: its lines are joined to paragraphs, and words divided at line ends are mended."""

import re
from collections.abc import Iterator
from typing import Any

from reader.article import Article, ParagraphKind
from reader.sources.cleaning import clean_line
from reader.sources.columns import Line, in_reading_order
from reader.sources.composing import compose
from reader.sources.errors import SourceError
from reader.sources.extras import missing_extra
from reader.sources.languages import count_words
from reader.sources.layout import Block
from reader.sources.masthead import date_line
from reader.sources.plain import parse as parse_plain
from reader.sources.typeset import Printed, paragraphs

_MOST_PAGES = 1_000
_MOST_CHARACTERS = 20_000_000
_DIVISION = re.compile("[\ufffe\x02]")  # PDFium's marks for a hyphen that divides a word at the end of a line
_SPACE = re.compile(" ")
_LETTER = re.compile(r"\S")
_ROOM = 0.8  # times the height of a line: less is no gutter
_NAME = 8  # words; no paper and no section has a longer one
_MASTHEAD = 6  # so many paragraphs can stand above and with the headline
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def parse(data: bytes, source: str | None = None) -> Article:
    """Make an article of a PDF's text.

    Columns are read in the order in which the file draws them; if it draws row by row, from head to foot.
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
            page = in_reading_order(_rows(document[number].get_textpage()))
        except pdfium.PdfiumError:
            continue  # one bad page does not spoil the rest
        size += sum(len(line.text) for line in page)
        if size > _MOST_CHARACTERS:
            raise SourceError("is a PDF of more than twenty million characters: it is no article")
        pages.append(page)
    facts = document.get_metadata_dict()
    printed = _headline_first(paragraphs(pages))
    if sum(count_words(paragraph.text) for paragraph in printed) < 3:
        raise SourceError("is a PDF without text: perhaps it is a scan, which takes text recognition first")
    article = parse_plain("\n\n".join(paragraph.text for paragraph in printed))
    large = {paragraph.text for paragraph in printed if paragraph.large}
    texts = ((article.text[p.start : p.end], p.kind) for p in article.paragraphs)
    blocks = [Block(text, ParagraphKind.HEADING if text in large else kind) for text, kind in texts]
    made = _DATE.match(facts.get("CreationDate", ""))
    return compose(
        blocks,
        title=article.title or _title(facts.get("Title", "")),
        byline=article.byline or facts.get("Author"),
        published=article.published or _printed_on(pages) or ("-".join(made.groups()) if made else None),
        source=source,
    )


def _headline_first(printed: list[Printed]) -> list[Printed]:
    """Put the headline of the first page above what stands over it, and leave out paper and section."""
    large = (i for i, each in enumerate(printed[:_MASTHEAD]) if each.large and " " in each.text)
    at = next(large, 0)
    above = (
        each for each in printed[:at] if len(each.text.split()) > _NAME or re.search(r"[\d.]", each.text)
    )
    return [printed[at], *above, *printed[at + 1 :]] if printed else []


def _printed_on(pages: list[list[Line]]) -> str | None:
    """Give the day in the running titles of the first page, alone or behind the paper's name."""
    titles = (line.text.split()[:_NAME] for page in pages[:1] for line in page[:2] + page[-2:])
    ends = (" ".join(words[i:]) for words in titles for i in range(len(words)))
    return next(filter(None, map(date_line, ends)), None)


def _rows(page: Any) -> list[list[Line]]:
    """Give the lines of a page, each in the pieces between which there is room for a gutter."""
    rows: list[list[Line]] = []
    start = 0
    for raw in _DIVISION.sub("-\n", page.get_text_range()).split("\n"):
        if raw.strip():
            rows.append(
                [
                    piece
                    for a, b in _pieces(page, raw, start)
                    if (piece := _line(page, raw[a:b], start + a)).text
                ]
            )
        start += len(raw) + 1
        if raw.endswith("-") and not raw.endswith("\r"):
            start -= 1  # the mark was one character, the hyphen and its line break are two
    return rows


def _pieces(page: Any, raw: str, start: int) -> Iterator[tuple[int, int]]:
    """Divide a line where the file has no space but much room; offsets into the line."""
    from pypdfium2.raw import FPDFText_IsGenerated

    begin = 0
    last = page.count_chars() - 2 - start
    for at in (found.start() for found in _SPACE.finditer(raw, 1, max(1, last))):
        if FPDFText_IsGenerated(page, start + at) == 1:
            _, foot, end, top = page.get_charbox(start + at - 1, loose=True)
            room = page.get_charbox(start + at + 1, loose=True)[0] - end
            if room > _ROOM * (top - foot) or room < foot - top:  # or leaps back
                yield begin, at
                begin = at + 1
    yield begin, len(raw)


def _line(page: Any, raw: str, start: int) -> Line:
    last = page.count_chars() - 1
    letters = [found.start() for found in _LETTER.finditer(raw)] or [0]  # a space may have no height
    begin, middle, end = (min(start + letters[i], last) for i in (0, len(letters) // 2, -1))
    left, bottom, _, _ = page.get_charbox(begin, loose=True)
    _, foot, _, top = page.get_charbox(middle, loose=True)
    return Line(clean_line(raw), left, bottom, page.get_charbox(end, loose=True)[2], round(top - foot))


def _title(title: str) -> str | None:
    """Programs put the names of files and templates where the title belongs."""
    return title if " " in title.strip() and not re.match(r"(?i)microsoft word|untitled", title) else None

"""A PDF becomes an article: its lines are joined to paragraphs, and words divided at line ends are mended."""

import re
from typing import Any

from reader.article import Article, ParagraphKind
from reader.sources.cleaning import clean_line
from reader.sources.composing import compose
from reader.sources.errors import SourceError
from reader.sources.extras import missing_extra
from reader.sources.languages import count_words
from reader.sources.layout import Block
from reader.sources.plain import parse as parse_plain
from reader.sources.typeset import Line, Printed, paragraphs

_MOST_PAGES = 1_000
_MOST_CHARACTERS = 20_000_000
_DIVISION = re.compile("[\ufffe\x02]")  # PDFium's marks for a hyphen that divides a word at the end of a line
_MASTHEAD = 6  # so many paragraphs can stand above and with the headline
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
        published=article.published or ("-".join(made.groups()) if made else None),
        source=source,
    )


def _headline_first(printed: list[Printed]) -> list[Printed]:
    """Put the headline above what stands over it on the first page: the paper's name, the section."""
    large = (i for i, each in enumerate(printed[:_MASTHEAD]) if each.large and " " in each.text)
    at = next(large, 0)
    return [printed[at], *printed[:at], *printed[at + 1 :]] if at else printed


def _lines(page: Any) -> list[Line]:
    lines: list[Line] = []
    start = 0
    for raw in _DIVISION.sub("-\n", page.get_text_range()).split("\n"):
        if text := clean_line(raw):
            last = page.count_chars() - 1
            begin, middle, end = (min(start + i, last) for i in (0, len(raw) // 2, len(raw.rstrip()) - 1))
            left, bottom, _, _ = page.get_charbox(begin, loose=True)
            _, foot, _, top = page.get_charbox(middle, loose=True)
            lines.append(Line(text, left, bottom, page.get_charbox(end, loose=True)[2], round(top - foot)))
        start += len(raw) + 1
        if raw.endswith("-") and not raw.endswith("\r"):
            start -= 1  # the mark was one character, the hyphen and its line break are two
    return lines


def _title(title: str) -> str | None:
    """Programs put the names of files and templates where the title belongs."""
    return title if " " in title.strip() and not re.match(r"(?i)microsoft word|untitled", title) else None

"""A PDF becomes an article: its lines are joined to paragraphs, and words divided at line ends are mended."""

import re
from collections import Counter

from reader.article import Article
from reader.sources.cleaning import clean
from reader.sources.composing import compose
from reader.sources.errors import SourceError
from reader.sources.extras import missing_extra
from reader.sources.layout import Block
from reader.sources.plain import parse as parse_plain

_MOST_PAGES = 1_000
_MOST_CHARACTERS = 20_000_000
_DIVIDED = re.compile(r"(?<=[a-zß-öø-ÿ])[-\u00ad\u2010\ufffe\x02]\n(?=[a-zß-öø-ÿ])")
_DIGITS = re.compile(r"\d+")
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
    pages: list[str] = []
    size = 0
    for number in range(min(len(document), _MOST_PAGES)):
        try:
            page = document[number].get_textpage().get_text_range()
        except pdfium.PdfiumError:
            continue  # one bad page does not spoil the rest
        size += len(page)
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


def mended(pages: list[str]) -> str:
    """Join the lines of pages to one text: running titles gone, divided words whole."""
    lines = [[line.strip() for line in _tidy(page).split("\n")] for page in pages]
    lines = [[line for line in page if line] for page in lines]
    edges = Counter(_shape(line) for page in lines for line in {*page[:_EDGE], *page[-_EDGE:]})
    repeated = {
        shape for shape, count in edges.items() if count >= max(2, 0.4 * len(lines)) and len(lines) > 2
    }
    kept: list[str] = []
    for page in lines:
        for i, line in enumerate(page):
            at_edge = i < _EDGE or i >= len(page) - _EDGE
            if at_edge and (_shape(line) in repeated or line.isdigit()):
                continue
            kept.append(line)
    return _DIVIDED.sub("", "\n".join(kept))


def _tidy(page: str) -> str:
    # PDFium marks a hyphen that it takes for one of line division with U+FFFE or U+0002.
    return clean(page.replace("\ufffe", "-").replace("\x02", "-"))


def _shape(line: str) -> str:
    return _DIGITS.sub("#", line)


def _title(title: str) -> str | None:
    """Programs put the names of files and templates where the title belongs."""
    return title if " " in title.strip() and not re.match(r"(?i)microsoft word|untitled", title) else None

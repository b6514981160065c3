"""A Word document becomes an article, read by python-docx."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.article import Article, ParagraphKind
from reader.sources.archive import Archive
from reader.sources.cleaning import clean_line
from reader.sources.composing import compose
from reader.sources.layout import Block
from reader.sources.words import Words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_HEADING = re.compile(r"(?:heading \d|title)", re.IGNORECASE)
_LIST = re.compile(r"list\b", re.IGNORECASE)
_LONGEST_HEADING = 90
_QUOTE = re.compile(r"(?:intense )?quote|block text", re.IGNORECASE)


def parse(data: bytes, source: str | None = None) -> Article:
    """Make an article of a DOCX file; kinds of paragraphs follow its styles."""
    Archive(data).check_all()
    from docx import Document

    document = Document(io.BytesIO(data))
    article = compose(_blocks(document), source=source, masthead=True)
    properties = document.core_properties
    if properties.author == "python-docx":  # a template's author and date, not those of the text
        return article
    written = properties.created
    return replace(  # what stands above the text is surer than what the program noted
        article,
        byline=article.byline or clean_line(properties.author or "") or None,
        published=article.published or (written.date().isoformat() if written else None),
    )


def _blocks(document: "Document") -> Iterator[Block]:
    from docx.table import Table

    # Looked up by hand: python-docx searches the styles anew for each paragraph, a millisecond every time.
    names = {style.style_id: style.name or "" for style in document.styles}
    for part in document.iter_inner_content():
        paragraphs = _of_table(part) if isinstance(part, Table) else [part]
        for paragraph in paragraphs:
            yield _block(paragraph, names.get(paragraph._p.style or "", ""))


def _of_table(table: "Table") -> Iterator["Paragraph"]:
    """Give each cell's paragraphs once; `table.cells` repeats a merged cell as often as the file likes."""
    from docx.table import _Cell

    for cell in table._tbl.iter_tcs():  # type: ignore[no-untyped-call]
        yield from _Cell(cell, table).paragraphs


def _block(paragraph: "Paragraph", style: str) -> Block:
    from docx.text.hyperlink import Hyperlink

    words = Words()
    for part in paragraph.iter_inner_content():
        if isinstance(part, Hyperlink):
            words.link(part.url)
        words.add(part.text)
        if isinstance(part, Hyperlink):
            words.unlink()
    if _LIST.match(style) and words:
        return words.block(ParagraphKind.LIST_ITEM, "• ")
    if _QUOTE.match(style):
        return words.block(ParagraphKind.BLOCK_QUOTE)
    heading = _HEADING.match(style) or _is_bold(paragraph)
    return words.block(ParagraphKind.HEADING if heading else ParagraphKind.PARAGRAPH)


def _is_bold(paragraph: "Paragraph") -> bool:
    """Many writers make their headings by hand: a short line, all of it bold, that is no sentence."""
    text = paragraph.text.strip()
    if not 0 < len(text) <= _LONGEST_HEADING or text[-1] in ".,;:":
        return False
    return all(run.bold for run in paragraph.runs if run.text.strip())

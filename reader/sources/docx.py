"""A Word document becomes an article, opened by python-docx.

Its paragraphs are spelled by ourselves: the library passes over what was inserted while changes were tracked,
what stands in fields, content controls and text boxes, and notes.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reader.article import Article, ParagraphKind
from reader.sources.archive import Archive
from reader.sources.bylines import byline_of
from reader.sources.composing import compose
from reader.sources.layout import Block
from reader.sources.words import BETWEEN_CELLS, Words

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HEADING = re.compile(r"(?:heading \d|title)", re.IGNORECASE)
_LIST = re.compile(r"list\b", re.IGNORECASE)
_QUOTE = re.compile(r"(?:intense )?quote|block text", re.IGNORECASE)
_LONGEST_HEADING = 90
_LONGEST_ROW = 200
_MOST_NOTES = 5_000
# Deleted, moved away, computed, or told a second time for programs that know less.
_UNSEEN = frozenset(("del", "moveFrom", "instrText", "Fallback", "rt", "pPr", "rPr", "sectPr", "tblPr"))
_SPELLED = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
#: When the template of python-docx was made: no date of any text.
_TEMPLATE = datetime(2013, 12, 23)


def parse(data: bytes, source: str | None = None) -> Article:
    """Make an article of a DOCX file; kinds of paragraphs follow its styles."""
    Archive(data).check_all()
    from docx import Document

    document = Document(io.BytesIO(data))
    blocks = list(_Reader(document).blocks())
    article = compose(blocks, source=source, masthead=True)
    properties = document.core_properties
    if article.title is None and " " in properties.title.strip():
        article = compose(blocks, title=properties.title, source=source, masthead=True)
    if properties.author == "python-docx":  # a template's author and date, not those of the text
        return article
    written = properties.created
    if written and written.date() == _TEMPLATE.date():
        written = None
    return replace(  # what stands above the text is surer than what the program noted
        article,
        byline=article.byline or byline_of(properties.author),
        published=article.published or (written.date().isoformat() if written else None),
    )


class _Reader:
    """Spells the paragraphs of a document."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        # Looked up by hand: python-docx searches the styles anew for each paragraph, a millisecond each.
        self._styles = {style.style_id: style.name or "" for style in document.styles}
        self._noted: list[tuple[str, str]] = []

    def blocks(self) -> Iterator[Block]:
        """Give the paragraphs in order, and below them the notes that they refer to."""
        yield from self._walk(self._document.element.body)
        notes = {kind: self._notes(kind) for kind in {kind for kind, _ in self._noted}}
        for number, (kind, name) in enumerate(self._noted[:_MOST_NOTES], 1):
            blocks = [block for block in self._walk(notes[kind].get(name, ())) if block.text]
            for i, block in enumerate(blocks):
                yield Block(f"{number}. {block.text}" if i == 0 else block.text, ParagraphKind.PARAGRAPH)

    def _walk(self, parent: Iterable[Any]) -> Iterator[Block]:
        for element in parent:
            name = _name(element)
            if name == "p":
                yield self._block(element)
                boxes = (box for box in element.iter(f"{_W}txbxContent") if not _is_unseen(box, element))
                for box in boxes:
                    yield from self._walk(box)
            elif name == "tr":
                yield from self._row(element)
            elif name not in _UNSEEN:
                yield from self._walk(element)

    def _row(self, row: Iterable[Any]) -> Iterator[Block]:
        """Give a row of short cells as one paragraph, any other as its paragraphs."""
        cells = [[block for block in self._walk([cell]) if block.text] for cell in row]
        blocks = [block for cell in cells for block in cell]
        short = sum(len(block.text) for block in blocks) <= _LONGEST_ROW
        if len(blocks) > 1 and short and all(len(cell) <= 1 for cell in cells):
            yield Block(BETWEEN_CELLS.join(block.text for block in blocks), ParagraphKind.PARAGRAPH)
        else:
            yield from blocks

    def _block(self, paragraph: Any) -> Block:
        words = Words()
        self._spell(paragraph, words)
        style = self._styles.get(paragraph.style or "", "")
        if not words:
            return words.block(ParagraphKind.PARAGRAPH)
        if _QUOTE.match(style):
            return words.block(ParagraphKind.BLOCK_QUOTE)
        if _HEADING.match(style):
            return words.block(ParagraphKind.HEADING)
        if _LIST.match(style) or paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
            return words.block(ParagraphKind.LIST_ITEM, "• ")
        block = words.block(ParagraphKind.PARAGRAPH)
        return block._replace(kind=ParagraphKind.HEADING) if _is_bold(paragraph, block.text) else block

    def _spell(self, parent: Iterable[Any], words: Words) -> None:
        for element in parent:
            name = _name(element)
            if name == "t":
                words.add(element.text or "")
            elif name in _SPELLED:
                words.add(_SPELLED[name])
            elif name in _NOTES:
                self._noted.append((_NOTES[name], element.get(f"{_W}id", "")))
            elif name == "hyperlink":
                relation = self._document.part.rels.get(element.get(_RELATION, ""))
                words.link(relation.target_ref if relation is not None and relation.is_external else "")
                self._spell(element, words)
                words.unlink()
            elif name not in _UNSEEN and name != "txbxContent":
                self._spell(element, words)

    def _notes(self, kind: str) -> dict[str, Any]:
        """Give the document's footnotes or endnotes by the names that the text has for them."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.parser import parse_xml

        try:
            part = self._document.part.part_related_by(getattr(RELATIONSHIP_TYPE, kind.upper()))
        except KeyError:
            return {}
        return {note.get(f"{_W}id", ""): note for note in parse_xml(part.blob)}


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _is_unseen(element: Any, within: Any) -> bool:
    for outer in element.iterancestors():
        if outer is within:
            return False
        if _name(outer) in _UNSEEN or _name(outer) == "txbxContent":
            return True
    return False


def _is_bold(paragraph: Any, text: str) -> bool:
    """Many writers make their headings by hand: a short line, all of it bold, that is no sentence."""
    if len(text) > _LONGEST_HEADING or text[-1] in ".,;:":
        return False
    runs = [run for run in paragraph.iter(f"{_W}r") if any(text.strip() for text in run.itertext())]
    marks = (run.find(f"{_W}rPr/{_W}b") for run in runs)
    return all(mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off") for mark in marks)

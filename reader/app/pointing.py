"""What the mouse does with the text: it points at characters, and selects words, paragraphs and stretches."""

import re
from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from reader.app.hanging import hang
from reader.app.layout import INDENT
from reader.app.page import Page
from reader.app.wrapping import behind, drawn, widths

_WORD = r"\w[\w’'-]*"


class Pointing(Page, can_focus=True, inherit_bindings=False):
    """A text in lines, whose characters can be pointed at."""

    @dataclass
    class Pointed(Message):
        """The mouse was clicked on a character of the article."""

        offset: int

    ALLOW_SELECT = True

    @property
    def margin(self) -> int:
        """Columns to the left of the text."""
        return max(2, (self.size.width - self.layout_lines.width) // 2)

    def column(self, line: int) -> int:
        """Give the column in which a line's text begins."""
        article = self.session.article
        if line == self.layout_lines.meta or line in self.layout_lines.folds or not article.paragraphs:
            return self.margin
        start, end = self.layout_lines.starts[line], self.layout_lines.ends[line]
        paragraph = article.paragraphs[article.paragraph_at(start)]
        return self.margin + INDENT.get(paragraph.kind, 0) - hang(article, paragraph, start, end)

    def on_click(self, event: events.Click) -> None:
        """Tell which character was clicked; a second click selects its word, a third its paragraph."""
        offset = self.offset_at(event.get_content_offset(self))
        if event.chain == 1 and offset is not None:
            self.post_message(self.Pointed(offset))
        elif event.chain > 1:
            event.prevent_default()  # or the whole article would be selected
            if offset is not None:
                self._select(*(self._word(offset) if event.chain == 2 else self._paragraph(offset)))

    def offset_at(self, position: Offset | None) -> int | None:
        """Give the code point under a position of the widget, or None where there is no text."""
        if position is None:
            return None
        line = round(self.scroll_y) + position.y
        if not 0 <= line < len(self.layout_lines):
            return None
        column = position.x - self.column(line)
        start, end = self.layout_lines.starts[line], self.layout_lines.ends[line]
        for offset, width in enumerate(widths(self.session.article.text[start:end]), start):
            column -= width
            if column < 0:
                return offset if column >= -2 else None
        return None

    # Selecting: rows are lines, columns are characters

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give the selected text as it stands in the article, lines of a paragraph joined."""
        span = self._span(selection)
        return (self.session.article.text[span[0] : span[1]].strip("\n"), "\n") if span else None

    def selected(self) -> tuple[int, int] | None:
        """Give the span that is selected."""
        selection = self.text_selection
        return self._span(selection) if selection is not None else None

    def _select(self, start: int, end: int) -> None:
        self.screen.selections = {self: Selection(self._position(start), self._position(end))}
        self.screen.post_message(events.TextSelected())

    def _word(self, offset: int) -> tuple[int, int]:
        start, end = self._paragraph(offset)
        words = map(re.Match[str].span, re.finditer(_WORD, self.session.article.text[start:end]))
        here = ((start + first, start + last) for first, last in words if first <= offset - start < last)
        return next(here, (offset, offset + 1))

    def _paragraph(self, offset: int) -> tuple[int, int]:
        article = self.session.article
        paragraph = article.paragraphs[article.paragraph_at(offset)]
        return paragraph.start, paragraph.end

    def _span(self, selection: Selection) -> tuple[int, int] | None:
        if selection.start is None and selection.end is None:
            return None
        first = self._offset(selection.start) if selection.start is not None else 0
        last = self._offset(selection.end) if selection.end is not None else len(self.session.article.text)
        return (first, last) if first < last else None

    def _offset(self, position: Offset) -> int:
        line = min(max(0, position.y), len(self.layout_lines) - 1)
        start, end = self.layout_lines.starts[line], self.layout_lines.ends[line]
        at = behind(self.session.article.text[start:end], max(0, position.x - self.column(line)))
        return min(end, start + at)

    def _position(self, offset: int) -> Offset:
        line = self.layout_lines.line_at(offset)
        before = drawn(self.session.article.text[self.layout_lines.starts[line] : offset])
        return Offset(self.column(line) + len(before), line)

"""The lines of an article in a scrolling view: what is in view, and every way to move it."""

import asyncio

from textual import work
from textual.geometry import Size
from textual.message import Message

from reader.app.layout import NEAR, Layout, near
from reader.app.scrolled import Scrolled
from reader.article import Article
from reader.session import Session


class Page(Scrolled, can_focus=True, inherit_bindings=False):
    """Lays a session's article out at a measure of so many columns. What the lines look like is left open.

    A long article is laid out around the place that is shown, and wholly a little later, without holding
    anything up: what is shown stays where it is.
    """

    #: Lines that stay visible above and below a place that was jumped to.
    CONTEXT = 3

    class Looked(Message):
        """What is in view has changed: by scrolling, resizing or a new article."""

    def __init__(self, session: Session, measure: int, id: str | None = None) -> None:
        super().__init__(id=id)
        self.session = session
        self.measure = measure
        self.layout_lines = Layout(Article("", ()), 0)  # until the width is known
        self._put = self.layout_lines
        self._top = session.place.offset

    @property
    def article(self) -> Article:
        """The article that is shown."""
        return self.session.article

    def show(self, session: Session) -> None:
        """Show another session, at its place."""
        self.session = session
        self._lay_out(session.place.offset)
        self._put_up(session.place.offset)

    def set_measure(self, measure: int) -> None:
        """Set the text width in columns; the top line's text stays at the top."""
        self.measure = measure
        self._wrap(self._top)

    # Lines

    def _wrap(self, top: int) -> None:
        """Break the lines anew, if anything about them has changed, and put the text at `top` at the top."""
        self._lay_out(top)
        if self._put is self.layout_lines and self.virtual_size == self._extent:  # only the height is another
            self.post_message(self.Looked())
        else:
            self._put_up(top)

    @property
    def _extent(self) -> Size:
        return Size(self.size.width, len(self.layout_lines) + 1)

    @property
    def _width(self) -> int:
        return max(8, min(self.measure, self.size.width - 4)) if self.size.width else self.measure

    def _lay_out(self, top: int) -> None:
        article, shown, lines = self.article, self.session.shown_paragraphs(), self.layout_lines
        width = self._width
        if article is lines.article and width == lines.width and shown == lines.shown and lines.holds(top):
            return
        long = len(article.text) > NEAR
        self.layout_lines = Layout(article, width, shown, near(article, top) if long else None)
        if not self.layout_lines.whole:  # the frame comes first
            self.call_after_refresh(self._lay_out_whole, self.layout_lines)

    @work(exclusive=True, group="layout")
    async def _lay_out_whole(self, near: Layout) -> None:
        lines = Layout(near.article, near.width, near.shown, range(0))
        for _ in lines.grow():
            await asyncio.sleep(0)  # keys come first
            if near is not self.layout_lines:
                return  # to another one, which has come since
        self.layout_lines = lines
        self._put_up(self._top)

    def _put_up(self, top: int) -> None:
        """Show the lines that there are now, the text at `top` at the top."""
        self.forget_lines()
        self._put = self.layout_lines
        self.set_height(len(self.layout_lines) + 1)
        self.scroll_to_line(self.layout_lines.line_at(top) if top else 0)
        self._top = top  # not the start of its line: resizing there and back must not drift
        self.refresh()
        self.post_message(self.Looked())

    def forget_lines(self) -> None:
        """Be told that lines have other numbers or looks than before."""

    def refold(self) -> None:
        """Fold or unfold paragraphs; what is being read stays in its row as far as that can be."""
        place = self.session.place.here
        row = self.layout_lines.line_at(place) - round(self.scroll_y)
        self._wrap(self._top)
        self._reach(place)
        self.scroll_to_line(self.layout_lines.line_at(place) - max(0, min(row, self.size.height - 1)))

    def on_resize(self) -> None:
        """Wrap the text anew; what stood at the top stays there."""
        self._wrap(self._top)

    # What is in view

    @property
    def view(self) -> tuple[int, int]:
        """The offsets in view, half-open."""
        lines = self.layout_lines
        if not len(lines):
            return 0, 0
        first = min(round(self.scroll_y), len(lines) - 1)
        last = min(first + max(1, self.size.height), len(lines)) - 1
        return lines.starts[first], lines.ends[last] + 1

    @property
    def reading_line(self) -> int:
        """The line that is being read: the top one at the beginning, the bottom one at the end."""
        share = self.scroll_y / self.max_scroll_y if self.max_scroll_y else 0.0
        row = round(share * max(0, min(self.size.height, len(self.layout_lines)) - 1))
        return min(round(self.scroll_y) + row, max(0, len(self.layout_lines) - 1))

    @property
    def reading_place(self) -> int:
        """The offset where the reading line starts."""
        lines = self.layout_lines
        return lines.starts[self.reading_line] if len(lines) else 0

    @property
    def percent(self) -> int:
        """How much of the article has been in view, in percent."""
        if not self.layout_lines.whole:
            return 100 * self.view[1] // len(self.article.text)
        lines = len(self.layout_lines)
        seen = min(lines, round(self.scroll_y) + self.size.height)
        return 100 * seen // lines if lines else 100

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the text at the top, and tell that the view moved."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and len(self.layout_lines):
            self._top = self.layout_lines.starts[min(round(new_value), len(self.layout_lines) - 1)]
            self.post_message(self.Looked())

    # Moving

    def scroll_to_line(self, line: int) -> None:
        """Put a line at the top, at once."""
        self.scroll_to(y=max(0, min(line, self.max_scroll_y)), animate=False, immediate=True, force=True)

    def scroll_to_offset(self, offset: int) -> None:
        """Put the line that holds an offset at the top, or as near to it as the end of the article allows."""
        self._reach(offset)
        self.scroll_to_line(self.layout_lines.line_at(offset))

    def _reach(self, offset: int) -> None:
        """Have the lines around an offset, wherever that is."""
        if not self.layout_lines.holds(offset):
            self._wrap(offset)

    def scroll_lines(self, lines: int) -> None:
        """Scroll down so many lines, or up."""
        self.scroll_to_line(round(self.scroll_y) + lines)

    @property
    def page(self) -> int:
        """How many lines a page turns: all but two, which stay as context."""
        return max(1, self.size.height - 2)

    def reveal(self, start: int, end: int) -> None:
        """Bring a span into view with lines of context around it; what is in view already does not move."""
        self._reach(start)
        first, last = self.layout_lines.line_at(start), self.layout_lines.line_at(max(start, end - 1))
        top, height = round(self.scroll_y), self.size.height
        context = min(self.CONTEXT, max(0, (height - 1) // 3))
        above = top == 0 or first >= top + context
        below = top >= self.max_scroll_y or last < top + height - context
        if top <= first and last < top + height and above and below:
            return
        self.scroll_to_line(first - max(context, height // 3))

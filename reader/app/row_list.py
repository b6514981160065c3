"""A list of rows drawn on demand: ten thousand cost no more than ten."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from reader.app.keys import bound
from reader.app.painting import filled
from reader.app.scrolled import Scrolled
from reader.app.wrapping import fit


class RowList(Scrolled, can_focus=True, inherit_bindings=False):
    """Base of the two lists of the side panel; a subclass says how many rows there are and draws them."""

    COMPONENT_CLASSES = {"list--header", "list--dim", "list--here", "list--words", "list--cursor"}

    BINDINGS = bound(
        {
            "line-down": "row(1)",
            "line-up": "row(-1)",
            "page-down": "row_page(1)",
            "page-up": "row_page(-1)",
            "top": "first_row",
            "bottom": "last_row",
            "choose": "take_row",
        }
    )

    @dataclass
    class RowTaken(Message):
        """A row was chosen by key or mouse."""

        rows: "RowList"
        row: int

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.row_cursor = 0
        self._rows = 0
        self._drawn: dict[int, Strip] = {}  # lines that look as they did when they were drawn last

    # For subclasses

    def row_height(self) -> int:
        """Give the lines that a row takes."""
        return 1

    def is_row(self, row: int) -> bool:
        """Tell whether a row can be chosen; headers can't."""
        return True

    def take_row(self, row: int) -> None:
        """Do what a row is for when it is taken by key or mouse."""
        self.post_message(self.RowTaken(self, row))

    def nothing(self) -> str:
        """Say why there are no rows."""
        return ""

    def draw_row(self, row: int, line: int, width: int) -> list[Segment]:
        """Draw a line of a row."""
        raise NotImplementedError

    def header(self, title: str, count: int, width: int, folded: bool) -> list[Segment]:
        """Draw a header with the number of what is under it, or folded into it."""
        number = f" {count}"
        title = f"{title} …" if folded else title
        return [
            Segment(" " + fit(title, width - len(number) - 1), self.part("list--header")),
            Segment(number, self.part("list--dim")),
        ]

    # Rows

    def set_rows(self, count: int) -> None:
        """Be told how many rows there are; the place in the list is kept. :meth:`redraw` shows them."""
        self._rows = count
        self.set_height(self._height)
        self.row_cursor = self._selectable(min(self.row_cursor, max(0, count - 1)), -1)

    @property
    def _height(self) -> int:
        """The lines of all rows, and of as much below them as lets the last view begin with a whole one."""
        height, all_rows = self.row_height(), self._rows * self.row_height()
        below = self.size.height % height if all_rows > self.size.height else 0
        return all_rows + below

    def redraw(self) -> None:
        """Draw anew the lines in view that look another way now."""
        before = self._drawn
        top = round(self.scroll_y)
        self._drawn = {line: self._draw(line) for line in range(top, top + self.size.height)}
        self.refresh_each(line for line, strip in self._drawn.items() if strip != before.get(line))

    def redraw_rows(self, has_changed: Callable[[int], bool]) -> None:
        """Draw anew those of the rows in view of which this is so."""
        height, top = self.row_height(), round(self.scroll_y)
        for row in range(top // height, min(self._rows, (top + self.size.height) // height + 1)):
            if has_changed(row):
                for line in range(row * height, (row + 1) * height):
                    self._drawn.pop(line, None)
                self.refresh_lines(row * height, height)

    def _selectable(self, row: int, direction: int) -> int:
        """Give the nearest row that can be chosen, looking in one direction first."""
        for way in (direction, -direction):
            at = row
            while 0 <= at < self._rows:
                if self.is_row(at):
                    return at
                at += way
        return 0

    def move_to(self, row: int, direction: int = 1) -> None:
        """Put the cursor on a row and bring it into view."""
        self.row_cursor = self._selectable(max(0, min(row, self._rows - 1)), direction)
        self.keep_in_view(self.row_cursor)
        self.redraw()

    def keep_in_view(self, row: int) -> None:
        """Scroll as little as possible to show a row."""
        first, height = row * self.row_height(), self.row_height()
        if first < self.scroll_y:
            self.scroll_to(y=0 if first <= 1 else first, animate=False, immediate=True)
        elif first + height > self.scroll_y + self.size.height:
            rows_above = -(-(first + height - self.size.height) // height)  # the top one stays whole
            self.scroll_to(y=rows_above * height, animate=False, immediate=True)

    # Keys and mouse

    def action_row(self, step: int) -> None:
        """Move the cursor by rows."""
        self.move_to(self.row_cursor + step, step)

    def action_row_page(self, pages: int) -> None:
        """Move the cursor by pages."""
        self.move_to(self.row_cursor + pages * max(1, self.size.height // self.row_height() - 1), pages)

    def action_first_row(self) -> None:
        """Move the cursor to the first row."""
        self.move_to(0)

    def action_last_row(self) -> None:
        """Move the cursor to the last row."""
        self.move_to(self._rows - 1, -1)

    def action_take_row(self) -> None:
        """Choose the row under the cursor."""
        if self._rows and self.is_row(self.row_cursor):
            self.take_row(self.row_cursor)

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        position = event.get_content_offset(self)
        if position is None:
            return
        row = (round(self.scroll_y) + position.y) // self.row_height()
        if row < self._rows:
            self.row_cursor = row if self.is_row(row) else self.row_cursor
            self.take_row(row)
            self.redraw()

    # Drawing

    def refresh(self, *regions: Region, **how: bool) -> Self:
        """Draw parts of it anew, or all: then nothing that was drawn is of use."""
        if not regions:
            self._drawn.clear()
        return super().refresh(*regions, **how)

    def on_resize(self) -> None:
        """Rows are as wide as the widget."""
        self.set_height(self._height)

    def draw_line(self, y: int) -> Strip:
        """Draw a line in view, if it is not known how it looks."""
        line = round(self.scroll_y) + y
        strip = self._drawn.get(line)
        if strip is None or strip.cell_length != self.room:  # a frame may come before its resize
            strip = self._drawn[line] = self._draw(line)
        return strip

    def _draw(self, at: int) -> Strip:
        base, width = self.ground, self.room
        row, line = divmod(at, self.row_height())
        if row >= self._rows:
            words = fit(f" {self.nothing()}", width) if at == 0 else ""
            return filled([Segment(words, base + self.part("list--dim"))], width, base)
        segments = [
            Segment(segment.text, base + (segment.style or Style.null()))
            for segment in self.draw_row(row, line, width)
        ]
        if self.has_focus and row == self.row_cursor and self.is_row(row):
            segments = [*Segment.apply_style(segments, post_style=self.part("list--cursor"))]
            return filled(segments, width, base + self.part("list--cursor"))
        return filled(segments, width, base)

    def watch_has_focus(self, _: bool) -> None:
        """The cursor shows while the list is used."""
        self.redraw()

"""Views that scroll: no more is drawn and laid out anew than what has changed."""

from collections.abc import Iterable
from itertools import groupby
from math import ceil
from typing import Any

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from reader.app.ground import Grounded, Lines

_STEPS = 8  # in which the scrollbar's thumb moves through a cell


class Scrolled(Grounded, ScrollView, can_focus=True, inherit_bindings=False):
    """A view of so many lines, of which it draws those in sight."""

    def on_mount(self) -> None:
        """Have the scrollbar drawn as simply as the rest: it has neither borders nor padding."""
        bar = self.vertical_scrollbar
        bar.renderer = _Bar  # type: ignore[misc]  # of this one alone
        bar._styles_cache = Lines(bar.render_line, self.get_line_filters)

    @property
    def size(self) -> Size:
        """The room for lines, as it was told last: to look it up takes half as long as to draw a line."""
        return self.container_size

    @property
    def room(self) -> int:
        """How wide a line is; what is as wide as the widget would be cut where the scrollbar begins."""
        return max(1, self.size.width - self.scrollbar_size_vertical)

    def set_height(self, lines: int) -> None:
        """Be told how many lines there are; the rest of the screen is not laid out anew for that.

        Nor is the scrollbar drawn anew where its thumb stays as it is.
        """
        size = Size(self.size.width, lines)
        if size == self.virtual_size:
            return
        bar, before = self.vertical_scrollbar, self._thumb(self.scroll_y)
        self.set_reactive(Scrolled.virtual_size, size)
        bar.set_reactive(ScrollBar.window_virtual_size, lines)
        if self.scroll_y > self.max_scroll_y or self._thumb(self.scroll_y) != before:
            self._scroll_update(size)

    def refresh_each(self, lines: Iterable[int]) -> None:
        """Have these lines drawn anew, given in order; those that follow one another go together."""
        for _, run in groupby(enumerate(lines), lambda numbered: numbered[1] - numbered[0]):
            following = [line for _, line in run]
            self.refresh_lines(following[0], len(following))

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Heed another size; where it is the same, Textual would draw the scrollbar anew at every layout."""
        if size == self._size and size - self.styles.gutter.totals == self._container_size:
            return False
        return super()._size_updated(size, virtual_size, container_size, layout)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the lines that are in sight now; the scrollbar only where its thumb moves."""
        if self.show_vertical_scrollbar and self._thumb(old_value) == self._thumb(new_value):
            self.vertical_scrollbar.set_reactive(ScrollBar.position, new_value)
        super().watch_scroll_y(old_value, new_value)

    def _thumb(self, position: float) -> tuple[int, int]:
        """Give where the thumb begins and how long it is, in steps, as Textual's ``ScrollBarRender`` does."""
        bar = self.vertical_scrollbar
        lines, seen, height = ceil(bar.window_virtual_size), ceil(bar.window_size), bar.size.height
        if lines <= seen:
            return 0, 0
        length = max(1, height * seen / lines)
        return int((height - length) * position / (lines - seen) * _STEPS), ceil(length * _STEPS)


class _Bar(ScrollBarRender, Visual):
    """A vertical scrollbar that gives its lines at once: by way of a console it takes ten times as long."""

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Give its lines; those that look alike are one strip."""
        base, look = style.rich_style, self.style
        assert isinstance(look, RichStyle)
        colours: dict[str, Any] = {"back_color": look.bgcolor, "bar_color": look.color}
        place = height or 0, self.virtual_size, self.window_size, self.position, width
        bar = self.render_bar(*place, **colours).segments
        lines = {piece: Strip([Segment(piece.text, base + piece.style)], width) for piece in set(bar)}
        return [lines[piece] for piece in bar]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Be as wide as there is room."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Be as high as there is room."""
        return 0

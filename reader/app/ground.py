"""What the parts of the desk that draw line by line have in common: their styles, and the way to the screen.

To ask Textual for a style takes longer than to draw the line that it is for; so does its way through borders,
padding to the sides, tints and opacity, of which these widgets have none.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from rich.style import Style
from textual._styles_cache import StylesCache
from textual.css.styles import StylesBase
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget


class Grounded(Widget):
    """A widget that draws line by line; what it draws is no text to be selected, unless it says so."""

    ALLOW_SELECT = False

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles_cache = Lines(self.draw_line)
        self._parts: dict[str, Style] = {}

    def draw_line(self, y: int) -> Strip:
        """Draw a line of what is in sight; a subclass says how."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Give a line to whom Textual asks for it: the mouse, which may want to know more than is drawn."""
        return self.draw_line(y)

    @cached_property
    def ground(self) -> Style:
        """The style that everything is laid upon."""
        return self.rich_style

    def part(self, name: str) -> Style:
        """Give the style of a part, to be laid over another."""
        style = self._parts.get(name)
        if style is None:
            style = self._parts[name] = self.get_component_rich_style(name, partial=True)
        return style

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Give the filters that lines go through, without the one that would make a copy of each.

        It looks for the terminal's own colours among others, and for what is dim: neither is drawn here.
        """
        return [each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)]

    def notify_style_update(self) -> None:
        """Forget the styles of other colours."""
        super().notify_style_update()
        self.__dict__.pop("ground", None)
        self._parts.clear()


class Blank(StylesCache):
    """A ground with nothing on it: all its lines are one strip, which is filtered and cut but once."""

    def render_line(self, styles: StylesBase, y: int, size: Size, *rest: Any) -> Strip:
        """Give a line of the widget, which has no border."""
        _content, _padding, under, background, *_ = rest
        return Strip.blank(size.width, Style(bgcolor=(under + background).rich_color))


class Lines(Blank):
    """The lines of a widget just as they are drawn, below what padding it has at the top."""

    def __init__(self, draw: Callable[[int], Strip]) -> None:
        super().__init__()
        self._draw = draw

    def render_line(self, styles: StylesBase, y: int, size: Size, *rest: Any) -> Strip:
        """Draw a line of the widget."""
        content, padding, *_ = rest
        if styles.gutter != (padding.top, 0, 0, 0):
            return StylesCache.render_line(self, styles, y, size, *rest)
        line = y - padding.top
        if 0 <= line < content.height:
            return self._draw(line)
        return super().render_line(styles, y, size, *rest)

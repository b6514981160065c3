"""What the parts of the desk that draw line by line have in common: their styles, and the way to the screen.

To ask Textual for a style takes longer than to draw the line that it is for; so does its way through borders,
padding to the sides, tints and opacity, of which these widgets have none.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

from rich.style import Style
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Grounded(Widget):
    """A widget that draws line by line; what it draws is no text to be selected, unless it says so."""

    ALLOW_SELECT = False

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles_cache = Lines(self.draw_line, self.get_line_filters)
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

    def __init__(self) -> None:
        super().__init__()
        self._blank: tuple[int, Color, Strip] | None = None

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Give lines of the widget, which has no border."""
        return [self.blank(widget, crop.width)] * crop.height

    def blank(self, widget: Widget, width: int) -> Strip:
        """Give a line with nothing on it."""
        _, ground = widget.background_colors
        if self._blank is None or self._blank[:2] != (width, ground):
            strip = Strip.blank(width, Style(bgcolor=ground.rich_color))
            for each in widget.get_line_filters():
                strip = strip.apply_filter(each, ground)
            self._blank = width, ground, strip
        return self._blank[2]


class Lines(Blank):
    """The lines of a widget just as they are drawn, below what padding it has at the top."""

    def __init__(self, draw: Callable[[int], Strip], filters: Callable[[], Sequence[LineFilter]]) -> None:
        super().__init__()
        self._draw = draw
        self._filters = filters

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Give lines of the widget; those are drawn that are not known, or are no more what they were."""
        gutter, size = widget.styles.gutter, widget.region.size
        if gutter != (gutter.top, 0, 0, 0):
            return StylesCache.render_widget(self, widget, crop)
        if size.width != self._width:
            self.clear()
            self._width = size.width
        lines = [y for y in crop.line_range if y not in self._cache or y in self._dirty_lines]
        filters = self._filters() if lines else ()
        for y in lines:
            strip = self._draw(y - gutter.top) if y >= gutter.top else self.blank(widget, size.width)
            for each in filters:
                strip = strip.apply_filter(each, widget.background_colors[1])
            self._cache[y] = strip
        self._dirty_lines.difference_update(crop.line_range)
        strips = [self._cache[y] for y in crop.line_range]
        if crop.column_span != (0, size.width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

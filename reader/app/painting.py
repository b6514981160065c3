"""Styled text for one screen line: layers of styles over a stretch of text."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.wrapping import drawn
from reader.narrow import Text

#: A style from one offset up to another; later layers lie over earlier ones.
Layer = tuple[int, int, Style]


def paint(text: Text, start: int, end: int, base: Style, layers: Iterable[Layer]) -> list[Segment]:
    """Cut text[start:end] where layers begin and end, and give each piece the styles that lie over it."""
    inside = [layer for layer in layers if layer[0] < end and layer[1] > start]
    cuts = {start, end}
    for first, last, _ in inside:
        cuts.add(max(start, first))
        cuts.add(min(end, last))
    edges = sorted(cuts)
    return [Segment(drawn(text[left:right]), _over(base, inside, left)) for left, right in pairwise(edges)]


class Line(Strip):
    """A line that is mostly put on the screen as a whole: it is not to keep itself as what it is cut into.

    Else none would be gone before the next search for garbage.
    """

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """Give the pieces up to each cut that is inside."""
        inside = [cut for cut in cuts if cut <= self.cell_length]
        return [self] if inside == [self.cell_length] else super().divide(inside)


def filled(segments: Sequence[Segment], width: int, ground: Style) -> Strip:
    """Give a line as wide as that, filled up or cut; to let Textual fill it makes two of it."""
    segments = [segment for segment in segments if segment.text]
    room = width - sum(segment.cell_length for segment in segments)
    if room < 0:
        return Strip(segments).adjust_cell_length(width)
    return Line([*segments, Segment(" " * room, ground)] if room else segments, width)


def _over(base: Style, layers: Sequence[Layer], offset: int) -> Style:
    for first, last, style in layers:
        if first <= offset < last:
            base += style
    return base

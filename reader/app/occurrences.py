"""Where an actor occurs: as a chart in a row, and as a strip beside the article."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.analysis.findings import Mention

_START = attrgetter("start")
_FULL = 3  # mentions in a stretch that at least make a full bar
_BARS = "▁▂▃▄▅▆"  # no higher, so that rows stay apart


def buckets(mentions: Sequence[Mention], length: int, count: int) -> list[int]:
    """Count sorted mentions in `count` equal stretches of a text of `length` code points."""
    edges = [bisect_left(mentions, length * at / count, key=_START) for at in range(count)] + [len(mentions)]
    return [later - earlier for earlier, later in pairwise(edges)]


def chart(mentions: Sequence[Mention], length: int, width: int) -> str:
    """Draw a bar for each stretch of the text; an empty stretch is blank."""
    counts = buckets(mentions, max(1, length), width)
    most = max(*counts, _FULL)
    return "".join(_BARS[(count * len(_BARS) - 1) // most] if count else " " for count in counts)


class OccurrenceStrip(Widget):
    """A column as high as the view that stands for the whole article and marks some lines in it."""

    COMPONENT_CLASSES = {"strip--rule", "strip--mark", "strip--view"}

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marks: list[int] = []
        self._lines = 1
        self._view = (0, 1)

    def show(self, marks: list[int], lines: int, view: tuple[int, int]) -> None:
        """Mark these lines out of so many; `view` is what is in sight (lines, half-open)."""
        if (marks, lines, view) != (self._marks, self._lines, self._view):
            self._marks, self._lines, self._view = marks, max(1, lines), view
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a row: a mark where a marked line falls into it, a heavier rule where the view is."""
        height = max(1, self.size.height)
        first, last = self._lines * y / height, self._lines * (y + 1) / height
        marked = bisect_left(self._marks, last) - bisect_left(self._marks, first)
        seen = self._view[0] < last and self._view[1] > first
        glyph = ("█" if marked > 2 else "■" if marked else "┃") if seen else ("▪" if marked else "│")
        part = "strip--mark" if marked else "strip--view" if seen else "strip--rule"
        style = self.rich_style + self.get_component_rich_style(part, partial=True)
        return Strip([Segment(glyph, style)]).adjust_cell_length(self.size.width, self.rich_style)

"""Where an actor occurs: as a chart in a row, and as a strip beside the article."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from rich.segment import Segment
from textual.strip import Strip

from reader.analysis.findings import Mention, Span
from reader.app.ground import Grounded
from reader.app.wrapping import Layout

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


class OccurrenceStrip(Grounded):
    """A column as high as the view that stands for the whole article and marks some lines in it."""

    COMPONENT_CLASSES = {"strip--rule", "strip--mark", "strip--view"}

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marks: Sequence[Mention | Span] = ()
        self._drawn = (0, 0, 0, 0)
        self._lines = 1
        self._rows: Counter[int] = Counter()
        self._view = (0, 1)

    def show(self, marks: Sequence[Mention | Span], layout: Layout, view: tuple[int, int]) -> None:
        """Mark the lines of these; `view` is what is in sight (lines, half-open)."""
        drawn = (id(marks), len(marks), id(layout), self.size.height)
        if drawn != self._drawn or marks is not self._marks:
            self._marks, self._drawn, self._lines = marks, drawn, len(layout)
            self._rows = Counter(self._row(layout.line_at(mark.start)) for mark in marks)
            self.refresh()
        if view != self._view:
            self._view = view
            self.refresh()

    def _row(self, line: int) -> int:
        return line * max(1, self.size.height) // max(1, self._lines)

    def render_line(self, y: int) -> Strip:
        """Draw a row: a mark where a marked line falls into it, a heavier rule where the view is."""
        marked = self._rows[y]
        seen = self._row(self._view[0]) <= y <= self._row(max(self._view[0], self._view[1] - 1))
        glyph = ("█" if marked > 2 else "■" if marked else "┃") if seen else ("▪" if marked else "│")
        part = "strip--mark" if marked else "strip--view" if seen else "strip--rule"
        style = self.ground + self.get_component_rich_style(part, partial=True)
        return Strip([Segment(glyph, style)]).adjust_cell_length(self.size.width, self.ground)

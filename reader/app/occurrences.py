"""Where an actor occurs: as a chart in a row, and as a strip beside the article."""

from collections.abc import Sequence
from itertools import pairwise

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from reader.analysis.columns import before_each
from reader.analysis.findings import Mention, Span
from reader.app.ground import Grounded
from reader.app.layout import Layout

_FULL = 3  # mentions in a stretch that at least make a full bar
_BARS = "▁▂▃▄▅▆"  # no higher, so that rows stay apart


def buckets(mentions: Sequence[Mention], length: int, count: int) -> list[int]:
    """Count sorted mentions in `count` equal stretches of a text of `length` code points."""
    edges = [*before_each(mentions, [length * at / count for at in range(count)]), len(mentions)]
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
        self._counted = (0, 0, 0)
        self._counts: list[int] = []
        self._rows: list[tuple[str, str]] = []

    def show(self, marks: Sequence[Mention | Span], layout: Layout, view: tuple[int, int]) -> None:
        """Mark the lines of these; `view` is what is in sight (lines, half-open)."""
        height = max(1, self.size.height)
        counted = (len(marks), id(layout), height)
        if counted != self._counted or marks is not self._marks:
            self._marks, self._counted = marks, counted
            self._counts = _counts(marks, layout, height)
        first, last = (line * height // max(1, len(layout)) for line in (view[0], max(view[0], view[1] - 1)))
        before, self._rows = (
            self._rows,
            [_look(marked, first <= row <= last) for row, marked in enumerate(self._counts)],
        )
        if len(before) != len(self._rows):
            self.refresh()
            return
        changed = [row for row, look in enumerate(self._rows) if look != before[row]]
        if changed:
            self.refresh(Region(0, changed[0], self.size.width, changed[-1] - changed[0] + 1))

    def draw_line(self, y: int) -> Strip:
        """Draw a row: a mark where a marked line falls into it, a heavier rule where the view is."""
        glyph, part = self._rows[y] if y < len(self._rows) else _look(0, False)
        return Strip([Segment(glyph, self.ground + self.part(part))])


def _look(marked: int, seen: bool) -> tuple[str, str]:
    """Give the glyph of a row, and the part of the style sheet that it is in."""
    glyph = ("█" if marked > 2 else "■" if marked else "┃") if seen else ("▪" if marked else "│")
    return glyph, "strip--mark" if marked else "strip--view" if seen else "strip--rule"


def _counts(marks: Sequence[Mention | Span], layout: Layout, rows: int) -> list[int]:
    """Count sorted marks in equal stretches of the lines or, until all lines are known, of the text."""
    if layout.whole:
        firsts = [-(-row * len(layout) // rows) for row in range(1, rows)]
        offsets = [layout.starts[line] if line < len(layout) else len(layout.article.text) for line in firsts]
    else:
        offsets = [len(layout.article.text) * row // rows for row in range(1, rows)]
    edges = [0, *before_each(marks, offsets), len(marks)]
    return [later - earlier for earlier, later in pairwise(edges)]

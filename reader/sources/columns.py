"""In which order the lines of a printed page are read, where its file draws them row by row over the columns.

Lengths are points.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_FEWEST_ROWS = 3  # that a gutter must part
_FEWEST_WORDS = 3  # in a line of text; cells of tables have fewer
_INDENT = 15.0


class Line(NamedTuple):
    """A line of a page: where it begins and ends from the left, its foot from below, and its height."""

    text: str
    x: float
    y: float
    right: float
    height: float


def in_reading_order(rows: Sequence[Sequence[Line]]) -> list[Line]:
    """Give the lines of a page column by column; `rows` are pieces of lines, in the order of the file.

    The order of the file is kept where it does not change columns at every line.
    """
    gutters = _gutters(rows)
    lines = [line for row in rows for line in _parted(row, gutters)]
    if not gutters:
        return lines
    columns = [_column(line, gutters) for line in lines]
    if sum(a != b for a, b in pairwise(columns)) <= 4 * len(gutters):
        return lines
    ordered: list[Line] = []
    region: list[tuple[int, float, Line]] = []
    for line in sorted(lines, key=lambda line: (-line.y, line.x)):
        if _spans(line, gutters):
            ordered += (each for _, _, each in sorted(region, key=lambda each: each[:2]))
            ordered.append(line)
            region = []
        else:
            region.append((_column(line, gutters), -line.y, line))
    return ordered + [each for _, _, each in sorted(region, key=lambda each: each[:2])]


def _gutters(rows: Sequence[Sequence[Line]]) -> list[float]:
    """Find where columns begin that stand beside others, from the left."""
    beside = sorted(
        (right.x, right)
        for left, right in pairwise(piece for row in rows for piece in row)
        if right.x > left.right and abs(right.y - left.y) < left.height
    )
    gutters: list[float] = []
    group: list[Line] = []
    for x, line in [*beside, (float("inf"), None)]:
        if group and x - group[0].x > _INDENT:
            words = median(len(each.text.split()) for each in group)
            if len(group) >= _FEWEST_ROWS and words >= _FEWEST_WORDS:
                gutters.append(group[0].x)
            group = []
        if line is not None:
            group.append(line)
    return gutters


def _parted(row: Sequence[Line], gutters: Sequence[float]) -> Iterator[Line]:
    """Join the pieces of a row that stand in one column."""
    open_: Line | None = None
    for piece in row:
        if open_ is not None and _column(open_, gutters) == _column(piece, gutters):
            open_ = open_._replace(text=f"{open_.text} {piece.text}", right=piece.right)
            continue
        if open_ is not None:
            yield open_
        open_ = piece
    if open_ is not None:
        yield open_


def _column(line: Line, gutters: Sequence[float]) -> int:
    return sum(line.x > gutter - 1 for gutter in gutters)


def _spans(line: Line, gutters: Sequence[float]) -> bool:
    return any(line.x < gutter - 1 and line.right > gutter + 1 for gutter in gutters)

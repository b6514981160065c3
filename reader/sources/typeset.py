"""How a printed page marks its paragraphs: by room, indents and short last lines; its headlines, by size.

Lengths are points. Lines come in the order of reading.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.sources.hyphens import whole, words_of

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"^[–—-]? ?\d{1,4} ?[–—-]?$|\bpage \d+ of \d+\b", re.IGNORECASE)
_ITEM = re.compile(r"(?:[•‣▪◦●]|\(?\d{1,2}[.)]) *\S")
_INDENT = 4.0
_BETWEEN_COLUMNS = 60.0  # more than any indent
_EDGE = 2  # so many lines at the top and the foot of a page can be running titles
_LARGER = 1.2  # times the text: so much larger is a headline
_SENTENCE_ENDS = frozenset(".!?:…”’\"')]")


class Line(NamedTuple):
    """A line of a page: where it begins and ends from the left, its foot from below, and its height."""

    text: str
    x: float
    y: float
    right: float
    height: float


class Printed(NamedTuple):
    """A paragraph on one line, and whether it is set as a headline."""

    text: str
    large: bool


class _Set(NamedTuple):
    """A line, and what is usual around it: the edges of its column, and the room from line to line."""

    line: Line
    left: float
    right: float
    gap: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Printed]:
    """Join the lines of pages: running titles gone, paragraphs parted, divided words whole."""
    lines = [line for page in _without_running_titles(pages) for line in _set(page)]
    sizes = Counter[float]()
    for each in lines:
        sizes[each.line.height] += len(each.line.text)
    usual = max(sizes, key=sizes.__getitem__, default=0.0)
    words = words_of("\n".join(each.line.text for each in lines))
    found: list[Printed] = []
    group: list[str] = []
    for i, each in enumerate(lines):
        group.append(each.line.text)
        large = each.line.height > _LARGER * usual
        if i + 1 == len(lines) or _begins(each, lines[i + 1], large):
            found.append(Printed(" ".join(whole("\n".join(group), words).split()), large))
            group = []
    return found


def _without_running_titles(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    edges = Counter(_shape(line) for page in pages for line in {*page[:_EDGE], *page[-_EDGE:]})
    repeated = {shape for shape, count in edges.items() if count >= max(2, 0.4 * len(pages))}

    def runs(i: int, page: Sequence[Line]) -> bool:
        at_edge = i < _EDGE or i >= len(page) - _EDGE
        return at_edge and (_shape(page[i]) in repeated or _NUMBER.search(page[i].text) is not None)

    kept = ([line for i, line in enumerate(page) if not runs(i, page)] for page in pages)
    return [lines or list(page) for lines, page in zip(kept, pages, strict=True)]


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _set(page: Sequence[Line]) -> list[_Set]:
    """Find the columns of a page, and where lines of one size begin and end in each."""
    column: dict[float, int] = {}
    number, last = 0, 0.0
    for x in sorted({line.x for line in page}):
        number += x - last > _BETWEEN_COLUMNS
        column[x], last = number, x
    together: dict[tuple[int, float], list[Line]] = defaultdict(list)
    for line in page:
        together[column[line.x], line.height].append(line)
    usual = {key: _usual(lines) for key, lines in together.items()}
    return [_Set(line, *usual[column[line.x], line.height]) for line in page]


def _usual(lines: Sequence[Line]) -> tuple[float, float, float]:
    gaps = sorted(a.y - b.y for a, b in pairwise(lines) if a.y > b.y)
    rights = sorted(line.right for line in lines)
    gap = gaps[len(gaps) // 4] if gaps else 0.0
    return min(line.x for line in lines), rights[int(0.9 * (len(rights) - 1))], gap


def _begins(above: _Set, below: _Set, large: bool) -> bool:
    """Tell whether a paragraph begins with the line below; headlines may be centred, and end as they like."""
    a, b = above.line, below.line
    if a.height != b.height or _ITEM.match(b.text) or a.y - b.y > 1.35 * above.gap > 0:
        return True
    if large:
        return False
    if b.x - below.left > _INDENT and a.x - above.left <= _INDENT and not _ITEM.match(a.text):
        return True
    word = len(b.text.split(" ", 1)[0]) + 1
    room = above.right - a.right - word * (a.right - a.x) / len(a.text)
    return room > 0 and a.text[-1] in _SENTENCE_ENDS  # the word would have fitted

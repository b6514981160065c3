"""How a printed page marks its paragraphs: by room, indents and short last lines; its headlines, by size.

Lengths are points. Lines come in the order of reading.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.sources.columns import Line
from reader.sources.furniture import names_owner
from reader.sources.hyphens import whole, words_of

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"^[–—-]? ?\d{1,4} ?[–—-]?$|\bpage \d+ of \d+\b", re.IGNORECASE)
_ITEM = re.compile(r"[•‣▪◦●] *\S|\(?\d{1,2}[.)](?! *\d) *\S")
_INDENT = 4.0
_BETWEEN_COLUMNS = 60.0  # more than any indent
_FULL = 2.0
_FEWEST_LINES = 8  # that tell whether a column is justified
_EDGE = 2  # so many lines at the top and the foot of a page can be running titles
_LARGER = 1.2  # times the text: so much larger is a headline
_SMALLER = 0.95
_SENTENCE_ENDS = frozenset(".!?:…”’\"')]")


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
    justified: bool  # most lines of the column end at its right edge


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Printed]:
    """Join the lines of pages: running titles gone, paragraphs parted, divided words whole.

    Small print, as of notes, comes after the paragraph that it interrupts; captions with a credit are none.
    """
    lines = [line for page in _without_running_titles(pages) for line in _set(page)]
    sizes = Counter[float]()
    for each in lines:
        sizes[each.line.height] += len(each.line.text)
    usual = max(sizes, key=sizes.__getitem__, default=0.0)
    words = words_of("\n".join(each.line.text for each in lines))
    text: list[_Set] = []
    small: dict[int, list[_Set]] = defaultdict(list)  # by how many lines of text stand before it
    for each in lines:
        (small[len(text)] if each.line.height < _SMALLER * usual else text).append(each)
    found: list[Printed] = []
    end = 0
    for group in _groups(text, usual):
        before, end = end, end + len(group)
        notes = [line for at in range(before + 1, end) for line in small.pop(at, ())]
        parts = [*_groups(small.pop(before, ()), usual), group, *_groups(notes, usual)]
        found += (_printed(part, usual, words) for part in parts)
    found += (_printed(part, usual, words) for part in _groups(small.pop(end, ()), usual))
    return [each for each in found if each.text]


def _groups(lines: Sequence[_Set], usual: float) -> Iterator[list[_Set]]:
    """Part lines at the beginnings of paragraphs."""
    group: list[_Set] = []
    for i, each in enumerate(lines):
        group.append(each)
        below, after = [*lines[i + 1 : i + 3], None, None][:2]
        if below is None or _begins(each, below, after, each.line.height > _LARGER * usual):
            yield group
            group = []


def _printed(group: Sequence[_Set], usual: float, words: frozenset[str]) -> Printed:
    text = " ".join(whole("\n".join(each.line.text for each in group), words).split())
    height = group[-1].line.height
    if height < _SMALLER * usual and names_owner(text):  # a caption, and whose the picture is
        text = ""
    return Printed(text, height > _LARGER * usual)


def _without_running_titles(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    edges = [_at_edge(page) for page in pages]
    shapes = Counter(shape for page in edges for shape in set(map(_shape, page)))
    repeated = {shape for shape, count in shapes.items() if count >= max(2, 0.4 * len(pages))}
    kept = (
        [
            line
            for line in page
            if line not in edge or not (_shape(line) in repeated or _NUMBER.search(line.text))
        ]
        for page, edge in zip(pages, edges, strict=True)
    )
    return [lines or list(page) for lines, page in zip(kept, pages, strict=True)]


def _at_edge(page: Sequence[Line]) -> set[Line]:
    """Give the topmost lines of a page, and the lowest."""
    lines = sorted(page, key=lambda line: line.y)
    return {*lines[:_EDGE], *lines[-_EDGE:]}


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


def _usual(lines: Sequence[Line]) -> tuple[float, float, float, bool]:
    gaps = sorted(a.y - b.y for a, b in pairwise(lines) if a.y > b.y)
    rights = sorted(line.right for line in lines)
    gap = gaps[len(gaps) // 4] if gaps else 0.0
    right = rights[int(0.9 * (len(rights) - 1))]
    full = sum(abs(line.right - right) < _FULL for line in lines)
    return min(line.x for line in lines), right, gap, len(lines) > _FEWEST_LINES and full > 0.35 * len(lines)


def _begins(above: _Set, below: _Set, after: _Set | None, large: bool) -> bool:
    """Tell whether a paragraph begins with the line `below`; headlines may be centred, and end as they like.

    `after` is the line below that.
    """
    a, b = above.line, below.line
    if a.height != b.height or _ITEM.match(b.text):
        return True
    ends = a.text[-1] in _SENTENCE_ENDS
    goes_on = not ends and b.text[0].islower()  # whatever stands in between, such as a picture
    if a.y - b.y > 1.35 * above.gap > 0 and not goes_on:
        return True
    if large:
        return False
    if _is_indented(below) and not _ITEM.match(a.text):
        if not _is_indented(above):
            return True
        if ends and (after is None or not _is_indented(after) or b.text[-1] in _SENTENCE_ENDS):
            return True  # two paragraphs of which the first has only one line
    if above.justified:
        return a.right < above.right - _FULL
    word = len(b.text.split(" ", 1)[0]) + 1
    room = above.right - a.right - word * (a.right - a.x) / len(a.text)
    return room > 0 and ends  # the word would have fitted


def _is_indented(each: _Set) -> bool:
    return each.line.x - each.left > _INDENT

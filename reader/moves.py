"""One step along places in text order, round the ends of the article."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from reader.analysis.findings import Mention, Quote, Span
from reader.article import Link

_START = attrgetter("start")
Mark = TypeVar("Mark", Mention, Quote, Span, Link)


class Move(NamedTuple):
    """Where a move led: number `number` (from 1) of `total`; `wrapped` if it passed an end of the article."""

    start: int
    end: int
    number: int
    total: int
    wrapped: bool = False


def step(places: Sequence[Mark], current: Mark | None, place: int, direction: int) -> Move | None:
    """Give the next or previous of sorted `places`, seen from `current` or, without it, from `place`."""
    if not places:
        return None
    first = bisect_left(places, current.start if current is not None else place, key=_START)
    at = first - 1 if direction < 0 else first
    if current is not None:
        beyond = bisect_right(places, current.start, key=_START)
        here = next((i for i in range(first, beyond) if places[i] == current), None)
        if here is not None:
            at = here + direction
        elif direction > 0:
            at = beyond
    wrapped = not 0 <= at < len(places)
    at %= len(places)
    return Move(places[at].start, places[at].end, at + 1, len(places), wrapped)

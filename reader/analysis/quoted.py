"""Which mentions stand in the words of a quote."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from reader.analysis.findings import Mention, Span

_START = attrgetter("start")
_NESTED = 6  # mentions that may stand in one another, or side by side in one


def mentions_in(segments: Iterable[Span], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Give the mentions that begin within segments; `mentions` are sorted by start."""
    for segment in segments:
        first = bisect_left(mentions, segment.start, key=_START)
        yield from mentions[first : bisect_left(mentions, segment.end, lo=first, key=_START)]


def is_within(spans: Sequence[Span], mention: Mention) -> bool:
    """Tell whether a mention begins within one of `spans`, which are sorted and do not overlap."""
    at = bisect_left(spans, mention.start + 1, key=_START) - 1
    return at >= 0 and mention.start < spans[at].end


def mention_of(place: int, mentions: Sequence[Mention]) -> Mention | None:
    """Find the shortest mention that covers a place; `mentions` are sorted by start."""
    at = bisect_left(mentions, place + 1, key=_START)
    around = (each for each in mentions[max(0, at - _NESTED) : at] if each.end > place)
    return min(around, key=lambda each: each.end - each.start, default=None)

"""Who is on stage so far: findings gathered batch by batch, and the questions one can ask of them.

Lists are kept sorted by text order, so that every question costs a bisection and not a scan, and every batch
what it brings and not what is there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from reader.analysis.findings import Actor, Analysis, Findings, Mention, Quote, Span

T = TypeVar("T")

_START = attrgetter("start")
_FIRST = itemgetter(0)

_Segment = tuple[int, int, Quote]


def _text_order(mention: Mention) -> tuple[int, int]:
    """Sort by start; of equal starts, the longer mention first."""
    return mention.start, -mention.end


def _segment_order(segment: _Segment) -> tuple[int, int, int]:
    return segment[0], segment[1], segment[2].start


class Stage:
    """Everything found so far in one article."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.mentions: list[Mention] = []
        self.quotes: list[Quote] = []
        self.done = 0
        self.total = 0
        self.batches = 0  # that were taken in: as long as there are no more, every answer stays the same
        self._by_actor: dict[str, list[Mention]] = {}
        self._by_speaker: dict[str | None, list[Quote]] = {}
        self._by_addressee: dict[str, list[Quote]] = {}
        self._segments: list[_Segment] = []
        self._longest = 0
        self._strangers: set[str] = set()  # actors of whom only a first look tells

    @property
    def complete(self) -> bool:
        """Whether the whole article has been understood."""
        return self.total > 0 and self.done >= self.total

    @property
    def part(self) -> float:
        """How much of the article has been understood, from 0 to 1."""
        return self.done / self.total if self.total else 1.0

    def apply(self, findings: Findings) -> None:
        """Take in a batch; see :mod:`reader.analysis.findings` for the order in which it counts."""
        self.done, self.total = findings.done, findings.total
        self.batches += 1
        self._merge(dict(findings.merged))
        if findings.span is not None:
            self._clear(findings.span)
        for actor in findings.actors:
            if findings.ahead:
                self._strangers.add(actor.id)
            elif actor.id in self._strangers:
                self._dismiss(actor.id)
            self.actors[actor.id] = actor
        for mention in findings.mentions:
            self._put_mention(mention)
        for quote in findings.quotes:
            self._put_quote(quote)
        for stranger in [each for each in self._strangers if not self._knows(each)]:
            self._dismiss(stranger)

    def mentions_of(self, actor: str) -> Sequence[Mention]:
        """Give the mentions of an actor in text order."""
        return self._by_actor.get(actor, ())

    def quotes_of(self, speaker: str | None) -> Sequence[Quote]:
        """Give the quotes of a speaker in text order; None asks for those of nobody."""
        return self._by_speaker.get(speaker, ())

    def mentions_in(self, start: int, end: int) -> Iterator[Mention]:
        """Give the mentions that overlap a span, outer ones before those nested in them."""
        first = bisect_left(self.mentions, start - self._longest, key=_START)
        last = bisect_left(self.mentions, end, key=_START)
        return (mention for mention in self.mentions[first:last] if mention.end > start)

    def segments_in(self, start: int, end: int) -> Iterator[tuple[int, int, Quote]]:
        """Give the stretches of quoted words that overlap a span, each with its quote."""
        first = max(0, bisect_right(self._segments, start, key=_FIRST) - 1)
        last = bisect_left(self._segments, end, key=_FIRST)
        return (segment for segment in self._segments[first:last] if segment[1] > start)

    def quote_at(self, offset: int) -> Quote | None:
        """Give the quote whose words hold `offset`, or that spans it by its cue."""
        at = bisect_right(self.quotes, offset, key=_START) - 1
        if at >= 0 and offset < self.quotes[at].end:
            return self.quotes[at]
        return None

    def snapshot(self) -> Analysis:
        """Give what was found as plain immutable data."""
        present = {mention.actor for mention in self.mentions} | {quote.speaker for quote in self.quotes}
        actors = {key: actor for key, actor in self.actors.items() if key in present}
        return Analysis(actors, tuple(self.mentions), tuple(self.quotes))

    def _merge(self, merged: dict[str, str]) -> None:
        moved = [mention for old in merged for mention in self._by_actor.pop(old, ())]
        spoken = [quote for old in merged for quote in self._by_speaker.get(old, ())]
        heard = [quote for old in merged for quote in self._by_addressee.get(old, ())]
        for old in merged:
            self.actors.pop(old, None)
        for mention in moved:
            self._put_mention(mention._replace(actor=_follow(merged, mention.actor) or mention.actor))
        for quote in dict.fromkeys(spoken + heard):
            speaker, addressee = _follow(merged, quote.speaker), _follow(merged, quote.addressee)
            self._put_quote(quote._replace(speaker=speaker, addressee=addressee))

    def _clear(self, span: Span) -> None:
        """Take away what was found in a span."""
        for mention in _cut(self.mentions, span):
            _remove(self._by_actor[mention.actor], mention, _text_order)
        for quote in _cut(self.quotes, span):
            self._unfile(quote)

    def _knows(self, actor: str) -> bool:
        return bool(self._by_actor.get(actor) or self._by_speaker.get(actor))

    def _dismiss(self, stranger: str) -> None:
        self._strangers.discard(stranger)
        self.actors.pop(stranger, None)

    def _put_mention(self, mention: Mention) -> None:
        before = _put(self.mentions, mention, _text_order)
        if before is not None and before.actor in self._by_actor:
            _remove(self._by_actor[before.actor], before, _text_order)
        _put(self._by_actor.setdefault(mention.actor, []), mention, _text_order)
        self._longest = max(self._longest, mention.end - mention.start)

    def _put_quote(self, quote: Quote) -> None:
        before = _put(self.quotes, quote, _START)
        if before is not None:
            self._unfile(before)
        _put(self._by_speaker.setdefault(quote.speaker, []), quote, _START)
        if quote.addressee is not None:
            _put(self._by_addressee.setdefault(quote.addressee, []), quote, _START)
        for segment in quote.segments:
            _put(self._segments, (segment.start, segment.end, quote), _segment_order)

    def _unfile(self, quote: Quote) -> None:
        _remove(self._by_speaker[quote.speaker], quote, _START)
        if quote.addressee is not None:
            _remove(self._by_addressee[quote.addressee], quote, _START)
        for segment in quote.segments:
            _remove(self._segments, (segment.start, segment.end, quote), _segment_order)


def gather(batches: Iterable[Findings], tell: Callable[[float], None] = lambda part: None) -> Analysis:
    """Apply batches in order and give the whole; `tell` is told what part of it is there."""
    stage = Stage()
    for batch in batches:
        stage.apply(batch)
        tell(stage.part)
    return stage.snapshot()


def _put(items: list[T], item: T, key: Callable[[T], Any]) -> T | None:
    """Put an item in its place; gives the one of the same key that it replaces."""
    at = bisect_left(items, key(item), key=key)
    if at < len(items) and key(items[at]) == key(item):
        before, items[at] = items[at], item
        return before
    items.insert(at, item)
    return None


def _remove(items: list[T], item: T, key: Callable[[T], Any]) -> None:
    """Take away the item with the key of `item`, if there is one."""
    at = bisect_left(items, key(item), key=key)
    if at < len(items) and key(items[at]) == key(item):
        del items[at]


def _cut(items: list[T], span: Span) -> list[T]:
    """Take out what starts in a span."""
    first = bisect_left(items, span.start, key=_START)
    last = bisect_left(items, span.end, lo=first, key=_START)
    taken = items[first:last]
    del items[first:last]
    return taken


def _follow(merged: dict[str, str], key: str | None) -> str | None:
    """Follow a chain of merges to its end, however it is tied."""
    seen: set[str] = set()
    while key is not None and key in merged and key not in seen:
        seen.add(key)
        key = merged[key]
    return key

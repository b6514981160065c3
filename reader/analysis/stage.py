"""Who is on stage so far: findings gathered batch by batch, and the questions one can ask of them.

Lists are kept sorted by text order, so that every question costs a bisection and not a scan.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter, itemgetter

from reader.analysis.findings import Actor, Analysis, Findings, Mention, Quote

_START = attrgetter("start")
_FIRST = itemgetter(0)


def _text_order(mention: Mention) -> tuple[int, int]:
    """Sort by start; of equal starts, the longer mention first."""
    return mention.start, -mention.end


class Stage:
    """Everything found so far in one article."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.mentions: list[Mention] = []
        self.quotes: list[Quote] = []
        self.done = 0
        self.total = 0
        self._mention_at: dict[tuple[int, int], Mention] = {}
        self._quote_at: dict[int, Quote] = {}
        self._by_actor: dict[str, list[Mention]] = {}
        self._by_speaker: dict[str | None, list[Quote]] = {}
        self._segments: list[tuple[int, int, Quote]] = []
        self._longest = 0

    @property
    def complete(self) -> bool:
        """Whether the whole article has been understood."""
        return self.total > 0 and self.done >= self.total

    def apply(self, findings: Findings) -> None:
        """Take in a batch; see :mod:`reader.analysis.findings` for the order in which it counts."""
        self.done, self.total = findings.done, findings.total
        self._merge(dict(findings.merged))
        for actor in findings.actors:
            self.actors[actor.id] = actor
        self._put_mentions(findings.mentions)
        self._put_quotes(findings.quotes)

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
        if not merged:
            return
        moved = [mention for old in merged for mention in self._by_actor.pop(old, ())]
        spoken = [quote for old in merged for quote in self._by_speaker.get(old, ())]
        heard = [quote for quote in self.quotes if quote.addressee in merged]
        for old in merged:
            self.actors.pop(old, None)
        self._put_mentions(
            replace(mention, actor=_follow(merged, mention.actor) or mention.actor) for mention in moved
        )
        self._put_quotes(
            replace(quote, speaker=_follow(merged, quote.speaker), addressee=_follow(merged, quote.addressee))
            for quote in dict.fromkeys(spoken + heard)
        )

    def _put_mentions(self, mentions: Iterable[Mention]) -> None:
        touched = set()
        appended = True
        for mention in mentions:
            key = (mention.start, mention.end)
            before = self._mention_at.get(key)
            self._mention_at[key] = mention
            self._longest = max(self._longest, mention.end - mention.start)
            if before is not None:
                appended = False
                touched.add(before.actor)
            elif appended:
                appended = not self.mentions or _text_order(self.mentions[-1]) < _text_order(mention)
                self.mentions.append(mention)
            touched.add(mention.actor)
        if not appended:
            self.mentions = sorted(self._mention_at.values(), key=_text_order)
        if touched:
            self._by_actor.update(_grouped(self.mentions, touched))

    def _put_quotes(self, quotes: Iterable[Quote]) -> None:
        changed = False
        for quote in quotes:
            self._quote_at[quote.start] = quote
            changed = True
        if not changed:
            return
        self.quotes = sorted(self._quote_at.values(), key=_START)
        self._segments = sorted(
            ((segment.start, segment.end, quote) for quote in self.quotes for segment in quote.segments),
            key=lambda segment: segment[:2],
        )
        by_speaker: defaultdict[str | None, list[Quote]] = defaultdict(list)
        for quote in self.quotes:
            by_speaker[quote.speaker].append(quote)
        self._by_speaker = dict(by_speaker)


def gather(batches: Iterable[Findings]) -> Analysis:
    """Apply batches in order and give the whole."""
    stage = Stage()
    for batch in batches:
        stage.apply(batch)
    return stage.snapshot()


def _grouped(mentions: Iterable[Mention], actors: set[str]) -> dict[str, list[Mention]]:
    groups: dict[str, list[Mention]] = {actor: [] for actor in actors}
    for mention in mentions:
        if mention.actor in actors:
            groups[mention.actor].append(mention)
    return groups


def _follow(merged: dict[str, str], key: str | None) -> str | None:
    """Follow a chain of merges to its end, however it is tied."""
    seen: set[str] = set()
    while key is not None and key in merged and key not in seen:
        seen.add(key)
        key = merged[key]
    return key

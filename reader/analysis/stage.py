"""Who is on stage so far: findings gathered batch by batch, and the questions one can ask of them.

Everything is kept sorted by text order, so that every question costs a bisection and not a scan, and every
batch what it brings and not what is there.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from reader.analysis.columns import Selection, Sorted
from reader.analysis.findings import Actor, Analysis, Findings, Mention, Quote, Span
from reader.analysis.tables import Mentions, Quotes

K = TypeVar("K")
T = TypeVar("T")


class Stage:
    """Everything found so far in one article."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.mentions = Mentions()
        self.quotes = Quotes()
        self.done = 0
        self.total = 0
        self._batches = 0
        self._by_actor: dict[str, Selection[Mention]] = {}
        self._by_speaker: dict[str | None, Selection[Quote]] = {}
        self._by_addressee: dict[str, Selection[Quote]] = {}
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

    @property
    def ground(self) -> object:
        """What every answer rests on: as long as this is the same, nothing more has been found."""
        return self, self._batches

    def apply(self, findings: Findings) -> None:
        """Take in a batch; see :mod:`reader.analysis.findings` for the order in which it counts."""
        self.done, self.total = findings.done, findings.total
        self._merge(dict(findings.merged))
        if findings.span is not None:
            self._clear(findings.span)
        for actor in findings.actors:
            if findings.ahead:
                self._strangers.add(actor.id)
            elif actor.id in self._strangers:
                self._dismiss(actor.id)
            self.actors[actor.id] = actor
        mentions, quotes = findings.mentions, findings.quotes
        if isinstance(mentions, Mentions) and isinstance(quotes, Quotes) and not self._batches:
            self._take_up(mentions.copy(), quotes.copy())
        else:
            for mention in mentions:
                self._put_mention(mention)
            for quote in quotes:
                self._put_quote(quote)
        for stranger in [each for each in self._strangers if not self._knows(each)]:
            self._dismiss(stranger)
        self._batches += 1
        if self.complete:
            self.mentions.tighten()
            self.quotes.tighten()

    def mentions_of(self, actor: str) -> Sequence[Mention]:
        """Give the mentions of an actor in text order."""
        return self._by_actor.get(actor, ())

    def weight(self, actor: str) -> int:
        """Count the mentions of an actor."""
        found = self._by_actor.get(actor)
        return len(found.keys) if found is not None else 0

    def quotes_of(self, speaker: str | None) -> Sequence[Quote]:
        """Give the quotes of a speaker in text order; None asks for those of nobody."""
        return self._by_speaker.get(speaker, ())

    def mentions_in(self, start: int, end: int) -> Iterator[Mention]:
        """Give the mentions that overlap a span, outer ones before those nested in them."""
        mentions = self.mentions
        here = mentions.keys[mentions.before(max(0, start - self._longest)) : mentions.before(end)]
        return (mention for mention in map(mentions.make, here) if mention.end > start)

    def segments_in(self, start: int, end: int) -> Iterator[tuple[int, int, Quote]]:
        """Give the stretches of quoted words that overlap a span, each with its quote."""
        segments = self.quotes.segments
        first = max(0, segments.before(start + 1) - 1)
        here = map(segments.make, segments.keys[first : segments.before(end)])
        return ((first, last, self.quotes.make(quote)) for first, last, quote in here if last > start)

    def quote_at(self, offset: int) -> Quote | None:
        """Give the quote whose words hold `offset`, or that spans it by its cue."""
        at = self.quotes.before(offset + 1) - 1
        if at >= 0 and offset < self.quotes[at].end:
            return self.quotes[at]
        return None

    def snapshot(self) -> Analysis:
        """Give what was found as immutable data: what becomes of this stage does not change it."""
        present = {*self.mentions.actors(), *self.quotes.speakers()}
        actors = {key: actor for key, actor in self.actors.items() if key in present}
        return Analysis(actors, self.mentions.copy(), self.quotes.copy())

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
        for mention in self.mentions.cut(span):
            self._by_actor[mention.actor].drop(self.mentions.key_of(mention))
        for quote in self.quotes.cut(span):
            self._unfile(quote)

    def _knows(self, actor: str) -> bool:
        return bool(self._by_actor.get(actor) or self._by_speaker.get(actor))

    def _dismiss(self, stranger: str) -> None:
        self._strangers.discard(stranger)
        self.actors.pop(stranger, None)

    def _take_up(self, mentions: Mentions, quotes: Quotes) -> None:
        """Take in everything at once, that of an article that is opened again."""
        self.mentions, self.quotes = mentions, quotes
        for key, actor in zip(mentions.keys, mentions.actors(), strict=True):
            _file(self._by_actor, actor, mentions, key)
        for key, speaker, addressee in zip(quotes.keys, quotes.speakers(), quotes.addressees(), strict=True):
            _file(self._by_speaker, speaker, quotes, key)
            if addressee is not None:
                _file(self._by_addressee, addressee, quotes, key)
        self._longest = max((mention.end - mention.start for mention in mentions), default=0)

    def _put_mention(self, mention: Mention) -> None:
        key, before = self.mentions.key_of(mention), self.mentions.put(mention)
        if before is not None and before.actor in self._by_actor:
            self._by_actor[before.actor].drop(key)
        self._longest = max(self._longest, mention.end - mention.start)
        _file(self._by_actor, mention.actor, self.mentions, key)

    def _put_quote(self, quote: Quote) -> None:
        before = self.quotes.put(quote)
        if before is not None:
            self._unfile(before)
        _file(self._by_speaker, quote.speaker, self.quotes, quote.start)
        if quote.addressee is not None:
            _file(self._by_addressee, quote.addressee, self.quotes, quote.start)

    def _unfile(self, quote: Quote) -> None:
        self._by_speaker[quote.speaker].drop(quote.start)
        if quote.addressee is not None:
            self._by_addressee[quote.addressee].drop(quote.start)


def gather(batches: Iterable[Findings], tell: Callable[[float], None] = lambda part: None) -> Analysis:
    """Apply batches in order and give the whole; `tell` is told what part of it is there."""
    stage = Stage()
    for batch in batches:
        stage.apply(batch)
        tell(stage.part)
    return stage.snapshot()


def _file(files: dict[K, Selection[T]], under: K, whole: Sorted[T], key: int) -> None:
    """Let an item be found under an actor."""
    if under not in files:
        files[under] = Selection(whole)
    files[under].add(key)


def _follow(merged: dict[str, str], key: str | None) -> str | None:
    """Follow a chain of merges to its end, however it is tied."""
    seen: set[str] = set()
    while key is not None and key in merged and key not in seen:
        seen.add(key)
        key = merged[key]
    return key

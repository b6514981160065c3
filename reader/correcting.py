"""How corrections are carried out, on a whole analysis and on one that still fills.

Corrections, with what has been found so far, give a :class:`Plan`: where the mentions of an id go, where
single mentions go, what the actors concerned look like, whose the quotes are. A plan maps each mention,
actor and quote by itself, so that a batch of findings is corrected as it comes (:mod:`reader.revision`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from reader.analysis.findings import Actor, ActorKind, Analysis, Findings, Mention, MentionForm, Quote, Span
from reader.analysis.stage import Stage
from reader.corrections import ChangeKind, Correction, Merge, NotAnActor, Rename, SetSpeaker, Split, Who
from reader.folding import fold
from reader.narrow import Text

K = TypeVar("K")


@dataclass(frozen=True)
class Plan:
    """What corrections come to for what was found so far; ids are found ones on the left of a mapping.

    `became` says which actor the mentions of an id mean now, `moved` does so for single mentions and comes
    first; None is nobody. `actors` are the actors that differ from what was found, `speakers` the quotes
    (by their starts) that the reader gave to somebody. `corrected` are the ids to be marked as corrected.
    """

    became: dict[str, str | None] = field(default_factory=dict)
    moved: dict[tuple[int, int], str | None] = field(default_factory=dict)
    speakers: dict[int, str | None] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    corrected: frozenset[str] = frozenset()

    def actor_of(self, mention: Mention) -> str | None:
        """Tell whom a found mention means, or that it means nobody."""
        span = mention.start, mention.end
        return self.moved[span] if span in self.moved else self.became.get(mention.actor, mention.actor)

    def mentions(self, found: Iterable[Mention]) -> Iterable[Mention]:
        """Give found mentions as corrected, those of nobody left out."""
        for mention in found:
            actor = self.actor_of(mention)
            if actor == mention.actor:
                yield mention
            elif actor is not None:
                yield mention._replace(actor=actor)

    def quote(self, found: Quote) -> Quote:
        """Give a found quote as corrected."""
        addressee = found.addressee and self.became.get(found.addressee, found.addressee)
        speaker = found.speaker and self._speaker(found, found.speaker)
        named_by, confidence = found.speaker_mention, found.confidence
        if found.start in self.speakers:
            before, speaker, confidence = speaker, self.speakers[found.start], 1.0
            named_by = named_by if speaker == before else None
        if (speaker, addressee, confidence) == (found.speaker, found.addressee, found.confidence):
            return found
        named_by = named_by if speaker is not None else None
        return found._replace(
            speaker=speaker, speaker_mention=named_by, addressee=addressee, confidence=confidence
        )

    def findings(self, found: Findings) -> Findings:
        """Give a batch as corrected; it holds all actors that differ, for they may be new."""
        same = tuple(a for a in found.actors if a.id not in self.became and a.id not in self.actors)
        return found._replace(
            actors=(*same, *self.actors.values()),
            mentions=tuple(self.mentions(found.mentions)),
            quotes=tuple(map(self.quote, found.quotes)),
        )

    def holds_after(self, before: "Plan", found: Findings) -> bool:
        """Tell whether a batch can be added to what was corrected by the plan `before`."""
        if (self.became, self.moved, self.speakers) != (before.became, before.moved, before.speakers):
            return False
        if not before.actors.keys() <= self.actors.keys():
            return False
        concerned = {*self.became, *self.became.values(), *self.moved.values(), *self.actors}
        return concerned.isdisjoint(actor for pair in found.merged for actor in pair)

    def _speaker(self, quote: Quote, speaker: str) -> str | None:
        named_by = quote.speaker_mention
        if named_by is not None and (named_by.start, named_by.end) in self.moved:
            return self.moved[named_by.start, named_by.end]
        return self.became.get(speaker, speaker)


def plan(corrections: Iterable[Correction], stage: Stage, text: Text) -> Plan:
    """Work out what corrections come to, in the order made.

    `stage` holds what was found, `text` is the article's. Whoever is not to be found is left alone, so that
    a correction may wait for its actor to turn up, and does no harm where it never does.
    """
    planner = _Planner(stage, text)
    for correction in corrections:
        planner.take(correction)
    return planner.plan()


def apply(corrections: Sequence[Correction], analysis: Analysis, text: Text) -> Analysis:
    """Give an analysis as corrected; `text` is the article's."""
    if not corrections:
        return analysis
    found = Findings("", 1, 1, (), tuple(analysis.actors.values()), analysis.mentions, analysis.quotes)
    stage = Stage()
    stage.apply(found)
    corrected = Stage()
    corrected.apply(plan(corrections, stage, text).findings(found))
    return corrected.snapshot()


def mention_at(stage: Stage, span: Span) -> Mention | None:
    """Give the mention of a span or, without one, the first that starts or ends with it."""
    here = list(stage.mentions_in(span.start, span.end))
    exact = [mention for mention in here if (mention.start, mention.end) == (span.start, span.end)]
    alike = [mention for mention in here if mention.start == span.start or mention.end == span.end]
    return next(iter(exact or alike), None)


class _Planner:
    """Carries out one correction after the other on mappings, not on mentions."""

    def __init__(self, stage: Stage, text: Text) -> None:
        self._stage = stage
        self._text = text
        self._became: dict[str, str | None] = {}
        self._moved: dict[tuple[int, int], str | None] = {}
        self._speakers: dict[int, str | None] = {}
        self._actors: dict[str, Actor] = {}
        self._corrected: set[str] = set()

    def plan(self) -> Plan:
        """Give what has come of it."""
        return Plan(self._became, self._moved, self._speakers, self._actors, frozenset(self._corrected))

    def take(self, correction: Correction) -> None:
        """Carry out one more correction."""
        match correction:
            case Merge(into, others):
                self._merge([into, *others])
            case Split():
                self._split(correction)
            case SetSpeaker(words, who):
                self._set_speaker(words, who)
            case NotAnActor(who) if actor := self._find(who):
                self._send(actor.id, None)
            case Rename(who, name) if (actor := self._find(who)) and actor.name != name:
                aliases = tuple(dict.fromkeys((actor.name, *actor.aliases)))
                aliases = tuple(alias for alias in aliases if alias != name)
                self._put(actor._replace(name=name, aliases=aliases, named=True))
            case ChangeKind(who, kind, country) if (actor := self._find(who)) and actor.kind != kind:
                code = country or actor.country
                if code is not None or kind is not ActorKind.COUNTRY:
                    self._put(actor._replace(kind=kind, country=code))

    def _merge(self, whom: Iterable[Who]) -> None:
        found = {actor.id: actor for who in whom if (actor := self._find(who))}
        if len(found) < 2:
            return
        first, *others = found.values()
        known = next((actor for actor in found.values() if actor.named), first)  # "a woman" gets a name
        names = [name for actor in others for name in (actor.name, *actor.aliases)]
        aliases = dict.fromkeys([*first.aliases, first.name, *names])
        roles = dict.fromkeys([*first.roles, *(role for actor in others for role in actor.roles)])
        codes = [actor.country for actor in found.values() if actor.country and actor.kind is first.kind]
        for other in others:
            self._send(other.id, first.id)
        self._put(
            first._replace(
                name=known.name,
                named=known.named,
                country=first.country or next(iter(codes), None),
                aliases=tuple(alias for alias in aliases if alias != known.name),
                roles=tuple(roles),
            )
        )

    def _split(self, split: Split) -> None:
        source = self._find(split.who)
        moving = self._moving(split, source)
        if not moving:
            return
        owner = self._named(split.name, split.kind)
        if owner is None or (source is not None and owner.id == source.id):
            kind = split.kind or (source.kind if source is not None else split.who.kind)
            if kind is ActorKind.COUNTRY:  # which has a code, and nobody knows one here
                kind = ActorKind.PLACE
            owner = Actor(self._free_id(split.name), split.name, kind)
        if source is not None:
            self._corrected.add(source.id)
            gone = {fold(words) for words in split.words}
            if gone & set(map(fold, source.aliases)):
                kept = tuple(alias for alias in source.aliases if fold(alias) not in gone)
                self._put(source._replace(aliases=kept))
        self._put(owner)
        self._moved |= dict.fromkeys(((mention.start, mention.end) for mention in moving), owner.id)

    def _moving(self, split: Split, source: Actor | None) -> list[Mention]:
        """Give the found mentions that move: the spans, the words, and pronouns that follow the words."""
        at_spans = (mention_at(self._stage, span) for span in split.spans)
        moving = [mention for mention in at_spans if mention is not None]
        words = {fold(part) for part in split.words}
        follows = False
        for mention in self._mentions_of(source.id) if source is not None and words else ():
            if mention.form is not MentionForm.PRONOUN:
                follows = fold(self._text[mention.start : mention.end]) in words
            if follows:
                moving.append(mention)
        return moving

    def _set_speaker(self, words: Span, who: Who | None) -> None:
        actor = self._find(who) if who is not None else None
        if who is not None and actor is None:
            return
        here = [quote for _, _, quote in self._stage.segments_in(words.start, words.end)]
        quote = next((quote for quote in here if quote.start == words.start), next(iter(here), None))
        if quote is not None:
            self._speakers[quote.start] = actor.id if actor is not None else None

    # Who is who, as corrected so far

    def _find(self, who: Who) -> Actor | None:
        """Find who is meant: by the id, unless all of the places say otherwise; by the places; by name."""
        votes: Counter[str] = Counter()
        for span in who.spans:
            mention = mention_at(self._stage, span)
            actor = self._actor_of(mention) if mention is not None else None
            if actor is not None:
                votes[actor] += 1
        if who.id in votes or not votes:
            known = self._actor(who.id)
            return known if known is not None else self._named(who.name, who.kind)
        return self._actor(votes.most_common(1)[0][0])

    def _actor_of(self, mention: Mention) -> str | None:
        span = mention.start, mention.end
        return self._moved[span] if span in self._moved else self._became.get(mention.actor, mention.actor)

    def _actor(self, key: str) -> Actor | None:
        """Give an actor as corrected so far; None if it is not on stage, or no more."""
        if key in self._became:
            return None
        return self._actors.get(key) or self._stage.actors.get(key)

    def _named(self, name: str, kind: ActorKind | None) -> Actor | None:
        """Find an actor by its name or, if it is the only one, by an alias; kind counts among equals."""
        wanted = fold(name)
        everybody = [actor for key in {**self._stage.actors, **self._actors} if (actor := self._actor(key))]
        by_name = [actor for actor in everybody if fold(actor.name) == wanted]
        if by_name:
            return next((actor for actor in by_name if actor.kind is kind), by_name[0])
        by_alias = [actor for actor in everybody if wanted in map(fold, actor.aliases)]
        return by_alias[0] if len(by_alias) == 1 else None

    def _mentions_of(self, actor: str) -> list[Mention]:
        """Give the found mentions that mean an actor now, in text order."""
        ids = {actor, *(old for old, new in self._became.items() if new == actor)}
        moved = [mention_at(self._stage, Span(*span)) for span, to in self._moved.items() if to == actor]
        mentions = [mention for key in ids for mention in self._stage.mentions_of(key)]
        mentions += [mention for mention in moved if mention is not None]
        now = {(m.start, m.end): m for m in mentions if self._actor_of(m) == actor}
        return [now[span] for span in sorted(now, key=lambda span: (span[0], -span[1]))]

    def _put(self, actor: Actor) -> None:
        self._actors[actor.id] = actor
        self._corrected.add(actor.id)

    def _send(self, old: str, new: str | None) -> None:
        """Let everything of one actor be another's, or nobody's."""
        _redirect(self._became, old, new)
        _redirect(self._moved, old, new)
        _redirect(self._speakers, old, new)
        self._became[old] = new
        self._actors.pop(old, None)

    def _free_id(self, name: str) -> str:
        from reader.analysis.lexicon.spelling import slug

        taken = {*self._stage.actors, *self._actors, *self._became}
        key = slug(name)
        return next(i for i in (key, *(f"{key}-{n}" for n in range(2, len(taken) + 3))) if i not in taken)


def _redirect(ways: dict[K, str | None], old: str, new: str | None) -> None:
    """Let all ways that led to one actor lead to another."""
    ways |= {key: new for key, actor in ways.items() if actor == old}

"""Who of those without a name is on the list of actors: who is quoted, or is spoken of further.

News is full of strangers: "a spokesman", "a passer-by", "the driver". One of them is somebody to a reader
when quotation marks hold her words, or when pronouns mean her again and again, once if she is of somebody's
family ("my wife ... she"); the others are left out, with
all that was found of them. Who is somebody only later gets what was found of her before.
"""

from collections import OrderedDict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from reader.analysis.cast.actors import CastUpdate
from reader.analysis.findings import Actor, ActorKind, Mention, MentionForm, Quote, QuoteKind, Span
from reader.analysis.lexicon.nouns import nouns

_OWNERS = frozenset({"his", "her", "their", "my", "our"})  # begin what relatives are called by
_PRONOUNS = 2  # that make somebody of a stranger, as two mentions do of a body
_LIKELY = 0.5  # of a pronoun that makes somebody of a relative
_WAITING = 64  # strangers of whom what was found is kept

_Shown = tuple[tuple[Actor, ...], tuple[Mention, ...], tuple[Quote, ...]]


@dataclass(eq=False)
class _Stranger:
    """What was found of somebody who is not on the list; `outside` says that not only others speak of her."""

    mentions: list[Mention] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    outside: bool = False
    is_body: bool = False
    is_kin: bool = False

    def join(self, other: "_Stranger") -> None:
        """Take in what was found of her under another id."""
        self.mentions += other.mentions
        self.quotes += other.quotes
        self.outside |= other.outside
        self.is_body |= other.is_body
        self.is_kin |= other.is_kin

    @property
    def is_somebody(self) -> bool:
        if any(quote.kind is not QuoteKind.INDIRECT for quote in self.quotes):
            return True
        if self.is_body:
            return self.outside and len(self.mentions) >= _PRONOUNS
        pronouns = [mention for mention in self.mentions if mention.form is MentionForm.PRONOUN]
        if self.is_kin and any(mention.confidence >= _LIKELY for mention in pronouns):
            return True
        return self.outside and len(pronouns) + bool(self.quotes) >= _PRONOUNS


class Bill:
    """Keeps strangers off the list, window by window."""

    def __init__(self) -> None:
        self._listed: set[str] = set()
        self._strangers: OrderedDict[str, _Stranger] = OrderedDict()

    def read(self, update: CastUpdate, quotes: Sequence[Quote], actors: Mapping[str, Actor]) -> _Shown:
        """Give what is to be shown of a window's findings, and of what was kept back so far.

        `actors` are all who were met so far.
        """
        for old, new in update.merged:
            if old in self._listed:
                self._listed.add(new)
            if old in self._strangers:
                self._strangers.setdefault(new, _Stranger()).join(self._strangers.pop(old))
        spoken = [segment for quote in quotes for segment in _marked(quote)]
        shown, said = [], []
        for mention in update.mentions:
            if self._is_off(mention.actor, actors):
                one = self._strangers.setdefault(mention.actor, _Stranger())
                one.mentions.append(mention)
                one.is_body = actors[mention.actor].kind is not ActorKind.PERSON
                one.is_kin = _is_kin(actors[mention.actor].name)
                one.outside |= not any(span.start <= mention.start < span.end for span in spoken)
            else:
                shown.append(mention)
        for quote in quotes:
            if quote.speaker and self._is_off(quote.speaker, actors):
                self._strangers.setdefault(quote.speaker, _Stranger()).quotes.append(quote)
            said.append(quote)
        risen = {
            key: one
            for key, one in self._strangers.items()
            if one.is_somebody or not self._is_off(key, actors)
        }
        for key, one in risen.items():
            del self._strangers[key]
            self._listed.add(key)
            shown += [mention._replace(actor=key) for mention in one.mentions]
            said += [quote._replace(speaker=key) for quote in one.quotes]
        known = {actor.id: actor for actor in update.actors if not self._is_off(actor.id, actors)}
        known.update((key, actors[key]) for key in risen)
        told = tuple(_without(quote, self._strangers.keys()) for quote in said)
        while len(self._strangers) > _WAITING:
            self._strangers.popitem(last=False)
        return tuple(known.values()), tuple(shown), told

    def _is_off(self, actor: str, actors: Mapping[str, Actor]) -> bool:
        return not actors[actor].named and actor not in self._listed


def named_only(update: CastUpdate, quotes: Sequence[Quote], actors: Mapping[str, Actor]) -> _Shown:
    """Give a window's findings without anybody who has no name."""
    off = {actor.id for actor in actors.values() if not actor.named}
    return (
        tuple(actor for actor in update.actors if actor.named),
        tuple(mention for mention in update.mentions if mention.actor not in off),
        tuple(_without(quote, off) for quote in quotes),
    )


def _is_kin(name: str) -> bool:
    """Tell "my wife" and "her elder son" by what they are called."""
    first, *others = name.split()
    return first in _OWNERS and not nouns().kin.isdisjoint(others)


def _without(quote: Quote, off: Container[str]) -> Quote:
    """The quote without the strangers in it."""
    if quote.speaker in off:
        quote = quote._replace(speaker=None, speaker_mention=None)
    return quote._replace(addressee=None) if quote.addressee in off else quote


def _marked(quote: Quote) -> tuple[Span, ...]:
    return () if quote.kind is QuoteKind.INDIRECT else quote.segments

"""Descriptions that stand for somebody: "the Russian president", "the correspondent", "the bank".

A description is tied to an actor by the role that a title or an apposition gave; where two fit, to nobody.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from reader.analysis.cast.descriptions.aged import Ages
from reader.analysis.cast.descriptions.anonymity import withholders
from reader.analysis.cast.descriptions.body_phrases import BodyPhrases
from reader.analysis.cast.descriptions.compatriots import Compatriots
from reader.analysis.cast.descriptions.spotlight import Spotlight, is_beside
from reader.analysis.cast.roles.bearers import PRESIDING, Bearers
from reader.analysis.cast.roles.cities import CAPITAL
from reader.analysis.cast.roles.incumbents import Incumbents
from reader.analysis.cast.roles.national_phrases import read_national_body
from reader.analysis.cast.roles.noun_phrases import (
    OWNERS,
    NounPhrase,
    read_owned,
    read_phrase,
)
from reader.analysis.cast.roles.roles import Role
from reader.analysis.cast.roles.tellers import tells
from reader.analysis.cast.roster.deeds import deeds
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.lately import Lately
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import is_plural, singular
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles

_THEIRS = 0.75  # that "her coach" is the one coach on stage
_OF_MANY = frozenset({"agent", "leader", "head"})  # "her leader" may be any, "her head" is on her neck
_BODILY = frozenset({"his", "her", "my", "your", "their"})
_ANYBODY = frozenset({"man", "woman", "person"})  # "he is a man who can wait" is no name for him
_LAWMAKER = 0.7  # that "the Vermont senator" is the one senator on stage


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase for one person or organisation at tokens `start` to `end`; its actor, if known.

    `called` are other words that somebody without a name is called by: "a lawmaker" of "one of them".
    """

    start: int
    end: int
    head: str
    entry: Entry | None
    gender: str = ""
    confidence: float = 1.0
    called: str = ""


class Nominals:
    """Remembers who has which role, and reads descriptions by it."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._bearers = Bearers()
        #: Where a noun last introduced somebody without a name.
        self._strangers: dict[str, int] = {}
        self._trades: set[str] = set()  # nouns that no list has, and that the article has for people
        self._nameless: frozenset[int] = frozenset()  # tokens of the document
        self._incumbents = Incumbents(roster)
        self._lately = Lately()
        self.bodies = BodyPhrases(roster, self._lately)
        self._ages = Ages(self._lately)
        self._spotlight = Spotlight(self._lately)
        self._compatriots = Compatriots(roster, self._spotlight)

    def learn(self, role: Role) -> None:
        """Keep a role for the descriptions to come."""
        entry = role.owner.entry.now()
        if entry.kind is ActorKind.ORGANISATION:
            entry.nominals.add(role.head)
            self.bodies.learn(entry, role.country)
        else:
            entry.heads.add(role.head)
            if role.head not in nouns().plain:
                entry.roles.setdefault(role.text, role.head)
            entry.gender = entry.gender or nouns().gender(role.head)
            entry.country = entry.country or role.country
            self._ages.learn(entry, role.text)
            self._incumbents.recognise(role)
            if role.head not in _ANYBODY:
                self._bearers.bear(role.head, entry)
            for noun in nouns().wholes:
                if fold(role.text).endswith(noun) or f"{noun} of" in fold(role.text):
                    self._bearers.bear(nouns().wholes[noun], entry)
        self._roster.changed[entry] = None

    def introduce(self, doc: Doc, named: Iterable[Occurrence]) -> None:
        """Keep how old those are whom a document names, for descriptions before and after their names.

        And of whom it tells that they keep their names back: whatever they are called, they are people.
        """
        self._nameless = frozenset(withholders(doc).values())
        self.bodies.begin()
        for one in named:
            self._ages.meet(one.entry.now())

    def meet(self, doc: Doc, one: Occurrence, here: int) -> None:
        """Let descriptions mean who is named at `here`; calls must come in text order."""
        self.bodies.meet(doc, one, here)
        self._lately.meet(doc, one, here)
        self._compatriots.meet(doc, one)
        if one.entry.now().kind is ActorKind.PERSON:
            for noun in deeds(doc, one):
                self._bearers.bear(noun, one.entry.now())

    def call(self, entry: Entry, *heads: str) -> None:
        """Let somebody be meant by these nouns from here on."""
        entry.heads.update(heads)
        for head in heads:
            self._bearers.bear(head, entry)

    def has_met(self, entry: Entry, place: int) -> bool:
        """Tell whether somebody was named lately before `place`, a code point."""
        return entry in self._lately.between(0, place)

    def is_nameless(self, index: int) -> bool:
        """Tell whether who is meant by the noun at a token of the document keeps the name back."""
        return index in self._nameless

    def knows(self, noun: str) -> bool:
        """Tell whether anybody named may be called so: "the lawyer"."""
        return self._bearers.may_bear(noun, None)

    def bearing(self, noun: str) -> frozenset[Entry]:
        """Everybody named who has been told to be a `noun`: "defendant"."""
        return self._bearers.bearing(noun)

    def describe(self, doc: Doc, index: int, offset: int, at: Map) -> Iterator[Description]:
        """Read the noun phrase that starts at token `index`, if it describes one person or organisation.

        And who is told by it: "the company", "the company's founder".
        """
        here = offset + doc[index].idx
        national = self._national(doc, index, here, at)
        if national is not None:
            yield national
        if compatriot := self._compatriots.read(doc, index, offset, at):
            one, entry, sure = compatriot
            yield Description(index, one.end, "", entry, nouns().gender(fold(doc[one.end - 1].text)), sure)
        elif (aged := self._ages.read(doc, index, here)) and not self._is_strangers(*aged[1:3]):
            end, noun, who, sure = aged
            yield Description(index, end, noun, who, nouns().gender(noun), sure)
        elif phrase := read_phrase(doc, index, at):
            each = national if national and national.end == phrase.end else None
            if each is None and (each := self._read(doc, phrase, offset, at)):
                yield each
            owned = read_owned(doc, phrase, at)
            noun = fold(doc[owned.end - 1].text) if owned is not None else ""
            if owned is not None and nouns().is_person(noun):
                entry, sure = None, 1.0
                if each and each.entry and each.entry.kind is ActorKind.ORGANISATION:
                    entry, sure = self._bearers.find(noun, owned, here)
                yield Description(index, owned.end, noun, entry, nouns().gender(noun), sure)

    def _is_strangers(self, noun: str, who: Entry | None) -> bool:
        """Tell "a boy ... the boy" from somebody of that age of whom was told before."""
        return who is not None and self._strangers.get(noun, -1) > who.last

    def _national(self, doc: Doc, index: int, here: int, at: Map) -> Description | None:
        """ "Turkey's central bank", and of "Turkey's central bank governor"."""
        phrase = read_national_body(doc, index, at)
        entry, sure = self.bodies.national(doc, phrase, here, at) if phrase else (None, 0.0)
        return Description(index, phrase.end, phrase.words, entry, "", sure) if phrase and entry else None

    def _read(self, doc: Doc, phrase: NounPhrase, offset: int, at: Map) -> Description | None:
        index, here = phrase.start, offset + doc[phrase.start].idx
        noun = fold(doc[phrase.end - 1].text)
        if noun == "head" and fold(doc[index].text) in _BODILY:
            return None  # "bowed his head"
        if self._is_person(doc, noun, phrase.end) or tells(doc, phrase):
            entry, sure = self._meant(doc, noun, phrase, offset, at)
            if entry is None and not self._bearers.may_bear(noun, phrase.country):
                entry, sure = self._incumbents.find(doc, noun, phrase, at)
                if entry is not None:
                    self._take_office(entry, noun, doc[index : phrase.end].text, phrase.country)
            if entry is None and not phrase.definite:
                self._strangers[noun] = here
            if entry is None and phrase.end == index + 1:
                return None  # "counsel", which of them whoever speaks
            body = entry is None and noun in organisations().nominals
            if not body or not phrase.definite or phrase.owned:
                return Description(index, phrase.end, noun, entry, nouns().gender(noun), sure)
        if phrase.definite and (not phrase.owned or noun == CAPITAL):
            entry, sure = self.bodies.read(doc, phrase, here, at)
            if entry:
                return Description(index, phrase.end, noun, entry, "", sure)
        return None

    def _meant(
        self, doc: Doc, noun: str, phrase: NounPhrase, offset: int, at: Map
    ) -> tuple[Entry | None, float]:
        """Who is known to be what a definite phrase says, or was named just before and may be so."""
        here = offset + doc[phrase.start].idx
        if _is_somebodys(doc, phrase, noun):
            return self._theirs(doc, noun, phrase, here, at)
        entry, sure = self._bearers.find(noun, phrase, here) if phrase.definite else (None, 0.0)
        if entry is None and phrase.definite and noun in nouns().leaders and not phrase.country:
            entry, sure = self._bearers.at_home(noun, phrase, self.bodies.about, here)
            if entry is None:
                entry, sure = self._bearers.by_title(noun, phrase, here)
        if _is_apposed(doc[phrase.end - 1], at, entry):
            return None, 0.0
        beside = entry is not None and is_beside(doc, phrase.start, entry, at)
        if entry is not None and not (phrase.country and not entry.country and beside):
            return entry, sure
        entry, sure = self._anew(doc, noun, phrase, offset, at)
        if entry is None and (whole := _of_the_whole(noun, phrase, at)):
            entry, sure = self._bearers.find(noun, whole, here)
            sure = min(sure, _LAWMAKER)
        if entry is None and phrase.definite and (noun in PRESIDING or noun not in self._strangers):
            entry, sure = self._of_a_sort(doc, noun, phrase, here)
        return entry, sure

    def _theirs(
        self, doc: Doc, noun: str, phrase: NounPhrase, here: int, at: Map
    ) -> tuple[Entry | None, float]:
        """Who "her coach" or "its president" is, if one on stage is a coach, and not named beside it."""
        entry, sure = self._bearers.find(noun, phrase, here)
        if entry is None or noun not in entry.heads or is_beside(doc, phrase.start, entry, at):
            return None, 0.0
        return entry, min(sure, _THEIRS)

    def _of_a_sort(self, doc: Doc, noun: str, phrase: NounPhrase, here: int) -> tuple[Entry | None, float]:
        """Who is meant by a word for many sorts: "the player", the last one named who may be one."""
        if _is_told_further(doc, phrase.end):
            return None, 0.0
        entry, sure = self._bearers.find_sort(noun, phrase, here)
        if entry is None or entry.last < self._strangers.get(noun, 0):
            return None, 0.0  # but "a judge ... Justice Roe ... the judge"
        if not (noun in PRESIDING or self._spotlight.is_latest(entry, noun, phrase)):
            return None, 0.0
        return entry, sure

    def _anew(
        self, doc: Doc, noun: str, phrase: NounPhrase, offset: int, at: Map
    ) -> tuple[Entry | None, float]:
        """Who was named just before and may be what a definite phrase says; he is called so from there on."""
        if noun in self._strangers and not phrase.country and not phrase.past:
            return None, 0.0
        entry, sure = self._spotlight.find(doc, noun, phrase, offset, at)
        if entry is None or is_beside(doc, phrase.start, entry, at):
            return None, 0.0
        self._take_office(entry, noun, doc[phrase.start : phrase.end].text, phrase.country)
        return entry, sure

    def _is_person(self, doc: Doc, noun: str, end: int) -> bool:
        """Tell a noun for one person, if only by what follows it once: "a packer, who asked"."""
        if nouns().may_describe(noun) or (nouns().may_speak(noun) and self.knows(noun)):
            return not is_plural(noun)
        after = doc[end + (end < len(doc) and doc[end].text == ",") : end + 2]
        told = bool(after) and fold(after[0].text) == "who"
        told = (told or self.is_nameless(end - 1)) and noun == singular(noun)
        if told and noun not in organisations().nominals:
            self._trades.add(noun)
        return noun in self._trades

    def _take_office(self, entry: Entry, noun: str, text: str, country: str | None) -> None:
        entry.heads.add(noun)
        if noun not in nouns().plain:
            entry.roles.setdefault(" ".join(text.removeprefix("The ").removeprefix("the ").split()), noun)
        entry.country = entry.country or country
        self._roster.changed[entry] = None
        self._bearers.bear(noun, entry)


def _is_somebodys(doc: Doc, phrase: NounPhrase, noun: str) -> bool:
    """Tell "her coach", but not "her son" or "her friend", whom everybody may have, nor "her head"."""
    known = nouns()
    is_owned = fold(doc[phrase.start].text) in OWNERS and fold(doc[phrase.start + 1].text) != "own"
    is_owned &= phrase.start == 0 or fold(doc[phrase.start - 1].text) != "as"  # "to serve as our president"
    return is_owned and not known.tie(noun) and noun not in known.plain | known.kin | _OF_MANY


def _of_the_whole(noun: str, phrase: NounPhrase, at: Map) -> NounPhrase | None:
    """The description without its part of a state: "the senator" of "the Vermont senator"."""
    place = at[phrase.start + 1]
    if place is None or noun not in titles().lawmakers or place.entry.now().kind is not ActorKind.PLACE:
        return None
    alone = place.end == phrase.end - 1 and phrase.definite and not phrase.past
    return replace(phrase, modifiers=()) if alone else None


def _is_told_further(doc: Doc, end: int) -> bool:
    """Tell "the officer who read it", whom that tells from others, from "asked the officer for it"."""
    after = doc[end] if end < len(doc) else None
    if after is None:
        return False
    hangs = after.pos_ == "ADP" and after.head.head.i == end - 1
    return hangs or fold(after.text) in ("who", "that", "whose")


def _is_apposed(head: Token, at: Map, entry: Entry | None) -> bool:
    """Tell what says who somebody else is: "Aung San, the Burmese leader who"."""
    one = at[head.head.i] if head.dep_ == "appos" else None
    return one is not None and one.end <= head.i and one.entry.now() is not entry

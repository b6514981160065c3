""" "The two leaders", "both countries": groups of actors that are known already.

Who is meant is told by the noun, by the group of which was told last, by who was named side by side just
before ("the generals", "Mr. Kim and Mr. Putin"), and else by whom the paragraphs are about: a guess.
"""

import math
from collections import deque
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from reader.analysis.cast.roster.entries import NEAR, Entry
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import head_of, is_plural, sentence_start, singular
from reader.analysis.lexicon.spelling import fold

_NUMBERS = {"two": 2, "three": 3}
_LATEST = 120  # mentions of who may be meant
_BESIDE = 600  # code points: who was named side by side within them may be meant
_FADING = 800  # code points after which a mention counts e times less
_AHEAD = 1.25  # how much more than of all others is told of those who are meant, at least
_FAR_AHEAD = 2.0  # of the countries that an article is about
_SURE, _GUESSED = 0.8, 0.6
_ANYBODY = frozenset({"man", "woman"})


class Groups:
    """Finds groups, and keeps who was on stage from window to window."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._latest: deque[tuple[int, Entry]] = deque(maxlen=_LATEST)
        self._beside: deque[tuple[int, frozenset[Entry]]] = deque(maxlen=8)
        self._told: deque[tuple[int, frozenset[Entry]]] = deque(maxlen=8)  # the groups found
        self._sentence = -1  # where the latest begins
        self._sentences: deque[set[Entry]] = deque(maxlen=4)  # who is told of in the latest
        self._called: dict[str, tuple[Entry, ...]] = {}  # the last of them by noun

    def read(self, doc: Doc, offset: int, mentions: Iterable[Occurrence], at: Map) -> list[Occurrence]:
        """Resolve the groups of `doc`, whose other mentions are given."""
        found: list[Occurrence] = []
        told = sorted(mentions, key=lambda one: one.start)
        waiting = iter(told)
        following = next(waiting, None)
        for start, end, number in _plurals(doc):
            while following is not None and following.start < start:
                self._meet(doc, offset, following, at)
                following = next(waiting, None)
            here, noun = offset + doc[start].idx, singular(fold(doc[end - 1].text))
            if not number:
                self._beside.append((here, frozenset(self._bearing(noun))))
                continue
            members, sure = self._members(noun, number, here, _outside(doc, start, told))
            if members:
                group = self._roster.group(tuple(sorted(members, key=lambda entry: entry.order)))
                text = doc[start:end].text
                self._roster.note(group, text[:1].lower() + text[1:], here)
                self._told.append((here, frozenset(members)))
                self._called[noun] = members
                found.append(Occurrence(start, end, group, MentionForm.NOMINAL, sure))
        while following is not None:
            self._meet(doc, offset, following, at)
            following = next(waiting, None)
        return found

    def _meet(self, doc: Doc, offset: int, one: Occurrence, at: Map) -> None:
        """Take in a mention, and whom a name is joined to by "and"."""
        here = offset + doc[one.start].idx
        self._latest.append((here, one.entry))
        sentence = offset + doc[sentence_start(doc, one.start)].idx
        if sentence != self._sentence:
            self._sentence = sentence
            self._sentences.append(set())
        self._sentences[-1].add(one.entry)
        word = head_of(doc, one.start, one.end)
        other = at[word.head.i] if word.dep_ == "conj" else None
        if other is not None and other.end <= one.start:
            self._beside.append((here, frozenset({other.entry.now(), one.entry.now()})))

    def _on_stage(self) -> list[Entry]:
        """Who was mentioned last, the latest first."""
        return list(dict.fromkeys(entry.now() for _, entry in reversed(self._latest)))

    def _bearing(self, noun: str) -> list[Entry]:
        """The people on stage who have the role `noun`, a singular."""
        people = [entry for entry in self._on_stage() if entry.kind is ActorKind.PERSON]
        return [entry for entry in people if any(nouns().same(head, noun) for head in entry.heads)]

    def _members(
        self, noun: str, number: int, here: int, outside: set[Entry]
    ) -> tuple[tuple[Entry, ...], float]:
        """Who the group of `number` is, and how sure that is; `noun` is a singular."""
        states = _means_states(noun)
        fits = [entry for entry in self._on_stage() if entry not in outside and _may_be(entry, noun)]
        if (called := self._called.get(noun)) and len(called) == number and outside.isdisjoint(called):
            return tuple(entry.now() for entry in called), _SURE
        bearing = [] if states else [entry for entry in fits if entry in self._bearing(noun)]
        exactly = [entry for entry in bearing if noun in entry.heads]
        bearing = exactly if len(exactly) >= number else bearing
        if len(bearing) >= number:
            fits = bearing
        elif not states and noun not in nouns().leaders | _ANYBODY:
            return (), 0.0
        if len(fits) == number and (states or bearing):
            return tuple(fits), _SURE
        if states and (about := self._foremost(fits, number, here, states, _FAR_AHEAD)[0]):
            return about, _SURE
        if told := self._joined(self._told, fits, number, here - NEAR, states):
            return tuple(told), _SURE
        if not states and (last := self._in_a_sentence(fits, number)):
            return last, _SURE
        if joined := self._joined(self._beside, fits, number, here - _BESIDE, states):
            return tuple(joined), _SURE
        return self._foremost(fits, number, here, states, _AHEAD)

    def _joined(
        self,
        groups: Iterable[tuple[int, frozenset[Entry]]],
        fits: list[Entry],
        number: int,
        since: int,
        states: bool,
    ) -> list[Entry]:
        """The last of some groups, or their countries, if just as many of those that fit."""
        for when, members in reversed([*groups]):
            now = {entry.now() for entry in members}
            if states:
                now = {self._roster.countries.get(entry.country or "", entry) for entry in now}
            if when > since and len(now) == number and now <= set(fits):
                return list(now)
        return []

    def _in_a_sentence(self, fits: list[Entry], number: int) -> tuple[Entry, ...]:
        """Those that the last sentence told of that tells of as many."""
        for told in reversed(self._sentences):
            here = {entry.now() for entry in told} & set(fits)
            if len(here) >= number:
                return tuple(here) if len(here) == number else ()
        return ()

    def _foremost(
        self, fits: list[Entry], number: int, here: int, states: bool, ahead: float
    ) -> tuple[tuple[Entry, ...], float]:
        """Those of whom the paragraphs before tell, if they tell less of everybody else."""
        told = dict.fromkeys(fits, 0.0)
        for when, entry in self._latest:
            if entry.now() in told:
                told[entry.now()] += math.exp((when - here) / _FADING)
        weights = {entry: float(entry.count) for entry in fits} if states else told
        first = sorted(fits, key=lambda entry: -weights[entry])
        if len(first) < number:
            return (), 0.0
        leads = len(first) == number or weights[first[number - 1]] >= ahead * weights[first[number]]
        return (tuple(first[:number]), _GUESSED) if leads else ((), 0.0)


def _means_states(noun: str) -> bool:
    return noun in map(singular, nouns().countries)


def _may_be(entry: Entry, noun: str) -> bool:
    """Tell whether an actor may be one of the "countries", the "women", the "leaders"."""
    if _means_states(noun):
        return entry.kind is ActorKind.COUNTRY
    return (
        entry.kind is ActorKind.PERSON
        and entry.named
        and nouns().gender(noun) in ("", entry.seems or nouns().gender(noun))
    )


def _outside(doc: Doc, index: int, told: Iterable[Occurrence]) -> set[Entry]:
    """Who is compared with a group, and so is not of it: "China is the largest partner of both countries"."""
    sentence = doc[index].sent
    if not any(child.dep_ == "cop" for child in sentence.root.children):
        return set()
    return {one.entry.now() for one in told if sentence.start <= one.start < index}


def _plurals(doc: Doc) -> Iterator[tuple[int, int, int]]:
    """Find "the two leaders", "both countries" and "the generals": start, end and number, if said, or 0."""
    for token in doc[:-1]:
        word = fold(token.text)
        if word not in ("the", "these", "both"):
            continue
        number = 2 if word == "both" else _NUMBERS.get(fold(doc[token.i + 1].text), 0)
        noun = token.i + (2 if number and word != "both" else 1)
        if noun < len(doc):
            text = fold(doc[noun].text)
            if (number and text in nouns().countries) or is_plural(text):
                yield token.i, noun + 1, number

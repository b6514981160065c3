""" "The two leaders", "both countries": groups of actors that are known already.

Who is meant is told by the noun, by who was named side by side just before ("the generals", "Mr. Kim and Mr.
Putin"), and by who was on stage; a guess unless just as many fit.
"""

from collections import deque
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import head_of, is_plural, singular
from reader.analysis.lexicon.spelling import fold

_NUMBERS = {"two": 2, "three": 3}
_NEAR = 60  # mentions that may be meant
_BESIDE = 600  # code points: who was named side by side within them may be meant
_SURE, _GUESSED = 0.8, 0.6
_ANYBODY = frozenset({"man", "woman"})


class Groups:
    """Finds groups, and keeps who was on stage from window to window."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._latest: deque[Entry] = deque(maxlen=_NEAR)
        self._beside: deque[tuple[int, frozenset[Entry]]] = deque(maxlen=8)

    def read(self, doc: Doc, offset: int, named: list[Occurrence], at: Map) -> list[Occurrence]:
        """Resolve the groups of `doc`, whose named mentions are given in text order."""
        found: list[Occurrence] = []
        waiting = iter(named)
        following = next(waiting, None)
        for start, end, number in _plurals(doc):
            while following is not None and following.start < start:
                self._meet(doc, offset, following, at)
                following = next(waiting, None)
            here, noun = offset + doc[start].idx, singular(fold(doc[end - 1].text))
            if not number:
                self._side_by_side(here, self._bearing(noun))
                continue
            members, sure = self._members(noun, number, here, _outside(doc, start, named))
            if members:
                group = self._roster.group(members)
                text = doc[start:end].text
                self._roster.note(group, text[:1].lower() + text[1:], here)
                self._side_by_side(here, members)
                found.append(Occurrence(start, end, group, MentionForm.NOMINAL, sure))
        while following is not None:
            self._meet(doc, offset, following, at)
            following = next(waiting, None)
        return found

    def _meet(self, doc: Doc, offset: int, one: Occurrence, at: Map) -> None:
        """Take in a named mention, and whom it is joined to by "and"."""
        self._latest.append(one.entry)
        word = head_of(doc, one.start, one.end)
        other = at[word.head.i] if word.dep_ == "conj" else None
        if other is not None and other.end <= one.start:
            self._side_by_side(offset + doc[one.start].idx, (other.entry.now(), one.entry.now()))

    def _side_by_side(self, here: int, members: Iterable[Entry]) -> None:
        self._beside.append((here, frozenset(members)))

    def _on_stage(self) -> list[Entry]:
        """Who was named last, the latest first."""
        return list(dict.fromkeys(entry.now() for entry in reversed(self._latest)))

    def _bearing(self, noun: str) -> list[Entry]:
        """The people on stage who have the role `noun`, a singular."""
        return [
            entry
            for entry in self._on_stage()
            if entry.kind is ActorKind.PERSON and any(nouns().same(head, noun) for head in entry.heads)
        ]

    def _members(
        self, noun: str, number: int, here: int, outside: set[Entry]
    ) -> tuple[tuple[Entry, ...], float]:
        """Who the group of `number` is, and how sure that is; `noun` is a singular."""
        fits = [entry for entry in self._on_stage() if entry not in outside and _may_be(entry, noun)]
        bearing = [entry for entry in fits if entry in self._bearing(noun)]
        states = _means_states(noun)
        exact = len(fits if states else bearing) == number
        joined = self._joined(fits, number, here, states)
        if len(bearing) >= number:
            fits = sorted(bearing, key=lambda entry: -entry.count)
        elif states:
            fits.sort(key=lambda entry: -entry.count)
        elif noun not in nouns().leaders | _ANYBODY:
            return (), 0.0
        if joined and not exact:
            fits = joined
        if len(fits) < number:
            return (), 0.0
        members = sorted(fits[:number], key=lambda entry: entry.order)
        return tuple(members), _SURE if exact or joined else _GUESSED

    def _joined(self, fits: list[Entry], number: int, here: int, states: bool) -> list[Entry]:
        """Who of those that fit, or whose leaders, were named side by side last, if just as many."""
        for when, members in reversed(self._beside):
            now = {entry.now() for entry in members}
            if states:
                now = {self._roster.countries.get(entry.country or "", entry) for entry in now}
            if here - when < _BESIDE and len(now) == number and now <= set(fits):
                return list(now)
        return []


def _means_states(noun: str) -> bool:
    return noun in map(singular, nouns().countries)


def _may_be(entry: Entry, noun: str) -> bool:
    """Tell whether an actor may be one of the "countries", the "women", the "leaders"."""
    if _means_states(noun):
        return entry.kind is ActorKind.COUNTRY
    return entry.kind is ActorKind.PERSON and nouns().gender(noun) in ("", entry.seems)


def _outside(doc: Doc, index: int, named: list[Occurrence]) -> set[Entry]:
    """Who is compared with a group, and so is not of it: "China is the largest partner of both countries"."""
    sentence = doc[index].sent
    if not any(child.dep_ == "cop" for child in sentence.root.children):
        return set()
    return {one.entry.now() for one in named if sentence.start <= one.start < index}


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

""" "The two leaders", "both countries": groups of actors that are known already.

Who is meant is told by the noun and by who was on stage before; a guess unless just as many fit.
"""

from collections import deque
from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis.cast.entries import Entry
from reader.analysis.cast.lexicon import nouns
from reader.analysis.cast.names import fold
from reader.analysis.cast.occurrences import Occurrence
from reader.analysis.cast.phrases import is_plural, singular
from reader.analysis.cast.roster import Roster
from reader.analysis.findings import ActorKind, MentionForm

_NUMBERS = {"two": 2, "three": 3}
_NEAR = 60  # mentions that may be meant
_SURE, _GUESSED = 0.8, 0.6


class Groups:
    """Finds groups, and keeps who was on stage from window to window."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._latest: deque[Entry] = deque(maxlen=_NEAR)

    def read(self, doc: Doc, offset: int, named: list[Occurrence]) -> list[Occurrence]:
        """Resolve the groups of `doc`, whose named mentions are given in text order."""
        found: list[Occurrence] = []
        waiting = iter(named)
        following = next(waiting, None)
        for start, end, number in _phrases(doc):
            while following is not None and following.start < start:
                self._latest.append(following.entry)
                following = next(waiting, None)
            members, sure = self._members(fold(doc[end - 1].text), number, _outside(doc, start, named))
            if members:
                group = self._roster.group(members)
                text = doc[start:end].text
                self._roster.note(group, text[:1].lower() + text[1:], offset + doc[start].idx)
                found.append(Occurrence(start, end, group, MentionForm.NOMINAL, sure))
        while following is not None:
            self._latest.append(following.entry)
            following = next(waiting, None)
        return found

    def _members(self, noun: str, number: int, outside: set[Entry]) -> tuple[tuple[Entry, ...], float]:
        latest = list(dict.fromkeys(entry.now() for entry in reversed(self._latest)))
        latest = [entry for entry in latest if entry not in outside]
        if noun in nouns().countries:
            fits = [entry for entry in latest if entry.kind is ActorKind.COUNTRY]
            first = sorted(fits, key=lambda entry: -entry.count)[:number]
            fits, exact = [entry for entry in fits if entry in first], len(fits) == number
        else:
            one = singular(noun)
            people = [
                entry
                for entry in latest
                if entry.kind is ActorKind.PERSON and nouns().gender(one) in ("", entry.gender or entry.leans)
            ]
            fits = [entry for entry in people if any(nouns().same(head, one) for head in entry.heads)]
            exact = len(fits) == number
            fits.sort(key=lambda entry: -entry.count)
            if one in ("man", "woman") or (len(fits) < number and one in nouns().leaders):
                fits = people  # the last two
        if len(fits) < number:
            return (), 0.0
        members = sorted(fits[:number], key=lambda entry: entry.order)
        return tuple(members), _SURE if exact else _GUESSED


def _outside(doc: Doc, index: int, named: list[Occurrence]) -> set[Entry]:
    """Who is compared with a group, and so is not of it: "China is the largest partner of both countries"."""
    sentence = doc[index].sent
    if not any(child.dep_ == "cop" for child in sentence.root.children):
        return set()
    return {one.entry.now() for one in named if sentence.start <= one.start < index}


def _phrases(doc: Doc) -> Iterator[tuple[int, int, int]]:
    """Find "the two leaders" and "both countries": start, end and number."""
    for token in doc[:-1]:
        word = fold(token.text)
        if word not in ("the", "these", "both"):
            continue
        number = 2 if word == "both" else _NUMBERS.get(fold(doc[token.i + 1].text), 0)
        noun = token.i + (1 if word == "both" else 2)
        if number and noun < len(doc):
            text = fold(doc[noun].text)
            if text in nouns().countries or is_plural(text):
                yield token.i, noun + 1, number

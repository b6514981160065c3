"""People told by their age: "the 47-year-old", "the 29-year-old teacher", "the teenager".

Whoever is said to be so old is meant, before or after the words; else whom the text speaks of just then.
"""

import re
from collections import deque

from spacy.tokens import Doc

from reader.analysis.cast.names.ages import read_age
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.lately import Lately
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.spelling import fold

_LATEST = 40
_BESIDE = 400  # code points back to whom the text speaks of
_TOLD, _ALONE, _GUESSED = 0.93, 0.75, 0.62
_REACH = 4_000  # to whom "the boy" means
_GOING_ON = frozenset({"NOUN", "PROPN", "ADP"})  # "the child actor", "the boy in the cap"
_LONGEST = 5  # words of what somebody of an age is
_YEARS = re.compile(r"(\w+)[ -]+year[ -]+old\b")
_OLD = ("-", "year", "-", "old")


class Ages:
    """Remembers who is how old."""

    def __init__(self, lately: Lately) -> None:
        self._lately = lately
        self._old: deque[Entry] = deque(maxlen=_LATEST)

    def meet(self, entry: Entry) -> None:
        """Keep somebody whose age was told behind the name."""
        if entry.age and entry not in self._old:
            self._old.append(entry)

    def learn(self, entry: Entry, role: str) -> None:
        """Keep the age that a role tells: "her nine-year-old daughter"."""
        if not entry.age and (told := _YEARS.search(fold(role))):
            entry.age = read_age(told[1])
            self.meet(entry)

    def read(self, doc: Doc, index: int, here: int) -> tuple[int, str, Entry | None, float] | None:
        """Read "the 47-year-old man" at token `index`: its end and noun, who is meant, and how surely.

        "A 47-year-old man" too, where one of that age is named later.
        """
        opener = fold(doc[index].text)
        if opener not in ("the", "a", "an") or index + 1 >= len(doc):
            return None
        if opener == "the" and (young := self._of_an_age(doc, index, here)):
            return young
        age, end = read_age(doc[index + 1].text), index + 6
        if not age or tuple(fold(token.text) for token in doc[index + 2 : end]) != _OLD:
            return None
        head = _head(doc, end)
        noun = fold(doc[head].text) if head is not None else ""
        if noun and not nouns().is_person(noun):
            return None  # "the 47-year-old bridge"
        gender = nouns().gender(noun)
        who, sure = self._aged(range(age, age + 1), gender), _TOLD
        if opener != "the" and (who is None or head is None):
            return None
        if who is None:
            who, sure = self._spoken_of(here, gender)
            if who is not None:
                self._tell(who, age)
        return (end if head is None else head + 1), noun, who, sure

    def _tell(self, entry: Entry, age: int) -> None:
        entry.age = age
        self._old.append(entry)

    def _of_an_age(self, doc: Doc, index: int, here: int) -> tuple[int, str, Entry | None, float] | None:
        """Read "the little girl" and "the teenager", where one of that age is on stage."""
        head = index + 1 + (fold(doc[index + 1].text) in nouns().idle)
        noun = fold(doc[head].text) if head < len(doc) else ""
        if noun not in nouns().ages or (head + 1 < len(doc) and doc[head + 1].pos_ in _GOING_ON):
            return None
        who = self._aged(nouns().ages[noun], nouns().gender(noun))
        return (head + 1, noun, who, _ALONE) if who and abs(here - who.last) < _REACH else None

    def _aged(self, ages: range, gender: str) -> Entry | None:
        old = (entry.now() for entry in self._old)
        fits = {entry for entry in old if entry.age in ages and _may_be(entry, gender)}
        return fits.pop() if len(fits) == 1 else None

    def _spoken_of(self, here: int, gender: str) -> tuple[Entry | None, float]:
        """The one person near by whose age is not told; of several, who acted last."""
        met = self._lately.between(here - _BESIDE, here)
        near = {who: acts for who, acts in met.items() if not who.age and _may_be(who, gender)}
        if len(near) == 1:
            return next(iter(near)), _ALONE
        acting = [who for who, acts in near.items() if acts]
        return (acting[-1], _GUESSED) if acting else (None, 0.0)


def _head(doc: Doc, start: int) -> int | None:
    """The noun of "47-year-old | mill worker", if there is one."""
    stop = min(len(doc), start + _LONGEST)
    end = next((i for i in range(start, stop) if doc[i].pos_ not in ("NOUN", "ADJ")), stop)
    return end - 1 if end > start and doc[end - 1].pos_ == "NOUN" else None


def _may_be(entry: Entry, gender: str) -> bool:
    return gender in ("", entry.seems or gender)

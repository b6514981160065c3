"""People told by their age: "the 47-year-old", "the 29-year-old teacher", "the teenager".

Whoever is said to be so old is meant, before or after the words; else whom the text speaks of just then.
"""

from collections import deque

from spacy.tokens import Doc

from reader.analysis.cast.entries import Entry
from reader.analysis.cast.lexicon import nouns
from reader.analysis.cast.names import fold
from reader.analysis.cast.occurrences import Occurrence
from reader.analysis.findings import ActorKind

_LATEST = 40
_BESIDE = 400  # code points back to whom the text speaks of
_TOLD, _ALONE, _GUESSED = 0.93, 0.75, 0.62
_TEENS = range(13, 20)
_TEENAGERS = frozenset({"teenager", "teen", "youngster"})
_CLOSING = frozenset({",", ".", ";", ")"})
_OLD = ("-", "year", "-", "old")


class Ages:
    """Remembers who is how old, and who came on lately."""

    def __init__(self) -> None:
        self._old: deque[tuple[int, Entry]] = deque(maxlen=_LATEST)
        self._met: deque[tuple[int, bool, Entry]] = deque(maxlen=_LATEST)

    def learn(self, doc: Doc, one: Occurrence) -> None:
        """Keep the age that stands behind a name: "Jane Roe, 47,", "Jane Roe (47)", "Jane Roe, aged 47"."""
        i = one.end + 1
        if i + 1 < len(doc) and doc[one.end].text in (",", "(") and fold(doc[i].text) in ("aged", "age"):
            i += 1
        age = _age(doc[i].text) if i < len(doc) and doc[one.end].text in (",", "(") else 0
        if age and (i + 1 == len(doc) or doc[i + 1].text in _CLOSING):
            self._old.append((age, one.entry.now()))

    def meet(self, doc: Doc, one: Occurrence, here: int) -> None:
        """Let a person be spoken of at `here`, a code point; calls must come in text order."""
        if one.entry.now().kind is ActorKind.PERSON:
            acts = any(token.dep_.startswith("nsubj") for token in doc[one.start : one.end])
            self._met.append((here, acts, one.entry))

    def read(self, doc: Doc, index: int, here: int) -> tuple[int, str, Entry | None, float] | None:
        """Read "the 47-year-old man" at token `index`: its end and noun, who is meant, and how surely."""
        if fold(doc[index].text) != "the" or index + 1 >= len(doc):
            return None
        if fold(doc[index + 1].text) in _TEENAGERS:
            who = self._aged(frozenset(_TEENS), "")
            return (index + 2, "teenager", who, _ALONE) if who else None
        age, end = _age(doc[index + 1].text), index + 6
        if not age or tuple(fold(token.text) for token in doc[index + 2 : end]) != _OLD:
            return None
        noun = fold(doc[end].text) if end < len(doc) and doc[end].pos_ == "NOUN" else ""
        if noun and not nouns().is_person(noun):
            return None  # "the 47-year-old bridge"
        gender = nouns().gender(noun)
        who, sure = self._aged(frozenset({age}), gender), _TOLD
        if who is None:
            who, sure = self._spoken_of(here, gender)
            if who is not None:
                self._old.append((age, who))
        return end + bool(noun), noun, who, sure

    def _aged(self, ages: frozenset[int], gender: str) -> Entry | None:
        fits = {entry.now() for age, entry in self._old if age in ages and _may_be(entry.now(), gender)}
        return fits.pop() if len(fits) == 1 else None

    def _spoken_of(self, here: int, gender: str) -> tuple[Entry | None, float]:
        """The one person near by whose age is not told; of several, who acted last."""
        told = {entry.now() for _, entry in self._old}
        near = [
            (acts, entry.now())
            for when, acts, entry in self._met
            if here - when < _BESIDE and entry.now() not in told and _may_be(entry.now(), gender)
        ]
        if len({entry for _, entry in near}) == 1:
            return near[0][1], _ALONE
        acting = [entry for acts, entry in near if acts]
        return (acting[-1], _GUESSED) if acting else (None, 0.0)


def _may_be(entry: Entry, gender: str) -> bool:
    return gender in ("", entry.seems or gender)


def _age(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and 0 < len(text) < 4 and int(text) < 120 else 0

"""Which country somebody is of, where nothing says it: the one that was named most often beside the name."""

from collections import Counter
from collections.abc import Callable

from spacy.tokens import Doc

from reader.analysis.cast.roster.entries import NEAR, Entry
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.phrases import sentence_start
from reader.analysis.lexicon.spelling import fold

_OF_COUNTRIES = frozenset({ActorKind.COUNTRY, ActorKind.PLACE})


_LINKS = frozenset({"of", "from"})
_TOLD = 3  # sentences that "Ann Lee of Chile" is worth


class Homes:
    """Counts in how many sentences somebody was named with a country, or with a place in it."""

    def __init__(self) -> None:
        self._with: dict[str, Counter[Entry]] = {}  # by code
        self._sentence: tuple[Doc, int] | None = None
        self._here: set[Entry] = set()  # who and what is named in that sentence
        self._before: Occurrence | None = None

    def meet(self, doc: Doc, one: Occurrence) -> None:
        """Let somebody, or a country or place, be named; calls must come in text order."""
        sentence = doc, sentence_start(doc, one.start)
        if sentence != self._sentence:
            self._sentence, self._here = sentence, set()
        entry, before = one.entry.now(), self._before
        self._before = one
        if before is not None and _is_of(doc, before, one):
            self._with.setdefault(entry.country or "", Counter())[before.entry.now()] += _TOLD
        if entry in self._here:
            return
        for other in self._here:
            for who, home in (entry, other), (other, entry):
                if who.kind is ActorKind.PERSON and home.kind in _OF_COUNTRIES and home.country:
                    self._with.setdefault(home.country, Counter())[who] += 1
        self._here.add(entry)

    def find(self, code: str, here: int, may_be: Callable[[Entry], bool]) -> Entry | None:
        """Give the one near by who was named most often with a country, and is of no other."""
        fits: Counter[Entry] = Counter()
        for entry, times in self._with.get(code, Counter[Entry]()).items():
            who = entry.now()
            near = abs(here - who.last) < NEAR
            if who.kind is ActorKind.PERSON and near and who.country in (None, code) and may_be(who):
                fits[who] += times
        best = fits.most_common(2)
        return best[0][0] if best and best[0][1] > best[-1][1] * (len(best) - 1) else None


def _is_of(doc: Doc, person: Occurrence, home: Occurrence) -> bool:
    """Tell "Ann Lee of Chile" and "Ann Lee, from Chile"."""
    if person.entry.now().kind is not ActorKind.PERSON or home.entry.now().kind not in _OF_COUNTRIES:
        return False
    between = [fold(token.text) for token in doc[person.end : home.start] if token.text != ","]
    return bool(home.entry.now().country) and len(between) == 1 and between[0] in _LINKS

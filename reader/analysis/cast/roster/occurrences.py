"""Where actors were found in a document, while its mentions are still being gathered."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.phrases import POSSESSIVES
from reader.analysis.lexicon.spelling import fold

_ELSEWHERE = frozenset({"in", "on", "with", "from", "against", "over", "about"})
_SERVED = frozenset({"war", "veteran", "vet", "prisoner"})  # "Iraq War veteran": of another country


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An actor at tokens `start` to `end` of a document."""

    start: int
    end: int
    entry: Entry
    form: MentionForm
    confidence: float = 1.0
    instead: tuple[Entry, float] | None = None  # of a pronoun: who else it may mean, and how surely


class Map:
    """The outermost occurrence at every token."""

    def __init__(self, occurrences: Iterable[Occurrence]) -> None:
        self._at: dict[int, Occurrence] = {}
        for one in occurrences:
            for i in range(one.start, one.end):
                if i not in self._at or one.end - one.start > self._at[i].end - self._at[i].start:
                    self._at[i] = one

    def __getitem__(self, index: int) -> Occurrence | None:
        return self._at.get(index)

    def tied(self, doc: Doc, start: int, end: int) -> list[Occurrence]:
        """The countries and bodies that a phrase ties its bearer to, but not "ambassador to Russia"."""
        found: list[Occurrence] = []
        i = start
        while i < end:
            one = self._at.get(i)
            if one is None:
                i += 1
                continue
            before = fold(doc[i - 1].text) if i > start else ""
            after = doc[one.end : one.end + 2].text
            fought = one.form is MentionForm.NAME and fold(doc[one.end : one.end + 1].text) in _SERVED
            owns = one.entry.now().kind in (ActorKind.COUNTRY, ActorKind.ORGANISATION)
            elsewhere = before in _ELSEWHERE and not after.startswith(tuple(POSSESSIVES))
            if before == "to":
                break
            if owns and not elsewhere and not fought and not after.lstrip("-").startswith("born"):
                found.append(one)
            i = one.end
        return found

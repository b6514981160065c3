"""Where actors were found in a document, while its mentions are still being gathered."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.analysis.cast.names import fold
from reader.analysis.cast.roster import Entry
from reader.analysis.findings import ActorKind, MentionForm


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An actor at tokens `start` to `end` of a document."""

    start: int
    end: int
    entry: Entry
    form: MentionForm
    confidence: float = 1.0


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

    def country(self, doc: Doc, start: int, end: int) -> str | None:
        """The country that a phrase ties its bearer to: before the head noun, or after "of"."""
        i = start
        while i < end:
            one = self._at.get(i)
            if one is not None:
                kind = one.entry.now().kind
                owns = kind in (ActorKind.COUNTRY, ActorKind.ORGANISATION)
                before = fold(doc[i - 1].text) if i > start else ""
                tied = (
                    before in ("", "of", "the", "a", "an", "for", "former", "-", ".")
                    or one.form is MentionForm.DEMONYM
                )
                if owns and (tied or doc[i - 1].pos_ == "ADJ") and before not in ("to", "in", "on"):
                    return one.entry.now().country
                if fold(doc[i - 1].text) == "to":
                    return None
                i = one.end
            else:
                if fold(doc[i].text) == "to":
                    return None
                i += 1
        return None

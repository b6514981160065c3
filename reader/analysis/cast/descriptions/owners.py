"""Whose somebody or something is: his, Mr. Kim's, mine, of Ann Lee."""

from collections.abc import Callable, Container, Iterable

from spacy.tokens import Doc

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.phrases import POSSESSIVES
from reader.analysis.lexicon.spelling import fold

_OF_SPEAKERS = frozenset({"my", "our"})
_LEAST = 0.5  # confidence in whom "his" means

#: Who speaks at a token, where one person does.
SpeakerAt = Callable[[int], Entry | None]


class Owners:
    """Tells whose somebody is in a document: his, Mr. Kim's, mine, of Ann Lee."""

    def __init__(
        self,
        doc: Doc,
        at: Map,
        described: Iterable[Occurrence],
        pronouns: Iterable[Occurrence],
        speaker_at: SpeakerAt,
    ) -> None:
        self._doc, self._at, self._speaker_at = doc, at, speaker_at
        longest_first = sorted(described, key=lambda one: one.start - one.end)
        self._starting = {one.start: one for one in longest_first}  # "the defendant", not his daughter
        self._pronouns = {one.start: one.entry for one in pronouns if one.confidence >= _LEAST}

    def of(self, start: int, end: int, links: Container[str] = ("of",)) -> Entry | None:
        """Whose somebody or something is that is described at tokens `start` to `end`, if the words tell.

        By `links` who it is may follow: "the son of Ann Lee".
        """
        doc = self._doc
        word = fold(doc[start].text)
        if start in self._pronouns:
            return self._pronouns[start].now()
        if word in _OF_SPEAKERS:
            speaker = self._speaker_at(start)
            return speaker.now() if speaker is not None else None
        if start and fold(doc[start - 1].text) == "whose":
            return self._ending(start - 1 - (start > 1 and doc[start - 2].text == ","))
        owner = self._beginning(start)
        if owner is not None and owner.end < end and doc[owner.end : owner.end + 1].text in POSSESSIVES:
            return person_at(owner)
        of = next((i for i in range(start, min(end + 1, len(doc))) if fold(doc[i].text) in links), -1)
        return person_at(self._beginning(of + 1)) if of > 0 else None

    def standing(self, index: int) -> Entry | None:
        """The person whom a token names or means."""
        if index in self._pronouns:
            return self._pronouns[index].now()
        return person_at(self._at[index])

    def _beginning(self, index: int) -> Occurrence | None:
        one = self._at[index]
        return one if one is not None and one.start == index else self._starting.get(index)

    def _ending(self, index: int) -> Entry | None:
        one = self._at[index - 1] if index > 0 else None
        return person_at(one) if one is not None and one.end == index else None


def person_at(one: Occurrence | None) -> Entry | None:
    """The person there, if one is."""
    entry = one.entry.now() if one is not None else None
    return entry if entry is not None and entry.kind is ActorKind.PERSON else None

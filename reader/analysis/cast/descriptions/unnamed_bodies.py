"""Bodies without a name in the article that their office tells: "Turkey's central bank", "the army".

Each is an organisation from the first words on, and whoever is named as having the office, if anybody is.
"""

from spacy.tokens import Doc

from reader.analysis.cast.roles.bodies import Bodies
from reader.analysis.cast.roles.national_phrases import NationalBody, is_told_of
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.national_bodies import national_bodies, office_in

_SURE, _LIKELY = 0.85, 0.7


class UnnamedBodies:
    """Keeps them for the descriptions and names to come."""

    def __init__(self, roster: Roster, bodies: Bodies) -> None:
        self._roster, self._bodies = roster, bodies
        self._unnamed: dict[str, list[Entry]] = {}  # by office

    def find(self, doc: Doc, phrase: NationalBody, here: int, at: Map) -> tuple[Entry | None, float]:
        """Give the body known that a phrase at `here` means, and how sure that is."""
        if (named := _beside(doc, phrase, at)) is not None:
            return _called(doc, named, phrase), _SURE
        entry = self._bodies.holding(phrase.office, phrase.country, here)
        if entry is not None:
            return _called(doc, entry, phrase), _SURE
        unnamed = [one for one in self._unnamed.get(phrase.office, ()) if one.into is None]
        fits = [one for one in unnamed if phrase.country in (None, one.country)]
        entry = max(fits, key=lambda one: one.last, default=None)
        return (_called(doc, entry, phrase), _LIKELY) if entry is not None else (None, 0.0)

    def new(self, doc: Doc, phrase: NationalBody) -> tuple[Entry | None, float]:
        """Give somebody new, if anything is said of whom a phrase means."""
        if not is_told_of(doc, phrase):
            return None, 0.0
        entry = self._roster.unnamed_body(_name(doc, phrase), phrase.country)
        self._unnamed.setdefault(phrase.office, []).append(entry)
        return _called(doc, entry, phrase), _SURE

    def meet(self, entry: Entry) -> None:
        """Let a body that is named be the one that was not, if it has the office."""
        office = office_in(entry.name) if entry.named and entry.kind is ActorKind.ORGANISATION else None
        for one in list(self._unnamed.get(office or "", ())):
            if self._bodies.may_be_of(entry, one.country):
                self._unnamed[office or ""].remove(one)
                self._roster.merge(one, entry)


def _called(doc: Doc, entry: Entry, phrase: NationalBody) -> Entry:
    """Let a body be called so from here on, and be of the country that is told."""
    entry.nominals |= {phrase.words, phrase.words.split()[-1]}
    if phrase.country and not entry.country and not entry.named:
        entry.country, entry.name = phrase.country, _name(doc, phrase)
    return entry


def _name(doc: Doc, phrase: NationalBody) -> str:
    """The words that a body is called by: "Turkey's central bank", "the central bank"."""
    if phrase.country is None:
        return phrase.words if phrase.words in national_bodies().bare else f"the {phrase.words}"
    start = phrase.start + (doc[phrase.start].lower_ == "the")
    return " ".join(doc[start : phrase.end].text.split())


def _beside(doc: Doc, phrase: NationalBody, at: Map) -> Entry | None:
    """The body whose name stands in apposition: "the central bank, Bank Indonesia"."""
    head, end = doc[phrase.end - 1], phrase.end
    named = at[end + (doc[end : end + 1].text == ",")]
    after = named is not None and doc[named.start].head.i in range(phrase.start, end) and named.start >= end
    before = at[head.head.i] if head.dep_ == "appos" else None
    one = named if after else before
    entry = one.entry.now() if one is not None else None
    return entry if entry is not None and entry.kind is ActorKind.ORGANISATION else None

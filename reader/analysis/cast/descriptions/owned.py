"""What somebody is tied to: "her party", "his country", "my agency".

The country that somebody is of, and the one body of that sort that an office or a trade ties somebody to.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis.cast.descriptions.owners import Owners
from reader.analysis.cast.roles.noun_phrases import OWNERS, read_phrase
from reader.analysis.cast.roles.sorts import may_be_called, nouns_of
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import fold

_SURE = 0.75
_OF_PARTIES = frozenset(
    {"party", "union", "movement", "congress", "league", "front", "alliance", "coalition"}
)
_COUNTRY = frozenset({"country", "nation", "homeland"})


def find_owned(doc: Doc, at: Map, owners: Owners, roster: Roster) -> Iterator[Occurrence]:
    """Find the countries and bodies of `doc` that are told by whose they are."""
    for token in doc:
        if fold(token.text) not in OWNERS:
            continue
        phrase = read_phrase(doc, token.i, at)
        if phrase is None or phrase.country or set(phrase.modifiers) - nouns().idle:
            continue
        owner = owners.of(phrase.start, phrase.end)
        noun = fold(doc[phrase.end - 1].text)
        meant = _meant(owner, noun, roster) if owner is not None else None
        if meant is not None:
            yield Occurrence(phrase.start, phrase.end, meant, MentionForm.NOMINAL, _SURE)


def _meant(owner: Entry, noun: str, roster: Roster) -> Entry | None:
    if noun in _COUNTRY:
        return roster.country(owner.country) if owner.country else None
    lists = organisations()
    if noun not in lists.nominals:
        return None
    bodies = [one for each in owner.ties if (one := each.now()).kind is ActorKind.ORGANISATION]
    called = {one for one in bodies if may_be_called(one, noun)}
    unknown = {one for one in bodies if not nouns_of(one) - _OF_PARTIES} if noun == "party" else set()
    unknown |= {one for one in bodies if not nouns_of(one)} if noun in lists.loose else set()
    fits = called or unknown
    return fits.pop() if len(fits) == 1 else None

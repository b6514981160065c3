"""What somebody is tied to: "her party", "his country", "my agency", "her ministry".

The country that somebody is of, the one body of that sort that an office or a trade ties somebody to, the
ministry that a minister has, and what is named beside the words: "his party, Civic Choice,".
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
from reader.analysis.lexicon.phrases import head_of
from reader.analysis.lexicon.spelling import comparable, fold

_SURE = 0.75
_OF_PARTIES = frozenset(
    {"party", "union", "movement", "congress", "league", "front", "alliance", "coalition"}
)
_MINISTRIES = frozenset({"ministry", "department"})
_MINISTERS = frozenset({"minister", "secretary"})
_JOINING = frozenset({"of", "for", "the", "and"})
_COUNTRY = frozenset({"country", "nation", "homeland"})


def find_owned(doc: Doc, at: Map, owners: Owners, roster: Roster, offset: int) -> Iterator[Occurrence]:
    """Find the countries and bodies of `doc` that are told by whose they are."""
    for token in doc:
        if fold(token.text) not in OWNERS:
            continue
        phrase = read_phrase(doc, token.i, at)
        if phrase is None or phrase.country or set(phrase.modifiers) - nouns().idle:
            continue
        owner = owners.of(phrase.start, phrase.end)
        noun = fold(doc[phrase.end - 1].text)
        meant = _named(doc, phrase.end, noun, at)
        if meant is None and owner is not None:
            meant = _meant(owner, noun, roster, offset + doc[token.i].idx)
        if meant is not None:
            yield Occurrence(phrase.start, phrase.end, meant, MentionForm.NOMINAL, _SURE)


def _named(doc: Doc, end: int, noun: str, at: Map) -> Entry | None:
    """The body in apposition to a noun for one: "his party, Civic Choice,"."""
    one = at[end + 1] if end + 1 < len(doc) and doc[end].text == "," else None
    if one is None or one.form is not MentionForm.NAME or noun not in organisations().nominals:
        return None
    head = head_of(doc, one.start, one.end)
    apposed = head.dep_ == "appos" and head.head.i == end - 1
    return one.entry.now() if apposed and one.entry.now().kind is ActorKind.ORGANISATION else None


def _meant(owner: Entry, noun: str, roster: Roster, here: int) -> Entry | None:
    if noun in _COUNTRY:
        return roster.country(owner.country) if owner.country else None
    lists = organisations()
    if noun not in lists.nominals:
        return None
    if noun in _MINISTRIES and (ministry := _ministry(owner, roster, here)):
        return ministry
    bodies = [one for each in owner.ties if (one := each.now()).kind is ActorKind.ORGANISATION]
    called = {one for one in bodies if may_be_called(one, noun)}
    unknown = {one for one in bodies if not nouns_of(one) - _OF_PARTIES} if noun == "party" else set()
    unknown |= {one for one in bodies if not nouns_of(one)} if noun in lists.loose else set()
    fits = called or unknown
    return fits.pop() if len(fits) == 1 else None


def _ministry(owner: Entry, roster: Roster, here: int) -> Entry | None:
    """The ministry of which somebody is the minister, by the words of both: "health minister"."""
    offices = [comparable(text) for text, head in owner.roles.items() if head in _MINISTERS]
    for one in roster.recent(here):
        task = set(comparable(one.name)) - _MINISTRIES - _JOINING
        abroad = one.country and owner.country and one.country != owner.country
        is_ministry = one.kind is ActorKind.ORGANISATION and not _MINISTRIES.isdisjoint(comparable(one.name))
        if is_ministry and task and not abroad and any(task <= {*words} for words in offices):
            return one.now()
    return None

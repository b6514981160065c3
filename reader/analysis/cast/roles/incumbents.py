"""Who holds an office and has no name, or none yet: "the Russian president".

He is the one spoken of just before, if nothing is known of that one; else an actor by the description alone,
who becomes whoever is named later as holding the office.
"""

from spacy.tokens import Doc

from reader.analysis.cast.roles.noun_phrases import NounPhrase
from reader.analysis.cast.roles.roles import Role
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import sentence_start
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles

_MINISTER = "minister"


class Incumbents:
    """Keeps the holders of offices that an article does not name."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._unnamed: dict[tuple[str, str], Entry] = {}  # by country and office

    def find(self, doc: Doc, noun: str, phrase: NounPhrase, at: Map) -> tuple[Entry | None, float]:
        """Give whom a description of an office that only one holds at a time means, and how sure that is."""
        office = _office(noun, phrase)
        if office is None or phrase.country is None:
            return None, 0.0
        if (spoken_of := _spoken_of(doc, phrase, at)) is not None:
            return spoken_of, 0.65
        known = self._unnamed.get((phrase.country, office))
        if known is None:
            start = phrase.start + (fold(doc[phrase.start].text) == "the")
            known = self._roster.new(ActorKind.PERSON, doc[start : phrase.end].text, phrase.country)
            self._unnamed[phrase.country, office] = known
        return known.now(), 0.75

    def recognise(self, role: Role) -> None:
        """Let the unnamed holder of an office be who is named as holding it."""
        entry = role.owner.entry.now()
        words = set(fold(role.text).split())
        for (country, office), unnamed in list(self._unnamed.items()):
            head = office.split()[-1]
            of = role.country or entry.country or self._home()
            fits = country == of and nouns().same(role.head, head)
            if fits and not words & nouns().past and words.issuperset(office.split()[:-1]):
                del self._unnamed[country, office]
                self._roster.merge(unnamed.now(), entry)

    def _home(self) -> str | None:
        """The country of whom none is said: the one named most, or where the article begins."""
        return next(iter(self._roster.met.likelier(0)), None)


def _office(noun: str, phrase: NounPhrase) -> str | None:
    """The office, if a country has one of it: "president", "foreign minister"."""
    if phrase.past or not phrase.definite:
        return None
    if noun == _MINISTER and len(phrase.modifiers) == 1 and phrase.modifiers[0] in titles().before:
        return f"{phrase.modifiers[0]} {noun}"
    return noun if noun in nouns().leaders and not phrase.modifiers else None


def _spoken_of(doc: Doc, phrase: NounPhrase, at: Map) -> Entry | None:
    """Who does or suffers what the sentence before tells, if nothing is known of what he is."""
    start = sentence_start(doc, phrase.start)
    if start != phrase.start or start == 0 or "\n" in doc[start - 1].text:
        return None
    first = sentence_start(doc, start - 1)
    people = {
        one.entry.now()
        for i in range(first, start)
        if (one := at[i]) and one.form is MentionForm.NAME and doc[i].dep_.startswith(("nsubj", "obj"))
    }
    fits = [who for who in people if who.kind is ActorKind.PERSON and not who.roles]
    fits = [who for who in fits if who.country in (None, phrase.country)]
    return fits[0] if len(fits) == 1 else None

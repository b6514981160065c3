"""Who is told by where she is from: "the Spaniard", "the Scot", "the Socialist"."""

from spacy.tokens import Doc, Token

from reader.analysis.cast.descriptions.spotlight import Spotlight, is_beside
from reader.analysis.cast.roles.noun_phrases import NounPhrase, read_compatriot
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.homes import Homes
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.cues import CueStrength, cue_strength
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.spelling import fold
from reader.given_names import MAN, WOMAN

_PLAIN = {MAN: "man", WOMAN: "woman"}
_ONLY = 0.75  # that it is the one of that country on stage
_TIED = 0.65  # that it is the one who was named with that country


class Compatriots:
    """Remembers who was named with which country, and whom its adjective means."""

    def __init__(self, roster: Roster, spotlight: Spotlight) -> None:
        self._roster, self._spotlight = roster, spotlight
        self._homes = Homes()

    def meet(self, doc: Doc, one: Occurrence) -> None:
        """Let somebody, or a country or place, be named; calls must come in text order."""
        self._homes.meet(doc, one)

    def read(self, doc: Doc, index: int, offset: int, at: Map) -> tuple[Occurrence, Entry, float] | None:
        """Give the name after "the" at token `index`, whom it means, and how surely.

        That is the one person of that country on stage, or who was named just before.
        """
        one = read_compatriot(doc, index, at)
        if one is None:
            return None
        noun, here = fold(doc[one.end - 1].text), offset + doc[index].idx
        gender = nouns().gender(noun)
        country = one.entry.now().country if one.form is MentionForm.DEMONYM else None
        people = {entry.now() for entry in self._roster.recent(here) if country is not None}
        fits = [e for e in people if e.kind is ActorKind.PERSON and e.country == country]
        entry, sure = (fits[0], _ONLY) if len(fits) == 1 else (None, 0.0)
        if not fits and country is not None:

            def may_be(who: Entry) -> bool:
                return gender in ("", who.seems or gender) and not is_beside(doc, index, who, at)

            entry, sure = self._homes.find(country, here, may_be), _TIED
        if not fits and entry is None:
            phrase = NounPhrase(index, one.end, True, False, country, (), False)
            plain = _PLAIN.get(gender, noun)  # "the Frenchwoman" tells no trade
            entry, sure = self._spotlight.find(doc, plain, phrase, offset, at)
            if entry is None and country is not None and not _speaks(doc[one.end - 1]):
                entry, sure = self._spotlight.of_late(doc, plain, phrase, offset, at)
        if entry is None or is_beside(doc, index, entry, at):
            return None
        entry.country = entry.country or country
        return one, entry, sure


def _speaks(word: Token) -> bool:
    """Tell "the Spaniard rose and said", who is found with the words that are said."""
    verbs = (word.head, *word.head.conjuncts)
    return word.dep_.startswith("nsubj") and any(cue_strength(verb.text) >= CueStrength.SAY for verb in verbs)

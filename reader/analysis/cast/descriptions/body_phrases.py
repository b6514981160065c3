"""Which body or country a noun phrase means where it stands: "the bank", "that country"."""

from spacy.tokens import Doc, Token

from reader.analysis.cast.descriptions.spotlight import opens_sentence
from reader.analysis.cast.descriptions.unnamed_bodies import UnnamedBodies
from reader.analysis.cast.roles.bodies import Bodies
from reader.analysis.cast.roles.cities import CAPITAL, PLACES, Cities
from reader.analysis.cast.roles.national_phrases import NationalBody
from reader.analysis.cast.roles.noun_phrases import NounPhrase
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.lately import Lately
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.documents import is_quoted
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.agencies import AGENCIES
from reader.analysis.lexicon.national_bodies import national_bodies
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import NEUTERS, clause_verb, main_subject, subject
from reader.analysis.lexicon.spelling import fold

_OBJECTS = frozenset({"obj", "iobj", "dobj", "obl:agent"})
_PLACING = frozenset({"across", "around", "from", "in", "into", "near", "of", "outside", "through", "to"})
_REACHING = frozenset({"entered", "hit", "left", "reached", "rocked", "shook", "toured", "visited"})
_OURS = frozenset({"newspaper", "paper", "magazine", "website"})  # "this newspaper", that tells it
_WHOLE = frozenset({"whole", "entire"})
_PART = 0.75  # that "the U.N. agency" is the one of them on stage
_RELATIVES = frozenset({"that", "which", "where", "whose", "who", "with", "in"})


class BodyPhrases:
    """Asks who is on stage, by the sentence around: who acts there is another than who suffers it."""

    def __init__(self, roster: Roster, lately: Lately) -> None:
        self._bodies = Bodies()
        self._unnamed = UnnamedBodies(roster, self._bodies)
        self._lately = lately
        self._cities = Cities()
        self._told: dict[int, Entry] = {}  # by the noun's token in the document

    def begin(self) -> None:
        """Let another document begin."""
        self._told.clear()

    def home(self, entry: Entry) -> str | None:
        """The country that a body is of, if it is known."""
        return self._bodies.home(entry)

    @property
    def about(self) -> str:
        """The country told of most so far, "" if none was."""
        return self._bodies.about

    def learn(self, entry: Entry, country: str | None) -> None:
        """Keep the country that a role tells of a body."""
        self._bodies.learn(entry, country)

    def meet(self, doc: Doc, one: Occurrence, here: int) -> None:
        """Let an actor be on stage from `here`, a code point; calls must come in text order."""
        self._bodies.meet(doc, one, here)
        self._unnamed.meet(one.entry.now())
        self._cities.meet(one.entry.now(), here)

    def read(self, doc: Doc, phrase: NounPhrase, here: int, at: Map) -> tuple[Entry | None, float]:
        """Give the body or country that a definite phrase means at `here`, and how surely."""
        entry, sure = self._meant(doc, phrase, here, at)
        if entry is not None:
            self._bodies.keep(entry, fold(doc[phrase.end - 1].text), sure, here)
            self._told[phrase.end - 1] = entry
        return entry, sure

    def national(self, doc: Doc, phrase: NationalBody, here: int, at: Map) -> tuple[Entry | None, float]:
        """Give the body that the words for an office mean at `here`, known or new, and how surely."""
        entry, sure = self._unnamed.find(doc, phrase, here, at)
        if entry is None:
            *told, _ = phrase.words.split()
            plain = NounPhrase(phrase.start, phrase.end, True, False, phrase.country, tuple(told), False)
            entry, sure = self._meant(doc, plain, here, at)
        if entry is None:
            entry, sure = self._unnamed.new(doc, phrase)
        if entry is not None:
            self._bodies.keep(entry, phrase.words, sure, here)
            self._told[phrase.end - 1] = entry
        return entry, sure

    def _meant(self, doc: Doc, phrase: NounPhrase, here: int, at: Map) -> tuple[Entry | None, float]:
        noun, lists = fold(doc[phrase.end - 1].text), organisations()
        entry, sure = None, 0.0
        if _goes_on(doc, phrase.end) or (noun in _OURS and fold(doc[phrase.start].text) == "this"):
            return entry, sure
        if (part := self._part(doc, phrase, here, at)) is not None:
            return part, _PART
        if noun in lists.nominals | lists.sights:
            acts = self._subject(doc[phrase.end - 1], at)
            whose = next(self._lately.latest(), None)
            entry, sure = self._bodies.find(noun, phrase.modifiers, phrase.country, here, acts, whose)
            if entry is None:
                entry, sure = self._bodies.of_subject(noun, phrase, self._main(doc[phrase.end - 1], at))
            office = national_bodies().office(" ".join((*phrase.modifiers, noun)))
            if entry is None and not office and phrase.modifiers and opens_sentence(doc, phrase):
                entry, sure = self._bodies.anew(noun, phrase.country, here)
            if entry is not None and _is_of_another(phrase, entry, at):
                return None, 0.0
        after = fold(doc[phrase.end].text) if phrase.end < len(doc) else ""
        is_name = doc[phrase.end - 1].text[0].isupper()  # "Face the Nation"
        if entry or after in _RELATIVES or is_name:
            return entry, sure
        if noun in PLACES and not _is_money(doc, phrase, noun):
            about = self._bodies.about
            return self._cities.find(noun, phrase.modifiers, phrase.country, about, here)
        if noun not in lists.homelands or set(phrase.modifiers) - _WHOLE or phrase.country:
            return None, 0.0
        return self._bodies.homeland(here, that=fold(doc[phrase.start].text) == "that")

    def _part(self, doc: Doc, phrase: NounPhrase, here: int, at: Map) -> Entry | None:
        """The agency of a larger body: "the U.N. refugee agency"."""
        whole, last = at[phrase.start + 1], phrase.end - 1
        if whole is None or whole.start != phrase.start + 1 or fold(doc[last].text) not in AGENCIES:
            return None
        words = frozenset(fold(token.text) for token in doc[whole.end : last])
        return self._bodies.part(whole.entry.now().name, words, here)

    def _subject(self, token: Token, at: Map) -> Entry | None:
        """Who does what an object suffers, or suffers what it does: "the bank was fined by the regulator"."""
        acts = subject(token.head) if token.dep_ in _OBJECTS else None
        if acts is not None and fold(acts.text) in NEUTERS:
            acts = main_subject(acts)
        if acts is None:
            return None
        one = at[acts.i]
        return one.entry.now() if one is not None else self._told.get(acts.i)

    def _main(self, token: Token, at: Map) -> Entry | None:
        """Whom a sentence names that a token stands in a clause of: "Acme fell after the firm sold"."""
        acts = main_subject(token)
        if acts is None or acts.i >= token.i or is_quoted(token.doc, token.i):
            return None
        one = at[acts.i] if clause_verb(token).i != acts.head.i else None
        return one.entry.now() if one is not None else None


def _is_money(doc: Doc, phrase: NounPhrase, noun: str) -> bool:
    """Tell "raised the capital for it" from "in the capital"."""
    before = fold(doc[phrase.start - 1].text) if phrase.start else ""
    return noun == CAPITAL and not phrase.country and before not in _PLACING | _REACHING


def _goes_on(doc: Doc, end: int) -> bool:
    """Tell "the newspaper NRC", "the regulator, Ofwat," and "the band I started"."""
    after = doc[end] if end < len(doc) else None
    if after is None:
        return False
    if any(each.dep_ == "appos" and each.pos_ == "PROPN" for each in doc[end - 1].rights):
        return True
    named = after.pos_ == "PROPN" and after.text[:1].isupper() and not after.is_sent_start
    relative = (
        after.pos_ == "PRON" and fold(after.text) not in _RELATIVES and after.head.dep_.startswith("acl")
    )
    return named or relative


def _is_of_another(phrase: NounPhrase, entry: Entry, at: Map) -> bool:
    """Tell "the Fatherland party", which no other party is, from "the health ministry"."""
    name = at[phrase.end - 2]
    named = name.entry.now() if name is not None and name.end == phrase.end - 1 else entry
    return named is not entry and named.kind is ActorKind.ORGANISATION

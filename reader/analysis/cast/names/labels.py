"""What sort of thing a name names: the model's label, mended by the words around it and by its other uses.

"The newspaper Marca", "Rodong Sinmun, the party's paper," are organisations whatever the model says of them;
"Mr." makes a person.
"""

from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.names.bodies import Bodies
from reader.analysis.cast.names.evidence import Evidence
from reader.analysis.cast.names.kinds import has_article, is_tag, is_titled, told_kind
from reader.analysis.cast.names.last_words import is_firm, shared_families, unlike_families
from reader.analysis.cast.names.marks import told_by_dateline
from reader.analysis.cast.names.uses import is_led, is_people, is_polite, is_styled, is_trusted
from reader.analysis.cast.names.workplaces import workplaces
from reader.analysis.cast.roster.entries import Scene
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.cast.spans.spans import (
    COUNTRY_OR_CITY,
    GROUP,
    ORGANISATION,
    PERSON,
    PLACE,
    THING,
    Known,
    NameSpan,
)
from reader.analysis.cast.spans.things import ships
from reader.analysis.datelines import in_dateline
from reader.analysis.documents import is_quoted
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.countries import CountryForm, lookup
from reader.analysis.lexicon.organisation_names import initials
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import comparable, fold
from reader.analysis.lexicon.titles import titles
from reader.given_names import all_given_names, certain_given_names

_KINDS = {PERSON: ActorKind.PERSON, ORGANISATION: ActorKind.ORGANISATION, COUNTRY_OR_CITY: ActorKind.PLACE}
_STATES = frozenset(CountryForm) - {CountryForm.PLACE, CountryForm.DEMONYM}
_KNOWN = 20_000  # names remembered for finding missed ones
_WITHIN = frozenset({"in", "near", "from", "around", "outside"})
_INSIDE = frozenset({"in", "near", "outside"})
_SURELY = 3  # uses of a name
_NAMESAKES = 50  # of them, with one first word


class Labels:
    """Keeps how names were labelled, and which names the article has used, between readings."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._votes: dict[tuple[str, ...], Counter[str]] = {}
        self._told: dict[tuple[str, ...], str] = {}
        self._evidence = Evidence()
        self._ships: set[str] = set()
        self._families: set[str] = set()  # last words of people's full names
        self._datelined: set[tuple[str, ...]] = set()  # "Norfolk", a town, but perhaps a team as well
        self._located: set[str] = set()  # first words of where things happen: "in Seoul"
        self._bodies = Bodies()
        self._inside: set[str] = set()  # of these, what nobody but a place is called
        self._peoples: dict[str, str] = {}  # "the Houthis", and of a Houthi, with the label
        self._is_polite = False  # whether people are "Mr." or "Ms." to the article
        self._known_count = 0
        self.known: Known = {}

    def learn(self, doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
        """Take in the names of a document; gives them with the labels that most of their uses have."""
        named = [(span, comparable(span.text(doc))) for span in spans]
        self._families |= {words[-1] for span, words in named if span.label == PERSON and len(words) > 1}
        self._families |= {words[0] for span, words in named if len(words) == 1 and is_styled(doc, span)}
        self._families |= shared_families({words for span, words in named if span.label == ORGANISATION})
        for span, words in named:
            is_family = len(words) == 1 and words[0] in self._families
            is_persons = is_family and (is_tag(doc, span) or is_led(doc, span))
            label = PERSON if is_persons else _coarse(span.label)
            self._votes.setdefault(words, Counter())[label] += 1
            dateline = told_by_dateline(doc, span)
            if dateline == COUNTRY_OR_CITY:
                self._evidence.note(words, dateline)
                self._datelined.add(words)
            told = dateline or told_kind(doc, span)
            if told and not (told == GROUP and is_family):  # "he was the Trump of old"
                self._told[words] = told
            if is_people(doc, span, words) and not is_family:
                self._peoples |= dict.fromkeys((words[0], words[0][:-1]), span.label)
        firms = {words for words in workplaces(doc, spans) if words[1:] or words[0] not in self._families}
        self._told |= dict.fromkeys(firms, ORGANISATION)
        self._evidence.read(doc, spans)
        for span, words in named:
            self._weigh(doc, span, words)
        self._is_polite = self._is_polite or any(is_polite(doc, span) for span in spans)
        spans = self._namesakes(doc, [self._voted(doc, span) for span in spans])
        self._ships |= ships(doc)
        spans = [span for span in spans if span.label != THING and not self._is_ship(doc, span)]
        for span in spans:
            self._remember(doc, span)
        return spans

    def _is_ship(self, doc: Doc, span: NameSpan) -> bool:
        """Tell "the Hrafn", called a trawler long before."""
        named = span.start > 0 and fold(doc[span.start - 1].text) == "the"
        return named and span.text(doc) in self._ships

    def _weigh(self, doc: Doc, span: NameSpan, words: tuple[str, ...]) -> None:
        """Take in what all uses of a name say of it together, where no noun says it outright."""
        is_anybodys = len(words) == 1 and self._is_anybodys(words[0])
        before = self._told.get(words)
        is_open = before is None or words in self._datelined
        told = self._evidence.kind(doc, span) if is_open and not is_anybodys else None
        if told is not None and told != (before or _coarse(span.label)):
            self._told[words] = told
        if told in _KINDS:
            self._roster.mend(span.text(doc), _KINDS[told])

    def _namesakes(self, doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
        """Take a lone word for whoever bears it here: a scorer, "Partey", or a firm, "Zhongyuan".

        It is a firm unless some use of it says that it is a place.
        """
        for span in spans:
            self._bodies.learn(doc, span)
        firms = {row[0][0][0].casefold() for row in self.known.values() if any(map(is_firm, row))}
        campuses: set[str] = set()  # "at Hofstra", of Hofstra University
        for span in spans:
            words = comparable(span.text(doc))
            before = fold(doc[span.start - 1].text) if span.start else ""
            if in_dateline(doc, span.start) or before in _WITHIN:
                self._located.add(words[0])
            inside = before in _INSIDE and span.label != PERSON and not is_trusted(doc, span.start - 2)
            if inside and len(words) == 1:
                self._inside.add(words[0])
            if span.label == ORGANISATION and words[1:] in (("university",), ("college",)):
                campuses.add(words[0])
            if is_firm((words, span.label)):
                firms.add(words[0])

        def told(span: NameSpan) -> NameSpan:
            text = span.text(doc)
            words = comparable(text)
            if len(words) == 1 and words[0] in self._bodies.letters and not is_titled(doc, span):
                return replace(span, label=ORGANISATION)
            if span.label != ORGANISATION and self._bodies.has(doc, span):
                return replace(span, label=ORGANISATION)
            if self._is_called_by_family(span, words):
                return replace(span, label=PERSON)
            if self._is_of_a_firm(doc, span, words):
                return replace(span, label=ORGANISATION)
            if span.label == PERSON and len(words) > 1 and lookup(text) and not is_titled(doc, span):
                return replace(span, label=COUNTRY_OR_CITY)  # Addis Ababa
            is_short = self._is_short_for_firm(span, words, firms)
            if is_short and words[0] not in self._located:
                return replace(span, label=ORGANISATION)
            if span.label == PERSON and len(words) == 1 and self._is_rather_a_place(doc, span, words[0]):
                return replace(span, label=COUNTRY_OR_CITY)
            if is_short:
                return replace(span, label=ORGANISATION)
            if span.label == PERSON or len(words) > 1 or text.isupper():
                return span
            found = lookup(text)
            if any(name.form is not CountryForm.PLACE for name in found):
                return span
            if words[0] in self._peoples:
                return replace(span, label=self._peoples[words[0]])
            if words[0] in self._families - self._located and self._votes[words][_coarse(span.label)] < 2:
                return replace(span, label=PERSON)
            is_place = span.label in (COUNTRY_OR_CITY, PLACE)
            is_firm = is_place and not found and words[0] in (firms - self._located) | campuses
            return replace(span, label=ORGANISATION) if is_firm else span

        return [told(span) for span in spans]

    def _is_rather_a_place(self, doc: Doc, span: NameSpan, word: str) -> bool:
        """Tell a lone word that is no part of anybody's name and as often a place's: "Hodeidah"."""
        votes = self._votes[word,]
        if word in self._inside and not self._is_anybodys(word) and not is_titled(doc, span):
            return True  # Florence
        known = word in all_given_names() or word in self._families or is_titled(doc, span)
        if known or self._told.get((word,)) or votes[COUNTRY_OR_CITY] < votes[PERSON]:
            return False
        return self._roster.find_person(word, Scene(0))[0] is None

    def _is_anybodys(self, word: str) -> bool:
        """Tell whether somebody whose full name is known is called so."""
        names = (name for row in self.known.values() for name, label in row if label == PERSON)
        entry, _ = self._roster.find_person(word, Scene(0))
        met = entry is not None and entry.person is not None and len(entry.person.words) > 1
        return met or word in self._families or any(word in map(fold, name) for name in names if name[1:])

    def _is_short_for_firm(self, span: NameSpan, words: tuple[str, ...], firms: set[str]) -> bool:
        """Tell a firm by the first word of its name from a person whom nothing else knows."""
        alone = span.label == PERSON and len(words) == 1 and span.outer == span.start
        return alone and words[0] in firms and words[0] not in self._families | all_given_names()

    def _is_of_a_firm(self, doc: Doc, span: NameSpan, words: tuple[str, ...]) -> bool:
        """Tell what is a firm elsewhere from a person or place: Kuwabara Bonsho, of "Kuwabara Bonsho Co."."""
        if len(words) < 2 or span.label == ORGANISATION or is_titled(doc, span) or lookup(span.text(doc)):
            return False
        if words[0] in all_given_names() or self._told.get(words):
            return False
        if self._votes.get(words[-1:], Counter())[PERSON] > 0:
            return False  # who owns "Thabi Ndlela Holdings" is called Ndlela
        votes = self._votes[words]
        if words in self._bodies.short_firms or (span.label == PERSON and words in self._bodies.short):
            return True
        return votes[ORGANISATION] >= votes[_coarse(span.label)]

    def _is_called_by_family(self, span: NameSpan, words: tuple[str, ...]) -> bool:
        """Tell a full name by what the rest calls its bearer: Iga | Swiatek, Aung San | Suu Kyi."""
        if span.label == PERSON or len(words) < 2 or words[-1] in organisations().bodies:
            return False
        if self._told.get(words, PERSON) != PERSON:
            return False
        if words[0] in titles().particles | titles().articles:
            return False  # "Der Tagesspiegel"
        if words[0] in all_given_names() and words[-1] in self._families - organisations().places:
            return True  # like the rest of the family
        size = len(words) - 1 if len(words) == 2 else 2
        if span.label != ORGANISATION and size == 1:
            return False  # Lake Powell
        votes = self._votes.get(words[-size:], Counter())
        told = self._told.get(words[-size:])
        return told == PERSON or (told is None and set(votes) == {PERSON} and votes[PERSON] + size > 2)

    def settle(self, doc: Doc, span: NameSpan, at: int) -> NameSpan:
        """Mend a label by who is known where the name is used, at offset `at` of the article."""
        text = span.text(doc)
        words = comparable(text)
        if self._told.get(words) or is_titled(doc, span):
            return span
        if span.label != PERSON:
            known = not has_article(doc, span) and self._is_somebody(span, text, words, at)
            return replace(span, label=PERSON) if known else span
        if len(words) == 1 and self._is_rather_a_firm(doc, span):
            return replace(span, label=ORGANISATION)
        if len(words) == 1 and self._roster.find_person(text, Scene(at))[0] is None:
            found = lookup(text)
            met = self._roster.find_thing(ActorKind.PLACE, text) is not None  # Wellington, the city
            if any(name.form in _STATES for name in found) and (met or words[0] not in all_given_names()):
                return replace(span, label=COUNTRY_OR_CITY)
            near = any(name.code in self._roster.countries for name in found)
            if near and words[0] not in certain_given_names():
                return replace(span, label=COUNTRY_OR_CITY)  # Aden, where Yemen is on stage
            if not found and self._roster.find_thing(ActorKind.ORGANISATION, text):
                return replace(span, label=ORGANISATION)
            if not found and met and words[0] not in all_given_names():
                return replace(span, label=COUNTRY_OR_CITY)
        return span

    def _is_rather_a_firm(self, doc: Doc, span: NameSpan) -> bool:
        """Tell Harlan, the firm, where people are Mr. Harlan: no bare family name is a person there."""
        body = self._roster.find_thing(ActorKind.ORGANISATION, span.text(doc))
        return body is not None and self._is_polite and not is_quoted(doc, span.start)

    def _voted(self, doc: Doc, span: NameSpan) -> NameSpan:
        words = comparable(span.text(doc))
        if is_titled(doc, span):
            return replace(span, label=PERSON)
        votes = self._votes[words]
        told = self._told.get(words)
        if told and not (told == ORGANISATION and len(words) > 1 and _is_surely_a_person(votes)):
            return replace(span, label=told)
        label = _coarse(span.label)
        best, count = max(votes.items(), key=lambda pair: pair[1])
        if label == ORGANISATION and len(words) == votes[ORGANISATION] == 1 and votes[COUNTRY_OR_CITY]:
            return replace(span, label=COUNTRY_OR_CITY)
        return replace(span, label=best) if best != label and count >= max(2, 2 * votes[label]) else span

    def _is_somebody(self, span: NameSpan, text: str, words: tuple[str, ...], at: int) -> bool:
        """Tell whether what was labelled as a thing is the name of somebody known."""
        entry, _ = self._roster.find_person(text, Scene(at))
        if entry is None or entry.person is None:
            return False
        if len(words) > 1:
            known = entry.person.words
            is_family = known != words and known[-len(words) :] == words  # "García Luna"
            return is_family or (known == words and entry.count > 1)
        kind = ActorKind.ORGANISATION if span.label == ORGANISATION else ActorKind.PLACE
        if span.label == GROUP or lookup(text) or self._roster.find_thing(kind, text):
            return False
        return len(entry.person.words) > 1 or entry.count > 1

    def _remember(self, doc: Doc, span: NameSpan) -> None:
        """Keep a name for finding it where the model misses it: full names, and words that are names only."""
        words = tuple(token.text for token in doc[span.start : span.end])
        self._keep(words, span.label)
        if span.label == ORGANISATION and len(letters := initials(" ".join(words))) > 2:
            self._keep((letters.upper(),), ORGANISATION)  # "the CFPB", as yet unseen
        if span.label == PERSON and len(words) > 1 and fold(words[-1]) not in unlike_families():
            self._keep(words[-1:], PERSON)  # "a Biden budget"
        is_given = len(words) > 1 and not titles().particles.intersection((fold(words[0]),))
        if span.label == PERSON and is_given and not is_titled(doc, span) and words[0].istitle():
            self._keep(words[:1], PERSON)  # June, who is no month

    def _keep(self, words: tuple[str, ...], label: str) -> None:
        if self._known_count >= _KNOWN or label == GROUP or (len(words) == 1 and len(words[0]) < 3):
            return
        row = self.known.setdefault(words[0], [])
        if len(row) < _NAMESAKES and (words, label) not in row:
            row.append((words, label))
            row.sort(key=lambda pair: -len(pair[0]))
            self._known_count += 1


def _is_surely_a_person(votes: Counter[str]) -> bool:
    """Tell whether all uses of a name were a person's: "the organization Bill Lee used" makes him none."""
    return votes[PERSON] >= _SURELY and votes[PERSON] == votes.total()


def _coarse(label: str) -> str:
    return COUNTRY_OR_CITY if label == PLACE else label

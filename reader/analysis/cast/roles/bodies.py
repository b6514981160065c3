"""Descriptions of bodies and countries that were named before: "the bank", "the agency", "the country".

A body may be called what its name says ("the ministry"), what an apposition said, what it is known to be, or
by a word for many sorts ("the lender"). Where two fit and neither is nearer, it is left open.
"""

from collections import Counter, deque
from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis.cast.roles.noun_phrases import NounPhrase
from reader.analysis.cast.roles.sorts import may_be_called, nouns_of, office_of, sort_of
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.agencies import AGENCIES, may_be_agency
from reader.analysis.lexicon.national_bodies import home_in, national_bodies
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import head_of
from reader.analysis.lexicon.spelling import comparable

_LATEST = 40  # mentions that may be meant
_REACH = 4_000  # code points back to a body of that sort
_BESIDE = 800  # to one of no known sort, or to a country
_JUST = 350  # to the country of which a sentence told, or to a body told by words that are not its name's
_OTHERS = frozenset({"other", "rival", "first", "second", "third", "new", "parent", "sister", "same"})
_TRADING = frozenset({"maker"})  # the words before it tell a trade, and are of no name: "the truck maker"
_OFTEN = 3  # mentions of the country that an article is about
_AHEAD = 1.2  # times as often as the next
_BETWEEN = 4  # tokens between a country and the body that it is of
_TOLD, _LIKELY, _GUESSED = 0.8, 0.7, 0.6
_LAND = frozenset({ActorKind.COUNTRY, ActorKind.PLACE})
_KINDS = frozenset({ActorKind.ORGANISATION, ActorKind.COUNTRY})


class Bodies:
    """Remembers which bodies and countries came on, the latest last."""

    def __init__(self) -> None:
        self._met: deque[tuple[int, Entry]] = deque(maxlen=_LATEST)
        self._topic: tuple[int, Entry] | None = None  # where and of whom a sentence told last
        self._homes: dict[Entry, str] = {}  # countries of bodies, as the article tells them
        self._last: tuple[Doc, Occurrence] | None = None
        self._states: dict[str, Entry] = {}
        self._told: Counter[str] = Counter()  # how often each country and what lies in it was named

    def meet(self, doc: Doc, one: Occurrence, here: int) -> None:
        """Let an actor be on stage from `here`, a code point; calls must come in text order."""
        entry = one.entry.now()
        if entry.country and entry.kind in _LAND:
            self._told[entry.country] += 1
            if _is_state(entry):
                self._states[entry.country] = entry
        if entry.kind in _KINDS or sort_of(entry):
            self._met.append((here, entry))
            if _acts(doc, one):
                joined = any(child.dep_ == "conj" for child in head_of(doc, one.start, one.end).children)
                self._topic = None if joined else (here, entry)
        if self._last is not None and self._last[0] is doc:
            self._settle(doc, self._last[1], one)
        self._last = doc, one

    def keep(self, entry: Entry, noun: str, sure: float, here: int) -> None:
        """Let an actor that a description meant stay on stage, and be called so from there on."""
        self._met.append((here, entry))
        if entry.kind is ActorKind.ORGANISATION and sure > _GUESSED:
            entry.nominals.add(noun)

    def learn(self, entry: Entry, country: str | None) -> None:
        """Keep the country that a role tells of a body: "Acme, a Dutch bank,"."""
        if country:
            self._homes.setdefault(entry, country)

    def _settle(self, doc: Doc, before: Occurrence, one: Occurrence) -> None:
        """Keep the country that stands by a body: "its Dutch rival Acme", "Acme of China"."""
        first, second = before.entry.now(), one.entry.now()
        between = doc[before.end : one.start]
        kinds = first.kind, second.kind
        if kinds == (ActorKind.ORGANISATION, ActorKind.COUNTRY) and between.text in ("of", ", of"):
            self.learn(first, second.country)
        if kinds == (ActorKind.COUNTRY, ActorKind.ORGANISATION) and before.form is MentionForm.DEMONYM:
            words = {token.pos_ for token in between} if 0 < len(between) < _BETWEEN else set()
            if "NOUN" in words and words <= {"NOUN", "ADJ"}:
                self.learn(second, first.country)

    def _told_of(self) -> Entry | None:
        """Of whom a sentence told last."""
        return self._topic[1].now() if self._topic is not None else None

    def home(self, entry: Entry) -> str | None:
        """The country that a body is of, if it is known."""
        return entry.country or self._homes.get(entry) or home_in(entry.name)

    def holding(self, office: str, country: str | None, here: int) -> Entry | None:
        """Give the body named last that has an office, of `country` or of where the article is about."""
        fits = [
            (entry, here - when)
            for entry, when in self._latest(here)
            if entry.kind is ActorKind.ORGANISATION and office == office_of(entry)
        ]
        at_home = (entry for entry, _ in fits if self.may_be_of(entry, country))
        beside = (entry for entry, away in fits if country is None and away < _BESIDE)
        return next(at_home, None) or next(beside, None)

    def may_be_of(self, entry: Entry, country: str | None) -> bool:
        """Tell whether a body may be of a country; where none is told, of one that the article is about."""
        home = self.home(entry)
        if home is None or country is not None:
            return home == country or (home is None and self._is_near_to(country))
        return 2 * (self._told[home] + entry.count) >= self._most

    @property
    def about(self) -> str:
        """The country told of most so far, "" if none was."""
        return next((code for code, _ in self._told.most_common(1)), "")

    @property
    def _most(self) -> int:
        return max(self._told.values(), default=0)

    def _is_near_to(self, country: str | None) -> bool:
        """Tell whether an article is about a country, so that what is of none told is of it."""
        return country is None or 2 * self._told[country] >= self._most

    def find(
        self,
        noun: str,
        modifiers: tuple[str, ...],
        country: str | None,
        here: int,
        other: Entry | None = None,
        whose: Entry | None = None,
    ) -> tuple[Entry | None, float]:
        """Give the body, of `country` if one is said, that "the `noun`" means at `here`, and how surely.

        With `modifiers`, words of its name or of what it is: "the health ministry", "the trade group".
        It is not the `other`, and likely one that the person spoken of, `whose`, is tied to.
        """
        compound = " ".join((*modifiers, noun))
        if compound in organisations().nominals:
            noun, modifiers = compound, ()
        everywhere = {entry: here - when for entry, when in self._latest(here) if entry is not other}
        latest = {entry: away for entry, away in everywhere.items() if country in (None, self.home(entry))}
        called = _called(latest, noun, modifiers)
        if not called and modifiers and noun in AGENCIES:  # "the refugee agency"
            words = frozenset(modifiers)
            called = {entry: away for entry, away in latest.items() if may_be_agency(entry.name, words)}
        if not modifiers and (own := self._of_person(noun, latest, whose)):
            return own, _LIKELY
        if not called and country:
            return self._of_country(noun, modifiers, country, everywhere)
        is_other = _OTHERS.intersection(modifiers) or national_bodies().office(compound)
        if not called and modifiers and not is_other:  # "the medical charity"
            just = {entry: away for entry, away in latest.items() if away < _JUST}
            called = _called(just, noun, ())
        if not called:
            plain = not modifiers or noun in _TRADING
            return self._unknown(noun, latest) if plain else (None, 0.0)
        first, *others = sorted(called, key=lambda entry: called[entry])
        main = max(others, key=lambda entry: entry.count, default=first)
        if first.count == 1 and main.count > 2 and first is not self._told_of():
            return main, _GUESSED
        if called[first] > _BESIDE and not modifiers:
            nearer, sure = self._unknown(noun, latest)
            if nearer is not None and not (sure == _GUESSED and noun in nouns_of(first)):
                return nearer, sure
        if not others:
            return (
                (None, 0.0)
                if _is_in_passing(first, latest) and noun in organisations().loose
                else (first, _TOLD)
            )
        if called[others[0]] > 3 * (called[first] + 200):
            return first, _LIKELY
        main, other = sorted([first, *others], key=lambda entry: -entry.count)[:2]
        topic = self._told_of()
        leads = main.count > other.count or (main is first and main.count == other.count)
        if main is topic and leads and called[main] < _BESIDE:
            return main, _LIKELY
        return (main, _GUESSED) if main.count > 2 * other.count else (None, 0.0)

    def part(self, whole: str, words: frozenset[str], here: int) -> Entry | None:
        """Give the agency named last that belongs to a body of that name and may be told by these words."""
        return next((one for one, _ in self._latest(here) if may_be_agency(one.name, words, whole)), None)

    def _of_person(self, noun: str, latest: dict[Entry, int], whose: Entry | None) -> Entry | None:
        """The one body on stage of that sort that somebody is tied to: "its chief, who runs the company"."""
        ties = {one.now() for one in whose.ties} if whose is not None else set()
        own = {
            one for one in ties if one.kind is ActorKind.ORGANISATION and latest.get(one, _BESIDE) < _BESIDE
        }
        loose = noun in organisations().loose
        fits = [
            one for one in own if may_be_called(one, noun) or (loose and not nouns_of(one) and one.count > 1)
        ]
        return fits[0] if len(fits) == 1 else None

    def _of_country(
        self, noun: str, modifiers: tuple[str, ...], country: str, everywhere: dict[Entry, int]
    ) -> tuple[Entry | None, float]:
        """The one body near by that may be so called and be of a country, which is known from here on."""
        loose = noun in organisations().loose and not modifiers
        for home, sure in (country, _LIKELY), (None, _GUESSED):
            there = {who: away for who, away in everywhere.items() if self.home(who) == home}
            near = {who: away for who, away in there.items() if away < _BESIDE}
            bodies = (who for who in near if loose and who.kind is ActorKind.ORGANISATION)
            fits = {*_called(near, noun, modifiers)} or {who for who in bodies if not nouns_of(who)}
            most = sorted(fits, key=lambda who: -who.count)
            if len(fits) == 1 or (fits and most[0].count > 2 * most[1].count):
                self.learn(most[0], country)
                return most[0], sure
        return None, 0.0

    def of_subject(self, noun: str, phrase: NounPhrase, main: Entry | None) -> tuple[Entry | None, float]:
        """Give the body of which the sentence tells, if "the `noun`" in a clause of it may be it."""
        if main is None or main.kind is not ActorKind.ORGANISATION or noun not in organisations().loose:
            return None, 0.0
        told = set(phrase.modifiers) and noun not in _TRADING
        if told or phrase.country not in (None, self.home(main)):
            return None, 0.0
        return (main, _GUESSED) if may_be_called(main, noun) or not nouns_of(main) else (None, 0.0)

    def anew(self, noun: str, country: str | None, here: int) -> tuple[Entry | None, float]:
        """Give the body of which the sentence before told, if "the listed `noun`" may be it."""
        if self._topic is None or here - self._topic[0] > _BESIDE:
            return None, 0.0
        entry = self._topic[1].now()
        if entry.kind is not ActorKind.ORGANISATION or country not in (None, self.home(entry)):
            return None, 0.0
        may_be = may_be_called(entry, noun) or (noun in organisations().loose and not nouns_of(entry))
        return (entry, _GUESSED) if may_be else (None, 0.0)

    def homeland(self, here: int, *, that: bool) -> tuple[Entry | None, float]:
        """Give the country that "the country" means: of which was told last, or which is spoken of most.

        "That" country is the one named last.
        """
        if that:
            latest = next(((each, when) for each, when in self._latest(here) if _is_state(each)), None)
            return (latest[0], _LIKELY) if latest and here - latest[1] < _JUST else (None, 0.0)
        if self._topic is not None and here - self._topic[0] < _JUST:
            topic = self._topic[1].now()
            if _is_state(topic):
                return topic, _LIKELY
        states = {entry: here - when for entry, when in self._latest(here) if _is_state(entry)}
        near = [entry for entry, away in states.items() if away < _BESIDE]
        if len(near) == 1 and near[0].count > 1:
            return near[0], _LIKELY
        (main, most), (_, next_most), *_ = [*self._told.most_common(2), ("", 0), ("", 0)]
        about = self._states.get(main) if most >= _OFTEN and most >= _AHEAD * next_most else None
        return (about, _GUESSED) if about is not None else (None, 0.0)

    def _latest(self, here: int) -> Iterator[tuple[Entry, int]]:
        """Each that came on within reach and where it did last, the latest first."""
        seen: set[Entry] = set()
        for when, entry in reversed(self._met):
            now = entry.now()
            if here - when < _REACH and now not in seen and (now.kind in _KINDS or sort_of(now)):
                seen.add(now)
                yield now, when

    def _unknown(self, noun: str, latest: dict[Entry, int]) -> tuple[Entry | None, float]:
        """The one body near by of which nothing says what it is."""
        if noun not in organisations().loose:
            return None, 0.0
        bodies = [entry for entry in latest if entry.kind is ActorKind.ORGANISATION and not nouns_of(entry)]
        near = [entry for entry in bodies if latest[entry] < _BESIDE]
        topic = self._told_of()
        if len(near) == 1:
            sure = near[0] is topic or near[0].count > 1
            beside = latest[near[0]] < _JUST and latest[near[0]] == min(latest.values())
            return (near[0], _LIKELY if sure else _GUESSED) if sure or beside else (None, 0.0)
        near.sort(key=lambda entry: (-entry.count, latest[entry]))
        if near and near[0] is topic and latest[topic] == min(latest[entry] for entry in near):
            return topic, _GUESSED
        return (near[0], _GUESSED) if near and near[0].count > 2 * near[1].count else (None, 0.0)


def _acts(doc: Doc, one: Occurrence) -> bool:
    """Tell the subject of a main clause."""
    head = head_of(doc, one.start, one.end)
    return head.dep_.startswith("nsubj") and head.head.dep_ in ("ROOT", "root")


def _is_state(entry: Entry) -> bool:
    return entry.kind is ActorKind.COUNTRY and entry.country != "EU"


def _called(among: dict[Entry, int], noun: str, modifiers: tuple[str, ...]) -> dict[Entry, int]:
    """Those that are called so, and how far back each is."""
    fits = {entry: away for entry, away in among.items() if set(comparable(entry.name)).issuperset(modifiers)}
    exactly = {entry: away for entry, away in fits.items() if noun in nouns_of(entry)}
    return exactly or {entry: away for entry, away in fits.items() if may_be_called(entry, noun)}


def _is_in_passing(entry: Entry, latest: dict[Entry, int]) -> bool:
    """Tell a body named once from another, of no known sort, of which the article speaks since."""
    since = (other for other, away in latest.items() if away < latest[entry] and not nouns_of(other))
    return any(other.count > 2 * entry.count for other in since if other.kind is ActorKind.ORGANISATION)

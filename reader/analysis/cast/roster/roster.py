"""Everybody met so far: entries that grow, and the indexes that find them by name.

A look-up costs the same however long the article is: names are found by their words, and of a word that
many share only the latest few bearers are looked at.
"""

from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.analysis.cast.roster.entries import NEAR, Entry, Scene, bare_name, fit, is_fuller
from reader.analysis.cast.roster.ids import Ids
from reader.analysis.cast.roster.met import Met
from reader.analysis.cast.roster.misspelt import Misspelt
from reader.analysis.cast.roster.namesakes import chosen
from reader.analysis.cast.roster.things import Things
from reader.analysis.findings import ActorKind, Span
from reader.analysis.lexicon.countries import countries, lookup
from reader.analysis.lexicon.organisation_names import organisation_key, says_more
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.personal_names import PersonName, given_gender, person_name, short_forms
from reader.analysis.lexicon.spelling import comparable
from reader.analysis.lexicon.titles import titles
from reader.given_names import given_names, likely_given_names

_BEARERS = 24  # how many people of one word are looked at, those who came last
_SLIP = 0.7  # how sure it is who is meant by a misspelt name
_LATEST = 60  # of the entries, in the order in which they came


class Roster:
    """Finds the entry that a name means, or makes one."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.countries: OrderedDict[str, Entry] = OrderedDict()  # by code, the latest met last
        self.changed: dict[Entry, None] = {}
        self._people: dict[str, deque[Entry]] = {}  # by each word of their names
        self._whole: dict[tuple[str, ...], Entry] = {}  # by all
        self._things = Things()
        self._misspelt = Misspelt()
        self._ids = Ids()
        self._groups: dict[frozenset[Entry], Entry] = {}
        self.met = Met()

    def note(self, entry: Entry, text: str, offset: int) -> Entry:
        """Count a use of `text` for `entry` at `offset`."""
        if text:
            entry.used[text] += 1
        entry.count += 1
        entry.last = max(entry.last, offset)
        self.changed[entry] = None
        if entry.country and entry.kind in (ActorKind.COUNTRY, ActorKind.PLACE):
            self.met.note(entry.country, entry.kind is ActorKind.PLACE, offset)
        return entry

    def recent(self, offset: int) -> Iterator[Entry]:
        """Who was mentioned shortly before or after `offset`, of the latest new ones."""
        return (entry for entry in self.entries[-_LATEST:] if abs(offset - entry.last) < NEAR)

    def is_family_near(self, offset: int) -> bool:
        """Tell whether two people of one family name are on stage."""
        people = [entry for entry in self.recent(offset) if entry.into is None and entry.person is not None]
        names = [entry.person.words[-1] for entry in people if entry.person and len(entry.person.words) > 1]
        return len(set(names)) < len(names)

    def namesakes(self, entry: Entry) -> list[Entry]:
        """Who else has the family name of a person, by the latest bearers of it."""
        if entry.person is None or len(entry.person.words) < 2:
            return []
        family = entry.person.family
        bearers = {one.now() for one in self._people.get(family, ())} - {entry}
        return [one for one in bearers if one.person and one.person.words[1:] and one.person.family == family]

    def country(self, code: str) -> Entry:
        """The entry of a country."""
        if code not in self.countries:
            self.countries[code] = self.new(ActorKind.COUNTRY, countries()[code].name, code)
        self.countries.move_to_end(code)
        return self.countries[code]

    def thing(self, kind: ActorKind, text: str, country: str | None = None) -> Entry:
        """The organisation, place or group called `text`; those of two countries are two."""
        entry = self._things.find(kind, text, country)
        if entry is None:
            known = self._things.find_short(kind, text) or self._misread(kind, text)
            entry = known or self.new(kind, text, country)
            entry.name = organisations().with_article.get(text, text) if kind is ActorKind.PLACE else text
            self._things.register(entry, text, country)
        elif says_more(text, entry.name):
            entry.name = text
            self._things.register(entry, text, country)
        if country and not entry.country:
            entry.country = country
        return entry

    def another(self, kind: ActorKind, text: str) -> Entry:
        """A new organisation or place, be its name a part of another's."""
        entry = self.new(kind, text)
        self._things.register(entry, text, None)
        return entry

    def find_thing(self, kind: ActorKind, text: str, country: str | None = None) -> Entry | None:
        """The organisation, place or group of this name: the same words, an acronym, a short form."""
        return self._things.find(kind, text, country)

    def _misread(self, kind: ActorKind, text: str) -> Entry | None:
        """Make an organisation of what the same name was taken for a person or a place before."""
        if kind is ActorKind.ORGANISATION and len(organisation_key(text)) > 1 and not lookup(text):
            place = self._things.pop(ActorKind.PLACE, organisation_key(text))
            if place is not None and place.into is None:
                place.kind = kind
                return place
        entry, _ = self.find_person(text, Scene(0)) if kind is ActorKind.ORGANISATION else (None, 0.0)
        if entry is None or entry.gender or entry.person is None or entry.person.words != comparable(text):
            return None
        entry.kind, entry.person = kind, None
        return entry

    def mend(self, text: str, kind: ActorKind) -> None:
        """Make of who was called so, and nothing else, what the name is told to name since."""
        entry = self._mistaken(text, kind)
        if entry is None or self._things.find_exactly(kind, text) is not None:
            return
        if entry.person is None:
            self._things.pop(entry.kind, organisation_key(text))
        entry.kind, entry.person = kind, None
        if kind is ActorKind.PERSON:
            entry.person = person_name(text)
            self._index_person(entry)
        else:
            self._things.register(entry, text, None)
        self.changed[entry] = None

    def _mistaken(self, text: str, kind: ActorKind) -> Entry | None:
        if kind is not ActorKind.PERSON and (whole := self._whole.get(comparable(text))) is not None:
            entry = whole.now()
            if entry.kind is ActorKind.PERSON and entry.person and entry.person.words == comparable(text):
                return None if entry.gender else entry
        others = (other for other in (ActorKind.ORGANISATION, ActorKind.PLACE) if other is not kind)
        found = (self._things.find_exactly(other, text) for other in others)
        return next((entry for entry in found if entry is not None and not entry.country), None)

    def define_short_form(self, entry: Entry, short: str) -> None:
        """Remember "Korean Central News Agency (KCNA)"."""
        before = self._things.call(entry, short)
        if before is not entry:
            self.merge(before, entry)

    def nickname(self, entry: Entry, name: str, is_past: bool = False) -> None:
        """Remember "Mohamed Hamdan, known as Hemedti", and "Hemedti, born Mohamed Hamdan".

        Whoever was called so before is the same; but others may bear a family name of once, by itself.
        """
        assert entry.person is not None
        known, other = entry.person, person_name(name)
        if other.words[1:] or not is_past:
            self._same(other, entry)
        if is_fuller(other, known):
            known, other = other, known
        entry.person = replace(known, nickname=" ".join(other.words))
        self._index_person(entry)

    def _same(self, name: PersonName, entry: Entry) -> None:
        """Let whoever had exactly this name so far be `entry`."""
        one = self._whole.get(name.words)
        if one is not None and one.now() is not entry and one.now().person:
            self.merge(one.now(), entry)
        for kind in (ActorKind.ORGANISATION, ActorKind.PLACE):
            thing = self._things.pop(kind, name.words)
            if thing is not None and thing.now() is not entry:
                self.merge(thing.now(), entry)

    def marry(self, entry: Entry, family: str) -> None:
        """Remember whose kin somebody is: "Dolan's widow, Maria", who may be "Mrs. Dolan"."""
        entry.house = family
        bearers = self._people.setdefault(family, deque(maxlen=_BEARERS))
        if entry not in bearers:
            bearers.append(entry)

    def find_person(self, text: str, scene: Scene) -> tuple[Entry | None, float]:
        """The known person that `text` may name in a scene, and how sure that is (0 to 1)."""
        return self._find(person_name(text), text, scene)

    def _find(self, name: PersonName, text: str, scene: Scene) -> tuple[Entry | None, float]:
        scored = ((fit(entry, name, text, scene), entry) for entry in self._bearers(name))
        found = [(score, entry) for score, entry in scored if score]
        return chosen(found, name, scene) if found else (None, 0.0)

    def person(self, text: str, scene: Scene) -> tuple[Entry, float]:
        """The person called `text`, made if nobody is; the fuller name becomes the name."""
        name = person_name(text)
        entry, sure = self._find(name, text, scene)
        meant = self._misspelt.mended(name, self.recent(scene.offset), scene) if entry is None else None
        if meant is not None and (slip := self._find(meant, text, scene))[0] is not None:
            (entry, _), sure, name = slip, _SLIP, meant
        if entry is None:
            if len(name.words) > 1:  # whatever it was taken for before
                entry = self._things.pop(ActorKind.ORGANISATION, name.words)
            entry = entry or self.new(ActorKind.PERSON, bare_name(text, name))
            entry.kind, entry.person, sure = ActorKind.PERSON, name, 0.97
            self._index_person(entry)
        assert entry.person is not None
        if name.words == (entry.house,):  # "Mrs. Roe", of Maria, the wife of Ray Roe
            entry.person = name = replace(entry.person, words=(*entry.person.words, entry.house))
        in_capitals = all(map(str.isupper, entry.used)) and not text.isupper()
        if is_fuller(name, entry.person) or (in_capitals and len(name.words) >= len(entry.person.words)):
            nickname = name.nickname or entry.person.nickname
            entry.person, entry.name = replace(name, nickname=nickname), bare_name(text, name)
            self._index_person(entry)
        entry.gender = name.gender or entry.gender
        entry.honorifics |= {name.honorific} - {""}
        entry.leans = entry.leans or given_gender(entry.person)
        if len(entry.person.words) == 1 and not name.honorific:
            entry.sounds = given_names().get(entry.person.words[0], "")
        else:
            entry.sounds = likely_given_names().get(entry.person.given, "")
        self._bring_forward(entry, name)
        return entry, sure

    def tie(self, entry: Entry, other: Entry, words: Span, speaks: bool) -> None:
        """Keep the first words that tie `entry` to `other`, or the first by which it speaks for it."""
        if entry is other:
            return
        known = entry.ties.get(other)
        if known is None or (speaks and not known[1]):
            entry.ties[other] = words, speaks
            other.tied[entry] = None
            self.changed[entry] = self.changed[other] = None

    def group(self, members: tuple[Entry, ...]) -> Entry:
        """The group of these: "the two leaders"."""
        key = frozenset(members)
        if key not in self._groups:
            self._groups[key] = self.new(ActorKind.GROUP, "")
            self._groups[key].members = members
            for member in members:
                member.tied[self._groups[key]] = None
        self.changed[self._groups[key]] = None
        return self._groups[key]

    def settle(self) -> tuple[list[tuple[str, str]], list[Entry]]:
        """Give ids to what changed since the last call: pairs of old and new ids, and the changed entries."""
        settled = self._ids.settle(self.changed)
        self.changed = {}
        return settled

    def merge(self, old: Entry, new: Entry) -> None:
        """Let `old` become `new`."""
        old.into = new
        new.used.update(old.used)
        new.narrated |= old.narrated
        new.nominals |= old.nominals
        new.vague &= old.vague
        new.count += old.count
        new.last = max(new.last, old.last)
        new.ties = {**old.ties, **new.ties}
        self.changed.update({new: None, old: None, **old.tied})

    def stranger(self, name: str) -> Entry:
        """Somebody without a name, whom no name finds."""
        entry = Entry(ActorKind.PERSON, name, len(self.entries), named=False)
        self.changed[entry] = None
        return entry

    def unnamed_body(self, name: str, country: str | None) -> Entry:
        """An organisation without a name, which no name finds."""
        entry = Entry(ActorKind.ORGANISATION, name, len(self.entries), country, named=False)
        self.changed[entry] = None
        return entry

    def new(self, kind: ActorKind, name: str, country: str | None = None) -> Entry:
        """An entry that no other name finds yet."""
        entry = Entry(kind, name, len(self.entries), country)
        self.entries.append(entry)
        self.changed[entry] = None  # whoever is there has an id, mentioned or not
        return entry

    def _index_person(self, entry: Entry) -> None:
        assert entry.person is not None
        for word in {*entry.person.words, *entry.person.nickname.split(), *short_forms(entry.person)}:
            bearers = self._people.setdefault(word, deque(maxlen=_BEARERS))
            if entry not in bearers:
                bearers.append(entry)
        self._whole.setdefault(entry.person.words, entry)

    def _bring_forward(self, entry: Entry, name: PersonName) -> None:
        """Let whoever is named again stay among the last bearers of a word that very many bear."""
        for word in name.words:
            bearers = self._people.get(word)
            if bearers is not None and len(bearers) == _BEARERS and bearers[-1] is not entry:
                if entry in bearers:
                    bearers.remove(entry)
                bearers.append(entry)

    def _bearers(self, name: PersonName) -> Iterable[Entry]:
        seen: dict[Entry, None] = {}
        long = titles().nicknames.get(name.words[0], ()) if len(name.words) == 1 else ()
        for word in (*name.words[:6], *name.nickname.split(), *sorted(long)):
            for entry in self._people.get(word, ()):
                seen[entry.now()] = None
        if (whole := self._whole.get(name.words)) is not None:  # however many others have come since
            seen[whole.now()] = None
        return (entry for entry in seen if entry.kind is ActorKind.PERSON and entry.person)

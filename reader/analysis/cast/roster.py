"""Everybody met so far: entries that grow, and the indexes that find them by name.

A look-up costs the same however long the article is: names are found by their words, and of a word that
many share only the latest few bearers are looked at.
"""

from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.analysis.cast.countries import countries, lookup
from reader.analysis.cast.entries import NEAR, Entry, Scene, bare_name, fit, is_fuller
from reader.analysis.cast.ids import Ids
from reader.analysis.cast.lexicon import organisations, titles
from reader.analysis.cast.met import Met
from reader.analysis.cast.names import (
    OFFICES,
    SHORTENED,
    PersonName,
    all_initials,
    common_nouns,
    comparable,
    given_gender,
    is_acronym,
    means_party,
    organisation_key,
    person_name,
    says_more,
    short_forms,
)
from reader.analysis.cast.namesakes import chosen
from reader.analysis.findings import ActorKind, Span
from reader.given_names import given_names, likely_given_names

_BEARERS = 24  # how many people of one word are looked at, the latest first
_LATEST = 60  # of the entries, in the order in which they came


class Roster:
    """Finds the entry that a name means, or makes one."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.countries: OrderedDict[str, Entry] = OrderedDict()  # by code, the latest met last
        self.changed: dict[Entry, None] = {}
        self._people: dict[str, deque[Entry]] = {}
        self._things: dict[tuple[ActorKind, tuple[str, ...]], Entry] = {}
        self._acronyms: dict[str, Entry] = {}
        self._short: dict[tuple[str, ...], list[Entry]] = {}  # first and last words of longer names
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
        words = organisation_key(text)
        entry = self.find_thing(kind, text, country)
        if entry is None:
            known = self._shortened(kind, words) or self._nicknamed(kind, words) or self._misread(kind, text)
            if kind is ActorKind.PLACE and text.isupper() and len(text) > 4:
                text = text.title()  # in a dateline: "DURHAM, N.C. —"
            entry = known or self.new(kind, text, country)
            entry.name = text
            self._register(entry, text, country)
        elif says_more(text, entry.name):
            entry.name = text
            self._register(entry, text, country)
        if country and not entry.country:
            entry.country = country
        return entry

    def find_thing(self, kind: ActorKind, text: str, country: str | None = None) -> Entry | None:
        """The organisation, place or group of this name: the same words, an acronym, a short form."""
        words = organisation_key(text)
        if entry := self._things.get((kind, words)):
            entry = entry.now()
            if country and entry.country and country != entry.country:
                return self._things.get((kind, (*words, country)))
            return entry
        is_body = kind is ActorKind.ORGANISATION and len(words) == 1 and not is_acronym(text)
        if words and (kind is ActorKind.GROUP or is_body):  # "Republicans" and "the Houthi leader"
            other = words[-1][:-1] if words[-1].endswith("s") else words[-1] + "s"
            if entry := self._things.get((kind, (*words[:-1], other))):
                return entry.now()
        if kind is not ActorKind.ORGANISATION or not words:
            return None
        lead = 2 if words[:2] in SHORTENED.values() else _is_of(words[0], country)
        shorter = self._things.get((kind, words[lead:])) if lead and len(words) > lead + 1 else None
        if shorter is not None and shorter.now().country in (None, country):
            return shorter.now()  # "the Justice Department" of "the U.S. Department of Justice"
        is_short = is_acronym(text) or (len(words) == 1 and len(words[0]) > 3)  # "Hiqa"
        if is_short and (entry := self._acronyms.get("".join(words))):
            return entry.now()
        for letters in all_initials(text):
            if (entry := self._things.get((kind, (letters,)))) and is_acronym(entry.now().name):
                return entry.now()
        if comparable(text)[-1] in organisations().legal and (firm := self._shorter(words)):
            return firm
        if means_party(text):
            return None  # "Democrats" are no part of the Ohio Democratic Party
        known = {entry.now() for entry in self._short.get(words, ())}
        longer = [entry for entry in known if entry.kind is kind]
        if country:
            longer = [entry for entry in longer if entry.country in (None, country)]
        return longer[0] if len(longer) == 1 else None

    def _shorter(self, words: tuple[str, ...]) -> Entry | None:
        """Who bore the first words of a company's full name before: Samsung, of "Samsung Electronics Co"."""
        for cut in range(len(words) - 1, 0, -1):
            entry = self._things.get((ActorKind.ORGANISATION, words[:cut]))
            if entry is not None and organisation_key(entry.now().name) == words[:cut]:
                return entry.now()
        return None

    def _shortened(self, kind: ActorKind, words: tuple[str, ...]) -> Entry | None:
        """The same where no legal form proves it: "Meridian" of "Meridian Semiconductor"."""
        lists = organisations()
        proper = kind is ActorKind.ORGANISATION and words[-1] not in lists.named_after
        entry = self._shorter(words) if proper else None
        if entry is None or (is_acronym(entry.name) and words[-1] != "news") or lookup(entry.name):
            return None
        if organisation_key(entry.name) in SHORTENED.values():
            return None  # U.N. Women is not the U.N.
        return None if organisation_key(entry.name)[-1] in lists.bodies else entry

    def _nicknamed(self, kind: ActorKind, words: tuple[str, ...]) -> Entry | None:
        """The club that a headline called by the last word of its name: "Anchors" of "Norfolk Anchors"."""
        lists, last = organisations(), words[-1:]
        entry = self._things.get((kind, last)) if kind is ActorKind.ORGANISATION and words[1:] else None
        if entry is None or organisation_key(entry.now().name) != last or is_acronym(entry.now().name):
            return None
        common = lists.bodies | lists.nominals | lists.places | lists.chambers
        return None if last[0] in common else entry.now()

    def _misread(self, kind: ActorKind, text: str) -> Entry | None:
        """Make an organisation of what the same name was taken for a person or a place before."""
        words = organisation_key(text)
        if kind is ActorKind.ORGANISATION and len(words) > 1 and not lookup(text):
            place = self._things.pop((ActorKind.PLACE, words), None)
            if place is not None and place.into is None:
                place.kind = kind
                return place
        entry, _ = self.find_person(text, Scene(0)) if kind is ActorKind.ORGANISATION else (None, 0.0)
        if entry is None or entry.gender or entry.person is None or entry.person.words != comparable(text):
            return None
        entry.kind, entry.person = kind, None
        return entry

    def define_short_form(self, entry: Entry, short: str) -> None:
        """Remember "Korean Central News Agency (KCNA)"."""
        words = organisation_key(short)
        self._acronyms["".join(words)] = entry
        before = self._things.get((entry.kind, words), entry).now()
        if before is not entry:
            self.merge(before, entry)
        self._things[entry.kind, words] = entry

    def nickname(self, entry: Entry, name: str) -> None:
        """Remember "Mohamed Hamdan, known as Hemedti", and "Hemedti, born Mohamed Hamdan"."""
        assert entry.person is not None
        known, other = entry.person, person_name(name)
        if is_fuller(other, known):
            known, other = other, known
        entry.person = replace(known, nickname=" ".join(other.words))
        self._index_person(entry)

    def find_person(self, text: str, scene: Scene) -> tuple[Entry | None, float]:
        """The known person that `text` may name in a scene, and how sure that is (0 to 1)."""
        name = person_name(text)
        scored = ((fit(entry, name, text, scene), entry) for entry in self._bearers(name))
        found = [(score, entry) for score, entry in scored if score]
        return chosen(found, name, scene) if found else (None, 0.0)

    def person(self, text: str, scene: Scene) -> tuple[Entry, float]:
        """The person called `text`, made if nobody is; the fuller name becomes the name."""
        entry, sure = self.find_person(text, scene)
        name = person_name(text)
        if entry is None:
            key = (ActorKind.ORGANISATION, name.words) if len(name.words) > 1 else None
            entry = self._things.pop(key, None) if key else None  # whatever it was taken for before
            entry = entry or self.new(ActorKind.PERSON, bare_name(text, name))
            entry.kind, entry.person, sure = ActorKind.PERSON, name, 0.97
            self._index_person(entry)
        assert entry.person is not None
        if is_fuller(name, entry.person) or (
            entry.name.isupper() and not text.isupper() and len(name.words) >= len(entry.person.words)
        ):
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

    def new(self, kind: ActorKind, name: str, country: str | None = None) -> Entry:
        """An entry that no other name finds yet."""
        entry = Entry(kind, name, len(self.entries), country)
        self.entries.append(entry)
        self.changed[entry] = None  # whoever is there has an id, mentioned or not
        return entry

    def _register(self, entry: Entry, text: str, country: str | None) -> None:
        words = organisation_key(text)
        self._things.setdefault((entry.kind, words), entry)
        if country:
            self._things[entry.kind, (*words, country)] = entry
        if entry.kind is not ActorKind.ORGANISATION:
            return
        lists = organisations()
        for letters in all_initials(text):
            self._acronyms.setdefault(letters, entry)
        for short in lists.short.get(" ".join(words), ()):
            self._short.setdefault(tuple(short.split()), []).append(entry)
        for cut in range(1, len(words)):
            head, tail = words[:cut], words[cut:]
            if (
                cut <= 2
                and not (cut == 1 and (head[0] in lists.bodies or (len(head[0]) < 4 and tail != ("news",))))
                and head not in SHORTENED.values()
                and not lookup(" ".join(head))
            ):
                self._short.setdefault(head, []).append(entry)
            if cut <= 3 and not (len(tail) == 1 and len(tail[0]) < 4):
                self._short.setdefault(tail, []).append(entry)
        if words[-1] in OFFICES and "and" in words[1:]:  # "the Health Ministry", of health and welfare
            self._short.setdefault((*words[: words.index("and", 1)], words[-1]), []).append(entry)
        entry.nominals |= common_nouns(text)

    def _index_person(self, entry: Entry) -> None:
        assert entry.person is not None
        for word in {*entry.person.words, *entry.person.nickname.split(), *short_forms(entry.person)}:
            bearers = self._people.setdefault(word, deque(maxlen=_BEARERS))
            if entry not in bearers:
                bearers.append(entry)

    def _bearers(self, name: PersonName) -> Iterable[Entry]:
        seen: dict[Entry, None] = {}
        long = titles().nicknames.get(name.words[0], ()) if len(name.words) == 1 else ()
        for word in (*name.words[:6], *name.nickname.split(), *sorted(long)):
            for entry in self._people.get(word, ()):
                seen[entry.now()] = None
        return (entry for entry in seen if entry.kind is ActorKind.PERSON and entry.person)


def _is_of(word: str, country: str | None) -> bool:
    """Tell an adjective of a country: "Indian" of India."""
    return country is not None and country in {name.code for name in lookup(word)}

"""An actor in the making: what is known of it so far, and whether a name may be its own."""

import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.analysis.cast.roster.acts import Deed
from reader.analysis.findings import Actor, ActorKind, Span, Tie
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.personal_names import PersonName, given_gender, person_match, person_name
from reader.analysis.lexicon.spelling import without_capitals
from reader.analysis.lexicon.titles import titles
from reader.given_names import MAN, WOMAN, certain_given_names, given_names

_ALIASES = 12  # names kept for the record of an actor
_ROLES = 8
_RANKS = {"sr": "elder", "jr": "younger"}  # that suffixes tell
_GROWN, _OF_AGE = frozenset({"mr", "mrs", "ms", "dr"}), 16
_MARRIED = frozenset({"wife", "widow", "husband", "widower"})
#: What those are who stand beside the holder of an office.
BESIDE_OFFICE = _MARRIED | {"lady", "son", "daughter"}
_OFTEN = 1.0  # pronouns, by their confidence, that outweigh a given name
_LETTERS = 4  # at most, of what may be an acronym
#: Code points: a name used within them is fresh in mind.
NEAR = 3000


class Scene(NamedTuple):
    """Where a name is used: offsets of itself, of its paragraph and sentence; `rank` as in "the elder".

    `deed` is what its bearer does there, `age` how old the words behind the name say that he is (0: nothing);
    `is_new` tells that they introduce him: "Mr. James, a trader"; `gender` is what is told by what is his own
    there: "Roe said that her husband". `is_kin` tells that he is introduced as somebody's kin, `is_lone` that
    no full name has the words; `apart` who he is not by what stands between both: "Ann, Tom's daughter".
    """

    offset: int
    paragraph: int = 0
    sentence: int = sys.maxsize
    rank: str = ""
    deed: Deed = Deed.NONE
    age: int = 0
    is_new: bool = False
    gender: str = ""
    is_kin: bool = False
    is_lone: bool = False
    apart: "Entry | None" = None


@dataclass(eq=False)
class Entry:
    """An actor in the making; `id` is given when a reading ends, `last` is where it was mentioned last."""

    kind: ActorKind
    name: str
    order: int
    country: str | None = None
    person: PersonName | None = None
    gender: str = ""  # as honorific, title, role or pronouns say
    leans: str = ""  #  as the given name suggests
    sounds: str = ""  # as a single word, given name or family name, suggests
    heard: float = 0.0  # how often "he" (above 0) or "she" (below) seemed to mean it
    honorifics: set[str] = field(default_factory=set)
    id: str = ""
    last: int = 0
    count: int = 0
    used: Counter[str] = field(default_factory=Counter)
    narrated: set[str] = field(default_factory=set)  # of these, those outside quotations
    roles: dict[str, str] = field(default_factory=dict)  # role -> its head noun
    heads: set[str] = field(default_factory=set)  # of the roles, and what else is said of who it is
    nominals: set[str] = field(default_factory=set)  # of organisations: what it is called ("bank")
    members: tuple["Entry", ...] = ()  # of "the two leaders"
    ties: "dict[Entry, tuple[Span, bool]]" = field(default_factory=dict)
    tied: "dict[Entry, None]" = field(default_factory=dict)  # who has ties to this one
    named: bool = True  # or called by a description: "a mother of three"
    nameless: bool = False  # has asked not to be named
    age: int = 0  # in years, if told
    is_dead: bool = False
    acted: int = -1  # where it was named last as acting
    introduced: int = -1  # where it was named last in full as acting
    vague: bool = False  # perhaps somebody whom the article names: "the candidate"
    rank: str = ""  # "elder" of a father, "younger" of a son
    house: str = ""  # the family name of whose kin it was introduced as
    into: "Entry | None" = None

    @property
    def seems(self) -> str:
        """Man or woman by what is known, else by the given name, or as pronouns say against it."""
        if self.gender or not self.leans:
            return self.gender
        other = WOMAN if self.leans == MAN else MAN
        return other if self.misheard > _OFTEN else self.leans

    @property
    def has_certain_given_name(self) -> bool:
        """Whether the given name leaves no doubt: Donald, but not Alex."""
        if self.person is None or not self.leans:
            return False
        return (self.person.given or self.person.words[0]) in certain_given_names()

    @property
    def misheard(self) -> float:
        """How often pronouns seemed to say another sex than the given name does; below 0, the same."""
        return self.heard if self.leans == WOMAN else -self.heard

    def now(self) -> "Entry":
        """The entry that this one has become."""
        entry = self
        while entry.into is not None:
            entry = entry.into
        return entry

    @property
    def goes_by_given_name(self) -> bool:
        """Tell who is Daniel to the article, so that "Mr. Abramyan" is another of the family."""
        if self.person is None or len(self.person.words) < 2:
            return False
        alone = [name for text in self.narrated if len((name := person_name(text)).words) == 1]
        words = {name.words[0] for name in alone}
        called = any(name.words[0] == self.person.given and not name.honorific for name in alone)
        return called and self.person.family not in words

    def record(self) -> Actor:
        """The public face of the entry."""
        aliases = [text for text, _ in self.used.most_common(_ALIASES + 1) if text != self.name]
        ties = {other.now(): tie for other, tie in self.ties.items()}
        return Actor(
            self.id,
            self.name,
            self.kind,
            self.country,
            tuple(aliases[:_ALIASES]),
            tuple(self.roles)[:_ROLES],
            tuple(Tie(other.id, *tie) for other, tie in ties.items() if other is not self)[:_ROLES],
            self.named,
        )


def _genders_differ(entry: Entry, name: PersonName) -> bool:
    """Tell whether a name can't be the entry's by what both say of gender."""
    assert entry.person is not None
    is_family = entry.person.words[-len(name.words) :] == name.words  # "Al Dhaheri": no man called Al
    said = name.gender or ("" if is_family else given_gender(name))
    if name.honorific in ("mr", "mrs", "ms") and entry.has_certain_given_name and not entry.gender:
        return name.gender != entry.leans
    if entry.gender or name.honorific == "mrs":  # "Mrs. Rivers" may be the wife of John
        return bool(said and (entry.gender or entry.leans) and said != (entry.gender or entry.leans))
    return bool(said and entry.leans and said != entry.leans and not name.gender)


def _leans_differ(entry: Entry, name: PersonName) -> bool:
    """ "Ms." for a given name that is mostly men's: "Nino Lomidze"."""
    return bool(name.gender and not entry.gender and entry.leans and name.gender != entry.leans)


def _styles_differ(entry: Entry, name: PersonName) -> bool:
    """Tell "Dr. Somogyi" from who has been "Mr. Somogyi" so far, and "Mr. Johnson" from "Senator Johnson"."""
    if name.title and not name.honorific and len(name.words) == 1:  # "Judge Brandt" from "Ms. Brandt"
        return bool(entry.honorifics) and not any(
            person_name(text).title == name.title for text in entry.used
        )
    if not name.honorific or name.honorific in entry.honorifics:
        return False
    short = (person_name(text) for text in entry.used)
    return bool(entry.honorifics) or any(each.title and len(each.words) == 1 for each in short)


def _is_fathers(entry: Entry, words: tuple[str, ...]) -> bool:
    """Tell the first of two family names, unless the article goes by the second: Núñez | Cabrera."""
    assert entry.person is not None
    known = entry.person.words
    if len(known) < 3 or words != known[-2:-1] or given_names().keys() & {*known[-2:]}:
        return False
    return not any(person_name(text).words[-2:] == known[-1:] for text in entry.used)


def _seniority(entry: Entry, name: PersonName, rank: str) -> float:
    """How well a suffix, or "whose father, ...", fits "the elder", "the younger"."""
    known = _RANKS.get(name.suffix) or entry.rank
    if rank not in ("elder", "younger") or not known:
        return 0.0
    return 0.3 if known == rank else -0.5


def fit(entry: Entry, name: PersonName, text: str, scene: Scene) -> float:
    """How well `name`, written `text` in `scene`, fits a person: 0 not at all, about 1 well."""
    assert entry.person is not None
    score = person_match(entry.person, name) or _by_marriage(entry, name)
    namesake = entry.person.suffix and not name.suffix and entry.person.words == name.words
    elder = namesake and (entry.last >= scene.sentence or scene.rank == "elder")
    # "Marcos Jr., the son of the dictator Marcos", "Marcos Jr. wept. His father, Marcos, led him out."
    if not score or elder or _genders_differ(entry, name) or _is_another(entry, name):
        return 0.0
    if scene.apart is entry or (scene.is_kin and _is_longer_or_shorter(entry.person, name)):
        return 0.0
    if name.honorific in _GROWN and 0 < entry.age < _OF_AGE:
        return 0.0  # Marcus Tan, 9, is no Mr. Tan
    score += 0.15 * _is_fathers(entry, name.words)
    score += 0.05 * bool(name.honorific and not scene.is_new)  # "Mr. Leo", of Leo Fox
    score -= 0.25 * _leans_differ(entry, name) + 0.1 * _styles_differ(entry, name)
    is_used = text in entry.used or (len(name.words) == 1 and text.split()[-1] in entry.used)
    rank = _RANKS.get(name.suffix) or scene.rank  # "Ms. Orr Jr." is the daughter
    score += 0.2 * is_used + _seniority(entry, entry.person, rank)
    away = scene.offset - entry.last
    if score <= 0.5 + 0.1 * (away > NEAR) or (
        score < 0.75 and len(entry.person.words) == 1 and away > 3 * NEAR
    ):
        return 0.0  # a middle or given name alone is remembered for a while only
    freshness = 1.0 / (1 + max(0, away) / 1500)
    return score + 0.08 * freshness + 0.02 * min(entry.count, 5)


def _is_longer_or_shorter(known: PersonName, name: PersonName) -> bool:
    """Tell two full names that differ, of one family too: "her granddaughter Ann Lee Roe" is not Ann Roe."""
    return len(known.words) > 1 and len(name.words) > 1 and known.words != name.words


def _by_marriage(entry: Entry, name: PersonName) -> float:
    """How well "Mrs. Roe" names Maria, who was introduced as the wife of Ray Roe."""
    is_married = entry.house and entry.heads & _MARRIED and name.words == (entry.house,)
    return 0.95 if is_married and name.honorific in ("mr", "mrs", "ms") else 0.0


def _is_another(entry: Entry, name: PersonName) -> bool:
    """Tell who was introduced by the given name from a later bearer of it with a family name.

    "A student, Rodrigo," is not "President Rodrigo Paz"; the husband of Mutinta Phiri, Joseph, is no Joseph
    Chewe, but the son of Alma Reyes, Hector, is Hector Reyes. And the president is not his wife.
    """
    assert entry.person is not None
    if len(name.words) == 1 and name.title and not name.honorific and entry.heads & BESIDE_OFFICE:
        return not any(person_name(text).title for text in entry.used)
    if len(entry.person.words) > 1 or len(name.words) < 2:
        return False
    if entry.house:
        return entry.house not in name.words
    title = name.title.split(" ")[-1]
    title = titles().abbreviated.get(title, title)
    return bool(entry.heads and title) and not any(nouns().same(head, title) for head in entry.heads)


def is_fuller(name: PersonName, known: PersonName) -> bool:
    """Tell whether a name says more than the one known."""
    return sum(map(len, name.words)) > sum(map(len, known.words)) and len(name.words) >= len(known.words)


def bare_name(text: str, name: PersonName) -> str:
    """The name without its title, unless the title tells who: "Sir Keir", "King Charles"."""
    if text.isupper() and len(text) > _LETTERS:
        text = without_capitals(text)
    if len(name.words) < 2:
        return (
            text
            if name.title or name.honorific in ("sir", "dame", "lord", "lady", "saint", "st")
            else text.split()[-1]
        )
    return " ".join(text.split()[name.lead :])

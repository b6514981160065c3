"""The word lists of ``data/``, read once and ready to ask."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from reader.given_names import MAN, WOMAN

_OF_OLOGISTS = frozenset({"academic", "expert", "researcher", "scientist"})


def resource(name: str) -> str:
    """The text of a file in ``data/``."""
    return (files("reader.analysis") / "data" / name).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Titles:
    """What stands around names: ``data/titles.toml``, all in small letters without dots."""

    honorifics: dict[str, str]  # word -> MAN, WOMAN or ""
    bearing: frozenset[str]  #    honorifics that one may be called by: "the sheikh"
    heads: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    genders: dict[str, str]  #    of titles
    lawmakers: frozenset[str]  #  of whom one sits "for", "of" or "from" a part of a state
    given: frozenset[str]  #      titles that are first names rather
    suffixes: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    family_first: frozenset[str]
    verbs: frozenset[str]  #       of headlines that are given names too
    virtues: frozenset[str]  #     words that are given names too
    courtesies: frozenset[str]  # after a name, in small letters: "ji"
    abbreviated: dict[str, str]  # "gen" -> "general"
    nicknames: dict[str, frozenset[str]]


@dataclass(frozen=True)
class Nouns:
    """Common nouns for people."""

    genders: dict[str, str]  # noun -> MAN, WOMAN or ""
    leaders: frozenset[str]
    synonyms: tuple[frozenset[str], ...]
    broader: dict[str, frozenset[str]]  # noun -> nouns of which each may be called so: "player" -> "striker"
    narrower: frozenset[str]  # all of these
    idle: frozenset[str]  #    modifiers that say nothing of who is meant
    ages: dict[str, range]  # of whom a noun tells how old he is: "teenager"
    doers: dict[str, frozenset[str]]  # deeds and what who does them is called: "testified" -> "witness"
    sufferers: dict[str, frozenset[str]]  # who suffers them: "charged" -> "defendant"
    wholes: dict[str, str]  # "prime minister" -> "premier"
    past: frozenset[str]  #    modifiers of who bears an office no more
    offices: frozenset[str]
    countries: frozenset[str]  # plurals: "both countries"
    statesmen: frozenset[str]  # speak for the country that they are of
    spokesmen: frozenset[str]  # speak for the body that they are of
    leading: dict[str, str]  #    verbs and who does them: "led" -> "leader"
    bodies: frozenset[str]  #    of people, that somebody leads
    passing: frozenset[str]  #   offices that one holds after another
    kin: frozenset[str]
    parties: frozenset[str]  # to an accident or a crime, whom news seldom names: "the driver"
    calling: frozenset[str]  # what children call parents and grandparents
    ties: dict[str, str]  # noun -> what one is to another: "wife" -> "spouse"
    inverse: dict[str, str]  # of ties: "parent" -> "child"
    elders: frozenset[str]  #    of kin
    youngers: frozenset[str]
    parts: frozenset[str]  #     whoever has a part in what is told, introduced or not: "the judge"
    plain: frozenset[str]  #     say too little to be shown as a role
    speakers: frozenset[str]  #  mean a person and nothing else

    def is_person(self, noun: str) -> bool:
        """Tell whether `noun`, in small letters and singular, means one person."""
        ends = ("man", "woman", "ologist", "worker")
        return noun in self.genders or (noun.endswith(ends) and len(noun) > 6)

    def may_describe(self, noun: str) -> bool:
        """Tell whether `noun` means a person at least where somebody known may be meant: "the winger"."""
        return self.is_person(noun) or noun in self.broader or noun in self.narrower

    def may_speak(self, noun: str) -> bool:
        """Tell whether `noun` means a person where a speaker stands, however rare: "the backbencher"."""
        return self.is_person(noun) or noun in self.speakers

    def gender(self, noun: str) -> str:
        """MAN, WOMAN or ""."""
        if noun in self.genders:
            return self.genders[noun]
        if noun.endswith("woman"):
            return WOMAN
        return MAN if noun.endswith("man") and self.is_person(noun) else ""  # but not "german"

    def tie(self, noun: str) -> str:
        """What somebody called `noun` is to whose it is: "spouse" of "wife"; "" where it is no tie."""
        return self.ties.get(noun, "")

    def same(self, one: str, other: str) -> bool:
        """Tell whether somebody called `one` may be called `other` ("president", "leader")."""
        return other in _alike(one)

    def alike(self, noun: str) -> frozenset[str]:
        """The nouns by any of which somebody is the same as by this one."""
        return _alike(noun)

    def narrower_than(self, noun: str) -> list[str]:
        """The nouns of which each is a sort of this one; "ologist" ends many."""
        return [*sorted(self.broader.get(noun, ())), *(["ologist"] if noun in _OF_OLOGISTS else [])]

    def covers(self, noun: str, narrower: str) -> bool:
        """Tell whether `noun` is a word for many sorts, and `narrower` one of them: "player", "striker"."""
        if narrower.endswith("ologist") and noun in _OF_OLOGISTS:
            return True
        return narrower in self.broader.get(noun, ())

    def related(self, one: str, other: str) -> bool:
        """Tell whether somebody called `one` may well be called `other`, which says less or more."""
        return self.same(one, other) or self.covers(one, other) or self.covers(other, one)


@dataclass(frozen=True)
class Organisations:
    """``data/organisations.toml``."""

    bodies: frozenset[str]
    sites: frozenset[str]  # of the bodies, those that are places too
    state_bodies: frozenset[str]
    chambers: frozenset[str]  # names as soon as they have a capital: "the House"
    places: frozenset[str]
    floods: frozenset[str]  # verbs of rivers
    things: frozenset[str]
    for_the: frozenset[str]  # bodies whose names may go on with "for the"
    heads: frozenset[str]  # of names that go on with "of", besides bodies
    trades: frozenset[str]  # end names of firms
    run_by: frozenset[str]  # what only a firm has
    rivers: frozenset[str]
    outlets: frozenset[str]
    mastheads: frozenset[str]  # end names of papers
    landforms: frozenset[str]  # left out behind an article: "the Tigris"
    clubs: frozenset[str]  # called like people
    partisans: frozenset[str]  # people called like their party
    wings: frozenset[str]  # of parties, in brackets
    spelt: dict[str, str]  # word -> how it is compared
    same: dict[str, str]  # what else a body is called -> its name
    short: dict[str, tuple[str, ...]]  # name -> what else it is called once it was named
    parliaments: dict[str, str]  # name -> code of the country
    parties: dict[str, str]  # what else a party is called -> its name
    legal: frozenset[str]
    named_after: frozenset[str]
    nominals: frozenset[str]
    nominal_of: dict[str, str]  # last word of a name -> what it is called
    also_called: dict[str, frozenset[str]]  # noun -> nouns of which each may be called so: "lender" -> "bank"
    known: dict[str, frozenset[str]]  # names that don't tell what they are, and what they are called
    loose: frozenset[str]  # nominals for a body of which nothing is known
    sights: frozenset[str]  # of the places, those that one is called by
    homelands: frozenset[str]  # nouns for one country
    never: frozenset[str]


@cache
def titles() -> Titles:
    """Titles, honorifics and parts of names."""
    data = _table("titles.toml")
    words, names = data["titles"], data["names"]
    return Titles(
        honorifics=_genders(data["honorifics"]),
        bearing=frozenset(data["bearing"]["words"]),
        heads=frozenset(words["heads"]),
        before=frozenset(words["before"]),
        after=frozenset(words["after"]),
        genders={word: gender for part, gender in (("man", MAN), ("woman", WOMAN)) for word in words[part]},
        lawmakers=frozenset(words["lawmakers"]),
        given=frozenset(words["given"]),
        suffixes=frozenset(names["suffixes"]),
        particles=frozenset(names["particles"]),
        articles=frozenset(names["articles"]),
        family_first=frozenset(names["family_first"]),
        verbs=frozenset(names["verbs"]),
        virtues=frozenset(names["virtues"]),
        courtesies=frozenset(names["courtesies"]),
        abbreviated=data["abbreviated"],
        nicknames={short: frozenset(long) for short, long in data["nicknames"].items()},
    )


@cache
def nouns() -> Nouns:
    """Words for people."""
    data = _table("titles.toml")["nouns"]
    genders = dict.fromkeys(data["person"], "")
    genders |= dict.fromkeys(data["man"], MAN) | dict.fromkeys(data["woman"], WOMAN)
    for both in set(data["man"]) & set(data["person"]):
        genders[both] = ""
    return Nouns(
        genders=genders,
        leaders=frozenset(data["leader"]),
        synonyms=tuple(frozenset(group) for group in data["synonyms"]),
        broader={noun: frozenset(words) for noun, words in data["broader"].items()},
        narrower=frozenset().union(*data["broader"].values()),
        idle=frozenset(data["idle"]),
        ages={noun: range(low, high + 1) for noun, (low, high) in data["ages"].items()},
        doers=_turned(data["doers"]),
        sufferers=_turned(data["sufferers"]),
        wholes=data["wholes"],
        past=frozenset(data["past"]),
        offices=frozenset(data["offices"]),
        countries=frozenset(data["countries"]),
        statesmen=frozenset(data["statesmen"]),
        spokesmen=frozenset(data["statesmen"] + data["spokesmen"]),
        leading={verb: noun for noun, verbs in data["leading"].items() for verb in verbs},
        bodies=frozenset(data["bodies"]),
        passing=frozenset(data["passing"]),
        calling=frozenset(data["calling"]),
        ties={noun: tie for tie, words in data["ties"].items() for noun in words},
        inverse={**data["inverse"], **{back: tie for tie, back in data["inverse"].items()}},
        elders=frozenset(data["elders"]),
        youngers=frozenset(data["youngers"]),
        kin=frozenset(data["kin"]),
        parties=frozenset(data["parties"]),
        parts=frozenset(data["parts"]),
        plain=frozenset(data["plain"]),
        speakers=frozenset(_lines("people.txt")) - organisations().nominals,  # "lender", a firm in news
    )


@cache
def _alike(noun: str) -> frozenset[str]:
    known = nouns()
    found = frozenset({noun}).union(*(group for group in known.synonyms if noun in group))
    if noun == "leader":
        return found | known.leaders
    return found | {"leader"} if noun in known.leaders else found


@cache
def regions() -> dict[str, str]:
    """The place that an adjective of a continent or region means, by its words in small letters."""
    table: dict[str, str] = _table("regions.toml")["regions"]
    return {adjective.casefold(): place for adjective, place in table.items()}


@cache
def organisations() -> Organisations:
    """Words in the names of organisations, places and things."""
    data = _table("organisations.toml")
    return Organisations(
        bodies=frozenset(data["bodies"]),
        sites=frozenset(data["sites"]),
        state_bodies=frozenset(data["state_bodies"]),
        chambers=frozenset(data["chambers"]),
        places=frozenset(data["places"]),
        floods=frozenset(data["floods"]),
        things=frozenset(data["things"]),
        for_the=frozenset(data["for_the"]),
        heads=frozenset(data["heads"]),
        trades=frozenset(data["trades"]),
        run_by=frozenset(data["run_by"]),
        rivers=frozenset(data["rivers"]),
        outlets=frozenset(data["outlets"]),
        mastheads=frozenset(data["mastheads"]),
        landforms=frozenset(data["landforms"]),
        clubs=frozenset(data["clubs"]),
        partisans=frozenset(data["partisans"]),
        wings=frozenset(data["wings"]),
        spelt=data["spelt"],
        same={other: name for name, others in data["same"].items() for other in others},
        short={name: tuple(others) for name, others in data["short"].items()},
        parliaments={name: code for code, names in data["parliaments"].items() for name in names},
        parties={other: name for name, others in data["parties"].items() for other in others},
        legal=frozenset(data["legal"]),
        named_after=frozenset(data["named_after"]),
        nominals=frozenset(data["nominals"]),
        nominal_of={word: name for name, words in data["nominal_of"].items() for word in words},
        also_called={noun: frozenset(words) for noun, words in data["also_called"].items()},
        known=_turned(data["known"]),
        loose=frozenset(data["loose"]),
        sights=frozenset(data["sights"]),
        homelands=frozenset(data["homelands"]),
        never=frozenset(data["never"]["words"]),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(name))


def _lines(name: str) -> Iterator[str]:
    """The lines of a list, but for what is said of it."""
    return (line for line in resource(name).splitlines() if not line.startswith("#"))


def _turned(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """From the names of each noun to the nouns of each name."""
    names = {name for names in table.values() for name in names}
    return {name: frozenset(noun for noun in table if name in table[noun]) for name in names}


def _genders(table: dict[str, list[str]]) -> dict[str, str]:
    genders = {"man": MAN, "woman": WOMAN, "any": ""}
    return {word.replace(".", ""): genders[part] for part, words in table.items() for word in words}

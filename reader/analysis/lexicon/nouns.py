"""Common nouns for people: what they tell, and which mean the same."""

from dataclasses import dataclass
from functools import cache

from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.resources import lines, table, turned
from reader.given_names import MAN, WOMAN

_OF_OLOGISTS = frozenset({"academic", "expert", "researcher", "scientist"})


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
    ruled: dict[
        str, frozenset[str]
    ]  # what somebody has, and what has it is called: "presidency" -> "president"
    wholes: dict[str, str]  # "prime minister" -> "premier"
    chosen: dict[str, str]  # what is no noun for people, and what it makes of one: "pick" -> "nominee"
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
    counterparts: frozenset[str]  # the other of two: "rival"
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


@cache
def nouns() -> Nouns:
    """Words for people."""
    data = table("titles.toml")["nouns"]
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
        doers=turned(data["doers"]),
        sufferers=turned(data["sufferers"]),
        ruled=turned(data["ruled"]),
        wholes=data["wholes"],
        chosen={word: noun for noun, words in data["chosen"].items() for word in words},
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
        counterparts=frozenset(data["counterparts"]),
        elders=frozenset(data["elders"]),
        youngers=frozenset(data["youngers"]),
        kin=frozenset(data["kin"]),
        parties=frozenset(data["parties"]),
        parts=frozenset(data["parts"]),
        plain=frozenset(data["plain"]),
        speakers=frozenset(lines("people.txt")) - organisations().nominals,  # "lender", a firm in news
    )


@cache
def _alike(noun: str) -> frozenset[str]:
    known = nouns()
    found = frozenset({noun}).union(*(group for group in known.synonyms if noun in group))
    if noun == "leader":
        return found | known.leaders
    return found | {"leader"} if noun in known.leaders else found

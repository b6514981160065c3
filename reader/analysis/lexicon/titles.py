"""Titles, honorifics and parts of people's names."""

from dataclasses import dataclass
from functools import cache

from reader.analysis.lexicon.phrases import singular
from reader.analysis.lexicon.resources import table
from reader.given_names import MAN, WOMAN


@dataclass(frozen=True)
class Titles:
    """What stands around names: ``data/titles.toml``, all in small letters without dots."""

    honorifics: dict[str, str]  # word -> MAN, WOMAN or ""
    familiar: frozenset[str]  #   honorifics that stand before a given name too: "Don Eusebio"
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
    lettered: frozenset[str]  # people known by three letters
    courtesies: frozenset[str]  # after a name, in small letters: "ji"
    abbreviated: dict[str, str]  # "gen" -> "general"
    nicknames: dict[str, frozenset[str]]


@cache
def titles() -> Titles:
    """Titles, honorifics and parts of names."""
    data = table("titles.toml")
    words, names = data["titles"], data["names"]
    return Titles(
        honorifics=_genders(data["honorifics"]),
        familiar=frozenset(data["honorifics"]["given"]),
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
        lettered=frozenset(names["lettered"]),
        courtesies=frozenset(names["courtesies"]),
        abbreviated=data["abbreviated"],
        nicknames={short: frozenset(long) for short, long in data["nicknames"].items()},
    )


def shared_title(word: str) -> str | None:
    """Give the title that a word gives several people ("Sens", "ministers"), in the singular and in full."""
    lists, one = titles(), singular(word.removesuffix("."))
    if one == word.removesuffix("."):
        return None
    return lists.abbreviated.get(one, one if one in lists.heads else None)


def _genders(lists: dict[str, list[str]]) -> dict[str, str]:
    genders = {"man": MAN, "woman": WOMAN, "any": ""}
    return {word.replace(".", ""): genders[part] for part in genders for word in lists[part]}

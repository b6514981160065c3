"""The words that tell of speech: reporting verbs in all their forms, and the nouns that go with them.

The lists are in ``data/cues.toml``, which names their source.
"""

from enum import IntEnum
from functools import cache

from reader.analysis.lexicon.resources import table


class CueStrength(IntEnum):
    """How much a verb says that the words near it are somebody's."""

    NONE = 0
    THINK = 1  #   thinking and wanting: words inside the reporter's sentence at most
    REPORT = 2  #  what somebody does with words: "called", "praised"
    SAY = 3  #     takes the words as they stand: "said", "asked"


@cache
def _data() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = table("cues.toml")
    return data


@cache
def verbs() -> dict[str, tuple[str, CueStrength]]:
    """Give every form of every reporting verb, with its lemma and its rank."""
    data = _data()
    irregular: dict[str, list[str]] = {}
    for entry in data["inflection"]["irregular"].split(";"):
        lemma, *forms = entry.split()
        irregular.setdefault(lemma, []).extend(forms)
    found: dict[str, tuple[str, CueStrength]] = {}
    for strength in (CueStrength.THINK, CueStrength.REPORT, CueStrength.SAY):  # the stronger rank stays
        for verb in data["verbs"][strength.name.lower()].split():
            lemma = verb.split("_")[0]
            for form in (lemma, *irregular.get(lemma, ()), *_regular_forms(lemma)):
                found[form] = lemma, strength
    return found


def _regular_forms(lemma: str) -> tuple[str, ...]:
    """Spell the s-, ed- and ing-forms of a verb that doubles no consonant."""
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es", lemma + "ed", lemma + "ing"
    if lemma.endswith("ee"):
        return lemma + "s", lemma + "d", lemma + "ing"
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    return lemma + "s", lemma + "ed", lemma + "ing"


def cue_strength(word: str) -> CueStrength:
    """Rank a word form as a reporting verb, whatever part of speech it has in its sentence."""
    return verbs().get(word.lower(), ("", CueStrength.NONE))[1]


@cache
def _phrasal() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(each.split()) for each in _data()["phrasal"]["say"].split(";"))


def is_phrasal(word: str, following: str) -> bool:
    """Tell "went on" and "shot back" from "went"."""
    return (word.lower(), following.lower()) in _phrasal()


@cache
def words(group: str, kind: str) -> frozenset[str]:
    """Give a word list of the data file: nouns that are documents, pronouns, particles …"""
    return frozenset(_data()[group][kind].split())


def is_document(word: str) -> bool:
    """Tell whether a noun names an utterance or a document: "statement", "treaty"."""
    return word.lower() in words("nouns", "documents")


def is_person(word: str) -> bool:
    """Tell whether a noun names a sort of people who speak: "spokesman", "voters"."""
    return word.lower() in words("nouns", "people")


def is_time(word: str) -> bool:
    """Tell whether a word says when, not who: "Monday", "yesterday"."""
    return word.lower() in words("nouns", "times")


def is_wording(word: str) -> bool:
    """Tell whether a noun names a document that is nobody's speech: "treaty", "law"."""
    return word.lower() in words("nouns", "wordings")

"""What stands beside names and tells what sort of thing they name: nouns and verbs, by where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.analysis.lexicon.resources import table

#: What signs weigh; the model's label of a single word weighs as much as a hint.
PROOF, LIKELY, HINT = 3, 2, 1
#: What has no person: an organisation, a place, a thing.
NOBODY = "nobody"
_WEIGHTS = {"proof": PROOF, "likely": LIKELY, "hint": HINT}


@dataclass(frozen=True, slots=True)
class Sign:
    """A word and what must go with it, in order, and what that says of the name: its kind, how surely."""

    others: tuple[str, ...]
    kind: str
    weight: int


#: Signs by the first word, in any of its forms.
Signs = dict[str, tuple[Sign, ...]]


@dataclass(frozen=True)
class Contexts:
    """``data/contexts.toml``."""

    called: Signs
    owns: Signs
    before: Signs
    led: Signs  # by the word next to the name
    does: Signs
    suffers: Signs
    stands: Signs  # right behind what its bearer does
    organisations: frozenset[str]  # first words of names
    houses: frozenset[str]  # last words: bodies that the model takes for places
    towns: frozenset[str]  # last words: of places and of clubs
    storms: frozenset[str]
    standing: frozenset[str]  # verbs
    alone: frozenset[str]  # verbs of things that have no object: "sank", but not "sank the Reds"
    many: frozenset[str]  # verbs of more than one
    playing: frozenset[str]  # what teams do, who are many: "Libertad meet Olimpia"
    fortunes: frozenset[str]  # how a team stands: "winless"
    impersonal: frozenset[str]  # verbs of an "it" that means nothing
    feelings: frozenset[str]  # adjectives of who feels, never of an "it" that means nothing
    trusting: frozenset[str]  # words behind which "in" brings people too
    rivals: frozenset[str]  # nouns for people that bodies are called too
    meeting: frozenset[str]  # verbs of what one does to the living only: "thanked"


@cache
def contexts() -> Contexts:
    """Words beside names, by where they stand."""
    data = table("contexts.toml")
    irregular, named, grammar = data["forms"], data["named"], data["grammar"]
    return Contexts(
        called=_signs(data["called"], _noun_forms),
        owns=_signs(data["owns"], _noun_forms, backward=True),
        before=_signs(data["before"], _noun_forms),
        led=_led(data["led"], irregular),
        does=_signs(data["does"], lambda word: _verb_forms(word, irregular)),
        suffers=_signs(data["suffers"], lambda word: _verb_forms(word, irregular)),
        stands=_signs(data["stands"], lambda word: (word,)),
        organisations=frozenset(named["organisations"]),
        houses=frozenset(named["houses"]),
        towns=frozenset(named["towns"]),
        storms=frozenset(named["storms"]),
        standing=frozenset(grammar["standing"]),
        alone=frozenset(form for verb in grammar["alone"] for form in _verb_forms(verb, irregular)),
        many=frozenset(grammar["many"]),
        playing=frozenset(grammar["playing"]),
        fortunes=frozenset(grammar["fortunes"]),
        impersonal=frozenset(grammar["impersonal"]),
        feelings=frozenset(grammar["feelings"]),
        trusting=frozenset(grammar["trusting"]),
        rivals=frozenset(grammar["rivals"]),
        meeting=frozenset(form for verb in grammar["meeting"] for form in _verb_forms(verb, irregular)),
    )


def _entries(data: dict[str, Any]) -> Iterator[tuple[list[str], str, int]]:
    for kind, lists in data.items():
        for strength, phrases in lists.items():
            for phrase in dict.fromkeys(phrases):
                yield phrase.split(), kind, _WEIGHTS[strength]


def _signs(data: dict[str, Any], forms: Any, *, backward: bool = False) -> Signs:
    found: dict[str, list[Sign]] = {}
    for words, kind, weight in _entries(data):
        first, *others = reversed(words) if backward else words
        for form in forms(first):
            found.setdefault(form, []).append(Sign(tuple(others), kind, weight))
    return _sorted(found)


def _led(data: dict[str, Any], irregular: dict[str, list[str]]) -> Signs:
    """By the word next to the name: the noun or verb before it may have any form."""
    found: dict[str, list[Sign]] = {}
    for words, kind, weight in _entries(data):
        *others, head = words[:-1] or words
        last = words[-1:] if words[1:] else []
        for form in set(_verb_forms(head, irregular)) | set(_noun_forms(head)):
            back = (*last, form, *reversed(others))
            found.setdefault(back[0], []).append(Sign(back[1:], kind, weight))
    return _sorted(found)


def _sorted(found: dict[str, list[Sign]]) -> Signs:
    """The longest first, for what they need says most."""
    return {word: tuple(sorted(signs, key=lambda sign: -len(sign.others))) for word, signs in found.items()}


def _noun_forms(noun: str) -> Iterable[str]:
    plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeo" else noun + "s"
    return {noun, plural, noun + "es"}


def _verb_forms(verb: str, irregular: dict[str, list[str]]) -> Iterable[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    y = verb[:-1] + "i" if verb.endswith("y") else verb
    regular = {verb, verb + "s", verb + "es", y + "es", y + "ed", stem + "ed", stem + "ing"}
    doubled = {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return regular | doubled | set(irregular.get(verb, ()))

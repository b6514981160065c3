"""Whom a description means where a speaker stands: "the planner answered", "said the Scot".

News tells in such a place who was named just before what he is, so that somebody new of whom nothing was said
is meant before an old acquaintance, and whoever was introduced as something else hardly at all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.analysis.findings import Actor
from reader.analysis.lexicon.cues import is_document, is_wording, words
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import singular
from reader.analysis.lexicon.spelling import fold

_NEW = 3  # sentences since somebody came on
_STEM = 5  # letters that words of one stem share: "planner", "planning"
# How likely each is meant: somebody new, somebody new who was introduced as something else, somebody known.
_INTRODUCED, _ANOTHER, _OLD = 1.7, 0.3, 0.6
_UNLIKE = 0.6  # what is left for somebody known as something else
_NAMELESS = 0.5
_ANYBODY = frozenset({"man", "woman", "boy", "girl", "child", "person"})
_COMPARED = frozenset({"younger", "older", "elder"})
_LESSER = frozenset({"vice", "deputy", "assistant", "former", "ex", "prime"})  # of offices, with others


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody on stage: `weight` is how much, `age` how many sentences since coming on.

    `noun` is by what somebody without a name came on.
    """

    actor: str
    weight: float
    age: int
    gender: str
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """The noun of a description and the words before it, in small letters, and the country that they name.

    A `trade` tells what one is, not to whom one belongs: "the Canadian", "the Republican".
    """

    noun: str
    words: frozenset[str] = frozenset()
    country: str | None = None
    trade: bool = True

    @property
    def gender(self) -> str:
        """MAN, WOMAN or ""."""
        return nouns().gender(self.noun) if self.trade else ""  # "the German"


def meant(
    description: Description, present: Iterable[Presence], actors: Mapping[str, Actor]
) -> tuple[list[tuple[float, str]], bool]:
    """Weigh whoever is on stage and may be meant; if any is known to be so, it is one of these."""
    found: list[tuple[float, str]] = []
    borne: list[tuple[float, str]] = []
    gender = description.gender
    for each in present:
        actor = actors.get(each.actor)
        if gender and each.gender not in ("", gender):
            continue
        if description.country and actor and actor.country not in (None, description.country):
            continue
        roles = [fold(role).replace("-", " ").split() for role in actor.roles] if actor else []
        if each.noun:
            same = nouns().same(singular(each.noun), description.noun)
            (borne if same else found).append((each.weight * (1.0 if same else _NAMELESS), each.actor))
        elif any(_is_told(role, description) for role in roles) or _is_anybody(actor, description):
            borne.append((each.weight, each.actor))
        else:
            is_kin = actor is not None and not actor.named and _is_kin(actor.name)
            likely = _OLD if is_kin else _likely(each, roles, description)
            found.append((each.weight * likely, each.actor))
    return (borne, True) if borne else (found, False)


def _is_anybody(actor: Actor | None, description: Description) -> bool:
    """Tell "the woman", who most likely is the one that has no name."""
    return actor is not None and not actor.named and description.noun in _ANYBODY


def _is_kin(name: str) -> bool:
    """Tell "her husband" and "his friend", of whom nothing else is known, from "a driver"."""
    return not (nouns().kin | nouns().plain).isdisjoint(fold(name).split())


def _likely(one: Presence, roles: Sequence[Sequence[str]], description: Description) -> float:
    """Tell how likely somebody is called by a noun that none of the roles tells."""
    if not description.trade:
        return 1.0
    is_another = any(_is_another(role, description.noun) for role in roles)
    if one.age > _NEW:
        return _OLD * (_UNLIKE if is_another else 1.0)
    return _ANOTHER if is_another else _INTRODUCED


def _is_another(role: Sequence[str], noun: str) -> bool:
    """Tell a role that rules a noun out, "pharmacist", from "head of the agency", who may be any other."""
    known = nouns()
    besides = known.past | known.kin | (known.spokesmen - known.statesmen)
    is_one = _LESSER.isdisjoint(role) and any(known.same(each, noun) for each in role)
    return besides.isdisjoint(role) and not is_one


def _is_told(role: Sequence[str], description: Description) -> bool:
    """Tell whether the words of a role are told by a description, in the same words or others.

    "The minister" is no prime minister, but "the planner" is a planning manager.
    """
    noun, known = description.noun, nouns()
    if noun in known.offices | known.leaders:
        more = description.words - known.idle
        whole = [*role, *(f"{one} {other}" for one, other in pairwise(role))]
        lesser = _LESSER if noun == "minister" else _LESSER - {"prime"}
        return more <= set(role) and lesser.isdisjoint(role) and any(known.same(each, noun) for each in whole)
    if any(known.related(each, noun) for each in role) or noun == "".join(word[0] for word in role):
        return True
    return len(noun) > _STEM and any(word[:_STEM] == noun[:_STEM] for word in role)


def is_unclear(noun: str, is_bare: bool) -> bool:
    """Tell a noun that may mean another than who was named last: a stranger, a relative, an office."""
    return _is_anothers(noun) or (is_bare and noun in nouns().parts | nouns().parties)


def may_be_nearest(description: Description) -> bool:
    """Tell what may mean whom the sentence before is about: "the student", "the younger sister".

    Whoever leads a debate, drives a train or has an office comes on stage without a word about him.
    """
    noun = description.noun
    if not _COMPARED.isdisjoint(description.words):
        return True
    return not (_is_anothers(noun) or noun in nouns().parties | words("nouns", "chairs"))


def _is_anothers(noun: str) -> bool:
    known = nouns()
    return noun in known.plain | known.kin | known.offices | known.leaders | words("nouns", "mouthpieces")


def may_be_person(noun: str) -> bool:
    """Tell a noun of no list, where only a person, a body or a document can say anything."""
    if is_wording(noun) or is_document(noun) or noun in words("relays", "nouns"):
        return False
    known = organisations()
    return noun == singular(noun) and noun not in known.nominals | known.bodies | known.homelands

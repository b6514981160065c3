"""Reads noun phrases that may describe somebody: "North Korea's leader", "the finance minister"."""

from dataclasses import dataclass

from spacy.tokens import Doc

from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.countries import regions
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import DAYS, POSSESSIVES
from reader.analysis.lexicon.spelling import fold

#: What opens a phrase that means somebody known.
DEFINITE = frozenset({"the", "this", "that"})
#: What opens one for what is somebody's.
OWNERS = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_OPENING = DEFINITE | OWNERS | {"a", "an", "another", "one"}
_BARE = frozenset({"counsel"})  # means somebody known without an article
_LONGEST = 10
_FOR = frozenset({"children", "girls", "men", "people", "women"})  # "the women's team"
_WHEN = frozenset({"last", "next", "earlier", "late", "early"}) | DAYS
_MANY = ("s", "sh", "ch", "ese")  # "the British"
_BEHIND_NOUNS = frozenset({"VERB", "AUX", "PUNCT", "PART", "PRON", "DET", "ADP", "ADV", "SCONJ"})
_INSIDE = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens `start` to `end`, the last of them the head; `country` and `modifiers` narrow it down."""

    start: int
    end: int
    definite: bool
    owned: bool
    country: str | None
    modifiers: tuple[str, ...]
    past: bool  # "the former president"


def read_phrase(doc: Doc, index: int, at: Map) -> NounPhrase | None:
    """Read the noun phrase that starts at token `index`; None where a name follows it, or there is none."""
    owner = at[index]
    country: str | None = None
    if owner is not None:
        if owner.start != index or owner.end >= len(doc) or doc[owner.end].text not in POSSESSIVES:
            return None
        kind = owner.entry.now().kind
        if kind not in (ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.PERSON):
            return None
        definite = kind is not ActorKind.PERSON
        start, country = owner.end + 1, owner.entry.now().country if definite else None
    elif (opened := fold(doc[index].text)) in _OPENING and not _is_relative(doc, index):
        definite, start = opened in DEFINITE, index + 1
    elif opened in _BARE and _stands_bare(doc, index):
        return NounPhrase(index, index + 1, True, False, None, (), False)
    else:
        return None
    read = _inside(doc, start, index + _LONGEST, at)
    if read is None:
        return None
    head, named, modifiers = read
    country = named or country
    followed = at[head + 1]
    if followed and followed.start == head + 1 and followed.entry.now().kind is ActorKind.PERSON:
        return None  # "the actor Tom Hanks": the name is the mention
    past = bool(nouns().past.intersection(modifiers))
    modifiers = [word for word in modifiers if word not in nouns().idle | nouns().past]
    if country is None and head + 2 < len(doc) and _is_of_something(doc, head):
        after = at[head + 2 + (fold(doc[head + 2].text) == "the")]
        country = after.entry.now().country if after else None
        if after is None or after.entry.now().kind is not ActorKind.COUNTRY:
            modifiers.append("of")
    return NounPhrase(index, head + 1, definite, owner is not None, country, tuple(modifiers), past)


def read_compatriot(doc: Doc, index: int, at: Map) -> Occurrence | None:
    """Read "the Spaniard", "the Scot", "the Socialist" at token `index`: the name, if one person is meant."""
    one = at[index + 1] if fold(doc[index].text) == "the" else None
    if one is None or one.end >= len(doc) or one.entry.now().kind is ActorKind.PERSON:
        return None
    word = fold(doc[one.end - 1].text)
    if one.form is not MentionForm.DEMONYM and not (one.end == index + 2 and _is_one_of_many(word)):
        return None
    after = doc[one.end]
    if after.pos_ not in _BEHIND_NOUNS or after.text.startswith("-"):
        return None  # "the Russian-made car"
    return None if word.endswith(_MANY) else one


def _stands_bare(doc: Doc, index: int) -> bool:
    """Tell "counsel said" from "defence counsel said" and "counsel for Roe"."""
    token, before = doc[index], doc[index - 1] if index else None
    alone = not any(
        child.dep_ in ("det", "compound", "amod", "nmod", "nmod:poss") for child in token.children
    )
    apart = before is None or before.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PART")
    return alone and apart and token.dep_.startswith(("nsubj", "obj"))


def _is_one_of_many(word: str) -> bool:
    return word in regions() or word in organisations().partisans or nouns().is_person(word)


def _is_of_something(doc: Doc, head: int) -> bool:
    """Tell "the head of the bank" from "told the head of it"."""
    of = doc[head + 1]
    return fold(of.text) == "of" and head in (of.head.i, of.head.head.i)


def _is_relative(doc: Doc, index: int) -> bool:
    """Tell "the company that owns a bank" from "that bank"."""
    return fold(doc[index].text) == "that" and doc[index].pos_ != "DET"


def read_owned(doc: Doc, phrase: NounPhrase, at: Map) -> NounPhrase | None:
    """Read on to what the head of a phrase owns: "the boat's captain"."""
    after = phrase.end + 1
    if after >= len(doc) or doc[phrase.end].text not in POSSESSIVES:
        return None
    read = _inside(doc, after, after + _LONGEST, at)
    if read is None:
        return None
    head, country, modifiers = read
    past = bool(nouns().past.intersection(modifiers))
    told = tuple(word for word in modifiers if word not in nouns().idle | nouns().past)
    return NounPhrase(phrase.start, head + 1, phrase.definite, True, country, told, past)


def _inside(doc: Doc, start: int, stop: int, at: Map) -> tuple[int, str | None, list[str]] | None:
    """The head of a phrase, the country named in it, and the other words before the head."""
    country: str | None = None
    modifiers: list[str] = []
    head = None
    i = start
    while i < min(len(doc), stop):
        token = doc[i]
        inside = at[i]
        if inside is not None:
            if _is_country(inside, i):
                country = inside.entry.now().country
            elif inside.entry.now().kind is ActorKind.PERSON and not _modifies(doc, inside, start):
                break
            else:
                modifiers += [fold(t.text) for t in doc[inside.start : inside.end]]
            i = inside.end + (inside.end < len(doc) and doc[inside.end].text in POSSESSIVES)
            continue
        if head is not None and token.text in POSSESSIVES and fold(doc[head].text) in _FOR:
            modifiers.append(fold(doc[head].text))  # "the children's agency" is no children's
            head, i = None, i + 1
            continue
        joined = token.text == "-" or _is_joined(doc, i)
        if token.pos_ not in _INSIDE and not joined and not (token.pos_ == "VERB" and head is None):
            break
        if head is not None and fold(token.text) in _WHEN:
            break  # "came to the agency | last year"
        if token.pos_ == "NUM" and head is not None:
            break  # "leased the company | 22 acres"
        if token.pos_ == "NUM" and not token.text[:1].isdigit():
            return None  # "the one firm that ..."
        if token.pos_ in ("NOUN", "PROPN"):
            if head is not None:
                modifiers.append(fold(doc[head].text))
            head = i
        elif token.text != "-":
            modifiers.append(fold(token.text))
        i += 1
    return None if head is None else (head, country, modifiers)


def _modifies(doc: Doc, name: Occurrence, start: int) -> bool:
    """Tell "a Roe adviser" from "the actor Jane Roe" and from "a Jane Roe who", who has to be another."""
    after = doc[name.end] if name.end < len(doc) else None
    opener = fold(doc[start - 1].text) if start else ""
    alone = name.start == start and name.end == start + 1 and opener in ("a", "an", "one", "another")
    return alone and after is not None and after.pos_ == "NOUN"


def _is_joined(doc: Doc, index: int) -> bool:
    """Tell a word before a hyphen: the first of "off-duty"."""
    return index + 1 < len(doc) and not doc[index].whitespace_ and doc[index + 1].text == "-"


def _is_country(one: Occurrence, index: int) -> bool:
    return one.form is MentionForm.DEMONYM or (
        one.entry.now().kind is ActorKind.COUNTRY and one.start == index
    )

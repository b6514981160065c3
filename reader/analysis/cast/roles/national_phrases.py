"""Phrases for a body of which a country has one: "Turkey's central bank", "the Omani foreign ministry"."""

from dataclasses import dataclass

from spacy.tokens import Doc

from reader.analysis.cast.roles.noun_phrases import DEFINITE
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.national_bodies import national_bodies
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import POSSESSIVES, is_plural
from reader.analysis.lexicon.spelling import fold

_OPENING = DEFINITE | {"its", "their"}
_IDLE = frozenset({"new", "own", "same"})
_JOINING = POSSESSIVES | {"-", "–", "his", "her", "our", "my", "your", "a"}
_TELLING = frozenset({"det", "amod", "nmod:poss", "compound", "nummod"})
_LONGEST = 4  # words of an office
_WITHIN = frozenset({"in", "into", "within", "inside", "outside", "near", "at", "from", "of", "over", "on"})
_ACTING = frozenset({"by", "for"})


@dataclass(frozen=True, slots=True)
class NationalBody:
    """Tokens `start` to `end`: the words for it in small letters, its office, and the country, if told."""

    start: int
    end: int
    words: str
    office: str
    country: str | None


def read_national_body(doc: Doc, index: int, at: Map) -> NationalBody | None:
    """Read the phrase that starts at token `index`, if it is for such a body."""
    opened = _opened(doc, index, at)
    if opened is None:
        return None
    start, country = opened
    inside = at[start] if start < len(doc) else None
    if inside is not None and start > index:
        if country is not None or inside.start != start or not _is_land(inside):
            return None
        start, country = inside.end, inside.entry.now().country
    start += fold(doc[start : start + 1].text) in _IDLE and start > index
    for end in range(min(start + _LONGEST, len(doc)), start, -1):
        words = " ".join(fold(token.text) for token in doc[start:end])
        office = national_bodies().office(words)
        if office is None or any(at[i] is not None or not doc[i].text.islower() for i in range(start, end)):
            continue
        if (start == index and words not in national_bodies().bare) or _goes_on(doc, end):
            return None
        if fold(doc[end : end + 1].text) == "of":
            of = at[end + 1 + (fold(doc[end + 1 : end + 2].text) == "the")]
            country = country or (of.entry.now().country if of is not None else None)
        return NationalBody(index, end, words, office, country)
    return None


def _opened(doc: Doc, index: int, at: Map) -> tuple[int, str | None] | None:
    """Where the words after an article or an owner begin, and the country that owns, if any does."""
    owner = at[index]
    if owner is not None:
        owns = doc[owner.end : owner.end + 1].text in POSSESSIVES
        bare = owner.form is MentionForm.DEMONYM and not _follows_on(doc, index)
        if owner.start != index or not _is_land(owner) or not (owns or bare):
            return None
        return owner.end + owns, owner.entry.now().country
    word = fold(doc[index].text)
    if word in _OPENING and not (word == "that" and doc[index].dep_ != "det"):
        after = [fold(token.text) for token in doc[index + 1 : index + 3]]
        is_land = after[1:] and after[0] in organisations().homelands and after[1] in POSSESSIVES
        return index + (3 if is_land else 1), None
    return None if _follows_on(doc, index) else (index, None)


def _follows_on(doc: Doc, index: int) -> bool:
    """Tell whether a word stands within a phrase: "the coming | parliament"."""
    before = fold(doc[index - 1].text) if index else ""
    told = (child for child in doc[index].children if child.i < index and child.dep_ in _TELLING)
    return before in _OPENING | _JOINING or any(told)


def _is_land(one: Occurrence) -> bool:
    """Tell the name or adjective of one country: "Turkey", "Turkish", but not "European"."""
    entry = one.entry.now()
    is_name = entry.kind is ActorKind.COUNTRY and one.form is not MentionForm.METONYM
    return is_name or (one.form is MentionForm.DEMONYM and entry.country is not None)


def _goes_on(doc: Doc, end: int) -> bool:
    """Tell "the army base" and "the military-backed party" from "the army chief" and "the army"."""
    after = doc[end] if end < len(doc) else None
    if after is None or (after.pos_ not in ("NOUN", "PROPN", "ADJ") and after.text not in ("-", "–")):
        return False
    noun = fold(after.text)
    return not (nouns().may_speak(noun) or is_plural(noun)) or doc[end - 1].head.i == after.i + 1


def is_told_of(doc: Doc, phrase: NationalBody) -> bool:
    """Tell whether something is said of the body itself: not "he joined the army", "a row over the navy"."""
    head = doc[phrase.end - 1]
    before = fold(doc[phrase.start - 1].text) if phrase.start else ""
    after = doc[phrase.end] if phrase.end < len(doc) else None
    first = head.head if head.dep_ == "conj" else head
    owns = after is not None and (after.text in POSSESSIVES or after.pos_ in ("NOUN", "PROPN"))
    if first.dep_.startswith("nsubj") or owns or before in _ACTING:
        return True
    if head.dep_ in ("obj", "dobj", "iobj"):
        return not fold(head.head.text).startswith(national_bodies().passing)
    is_predicate = any(child.dep_ == "cop" for child in head.children)
    return phrase.country is not None and not (before in _WITHIN or is_predicate)

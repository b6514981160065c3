"""What people are called besides their names: titles and appositions give roles, a country, a gender.

"President Vladimir V. Putin of Russia", "North Korea's leader, Kim Jong-un,", "Pavel Zarubin, a Russian
state TV correspondent", "the actor Tom Hanks", "Mr. Frei is the club's coach". An apposition is itself a
mention of its person, by a nominal.
"""

from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc

from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.personal_names import person_name
from reader.analysis.lexicon.phrases import (
    POSSESSIVES,
    clause_verb,
    head_of,
    phrase_end,
    phrase_head,
    phrase_start,
    sentence_start,
    singular,
)
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles

_LONGEST = 12  # words of a role
_FOR_OFFICE = frozenset({"for", "to", "as"})
_BE = frozenset({"is", "was", "became", "remains", "’s", "'s"})
_NAMED = frozenset(
    {"named", "appointed", "elected", "re-elected", "reelected", "sworn", "chosen", "installed"}
)
_REPLACES = frozenset({"replacing", "replaces", "replaced", "succeeding", "succeeds", "succeeded"})
_ARTICLES = frozenset({"a", "an", "the"})
_LEFT_OUT = _ARTICLES | {"his", "her", "its", "their", "then"}


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is: the words, the head noun, their tokens, and the countries and bodies they name.

    `apposed` words are a mention of their own: "North Korea's leader".
    """

    owner: Occurrence
    text: str
    head: str
    start: int
    end: int
    tied: tuple[Occurrence, ...] = ()
    apposed: bool = False

    @property
    def country(self) -> str | None:
        """The country of the first that has one."""
        return next((code for one in self.tied if (code := one.entry.now().country)), None)


def find_roles(doc: Doc, occurrences: list[Occurrence], at: Map) -> list[Role]:
    """Find the roles of everybody named in `doc`."""
    found: list[Role] = []
    for one in occurrences:
        if one.form is not MentionForm.NAME:
            continue
        kind = one.entry.now().kind
        if kind is ActorKind.PERSON:
            found += _titles(doc, one, at)
            found += _before(doc, one, at)
            found += _copula(doc, one, at)
            found += _named_to(doc, one, at)
            found += _replaced(doc, one)
        if kind in (ActorKind.PERSON, ActorKind.ORGANISATION):
            found += _after(doc, one, at)
    return found


def _titles(doc: Doc, one: Occurrence, at: Map) -> list[Role]:
    """A title in the name, with the country before it or after "of"."""
    name = person_name(doc[one.start : one.end].text)
    if not name.title:
        is_role = name.honorific in titles().bearing  # "the sheikh" is he
        return [_title(one, name.honorific, one.start, one.end)] if is_role else []
    text = name.title
    if one.end + 1 < len(doc) and fold(doc[one.end].text) == "of":
        start = one.end + 1 + (fold(doc[one.end + 1].text) == "the")
        owner = at[start]
        if owner and owner.entry.now().kind is not ActorKind.PERSON:
            text = f"{text} of {doc[one.end + 1 : owner.end].text}"
            return [_title(one, text, one.start, owner.end, owner)]
    owner = at[one.start - 1] or (
        at[one.start - 2] if one.start > 1 and doc[one.start - 1].text in POSSESSIVES else None
    )
    if (
        owner
        and owner.end <= one.start
        and owner.entry.now().kind in (ActorKind.COUNTRY, ActorKind.ORGANISATION)
    ):
        text = f"{doc[owner.start : one.start].text} {text}"
        return [_title(one, text, owner.start, one.end, owner)]
    return [_title(one, text, one.start, one.end)]


def _before(doc: Doc, one: Occurrence, at: Map) -> list[Role]:
    """A noun phrase before the name: "Russia's leader, Mr. Putin,", "the actor Tom Hanks"."""
    end = one.start
    if end < 1:
        return []
    comma = doc[end - 1].text == ","
    if comma:
        closing = doc[one.end].text if one.end < len(doc) else "."
        if closing not in {",", ".", ";", ")", "—", "–", "who", "”", ":"} and fold(closing) != "who":
            return []
        end -= 1
    if end < 1 or (at[end - 1] and at[end - 1].entry.now().kind is ActorKind.PERSON):  # type: ignore[union-attr]
        return []
    if doc[end - 1].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return []
    lowest = sentence_start(doc, end - 1)
    start = phrase_start(doc, end, lowest)
    head = phrase_head(doc, start, end)
    if head is None or not _is_role_noun(doc, head) or (not comma and head != end - 1):
        return []
    if comma and fold(doc[start].text) not in _LEFT_OUT and not at[start] and not doc[start].is_sent_start:
        return []  # "according to analysts, Kim ..." has no article
    if comma and start > lowest and doc[start - 1].pos_ == "ADP" and doc[start - 1].i == lowest:
        return []  # "For the president, Mr. Kim ..." opens a clause
    text = _words(doc, start, end)
    return [Role(one, text, fold(doc[head].text), start, end, tuple(at.tied(doc, start, end)), comma)]


def _after(doc: Doc, one: Occurrence, at: Map) -> list[Role]:
    """A noun phrase in apposition: "Jens Stoltenberg, NATO's secretary general, said"."""
    i = one.end
    if i + 1 >= len(doc) or doc[i].text not in (",", "(", "—", "–"):
        return []
    i += 1
    if doc[i].pos_ == "NUM" and i + 2 < len(doc) and doc[i + 1].text == ",":
        i += 2  # an age
    return [] if _opens_clause(doc, one, i) else _phrase(doc, one, i, at, closed=True)


def _opens_clause(doc: Doc, one: Occurrence, start: int) -> bool:
    """Tell "When X came, a man at the back shouted" and "Told by X, the vet left" from an apposition."""
    end = phrase_end(doc, start)
    head = phrase_head(doc, start, end)
    if head is None or end >= len(doc) or doc[end].pos_ not in ("VERB", "AUX"):
        return False
    acts = doc[head].dep_.startswith("nsubj") and doc[head].head.i >= end
    name = head_of(doc, one.start, one.end)
    return acts and (clause_verb(name).i != doc[head].head.i or not name.dep_.startswith("nsubj"))


def _copula(doc: Doc, one: Occurrence, at: Map) -> list[Role]:
    """ "Mr. Frei is the coach"."""
    i = one.end
    if i + 1 < len(doc) and doc[i].text == "," and fold(doc[i + 1].text) == "who":
        i += 2
        if i + 2 < len(doc) and fold(doc[i].text) == "in" and doc[i + 1].pos_ == "NUM":
            i += 2  # "who in 2021 became the first"
    if i + 1 >= len(doc) or fold(doc[i].text) not in _BE or (i == one.end and doc[i].pos_ == "PART"):
        return []
    return _phrase(doc, one, i + 1, at, closed=False)


def _named_to(doc: Doc, one: Occurrence, at: Map) -> list[Role]:
    """ "Mr. Thanh, an economist, was named prime minister"."""
    word = head_of(doc, one.start, one.end)
    verb = word.head
    if not word.dep_.startswith("nsubj") or fold(verb.text) not in _NAMED or verb.i < one.end:
        return []
    i = verb.i + 1
    while i < len(doc) and fold(doc[i].text) in ("in", "as", "to", "be", "the", "its", "their", "new"):
        i += 1
    return _phrase(doc, one, i, at, closed=False) if i < len(doc) else []


def _replaced(doc: Doc, one: Occurrence) -> list[Role]:
    """ "... replacing Pham Quoc Bao": he went before."""
    verb = one.start - 1
    if verb < 1 or fold(doc[verb].text) not in _REPLACES:
        return []
    return [Role(one, "predecessor", "predecessor", verb, one.start)]


def _phrase(doc: Doc, one: Occurrence, start: int, at: Map, closed: bool, second: bool = True) -> list[Role]:
    end = phrase_end(doc, start)
    inside = at[end - 1] if end > start else None
    if inside is not None and inside.start > start:
        end = max(end, inside.end)  # "the MP for Westmorland and Lonsdale"
    head = phrase_head(doc, start, end)
    if head is None:
        return []
    noun = fold(doc[head].text)
    is_person = one.entry.now().kind is ActorKind.PERSON
    chosen = _chosen(doc, start, end, noun) if is_person else ""
    lists = organisations()
    is_role = _is_role_noun(doc, head) if is_person else noun in lists.nominals | lists.state_bodies
    if not (is_role or chosen):
        return []
    noun = chosen or noun
    first = at[start]
    if not second and fold(doc[start].text) not in _LEFT_OUT:
        return []  # "an expert and author": one phrase
    if (
        first is not None
        and first.entry.now().kind is ActorKind.PERSON
        and doc[min(first.end, len(doc) - 1)].text not in POSSESSIVES
    ):
        return []
    role = Role(one, _words(doc, start, end), noun, start, end, tuple(at.tied(doc, start, end)), closed)
    after = end + 1
    if not closed or after >= len(doc) or doc[end].pos_ != "CCONJ":
        return [role]
    named = at[after]
    if named and (named.entry.now().kind is ActorKind.PERSON or not second):
        return []  # a list: "Mr. Putin, the president and Mr. Kim"
    return [role, *(_phrase(doc, one, after, at, closed, second=False) if second else [])]


def _chosen(doc: Doc, start: int, end: int, noun: str) -> str:
    """What "President Roe's choice for the court" makes of somebody: a nominee."""
    links = {fold(token.text) for token in doc[start : end + 1]}
    return nouns().chosen.get(noun, "") if links & _FOR_OFFICE else ""


def _is_role_noun(doc: Doc, index: int) -> bool:
    noun = fold(doc[index].text)
    if nouns().may_speak(noun):
        return True
    previous = fold(doc[index - 1].text) if index else ""
    return (noun == "general" and previous in ("secretary", "attorney", "director")) or noun in titles().heads


def _words(doc: Doc, start: int, end: int) -> str:
    end = min(end, start + _LONGEST)
    while start < end - 1 and fold(doc[start].text) in _LEFT_OUT:
        if _has_owner(doc, start, end):
            return " ".join([doc[start].lower_, *doc[start + 1 : end].text.split()])
        start += 1
    return " ".join(doc[start:end].text.split())


def _has_owner(doc: Doc, start: int, end: int) -> bool:
    """Tell whether an article is of whose it is: "the bank's chairwoman"."""
    words = takewhile(lambda token: token.pos_ != "ADP", doc[start:end])
    return fold(doc[start].text) in _ARTICLES and any(token.text in POSSESSIVES for token in words)


def _title(one: Occurrence, text: str, start: int, end: int, owner: Occurrence | None = None) -> Role:
    words = [word for word in fold(text.split(" of ")[0]).split() if word]
    known = titles().heads
    whole = " ".join(words[-2:]) in nouns().wholes  # "Chief Executive" is no chief
    head = next((word.strip(".") for word in reversed(words) if word.strip(".") in known), words[-1])
    head = words[-1] if whole else head
    head = titles().abbreviated.get(head, head).split()[-1]
    text = " ".join(titles().abbreviated.get(word, word) for word in text.split())
    return Role(one, text, singular(head), start, end, (owner,) if owner else ())

"""Whom people work at and for: a firm, whatever its name looks like: "an analyst at Vantor"."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from reader.analysis.cast.spans.spans import COUNTRY_OR_CITY, ORGANISATION, PERSON, PLACE, NameSpan, bare
from reader.analysis.lexicon.countries import lookup
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import head_of, singular
from reader.analysis.lexicon.spelling import comparable, fold
from reader.given_names import all_given_names

_HEADS = frozenset({"head", "director", "chief"})
_AT = frozenset({"at", "with"})
_REACH = 4  # tokens back from "for" to the verb: "follows Turkey for Nordea"
_WITHIN = frozenset({"in", "near", "around", "outside", "from"})
_JOINED = frozenset({"and", "or", "&", ","})


def workplaces(doc: Doc, spans: list[NameSpan]) -> set[tuple[str, ...]]:
    """Give the names of what the model takes for places and people work at, but for where things happen."""
    found = {comparable(span.text(doc)) for span in spans if _is_workplace(doc, span)}
    found |= {comparable(span.text(doc)) for span in _joined_to_bodies(doc, spans)}
    found |= {comparable(span.text(doc)) for span in _employers(doc, spans)}
    return found - {comparable(span.text(doc)) for span in spans if _before(doc, span) in _WITHIN}


def _is_workplace(doc: Doc, span: NameSpan) -> bool:
    """Tell "dealers at Garanti" and "who follows Turkey for Nordea" from "the crowd at Garanti"."""
    if not _may_be_a_firm(doc, span) or span.outer < 2:
        return False
    before = _before(doc, span)
    if before in _AT and _is_employed(doc[span.outer - 2]):
        return True
    back = doc[max(0, span.outer - 1 - _REACH) : span.outer - 1]
    return before == "for" and any(fold(token.text) in organisations().working for token in back)


def _is_employed(token: Token) -> bool:
    """Tell dealers, and who heads a field of theirs: "head of research"."""
    is_field = any(fold(left.text) == "of" for left in token.lefts)
    noun = singular(fold((token.head if is_field else token).text))
    return noun in organisations().employed or (is_field and noun in _HEADS)


def _joined_to_bodies(doc: Doc, spans: list[NameSpan]) -> Iterator[NameSpan]:
    """Find what is named in one breath with a body: "Garanti and Deutsche Bank"."""
    lists = organisations()
    for one, other in pairwise(spans):
        place, body = (other, one) if one.label == ORGANISATION else (one, other)
        is_body = body.label == ORGANISATION and bare(doc[body.end - 1]) in lists.bodies | lists.legal
        if is_body and _may_be_a_firm(doc, place) and _are_joined(doc, one, other):
            yield place


def _employers(doc: Doc, spans: list[NameSpan]) -> Iterator[NameSpan]:
    """Find whose people are: "Sauber's Zhou Guanyu", where nobody is called Sauber."""
    full = (span for span in spans if span.label == PERSON and span.end - span.start > 1)
    people = {word for span in full for word in comparable(span.text(doc))}
    for one, other in pairwise(spans):
        owns = doc[one.end : other.outer].text in ("'s", "’s") and other.label == PERSON
        words = comparable(one.text(doc))
        is_unknown = one.label == PERSON and len(words) == 1 and one.outer == one.start
        if owns and is_unknown and other.end - other.start > 1 and words[0] not in people | all_given_names():
            yield one


def _before(doc: Doc, span: NameSpan) -> str:
    return fold(doc[span.outer - 1].text) if span.outer else ""


def _may_be_a_firm(doc: Doc, span: NameSpan) -> bool:
    """Tell an unknown name that the model takes for a place's."""
    last = comparable(span.text(doc))[-1:]
    is_land = bool(lookup(span.text(doc))) or organisations().places.issuperset(last)
    return span.label in (COUNTRY_OR_CITY, PLACE) and not is_land and span.outer == span.start


def _are_joined(doc: Doc, one: NameSpan, other: NameSpan) -> bool:
    between = [fold(token.text) for token in doc[one.end : other.start]]
    same = between[1:] in ([], [_before(doc, one)]) and between[:1] and between[0] in _JOINED
    head = head_of(doc, other.start, other.end)
    return bool(same) and head.dep_ == "conj" and one.start <= head.head.i < one.end

"""What stands behind a name and belongs to it: "Sainsbury|'s", "Alianza | para el Progreso", "(Marxist)"."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from reader.analysis.cast.spans.spans import ORGANISATION, PERSON, NameSpan, bare, continues
from reader.analysis.lexicon.countries import lookup
from reader.analysis.lexicon.organisation_names import is_acronym
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles
from reader.given_names import all_given_names

_FOREIGN = frozenset({"para", "por", "pour"})
_OF = frozenset({"de", "du", "des"})
_MANY = frozenset({"women", "men", "children", "people"})


def possessed(doc: Doc, span: NameSpan) -> NameSpan:
    """Go on where several own a body: "Regional Workers' | Center", "National Women's | League"."""
    lists = organisations()
    many = ("'", "’", "'s", "’s") if bare(doc[span.end - 1]) in _MANY else ("'", "’")
    if span.end + 1 >= len(doc) or doc[span.end].text not in many or lookup(span.text(doc)):
        return span
    body = doc[span.end + 1]
    owned = continues(body) and bare(body) in (lists.bodies | lists.trades) - lists.state_bodies
    return replace(span, end=span.end + 2, label=ORGANISATION) if owned else span


def linked(doc: Doc, span: NameSpan) -> NameSpan:
    """Go on over small words of other tongues: "Alianza | para el Progreso"."""
    at = span.end
    if span.label == ORGANISATION and doc[at : at + 1].text in _OF:
        while at + 1 < len(doc) and doc[at].text in _OF and _is_word(doc[at + 1]):
            at += 2
        return replace(span, end=at)  # "Commission | de régulation de l'énergie"
    if span.label not in (ORGANISATION, PERSON) or fold(doc[at : at + 1].text) not in _FOREIGN:
        return span
    while at < len(doc) and fold(doc[at].text) in _FOREIGN | titles().articles | titles().particles:
        at += 1
    if at == len(doc) or not continues(doc[at]):
        return span
    is_person = span.label == PERSON and bare(doc[span.start]) in all_given_names()
    return replace(span, end=at + 1, label=PERSON if is_person else ORGANISATION)


def _is_word(token: Token) -> bool:
    """Tell a word of a French or Spanish name from "the Fed's de facto head"."""
    return token.text[:1].isalpha() and token.lower_ not in ("facto", "jure", "rigueur")


def hyphened(doc: Doc, span: NameSpan, following: NameSpan | None) -> NameSpan:
    """Go on over a hyphen to a word that is no name by itself: "the Atlanta Journal|-Constitution"."""
    end = span.end
    if end + 1 >= len(doc) or doc[end].text != "-" or doc[end - 1].whitespace_ or doc[end].whitespace_:
        return span
    is_free = following is None or following.start > end + 1
    goes_on = (
        is_free and doc[end + 1].text.istitle() and not lookup(span.text(doc)) and doc[end - 1].text.istitle()
    )
    return replace(span, end=end + 2) if goes_on else span


def branded(doc: Doc, span: NameSpan) -> NameSpan:
    """Leave a firm the "'s" that owns nothing: "Lloyd's of London", "McDonald's said"."""
    if span.end + 1 >= len(doc) or doc[span.end].text not in ("'s", "’s"):
        return span
    after = doc[span.end + 1]
    if after.text == "of" and span.end + 2 < len(doc) and continues(doc[span.end + 2]):
        return replace(span, end=span.end + 3, label=ORGANISATION)
    owns = after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "VERB")
    if not owns and span.end - span.start == 1 and bare(doc[span.start]) in organisations().owned:
        return replace(span, end=span.end + 1, label=ORGANISATION)  # "at Sotheby's in Paris"
    if span.label not in (ORGANISATION, PERSON):
        return span
    speaks = (
        span.label == ORGANISATION
        and not is_acronym(span.text(doc))
        and (
            (after.pos_ in ("VERB", "AUX") and after.dep_ not in ("amod", "compound"))
            or after.text in (",", ".", "and")  # "Sainsbury's and Asda"
        )
    )
    return replace(span, end=span.end + 1) if speaks else span


def numbered(doc: Doc, span: NameSpan) -> NameSpan:
    """Add the number of a body: "Miners Union | No. 5"."""
    at = span.end
    for begun in (".", "No"):
        at -= at - 1 > span.start and doc[at - 1].text == begun
    is_number = doc[at : at + 2].text == "No." and doc[at + 2 : at + 3].text[:1].isdigit()
    return replace(span, end=at + 3) if is_number and at > span.start else span


def bracketed(doc: Doc, span: NameSpan, following: NameSpan | None) -> NameSpan:
    """Add the wing of a party: "Communist Party of India (Marxist)"."""
    if following is None or following.label == PERSON or following.start != span.end + 1:
        return span
    word = following.text(doc)
    if doc[span.end].text != "(" or following.end >= len(doc) or doc[following.end].text != ")":
        return span
    return replace(span, end=following.end + 1) if fold(word) in organisations().wings else span

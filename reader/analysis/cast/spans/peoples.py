"""Peoples that the model takes for bodies or places: "leaders of the Igbo", "a Pokot elder"."""

from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import GROUP, PERSON, NameSpan
from reader.analysis.lexicon.countries import lookup, peoples
from reader.analysis.lexicon.spelling import fold
from reader.given_names import all_given_names

_WITHIN = frozenset({"in", "near", "from", "around", "outside", "to", "at"})
_PEOPLES = frozenset({"caste", "castes", "communities", "minority", "tribe", "tribes", "tribesmen"})
_GOES_ON = frozenset({"of", "that", "which", "where", "he", "she", "they", "we", "i", "-", "–"})
_OF_ALL = frozenset({"people", "peoples", "tribe", "language", "chief", "chiefs", "elders", "community"})


def of_people(doc: Doc, span: NameSpan) -> NameSpan | None:
    """Label a people as one."""
    if span.end - span.start > 1 or span.label == GROUP or span.text(doc).isupper():
        return None
    known = fold(span.text(doc)) in peoples() and span.label != PERSON and _before(doc, span) not in _WITHIN
    known = known or _is_called_people(doc, span) or is_the_people(doc, span)
    return replace(span, label=GROUP) if known else None


def _is_called_people(doc: Doc, span: NameSpan) -> bool:
    """Tell "the Vokkar tribe" and "the Kuruva and Lingaya communities" by the noun behind them."""
    at = span.end
    if doc[at : at + 1].text == "and" and doc[at + 1 : at + 2].text[:1].isupper():
        at += 2
    is_named = at < len(doc) and doc[at].text in _PEOPLES and not lookup(span.text(doc))
    return is_named and fold(span.text(doc)) not in all_given_names()


def is_the_people(doc: Doc, span: NameSpan) -> bool:
    """Tell "the god of the Tonga" from "Tonga", the country, and "the Tonga captain"."""
    if fold(span.text(doc)) not in peoples(shared=True) or _before(doc, span) not in ("the", "ethnic"):
        return False
    after = doc[span.end] if span.end < len(doc) else None
    if after is None or fold(after.text) in _OF_ALL:
        return True
    return after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") and fold(after.text) not in _GOES_ON


def _before(doc: Doc, span: NameSpan) -> str:
    return fold(doc[span.start - 1].text) if span.start else ""

"""Peoples that the model takes for bodies or places: "leaders of the Igbo", "a Pokot elder"."""

from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import GROUP, PERSON, NameSpan
from reader.analysis.lexicon.countries import peoples
from reader.analysis.lexicon.spelling import fold

_WITHIN = frozenset({"in", "near", "from", "around", "outside", "to", "at"})
_GOES_ON = frozenset({"of", "that", "which", "where", "he", "she", "they", "we", "i", "-", "–"})
_OF_ALL = frozenset({"people", "peoples", "tribe", "language", "chief", "chiefs", "elders", "community"})


def of_people(doc: Doc, span: NameSpan) -> NameSpan | None:
    """Label a people as one."""
    if span.end - span.start > 1 or span.label == GROUP or span.text(doc).isupper():
        return None
    known = fold(span.text(doc)) in peoples() and span.label != PERSON and _before(doc, span) not in _WITHIN
    return replace(span, label=GROUP) if known or is_the_people(doc, span) else None


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

"""Names that go on behind a span of the model's, and what their last word tells: "St Colman|'s Hospital"."""

from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.spans.borders import is_body_of
from reader.analysis.cast.spans.people import has_given
from reader.analysis.cast.spans.spans import (
    COUNTRY_OR_CITY,
    GROUP,
    ORGANISATION,
    PERSON,
    PLACE,
    NameSpan,
    bare,
    continues,
)
from reader.analysis.lexicon.countries import lookup
from reader.analysis.lexicon.organisation_names import common_nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import POSSESSIVES
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles

_COURTS = frozenset({"county", "crown", "district", "high", "magistrates", "supreme"})
_NATIONS = ("first nation", "first nations")
_FAMILIES = frozenset({"steel", "pictures", "homes", "co"})  # of the trades, those that are families too
_SITES = frozenset({"square", "street", "airport", "avenue", "stadium", "bridge"})
_SITES |= {"strasse", "allee", "platz", "gasse"}  # "Gustav-Meyer-Allee"


def grown(doc: Doc, span: NameSpan) -> NameSpan | None:
    """Give the whole name, by whose last word it is what it is; None for a law, a prize or a war."""
    return _by_last_word(doc, span, _end(doc, span))


def _end(doc: Doc, span: NameSpan) -> int:
    """Where a name ends that goes on: "St Colman|'s Hospital", "Tallow Lake| First Nation"."""
    end, lists = span.end, organisations()
    after = doc[end + 1] if end + 1 < len(doc) else None
    saintly = bare(doc[span.start]) in ("st", "saint") and after is not None and continues(after)
    if saintly and doc[end].text in POSSESSIVES:
        end += 2
    while (
        end < len(doc)
        and continues(doc[end])
        and fold(doc[end].text) in lists.bodies | lists.places | lists.things
        and not (end + 1 < len(doc) and continues(doc[end + 1]) and bare(doc[end + 1]) in titles().heads)
    ):
        end += 1  # but not "Frio County | District Attorney"
    is_cut = span.label == ORGANISATION and end - span.start > 1 and doc[end - 1].text.islower()
    if is_cut and fold(doc[end : end + 1].text) in lists.bodies:
        end += 1  # "the House of Commons industry | committee"
    if span.label == ORGANISATION and bare(doc[end - 1]) in _COURTS and doc[end : end + 1].text == "court":
        end += 1  # "the Delhi High | court"
    return end + 2 if fold(doc[end : end + 2].text) in _NATIONS else end


def _by_last_word(doc: Doc, span: NameSpan, end: int) -> NameSpan | None:
    """Tell by the last word what a name is that ends at `end`; None for a law, a prize or a war."""
    label, lists = span.label, organisations()
    last, grown = fold(doc[end - 1].text), end > span.end
    if fold(doc[end - 2 : end].text) in _NATIONS and grown:
        return replace(span, end=end, label=ORGANISATION)
    if label == PERSON and end - span.start > 1:
        if last in lists.things:
            return None
        is_body = last in lists.bodies | lists.trades and (grown or not has_given(doc, span))
        if is_body or last in (lists.trades | lists.legal & lists.bodies) - _FAMILIES:
            label = ORGANISATION
        elif last in lists.places and (grown or last in _SITES):
            label = PLACE
    elif grown and label in (GROUP, COUNTRY_OR_CITY, PLACE):
        if last in lists.things:
            end = span.end  # "the Korean War": Korean stays a demonym
        elif last in lists.bodies and not lookup(doc[span.start : span.end].text):
            label = ORGANISATION
        elif label == GROUP or last not in lists.places:
            end = span.end
        elif lookup(doc[span.start : span.end].text):
            label = PLACE
    elif label == ORGANISATION and last in lists.things and not common_nouns(doc[span.start : end].text):
        return None  # but "Institute for the Study of War"
    span = replace(span, end=end, label=label)
    return replace(span, label=ORGANISATION) if is_body_of(doc, span) else span

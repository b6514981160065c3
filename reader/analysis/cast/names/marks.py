"""What small words, numbers and brackets at a name tell of its kind: "the Ann Roe", "at 1 Anne Marg"."""

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import COUNTRY_OR_CITY, GROUP, ORGANISATION, PERSON, PLACE, NameSpan
from reader.analysis.datelines import in_dateline
from reader.analysis.lexicon.countries import lookup
from reader.analysis.lexicon.organisation_names import is_acronym
from reader.analysis.lexicon.spelling import fold
from reader.given_names import all_given_names

_AT = frozenset({"at", "of", "outside", "on", "to", "from", "near"})
_LETTERS = 3  # of an acronym, at least


def told_by_marks(doc: Doc, span: NameSpan) -> str | None:
    """Give the kind of a name that what stands right at it tells for sure."""
    if span.outer < span.start or not span.start:
        return None
    if span.label == PERSON and _is_lettered(doc, span):
        return ORGANISATION
    if span.label == PERSON and _is_address(doc, span):
        return PLACE
    if span.label in (GROUP, PERSON, COUNTRY_OR_CITY) and _is_masthead(doc, span):
        return ORGANISATION
    return None


def _is_lettered(doc: Doc, span: NameSpan) -> bool:
    """Tell "All India Anna Dravida Kazhagam (AIADK)"."""
    behind = [token.text for token in doc[span.end : span.end + 3]]
    if behind[:1] != ["("] or behind[2:] != [")"] or not is_acronym(behind[1]) or len(behind[1]) < _LETTERS:
        return False
    first = iter([token.text[0].casefold() for token in doc[span.start : span.end]])
    return all(letter in first for letter in behind[1].casefold() if letter.isalpha())


def _is_address(doc: Doc, span: NameSpan) -> bool:
    """Tell "at 1 Anne Marg" from "in 2010 Anne Roe said" and "of 12 Roe remembers"."""
    number = doc[span.start - 1].text
    is_number = number.isdigit() and len(number) < 4 and span.start > 1
    return is_number and doc[span.start - 2].lower_ in _AT and span.end - span.start > 1


def _is_masthead(doc: Doc, span: NameSpan) -> bool:
    """Tell "told The Hindu" and "wrote in The Statesman": only titles keep their capital article."""
    before = doc[span.start - 2] if span.start > 1 else None
    if doc[span.start - 1].text != "The" or before is None or lookup(span.text(doc)):
        return False
    is_inside = before.text.islower() and before.is_alpha and not doc[span.start - 1].is_sent_start
    after = doc[span.end] if span.end < len(doc) else None
    return (
        is_inside
        and (after is None or after.pos_ not in ("NOUN", "ADJ", "PROPN"))
        and fold(before.text) != "and"
    )


def told_by_dateline(doc: Doc, span: NameSpan) -> str | None:
    """Tell a place from the agency behind it, and from a woman: "HANOI, Sept. 4 (AP) —", "CHARLOTTE —"."""
    first = span.start == 0 or "\n" in doc[span.start - 1].text
    is_city = first and span.end - span.start == 1 and doc[span.start].text.isupper()
    is_place = span.label in (COUNTRY_OR_CITY, PLACE) or (span.label == PERSON and is_city)
    is_place = is_place or (first and span.end - span.start > 1 and span.text(doc).isupper())  # "GREEN BAY"
    is_place = is_place or (first and span.label == PERSON and _is_town(doc, span))
    if not is_place or not in_dateline(doc, span.start):
        return None
    return ORGANISATION if doc[span.start - 1].text == "(" else COUNTRY_OR_CITY


def _is_town(doc: Doc, span: NameSpan) -> bool:
    """Tell "Rustenburg – Former mayor Ann Roe has died." from a headline, "Klopp – a life": no one's name."""
    after = doc[span.end + 1].text if span.end + 1 < len(doc) else ""
    word = doc[span.start].text
    is_name = any(len(ent) > 1 and ent[-1].text == word for ent in doc.ents)
    alone = span.end - span.start == 1 and fold(word) not in all_given_names()
    return alone and after[:1].isupper() and not is_name

"""What a span of the model's is taken for, by its words and those around, before anything else is known.

Each rule looks at one sort of span and gives what it is (:data:`NOTHING` where it is no name), or None where
it has no say; the first that has one is followed.
"""

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.spans.capitals import is_shouted
from reader.analysis.cast.spans.growing import grown
from reader.analysis.cast.spans.nothing import NOTHING, nothing
from reader.analysis.cast.spans.openings import without_calling
from reader.analysis.cast.spans.people import has_given, person_span
from reader.analysis.cast.spans.peoples import of_people
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
from reader.analysis.lexicon.countries import lookup, regions, state_names, states
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisation_names import is_hyphened, means_party
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import head_of
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles
from reader.given_names import all_given_names

_AMERICANS = frozenset({"american", "americans"})
_STYLES = frozenset({"mr", "mrs", "ms", "dr", "justice"})
_SEATED = frozenset({"MP", "TD", "MEP", "MSP", "MLA", "MS"})
_APPOSED = 5  # tokens to the noun of an apposition

_Rule = Callable[[Doc, NameSpan], NameSpan | None]


def repaired(doc: Doc, span: NameSpan) -> NameSpan | None:
    """Take a name inside a longer name for what the longer one is; None for things that are no actors."""
    span = without_calling(doc, span)
    told = next((told for rule in _RULES if (told := rule(doc, span))), None)
    if told is not None:
        return None if told is NOTHING else told
    if span.label == PERSON:
        span = person_span(doc, span)
    return grown(doc, span)


def _member(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "A Clare | TD", of a place as well: nobody's name has an article."""
    has_seat = doc[span.end - 1].text in _SEATED and span.end - span.start > 1 and span.start > 0
    if span.label != PERSON or not has_seat or bare(doc[span.start - 1]) not in ("a", "an", "the"):
        return None
    return replace(span, end=span.end - 1, label=COUNTRY_OR_CITY)


def _styled(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "Justice | SM Kuddus Zaman", "Insp Gen Okello", taken for bodies; but "Dr Ann Roe Hospital"."""
    first = doc[span.start]
    styles = _STYLES | (frozenset() if first.text.isupper() else titles().abbreviated.keys() - {"del"})
    if span.label == PERSON or span.end - span.start < 3 or bare(first) not in styles:
        return None
    lists = organisations()
    known = lists.bodies | lists.legal | lists.trades | lists.places | lists.things
    is_name = all(
        token.text[:1].isupper() and bare(token) not in known for token in doc[span.start : span.end]
    )
    return replace(span, label=PERSON) if is_name else None


def _partisan(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "A Kansas | Republican" is somebody from a place."""
    if span.label == PERSON or not is_partisan(doc, span):
        return None
    place = replace(span, end=span.end - 1, label=COUNTRY_OR_CITY)
    return place if span.end - span.start > 1 and lookup(place.text(doc)) else NOTHING


def _contracted(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "Ms. in 't | Veld", of the Netherlands."""
    start = span.start - 3
    is_dutch = (
        start >= 0 and doc[start].text in ("in", "van", "op", "aan") and doc[span.start - 1].text == "t"
    )
    if not is_dutch or doc[start + 1].text not in ("'", "’", "‘"):
        return None
    return NameSpan(start, span.end, PERSON, start)


def _in_state(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "Bend, Ore.", and the state, "the Iowa caucuses" too; but "Del. Ann Lee" is a delegate."""
    is_full = span.end - span.start > 1 and has_given(doc, span)  # "Henderson, Nev." is no Mr. Henderson
    town = span.label == PERSON and is_before_state(doc, span.end) and not is_full
    titled = span.end < len(doc) and continues(doc[span.end])
    state = span.text(doc) in states() and not titled
    state = state or (span.label == ORGANISATION and span.text(doc) in state_names())
    return replace(span, label=COUNTRY_OR_CITY) if town or state else None


def _of_region(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "The Buckeye State", "poor Alabamians", "the Scot", taken for bodies; but the Texans are a club."""
    text = fold(span.text(doc))
    has_article = span.start > 0 and fold(doc[span.start - 1].text) in ("the", "a")
    is_region = text.removesuffix("s") in regions() and text != "texans"
    is_region = is_region and (text.endswith(("s", " state")) or has_article)
    return replace(span, label=GROUP) if span.label in (ORGANISATION, PERSON) and is_region else None


def _presidents_house(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "The Obama | White House" is the White House, whoever sits there."""
    start = span.end - 2
    is_house = start > span.start and doc[start : span.end].text == "White House"
    return NameSpan(start, span.end, PLACE, start) if is_house and span.label != PERSON else None


def _party(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "Republicans"; of "Republican | Indiana" the state."""
    if span.label == GROUP and means_party(span.text(doc)):
        return replace(span, label=ORGANISATION)
    after = span.start + 1
    in_place = span.label == ORGANISATION and means_party(doc[span.start].text)
    if in_place and lookup(doc[after : span.end].text):
        return NameSpan(after, span.end, COUNTRY_OR_CITY, after)
    return None


def _saint(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "In St. John|'s", a town; but "St. Louis's mayor", "at St. Anselm | 's College"."""
    is_town = span.label in (COUNTRY_OR_CITY, PLACE) and span.end - span.start == 2 and span.start > 0
    owns = is_town and doc[span.end : span.end + 1].text in ("'s", "’s")
    owns = owns and not (span.end + 1 < len(doc) and continues(doc[span.end + 1]))
    is_saint = owns and bare(doc[span.start]) in ("st", "saint") and doc[span.end - 1].text[-1] != "s"
    return replace(span, end=span.end + 1) if is_saint and doc[span.start - 1].pos_ == "ADP" else None


def _firm(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "Hogan & Hartson", "USA | Today"."""
    text = span.text(doc)
    if span.label in (COUNTRY_OR_CITY, PLACE) and "&" in text and not lookup(text):
        return replace(span, label=ORGANISATION)
    after = doc[span.end] if span.end < len(doc) else None
    is_land = span.label == COUNTRY_OR_CITY or (span.label == ORGANISATION and bool(lookup(text)))
    if is_land and after is not None and bare(after) in organisations().mastheads and continues(after):
        return replace(span, end=span.end + 1, label=ORGANISATION)
    return None


def _lettered(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "ZANU-PF", "MDC-T": letters with a hyphen between them are no place's name."""
    if span.label == ORGANISATION or not is_hyphened(span.text(doc)) or is_shouted(doc, span):
        return None
    return replace(span, label=ORGANISATION)


def _people(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "African-American", which the model cuts in two."""
    whole = two_peoples(doc, span.start, span.end) if span.label == GROUP else None
    return whole and NameSpan(*whole, GROUP, whole[0])


def _byline(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "LERATO MOKOENA", alone in a line: who wrote what follows, not a place."""
    first, text = span.start, span.text(doc)
    alone = (first == 0 or "\n" in doc[first - 1].text) and "\n" in doc[span.end : span.end + 1].text
    if not alone or span.label == PERSON or not text.isupper() or span.end - first not in (2, 3):
        return None
    is_name = text.replace(" ", "").isalpha() and not lookup(text) and bare(doc[first]) in all_given_names()
    return replace(span, label=PERSON) if is_name else None


def _somebody(doc: Doc, span: NameSpan) -> NameSpan | None:
    """ "Edinaldo, the man whom he replaced": by the apposition a person, if the name may be one."""
    if span.label == PERSON or span.end - span.start > 2 or lookup(span.text(doc)):
        return None
    head = head_of(doc, span.start, span.end)
    told = (child for child in head.children if child.dep_ == "appos" and child.pos_ == "NOUN")
    is_told = any(nouns().gender(fold(noun.text)) and noun.i - span.end < _APPOSED for noun in told)
    return replace(span, label=PERSON) if is_told else None


_RULES: tuple[_Rule, ...] = (
    nothing,
    _member,
    _styled,
    _contracted,
    _partisan,
    _in_state,
    _of_region,
    _presidents_house,
    _party,
    _lettered,
    _people,
    of_people,
    _saint,
    _firm,
    _byline,
    _somebody,
)


def two_peoples(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """All of "African-American" or "Asian Americans", of which tokens `start` to `end` are one half."""
    first, last = start, end + (end < len(doc) and doc[end].text == "-")
    if start > 1 and doc[start - 1].text == "-" and fold(doc[start].text) in _AMERICANS:
        first, end, last = start - 2, start - 1, start
    is_one = last < len(doc) and fold(doc[last].text) in _AMERICANS
    return (first, last + 1) if is_one and fold(doc[first:end].text) in regions() else None


def is_before_state(doc: Doc, index: int) -> bool:
    """Tell the comma of "Bend, Ore.": a town and its state are two; "Washington, D.C." is one."""
    after = doc[index + 1].text if index + 1 < len(doc) else ""
    return index < len(doc) and doc[index].text == "," and after != "D.C." and after in states()


def is_partisan(doc: Doc, span: NameSpan) -> bool:
    """Tell one of a party from the party: "a Democrat", "a Louisiana Republican"."""
    noun = doc[span.end - 1]
    if noun.dep_ == "amod" or fold(noun.text) not in organisations().partisans:
        return False
    before = [doc[span.start - 1]] if span.start else []
    return any(word.lower_ in ("a", "an") for word in [*before, *noun.children])

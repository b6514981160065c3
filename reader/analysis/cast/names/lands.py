"""Places that the words around prove: rivers, towns, constituencies, homes."""

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import GROUP, PERSON, NameSpan, bare
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisation_names import is_acronym, is_hyphened
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import POSSESSIVES
from reader.analysis.lexicon.spelling import comparable, fold
from reader.given_names import all_given_names


def is_land(doc: Doc, span: NameSpan) -> bool:
    """Tell what can be nothing but a place."""
    return is_river(doc, span) or _is_constituency(doc, span) or _is_home(doc, span) or _is_town(doc, span)


def is_river(doc: Doc, span: NameSpan) -> bool:
    """ "the Chenab burst its banks": only a river has banks to leave."""
    before = fold(doc[span.start - 1].text) if span.start else ""
    if before == "the" and span.end - span.start == 1 and bare(doc[span.start]) in organisations().rivers:
        after = doc[span.end] if span.end < len(doc) else None
        goes_on = ("VERB", "AUX", "CCONJ", "PUNCT", "ADP")
        return after is not None and after.pos_ in goes_on and fold(after.text) != "of"
    words = [fold(token.text) for token in doc[span.end : span.end + 5]]
    if before != "the" or "banks" not in words:
        return False
    verbs = words[: words.index("banks")]
    return verbs[-1:] == ["its"] and bool(organisations().floods.intersection(verbs))


def _is_constituency(doc: Doc, span: NameSpan) -> bool:
    """ "The Embakasi East MP": named by the quarter of the sky, it is no party."""
    if span.end >= len(doc) or doc[span.end].text not in ("MP", "MPs", "MLA", "constituency"):
        return False
    sky = {"north", "south", "east", "west", "central"}
    ends = {fold(doc[span.start].text), fold(doc[span.end - 1].text)}
    return span.end - span.start > 1 and bool(ends & sky)


def _is_home(doc: Doc, span: NameSpan) -> bool:
    """ "a native of Tainan": only a place has natives; "a teacher from Rethymno": nobody comes from a man."""
    before = [fold(token.text) for token in doc[max(0, span.outer - 2) : span.outer]]
    if before[1:] == ["from"] and span.label == PERSON:
        after = doc[span.end] if span.end < len(doc) else None
        alone = after is None or (after.text not in POSSESSIVES and after.pos_ not in ("NOUN", "PROPN"))
        known = comparable(span.text(doc))[0] in all_given_names()
        return alone and not known and nouns().is_person(before[0])
    is_home = before in (["native", "of"], ["resident", "of"], ["residents", "of"], ["born", "in"])
    return is_home and not is_hyphened(span.text(doc))  # "born in ZANU-PF"


def _is_town(doc: Doc, span: NameSpan) -> bool:
    """ "The province of Guangdong", "the mayor of Ghent", "Lismore residents": what only places have."""
    if doc[span.start].text in ("Co", "Co.") and span.end - span.start == 2:
        return True  # "a Co Kerry farmer"
    lists = organisations()
    if (
        span.label == GROUP
        or bare(doc[span.end - 1]) in lists.bodies - lists.sites
        or is_acronym(span.text(doc))
    ):
        return False
    before = [fold(token.text) for token in doc[max(0, span.outer - 2) : span.outer]]
    after = doc[span.end] if span.end < len(doc) else None
    named = after is not None and after.pos_ == "NOUN" and after.text in lists.named_lands
    return named or (before[1:] == ["of"] and before[0] in lists.lands)

"""Where something is, by the words before a name: "In Velmar, where", "the 22-year-old from Velmar"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import PERSON, NameSpan
from reader.analysis.lexicon.contexts import HINT, LIKELY, PROOF, contexts
from reader.analysis.lexicon.phrases import POSSESSIVES
from reader.analysis.lexicon.spelling import fold

_IN = frozenset({"in", "near", "outside", "around"})


def placed(doc: Doc, span: NameSpan) -> Iterator[tuple[str, int]]:
    """Give what tells a place, and how much it tells."""
    if not span.outer or span.outer < span.start or _goes_on(doc, span.end):
        return
    before = doc[span.outer - 1]
    word = before.lower_
    behind = [token.lower_ for token in doc[span.end : span.end + 2]]
    if word == "from" and is_aged(doc, span.outer - 2):
        yield "place", LIKELY
    if word not in _IN:
        return
    if behind == [",", "where"]:
        yield "place", PROOF
    elif word == "near" or (behind[:1] == [","] and before.is_sent_start):
        yield "place", LIKELY
    elif span.label == PERSON and fold(doc[max(0, span.outer - 2)].text) not in contexts().trusting:
        yield "place", HINT


def is_aged(doc: Doc, index: int) -> bool:
    """Tell the last word of "22-year-old"."""
    return 3 < index < len(doc) and doc[index].lower_ == "old" and doc[index - 2].lower_ in ("year", "month")


def _goes_on(doc: Doc, end: int) -> bool:
    """Tell "in Roe's hand" and "in Velmar prison"."""
    after = doc[end] if end < len(doc) else None
    return after is not None and (after.text in POSSESSIVES or after.pos_ in ("NOUN", "PROPN"))

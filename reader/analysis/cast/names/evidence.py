"""What all uses of a name say together of its kind, against what the model takes it for."""

from collections import Counter
from itertools import pairwise

from spacy.tokens import Doc

from reader.analysis.cast.names.contexts import told_by_context
from reader.analysis.cast.spans.spans import (
    COUNTRY_OR_CITY,
    GROUP,
    ORGANISATION,
    PERSON,
    PLACE,
    THING,
    NameSpan,
)
from reader.analysis.lexicon.contexts import HINT, LIKELY, NOBODY, PROOF, contexts
from reader.analysis.lexicon.countries import lookup
from reader.analysis.lexicon.organisation_names import is_acronym
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import comparable
from reader.given_names import all_given_names

_LABELS = {
    "person": PERSON,
    "organisation": ORGANISATION,
    "place": COUNTRY_OR_CITY,
    "thing": THING,
    NOBODY: NOBODY,
}
_SURELY = 9  # more than contexts can say

Words = tuple[str, ...]


class Evidence:
    """Gathers the signs that stand beside names, name by name."""

    def __init__(self) -> None:
        self._signs: dict[Words, Counter[str]] = {}
        self._parts: set[str] = set()  # words of people's full names, and titled names

    def read(self, doc: Doc, spans: list[NameSpan]) -> None:
        """Take in the signs beside the names of a document."""
        self._parts |= {
            word
            for span in spans
            if span.label == PERSON and (span.end - span.start > 1 or span.outer < span.start)
            for word in comparable(span.text(doc))
            if not _storm(comparable(span.text(doc)))
        }
        for span in spans:
            if span.label == GROUP or span.outer < span.start:
                continue
            words = comparable(span.text(doc))
            if bare := _storm(words):
                for name in (words, bare):
                    self._signs.setdefault(name, Counter())[THING] += _SURELY
            for kind, weight in told_by_context(doc, span).items():
                self._signs.setdefault(words, Counter())[_LABELS[kind]] += weight
        for one, other in pairwise(spans):
            if _are_listed(doc, one, other):
                self._join(doc, one, other)
                self._join(doc, other, one)

    def note(self, words: Words, label: str) -> None:
        """Take in that a name names something of that label for sure in one place."""
        self._signs.setdefault(words, Counter())[label] += PROOF

    def _join(self, doc: Doc, span: NameSpan, body: NameSpan) -> None:
        """Take a name for a body's that is listed with one for sure: "HIFK and TPS"."""
        text = body.text(doc)
        signs = self._signs.get(comparable(text))
        proved = signs is not None and signs[ORGANISATION] >= PROOF
        if body.label == ORGANISATION != span.label and (proved or is_acronym(text)):
            self._signs.setdefault(comparable(span.text(doc)), Counter())[ORGANISATION] += LIKELY

    def kind(self, doc: Doc, span: NameSpan) -> str | None:
        """The label that the signs prove, be it against the one of a name; None where they don't."""
        words = comparable(span.text(doc))
        signs = self._signs.get(words)
        if not signs or span.label == GROUP or (len(words) == 1 and words[0] in self._parts):
            return None
        label = COUNTRY_OR_CITY if span.label == PLACE else span.label
        if label == PERSON and signs[NOBODY]:
            others = (ORGANISATION, COUNTRY_OR_CITY, THING)
            likely = max(others, key=signs.__getitem__)
            signs = signs + Counter({likely: signs[NOBODY]})
        known = signs[label] + _doubt(doc, span, words)
        best = max((PERSON, ORGANISATION, COUNTRY_OR_CITY, THING), key=signs.__getitem__)
        return best if signs[best] > known or (best == label and signs[best] >= PROOF) else None


def _storm(words: Words) -> Words:
    """The name of a storm without what it is: "opong" of "Tropical Storm Opong"."""
    at = next((at for at, word in enumerate(words[:3]) if word in contexts().storms), len(words))
    is_kind = all(word in ("severe", "super", "tropical") for word in words[:at])
    return words[at + 1 :] if is_kind else ()


def _are_listed(doc: Doc, one: NameSpan, other: NameSpan) -> bool:
    """Tell "JYP, SaiPa and Ilves": names of one word with nothing else between them."""
    alone = one.end - one.start == other.end - other.start == 1
    gap, after = doc[one.end : other.outer].text, doc[other.end : other.end + 1].text
    return alone and (gap in ("and", "or", ", and", "&") or (gap == "," and after in (",", "and", "or")))


def _doubt(doc: Doc, span: NameSpan, words: Words) -> int:
    """How much it takes to doubt a label, by the words of the name."""
    lists, text = organisations(), span.text(doc)
    many = len(words) > 1
    if lookup(text):
        return _SURELY
    if span.label == PERSON:
        is_given = words[0] in all_given_names()
        return (2 * PROOF if many else PROOF) if is_given else LIKELY if many else HINT
    if span.label == ORGANISATION:
        if words[-1] in lists.bodies | lists.legal | lists.trades:
            return _SURELY
        return PROOF if many or is_acronym(text) else HINT
    is_place = words[-1] in lists.places - contexts().towns
    return _SURELY if is_place else HINT + many

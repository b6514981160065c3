"""“He” in somebody's own words, once it is known whose they are."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis.cast.actors import CastUpdate
from reader.analysis.findings import Mention, MentionForm, Quote, QuoteKind, Span
from reader.analysis.third_persons import third_persons

TEXT = "“He waited, and I told him so.” “She said, ‘He is late.’”"
HE, HIM, HE_WITHIN = (
    Mention(TEXT.index(word), TEXT.index(word) + len(word.split()[0]), "ann", MentionForm.PRONOUN, 0.8)
    for word in ("He waited", "him", "He is")
)
FIRST, SECOND = Span(1, TEXT.index("”")), Span(TEXT.index("She"), len(TEXT) - 1)
NESTED = Span(TEXT.index("He is"), TEXT.index("’"))


@pytest.fixture
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def _update(**instead: str) -> CastUpdate:
    others = {HE: HE._replace(actor=instead["he"], confidence=0.3)} if "he" in instead else {}
    return CastUpdate((), (), (HE, HIM, HE_WITHIN), others)


def test_he_is_who_else_may_be_meant_or_nobody(doc: Doc) -> None:
    quotes = (Quote((FIRST,), speaker="ann"),)
    mended = third_persons(doc, 0, quotes, _update(he="bob"))
    assert [(m.start, m.actor, m.confidence) for m in mended.mentions] == [
        (HE.start, "bob", 0.3),
        (HE_WITHIN.start, "ann", 0.8),
    ]


def test_he_stays_in_the_words_of_another(doc: Doc) -> None:
    update = _update(he="bob")
    assert third_persons(doc, 0, (Quote((FIRST,), speaker="cid"),), update) is update
    assert third_persons(doc, 0, (Quote((FIRST,), QuoteKind.PARTIAL, "ann"),), update) is update


def test_within_a_quotation_another_speaks(doc: Doc) -> None:
    update = _update()
    assert third_persons(doc, 0, (Quote((SECOND,), speaker="ann"),), update, (NESTED,)) is update

"""Bodies that a headline or a lead tells of before they are named."""

import pytest
from spacy.language import Language

from tests.analysis.casting import Stage


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Swedish retailer to close its last shop in Lima\n\nThe news came late on Monday.\n\n"
            "Halvard Stores, a retailer from Sweden, said it would pay.",
            "Swedish retailer",
            "halvard-stores",
        ),
        (
            "A court in the north let the men go on Tuesday, and half the town came to see it.\n\n"
            "They had been held for a year. The Tallow District Court gave no reason.",
            "A court",
            "tallow-district-court",
        ),
        (
            "The utility that runs the Otter dam said on Tuesday that it would let no more water through.\n\n"
            "The Otter River Authority, which three states own, said the lake was nearly dry.",
            "The utility",
            "otter-river-authority",
        ),
        (
            "The country's largest lender said on Tuesday that it would close half its branches.\n\n"
            "Ostsee Bank, which has 900 of them, gave no dates.",
            "The country's largest lender",
            "ostsee-bank",
        ),
        (
            "A mining company may be sued over a river.\n\nThe suit is against Corvane Resources. "
            "Corvane denies it. Farmers say Corvane knew.",
            "A mining company",
            "corvane-resources",
        ),
    ],
)
def test_the_body_named_below_is_who_was_told_of(nlp: Language, text: str, words: str, actor: str) -> None:
    mention = Stage(nlp, text).at(words)
    assert mention is not None
    assert mention.actor == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A court let the men go on Tuesday.\n\nThe Tallow District Court and the Otter Court disagree.",
            "A court",
        ),
        ("A bank closed half its branches.\n\nThe Tallow District Court gave no reason.", "A bank"),
        (
            "A British bank closed half its branches.\n\nAnna Roe runs Ostsee Bank, a German lender.",
            "A British bank",
        ),
        ("The group was late.\n\nIt was met by the Coastal Aid Group.", "The group"),
    ],
)
def test_a_body_is_left_open_where_none_or_several_may_be_meant(nlp: Language, text: str, words: str) -> None:
    assert Stage(nlp, text).at(words) is None

"""Bare nouns in headlines: "Captain told to turn back"."""

import pytest
from spacy.language import Language

from tests.analysis.casting import Stage


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Mayor sends back the new ferry\n\nThe ferry leaks. Mayor Ida Korhonen has sent it back.",
            "Mayor",
            "ida-korhonen",
        ),
        (
            "Nobody told captain of the leak\n\nThe ferry leaks. Pavel Roe, its captain, was asleep.",
            "captain",
            "pavel-roe",
        ),
    ],
)
def test_whoever_is_named_below_is_meant(nlp: Language, text: str, words: str, actor: str) -> None:
    mention = Stage(nlp, text).at(words)
    assert mention is not None
    assert mention.actor == actor


@pytest.mark.parametrize(
    "text",
    [
        "Health minister sends back the ferry\n\nThe ferry leaks. Ida Korhonen, the justice minister, paid.",
        "Ex-mayor sends back the ferry\n\nThe ferry leaks. Mayor Ida Korhonen has not sent it.",
        "Every mayor sends back the ferry\n\nThe ferry leaks. Mayor Ida Korhonen has not sent it.",
        "Mayor sends back the ferry\n\nThe ferry leaks. Ida Korhonen was asleep.",
    ],
)
def test_somebody_else_is_nobody_named(nlp: Language, text: str) -> None:
    headline, _, _ = text.partition("\n")
    assert all(mention.start > len(headline) for mention in Stage(nlp, text).mentions)

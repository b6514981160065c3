"""Bodies and countries that are told by whose they are: "her party", "his country"."""

import pytest
from spacy.language import Language

from tests.analysis.casting import Stage


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Anita Korhonen, the foreign minister of Finland, arrived. She said her country was ready.",
            "her country",
            "finland",
        ),
        (
            "Plamen Petrov, who heads the Harbour Union, was blunt. He said his party had been cheated.",
            "his party",
            "harbour-union",
        ),
        (
            "Ruth Weiss, a geologist at Tallow University, found it. She told her university at once.",
            "her university",
            "tallow-university",
        ),
        (
            "“My agency is too small,” said Olga Marsh, the director of the Coastal Safety Agency.",
            "My agency",
            "coastal-safety-agency",
        ),
        (
            "Ruth Weiss, the fisheries minister, left. Her ministry slept. It was the Ministry of Fisheries.",
            "Her ministry",
            "ministry-of-fisheries",
        ),
        (
            "Plamen Petrov lost the vote. His party, Open Harbour, said it would count again.",
            "His party",
            "open-harbour",
        ),
        (
            "Tamro Logistics Inc. lost. Ruth Weiss, its chairwoman, said her company would go on.",
            "her company",
            "tamro-logistics-inc",
        ),
    ],
)
def test_what_somebody_is_tied_to_is_meant(nlp: Language, text: str, words: str, actor: str) -> None:
    mention = Stage(nlp, text).at(words)
    assert mention is not None
    assert mention.actor == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anita Korhonen arrived. She said her country was ready.", "her country"),
        ("Ruth Weiss left Tallow University. She told her bank at once.", "her bank"),
        ("Ruth Weiss, a geologist at Tallow University, found it. She told her bank at once.", "her bank"),
        (
            "Ruth Weiss, the fisheries minister, said her ministry would pay. It was the Ministry of Labour.",
            "her ministry",
        ),
    ],
)
def test_what_nothing_ties_to_somebody_is_left_open(nlp: Language, text: str, words: str) -> None:
    assert Stage(nlp, text).at(words) is None

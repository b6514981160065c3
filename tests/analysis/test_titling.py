"""Titles before names: ranks in letters, ranks of several words, and words that only look like them."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis.cast.spans.entities import name_spans
from tests.analysis.test_edges import spans


@pytest.mark.parametrize(
    ("words", "names", "found"),
    [
        (
            "MK Oded Ravitz said so",
            [("MK", "ORG"), ("Oded Ravitz", "PER")],
            [("Oded Ravitz", "PER")],
        ),
        ("DCP Ravi Sinha said so", [("DCP", "ORG"), ("Ravi Sinha", "PER")], [("Ravi Sinha", "PER")]),
        (
            "Pol Maj Gen Somchai Boonmee said so",
            [("Pol Maj Gen Somchai Boonmee", "PER")],
            [("Somchai Boonmee", "PER")],
        ),
        (
            "Pol Lt Col Arthit Saelim said so",
            [("Pol Lt", "ORG"), ("Arthit Saelim", "PER")],
            [("Arthit Saelim", "PER")],
        ),
        ("Wg Cdr Tom Price flew", [("Wg", "ORG"), ("Cdr Tom Price", "PER")], [("Tom Price", "PER")]),
        ("Insp Gen Okello said so", [("Insp Gen Okello", "ORG")], [("Okello", "PER")]),
        ("MK Stalin said so", [("MK Stalin", "PER")], [("MK Stalin", "PER")]),
        ("Pol Pot died", [("Pol Pot", "PER")], [("Pol Pot", "PER")]),
        ("SP and BJP said so", [("SP", "ORG"), ("BJP", "ORG")], [("SP", "ORG"), ("BJP", "ORG")]),
    ],
)
def test_ranks_stand_before_names(
    nlp: Language, words: str, names: list[tuple[str, str]], found: list[tuple[str, str]]
) -> None:
    assert spans(nlp, words, *names) == found


def test_a_mention_takes_in_the_whole_rank(nlp: Language) -> None:
    doc = Doc(nlp.vocab, ["Flt", "Lt", "Mark", "Dean", "flew"])
    doc.set_ents([doc.char_span(4, 16, label="PER")])
    assert [span.full_text(doc) for span in name_spans(doc, [])] == ["Flt Lt Mark Dean"]

"""Phrases in the tree of a sentence."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from reader.analysis.lexicon.phrases import head_of


@pytest.mark.parametrize(
    ("heads", "word"),
    [
        ([2, 2, 3, 3], "Minerals"),
        ([3, 2, 3, 3], "Minerals"),  # "First" taken for an adverb of the verb
        ([3, 3, 1, 3], "Quantum"),
    ],
)
def test_a_name_hangs_by_a_noun_of_it(heads: list[int], word: str) -> None:
    words, pos = ["First", "Quantum", "Minerals", "said"], ["ADV", "PROPN", "PROPN", "VERB"]
    doc = Doc(Vocab(), words=words, pos=pos, heads=heads, deps=["dep"] * 4)
    assert head_of(doc, 0, 3).text == word


def test_what_has_no_noun_hangs_by_its_first_word_outside() -> None:
    doc = Doc(Vocab(), words=["First", "said"], pos=["ADV", "VERB"], heads=[1, 1], deps=["dep"] * 2)
    assert head_of(doc, 0, 1).text == "First"

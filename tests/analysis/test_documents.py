"""What documents do not give of themselves."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.documents import is_quoted, length

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She left. “Not yet,” he said.", {"Not", "yet"}),
        ('She left. "Not yet," he said.', {"Not", "yet"}),
        ("“Not yet,\n\nhe thought.", {"Not", "yet"}),
    ],
    ids=["curly", "straight", "never closed"],
)
def test_a_word_is_quoted_between_the_marks_of_its_paragraph(text, quoted):
    doc = NLP(text)
    assert {token.text for token in doc if token.is_alpha and is_quoted(doc, token.i)} == quoted


@given(st.text(max_size=60))
def test_the_length_is_that_of_the_text(text):
    assert length(NLP(text)) == len(text)

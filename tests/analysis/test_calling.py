"""Whom "Mum" and "Dad" mean within quotation marks."""

import pytest
from spacy.language import Language

from reader.analysis.cast.actors import Cast

_FAMILY = "Karin Lund keeps the mill. Her father, Oskar, built it.\n\n"


@pytest.mark.parametrize(
    ("text", "actor", "word"),
    [
        (_FAMILY + "“Dad never slept,” Ms. Lund said.", "oskar", "Dad"),
        (_FAMILY + "“I said, ‘Daddy, sit down,’” Ms. Lund said.", "oskar", "Daddy"),
        (_FAMILY + "“He phoned and he said, ‘Mum, wait,’” Ms. Lund said.", "karin-lund", "Mum"),
        ("Nils Berg rows. His grandmother, Ada Holm, swam.\n\n“Gran won,” Nils said.", "ada-holm", "Gran"),
    ],
)
def test_a_parent_is_called_so_by_a_child(nlp: Language, text: str, actor: str, word: str) -> None:
    assert word in [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == actor]


@pytest.mark.parametrize(
    "text",
    [
        _FAMILY + "“Mum never slept,” Ms. Lund said.",
        _FAMILY + "“He called ‘Mum’ a word,” Mr. Vik said.",
        "Nils Berg said, “Dad is in Rome.”",
    ],
)
def test_a_parent_of_whom_nothing_is_known_is_left_open(nlp: Language, text: str) -> None:
    assert not {"Mum", "Dad"} & {text[m.start : m.end] for m in Cast().read(nlp(text)).mentions}

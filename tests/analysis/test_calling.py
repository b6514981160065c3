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
        ("Asha Rao sews. Her mother, Sita, waits.\n\n“Amma knew,” Ms. Rao said.", "sita", "Amma"),
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


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("“I don’t recall, Senator,” Ruth Weiss said.", "ida-korhonen"),
        ("“Thank you, Madam Chair,” Ruth Weiss said.", "olga-marsh"),
    ],
)
def test_whom_an_office_addresses_bears_it(nlp: Language, words: str, actor: str) -> None:
    text = f"Senator Ida Korhonen had asked. Olga Marsh, the chair, had waited.\n\n{words}"
    called = [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == actor]
    assert called[-1] in ("Senator", "Madam Chair")


def test_an_office_that_is_spoken_of_addresses_nobody(nlp: Language) -> None:
    text = "Senator Ida Korhonen had asked.\n\n“I called the senator,” Ruth Weiss said. “A senator, in here.”"
    mentions = [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == "ida-korhonen"]
    assert "senator" not in mentions


def test_nobody_addresses_herself(nlp: Language) -> None:
    text = "Senator Ida Korhonen had asked.\n\n“It is late, Senator,” Ms. Korhonen said."
    assert "Senator" not in [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions]

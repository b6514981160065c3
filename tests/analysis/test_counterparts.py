"""Who is told by what he is to somebody else on stage: "his rival", "its neighbour"."""

import pytest
from spacy.language import Language

from tests.analysis.casting import Stage


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Ola Vik beat Nina Falk by two votes. Ms. Falk said her rival had cheated.", "her rival", "ola-vik"),
        ("Mali shut its border with Niger. Mali said its neighbour was at fault.", "its neighbour", "niger"),
        (
            "Ola Vik, the health minister, met a lawyer, Jon Berg. Nina Falk, the trade minister, left. "
            "Ms. Falk said that she had not spoken to her colleague.",
            "her colleague",
            "ola-vik",
        ),
    ],
)
def test_the_other_of_two_is_meant(nlp: Language, text: str, words: str, actor: str) -> None:
    mention = Stage(nlp, text).at(words)
    assert mention is not None
    assert mention.actor == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ola Vik was hurt. Mr. Vik said his rival had pushed him.", "his rival"),
        ("Ola Vik, Nina Falk and Jon Berg ran. Mr. Berg said his rivals had cheated.", "his rivals"),
        ("Ola Vik met Jon Berg. Nina Falk said her Danish rival had cheated.", "her Danish rival"),
    ],
)
def test_nobody_is_meant_where_nobody_is_ahead(nlp: Language, text: str, words: str) -> None:
    stage = Stage(nlp, text)
    mention = stage.at(words)
    assert mention is None or not stage.actors[mention.actor].named


def test_who_is_named_beside_is_not_another(nlp: Language) -> None:
    stage = Stage(nlp, "Ola Vik met Jon Berg. Mr. Berg accused his rival, Nina Falk, of fraud.")
    mention = stage.at("his rival")
    assert mention is None or mention.actor == "nina-falk"

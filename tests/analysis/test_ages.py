"""People told by their age: "the 47-year-old", "the teenager"."""

import pytest
from spacy.language import Language

from reader.analysis.cast.actors import Cast


@pytest.mark.parametrize(
    ("text", "actor", "words"),
    [
        ("Nils Berg, 47, and Ola Vik, 51, left. The 51-year-old drove.", "ola-vik", "The 51-year-old"),
        ("The 29-year-old teacher left. Ada Rahmani, 29, came.", "ada-rahmani", "The 29-year-old teacher"),
        ("Nils Berg (17) won, ahead of Ola Vik (34). Nobody knew the teenager.", "nils-berg", "the teenager"),
        ("A 44-year-old dock worker left. Ada Roe, 44, came.", "ada-roe", "A 44-year-old dock worker"),
        ("Nils Berg, who is 9, won, ahead of Ola Vik, 34. All cheered the boy.", "nils-berg", "the boy"),
        ("Nils Berg, six, and Ola Vik, 51, left. The six-year-old ran.", "nils-berg", "The six-year-old"),
        ("Hamza Diouf signed on Monday. The 31-year-old was glad.", "hamza-diouf", "The 31-year-old"),
    ],
)  # fmt: skip
def test_somebody_is_told_by_the_age(nlp: Language, text: str, actor: str, words: str) -> None:
    assert words in [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == actor]


@pytest.mark.parametrize(
    "text",
    [
        "Nils Berg, 47, and Ola Vik, 47, left. The 47-year-old drove.",
        "Nils Berg, 47, crossed it. The 60-year-old bridge fell.",
        "Karin Lund was hurt. The 31-year-old man fled.",
    ],
)
def test_an_age_of_two_or_of_a_thing_or_of_a_man_is_not_hers(nlp: Language, text: str) -> None:
    mentions = Cast().read(nlp(text)).mentions
    assert not [m for m in mentions if "year-old" in text[m.start : m.end] and not m.actor.startswith("the-")]


def test_a_boy_is_none_of_two_boys(nlp: Language) -> None:
    mentions = Cast().read(nlp("Nils Berg, 9, raced John Vik, 11. All cheered the boy.")).mentions
    assert {m.actor for m in mentions} == {"nils-berg", "john-vik"}
    assert len(mentions) == 2

"""Names in capitals: how they are shown, and what letters with hyphens name."""

import pytest
from spacy.language import Language

from reader.analysis.findings import ActorKind
from tests.analysis.casting import Stage


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DURHAM, N.C. (AP) — The storm took the roof of a school on Monday.", "Durham"),
        ("RIO GRANDE DO SUL, May 4 (Reuters) - The river rose again on Monday.", "Rio Grande do Sul"),
        ("PORT-AU-PRINCE, Haiti (AP) — The airport stayed shut on Monday.", "Port-au-Prince"),
        ("OSLO: The court found for the fishermen on Monday.", "Oslo"),
    ],
)
def test_a_place_in_a_dateline_is_shown_in_small_letters(nlp: Language, text: str, name: str) -> None:
    assert name in {actor.name for actor in Stage(nlp, text).actors.values()}


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody who forgives that has been born in *ZANU-PF*,” she added.",
        "He spent his youth in *ZANU-PF* and his old age in court.",
        "The vote split *MDC-T* for good, Mr. Moyo said.",
    ],
)
def test_letters_with_a_hyphen_are_a_body_and_stay_capitals(nlp: Language, text: str) -> None:
    stage = Stage(nlp, text.replace("*", ""))
    found = stage.at(text.split("*")[1])
    assert found is not None
    actor = stage.actors[found.actor]
    assert (actor.kind, actor.name) == (ActorKind.ORGANISATION, text.split("*")[1])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chris Wallace asked the men twice.\n\nMARKS: And you, sir?\n\nWALLACE: No.", "Chris Wallace"),
        ("The caption said that MARTA O'NEIL had won.", "Marta O'Neil"),
        ("HARLAN: And you?\n\nBrit Harlan asked the men twice.", "Brit Harlan"),
    ],
)
def test_a_person_is_shown_in_small_letters(nlp: Language, text: str, name: str) -> None:
    assert name in {actor.name for actor in Stage(nlp, text).actors.values()}


@pytest.mark.parametrize(
    "text",
    [
        "“*Cherries* do not wait,” said Ann Roe, who has grown cherries in Kent since 1980.",
        "*Parliament* rose. A parliament that rises, Ann Roe said, is no parliament.",
    ],
)
def test_a_word_that_stands_in_small_letters_too_is_no_name(nlp: Language, text: str) -> None:
    stage = Stage(nlp, text.replace("*", ""))
    assert stage.at(text.split("*")[1]) is None


def test_a_firm_with_the_name_of_a_word_stays_one(nlp: Language) -> None:
    stage = Stage(nlp, "Apple said on Monday that it would pay shops more. An apple costs as much, she said.")
    assert stage.of("apple")[0] == "Apple"

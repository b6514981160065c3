"""Peoples: no bodies and no places, and not the country that has their name."""

import pytest
from spacy.language import Language

from reader.analysis.findings import ActorKind
from tests.analysis.casting import Stage


@pytest.mark.parametrize(
    "text",
    [
        "“Now he can walk around it,” he said of the river god of the *Tonga*.",
        "The *Tonga* were moved out of the valley when the dam was built.",
        "The elders of the *Igbo* and of the Yoruba met on Monday.",
        "Cattle were taken from the *Pokot* in March.",
        "She was the first *Chewa* to sit on the bench.",
    ],
)
def test_a_people_is_a_group(nlp: Language, text: str) -> None:
    stage = Stage(nlp, text.replace("*", ""))
    found = stage.at(text.split("*")[1])
    assert found is not None
    assert stage.actors[found.actor].kind is ActorKind.GROUP


@pytest.mark.parametrize(
    "text",
    [
        "The *Tonga* captain was sent off.",
        "Samoa beat *Tonga* on Saturday.",
        "The *Tonga* of today has ferries.",
    ],
)
def test_a_country_with_the_name_of_a_people_stays_one(nlp: Language, text: str) -> None:
    stage = Stage(nlp, text.replace("*", ""))
    found = stage.at(text.split("*")[1])
    assert found is not None
    assert stage.actors[found.actor].country == "TO"


def test_a_land_with_the_name_of_a_people_stays_a_place(nlp: Language) -> None:
    stage = Stage(nlp, "Two wells were dug in Turkana last year, said Ann Roe, who lives in Turkana.")
    assert {stage.actors[each].kind for each in stage.actors if "turkana" in each} == {ActorKind.PLACE}

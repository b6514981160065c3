"""What has a name and is no actor, and whose kind its place tells: ships, diseases, clubs, agencies."""

import pytest
from spacy.language import Language

from reader.analysis.findings import ActorKind
from tests.analysis.casting import Stage

BODY = ActorKind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HMS Ridley and USS Calloway sailed on Monday with 200 sailors.", "Ridley"),
        ("The crew of the Ormska had left it by noon, the admiral said.", "Ormska"),
        ("The Ormska, the flagship of the fleet, burned for two days.", "Ormska"),
        ("The frigate Benholm left the port. Navy officials said that the Benholm would return.", "Benholm"),
        ("Ray Dolan had Parkinson's disease for years. Parkinson's was hard on him.", "Parkinson"),
        ("It was in his State of the Union address that he first spoke of it.", "State of the Union"),
    ],
)
def test_a_ship_a_disease_and_a_speech_are_no_actors(nlp: Language, text: str, name: str) -> None:
    assert not [actor for actor in Stage(nlp, text).actors.values() if name in actor.name]


def test_a_ship_is_no_actor_long_after_it_was_called_one(nlp: Language) -> None:
    stage = Stage(nlp, "For years the trawler Hrafnvik lay on the sea bed off the cape.")
    stage.cast.read(nlp("“If the Hrafnvik tells us more, then I will say so,” the judge said."), 500)
    assert not stage.actors


def test_whoever_is_called_like_a_disease_is_somebody(nlp: Language) -> None:
    stage = Stage(nlp, "Ann Parkinson spoke first. Parkinson's brother listened.")
    assert "Parkinson" in stage.of("ann-parkinson")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "An Taisce objected to the plan, and Tusla had been told of it.",
            "An Taisce",
            ActorKind.ORGANISATION,
        ),
        ("The judge said that Oranga Tamariki had erred.", "Oranga Tamariki", BODY),
        (
            "It was a poor game, in which Banfield beat Yupanqui 2-0 at home.",
            "Yupanqui",
            ActorKind.ORGANISATION,
        ),
        ("GREEN BAY, Wis. — The club signed a new coach on Sunday.", "GREEN BAY", ActorKind.PLACE),
        (
            "He led the Carabineros, Chile's national police, for two years.",
            "Carabineros",
            ActorKind.ORGANISATION,
        ),
    ],
)
def test_its_place_tells_its_kind(nlp: Language, text: str, name: str, kind: ActorKind) -> None:
    stage = Stage(nlp, text)
    found = stage.at(name)
    assert found is not None
    assert stage.actors[found.actor].kind is kind


def test_one_and_several_of_a_party_are_one_party(nlp: Language) -> None:
    stage = Stage(nlp, "A New Democrat amendment failed. The New Democrats left the chamber in protest.")
    assert len({actor.id for actor in stage.actors.values() if "New Democrat" in actor.name}) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He toured the Buckeye State for two days. Ohio votes in March.", "Ohio"),
        ("In the last century poor Alabamians got on. Alabama votes in March.", "Alabama"),
        ("It is the alliance Europe's ruling parties had built.", "Europe"),
    ],
)
def test_a_state_by_another_name_and_a_continent_are_places(nlp: Language, text: str, name: str) -> None:
    places = [actor for actor in Stage(nlp, text).actors.values() if actor.kind is not BODY]
    assert [actor.name for actor in places] == [name]


def test_an_article_before_a_word_in_marks_makes_no_people(nlp: Language) -> None:
    stage = Stage(nlp, "The Calloway “hug” was seen by millions. Calloway laughed at it when he was asked.")
    assert not [actor for actor in stage.actors.values() if actor.kind is ActorKind.GROUP]

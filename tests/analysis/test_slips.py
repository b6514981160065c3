"""A name that nobody bears, a letter off, is somebody's all the same; but kin and others stay apart."""

import pytest
from spacy.language import Language

from reader.analysis.findings import SURE
from reader.analysis.lexicon.personal_names import person_name
from reader.analysis.lexicon.slips import slip
from tests.analysis.casting import Stage


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ("Harold Weinstock", "Weinstok"),
        ("Helga Brandauer", "Helga Branduaer"),
        ("Helga Brandauer", "Helga Brandaur"),
        ("Katja Hering-Eckhardt", "Hering-Eckhard"),
        ("Mahmoud Darzi", "Mahmud Darzi"),
        ("Philip Vorberg", "Phillipp Vorberg"),
        ("Jan Steyn", "Styen"),
        ("Terence Alderley", "Terrence"),
    ],
)
def test_a_name_a_letter_off_may_be_a_slip(known: str, name: str) -> None:
    assert slip(person_name(name), person_name(known)) is not None


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ("Bruno Fernandes", "Fernandez"),
        ("Daniel Horvat", "Daniela Horvat"),
        ("Jovan Petrov", "Jovana Petrov"),
        ("Tom Keller", "Tim Keller"),
        ("Karin Weber", "Weaver"),
        ("Zhang Xiaoming", "Zhang Xiaomin"),
        ("Ravi Patel", "Patil"),
        ("Erik Hansen", "Jansen"),
        ("Erik Hansen", "Hanson"),
        ("Erik Hansen", "Erik Jensen"),
        ("Anna Roberts", "Robert"),
        ("Weinstock", "Weinstok"),
    ],
)
def test_names_that_are_alike_may_be_two(known: str, name: str) -> None:
    assert slip(person_name(name), person_name(known)) is None


def test_a_slip_is_the_person_meant_but_a_guess(nlp: Language) -> None:
    text = (
        "Harold Weinstock, a doctor from Ohio, came to the court on Monday. He said that he had signed the "
        "letter. Weinstok added that nobody had asked him to do so.\n\nWeinstock left. Weinstok’s wife wept."
    )
    stage = Stage(nlp, text)
    assert stage.of("harold-weinstock").count("Weinstok") == 2
    slipped = stage.at("Weinstok", 2)
    assert slipped is not None
    assert slipped.confidence < SURE


def test_what_was_a_slip_once_is_one_again(nlp: Language) -> None:
    stage = Stage(nlp, "Giorgio Valsari painted the duke. Giorgio Vallsari was a monk. Vallsari died young.")
    assert stage.of("giorgio-valsari")[:3] == ["Giorgio Valsari", "Giorgio Vallsari", "Vallsari"]


def test_who_is_introduced_is_no_slip(nlp: Language) -> None:
    text = (
        "Anders Petersen won the vote in Aarhus on Sunday. He beat Anders Pettersen, a teacher, by six votes."
        "\n\nPettersen wept. Ole Brandtsen watched. Kirsten Brandsen came, too, and Brandsen sang."
    )
    stage = Stage(nlp, text)
    assert stage.of("anders-petersen")[0] == "Anders Petersen"
    assert "Anders Pettersen" in stage.of("anders-pettersen")
    assert stage.of("kirsten-brandsen") == ["Kirsten Brandsen", "Brandsen"]

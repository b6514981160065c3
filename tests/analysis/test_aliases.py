"""Other names of people and bodies that the text itself tells: stage names, maiden names, short forms."""

import pytest
from spacy.language import Language

from reader.analysis.lexicon.organisation_names import is_abbreviation
from tests.analysis.casting import Stage


@pytest.mark.parametrize(
    "told",
    [
        "Vilmar Castanho, the former Palmeiras striker better known as Vilmarinho, wept.",
        "Vilmar Castanho, widely called Vilmarinho, wept.",
        "Vilmar Castanho, who goes by Vilmarinho, wept.",
        "Vilmar Castanho, nicknamed Vilmarinho, wept.",
        "Vilmar Castanho, whose stage name is Vilmarinho, wept.",
        "Vilmar Castanho, a.k.a. “Vilmarinho,” wept.",
    ],
)
def test_who_is_known_by_another_name_is_one(nlp: Language, told: str) -> None:
    stage = Stage(nlp, f"Fans cheered Vilmarinho on Sunday. {told} “I go,” Vilmarinho said.")
    assert stage.of("vilmar-castanho").count("Vilmarinho") == 3


def test_a_birth_name_is_of_who_bears_a_stage_name(nlp: Language) -> None:
    stage = Stage(nlp, "Fans cheered Vilmarinho. Vilmarinho, born Vilmar Castanho, wept. Castanho will go.")
    assert stage.of("vilmarinho") == ["Vilmarinho", "Vilmarinho", "Vilmar Castanho", "Castanho"]


@pytest.mark.parametrize(
    "told", ["Petra Lindgaard, also called Ostrowski a liar.", "Petra Lindgaard, a rival of Ostrowski, sang."]
)
def test_whom_somebody_calls_something_is_another(nlp: Language, told: str) -> None:
    assert "Ostrowski" in Stage(nlp, f"{told} Marek Ostrowski did not reply.").of("marek-ostrowski")


def test_a_maiden_name_is_hers_and_others(nlp: Language) -> None:
    stage = Stage(nlp, "Ivo Halasz came. Vera Kolarova, née Halasz, sang. Mr. Halasz is tired.")
    assert stage.of("vera-kolarova") == ["Vera Kolarova", "Halasz"]
    assert stage.of("ivo-halasz") == ["Ivo Halasz", "Mr. Halasz"]


def test_what_somebody_names_is_not_himself(nlp: Language) -> None:
    stage = Stage(nlp, "“The Ballad of Tamsin Vale,” by Owen Harker, was read aloud. Mr. Harker bowed.")
    assert stage.of("owen-harker") == ["Owen Harker", "Mr. Harker"]


@pytest.mark.parametrize(
    ("told", "full", "short"),
    [
        (
            "The Agencia Estatal de Meteorología, or Aemet, forecast waves. Aemet warned of wind.",
            "agencia-estatal-de-meteorologia",
            "Aemet",
        ),
        (
            "The Democratic Forces for the Liberation of Rwanda, as the FDLR is formally called, denied it. "
            "The FDLR has left.",
            "democratic-forces-for-the-liberation-of-rwanda",
            "FDLR",
        ),
    ],
)
def test_a_body_is_its_short_form(nlp: Language, told: str, full: str, short: str) -> None:
    assert Stage(nlp, told).of(full).count(short) == 2


def test_an_abbreviation_is_made_of_the_beginnings_of_words() -> None:
    assert is_abbreviation("Aemet", "Agencia Estatal de Meteorología")
    assert is_abbreviation("Pemex", "Petróleos Mexicanos")
    assert not is_abbreviation("Agencia", "Agencia Estatal de Meteorología")
    assert not is_abbreviation("Enel", "Agencia Estatal de Meteorología")

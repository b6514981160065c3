"""Descriptions of cities: "the capital", "the city"."""

import pytest
from spacy.language import Language

from tests.analysis.casting import Stage


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Police in Lusaka closed three roads. Buses no longer run to the capital.",
            "the capital",
            "lusaka",
        ),
        (
            "Envoys flew from Oslo to Cairo. In the Egyptian capital they met nobody.",
            "the Egyptian capital",
            "cairo",
        ),
        ("Police in Lusaka closed three roads. Zambia's capital is calm.", "Zambia's capital", "lusaka"),
        ("The flood reached Gdansk at dawn. Half the city was dark by noon.", "the city", "gdansk"),
    ],
)
def test_a_city_is_told_again_by_its_noun(nlp: Language, text: str, words: str, actor: str) -> None:
    mention = Stage(nlp, text).at(words)
    assert mention is not None
    assert mention.actor == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bank in Lusaka lent the firm money. It returned the capital in May.", "the capital"),
        ("Trains ran from Gdansk to Poznan. Half the city was dark by noon.", "the city"),
        ("Rain fell over Europe. Half the city was dark by noon.", "the city"),
        ("Rain fell in Ohio. Half the city was dark by noon.", "the city"),
        ("Rain fell in Gdansk. The city of lakes was spared.", "The city"),
    ],
)
def test_a_noun_for_a_city_is_left_open_where_none_or_several_may_be_meant(
    nlp: Language, text: str, words: str
) -> None:
    assert Stage(nlp, text).at(words) is None


def test_who_reaches_the_capital_brings_no_money(nlp: Language) -> None:
    stage = Stage(nlp, "Rain fell in Dhaka on Friday. The men reached the capital by bus.")
    assert stage.of("dhaka")[-1] == "the capital"

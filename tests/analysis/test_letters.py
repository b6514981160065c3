"""Letters, halves of names and firms that end in "'s": what must not be taken for one."""

import pytest
from spacy.language import Language

from reader.analysis.findings import ActorKind
from tests.analysis.casting import Stage


def test_the_agency_that_signs_is_no_park(nlp: Language) -> None:
    stage = Stage(nlp, "LIMA (AP) — The crowd at Arena Parque was loud. A guard of Arena Parque wept.")
    assert len({stage.at(name).actor for name in ("AP", "Arena Parque") if stage.at(name)}) == 2


def test_half_a_given_name_is_another(nlp: Language) -> None:
    stage = Stage(nlp, "Jeong Jin-soo, a lawyer, read it. On stage were Suga, Jin and Jimin. Jin sang.")
    assert stage.of("jeong-jin-soo").count("Jin") == 0


def test_letters_of_its_own_make_a_body_another(nlp: Language) -> None:
    text = (
        "Members of the Patriotic Farmers Front (PFF) had voted with the ruling Farmers Front (FF) in May. "
        "The Farmers Front said no."
    )
    stage = Stage(nlp, text)
    whole, part = stage.at("Patriotic Farmers Front"), stage.at("Farmers Front", 2)
    assert whole
    assert part
    assert whole.actor != part.actor
    assert stage.of(part.actor)[-1] == "Farmers Front"


def test_three_letters_are_a_bodys(nlp: Language) -> None:
    text = "Court orders CRB to return a car.\n\nThe Coastal Revenue Bureau took it. CRB declined to comment."
    stage = Stage(nlp, text)
    assert {actor.kind for actor in stage.actors.values()} == {ActorKind.ORGANISATION}
    assert len(stage.actors) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It fetched nine million at Sotheby's in Paris.", "Sotheby's"),
        ("She compared the case to TVQX's. TVQX sang.", "TVQX"),
        ("Sayyid Badr Albasi, the minister, flew home.", "Sayyid Badr Albasi"),
    ],
)
def test_a_name_ends_where_it_ends(nlp: Language, text: str, name: str) -> None:
    assert Stage(nlp, text).at(name) is not None

"""What a body's other names tell of a name, and who is no body though a body is called after him."""

import pytest
from spacy.language import Language

from reader.analysis.cast.names.bodies import Bodies
from reader.analysis.cast.spans.spans import ORGANISATION, PERSON, NameSpan
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.organisation_names import blend_parts, is_blend
from tests.analysis.casting import Stage
from tests.analysis.test_edges import spans


@pytest.mark.parametrize(
    ("blend", "name", "made"),
    [
        ("KyoAni", "kyoto animation", True),
        ("NavPac", "naviera del pacifico sur", True),
        ("FiDo", "finance of docks board", False),
        ("DeuTel", "deutsche telekom", True),
        ("YouTube", "you tube", False),
        ("KyoAni", "kyoto city animation", False),
        ("Kyoani", "kyoto animation", False),
        ("McAllen", "mcdonald allenby", True),
    ],
)
def test_a_blend_is_made_of_the_beginnings_of_words(blend: str, name: str, made: bool) -> None:
    parts = blend_parts(blend)
    assert (bool(parts) and is_blend(parts, tuple(name.split()))) is made


def test_a_blend_is_the_body_that_it_is_made_of(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Fans call the studio “KyoFil.” Kyobashi Films said it would rebuild. The head of KyoFil wept.",
    )
    assert stage.of("kyobashi-films").count("KyoFil") == 2


def test_a_name_whose_letters_are_a_bodys_is_a_body(nlp: Language) -> None:
    doc = nlp("Tanla Pep Libre met LBJ and TPL.")
    bodies, name = Bodies(), NameSpan(0, 3, PERSON, 0)
    assert not bodies.has(doc, name)
    for at in (4, 6):
        bodies.learn(doc, NameSpan(at, at + 1, ORGANISATION, at))
    assert bodies.has(doc, name)


def test_who_founded_a_firm_is_not_the_firm_called_after_him(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "The founder of Thabi Ndlela Holdings, Thabi Ndlela, says there is a plot against him. Neighbours "
        "accused Ndlela of building a hotel. “I am no thief,” Ndlela said.",
    )
    assert {actor.name: actor.kind for actor in stage.actors.values()} == {
        "Thabi Ndlela Holdings": ActorKind.ORGANISATION,
        "Thabi Ndlela": ActorKind.PERSON,
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Minister of Improvement of Public Services said he knew nothing.",
        "The Minister for Arts and Cultural Heritage left on Monday.",
        "The Secretary of Homeland Safety left on Monday.",
    ],
)
def test_what_a_minister_is_for_is_no_body(nlp: Language, text: str) -> None:
    assert all(a.kind is not ActorKind.ORGANISATION for a in Stage(nlp, text).actors.values())


@pytest.mark.parametrize(
    ("words", "name", "label", "found"),
    [
        ("elders of the Vokkar tribe met", "Vokkar", "ORG", "NORP"),
        ("the Kuruva and Lingaya communities met", "Kuruva", "ORG", "NORP"),
        ("the Reddit community met", "Reddit", "ORG", "ORG"),
        ("a blow for the Scot in May", "Scot", "ORG", "NORP"),
    ],
)
def test_a_people_is_none_of_the_bodies(nlp: Language, words: str, name: str, label: str, found: str) -> None:
    assert spans(nlp, words, (name, label)) == [(name, found)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "SIYABONGA MOKOENA\n\nThe town has no water, its people say.",
            "SIYABONGA MOKOENA",
            ActorKind.PERSON,
        ),
        ("Rustenburg – Former mayor Thabo Nkosi was freed on Friday.", "Rustenburg", ActorKind.PLACE),
    ],
)
def test_what_stands_above_or_before_a_report(nlp: Language, text: str, name: str, kind: ActorKind) -> None:
    stage = Stage(nlp, text)
    found = stage.at(name)
    assert found is not None
    assert stage.actors[found.actor].kind is kind

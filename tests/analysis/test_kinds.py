"""What sort of thing a name names, by the nouns that stand beside it."""

import pytest
from spacy.language import Language

from reader.analysis.findings import ActorKind
from tests.analysis.casting import Stage


def kind(nlp: Language, text: str) -> ActorKind:
    """What the name between the stars names."""
    stage = Stage(nlp, text.replace("*", ""))
    found = stage.at(text.split("*")[1])
    assert found is not None
    return stage.actors[found.actor].kind


@pytest.mark.parametrize(
    "text",
    [
        "The court sits in the southern province of *Hengdong*, where a theatre burnt on Monday.",
        "The mayor of *Vastrop*, Ann Roe, said that the bridge was safe.",
        "*Lismore* residents were told to leave. Water rose in Lismore all night.",
        "Rain fell on the *Ordesa* region for a week.",
        "A jury found him guilty of killing a *Co Kerry* farmer.",
        "The promoter of a rival event in *Ostrava Vale*, who asked not to be named, said no.",
        "A trucker took hay to *Palmas Springs*, who called at noon.",
        "The council of Yemen's south holds *Aden*, and nobody in Sanaa minds.",
        "TOMASA MESA — The man said no. Her mother, Rosa Mesa, wept. *TOMASA MESA* was quiet.",
    ],
)
def test_what_has_residents_is_a_place(nlp: Language, text: str) -> None:
    assert kind(nlp, text) is ActorKind.PLACE


@pytest.mark.parametrize(
    "text",
    [
        "*Haribo* boss Hans Riegel died on Tuesday. Haribo employs 2,000 people.",
        "*Carrowin* shares fell 4 percent in Dublin.",
        "He also worked for the Swiss private bank *Julius Hartmann* and for a hospital in Bern.",
        "The app was bought from the German media conglomerate *Axel Brinkmann* for 220 million euros.",
        "*Hanke*, its German rival, which closed a plant in Poland last year, gained 3 percent.",
        "*Santa Ramona*, the Chilean band whose second album topped the lists, has left the tour.",
        "Talks failed. *Orvaldo*, the brewer that owns the pubs, said no.",
    ],
)
def test_what_has_shares_or_a_boss_is_a_firm(nlp: Language, text: str) -> None:
    assert kind(nlp, text) is ActorKind.ORGANISATION


@pytest.mark.parametrize(
    "text",
    [
        "*Denise Roe*, a retired mail carrier who raised two, wept.",
        "Her husband, *Joseph*, a drill operator, is one of the nine.",
        "After the death of *Sandra Osei*, the company said that it would pay.",
    ],
)
def test_what_a_person_works_at_makes_no_body(nlp: Language, text: str) -> None:
    assert kind(nlp, text) is ActorKind.PERSON


@pytest.mark.parametrize(
    "text",
    [
        "*Michael Mulder*, president of the teachers' union, which has 200,000 members, said no.",
        "The deputy chairman of the party *Florian Petit* defended the speech.",
        "The bank *Ann Lee* ran until May was closed.",
    ],
)
def test_who_heads_a_body_is_a_person(nlp: Language, text: str) -> None:
    assert kind(nlp, text) is ActorKind.PERSON


def test_a_team_is_called_like_the_town_of_the_dateline(nlp: Language) -> None:
    text = (
        "HARMOUTH, Va. — Lee added 22 points for Harmouth. Nobody sat behind the Harmouth bench.\n\n"
        "*Harmouth* shot 38 percent but outrebounded the Foxes. The Harmouth locker room was calm."
    )
    assert kind(nlp, text) is ActorKind.ORGANISATION


def test_a_firm_that_is_taken_once_for_a_place_stays_one(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Norrvik Trucks will close its plant in Ghent. Norrvik’s shares rose 4 percent in Stockholm. "
        "She estimated that Norrvik had lost 11,000 euros on every truck that it sold.",
    )
    assert stage.of("norrvik-trucks")[-2:] == ["Norrvik", "it"]


@pytest.mark.parametrize(
    "known",
    ["which is known by its French initials, OCU,", "known for short as the OCU,", "known as OCU,"],
)
def test_letters_are_of_the_body_that_is_known_by_them(nlp: Language, known: str) -> None:
    stage = Stage(
        nlp,
        "Delegates of the World Rowing Union voted on Friday to remove its president, Jan Halden. The vote "
        f"ended a struggle over the leadership of the union, {known} and of its purse. The OCU said so.",
    )
    assert stage.of("world-rowing-union").count("OCU") == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lawmakers backed it, as did Alianza para el Progreso.", "Alianza para el Progreso"),
        ("Sainsbury’s and Asda warned of the same.", "Sainsbury’s"),
        (
            "The Sudanese Armed Forces, led by Gen Abdel Fattah al-Burhan, have lost Darfur.",
            "Sudanese Armed Forces",
        ),
        ("Haas went out, as did Sauber’s Zhou Guanyu.", "Sauber"),
        ("Aston Martin said Fernando Alonso would start last.", "Aston Martin"),
    ],
)
def test_bodies_with_their_whole_names(nlp: Language, text: str, name: str) -> None:
    stage = Stage(nlp, text)
    found = stage.at(name)
    assert found is not None
    assert stage.actors[found.actor].kind is ActorKind.ORGANISATION
    assert stage.actors[found.actor].name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The inquiry was opened by Director-General David Kemei on Monday.", "David Kemei"),
        ("SK Group Chairman Chey Tae-won met the president in Seoul.", "Chey Tae-won"),
        ("Chey Jin-led talks failed. Mr. Chey Jin said so.", "Chey Jin"),
    ],
)
def test_people_with_their_whole_names(nlp: Language, text: str, name: str) -> None:
    assert name in {actor.name for actor in Stage(nlp, text).actors.values()}


def test_a_government_is_called_by_who_leads_it(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Woman charged after stabbing; Minns calls summit\n\nPremier Chris Minns said that he would act. "
        "Ann Roe, of the opposition, said the Minns government had been slow.",
    )
    assert stage.of("chris-minns").count("Minns") == 2


def test_a_dynasty_is_called_by_its_family(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "The general ended the Bango dynasty. His rival was a minister under Ali Bango. Men of the Bango era "
        "have left.",
    )
    assert stage.of("ali-bango").count("Bango") == 2


def test_what_somebody_used_is_not_called_by_his_name(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Bill Moreton won in May. It was Bill Moreton's night, and few wished to follow Bill Moreton. The "
        "League (LFV), the centrist organization Bill Moreton used to help change the party, was closed. "
        "Critics said that it might never win again. Bill Moreton proved them wrong.",
    )
    assert {key for key in stage.actors if "moreton" in key} == {"bill-moreton"}
    assert stage.actors["bill-moreton"].kind is ActorKind.PERSON


def test_the_letters_of_an_agency_are_not_who_was_named_last(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "The European Harbour Safety Agency sent two. One of them, Ingrid Haugland of Norway, said no. "
        "The agency, known as EHSA, expects to report soon.",
    )
    assert stage.of("ingrid-haugland") == ["Ingrid Haugland"]
    assert "EHSA" in stage.of("european-harbour-safety-agency")


def test_where_somebody_is_from_is_a_place(nlp: Language) -> None:
    stage = Stage(
        nlp, "Katerina Fotiou, a teacher from Rethymno, was on the deck. An aide from Merkel's party left."
    )
    kinds = {actor.name: actor.kind for actor in stage.actors.values()}
    assert kinds["Rethymno"] is ActorKind.PLACE
    assert kinds.get("Merkel", ActorKind.PERSON) is ActorKind.PERSON


def test_the_letters_of_an_agency_that_nobody_named_are_a_bodys(nlp: Language) -> None:
    text = (
        "Its chairman, Ari Bjarnason, said that the safety agency had been there twice since 2019. "
        "The agency, known as VER, declined to comment."
    )
    stage = Stage(nlp, text)
    assert stage.actors["ver"].kind is ActorKind.ORGANISATION
    assert "VER" not in stage.of("ari-bjarnason")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He told The *Hindu* that he would stay.", ActorKind.ORGANISATION),
        ("His neighbor died at the *Leonardo Murillo*, waiting for a bed.", ActorKind.PLACE),
        ("The son left the meeting at 1 *Anne Marg* after an hour.", ActorKind.PLACE),
    ],
)
def test_what_stands_right_at_a_name_tells_its_kind(nlp: Language, text: str, expected: ActorKind) -> None:
    assert kind(nlp, text) is expected


def test_a_sentence_ends_behind_a_capital(nlp: Language) -> None:
    stage = Stage(nlp, "The Houthis want Muscat. Yemen's Houthi movement left, and rivals in other States.")
    assert {actor.name for actor in stage.actors.values()} == {"Houthis", "Muscat", "Yemen"}


def test_a_bodega_is_a_firm_and_no_mister(nlp: Language) -> None:
    assert kind(nlp, "Mercedes Arizmendi built *Bodega Arizmendi* from stones.") is ActorKind.ORGANISATION

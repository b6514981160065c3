"""Where names begin and end: what is cut or split is made whole, what is too long is given back."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis.cast.spans.repairs import repaired
from reader.analysis.cast.spans.spans import COUNTRY_OR_CITY, ORGANISATION, PERSON, NameSpan
from reader.analysis.cast.spans.tails import numbered
from reader.analysis.findings import ActorKind
from tests.analysis.test_actors import Stage


@pytest.mark.parametrize(
    "text",
    [
        "The *National Association of Nigeria Nurses and Midwives* said so.",
        "Members of the *House Education and Workforce Committee* met.",
        "The *Kenya Union of Clinical Officers* met ministers.",
        "They lent it to the *Central Bank of Egypt* last month.",
        "It went to the *Tallow Association of Communities Affected by Mining* on Monday.",
        "The *Organization for Security and Cooperation in Europe* (OSCE) sent observers.",
        "Officials of the *National Air Traffic Service*, (NATS) said so.",
        "*Alderbrook Supporters' Trust* said it would oppose the sale.",
        "The *Communist Party of India (Marxist)* won two seats.",
        "Officials of the *Korean Confederation of Trade Unions* called for calm.",
        "They praised the *Friends of the Earth* on Monday.",
        "Members of the *Regional Workers' Center* burned tires.",
        "The *Ministry of Housing, Communities and Local Government* said no.",
        "A spokesperson for the *Ministry of Housing, Communities and Local Government* said: “No.”",
        "The *Ministry of Defence*, *Nokia* and *Ericsson* met in Brno.",
        "*Lloyd's of London* paid the claim.",
        "She retires from the *U.S. District Court for the Eastern District of California*.",
        "The *U.S. Bankruptcy Court for the Southern District of New York* ruled on Monday.",
        "On Tuesday *McDonald's* said it would open fifty restaurants.",
        "The *African Union*'s envoy called it a betrayal.",
        "A member of *Miners Union No. 5*, which has an office there, spoke.",
    ],
)
def test_an_organisation_is_whole(nlp: Language, text: str) -> None:
    name = text.split("*")[1]
    stage = Stage(nlp, text.replace("*", ""))
    found = stage.at(name)
    assert found is not None
    assert stage.actors[found.actor].kind is ActorKind.ORGANISATION
    assert stage.actors[found.actor].name == name


@pytest.mark.parametrize("end", [2, 3, 4, 5])
def test_a_body_has_its_number_wherever_the_model_ends_it(nlp: Language, end: int) -> None:
    spaces = [True, True, False, True, False, True, False]
    doc = Doc(nlp.vocab, ["the", "Union", "No", ".", "1", ",", "which"], spaces)
    assert numbered(doc, NameSpan(1, end, ORGANISATION, 1)).end == 5


@pytest.mark.parametrize(("label", "end"), [(ORGANISATION, 2), (COUNTRY_OR_CITY, 2), (PERSON, 1)])
def test_a_paper_called_after_a_country_is_whole(nlp: Language, label: str, end: int) -> None:
    doc = Doc(nlp.vocab, ["USA", "Today", "said"])
    span = NameSpan(0, 1, label, 0)
    assert (repaired(doc, span) or span).end == end


@pytest.mark.parametrize(("words", "label"), [("Austin , Nev.", COUNTRY_OR_CITY), ("Henderson , 31", PERSON)])
def test_a_town_before_its_state_is_nobody(nlp: Language, words: str, label: str) -> None:
    doc = Doc(nlp.vocab, words.split(), [False, True, False])
    span = NameSpan(0, 1, PERSON, 0)
    assert (repaired(doc, span) or span).label == label


def test_a_town_called_after_a_saint_keeps_the_saints_s(nlp: Language) -> None:
    stage = Stage(nlp, "The ferry from St. John's was late. St. Louis's mayor waited.")
    assert {actor.name for actor in stage.actors.values()} == {"St. John's", "St. Louis"}


def test_a_country_whose_name_has_of_is_one(nlp: Language) -> None:
    stage = Stage(nlp, "Fighting resumed in the east of the Democratic Republic of the Congo on Sunday.")
    assert [(actor.name, actor.country) for actor in stage.actors.values()] == [
        ("Democratic Republic of Congo", "CD")
    ]


def test_a_title_is_given_back_to_its_person(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "General Sylvain Ekoko spoke first. U.S. Attorney General Dale Roe said in a statement that the "
        "Justice Department was disappointed.",
    )
    assert stage.of("sylvain-ekoko") == ["General Sylvain Ekoko"]
    assert stage.of("dale-roe") == ["Attorney General Dale Roe"]
    assert stage.actors["dale-roe"].country == "US"
    assert stage.of("united-states") == ["U.S."]


def test_who_owns_a_party_is_not_in_its_name(nlp: Language) -> None:
    stage = Stage(nlp, "Samrat Sinha lost on Monday. Sinha's Janata Dal (United) blamed Nepal.")
    assert stage.of("samrat-sinha") == ["Samrat Sinha", "Sinha"]
    assert stage.of("janata-dal-united") == ["Janata Dal (United)"]


def test_another_name_of_a_body_is_the_body(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "The Tallow Association of Communities Affected by Mining, known as Tacam, sued on Monday. "
        "Tacam said it would win.",
    )
    assert stage.of("tallow-association-of-communities-affected-by-mining").count("Tacam") == 2


def test_where_a_lawmaker_is_from_is_no_actor(nlp: Language) -> None:
    stage = Stage(nlp, "State Rep. Adam Bowling, R-Middlesboro, met Sen. Jim Doe (D-Mass.) on Tuesday.")
    assert {actor.name for actor in stage.actors.values()} == {"Adam Bowling", "Jim Doe"}


def test_festivals_and_frameworks_are_no_actors(nlp: Language) -> None:
    stage = Stage(nlp, "They exchanged New Year's cards after Brexit, under the Windsor Framework.")
    assert not stage.actors


def test_a_law_is_no_organisation(nlp: Language) -> None:
    stage = Stage(nlp, "She said that it broke the Public Libraries and Museums Act 1964 in two ways.")
    assert not stage.actors


def test_what_a_lawmaker_sits_for_is_one_place_and_whole_in_the_role(nlp: Language) -> None:
    stage = Stage(nlp, "Ann Roe, the Liberal Democrat MP for Westmorland and Lonsdale, spoke on Monday.")
    assert stage.actors["westmorland-and-lonsdale"].kind is ActorKind.PLACE
    assert stage.actors["ann-roe"].roles == ("Liberal Democrat MP for Westmorland and Lonsdale",)


def test_where_a_firm_sits_is_not_in_its_name(nlp: Language) -> None:
    stage = Stage(nlp, "Brightwater Health of Nashville, Tennessee, owns it.")
    assert stage.of("brightwater-health") == ["Brightwater Health"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rep. Robert C. “Bobby” Scott waved on Monday. Bobby Scott left.", ["Robert C. “Bobby” Scott"]),
        ('Robert C. "Bobby" Scott waved on Monday. Mr. Scott left.', ['Robert C. "Bobby" Scott']),
        ("It was “Smokin' Joe” Barlow who won on Monday.", ["“Smokin' Joe” Barlow"]),
        ("Dave “The Rock” Halden lost on Monday.", ["Dave “The Rock” Halden"]),
        ("William (Bill) Marsh sang on Monday. Marsh left.", ["William (Bill) Marsh"]),
        ("Reporters saw Charles G. and David H. Koch on Monday.", ["Charles G. Koch", "David H. Koch"]),
        ("The officer who shot Keith Scott - Brentley Vinson - left.", ["Keith Scott", "Brentley Vinson"]),
        ("Elizabeth Warren Hammers Bank Boss\n\nElizabeth Warren spoke on Monday.", ["Elizabeth Warren"]),
    ],
)
def test_names_end_where_they_end(nlp: Language, text: str, names: list[str]) -> None:
    people = [a.name for a in Stage(nlp, text).actors.values() if a.kind is ActorKind.PERSON]
    assert people == names


def test_a_council_is_one_by_all_its_names(nlp: Language) -> None:
    text = (
        "The U.N. Security Council met. The Security Council voted; the United Nations Security Council rose."
    )
    assert len(Stage(nlp, text).mentions) == 3
    assert len(Stage(nlp, text).actors) == 1


def test_a_firm_may_begin_like_a_person(nlp: Language) -> None:
    stage = Stage(nlp, "The lawyers of Walter Energy met reporters in Austin, Texas, on Monday.")
    assert stage.actors["walter-energy"].kind is ActorKind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("White House Press Secretary Ann Lee said so.", "Press Secretary Ann Lee"),
        ("Bridgeport Alliance Research Director Raj Shah disagreed.", "Research Director Raj Shah"),
        ("Under Secretary Ann Lee said no.", "Under Secretary Ann Lee"),
        ("Under Mrs. Croft’s plan, taxes would rise.", "Mrs. Croft"),
        ("Republican Indiana Gov. Ann Lee agreed.", "Gov. Ann Lee"),
        ("Rep. Don Beyer said no.", "Rep. Don Beyer"),
        ("Gov. Earl Ray Tomblin wept.", "Gov. Earl Ray Tomblin"),
    ],
)
def test_a_title_takes_its_words_and_no_more(nlp: Language, text: str, name: str) -> None:
    stage = Stage(nlp, text)
    people = [one for one in stage.actors.values() if one.kind is ActorKind.PERSON]
    assert [stage.of(one.id) for one in people] == [[name]]


def test_a_given_name_is_no_honorific(nlp: Language) -> None:
    stage = Stage(nlp, "Don Fowler said yes. It was something, Fowler said, and Gov. Earl Ray Tomblin wept.")
    assert stage.of("don-fowler") == ["Don Fowler", "Fowler"]
    assert stage.of("earl-ray-tomblin") == ["Gov. Earl Ray Tomblin"]


def test_two_who_are_styled_are_two(nlp: Language) -> None:
    stage = Stage(nlp, "Both Mr. King and Mr. Morley agreed that Mr. King had won.")
    assert stage.of("morley") == ["Mr. Morley"]


def test_a_name_does_not_begin_behind_a_hyphen(nlp: Language) -> None:
    assert not Stage(nlp, "They met at the Commander-in-Chief Forum on Wednesday.").mentions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Copper prices rose. First Halden Minerals said it would run its smelter at 60 percent. "
            "Shares in First Halden fell 6 percent in Toronto.",
            "First Halden Minerals",
        ),
        (
            "Third Haven Bank closed on Monday. Depositors at Third Haven said that nobody had told them.",
            "Third Haven Bank",
        ),
    ],
)
def test_an_ordinal_may_begin_a_name(nlp: Language, text: str, name: str) -> None:
    bodies = {
        actor.name for actor in Stage(nlp, text).actors.values() if actor.kind is ActorKind.ORGANISATION
    }
    assert bodies == {name}


@pytest.mark.parametrize("name", ["Nor Azlina", "Siti Nor Azlina"])
def test_a_given_name_that_is_a_word_belongs_to_the_name(nlp: Language, name: str) -> None:
    stage = Stage(nlp, f"The school was shut on Monday. {name} said she would stay. “I can wait,” she said.")
    assert [actor.name for actor in stage.actors.values()] == [name]


@pytest.mark.parametrize("name", ["An Garda Síochána", "An Bord Pleanála"])
def test_no_article_stands_before_a_consonant(nlp: Language, name: str) -> None:
    stage = Stage(nlp, f"{name} refused the plan. Complaints against {name} rose. An Irish court said so.")
    assert {actor.name for actor in stage.actors.values()} == {name, "Ireland"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Météo-Suisse issued warnings. On Monday, Radio-Canada, which had sent two crews, left.",
            "Radio-Canada",
        ),
        (
            "The Commission de régulation de l'énergie declined to comment.",
            "Commission de régulation de l'énergie",
        ),
        ("The Tallow Courier-Intelligencer reported the split.", "Tallow Courier-Intelligencer"),
        ("Vietnam's party chief, To Lam, met farmers.", "To Lam"),
        ("They warned Devon and Cornwall.", "Devon"),
        ("Sophie in 't Veld, a former member, had never seen such a sea.", "Sophie in 't Veld"),
    ],
)
def test_a_name_has_all_its_words_and_no_more(nlp: Language, text: str, name: str) -> None:
    assert Stage(nlp, text).at(name) is not None


def test_a_given_name_is_no_title(nlp: Language) -> None:
    stage = Stage(nlp, "Júnior Amaro Teixeira, a midfielder, wept. “I go,” Júnior Amaro said.")
    assert stage.of("junior-amaro-teixeira")[-1] == "Júnior Amaro"

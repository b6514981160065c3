"""Which country is meant: names, demonyms and capitals told apart by what the article speaks of."""

import pytest
from spacy.language import Language

from reader.analysis.cast.actors import Cast
from reader.analysis.findings import ActorKind, MentionForm
from tests.analysis.test_actors import Stage, hand_made

SOUTH = "SEOUL — South Korea won the match on Monday. *The Koreans* were better. *Korean* fans sang."
NORTH = (
    "PYONGYANG — North Korea fired a missile. *Korean* state media praised it. South Korea protested. "
    "The *Korean* leader, Kim Jong-un, watched. The *Koreans* have tested six missiles this year."
)
KINSHASA = (
    "KINSHASA — *Congo*’s army fought rebels near Goma. The *Congolese* president, Félix Tshisekedi, flew to "
    "Brazzaville on Monday. The *DRC* said that the *Congolese* people would not yield. *DR Congo* has "
    "fought for years."
)
BRAZZAVILLE = (
    "BRAZZAVILLE — Officials of the *Republic of Congo* met on Monday. *Congolese* ministers said little. "
    "*Congo-Brazzaville* is a neighbour to all, and the *Congolese* president would go to Luanda."
)
NIGER = (
    "NIAMEY — Soldiers in *Niger* closed the border with Nigeria. *Nigerien* officials said that Nigerian "
    "jets had crossed it. The *Nigeriens* protested, and *Niamey* insisted."
)
NIGERIA = (
    "Soldiers in Niger met *Nigerian* envoys. *Abuja* denied it. The *Nigerians* left *Nigeria* at noon."
)
TAIWAN = (
    "TAIPEI — *Taiwan*’s president said that China had sent ships. *Taipei* protested to Beijing. The "
    "*Republic of China*, as *Taiwan* is formally known, held an election. The *Taiwanese* voted."
)
CHINA = (
    "Taiwan’s president said that *China* had sent ships. Taipei protested to *Beijing*. The *Chinese* said "
    "that Taiwan was theirs. The *People’s Republic of China* claims it."
)
STATE = "ATLANTA — *Georgia*’s governor signed a bill on Monday. *Georgia* lawmakers had passed it in March."
CAUCASUS = (
    "TBILISI — *Georgia*’s parliament passed it. The *Georgian* police used water. *Georgians* marched."
)
ISLAND = (
    "BELFAST — Police in Northern Ireland arrested two men. The *Republic of Ireland* sent help. *Irish* "
    "police searched a farm. *Ireland* has a border with the United Kingdom. *Dublin* protested."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SOUTH, "KR"),
        (NORTH, "KP"),
        (KINSHASA, "CD"),
        (BRAZZAVILLE, "CG"),
        (NIGER, "NE"),
        (NIGERIA, "NG"),
        (TAIWAN, "TW"),
        (CHINA, "CN"),
        (STATE, "US"),
        (CAUCASUS, "GE"),
        (ISLAND, "IE"),
    ],
)
def test_every_name_of_a_country_is_that_country(nlp: Language, text: str, code: str) -> None:
    parts = text.split("*")
    stage = Stage(nlp, "".join(parts))
    at = 0
    for i, part in enumerate(parts):
        if i % 2:
            start = at + len(part) - len(part.removeprefix("The "))
            found = [m for m in stage.mentions if m.start == start and m.end == at + len(part)]
            assert [stage.actors[m.actor].country for m in found] == [code], part
        at += len(part)


def test_northern_ireland_is_not_ireland(nlp: Language) -> None:
    stage = Stage(nlp, ISLAND.replace("*", ""))
    part = stage.at("Northern Ireland")
    assert part is not None
    assert stage.actors[part.actor].country == "GB"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("*The Hague* would look closely at the terms of the deal.", "NL"),
        ("Abu Dhabi and *Doha* have lent more money to Egypt.", "QA"),
        ("Taiwan protested to *Beijing* on Monday.", "CN"),
    ],
)
def test_a_seat_of_government_may_be_the_state(nlp: Language, text: str, code: str) -> None:
    stage = Stage(nlp, text.replace("*", ""))
    found = stage.at(text.split("*")[1].removeprefix("The "))
    assert found is not None
    assert (found.form, stage.actors[found.actor].country) == (MentionForm.METONYM, code)


def test_a_trial_in_the_hague_is_no_state(nlp: Language) -> None:
    stage = Stage(nlp, "The trial opened in The Hague on Monday.")
    assert [m.form for m in stage.mentions] == [MentionForm.NAME]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("*Athens* and Ankara have been at odds over gas.", MentionForm.METONYM),
        ("The minister urged *Moscow* to sign the pact.", MentionForm.METONYM),
        ("The plan would split *Nairobi* into four cities.", MentionForm.NAME),
        ("The party lost *Budapest* in 2019 and wants it back.", MentionForm.NAME),
        ("A *London* investment firm bought the mill.", MentionForm.NAME),
        ("She sings in a *Berlin* choir.", MentionForm.NAME),
        ("*Moscow* officials denied the report.", MentionForm.METONYM),
        ("He listens to his pro-*Moscow* advisers.", MentionForm.METONYM),
        ("*Warsaw* was unimpressed by the letter.", MentionForm.METONYM),
        ("“I say to *Nairobi*: stop it,” the envoy said.", MentionForm.METONYM),
        ("The gold was moved between *Vilnius* and Berlin in vans.", MentionForm.NAME),
        ("They met in a farmhouse north of *Copenhagen*.", MentionForm.NAME),
        ("The *Doha* talks broke down on Monday.", MentionForm.NAME),
    ],
)
def test_a_capital_is_its_government_where_it_is_treated_as_one(
    nlp: Language, text: str, form: MentionForm
) -> None:
    stage = Stage(nlp, text.replace("*", ""))
    found = stage.at(text.split("*")[1])
    assert found is not None
    assert found.form is form


def test_what_a_senator_sits_for_is_a_state_of_america(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "TBILISI — Georgia rejected the charge. Georgia is sovereign, it said, in reply to Senator Jon "
        "Doe of Georgia, who has called for sanctions.",
    )
    assert stage.actors["jon-doe"].country == "US"


def test_names_joined_by_and_are_one_place(nlp: Language) -> None:
    stage = Stage(nlp, "Omar Abdi, the chief minister of Jammu and Kashmir, said that they had been lucky.")
    assert stage.at("Jammu and Kashmir") is not None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Russia rearmed ; the Kremlin had gone far", "Kremlin"),
        ("Russia rearmed ; envoys saw Moscow blamed", "Moscow"),
        ("Britain waited ; nobody in Downing Street spoke", "Downing Street"),
        ("America waited ; they bought Beehive food", ""),
        ("Gabon waited ; they saw Victoria smile", ""),
    ],
)
def test_capitals_and_seats_are_found_where_the_model_sees_no_name(words: str, found: str) -> None:
    tokens = words.split()
    names = {i: "PROPN" for i, word in enumerate(tokens) if word[0].isupper()}
    doc = hand_made(tokens, [(0, 1, "GPE")], names)
    mentions = Cast().read(doc).mentions
    assert " ".join(doc.text[m.start : m.end] for m in mentions[1:]) == found


def test_georgia_is_what_it_is_listed_with(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Voters in Florida and Ohio fear for Georgia and Ukraine, he said. Polls in Florida, Ohio and "
        "Georgia are close.",
    )
    assert [stage.at("Georgia", nth).actor for nth in (1, 2)] == ["georgia", "georgia-2"]  # type: ignore[union-attr]
    assert {stage.actors[name].country for name in ("georgia", "georgia-2")} == {"GE", "US"}


def test_a_list_of_places_says_not_where_they_are(nlp: Language) -> None:
    stage = Stage(nlp, "He spoke of crises in the Middle East, China and elsewhere.")
    assert stage.actors["middle-east"].country is None


def test_a_war_ties_nobody_to_where_it_was(nlp: Language) -> None:
    stage = Stage(
        nlp, "They met John Marsh, a former Vietnam prisoner of war. Iraq War veteran Tom Lang, 30, died."
    )
    assert {stage.actors[name].country for name in ("john-marsh", "tom-lang")} == {None}


def test_african_americans_are_no_country(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "WASHINGTON ― He appealed to African-American voters. Many African-Americans take it personally; it "
        "is an insult to all Americans, and to African-Americans.",
    )
    assert stage.of("united-states") == ["Americans"]
    assert stage.of("washington") == ["WASHINGTON"]


def test_a_town_with_its_state_is_nobody(nlp: Language) -> None:
    stage = Stage(nlp, "Donna Rawlings, 59, of Ashton, Md., watched. N. Korea was not named.")
    assert [one.kind for one in stage.actors.values()].count(ActorKind.PERSON) == 1
    assert stage.of("north-korea") == ["N. Korea"]


def test_a_ministry_is_a_body_of_the_country_in_its_name(nlp: Language) -> None:
    stage = Stage(nlp, "The Turkish Foreign Ministry said no. Turkey has said so before.")
    assert stage.at("Turkish Foreign Ministry") is not None
    assert stage.of("turkey") == ["Turkish", "Turkey"]
    assert stage.actors["turkish-foreign-ministry"].country == "TR"


@pytest.mark.parametrize(
    "text",
    [
        "The pact is about the Drava River. Nobody had said how much flows down the Drava.",
        "Barges were stuck on the Drava. Nobody had said how deep the Drava River was.",
    ],
)
def test_a_river_is_one_by_its_short_name(nlp: Language, text: str) -> None:
    stage = Stage(nlp, text)
    assert set(stage.of("drava-river")) == {"Drava", "Drava River"}


def test_a_river_is_no_sea_of_its_name(nlp: Language) -> None:
    stage = Stage(nlp, "Ships left the Red Sea on Monday. Others were stuck in the Red River.")
    assert {"red-sea", "red-river"} <= stage.actors.keys()


def test_a_town_called_like_a_capital_lies_where_the_dateline_says(nlp: Language) -> None:
    stage = Stage(nlp, "GEORGE TOWN, Malaysia — A ferry and a tanker collided in fog on Sunday, police said.")
    assert {actor.country for actor in stage.actors.values() if actor.name == "George Town"} == {"MY"}


@pytest.mark.parametrize(
    "text",
    [
        "The *Niger* flooded the town.",
        "Men swam the *Senegal* at dawn.",
        "Villages lie along the *Paraguay*.",
    ],
)
def test_a_river_is_not_the_country(nlp: Language, text: str) -> None:
    stage = Stage(nlp, text.replace("*", ""))
    found = stage.at(text.split("*")[1])
    assert found is not None
    assert stage.actors[found.actor].kind is ActorKind.PLACE

"""Bodies without a name that their office tells: "Turkey's central bank", "the army"."""

import pytest
from spacy.language import Language

from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.national_bodies import home_in, national_bodies, office_in
from tests.analysis.casting import Stage


def test_an_unnamed_body_of_a_country_is_an_organisation(nlp: Language):
    stage = Stage(
        nlp,
        "Zambia's central bank governor, Mwila Banda, resigned on Friday. The bank said that it would wait.",
    )
    body = stage.actors["zambia-s-central-bank"]
    assert (body.kind, body.country, body.named) == (ActorKind.ORGANISATION, "ZM", False)
    assert stage.of(body.id) == ["Zambia's central bank", "The bank", "it"]


@pytest.mark.parametrize(
    ("text", "body", "words"),
    [
        (
            "The Bank of Japan raised its rate. For Japan's central bank it was late.",
            "bank-of-japan",
            "Japan's central bank",
        ),
        (
            "Bank Indonesia, the central bank, sold dollars. A month later the central bank bought some.",
            "bank-indonesia",
            "the central bank",
        ),
        (
            "The central bank kept its rate on Monday. The Reserve Bank of India gave no reason.",
            "reserve-bank-of-india",
            "The central bank",
        ),
        (
            "The Supreme Court of Kenya met. The country's top court heard nobody.",
            "supreme-court-of-kenya",
            "The country's top court",
        ),
        (
            "The Omani foreign ministry denied it. The ministry said so twice.",
            "omani-foreign-ministry",
            "The ministry",
        ),
        (
            "The army denied the report. Nobody from Chad's army spoke, and the military closed the road.",
            "chad-s-army",
            "the military",
        ),
        (
            "The Foreign Ministry was silent. The health ministry denied the report.",
            "the-health-ministry",
            "The health ministry",
        ),
        (
            "Deutsche Bank fell. The central bank said that it would lend.",
            "the-central-bank",
            "The central bank",
        ),
        (
            "Peru's central bank cut its rate. The bank was late. The central bank has lent, said Ann Lee of "
            "Halden Bank. For the bank it was enough.",
            "peru-s-central-bank",
            "the bank",
        ),
    ],
)
def test_whom_the_words_for_an_office_mean(nlp: Language, text: str, body: str, words: str):
    stage = Stage(nlp, text)
    mention = stage.at(words)
    assert mention is not None
    assert mention.actor == body


@pytest.mark.parametrize(
    "text",
    [
        "Her brother joined the army in May.",
        "A row over the interior ministry went on.",
        "The army base was shut.",
        "He was a former military ruler.",
        "Her dream was a seat in parliament.",
    ],
)
def test_a_body_of_which_nothing_is_said_is_no_actor(nlp: Language, text: str):
    assert not [actor for actor in Stage(nlp, text).actors.values() if actor.kind is ActorKind.ORGANISATION]


def test_the_bodies_of_two_countries_are_two(nlp: Language):
    stage = Stage(
        nlp, "Israel's military fired first. Syria's military said so. The Israeli military was silent."
    )
    assert stage.of("israel-s-military") == ["Israel's military", "The Israeli military"]
    assert stage.of("syria-s-military") == ["Syria's military"]


@pytest.mark.parametrize(
    ("name", "office", "home"),
    [
        ("Bank of England", "central bank", "GB"),
        ("US Federal Reserve", "central bank", "US"),
        ("Central Bank of Kenya", "central bank", "KE"),
        ("Georgia Supreme Court", "supreme court", None),
        ("Ministry of Health", "health ministry", None),
        ("Sudanese Armed Forces", "army", None),
        ("Salvation Army", None, None),
        ("Deutsche Bank", None, None),
    ],
)
def test_the_office_that_a_name_tells(name: str, office: str | None, home: str | None):
    assert (office_in(name), home_in(name)) == (office, home)


def test_ministries_are_told_by_what_they_are_for():
    assert national_bodies().office("defense ministry") == "defence ministry"
    assert national_bodies().office("health and welfare ministry") == "health and welfare ministry"
    assert national_bodies().office("driver for the ministry") is None

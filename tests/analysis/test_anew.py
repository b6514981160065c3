"""Somebody told anew in other words right after being named: "the Spaniard", "the retired welder"."""

import pytest

from reader.analysis.cast.actors import Cast
from reader.analysis.findings import MentionForm


@pytest.fixture(scope="module")
def told(nlp):
    """What descriptions a text has, and who each is."""

    def read(text: str) -> dict[str, str]:
        mentions = Cast().read(nlp(text)).mentions
        return {text[m.start : m.end]: m.actor for m in mentions if m.form is MentionForm.NOMINAL}

    return read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Ana Soler was on the stand for an hour. The retired welder said she saw it.\n",
            "The retired welder",
        ),
        ("The film belongs to Ana Soler. The French actress has never been better.\n", "The French actress"),
        (
            "Ana Soler spoke next.\n\nThe former Danish minister said she agreed.\n",
            "The former Danish minister",
        ),
        ("Ana Soler announced it on Tuesday. The minister said she knew.\n", "The minister"),
        ("Ana Soler beat Mia Holm. The Spaniard lost only four games.\n", "The Spaniard"),
        ("Ana Soler, a Spanish diver, saved Bo Ek. The town gave the Spaniard a medal.\n", "the Spaniard"),
        (
            "Ana Soler left Chile in May. Mia Holm stayed.\n\nThe rain fell. The Chilean was glad.\n",
            "The Chilean",
        ),
        (
            "Ana Soler was in the lead when Mia Holm fell. The Spaniard did not look back.\n",
            "The Spaniard",
        ),
        ("Ana Soler won in Rome. The Scot lost only four games.\n", "The Scot"),
        ("Ana Soler won. On Friday the rain stopped, and the Spaniard rested.\n", "the Spaniard"),
        (
            "Mia Holm met Ana Soler of Chile. In May the Chilean lost.\n",
            "the Chilean",
        ),
        ("Ana Soler is a singer. The Frenchwoman left early.\n", "The Frenchwoman"),
        (
            "Ana Soler is against it. The Socialist, who was late, called it a pity.\n",
            "The Socialist",
        ),
    ],
)
def test_who_was_named_in_the_sentence_before_is_told_in_other_words(told, text, words):
    assert told(text)[words] == "ana-soler"


def test_from_there_on_the_words_are_hers(told):
    text = (
        "The film belongs to Ana Soler. The French actress has never been better.\n\n"
        "Critics agreed, and the actress thanked them.\n"
    )
    assert told(text)["the actress"] == "ana-soler"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Soler was on the stand for an hour. The judge thanked her.\n",
        "Ana Soler was on the stand for an hour. The president was late.\n",
        "Ana Soler was on the stand for an hour. The foreign minister was late.\n",
        "Ana Soler and Mia Holm met in Rome. The Spaniard was late.\n",
        "Ana Soler, the mayor, met a French poet. The poet was late.\n",
        "Ana Soler, a Spanish judge, was late. The French pianist played on.\n",
        "Ana Soler was late. The man in the corner said so.\n",
        "Ana Soler was late. The French singer, Lea Blanc, was not.\n",
        "“Ana Soler was late. The old poet was not,” he said.\n",
        "Ana Soler met Bo Ek. The rock singer Mia Holm was late.\n",
    ],
)
def test_who_may_be_somebody_else_is_not_her(told, text):
    roles = ("the mayor", "a Spanish judge")
    assert not [words for words, who in told(text).items() if who == "ana-soler" and words not in roles]


def test_a_country_that_is_told_is_kept(nlp):
    cast = Cast()
    cast.read(nlp("The film belongs to Ana Soler. The French actress has never been better.\n"))
    assert cast.actors["ana-soler"].country == "FR"
    assert "French actress" in cast.actors["ana-soler"].roles

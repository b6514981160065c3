"""Who bears a role is called by other words for it: "the player", "the judge", "the premier"."""

import pytest
from spacy.language import Language

from reader.analysis.cast.actors import Cast
from tests.analysis.casting import Stage


@pytest.mark.parametrize(
    ("text", "actor", "words"),
    [
        (
            "Everton goalkeeper Jan Holub was sent off. The fans booed the player off the pitch.",
            *("jan-holub", "the player"),
        ),
        ("Justice Mary Doyle was ill. The police had asked the judge for time.", "mary-doyle", "the judge"),
        ("Marine biologist Tim Oduya swims there. Sharks love the scientist.", "tim-oduya", "the scientist"),
        ("Ann Beck, chief executive of Borealis, left. Nobody saw the CEO.", "ann-beck", "the CEO"),
        (
            "Olga Lund, a Latvian bookkeeper, spoke first. The lawyers had no questions for the bookkeeper.",
            *("olga-lund", "the bookkeeper"),
        ),
        ("Prime Minister Olga Lund flew home. Nobody saw the premier.", "olga-lund", "the premier"),
    ],
)
def test_who_bears_a_role_is_called_by_another_word_for_it(
    nlp: Language, text: str, actor: str, words: str
) -> None:
    assert words in [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == actor]


@pytest.mark.parametrize(
    "text",
    [
        "Everton goalkeeper Jan Holub fell over striker Lee Marsh. The fans booed the player off the pitch.",
        "Everton goalkeeper Jan Holub was sent off. Ben Oyelaran came on. The fans booed the player.",
        "Everton goalkeeper Jan Holub was sent off. The fans booed the player who had fouled him.",
        "Justice Mary Doyle was ill. A judge from Ely came. The police had asked the judge for time.",
    ],
)
def test_a_word_for_many_sorts_is_nobody_where_another_may_be_meant(nlp: Language, text: str) -> None:
    mentions = Cast().read(nlp(text)).mentions
    named = {"jan-holub", "lee-marsh", "ben-oyelaran", "mary-doyle"}
    assert not [m for m in mentions if m.actor in named and text[m.start : m.end].startswith("the ")]


@pytest.mark.parametrize(
    ("text", "actor", "words"),
    [
        ("Jan Holub was charged with theft. A brother of the defendant wept.", "jan-holub", "the defendant"),
        ("Police arrested Jan Holub. A brother of the suspect wept.", "jan-holub", "the suspect"),
        ("He denies the murder of Jan Holub. A brother of the victim wept.", "jan-holub", "the victim"),
        (
            "Police charged her former landlord, Jan Holub, with theft. A brother of the defendant wept.",
            "jan-holub",
            "the defendant",
        ),
        ("Jan Holub testified on Monday. A juror knew the witness.", "jan-holub", "the witness"),
    ],
)
def test_who_was_charged_is_the_defendant(nlp: Language, text: str, actor: str, words: str) -> None:
    assert words in [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == actor]


def test_who_was_not_charged_is_no_defendant(nlp: Language) -> None:
    text = "Jan Holub was not charged. A brother of the defendant wept."
    assert len([m for m in Cast().read(nlp(text)).mentions if m.actor == "jan-holub"]) == 1


def test_the_head_of_a_bank_is_who_was_told_to_be_it(nlp: Language) -> None:
    text = (
        "Borealis, a bank, has a chief executive, Jan Holt. Its founder is Ann Beck.\n\n"
        "Nobody had told the bank’s chief executive."
    )
    mentions = Cast().read(nlp(text)).mentions
    assert "the bank’s chief executive" in [text[m.start : m.end] for m in mentions if m.actor == "jan-holt"]


def test_who_is_set_beside_a_name_is_nobody_else(nlp: Language) -> None:
    text = (
        "Senator Ana Silva, the Burmese leader, met McConnell. Critics said the daughter of Aung San, the "
        "Burmese leader who secured independence, was revered."
    )
    found = [m.actor for m in Cast().read(nlp(text)).mentions if "leader who" in text[m.start : m.end + 4]]
    assert "ana-silva" not in found


def test_the_judge_goes_on_meaning_whom_it_meant(nlp: Language) -> None:
    text = (
        "Judge Maria Petrosyan retires on Friday. The judge grew up on a farm.\n\n"
        "The seat goes to Priya Nair, an appeals court judge who was confirmed in May. Ms. Nair was glad. "
        "Ms. Petrosyan had hired her.\n\nOn Tuesday a boy was led in. The judge’s glasses were off."
    )
    mentions = Cast().read(nlp(text)).mentions
    assert "The judge" in [text[m.start : m.end] for m in mentions if m.actor == "maria-petrosyan"][1:]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Orr, the coach of the club, was late. Mia Holm praised her coach.\n", "her coach"),
        ("Ann Orr is the governor of the bank. Analysts say its governor was right.\n", "its governor"),
    ],
)
def test_her_coach_is_the_one_coach_on_stage(nlp, text, words):
    found = {text[m.start : m.end]: m.actor for m in Cast().read(nlp(text)).mentions}
    assert found.get(words) == "ann-orr"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Orr, the head of the bank, was late. Mia Holm shook her head.\n", "her head"),
        ("Ann Orr, the coach of the club, met Mia Holm and her coach.\n", "her coach"),
        ("Ann Orr, the president, was late. Mia Holm wants to serve as our president.\n", "our president"),
    ],
)
def test_she_is_not_what_anybody_may_have(nlp, text, words):
    found = {text[m.start : m.end]: m.actor for m in Cast().read(nlp(text)).mentions}
    assert found.get(words) != "ann-orr"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Orr, the Green candidate, was late. Nobody saw the Green nominee.", "the Green nominee"),
        ("Ann Orr, a mining magnate, was late. Nobody saw the tycoon.", "the tycoon"),
        ("Ann Orr, who has coached Mia Holm since May, was late. Fans blamed the coach.", "the coach"),
        ("Ann Orr founded the club in 1990. Fans blamed the founder.", "the founder"),
    ],
)
def test_she_is_called_by_what_she_is_or_does(nlp: Language, text: str, words: str) -> None:
    assert words in [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == "ann-orr"]


def test_a_deputy_foreign_minister_is_not_the_foreign_minister(nlp: Language) -> None:
    text = "Ann Orr, the deputy foreign minister, flew to Rome. Reporters asked for the foreign minister."
    found = {text[m.start : m.end]: m.actor for m in Cast().read(nlp(text)).mentions}
    assert found.get("the foreign minister") != "ann-orr"


def test_the_doctor_is_who_is_styled_so(nlp: Language) -> None:
    text = "Dr. Ann Orr opened the ward in May. Nobody had told the doctor why."
    assert "the doctor" in [
        text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == "ann-orr"
    ]


def test_a_doctor_who_is_an_economist_is_not_the_doctor(nlp: Language) -> None:
    text = "Dr. Ann Orr, an economist, fell ill in May. Nobody had told the doctor why."
    found = {text[m.start : m.end]: m.actor for m in Cast().read(nlp(text)).mentions}
    assert found.get("the doctor") != "ann-orr"


def test_an_age_that_a_role_tells_is_known(nlp: Language) -> None:
    text = "Max Orr came with his nine-year-old daughter, Ann. They sat down. The girl was tired."
    assert "The girl" in [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == "ann"]


def test_of_two_presidents_the_one_of_the_country_that_is_spoken_of_is_meant(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "President Ana Ruiz of Chile met President Lars Holm of Norway in Santiago, the heart of Chile. "
        "Chile is poor. An official said on Tuesday that the president had not slept.",
    )
    found = stage.at("the president")
    assert found is not None
    assert found.actor == "ana-ruiz"


@pytest.mark.parametrize(
    ("text", "actor", "words"),
    [
        (
            "Jan Holub, president of Union No. 4, shut the mine. President Ana Reyes met him on Monday. Her "
            "finance minister said little. “The president wants this over,” he said.",
            "ana-reyes",
            "The president",
        ),
        (
            "Ana Reyes, president of Peru, dismissed him. Jan Holub, the floor leader of the ruling Alianza "
            "Verde, a Peruvian party, quit. Nobody had warned the Peruvian leader.",
            "ana-reyes",
            "the Peruvian leader",
        ),
        (
            "Ana Reyes’s minority government fell on Tuesday. Jan Holub, the leader of the opposition, "
            "rejoiced. Nobody had warned the prime minister.",
            "ana-reyes",
            "the prime minister",
        ),
        (
            "Ana Reyes, 59, who has led the Tennis Union since May, is out. Nobody had told the president.",
            "ana-reyes",
            "the president",
        ),
        (
            "Ana Reyes, President Holub’s pick to lead the bank, came late. Critics asked the nominee why.",
            "ana-reyes",
            "the nominee",
        ),
        (
            "The Senate debated the nomination of Ana Reyes. Critics asked the nominee why.",
            "ana-reyes",
            "the nominee",
        ),
    ],
)
def test_an_office_is_whose_who_bears_it_most_likely(
    nlp: Language, text: str, actor: str, words: str
) -> None:
    assert words in [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == actor]

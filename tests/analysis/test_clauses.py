"""Which clause around a quotation tells who speaks it, where several might."""

import pytest

from reader.analysis.findings import QuoteKind
from reader.analysis.pipeline import understand
from reader.sources.plain import parse


@pytest.fixture(scope="module")
def speakers(nlp):
    """Give who speaks each quote of a text, by name, None for nobody."""

    def read(text: str) -> list[str | None]:
        analysis = understand(nlp, parse(text + "\n"))
        marked = [quote for quote in analysis.quotes if quote.kind is not QuoteKind.INDIRECT]
        return [analysis.actors[each.speaker].name if each.speaker else None for each in marked]

    return read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The race “is far from over,” as Ann Lee said on the radio on Monday.", "Ann Lee"),
        ("Because of how farmers plan the year, explained Ann Lee, “with rain in May, it ends.”", "Ann Lee"),
        ("Ann Lee, citing “the quiet charm of trams,” said the city would be richer.", "Ann Lee"),
        ("Ann Lee denied that a storm is coming, explaining that she was “only tired”.", "Ann Lee"),
        ("Ann Lee said last week that Bo Holm represents the rich, stating they are “idle”.", "Ann Lee"),
        ("It was a strong win that led Ann Lee to declare that the prize was “in sight”.", "Ann Lee"),
    ],
)
def test_who_says_it_in_a_clause_of_its_own(speakers, text, who):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Holm blamed the press for making much of Ann Lee’s claim that the bridge “will fall”.",
        "Bo Holm called Ann Lee’s promise of a “free lunch” a trick.",
        "His words support the contention of Ann Lee that the files were subjected to “over-zeal.”",
        "He was known for little but Ann Lee’s famous demand in Lyon in 1987: “Open the gate!” Farmers did.",
    ],
)
def test_a_claim_is_whose_it_is(speakers, text):
    assert speakers(text) == ["Ann Lee"]


def test_what_one_owns_of_a_letter_is_not_what_one_says(speakers):
    text = "When Bo Holm said on Monday that Ann Lee's email account had been “hacked for years,” all left."
    assert speakers(text) == ["Bo Holm"]


def test_who_says_something_else_is_not_who_speaks_before(speakers):
    text = "After Ann Lee said that some do better at “slower schools,” Bo Holm said that he did not like it."
    assert speakers(text) == ["Ann Lee"]


def test_a_question_that_is_led_in_ends_its_sentence(speakers):
    text = "Ann Lee answered Bo Holm with, “Why now? That was on my way!” Holm then wrote back, “You won.”"
    assert speakers(text) == ["Ann Lee", "Bo Holm"]


def test_one_who_is_quoted_in_passing_does_not_take_the_floor(speakers):
    text = "“Is he late?” asked Ann Lee, referring to what Bo Holm calls the “crooked” clock. “He is not.”"
    assert speakers(text) == ["Ann Lee", "Bo Holm", "Ann Lee"]


def test_phrases_that_only_and_parts_are_of_one_speaker(speakers):
    text = "Ann Lee, who told the board that the office seemed “rattled” and “frustrated,” was there."
    assert speakers(text) == ["Ann Lee", "Ann Lee"]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("said well-known singer Ann Lee", "Ann Lee"),
        ("warm-and-fuzzy Ann Lee said", "Ann Lee"),
        ("tweeted Ann Lee, the daughter of a late king", "Ann Lee"),
    ],
)
def test_a_name_behind_hyphens_speaks(speakers, words, who):
    assert speakers(f"“We did not speak of it,” {words}.") == [who]


def test_a_name_inside_the_marks_is_no_turn_where_somebody_else_is_told_to_speak(speakers):
    assert speakers("Bo Holm came.\n\n“Holm: You sold the boat,” tweeted Ann Lee on Friday.") == ["Ann Lee"]


def test_some_of_a_persons_friends_are_not_the_person(speakers):
    assert speakers("Some of Ann Lee’s supporters said the campaign was “tragic”.") == [None]
    text = (
        "One of Ann Lee’s former friends, former Rep. Bo Holm, wrote that the work was “tragic as a whole”."
    )
    assert speakers(text) == ["Bo Holm"]


def test_a_noun_is_who_is_named_behind_what_hangs_on_it(speakers):
    text = (
        "Ann Lee told the guard at the gate, Hasan Oral, to feed the cats.\n\n“What cats?” the guard asked."
    )
    assert speakers(text) == ["Hasan Oral"]


@pytest.mark.parametrize(
    "text",
    [
        "“Tales of the Mire,” a series that first aired in 1989, will be seen again.",
        "Ann Lee oversees the new “Harbour Street,” which begins in May.",
        "Its latest ad, “Playing Kings,” shows children at play.",
        "One of her books, “This Kind of Rain,” by Bo Holm, drove it home.",
    ],
)
def test_a_title_is_nobodys_speech(speakers, text):
    assert speakers(text) == [None]


def test_a_show_that_is_told_something_is_no_speaker(speakers):
    text = "“Of course he is,” Ann Lee told “Tea and Toast,” reminding the hosts of it."
    assert speakers(text) == ["Ann Lee", None]


def test_a_heading_in_single_marks_is_nobodys_speech(speakers):
    text = "“It was fine,” Ann Lee said. “We won.”\n\n'A fight to the finish.'\n\n“We lost,” she said."
    assert speakers(text) == ["Ann Lee", None, "Ann Lee"]

""" "It", "its" and "itself" of countries, organisations and places."""

import pytest

from reader.analysis import pipeline
from reader.analysis.cast.actors import Cast


@pytest.fixture(scope="module")
def read():
    nlp = pipeline.load()

    def neuters(text: str) -> list[str]:
        cast = Cast()
        mentions = cast.read(nlp(text)).mentions
        found = [m for m in mentions if text[m.start : m.end].casefold() in ("it", "its", "itself")]
        return [cast.actors[m.actor].name for m in found]

    return neuters


@pytest.mark.parametrize(
    "text",
    [
        "The Zelk Bank has said it believes the law could hurt savers.",
        "Although the Zelk Bank did not name the firm, it referred to a lender in Riga.",
        "Growth was slower than in March, the Zelk Bank said. It edged up the forecast.",
        "The Zelk Bank had opened nine branches, Jonas Orr said, but it lacked the staff.",
        "Sara Lind has urged the Zelk Bank to keep its branches.",
        "The case has put the Zelk Bank in an awkward position, since it has welcomed the buyers.",
        "The Zelk Bank paid the fine in June, when a court ruled that it had broken the law.",
        "The Zelk Bank was fined after inspectors found that it had kept no books.",
        "Ann Lind heads the Zelk Bank. Its lawyers met on Friday.",
        "The Zelk Bank said it was confident that the branches would stay.",
    ],
    ids=[
        "believes",
        "although",
        "said before",
        "but",
        "urged to",
        "since",
        "ruled",
        "found",
        "its lawyers",
        "confident",
    ],
)
def test_it_is_the_body_that_the_sentence_speaks_of(read, text):
    assert set(read(text)) == {"Zelk Bank"}


@pytest.mark.parametrize(
    "text",
    [
        "The Zelk Bank said it seems that rates will fall.",
        "The Zelk Bank cut its forecast. It is the biggest decline in years.",
        "The Zelk Bank launched a card, and it sold well.",
        "The Zelk Bank opened a branch in Riga. It rained all day.",
        "The plant belongs to the Zelk Bank, which bought it.",
    ],
    ids=["seems", "a decline", "the card", "rain", "an object"],
)
def test_it_may_be_a_thing_or_nothing(read, text):
    assert len(read(text)) == text.count(" its ")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tarnholt said it would close two plants.", 1),
        ("Ann Lind said it was late. Its doors were shut.", 0),
        ("Ms. Rossan said it was late.", 0),
    ],
    ids=["a bare name", "a given name", "an honorific"],
)
def test_it_may_be_whoever_has_a_bare_name(read, text, count):
    assert len(read(text)) == count


@pytest.mark.parametrize(
    "text",
    ["Officials met in Brindon, and it went well.", "The rally in Brindon drew thousands. It ended at dusk."],
)
def test_a_place_where_something_happens_is_not_it(read, text):
    assert not read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hillary Corcoran left the dinner early. It was later revealed to be pneumonia.",
        "Karhawe Dorne leads them. She grew up here. “We would like to have it here,” said Dorne. “It is "
        "to bring back that tradition before it dies out.”",
    ],
)
def test_it_is_no_person(read, text):
    assert not read(text)

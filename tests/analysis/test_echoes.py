"""Words that are quoted twice are said by one speaker, wherever he is named."""

import pytest

from reader.analysis.findings import Quote, Span
from reader.analysis.speech.echoes import Echoes

SAID = "I thought that my career was over"


def quoted(text: str, words: str, speaker: str | None = None, nth: int = 0) -> Quote:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Quote((Span(start, start + len(words)),), speaker=speaker, confidence=0.97 if speaker else 0.0)


TEXT = f"‘{SAID}’: the long road\n\n“{SAID},” says Moreau. “Was it over?”\n\n“{SAID.upper()}”"
HEADLINE, BODY, PULLED = quoted(TEXT, SAID), quoted(TEXT, SAID, "moreau", 1), quoted(TEXT, SAID.upper())


def test_a_headline_is_said_by_whoever_says_so_in_the_text() -> None:
    (headline, body) = Echoes(TEXT).read([HEADLINE, BODY])
    assert (headline.start, headline.speaker, headline.confidence) == (HEADLINE.start, "moreau", 0.9)
    assert body == BODY


def test_a_headline_of_an_earlier_window_comes_again_with_its_speaker() -> None:
    echoes = Echoes(TEXT)
    assert echoes.read([HEADLINE]) == (HEADLINE,)
    assert [(quote.start, quote.speaker) for quote in echoes.read([BODY])] == [
        (BODY.start, "moreau"),
        (HEADLINE.start, "moreau"),
    ]
    assert echoes.read([]) == ()


def test_a_pull_quote_below_has_the_speaker_of_the_words_above_under_his_latest_id() -> None:
    echoes = Echoes(TEXT)
    echoes.read([BODY])
    (pulled,) = echoes.read([PULLED], [("moreau", "lucas-moreau")])
    assert pulled.speaker == "lucas-moreau"


@pytest.mark.parametrize("words", ["over", "it over"])
def test_a_word_or_two_may_be_anybodys(words: str) -> None:
    (_, short) = Echoes(TEXT).read([BODY, quoted(TEXT, words)])
    assert short.speaker is None


@pytest.mark.parametrize("source", ["the crowd", "protesters", "a sign"])
def test_what_many_say_or_a_sign_bears_is_theirs_whoever_said_it_first(source: str) -> None:
    text = f"“{SAID},” says Moreau.\n\n“{SAID},” {source} said."
    start = text.index(source)
    again = quoted(text, SAID, None, 1)._replace(
        source=Span(start, start + len(source)), wording=source == "a sign"
    )
    (_, found) = Echoes(text).read([quoted(text, SAID, "moreau"), again])
    assert found == again

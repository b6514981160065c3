"""Long texts at one byte a character are the texts that they are."""

import pickle
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Paragraph
from reader.narrow import NarrowText, narrow

LENGTH = 70_000
ANYTHING = st.text(alphabet=st.characters(exclude_categories=["Cc"]), min_size=1, max_size=200)


def long(words: str) -> str:
    return words * (LENGTH // len(words) + 1)


@pytest.mark.parametrize("strange", ["“”’", "ęłñ “”", "🎈🇳🇴“", "\ud800“", "\ue000🎈"])
def test_a_long_text_takes_a_byte_a_character(strange: str) -> None:
    text = long(f"Nobody {strange} said so. ")
    held = narrow(text)
    assert isinstance(held, NarrowText)
    assert sys.getsizeof(held._codes) < 1.01 * len(text)
    assert str(held) == text


@pytest.mark.parametrize(
    "text",
    [
        "A short “text”.",
        long("Plain ASCII. "),
        long("Déjà vu. "),
        long("".join(map(chr, range(0x4E00, 0x4E00 + 200)))),
    ],
)
def test_what_would_not_gain_stays_a_string(text: str) -> None:
    assert narrow(text) is text


@given(words=ANYTHING, start=st.integers(-80_000, 80_000), length=st.integers(0, 300))
def test_slices_and_characters_are_those_of_the_text(words: str, start: int, length: int) -> None:
    text = long("“" + words)
    held = narrow(text)
    assert held == text
    assert text == held
    assert len(held) == len(text)
    assert held[start : start + length] == text[start : start + length]
    assert held[start % len(text)] == text[start % len(text)]


@given(words=ANYTHING, start=st.integers(0, 80_000), end=st.integers(0, 80_000))
def test_words_are_found_and_counted_as_in_the_text(words: str, start: int, end: int) -> None:
    text = long("“a " + words)
    held = narrow(text)
    for sought in (" ", "“a ", "zz", "é"):
        assert held.find(sought, start, end) == text.find(sought, start, end)
        assert held.rfind(sought, start, end) == text.rfind(sought, start, end)
        assert held.count(sought) == text.count(sought)
        assert (sought in held) == (sought in text)


def test_an_article_is_the_same_however_its_text_is_held() -> None:
    text = long("“No,” he said — twice. ")
    article = Article(text, (Paragraph(0, len(text)),))
    assert isinstance(article.text, NarrowText)
    sent = pickle.loads(pickle.dumps(article))
    assert sent.text == text
    assert isinstance(sent.text, str)  # what analyses it needs all of it
    assert (sent.key, sent.words) == (article.key, article.words)
    assert hash(sent) == hash(article)
    assert sent == article

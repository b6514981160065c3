"""Quotes and their speakers, with the model that is shipped; the sentences are in tests/data/quotes.toml."""

import re
import time
import tomllib
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from reader.analysis.actors import Cast
from reader.analysis.findings import SURE, Quote, QuoteKind
from reader.analysis.pipeline import MODEL, ModelError, load, understand
from reader.analysis.quotations import find_quotations
from reader.analysis.quotes import QuoteReader
from reader.article import Article, Paragraph

CASES = tomllib.loads((Path(__file__).parents[1] / "data" / "quotes.toml").read_text("utf-8"))["cases"]
WRONG_AT_MOST = 3  # of the cases; a model is never always right


@pytest.fixture(scope="module")
def nlp() -> Language:
    try:
        return load()
    except ModelError as error:
        pytest.skip(f"no model at {MODEL}: {error}")


def article_of(text: str) -> Article:
    return Article(text, tuple(Paragraph(*found.span()) for found in re.finditer(r"[^\n]+", text)))


def words(article: Article, quote: Quote) -> str:
    return " | ".join(article.text[each.start : each.end] for each in quote.segments)


def read(nlp: Language, text: str) -> list[tuple[str, str]]:
    """Give each quote's words with its speaker's name, or the words that stand for the speaker."""
    article = article_of(text)
    analysis = understand(nlp, article)
    found = []
    for quote in analysis.quotes:
        source = article.text[quote.source.start : quote.source.end] if quote.source else ""
        name = analysis.actors[quote.speaker].name if quote.speaker else source
        found.append((words(article, quote), name))
    return found


def test_cases_are_many():
    assert len(CASES) >= 60


def test_words_and_speakers_are_right_in_all_but_a_few_cases(nlp):
    wrong = []
    for case in CASES:
        expected = [tuple(pair) for pair in case["quotes"]]
        found = read(nlp, case["text"])
        if found != expected:
            wrong.append(f"{case['case']}: {found}")
    assert len(wrong) <= WRONG_AT_MOST, "\n".join(wrong)

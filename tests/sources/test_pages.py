"""Articles on web pages of different make. The pages were written for the purpose."""

import re
from collections import Counter
from pathlib import Path

import pytest

from reader.sources import SourceError
from reader.sources.reading import read
from tests.sources import making

PAGES = Path(__file__).parent / "pages"
ARTICLES = sorted(path.stem for path in PAGES.glob("*.txt"))
#: What is known to be kept of the clutter: an old page has no marks that tell article from margin.
CLUTTER = {"old_table": 0.3, "interview": 0.2}


def words(text: str) -> Counter:
    return Counter(re.findall(r"\w+", text))


def shown(name: str):
    (article,) = read((PAGES / f"{name}.html").read_bytes(), f"https://example.org/{name}")
    return article


@pytest.mark.parametrize("name", ARTICLES)
def test_the_article_is_found_and_little_else(name):
    wanted = words((PAGES / f"{name}.txt").read_text("utf-8"))
    found = words(shown(name).text)
    assert not wanted - found
    assert (found - wanted).total() <= CLUTTER.get(name, 0.05) * found.total()


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("news_schema", ("Harbour Town Votes to Keep Its Ferry", "Ann Lee", "2024-06-19")),
        (
            "div_soup",
            ("Court Lets Translator Keep Her Notebooks", "Jonas Beck and Sara Lindqvist", "2024-03-08"),
        ),
        ("blog", ("What I Learned From a Year of Council Meetings", "Wim Castle", "2022-12-30")),
        ("wire_sections", ("Three Nations Sign Accord on River Water", "Farid Noor", "2021-09-16")),
        ("old_table", ("Miners Return to Work at Grey Point", None, None)),
    ],
)
def test_headline_byline_and_date_are_found(name, facts):
    article = shown(name)
    assert (article.title, article.byline, article.published) == facts
    assert article.text.startswith(facts[0])


def test_headings_lists_and_block_quotes_keep_their_kinds():
    article = shown("blog")
    kinds = {article.text[p.start : p.end]: p.kind.value for p in article.paragraphs}
    assert kinds["“We have closed two libraries in less time than this.”"] == "block-quote"
    assert kinds["• Let the public speak first and not last."] == "list-item"
    sections = shown("wire_sections")
    assert ("What was agreed", "heading") in {
        (sections.text[p.start : p.end], p.kind.value) for p in sections.paragraphs
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("paywall", "is for subscribers"),
        ("consent", "asks for consent first"),
        ("javascript_only", "wants a browser with JavaScript"),
        ("login", r"only \d+ words found; is this page behind a login\?"),
    ],
)
def test_a_page_without_its_article_says_why(name, said):
    with pytest.raises(SourceError, match=said):
        shown(name)


def test_an_empty_page_says_so():
    with pytest.raises(SourceError, match=r"no text was found|empty"):
        read(making.page(""))


@pytest.mark.parametrize(
    ("charset", "head"),
    [("windows-1251", '<meta charset="windows-1251">'), ("koi8-r", None), ("utf-8", "latin-1")],
)
def test_the_charset_is_taken_from_mark_header_or_bytes(charset, head):
    line = "Мэр заявил в понедельник, что паром останется, и что никто в городе не хочет моста. "
    text = f"<html><head>{head or ''}</head><body><article><h1>Паром</h1><p>{line * 3}</p><p>{line * 4}</p>"
    (article,) = read(text.encode(charset), charset=None if head and "<" in head else head or charset)
    assert line.strip() in article.text

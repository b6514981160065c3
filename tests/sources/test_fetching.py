"""Pages and feeds from servers of every temper, all of them on the loopback."""

import time
import tracemalloc
from contextlib import contextmanager
from dataclasses import replace

import pytest

from reader.article import Article, Paragraph
from reader.options import Options
from reader.sources import SourceError, fetching, open_articles, open_whole
from reader.sources.cleaning import clean_line
from reader.sources.fetching import fetch, is_address
from tests.sources import making, serving
from tests.sources.making import HEADLINE, PARAGRAPHS


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


def refused(answer: serving.Answer, deadline: float = 20) -> str:
    with serving.server({"/": answer}) as address, pytest.raises(SourceError) as refusal:
        fetch(f"{address}/", deadline)
    message = str(refusal.value)
    assert message == clean_line(message)
    return message


@pytest.mark.parametrize("argument", ["https://example.org", "HTTP://example.org/x", " http://a"])
def test_addresses_are_told(argument):
    assert is_address(argument)


@pytest.mark.parametrize("argument", ["file:///etc/passwd", "ftp://a", "http.txt", "./http://a", "-", ""])
def test_all_else_is_a_path(argument):
    assert not is_address(argument)


def test_a_page_is_opened_by_its_address():
    with serving.server(
        {"/a?b=c": serving.redirect("/ferry#x"), "/ferry": serving.content(making.news_page())}
    ) as address:
        (article,) = open_articles(f"{address}/a?b=c")
    assert article.title == HEADLINE
    assert article.source == f"{address}/ferry"
    assert PARAGRAPHS[0] in article.text


def test_passwords_in_an_address_are_not_kept():
    with serving.server({"/": serving.content(b"The ferry stays.", "text/plain")}) as address:
        (article,) = open_articles(address.replace("http://", "http://ann:secret@") + "/")
    assert article.source == f"{address}/"


def test_the_server_is_told_who_asks():
    seen = {}

    def answer(handler, gone):
        seen.update(handler.headers)
        serving.content(b"The ferry stays.")(handler, gone)

    with serving.server({"/": answer}) as address:
        fetch(address)
    assert seen["User-Agent"].startswith("stage-reader/")
    assert "Cookie" not in seen


def test_the_proxy_of_the_environment_is_asked(monkeypatch):
    page = "http://example.invalid/page"
    with serving.server({page: serving.content(making.news_page())}) as proxy:
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("HTTP_PROXY", proxy)
        monkeypatch.setenv("http_proxy", proxy)
        assert open_articles(page)[0].title == making.HEADLINE


def test_a_charset_in_the_header_is_believed():
    text = "Premier powiedział w poniedziałek, że rząd nie ustąpi."
    answer = serving.content(text.encode("iso-8859-2"), "text/plain; charset=iso-8859-2")
    with serving.server({"/": answer}) as address:
        assert open_articles(address)[0].text == text


def test_a_packed_page_is_unpacked():
    with serving.server({"/": serving.packed(b"The ferry stays.")}) as address:
        assert fetch(address).data == b"The ferry stays."


@pytest.mark.parametrize(
    ("code", "said"),
    [(404, "does not exist"), (401, "login"), (402, "paid"), (403, "403"), (429, "later"), (500, "500")],
)
def test_refusals_of_the_server_are_said_in_words(code, said):
    assert said in refused(serving.status(code))


def test_a_page_that_never_ends_is_refused(monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 1 << 20)
    assert "larger than 1 MB, or never ends" in refused(serving.endless)


def test_a_packed_bomb_is_refused_in_bounded_memory(monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 4 << 20)
    answer = serving.packed(bytes(120 << 20))
    tracemalloc.start()
    assert "larger than 4 MB" in refused(answer)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 << 20


def test_a_page_packed_twice_is_refused():
    assert "not asked for" in refused(serving.packed(bytes(1 << 20), times=2))


@pytest.mark.parametrize("answer", [serving.dripping, serving.silent], ids=["a byte at a time", "silent"])
def test_a_slow_server_is_left_at_the_deadline(answer):
    begin = time.monotonic()
    assert "does not answer in time" in refused(answer, deadline=0.4)
    assert time.monotonic() - begin < 2


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "ftp://127.0.0.1/",
        "javascript:alert(1)",
        "data:,x",
    ],
)
def test_a_redirect_leads_to_the_web_or_nowhere(target):
    assert "no page of the web" in refused(serving.redirect(target))


@pytest.mark.parametrize("target", ["http://", "//[", "http://\x1b]0;x\x07/"])
def test_a_redirect_to_nonsense_is_one_clear_line(target):
    assert refused(serving.redirect(target))


def test_redirects_in_a_circle_end():
    assert "more than 5 times" in refused(serving.redirect("/"))


def test_what_is_no_http_is_one_clean_line():
    assert "cannot be fetched" in refused(serving.nonsense)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "http://", "http://[", "http://a b/", "https://\x1b/"]
)
def test_an_address_that_leads_nowhere_is_one_clean_line(address):
    with pytest.raises(SourceError) as refusal:
        open_articles(address)
    assert str(refusal.value) == clean_line(str(refusal.value))


@contextmanager
def feed():
    """A feed of two teasers of a page each, a teaser of a page that is gone, and a whole article."""
    answers = {
        "/1": serving.content(making.news_page("First")),
        "/2": serving.content(making.news_page("Second")),
        "/3": serving.status(404),
    }
    with serving.server(answers) as address:
        whole = "".join(f"&lt;p&gt;{paragraph}&lt;/p&gt;" for paragraph in PARAGRAPHS * 4)
        entries = [
            {
                "title": title,
                "link": f"{address}/{number}",
                "description": "A teaser." if number < 4 else whole,
            }
            for number, title in enumerate(["One", "Two", "Three", "Four"], 1)
        ]
        answers["/feed"] = serving.content(making.rss(entries), "application/rss+xml")
        yield f"{address}/feed"


def test_of_a_feed_only_the_first_entry_is_fetched_at_once():
    with feed() as address:
        articles = open_articles(address)
    assert [article.title for article in articles] == ["First", "Two", "Three", "Four"]
    assert PARAGRAPHS[0] in articles[0].text
    assert articles[1].text == "Two\n\nA teaser."
    assert [article.whole_at is not None for article in articles] == [False, True, True, False]


def test_another_entry_of_a_feed_is_fetched_when_asked_for():
    with feed() as address:
        _, second, third, fourth = open_articles(address)
        assert open_whole(second).title == "Second"
        with pytest.raises(SourceError, match=r"/3 does not exist \(404\)"):
            open_whole(third)
        assert open_whole(fourth) is fourth


def test_what_the_reader_gave_outlasts_the_fetching():
    with feed() as address:
        options = Options()
        options.source, options.date = "The Courier", "2024-06-19"
        entries = options.cited(open_articles(address))
        second = open_whole(entries[1])
    assert (second.title, second.source, second.published) == ("Second", "The Courier", "2024-06-19")
    assert PARAGRAPHS[0] in second.text


def test_as_many_entries_as_wanted_are_fetched_at_once():
    with feed() as address:
        articles = open_articles(address, wholes=10)
    assert [article.title for article in articles] == ["First", "Second", "Three", "Four"]


def test_a_page_with_no_more_than_the_teaser_leaves_the_teaser():
    text = " ".join(PARAGRAPHS * 3)
    with serving.server({"/": serving.content(making.news_page(paragraphs=PARAGRAPHS * 2))}) as address:
        entry = Article(text, (Paragraph(0, len(text)),), whole_at=f"{address}/")
        assert open_whole(entry) == replace(entry, whole_at=None)


def test_a_feed_in_a_file_fetches_nothing(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_bytes(
        making.rss([{"title": "One", "link": "http://127.0.0.1:1/", "description": "A teaser."}])
    )
    assert [article.text for article in open_articles(str(path))] == ["One\n\nA teaser."]

"""Articles that mean harm. Nothing in them acts, hangs, or fills the memory; what is left of them is text."""

import html
import resource
import struct
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.sources import SourceError, archive, open_articles
from reader.sources.cleaning import clean_line
from reader.sources.reading import read
from tests import fuzz
from tests.sources import making

FILLER = " ".join(making.PARAGRAPHS * 3)
HARM = {
    "writes the clipboard (OSC 52)": "\x1b]52;c;aGVsbG8=\x07",
    "links elsewhere (OSC 8)": "\x1b]8;;https://example.org\x1b\\here\x1b]8;;\x1b\\",
    "names the window": "\x1b]0;owned\x07",
    "C1 codes": "\x9d52;c;aGk=\x9c\x9b31m\x85",
    "NUL and bell": "\x00\x07\x08",
    "turns the writing": "\u202eabc\u2066def\u200f",
    "breaks lines": "\u2028\u2029\x0b\x0c",
}
MARKUP = [
    "[@click=app.quit]Quit[/]",
    "[/x]",
    "[bold",
    "[$primary]\\",
    "[BBC News] [5%]",
    "[link=https://a]b[/link]",
]


def in_every_format(text: str) -> dict[str, bytes]:
    """Documents whose title, byline and text hold `text`; in mark-up as references, which no parser drops."""
    escaped = html.escape(text)
    references = "".join(f"&#{ord(char)};" if not char.isalnum() else char for char in text)
    xml = html.escape(
        "".join(char for char in text if char.isprintable() or char in "\u202e\u2066\u2028\x85\x9b")
    )
    return {
        "text": f"A {text} title\n\nBy Ann {text} Lee\n\n{text} {FILLER}".encode(),
        "Markdown": f"# A {text} title\n\n## By {text}\n\n{text} {FILLER}\n".encode(),
        "page": making.news_page(f"A {references} title", [f"{references} {FILLER}", f"{escaped} {FILLER}"]),
        "feed": making.rss([{"title": f"A {xml} title", "author": xml, "description": f"{xml} {FILLER}"}]),
        "mail": making.mail(f"{text} {FILLER}", subject=f"A {text!r} title").replace(b"Ann", text.encode()),
        "book": making.epub([f"<h1>A {references} title</h1><p>{references} {FILLER}</p>"], author=xml),
        "Word": making.docx([(f"A {xml} title", "Title"), (f"{xml} {FILLER}", None)]),
        "PDF": making.pdf(
            [[f"A {text} title".encode("latin-1", "ignore").decode("latin-1"), *making.PARAGRAPHS[2:]]]
        ),
    }


@pytest.mark.parametrize("form", in_every_format(""))
@pytest.mark.parametrize("harm", HARM)
def test_harm_is_gone_in_every_format(harm, form):
    for article in read(in_every_format(HARM[harm])[form], "x"):
        fuzz.sound(article)
        assert "title" in article.text


@pytest.mark.parametrize("form", in_every_format(""))
@pytest.mark.parametrize("markup", MARKUP)
def test_markup_of_the_screen_is_text_and_stays(markup, form):
    (article,) = read(in_every_format(markup)[form], "x")
    fuzz.sound(article)
    if form != "Markdown":  # where brackets and backslashes are marks of its own
        assert " ".join(markup.split()) in article.text
        assert form == "PDF" or markup in (article.title or "")


def test_the_name_of_a_file_is_text(tmp_path):
    path = tmp_path / "[@click=app.quit]\x1b]0;x\x07\u202e.html"
    path.write_bytes(making.news_page())
    (article,) = open_articles(str(path))
    assert article.source == str(tmp_path / "[@click=app.quit].html")
    path.write_bytes(b"%PDF-")
    with pytest.raises(SourceError) as refused:
        open_articles(str(path))
    assert str(refused.value) == clean_line(str(refused.value))


@pytest.mark.parametrize("part", ["OEBPS/chapter 0.xhtml", "META-INF/container.xml"])
def test_a_bomb_in_a_book_is_refused(monkeypatch, part):
    monkeypatch.setattr(archive, "MOST_BYTES", 1 << 20)
    with pytest.raises(SourceError, match="unpacks to more than"):
        read(making.epub(["<p>a</p>"], **{part: bytes(8 << 20)}))


def test_a_bomb_in_a_word_document_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 1 << 20)
    with pytest.raises(SourceError, match="unpacks to more than"):
        read(making.docx([("a" * (8 << 20), None)]))


def test_an_archive_that_lies_about_its_sizes_unpacks_no_more_than_it_says(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 1 << 20)
    book = making.epub([f"<p>{FILLER}</p>"], **{"OEBPS/chapter 0.xhtml": bytes(8 << 20)})
    lying = book.replace(struct.pack("<I", 8 << 20), struct.pack("<I", 1000))
    assert lying != book
    with pytest.raises(SourceError, match=r"damaged|encrypted"):
        read(lying)


def laughs(root: str, inside: str) -> str:
    entities = '<!ENTITY lol0 "lol"><!ENTITY out SYSTEM "file:///etc/passwd">'
    entities += "".join(f'<!ENTITY lol{i} "{f"&lol{i - 1};" * 10}">' for i in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{entities}]>{inside}'


BODY = f"<body><h1>&lol9;&out;</h1><p>&lol9;&out; {FILLER}</p></body>"
ENTITY_BOMBS = {
    "feed": laughs(
        "rss",
        f"<rss><channel><item><title>&lol9;&out;</title><description>{FILLER}</description></item></channel></rss>",
    ).encode(),
    "page": laughs("html", f"<html>{BODY}</html>").encode(),
    "chapter": making.epub(["x"], **{"OEBPS/chapter 0.xhtml": laughs("html", f"<html>{BODY}</html>")}),
    "table of contents": making.epub(
        [f"<p>{FILLER}</p>"], **{"META-INF/container.xml": laughs("container", making.CONTAINER)}
    ),
    "book": making.epub([f"<p>{FILLER}</p>"], title="&lol9;", author="&out;"),
}


@pytest.mark.parametrize("where", ENTITY_BOMBS)
def test_entities_neither_explode_nor_read_files(where):
    begin = time.process_time()
    try:
        articles = read(ENTITY_BOMBS[where])
    except SourceError as refusal:
        fuzz.one_clean_line(refusal)
        articles = []
    assert time.process_time() - begin < fuzz.PATIENCE
    for article in articles:
        fuzz.sound(article)
        for text in (article.text, article.byline or ""):
            assert "lollol" not in text
            assert "root:" not in text
        assert len(article.text) < 2000


def test_entities_in_a_word_document_neither_explode_nor_read_files():
    document = laughs(
        "w", "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    )
    document += f"<w:body><w:p><w:r><w:t>&lol9;&out; {FILLER}</w:t></w:r></w:p></w:body></w:document>"
    try:
        (article,) = read(making.replaced(making.docx([("a", None)]), {"word/document.xml": document}))
    except SourceError:
        return
    assert "lollol" not in article.text
    assert "root:" not in article.text


N = 100_000
HUGE = {
    "a line of 50 MB": b"Die F\xc3\xa4hre bleibt. " * ((50 << 20) // 20),
    "100,000 tiny paragraphs of text": b"No.\n\n" * N,
    "100,000 tiny paragraphs of a book": making.epub(["<p>No.</p>" * N]),
    "100,000 tiny paragraphs of a feed": making.rss(
        [{"title": "a", "description": "&lt;p&gt;No.&lt;/p&gt;" * N}]
    ),
    "20,000 tiny paragraphs of Markdown": b"# A\n\n# B\n\n" + b"No.\n\n" * 20_000,
    "20,000 tiny paragraphs of a page": making.page("<h1>A</h1>" + "<p>No.</p>" * 20_000),
    "nested 100,000 deep": making.page("<div>" * N + FILLER),
    "nested lists": making.epub(["<ul><li>" * N + FILLER]),
    "nested links": making.epub(["<a href='https://example.org/'>a <b>" * 20_000 + FILLER]),
    "links without an end": b"# A\n\n# B\n\n" + b"[a](https://example.org/) " * 20_000,
    "nested quotes": b"# A\n\n# B\n\n" + b">" * N + b" a",
    "brackets without an end": b"# A\n\n# B\n\n" + b"[" * N,
    "stars without an end": b"# A\n\n# B\n\n" + b"*a " * (N // 5),
    "attributes without an end": making.page(
        "<p " + " ".join(f"a{i}=1" for i in range(9_000)) + f">{FILLER}"
    ),
    "parts without an end": making.mail("--b\n\nx\n" * 10_000, kind="multipart/mixed; boundary=b"),
    "comments without an end": b"<!-- -->" * 2_000 + b"<x",
    "white space without an end": b" " * 16_000 + b"<x",
    "marks on one letter": ("Cafe" + "\u0301\u0316" * N).encode(),
    "joiners": ("a" + "\u200d" * N + "b").encode(),
    "sequences without an end": (b"\x1b]" + b"a" * 4000) * 500,
}


def _cost(source: bytes) -> float:
    """The processor time in seconds that it takes to read a source, or to refuse it, and to check that."""
    begin = time.process_time()
    try:
        for article in read(source):
            fuzz.sound(article)
    except SourceError as refusal:
        fuzz.one_clean_line(refusal)
    return time.process_time() - begin


@pytest.mark.parametrize("case", HUGE)
def test_size_takes_time_and_memory_in_proportion(case):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    costs = (_cost(HUGE[case]) for _ in range(3))  # a busy machine may be slow once or twice
    assert any(cost < 2 * fuzz.PATIENCE for cost in costs)  # with the checks
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown * (1024 if sys.platform == "linux" else 1) < 800 << 20


def test_lone_surrogates_become_replacement_characters():
    line = "Die Fähre über den Fluß fährt früh. ".encode() * 20
    assert "\ufffd" in read(line + b"\xed\xa0\x80 " + line)[0].text
    assert "\ufffd" in read("A\ud800B stays.".encode("utf-16", "surrogatepass"))[0].text


def test_writing_from_right_to_left_stays_and_its_controls_go():
    text = "אמר ראש העיר ביום שני כי המעבורת תישאר. وقال رئيس البلدية إن العبارة ستبقى."
    (article,) = read(f"\u202b{text}\u202c\u200f".encode())
    assert article.text == text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_any_bytes_are_an_article_or_one_clear_line(data):
    fuzz.check(data)


STARTS = [
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"<html>",
    b"<rss>",
    b"# a\n\n# b\n",
    b"From: a\nTo: b\nDate: c\n",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(STARTS), st.text(max_size=200), st.binary(max_size=100))
def test_anything_after_a_known_beginning_is_an_article_or_one_clear_line(start, text, data):
    fuzz.check(start + text.encode("utf-8", "surrogatepass") + data)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("seed", fuzz.seeds())
def test_what_the_fuzzer_spoils_is_read_when_it_is_whole(seed):
    assert fuzz.check(seed) == "read"


@pytest.mark.filterwarnings("ignore")
def test_two_thousand_spoilt_articles_do_no_harm():
    mutator = fuzz.Mutator(seed=1)
    for number in range(2000):
        data = mutator.made(number)
        try:
            fuzz.check(data)
        except Exception as error:
            pytest.fail(f"python -m tests.fuzz --only {number}: {type(error).__name__}: {error}")


TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in making.PARAGRAPHS * 3)


@pytest.mark.parametrize(
    "data",
    [
        making.page(TEXT, f"<meta name=author content='{'(' * 50_000}'>"),
        making.page(TEXT, "<meta name=author content='Ann Lee'>" * 5_000),
        making.page(TEXT, f"<script type='application/ld+json'>{'[' * 100_000}</script>"),
        making.page(TEXT + "<div class='pull-quote'>The council</div>" * 3_000),
        making.page(TEXT + "<span>By Ann Lee</span>" * 5_000),
        making.epub(
            ["<h2>x</h2>" * 3_000 + TEXT],
            contents="<ol>" + "<li><a href='chapter%200.xhtml'>y</a></li>" * 3_000 + "</ol>",
        ),
        making.mail(
            "--b\nContent-Type: text/plain\n\nx\n" * 2_000 + "--b--", kind="multipart/mixed; boundary=b"
        ),
        b"a\n\f" * 50_000,
        making.rss([{"title": "A", "description": "&" * 50_000}]),
    ],
    ids=[
        "brackets",
        "metas",
        "nested data",
        "pulled",
        "bylines",
        "contents",
        "parts",
        "sheets",
        "ampersands",
    ],
)
def test_much_of_anything_that_is_looked_for_takes_no_long_time(data):
    fuzz.check(data)

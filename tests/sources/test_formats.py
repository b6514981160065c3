"""What a file is, told by its content; and what each format gives. All sentences are made up."""

import gzip
import subprocess
import sys

import pytest

from reader.article import Article
from reader.sources import SourceError, open_articles
from reader.sources.formats import Format, expand
from reader.sources.reading import format_of, read
from tests.sources import making
from tests.sources.making import HEADLINE, PARAGRAPHS, one, pieces, texts

LARGE = [
    "httpx",
    "lxml",
    "trafilatura",
    "docx",
    "pypdfium2",
    "ftfy",
    "py3langid",
    "markdown_it",
    "email.message",
]
MARKDOWN = f"""\
# {HEADLINE}

*By Ann Lee*

The **council** of [Port Ellery](https://example.org/ellery) voted on *Tuesday*.

## What is next

- Mend the engine
- Wait
  1. once

> We are an island,
> she said.
"""


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"Ferry Stays\n\nThe ferry stays.", Format.TEXT),
        (b"# of boats: 4\nThe ferry stays.", Format.MARKDOWN),
        (b"We pay * 5 and * 6 for #1 [sic] and #2 (see below).", Format.TEXT),
        (b"Reporter: Will it stay?\nMayor: Yes.\n\nShe left.", Format.TEXT),
        (b"a < b, and <b> is bold", Format.TEXT),
        (b"<ferry> is what they call it", Format.TEXT),
        (MARKDOWN.encode(), Format.MARKDOWN),
        (making.news_page(), Format.PAGE),
        (b"\xef\xbb\xbf\n<!-- saved --><HTML><body>x", Format.PAGE),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html>', Format.PAGE),
        (making.rss([{"title": "a"}]), Format.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>', Format.FEED),
        (making.mail("The ferry stays."), Format.MAIL),
        (making.pdf([["The ferry stays."]]), Format.PDF),
        (making.epub(["<p>a</p>"]), Format.EPUB),
        (making.docx([("The ferry stays.", None)]), Format.DOCX),
    ],
)
def test_the_format_is_told_by_content(data, form):
    assert format_of(data)[0] is form


@pytest.mark.parametrize("times", [1, 2])
def test_gzip_is_undone(times):
    data = b"Ferry Stays\n\nThe ferry stays."
    for _ in range(times):
        data = gzip.compress(data)
    assert one(data).title == "Ferry Stays"


def test_a_gzip_file_cut_short_gives_what_there_is():
    data = gzip.compress(b"The ferry stays. " * 2000, mtime=0)
    assert one(data[:-20]).text.startswith("The ferry stays.")


def test_gzip_of_more_than_the_limit_is_refused():
    with pytest.raises(SourceError, match="unpacks to more than 1 MB"):
        expand(gzip.compress(bytes(5 << 20)), 1 << 20)


def test_markdown_keeps_its_kinds_and_loses_its_marks():
    article = one(MARKDOWN.encode())
    assert texts(article) == [
        (HEADLINE, "heading"),
        ("The council of Port Ellery voted on Tuesday.", "paragraph"),
        ("What is next", "heading"),
        ("• Mend the engine", "list-item"),
        ("• Wait", "list-item"),
        ("1. once", "list-item"),
        ("We are an island, she said.", "block-quote"),
    ]
    assert (article.title, article.byline) == (HEADLINE, "Ann Lee")


def test_front_matter_of_markdown_is_used_and_not_shown():
    article = one(
        b'---\ntitle: "The Ferry"\nauthor: Ann Lee\ndate: 2024-06-19\ntags: [a]\n---\n\nIt *stays*.\n'
    )
    assert texts(article) == [("The Ferry", "heading"), ("It stays.", "paragraph")]
    assert (article.byline, article.published) == ("Ann Lee", "2024-06-19")


def test_front_matter_may_hold_lists():
    front = (
        '---\ntitle: >\n  The Ferry\nauthors:\n  - Ann Lee\n  - "Omar Díaz"\ntags: [a]\n\ndate: 2024-06-19\n'
    )
    article = one(f"{front}---\n\nIt stays.\n".encode())
    assert article.text == "The Ferry\n\nIt stays."
    assert (article.byline, article.published) == ("Ann Lee and Omar Díaz", "2024-06-19")


def test_html_and_notes_in_markdown_give_their_words():
    data = b"# A\n\n## B\n\nIt <b>stays</b>[^1],<br>she said.\n\n<div><p>One.</p><script>x</script></div>\n\n"
    article = one(data + b"[^1]: So.")
    assert [text for text, _ in texts(article)][2:] == ["It stays, she said.", "One.", "1. So."]


def links(article: Article) -> list[tuple[str, str]]:
    return [(article.text[link.start : link.end], link.target) for link in article.links]


LINKED = (
    "<p>The <a href='https://example.org/council'>council\n of <b>Port</b>\u200b Ellery</a> voted,"
    " <a href='#x'>it</a>\x85 said. <a href='javascript:alert()'>No</a>:"
    " <a href='https://example.org/\u202e[/x]'>the council</a>"
    " <a href=mailto:ann@example.org>\nwrote </a>.</p>"
)


@pytest.mark.parametrize(
    "data", [making.epub([LINKED + LINKED + LINKED]), making.mail(LINKED, kind="text/html")]
)
def test_links_are_text_with_their_targets(data):
    assert links(one(data))[:3] == [
        ("council of Port Ellery", "https://example.org/council"),
        ("the council", "https://example.org/[/x]"),
        ("wrote", "mailto:ann@example.org"),
    ]


def test_links_of_a_page_lead_where_its_address_says():
    first = (
        f"{PARAGRAPHS[0]} Her opponents are led by <a href='/okoye'>Tomas Okoye</a>, who is no friend of it."
    )
    (article,) = read(making.news_page(paragraphs=[first, *PARAGRAPHS * 2]), "https://example.org/ferry")
    assert links(article) == [("Tomas Okoye", "https://example.org/okoye")]


def test_links_of_markdown_lists_and_quotes_keep_their_places():
    article = one(
        b"# A\n\n## B\n\n- see [the *old*\nferry](https://example.org/1)\n\n> or <https://example.org/2>.\n"
    )
    assert links(article) == [
        ("the old ferry", "https://example.org/1"),
        ("https://example.org/2", "https://example.org/2"),
    ]


def test_links_to_footnotes_are_no_words():
    sentence = (
        "The ferry stays<a epub:type='noteref' href='#1'>1</a>, she<sup><a href='#2'>[2]</a></sup> said"
    )
    sentence += (
        "<a href='#3'><sup>3</sup></a>, and the<a role='doc-noteref' href='#4'>†</a> bridge does not come."
    )
    (chapter,) = read(
        making.epub([f"<h1>Ferries</h1><p>{sentence}</p><p>{PARAGRAPHS[0]} {PARAGRAPHS[1]}</p>"])
    )
    assert "The ferry stays, she said, and the bridge does not come." in chapter.text


def test_a_pdf_loses_running_titles_and_divided_words():
    pages = [
        ["The Courier, vol. 3", "She called the vote a mis-", "take and left the hall early.", "1"],
        ["The Courier, vol. 3", "The ferry will sail on in winter.", "2"],
        ["The Courier, vol. 3", "Nobody knows for how long, she said.", "3"],
    ]
    article = one(making.pdf(pages, "/Title(A Ferry Stays)/Author(Ann Lee)/CreationDate(D:20240619)"))
    assert "a mistake" in article.text
    assert article.text.split()[-7:] == ["Nobody", "knows", "for", "how", "long,", "she", "said."]
    assert "Courier" not in article.text
    assert (article.byline, article.published) == ("Ann Lee", "2024-06-19")


def test_the_day_in_the_running_title_of_a_pdf_goes_before_that_of_the_file():
    page = [
        "Wednesday, June 19, 2024",
        "The ferry will sail on in winter.",
        "Nobody knows how.",
        "Or when.",
        "1",
    ]
    assert one(making.pdf([page], "/CreationDate(D:20250101)")).published == "2024-06-19"


def test_a_pdf_of_pictures_says_that_it_is_one():
    with pytest.raises(SourceError, match="perhaps it is a scan"):
        read(making.pdf([[""], [""]]))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (making.archive({"a.txt": "a"}), "zip archive"),
        (making.epub(["<p>a</p>"])[:200], "damaged"),
        (making.docx([("a", None)])[:-300], "damaged"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (b"<rss><channel></channel></rss>", "without entries"),
        (making.epub(["<p>a</p>"]), "without text"),
        (making.docx([]), "empty"),
        (making.mail(""), "empty"),
        (making.mail("x", kind="image/png"), "without text"),
        (b"\x1f\x8b\x08nonsense", "damaged gzip"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data, said):
    with pytest.raises(SourceError, match=said) as refused:
        read(data)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\n\n".join(PARAGRAPHS), "en"),
        (
            "Le maire a dit lundi que le bac resterait, et que personne dans la ville ne voulait d’un pont.",
            "fr",
        ),
        (
            "Der Bürgermeister sagte am Montag, die Fähre werde bleiben, und niemand wolle eine Brücke.",
            "de",
        ),
        ("Мэр заявил в понедельник, что паром останется, и что никто в городе не хочет моста.", "ru"),
        ("Ferry Stays", "en"),
    ],
)
def test_the_language_is_told(tmp_path, text, code):
    path = tmp_path / "article"
    path.write_text(text, encoding="utf-8")
    assert [article.language for article in open_articles(str(path))] == [code]


def test_nothing_large_is_imported_for_a_plain_text(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text("\n\n".join([HEADLINE, *PARAGRAPHS]), encoding="utf-8")
    code = "import sys\nfrom reader.sources import open_articles\nopen_articles(sys.argv[1])\n"
    code += f"print([name for name in {LARGE} if name in sys.modules])"
    command = [sys.executable, "-c", code, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("missing", "data"), [("trafilatura", making.news_page()), ("pypdfium2", making.pdf([["a"]]))]
)
def test_an_extra_that_is_not_installed_is_named(monkeypatch, missing, data):
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(SourceError, match=r"pip install 'stage-reader\[(web|pdf)\]'"):
        read(data)


def test_front_matter_in_toml_is_used_and_not_shown():
    front = f'+++\ntitle = "{HEADLINE}"\nauthors = ["Ann Lee", "Omar Díaz"]\ndate = 2024-06-19\n+++\n'
    article = one(f"{front}\n{PARAGRAPHS[0]}\n".encode())
    assert (article.byline, article.published) == ("Ann Lee and Omar Díaz", "2024-06-19")
    assert pieces(article) == [HEADLINE, PARAGRAPHS[0]]


def test_byline_and_date_may_share_a_paragraph_of_markdown():
    article = one(f"# {HEADLINE}\n\n*By Ann Lee*  \n*June 19, 2024*\n\n{PARAGRAPHS[0]}\n\n## Two\n".encode())
    assert (article.byline, article.published) == ("Ann Lee", "2024-06-19")
    assert pieces(article)[1] == PARAGRAPHS[0]


def test_a_row_of_a_table_is_a_paragraph_and_a_layout_is_none():
    table = "# Cost\n\n## Years\n\n| Year | Cost |\n| --- | --- |\n| 2019 | 4.1 |\n"
    assert pieces(one(table.encode()))[2:] == ["Year · Cost", "2019 · 4.1"]
    rows = "<tr><th>Year<th>Cost</tr><tr><td>2019<td><b>4.1</b></tr>"
    layout = f"<tr><td>Home<td><p>{PARAGRAPHS[0]}</p></tr>"
    (article, *_) = read(
        making.epub([f"<h1>A</h1><table>{rows}</table><table>{layout}</table>" + "<p>b c</p>" * 15])
    )
    assert pieces(article)[1:5] == ["Year · Cost", "2019 · 4.1", "Home", PARAGRAPHS[0]]


def test_a_raised_number_behind_a_sentence_is_a_note_and_behind_a_letter_a_power():
    (article,) = read(
        making.epub(
            [f"<h1>A</h1><p>It stays.<sup>2</sup> Of 9 km<sup>2</sup>.</p><p>{PARAGRAPHS[0] * 3}</p>"]
        )
    )
    assert pieces(article)[1] == "It stays. Of 9 km2."

"""Articles on web pages of different make. The pages were written for the purpose."""

import re
from collections import Counter
from pathlib import Path

import pytest

from reader.sources import SourceError
from reader.sources.reading import read
from tests.sources import making
from tests.sources.making import pieces

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
        (
            "companion_columns",
            (
                "Port Strike Ends After Nine Days as Dockers Accept Pay Offer",
                "Jonas Hale and Mira Sandoval",
                "2026-03-08",
            ),
        ),
        (
            "rich_links",
            (
                "Two Neighbours Reopen a Border Bridge After 31 Years",
                "Nadia Fröhlich and Ben Achterberg",
                "2024-09-18",
            ),
        ),
        ("old_table", ("Miners Return to Work at Grey Point", "Hal Everett", "2003-05-06")),
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


@pytest.mark.parametrize(
    ("wall", "said"),
    [
        ("This article is for subscribers. Already a subscriber? Log in.", "is for subscribers"),
        ("Verifying you are human. This may take a few seconds.", "wants a browser with JavaScript"),
    ],
)
def test_a_wall_is_told_by_its_words_where_nothing_else_tells(wall, said):
    text = f"<p>{making.PARAGRAPHS[0]}</p><div><p>{wall}</p></div>"
    page = f"<article><h1>{making.HEADLINE}</h1>{text}</article>"
    with pytest.raises(SourceError, match=said):
        read(making.page(page))


def test_a_page_that_was_saved_with_its_pictures_in_it_is_read():
    picture = f"<img src='data:image/png;base64,{'iVBORw0KGgo' * 400_000}'>"
    assert pieces(made(text=PARAGRAPHS + picture))[1:] == making.PARAGRAPHS * 2


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


PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in making.PARAGRAPHS * 2)


def made(above: str = "", text: str = PARAGRAPHS, head: str = ""):
    """An article whose headline has something below it."""
    body = f"<main><article><h1>{making.HEADLINE}</h1>{above}<div class='story'>{text}</div></article></main>"
    (article,) = read(making.page(body, head), "https://example.org/page")
    return article


def linked(authors: str, kind: str = "NewsArticle") -> str:
    return f'<script type="application/ld+json">{{"@type": "{kind}", "author": {authors}}}</script>'


TWO = "Ann Lee and Omar Díaz"
BOTH_LINKED = '<a rel="author" href="/a">Ann Lee</a> and <a rel="author" href="/o">Omar Díaz</a>'


@pytest.mark.parametrize(
    ("above", "head"),
    [
        (f"<div>By {BOTH_LINKED}</div>", ""),
        (f"<div>{BOTH_LINKED}</div>", linked('{"@type": "Person", "name": "Ann Lee"}')),
        (f"<div>By {BOTH_LINKED}</div>", linked('{"@type": "Organization", "name": "The Courier"}')),
        (f"<div>By {BOTH_LINKED}</div>", linked('"The Courier Staff"')),
        ('<ul><li itemprop="author">Ann Lee</li><li itemprop="author">Omar Díaz</li></ul>', ""),
        ('<div class="byline"><b>Ann Lee</b><i>Sea correspondent</i><b>Omar Díaz</b><i>Oslo</i></div>', ""),
        ("<p>Why it stays</p><div>By Ann Lee and Omar Díaz</div><div>June 9, 2024</div>", ""),
        ("", linked('[{"name": "Ann Lee"}, {"name": "Omar Díaz"}]')),
        (
            "",
            linked('[{"@id": "#o"}, "Ann Lee"]').replace("Ann Lee", "Omar Díaz").replace("#o", "#a")
            + '<script type="application/ld+json">{"@graph": [{"@id": "#a", "name": "Ann Lee"}]}</script>',
        ),
        ("", '<meta name="author" content="Ann Lee"><meta name="author" content="Omar Díaz">'),
        ("", '<meta name="byl" content="By Ann Lee and Omar Díaz, The Courier">'),
    ],
)
def test_all_authors_are_named_wherever_the_page_names_them(above, head):
    article = made(above, head=head)
    assert article.byline == TWO
    assert pieces(article)[-6:] == making.PARAGRAPHS * 2


@pytest.mark.parametrize(
    "above",
    [
        '<h4 class="author-name"><a href="/h">Hanne Moller</a>, <a href="/l">Leo Kranz</a></h4>',
        '<div><b class="byline__name">Hanne Moller</b><b class="byline__name">Leo Kranz</b></div>',
    ],
)
def test_names_that_nobody_knows_are_authors_where_the_page_says_so(above):
    assert made(above).byline == "Hanne Moller and Leo Kranz"


def test_a_byline_may_stand_above_the_headline():
    page = f"<main><p>Europe</p><p>By Ann Lee</p><h1>{making.HEADLINE}</h1><div>{PARAGRAPHS}</div></main>"
    assert read(making.page(page))[0].byline == "Ann Lee"


def test_the_initials_of_an_agency_are_no_author():
    above = '<div class="byline"><a href="/a">Ann Lee</a> / TNN / Oct 16</div>'
    assert made(above, head=linked('{"@type": "Person", "name": "TNN"}')).byline == "Ann Lee"


LOGO = "<header><h1>The Port Ellery Courier</h1></header>"


@pytest.mark.parametrize(
    ("above", "head"),
    [
        (
            f"{LOGO}<h2>{making.HEADLINE}</h2>",
            f"<title>{making.HEADLINE} | The Port Ellery Courier</title>",
        ),
        (
            f"{LOGO}<h1>{making.HEADLINE}</h1>",
            f"<title>The Port Ellery Courier: {making.HEADLINE}</title>",
        ),
        (f"<h1><b>Ferries</b> {making.HEADLINE}</h1>", f"<title>{making.HEADLINE}</title>"),
        (f"<h1>{making.HEADLINE}</h1>", "<title>The ferry vote explained | The Courier</title>"),
        ("", f"<title>{making.HEADLINE} - Courier</title><meta property='og:site_name' content='Courier'>"),
        ("", linked('"Ann Lee", "headline": "Harbour Town Votes to Keep Its Ferry"')),
    ],
)
def test_the_headline_is_the_articles_and_not_the_sites(above, head):
    (article,) = read(making.page(f"<main>{above}<div>{PARAGRAPHS}</div></main>", head))
    assert pieces(article)[:2] == [making.HEADLINE, making.PARAGRAPHS[0]]


def test_the_headline_is_what_the_page_shows_without_the_section_and_the_site():
    head = f'<meta property="og:title" content="{making.HEADLINE} | City News - Times of Ellery">'
    assert made(head=head).title == making.HEADLINE


def test_one_name_within_another_is_another_person():
    marks = "".join(f'<span itemprop="author">{name}</span> ' for name in ("Ann Leeson", "Ann Lee"))
    assert made(f"<div>{marks}</div>").byline == "Ann Leeson and Ann Lee"


def test_authors_of_other_articles_are_none_of_this():
    cards = '<aside><h2>More</h2><p>Fog at sea</p><p class="byline">By Tom Berg</p></aside>'
    assert made(text=PARAGRAPHS + cards).byline is None


STANDFIRST = "A bridge would have paid for itself, its friends say."


@pytest.mark.parametrize(
    ("above", "head"),
    [
        (f'<div class="standfirst"><p>{STANDFIRST}</p></div><p class="byline">By Ann Lee</p>', ""),
        (
            f"<header><div>{STANDFIRST}</div></header>",
            f'<meta property="og:description" content="{STANDFIRST}">',
        ),
    ],
)
def test_the_standfirst_is_kept(above, head):
    assert pieces(made(above, head=head))[1] == STANDFIRST


@pytest.mark.parametrize(
    "clutter",
    [
        '<aside class="pull-quote"><p>We are an island</p><cite>Ingrid Solheim</cite></aside>',
        '<p class="wp-caption-text">The ferry at dusk, last week</p>',
        '<div class="image-caption"><p>The ferry at dusk</p></div>',
        '<figure><img src="x"><figcaption>The ferry at dusk</figcaption></figure>',
        '<p><strong>Read more: <a href="/x">The bridge that never was</a></strong></p>',
        '<p><em>Related:</em> <a href="/x">The bridge that never was</a></p>',
        '<p><a href="/x">► The bridge that never was</a></p>',
        '<p><a href="/x">The bridge that never was</a></p>',
        "<p>after newsletter promotion</p>",
        "<p>___</p>",
        '<div class="signup-card"><h2>Sign up for The Quay</h2><p>News every Sunday.</p></div>',
        "<ul><li>Suggested topics:</li></ul>",
        '<div class="audio-player"><p>Listen</p><p>4 min 12 sec</p></div>',
    ],
)
def test_what_stands_between_the_paragraphs_and_is_not_the_articles_is_left_out(clutter):
    half = len(PARAGRAPHS) // 2
    assert pieces(made(text=PARAGRAPHS[:half] + clutter + PARAGRAPHS[half:]))[1:] == making.PARAGRAPHS * 2


@pytest.mark.parametrize(
    "own",
    [
        "<p>Read it aloud, she said.</p>",
        '<p>“More of <a href="/x">the same</a> is what we shall get from them,” she said.</p>',
        '<div class="pullquote"><p>Nobody asked the cook, who has crossed more often than anybody.</p></div>',
    ],
)
def test_what_only_looks_like_clutter_is_kept(own):
    text = pieces(made(text=PARAGRAPHS + own))
    assert text[-1] == re.sub("<.*?>", "", own)


def test_how_many_liked_it_is_no_text():
    assert pieces(made("<p>--</p><p>12</p>"))[1] == making.PARAGRAPHS[0]


def test_links_at_the_end_are_left_out_but_not_of_an_article_that_is_a_list_of_links():
    links = "".join(f'<li><a href="/{n}">Ferry number {n} sails again</a></li>' for n in range(3))
    assert pieces(made(text=f"{PARAGRAPHS}<ul>{links}</ul>"))[-1] == making.PARAGRAPHS[-1]
    list_ = "".join(
        f'<p><a href="/{n}">The ferry that sails in the year {n}, at last</a></p>' for n in range(12)
    )
    assert len(pieces(made(text=list_))) > 9


@pytest.mark.parametrize("mark", ['<a href="#fn1">1</a>', '<sup><a href="#n">[1]</a></sup>'])
def test_marks_of_footnotes_are_no_words(mark):
    assert (
        pieces(made(text=PARAGRAPHS.replace("since 1911.", f"since 1911.{mark}")))[1] == making.PARAGRAPHS[0]
    )


def test_a_text_that_only_machines_are_told_is_read():
    body = r"\n".join(making.PARAGRAPHS * 2)
    said = f'{{"@type": "NewsArticle", "headline": "{making.HEADLINE}", "articleBody": "{body}"}}'
    page = making.page("<div id='root'></div>", f'<script type="application/ld+json">{said}</script>')
    assert pieces(read(page)[0])[1:] == making.PARAGRAPHS * 2


def test_the_posts_of_a_live_page_are_all_read_with_their_headings():
    posts = "".join(
        f"<article><header><h2>At {n}</h2></header>{PARAGRAPHS}</article>" for n in ("noon", "six")
    )
    head = linked('"Ann Lee"', "LiveBlogPosting")
    (article,) = read(making.page(f"<main><h1>{making.HEADLINE}</h1><div>{posts}</div></main>", head))
    assert pieces(article)[1:] == ["At noon", *making.PARAGRAPHS * 2, "At six", *making.PARAGRAPHS * 2]


def test_names_of_sections_above_the_headline_are_left_out():
    rows = f"<td>Home<br>Small ads</td><td><b>{making.HEADLINE}</b><br>By Ann Lee<br><br>{PARAGRAPHS}</td>"
    (article,) = read(making.page(f"<table><tr>{rows}</tr></table>", f"<title>{making.HEADLINE}</title>"))
    assert (pieces(article)[:2], article.byline) == ([making.HEADLINE, making.PARAGRAPHS[0]], "Ann Lee")


CHINESE = "两国总统星期三在大桥中央会面，剪断了三十一年前士兵系上的丝带。一位女教师第一个过桥。"
JAPANESE = (
    "港湾労働者は日曜日に仕事に戻ることを決め、九日間続いたストライキが終わった。四十隻の船が沖で待っていた。"
)


@pytest.mark.parametrize("declared", ["right", "wrong", None])
@pytest.mark.parametrize(
    ("text", "charset"), [(CHINESE, "gb18030"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp")]
)
def test_pages_in_writing_without_spaces_are_read(text, charset, declared):
    mark = {"right": f'<meta charset="{charset}">', "wrong": '<meta charset="iso-8859-1">', None: ""}[
        declared
    ]
    page = (
        f"<html><head>{mark}</head><body><article><h1>{text[:9]}</h1>" + f"<p>{text}</p><p>{text * 2}</p>" * 3
    )
    (article,) = read(page.encode(charset))
    assert pieces(article)[1:3] == [text, text * 2]


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"])
def test_unicode_of_every_width_is_read_marked_or_not(charset):
    assert pieces(read(making.news_page().decode().encode(charset))[0])[1] == making.PARAGRAPHS[0]


def test_a_page_in_windows_1252_that_says_it_is_utf_8_keeps_its_quotation_marks():
    page = making.news_page().decode().encode("windows-1252")
    assert making.PARAGRAPHS[1] in read(page, charset="utf-8")[0].text


WINTER = "It sails on in winter, as in all years."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (
            "<p>She called it <q>a rock with a <b>school</b></q>, and left.</p>",
            "She called it “a rock with a school”, and left.",
        ),
        ("<p>On <time>Tuesday</time> the ferry sailed.</p>", "On Tuesday the ferry sailed."),
        ("<p>He told <button>the ministry</button> so.</p>", "He told the ministry so."),
        ("<p>It <del>goes</del><ins>stays</ins> here.</p>", "It stays here."),
        (
            "<section>It sails on in winter, as in all the years.</section>",
            "It sails on in winter, as in all the years.",
        ),
        (
            "<center>It sails on in winter, as in all the years.</center>",
            "It sails on in winter, as in all the years.",
        ),
        ("<figure><blockquote><p>It sails on.</p></blockquote></figure>", "It sails on."),
        (
            "<blockquote><p>It sails.</p>— Ann (@ann) <a href='/x'>June 9</a></blockquote>",
            "— Ann (@ann) June 9",
        ),
        (
            "<div>It sails on in winter, as in <b>all</b> years.</div>",
            "It sails on in winter, as in all years.",
        ),
        ("<p>The <x-y>ministry</x-y> said<!-- --> nothing.</p>", "The ministry said nothing."),
    ],
)
def test_no_word_of_a_sentence_is_lost_whatever_element_it_stands_in(markup, text):
    assert text in pieces(made(text=PARAGRAPHS + markup + PARAGRAPHS))


def test_the_time_of_a_page_is_no_sentence():
    assert pieces(made("<p><time>9 June 2024</time></p>"))[1] == making.PARAGRAPHS[0]

"""Feeds become articles. All sentences are made up for the purpose."""

import pytest

from reader.sources.reading import read
from tests.sources import making
from tests.sources.making import PARAGRAPHS, one, pieces, texts


def test_a_feed_gives_an_article_an_entry():
    full = "".join(f"&lt;p&gt;{paragraph}&lt;/p&gt;" for paragraph in PARAGRAPHS)
    first, second = read(
        making.rss(
            [
                {
                    "title": "Fish &amp;amp; ships",
                    "link": "https://example.org/1",
                    "description": "short",
                    "content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'": full,
                    "pubDate": "Wed, 19 Jun 2024 10:00:00 GMT",
                }
            ]
        )
        .replace(
            b"</content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>",
            b"</content:encoded>",
        )
        .replace(
            b"</channel>", b"<item><title>Bare</title><link>https://example.org/2</link></item></channel>"
        )
    )
    assert [text for text, _ in texts(first)] == ["Fish & ships", *PARAGRAPHS]
    assert (first.source, first.published) == ("https://example.org/1", "2024-06-19")
    assert texts(second) == [("Bare", "heading"), ("https://example.org/2", "paragraph")]


@pytest.mark.parametrize(
    "link", ["https://a.example/b c", "https://a.example/" + "b" * 5000, "file:///etc/passwd"]
)
def test_a_link_that_is_no_address_is_left_out(link):
    assert one(making.rss([{"title": "a", "description": "b", "link": link}])).source is None


def test_an_atom_entry_is_read():
    data = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">A &amp;lt; B</title>'
        b'<link rel="self" href="https://example.org/x"/><link href="https://example.org/1"/>'
        b"<author><name>Ann Lee</name></author><published>2024-06-19T10:00:00Z</published>"
        b'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content>'
        b"</entry></feed>"
    )
    article = one(data)
    assert texts(article) == [("A < B", "heading"), ("One.", "paragraph"), ("Two.", "paragraph")]
    assert (article.byline, article.source) == ("Ann Lee", "https://example.org/1")


ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/b/">'
    "<author><name>Ann Lee</name></author>"
)


@pytest.mark.parametrize(
    ("entry", "byline"),
    [
        ("", "Ann Lee"),
        (
            "<author><name>Tom Berg</name></author><author><name>Omar Díaz</name></author>",
            "Tom Berg and Omar Díaz",
        ),
    ],
)
def test_an_atom_entry_has_all_its_authors_or_those_of_the_feed(entry, byline):
    text = f'<title>A</title><link href="1"/>{entry}<content>{PARAGRAPHS[0]}</content>'
    article = one(f"{ATOM}<entry>{text}</entry></feed>".encode())
    assert (article.byline, article.source) == (byline, "https://example.org/b/1")


def test_links_in_a_feed_lead_where_its_entries_say():
    body = f'&lt;p>{PARAGRAPHS[0]} &lt;a href="/more">More&lt;/a>&lt;/p>'
    article = one(making.rss([{"link": "https://example.org/1/", "description": body}]))
    assert article.links[0].target == "https://example.org/more"


def test_a_feed_is_read_whatever_encoding_it_declares_and_with_what_is_wrong_in_many():
    items = [
        {"title": "Salt & Sea", "description": "The caf&eacute; said &ldquo;no&rdquo;"},
        {"title": PARAGRAPHS[1]},
    ]
    feed = making.rss(items).decode().replace("1.0'?>", "1.0' encoding='windows-1252'?>")
    one_, two = read(feed.encode("windows-1252"))
    assert pieces(one_) == ["Salt & Sea", "The café said “no”"]
    assert two.title == PARAGRAPHS[1]


def test_an_rss_entry_has_the_name_of_its_mail_and_the_address_of_its_guid():
    item = {
        "title": "A",
        "author": "ann@example.org (Ann Lee)",
        "guid": "https://example.org/1",
        "description": "b",
    }
    article = one(making.rss([item]))
    assert (article.byline, article.source) == ("Ann Lee", "https://example.org/1")

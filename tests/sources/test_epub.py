"""E-books become chapters. All sentences are made up for the purpose."""

import pytest

from reader.article import ParagraphKind
from reader.sources.reading import read
from tests.sources import making
from tests.sources.making import PARAGRAPHS, pieces

BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def chapters(book: bytes) -> list[tuple[str | None, int]]:
    """The titles of a book, and how many paragraphs each chapter has below its own."""
    return [(article.title, len(article.paragraphs) - 1) for article in read(book)]


def contents(*entries: tuple[str, int], inner: str = "") -> str:
    items = "".join(
        f'<li><a href="chapter%20{file}.xhtml#a">{title}</a>{inner}</li>' for title, file in entries
    )
    return f"<ol>{items}</ol>"


def test_a_book_gives_an_article_a_chapter_in_reading_order():
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    book = making.epub(["<h1>Ferries</h1>", f"<h1>II</h1>{body}", f"<h2>The bridge</h2>{body}"])
    first, second = read(book, "ferries.epub")
    assert (first.title, second.title) == ("Ferries: II", "The bridge")
    assert (first.byline, first.published, first.source) == ("Ann Lee", "2024-06-19", "ferries.epub")
    assert pieces(second) == ["The bridge", *PARAGRAPHS]


@pytest.mark.parametrize("number", ["Chapter 1", "IV", "Chapter Twelve"])
def test_a_number_above_the_title_of_a_chapter_is_part_of_it(number):
    assert chapters(making.epub([f"<h1>{number}</h1><h2>The Strike</h2>{BODY}"])) == [
        (f"{number}: The Strike", 3)
    ]


def test_a_chapter_without_a_heading_has_the_title_that_the_contents_have():
    book = making.epub([BODY, BODY], contents=contents(("The Strike", 0), ("The Wall", 1)))
    assert chapters(book) == [("The Strike", 3), ("The Wall", 3)]


def test_the_contents_of_older_books_are_read_too():
    point = (
        "<navPoint><navLabel><text>The Strike</text></navLabel><content src='chapter%200.xhtml'/></navPoint>"
    )
    ncx = f"<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap>{point}</navMap></ncx>"
    made = making.epub([BODY], contents="x")
    package = making.part(made, "OEBPS/book.opf").replace(
        'properties="nav" href="toc.xhtml" media-type="application/xhtml+xml"',
        'href="toc.ncx" media-type="application/x-dtbncx+xml"',
    )
    assert chapters(making.replaced(made, {"OEBPS/book.opf": package, "OEBPS/toc.ncx": ncx})) == [
        ("The Strike", 3)
    ]


def test_a_file_with_several_chapters_is_divided_and_not_at_their_sections():
    file = "".join(f"<h2>{title}</h2>{BODY}<h3>More</h3>{BODY}" for title in ("The Strike", "The Wall"))
    sections = '<ol><li><a href="chapter%200.xhtml#b">More</a></li></ol>'
    book = making.epub([file], contents=contents(("The Strike", 0), ("2. The Wall", 0), inner=sections))
    assert chapters(book) == [("The Strike", 7), ("The Wall", 7)]


def test_a_chapter_that_goes_on_in_the_next_file_is_one():
    book = making.epub([f"<h1>The Strike</h1>{BODY}", BODY], contents=contents(("The Strike", 0)))
    assert chapters(book) == [("The Strike", 6)]


def test_all_authors_of_a_book_are_named():
    book = making.epub([BODY], author="Ann Lee</dc:creator><dc:creator>Omar Díaz")
    assert read(book)[0].byline == "Ann Lee and Omar Díaz"


def test_the_way_back_from_a_note_is_no_word():
    notes = "".join(f'<li>Note {n} says where. <a href="chapter%200.xhtml#r">↩</a></li>' for n in range(9))
    (article,) = read(making.epub([f"<h1>Notes</h1><ol>{notes}</ol>"]))
    assert pieces(article)[1] == "• Note 0 says where."
    assert article.paragraphs[1].kind is ParagraphKind.LIST_ITEM


def test_quotations_have_their_marks():
    (article,) = read(
        making.epub([f"<p>She called it <q>a rock</q>. It <del>goes</del><ins>stays</ins>.</p>{BODY}"])
    )
    assert pieces(article)[1] == "She called it “a rock”. It stays."

from reader.app.dateline import dateline
from reader.app.wrapping import cells
from reader.article import Article, Paragraph

ARTICLE = Article(
    "Words here.",
    (Paragraph(0, 11),),
    byline="Ann Author",
    published="2024-05-03",
    source="/home/ann/a/very/long/folder/article.txt",
)


def test_what_there_is_no_room_for_is_left_out_whole():
    assert dateline(ARTICLE, 70) == ("article.txt", "Ann Author · 3 May 2024 · 2 words · 1 min")
    assert dateline(ARTICLE, 40) == ("article.txt", "Ann Author · 3 May 2024")
    assert dateline(ARTICLE, 24) == ("article.txt", "Ann Author")


def test_it_is_never_wider_than_the_text():
    for width in range(4, 80):
        name, line = dateline(ARTICLE, width)
        assert cells(name) + cells(line) + 2 * bool(line) <= width


def test_a_book_is_counted_in_hours():
    book = Article("word " * 39_999 + "word", (Paragraph(0, 199_999),))
    assert dateline(book, 40)[1] == "40,000 words · 3 h"

import pickle
import sys
from dataclasses import replace

from reader.article import Article, Paragraph, ParagraphKind
from reader.sources.plain import parse

ARTICLE = parse("The first paragraph is here.\n\nAnd the second one, too.\n\nThen a third.")


def test_paragraph_at_finds_the_paragraph_that_holds_an_offset():
    assert [ARTICLE.paragraph_at(p.start) for p in ARTICLE.paragraphs] == [0, 1, 2]
    assert [ARTICLE.paragraph_at(p.end - 1) for p in ARTICLE.paragraphs] == [0, 1, 2]


def test_paragraph_at_gives_the_one_before_a_gap_and_never_leaves_the_article():
    assert ARTICLE.paragraph_at(ARTICLE.paragraphs[0].end + 1) == 0
    assert ARTICLE.paragraph_at(-5) == 0
    assert ARTICLE.paragraph_at(10**9) == 2


def test_paragraphs_are_what_was_given_however_they_are_held():
    given = (Paragraph(0, 5, ParagraphKind.HEADING), Paragraph(7, 9), Paragraph(11, 14))
    article = Article("A day\n\nOK\n\nBye", given)
    assert article.paragraphs == given
    assert article.paragraphs[1:] == given[1:]
    assert article.paragraphs[-1] == given[-1]
    assert [*reversed(article.paragraphs)] == [*reversed(given)]
    assert article.paragraphs != given[:2]
    assert pickle.loads(pickle.dumps(article)) == article


def test_key_depends_on_the_text_alone():
    text = ARTICLE.text
    assert Article(text, (Paragraph(0, len(text)),), title="Other").key == ARTICLE.key
    assert Article(text + " ", (Paragraph(0, len(text) + 1),)).key != ARTICLE.key


def test_words_counts_words_not_marks():
    assert parse("Mr. O’Neill’s co-operation — all 3.5 hours of it — ended.").words == 9


def test_words_of_writing_without_spaces_are_counted_by_its_signs():
    assert replace(parse("港湾労働者は 日曜日に"), language="ja").words == 5


def test_an_article_travels_to_another_process_and_its_text_takes_no_more_room_here_than_before():
    article = parse("“It is a long way,” she said, and went. " * 200, "letter.txt")
    before = sys.getsizeof(article.text)
    assert pickle.loads(pickle.dumps(article)) == article
    assert sys.getsizeof(article.text) == before

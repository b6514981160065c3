from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.windows import LONGEST, MOST, windows
from reader.article import Article, Paragraph


def article_of(*lengths: int) -> Article:
    paragraphs, offset = [], 0
    for length in lengths:
        paragraphs.append(Paragraph(offset, offset + length))
        offset += length + 2
    return Article("\n\n".join("x" * length for length in lengths), tuple(paragraphs))


def test_the_first_window_is_small():
    first = next(windows(article_of(*[400] * 100)))
    assert first.done <= 3


def test_paragraphs_that_belong_together_are_not_parted():
    cuts = {window.done for window in windows(article_of(*[900] * 20), together={2, 3, 4})}
    assert cuts.isdisjoint({2, 3, 4})
    assert 20 in cuts


def test_an_empty_article_has_no_windows():
    assert list(windows(Article("", ()))) == []


@given(st.lists(st.integers(1, 3 * LONGEST // 2), max_size=12), st.sets(st.integers(0, 12)))
def test_windows_cover_every_paragraph_once_and_stay_small(lengths, together):
    article = article_of(*lengths)
    covered = 0
    for window in windows(article, together):
        assert covered <= window.start < window.end <= len(article.text)
        assert not article.text[covered : window.start].strip()
        assert window.end - window.start <= LONGEST + MOST + max(lengths)
        covered = window.end
    assert covered == len(article.text)

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.findings import Span
from reader.analysis.windows import LONGEST, MOST, SOON, Agenda, windows
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


def test_a_window_that_grows_too_long_ends_before_its_last_paragraph():
    article = article_of(LONGEST // 2, LONGEST - 100, 50)
    starts = {paragraph.start for paragraph in article.paragraphs}
    assert {window.start for window in windows(article, together={1, 2})} <= starts


def order(agenda: Agenda, looks: dict[int, Span]) -> list[tuple[int, bool]]:
    """Read everything; before the window of a number is read, the reader looks elsewhere."""
    read = []
    look = None
    while (item := agenda.next(look := looks.get(len(read), look))) is not None:
        read.append((item[0].start, item[1]))
    return read


def test_what_the_reader_looks_at_comes_first_and_then_the_page_behind_it():
    cuts = list(windows(article_of(*[MOST] * 20)))
    read = order(Agenda(cuts), {2: Span(cuts[9].start + 10, cuts[9].start + 2900)})
    assert read[2:4] == [(cuts[9].start, True), (cuts[10].start, True)]
    assert read[4] == (cuts[2].start, False)


def test_what_comes_soon_is_not_read_ahead():
    cuts = list(windows(article_of(*[MOST] * 20)))
    assert not any(ahead for _, ahead in order(Agenda(cuts), {0: Span(0, cuts[SOON - 1].end - MOST)}))


def test_a_view_that_begins_where_the_turn_is_is_read_from_its_beginning():
    article = article_of(*[400] * 60)
    read = order(Agenda(list(windows(article))), {0: Span(0, 9 * MOST // 4)})
    assert not any(ahead for _, ahead in read)


def test_a_view_of_the_whole_article_reads_nothing_ahead():
    article = article_of(*[MOST] * 60)
    read = order(Agenda(list(windows(article))), {0: Span(0, len(article.text))})
    assert not any(ahead for _, ahead in read)


@given(st.lists(st.integers(1, MOST), min_size=1, max_size=40), st.data())
def test_every_window_has_its_turn_in_order_wherever_the_reader_looks(lengths, data):
    article = article_of(*lengths)
    cuts = list(windows(article))
    offsets = st.integers(0, len(article.text) - 1)
    looks = data.draw(st.dictionaries(st.integers(0, 40), offsets.map(lambda at: Span(at, at + 3000))))
    read = order(Agenda(cuts), looks)
    assert [start for start, ahead in read if not ahead] == [cut.start for cut in cuts]
    first_looks = [start for start, ahead in read if ahead]
    assert len(first_looks) == len(set(first_looks))
    assert all(read.index((start, True)) < read.index((start, False)) for start in first_looks)

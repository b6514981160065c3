from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.findings import Span
from reader.analysis.windows import LONGEST, MOST, SOON, Agenda, Window, pieces, windows
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


def agenda_of(article: Article) -> Agenda:
    return Agenda(list(windows(article)), list(pieces(article)))


def order(agenda: Agenda, looks: dict[int, Span]) -> list[tuple[Window, bool]]:
    """Read everything; before the window of a number is read, the reader looks elsewhere."""
    read: list[tuple[Window, bool]] = []
    look = None
    while (item := agenda.next(look := looks.get(len(read), look))) is not None:
        read.append(item)
    return read


def read_ahead(agenda: Agenda, looks: dict[int, Span]) -> list[Window]:
    return [window for window, ahead in order(agenda, looks) if ahead]


def test_what_the_reader_looks_at_comes_first_and_then_the_page_behind_it():
    article = article_of(*[400] * 200)
    cuts = list(windows(article))
    view = Span(article.paragraphs[90].start + 10, article.paragraphs[97].start - 30)
    read = order(agenda_of(article), {2: view})
    (seen, ahead), (following, also_ahead) = read[2:4]
    assert ahead
    assert also_ahead
    assert seen.start <= view.start
    assert view.end <= seen.end
    assert seen.end < following.start <= seen.end + 2
    assert following.end >= view.end + (view.end - view.start)
    assert read[4] == (cuts[2], False)


def test_little_more_is_read_ahead_than_what_is_in_view():
    article = article_of(*[400] * 200)
    view = Span(article.paragraphs[90].start + 10, article.paragraphs[97].start - 30)
    seen = read_ahead(agenda_of(article), {2: view})[0]
    assert seen.end - seen.start <= view.end - view.start + 2 * 1000


def test_of_a_page_further_down_only_what_is_new_is_read():
    article = article_of(*[400] * 200)
    first = Span(article.paragraphs[90].start, article.paragraphs[97].start)
    further = Span(article.paragraphs[94].start, article.paragraphs[101].start)
    seen, following, new = read_ahead(agenda_of(article), {2: first, 5: further})
    assert seen.start <= first.start
    assert new.start > following.end > further.end


def test_what_comes_soon_is_not_read_ahead():
    article = article_of(*[MOST] * 20)
    cuts = list(windows(article))
    assert not read_ahead(agenda_of(article), {0: Span(0, cuts[SOON - 1].end - MOST)})


def test_a_view_that_begins_where_the_turn_is_is_read_from_its_beginning():
    assert not read_ahead(agenda_of(article_of(*[400] * 60)), {0: Span(0, 9 * MOST // 4)})


def test_a_view_of_the_whole_article_reads_nothing_ahead():
    article = article_of(*[MOST] * 60)
    assert not read_ahead(agenda_of(article), {0: Span(0, len(article.text))})


@given(st.lists(st.integers(1, MOST), min_size=1, max_size=40), st.data())
def test_every_window_has_its_turn_in_order_wherever_the_reader_looks(lengths, data):
    article = article_of(*lengths)
    offsets = st.integers(0, len(article.text) - 1)
    looks = data.draw(st.dictionaries(st.integers(0, 40), offsets.map(lambda at: Span(at, at + 3000))))
    read = order(agenda_of(article), looks)
    assert [window for window, ahead in read if not ahead] == list(windows(article))
    reached = 0
    looked_at: set[int] = set()
    for window, ahead in read:
        if ahead:
            assert window.start >= reached  # nothing is looked at first that has been read,
            assert looked_at.isdisjoint(range(window.start, window.end))  # nor twice
            looked_at.update(range(window.start, window.end))
        else:
            reached = window.end

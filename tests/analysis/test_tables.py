import pickle
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.columns import before, starts
from reader.analysis.findings import Actor, ActorKind, Findings, Mention, Quote, QuoteKind, Span
from reader.analysis.stage import Stage
from reader.analysis.tables import Mentions, Quotes, Segments
from tests.analysis.test_compact import MENTIONS, QUOTES

PLACED = st.lists(QUOTES, max_size=8)


@given(PLACED, st.integers(0, 10**7))
def test_quotes_come_back_as_they_were_put_and_the_last_at_a_place_stays(quotes, offset):
    table = Quotes.of(quotes)
    expected = sorted({quote.start: quote for quote in quotes}.values(), key=lambda quote: quote.start)
    assert table == expected
    assert [table[at] for at in range(len(table))] == expected
    assert list(starts(table)) == [quote.start for quote in expected]
    assert before(table, offset) == sum(quote.start < offset for quote in expected)
    segments = sorted((s.start, s.end, quote.start) for quote in expected for s in quote.segments)
    assert sorted(table.segments) == segments


@given(PLACED, st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)).map(sorted))
def test_what_is_cut_out_is_gone_with_its_segments(quotes, span):
    table = Quotes.of(quotes)
    every = list(table)
    taken = table.cut(Span(*span))
    assert taken == [quote for quote in every if span[0] <= quote.start < span[1]]
    assert table == [quote for quote in every if quote not in taken]
    assert len(table.segments) == sum(len(quote.segments) for quote in table)


@given(PLACED)
def test_quotes_are_found_by_sort_and_speaker(quotes):
    table = Quotes.of(quotes)
    direct = table.where(lambda sort: sort.kind is QuoteKind.DIRECT and sort.is_speech)
    assert direct == [quote for quote in table if quote.kind is QuoteKind.DIRECT and quote.is_speech]
    for speaker in {quote.speaker for quote in quotes if quote.speaker is not None}:
        mine = table.where(lambda sort: sort.is_known, {speaker})
        assert mine == [quote for quote in table if quote.speaker == speaker]
        assert mine == table.among([quote.start for quote in mine], lambda sort: sort.is_known)


@given(st.lists(MENTIONS, max_size=12), st.booleans())
def test_of_two_copies_one_stays_as_it_was(mentions, first):
    table = Mentions.of(mentions)
    changed, other = (table, table.copy()) if first else (table.copy(), table)
    held = list(other)
    changed.put(Mention(3, 4, "somebody new"))
    changed.cut(Span(0, 10**6))
    assert other == held


@given(st.lists(QUOTES, max_size=6))
def test_a_copy_of_quotes_keeps_their_segments(quotes):
    table = Quotes.of(quotes)
    copy, held = table.copy(), list(table)
    for quote in held:
        table.put(quote._replace(segments=(Span(quote.start, quote.start + 1),)))
    assert copy == held
    table.cut(Span(0, 10**6))
    assert copy == held


def test_a_copy_takes_no_room_until_one_of_both_is_changed():
    table = Mentions.of(Mention(at, at + 1, "a") for at in range(50_000))
    tracemalloc.start()
    copy = table.copy()
    assert tracemalloc.get_traced_memory()[0] < 10_000
    copy.put(Mention(7, 9, "b"))
    assert tracemalloc.get_traced_memory()[0] > len(table)
    tracemalloc.stop()


@given(st.floats(0, 1))
def test_both_are_as_sure_as_they_were_to_a_thousandth(confidence):
    (mention,) = Mentions.of([Mention(3, 4, "a", confidence=confidence)])
    (quote,) = Quotes.of([Quote((Span(3, 4),), confidence=confidence)])
    assert mention.confidence == quote.confidence == pytest.approx(confidence, abs=0.0005001)


def test_a_span_wider_than_what_is_read_at_once_is_cut():
    (quote,) = Quotes.of([Quote((Span(3, 4),), source=Span(5, 10**6), cue=Span(10**7, 10**7 + 1))])
    assert quote.source == Span(5, 5 + 0xFFFF)
    assert quote.cue == Span(10**7, 10**7 + 1)


def test_mentions_of_some_actors_are_given_in_text_order():
    table = Mentions.of([Mention(9, 12, "a"), Mention(0, 4, "b"), Mention(0, 8, "c"), Mention(5, 8, "a")])
    assert [m.start for m in table.of_actors("a".__contains__)] == [5, 9]
    assert [m.actor for m in table.between(0, 5)] == ["c", "b"]


def test_what_is_found_in_a_long_article_takes_little_memory():
    text = range(0, 500_000, 50)  # a mention every eight words, a quote every forty
    names = [f"somebody-{number}" for number in range(200)]
    tracemalloc.start()
    stage = Stage()
    for first in text[::100]:
        places = range(first, first + 5_000, 50)
        stage.apply(
            Findings(
                "key",
                1,
                2,
                actors=tuple(Actor(name, name, ActorKind.PERSON) for name in names),
                mentions=tuple(Mention(at, at + 9, names[at % 199], confidence=at / 1e6) for at in places),
                quotes=tuple(Quote((Span(at + 10, at + 40),), speaker=names[at % 97]) for at in places[::5]),
            )
        )
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(stage.mentions), len(stage.quotes)) == (10_000, 2_000)
    assert held < 1_000_000  # as named tuples they took 2.8 million bytes, as rows 0.5


def test_a_segment_that_ends_before_it_starts_is_not_sound():
    segments = Segments()
    segments.put((10, 20, 10))
    assert segments.is_sound()
    segments.put((30, 25, 10))
    assert not segments.is_sound()


@given(PLACED)
def test_quotes_are_sent_as_they_are(quotes):
    table = Quotes.of(quotes)
    sent = pickle.loads(pickle.dumps(table))
    assert sent == table
    assert sorted(sent.segments) == sorted(table.segments)


@given(PLACED)
def test_a_table_that_was_made_tight_is_the_same_and_goes_on(quotes):
    table = Quotes.of(quotes)
    table.tighten()
    assert table == Quotes.of(quotes)
    table.cut(Span(0, 10**8))
    assert not len(table) + len(table.segments) + len(table.asides)


def test_a_quote_takes_few_bytes():
    said, cue = Span(100, 108), Span(109, 113)
    quotes = [
        Quote((Span(at, at + 40),), QuoteKind.DIRECT, "a", said, said, cue) for at in range(0, 60_000, 60)
    ]
    tracemalloc.start()
    try:
        table = Quotes.of(quotes)
        table.tighten()
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 50 * len(quotes)

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.compact import pack, unpack
from reader.analysis.findings import Actor, ActorKind, Analysis, Mention, MentionForm, Quote, QuoteKind, Span

WORDS = st.text(max_size=20)
OFFSETS = st.integers(0, 10**7)
CONFIDENCES = st.integers(0, 1000).map(lambda sure: sure / 1000)
SPANS = st.builds(lambda start, length: Span(start, start + length), OFFSETS, st.integers(1, 60_000))
ACTORS = st.builds(
    Actor,
    WORDS,
    WORDS,
    st.sampled_from(ActorKind),
    st.none() | st.just("RU"),
    st.lists(WORDS, max_size=3).map(tuple),
    st.lists(WORDS, max_size=3).map(tuple),
)
MENTIONS = st.builds(
    lambda span, *of: Mention(*span, *of), SPANS, WORDS, st.sampled_from(MentionForm), CONFIDENCES
)
QUOTES = st.builds(
    Quote,
    st.lists(OFFSETS, min_size=2, max_size=6, unique=True).map(
        lambda edges: tuple(map(Span, *[iter(sorted(edges[: len(edges) // 2 * 2]))] * 2))
    ),
    st.sampled_from(QuoteKind),
    st.none() | WORDS,
    st.none() | SPANS,
    st.none() | SPANS,
    st.none() | SPANS,
    st.none() | WORDS,
    CONFIDENCES,
    st.none() | SPANS,
    st.booleans(),
)
ANALYSES = st.builds(
    lambda actors, mentions, quotes: Analysis(
        {a.id: a for a in actors},
        tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end))),
        tuple(sorted(quotes, key=lambda quote: quote.start)),
    ),
    st.lists(ACTORS, max_size=5),
    st.lists(MENTIONS, max_size=20, unique_by=lambda mention: mention[:2]),
    st.lists(QUOTES, max_size=5, unique_by=lambda quote: quote.start),
)


@given(ANALYSES)
def test_any_analysis_comes_back_as_it_was(analysis):
    back = unpack(pack(analysis))
    assert back == analysis
    assert all(type(mention.form) is MentionForm for mention in back.mentions)
    assert all(type(actor.kind) is ActorKind for actor in back.actors.values())


@given(ANALYSES, st.data())
def test_bytes_cut_or_changed_are_refused_and_do_no_harm(analysis, data):
    packed = pack(analysis)
    at = data.draw(st.integers(0, len(packed) - 1))
    with pytest.raises(ValueError):
        unpack(packed[:at])
    changed = packed[:at] + bytes([packed[at] ^ 0xFF]) + packed[at + 1 :]
    with pytest.raises(ValueError):
        unpack(changed)


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(data):
    with pytest.raises(ValueError):
        unpack(data)


def test_a_pickle_is_refused():
    import pickle

    with pytest.raises(ValueError):
        unpack(pickle.dumps(Analysis({})))


def test_a_mention_costs_a_few_bytes():
    mentions = tuple(Mention(at * 37, at * 37 + 5, "kim") for at in range(10_000))
    assert len(pack(Analysis({}, mentions))) < 3 * 10_000


@given(ANALYSES, st.data())
def test_bytes_that_are_wrong_within_give_an_error_or_an_analysis_that_can_be_looked_at(analysis, data):
    whole = bytearray(zlib.decompress(pack(analysis)))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        wrong = unpack(zlib.compress(whole))
    except ValueError:
        return
    assert len(list(wrong.mentions)) == len(wrong.mentions)
    assert all(quote.end > quote.start for quote in wrong.quotes)

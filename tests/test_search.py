import sys
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.findings import Span
from reader.folding import fold
from reader.narrow import narrow
from reader.search import Haystack


def found(text: str, query: str) -> list[str]:
    return [text[span.start : span.end] for span in Haystack(text).find(query)]


def test_small_letters_find_any_case_and_capitals_only_their_own():
    text = "The North and the north"
    assert found(text, "north") == ["North", "north"]
    assert found(text, "North") == ["North"]


def test_accents_and_typographic_marks_need_not_be_typed():
    text = "Nguyễn said: “It’s Müller’s café—now.”"
    assert found(text, "nguyen") == ["Nguyễn"]
    assert found(text, "it's muller's cafe") == ["It’s Müller’s café"]
    assert found(text, '"it') == ["“It"]


def test_a_query_with_accents_finds_them():
    assert found("Nguyễn", "Nguyễn") == ["Nguyễn"]


def test_characters_that_fold_to_more_or_to_nothing_do_not_shift_what_follows():
    text = "… Straße ﬁnal e\u0301te İzmir end"
    assert found(text, "end") == ["end"]
    assert found(text, "final") == ["ﬁnal"]
    assert found(text, "ete") == ["e\u0301te"]
    assert found(text, "izmir") == ["İzmir"]


def test_one_character_that_folds_to_more_does_not_make_the_text_many_times_as_large():
    haystack = Haystack("…" + "all that follows is shifted. " * 10_000)
    tracemalloc.start()
    haystack.prepare()
    haystack.let_go()
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert kept < 10_000


LINE = "“Straße …” said Nguyễn, ﬁnally at İzmir.\n"


@pytest.mark.parametrize("query", ["strasse", "Nguyen", "nguyễn", "finally", "izmir.", '…" said', "e\u0301"])
def test_a_long_text_is_searched_like_each_of_its_lines(query):
    first = Haystack(LINE).find(query)
    lines = 5_000
    hits = Haystack(narrow(LINE * lines)).find(query)
    assert len(hits) == len(first) * lines
    for number in (0, 1, 1_700, lines - 1):
        at = number * len(LINE)
        assert [*hits.within(at, at + len(LINE))] == [Span(at + hit.start, at + hit.end) for hit in first]


def test_a_copy_to_search_in_takes_less_than_the_text_as_a_string_while_it_is_made():
    text = narrow((LINE + "Nobody else was there. " * 20) * 2_000)
    tracemalloc.start()
    Haystack(text).find("finally")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < sys.getsizeof(str(text)) * 1.2


def test_nothing_is_found_for_nothing():
    assert found("some text", "") == []
    assert found("some text", "  ") == []
    assert found("some text", "\u0301") == []


@given(st.text(max_size=40), st.data())
def test_any_stretch_of_a_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    query = text[start:end]
    spans = Haystack(text).find(query)
    if fold(query).strip():
        assert spans
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert fold(query) in fold(text[span.start : span.end])


@given(st.text("aßé… ", max_size=20), st.sampled_from(["a", "s", "e a", ".", "ss"]), st.data())
def test_the_hits_within_a_stretch_are_those_that_overlap_it(text, query, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    hits = Haystack(text).find(query)
    overlapping = [hit for hit in hits if hit.end > start and hit.start < end]
    assert list(hits.within(start, end)) == overlapping or start == end


def test_a_text_is_searched_once_for_what_is_typed_and_taken_back():
    haystack = Haystack("no sooner said than sold")
    typed = [haystack.find(query) for query in ("s", "so", "sol")]
    assert [haystack.find(query) for query in ("so", "s")] == [typed[1], typed[0]]

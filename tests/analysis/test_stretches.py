from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.language.stretches import cut

WORDS = st.lists(
    st.tuples(st.sampled_from(["word", ".", "”", "?", "Mr."]), st.integers(1, 8), st.booleans()), max_size=200
)


@given(WORDS, st.integers(16, 64))
def test_every_word_is_owned_once_in_order_and_no_stretch_is_too_long(words, limit):
    texts, sizes, breaks = [w for w, _, _ in words], [s for _, s, _ in words], [b for _, _, b in words]
    owned = []
    for stretch in cut(texts, sizes, breaks, limit):
        assert stretch.start <= stretch.own_start < stretch.own_end <= stretch.end
        assert sum(sizes[stretch.start : stretch.end]) <= limit
        owned += range(stretch.own_start, stretch.own_end)
    assert owned == list(range(len(words)))


def test_a_text_that_fits_is_one_stretch():
    found = cut(["One", ".", "Two", "."], [1] * 4, [True, False, True, False], 30)
    assert [(each.start, each.end) for each in found] == [(0, 4)]


def test_stretches_end_at_paragraphs_rather_than_at_sentences():
    words = ["a", "b", "c", "."] * 6
    breaks = [index in (0, 12) for index in range(24)]
    found = cut(words, [1] * 24, breaks, 20)
    assert [(each.start, each.end) for each in found] == [(0, 12), (12, 24)]


def test_a_closing_quotation_mark_stays_with_its_sentence():
    words = ["“", "Go", ".", "”", "They", "went", "."]
    found = cut(words, [2] * 7, [True] + [False] * 6, 10)
    assert [(each.start, each.end) for each in found] == [(0, 4), (4, 7)]


def test_an_endless_sentence_is_read_in_overlapping_stretches():
    found = cut(["word"] * 100, [1] * 100, [True] + [False] * 99, 30)
    assert all(after.start < before.end for before, after in pairwise(found))
    assert all(before.own_end == after.own_start for before, after in pairwise(found))


def test_words_of_which_one_fills_a_stretch_come_to_an_end():
    found = cut(["word"] * 3, [8, 8, 8], [True, False, False], 16)
    assert [(each.own_start, each.own_end) for each in found] == [(0, 1), (1, 2), (2, 3)]


def test_a_stretch_always_answers_a_word():
    found = cut(["word"] * 3, [1, 8, 8], [False] * 3, 16)
    assert [(each.own_start, each.own_end) for each in found] == [(0, 2), (2, 3)]


@pytest.mark.parametrize("goes_on", ["5", "he"])
def test_a_number_or_a_small_letter_begins_no_stretch(goes_on):
    words = ["Ask", "Local", "No", ".", goes_on, "now", ".", "They", "will", "tell", "."]
    found = cut(words, [1] * 11, [True] + [False] * 10, 9)
    assert [(each.start, each.end) for each in found] == [(0, 7), (7, 11)]

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.language.decoding import NameDecoder, tree

LABELS = ["O", "B-ORG", "I-ORG", "B-PER", "I-PER"]


def scores(*rows: list[float]) -> np.ndarray:
    return np.array(rows, dtype=np.float32)


def test_the_best_labels_are_taken_where_they_fit():
    found = NameDecoder(LABELS)(scores([0, 0, 0, 5, 0], [0, 0, 0, 0, 5], [5, 0, 0, 0, 0], [0, 5, 0, 0, 0]))
    assert found == [(0, 2, "PER"), (3, 4, "ORG")]


def test_a_name_never_changes_its_type_inside():
    found = NameDecoder(LABELS)(scores([0, 0, 0, 5, 0], [0, 0, 4, 0, 3]))
    assert found == [(0, 2, "PER")]


def test_a_name_never_begins_inside():
    assert NameDecoder(LABELS)(scores([0, 4, 5, 0, 0], [0, 0, 5, 0, 0])) == [(0, 2, "ORG")]


@pytest.mark.parametrize("seed", range(30))
def test_searched_labels_are_the_best_that_fit(seed):
    rows = np.random.default_rng(seed).normal(size=(4, len(LABELS))).astype(np.float32)

    def fits(path):
        return all(
            LABELS[b][0] != "I" or (a is not None and LABELS[a][2:] == LABELS[b][2:])
            for a, b in zip((None, *path), path, strict=False)
        )

    best = max(filter(fits, product(range(5), repeat=4)), key=lambda path: sum(rows[range(4), path]))
    assert list(NameDecoder(LABELS)._search(rows)) == list(best)


def test_a_word_takes_the_type_that_it_has_elsewhere():
    decode = NameDecoder(LABELS)
    sure, unsure, other = [0, 0, 0, 9, 0], [0, 1.5, 0, 1, 0], [9, 0, 0, 0, 0]
    rows = scores(sure, other, unsure)
    assert decode(rows)[1] == (2, 3, "ORG")
    assert decode(decode.agree(rows, ["Okafor", "met", "OKAFOR"])) == [(0, 1, "PER"), (2, 3, "PER")]
    assert decode(decode.agree(rows, ["Okafor", "met", "Siemens"]))[1] == (2, 3, "ORG")


def test_agreement_keeps_a_name_in_one_piece():
    decode = NameDecoder(LABELS)
    rows = scores([0, 9, 0, 0, 0], [0, 0, 9, 0, 0], [9, 0, 0, 0, 0], [0, 0, 9, 0, 0])
    assert decode(decode.agree(rows, ["Deutsche", "Bank", "said", "Bank"]))[0] == (0, 2, "ORG")


def is_tree(heads) -> bool:
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return list(heads).count(0) == 1


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_any_scores_give_a_tree_with_one_root(words, seed):
    assert is_tree(tree(np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)))


@pytest.mark.parametrize("seed", range(40))
def test_the_tree_is_the_best_under_its_root(seed):
    rows = np.random.default_rng(seed).normal(size=(4, 5)).astype(np.float32)
    found = tree(rows)
    root = int(np.flatnonzero(found == 0)[0])
    candidates = [heads for heads in product(range(5), repeat=4) if is_tree(heads) and heads[root] == 0]
    best = max(candidates, key=lambda heads: rows[range(4), heads].sum())
    assert tuple(found) == best


def test_two_roots_become_one():
    assert list(tree(scores([9, 0, 1], [8, 0, 0]))) == [0, 1]


def test_a_single_word_is_the_root():
    assert list(tree(scores([-3, 7]))) == [0]

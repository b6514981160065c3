"""Scores to labels and trees: what the encoder's heads say, made consistent.

Both decoders take the best answer of each word first, and search only where these do not fit together.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]

#: What an impossible step scores.
IMPOSSIBLE = np.float32(-1e9)

#: How far the type of a word moves towards what it is elsewhere in the text; chosen on the development sets.
SHARED = 0.7


class NameDecoder:
    """The best sequence of BIO labels in which every I continues a B or I of its own type (Viterbi 1967)."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = list(labels)
        inside = np.array([label[0] == "I" for label in labels])
        kinds = np.array([label[2:] for label in labels])
        fits = ~inside[None, :] | (kinds[:, None] == kinds[None, :])
        self._step = np.where(fits, np.float32(0), IMPOSSIBLE)
        self._start = np.where(inside, IMPOSSIBLE, np.float32(0))
        self._kind = np.unique(kinds, return_inverse=True)[1]

    def agree(self, scores: Scores, words: Sequence[str]) -> Scores:
        """Let a capitalised word be of one type wherever it returns in the text, as far as the scores allow.

        The chance of each type (not of B or I within it) moves towards its mean over all occurrences: one
        sense per discourse (Gale, Church and Yarowsky 1992). `scores` are raw, (words, labels).
        """
        groups: dict[str, int] = {}
        group = np.array(
            [
                groups.setdefault(word.lower() if word[0].isupper() else f"{place} ", len(groups))
                for place, word in enumerate(words)
            ]
        )
        logs = scores - scores.max(1, keepdims=True)
        logs -= np.log(np.exp(logs).sum(1, keepdims=True))
        types = np.zeros((len(words), self._kind.max() + 1))
        for label, kind in enumerate(self._kind):
            types[:, kind] += np.exp(logs[:, label])
        means = np.zeros((len(groups), types.shape[1]))
        np.add.at(means, group, types)
        means /= np.bincount(group)[:, None]
        moved = np.log((1 - SHARED) + SHARED * means[group] / np.maximum(types, 1e-9) + 1e-9)
        return np.asarray(logs + moved[:, self._kind], np.float32)

    def __call__(self, scores: Scores) -> list[tuple[int, int, str]]:
        """Give the names in a paragraph as (first word, last word + 1, type) from scores (words, labels)."""
        best = scores.argmax(1)
        if self._start[best[0]] or self._step[best[:-1], best[1:]].any():
            best = self._search(scores)
        names: list[tuple[int, int, str]] = []
        for index, number in enumerate(best):
            label = self.labels[number]
            if label[0] == "B":
                names.append((index, index + 1, label[2:]))
            elif label[0] == "I":
                names[-1] = (names[-1][0], index + 1, label[2:])
        return names

    def _search(self, scores: Scores) -> NDArray[np.int64]:
        total = scores[0] + self._start
        came_from = np.zeros(scores.shape, np.int64)
        for index in range(1, len(scores)):
            steps = total[:, None] + self._step
            came_from[index] = steps.argmax(0)
            total = steps.max(0) + scores[index]
        best = np.zeros(len(scores), np.int64)
        best[-1] = total.argmax()
        for index in range(len(scores) - 1, 0, -1):
            best[index - 1] = came_from[index, best[index]]
        return best


def tree(scores: Scores) -> Heads:
    """Give the heads of a sentence's words from scores (words, 1 + words), where column 0 is the root.

    Heads count from 1, and 0 is the head of the one word that is the sentence's root. Where the best heads of
    the words are no tree, the best tree is searched for with Chu-Liu and Edmonds' algorithm (McDonald et al.
    2005) under the most likely root.
    """
    words = len(scores)
    scores = scores.copy()
    scores[np.arange(words), np.arange(words) + 1] = IMPOSSIBLE
    heads: Heads = scores.argmax(1)
    roots = np.flatnonzero(heads == 0)
    if len(roots) != 1:
        candidates = roots if len(roots) else np.arange(words)
        others = np.delete(scores, 0, axis=1).max(1) if words > 1 else np.zeros(words, np.float32)
        root = candidates[(scores[:, 0] - others)[candidates].argmax()]
        scores[np.arange(words) != root, 0] = IMPOSSIBLE
        scores[root, 1:] = IMPOSSIBLE
        heads = scores.argmax(1)
    if not _cycle(heads):
        return heads
    root = int(np.flatnonzero(heads == 0)[0])
    square = np.full((words + 1, words + 1), IMPOSSIBLE, np.float64)
    square[1:] = scores
    square[1:, 0] = IMPOSSIBLE
    square[root + 1] = IMPOSSIBLE
    square[root + 1, 0] = 0
    found: Heads = _edmonds(square)[1:]
    return found


def _cycle(heads: Heads) -> list[int]:
    """Give the words (from 1) of a cycle among `heads`, or nothing."""
    state = [0] * (len(heads) + 1)  # 0 unseen, else the number of the walk that came by
    for start in range(1, len(heads) + 1):
        word = start
        while word and not state[word]:
            state[word] = start
            word = int(heads[word - 1])
        if word and state[word] == start:
            found = [word]
            while (following := int(heads[found[-1] - 1])) != word:
                found.append(following)
            return found
    return []


def _edmonds(scores: NDArray[np.float64]) -> Heads:
    """Give the best tree under node 0; `scores` (dependent, head) is square, row 0 is not read."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads[1:])
    if not cycle:
        return heads
    # The cycle becomes one node, the last of a smaller graph; the tree of that says where to open the cycle.
    rest = [node for node in range(len(scores)) if node not in set(cycle)]
    inner = scores[cycle, heads[cycle]]
    smaller = np.full((len(rest) + 1, len(rest) + 1), float(IMPOSSIBLE))
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    leaving = scores[np.ix_(rest, cycle)]
    smaller[:-1, -1] = leaving.max(1)
    entering = scores[np.ix_(cycle, rest)] - inner[:, None]
    smaller[-1, :-1] = entering.max(0)
    solved = _edmonds(smaller)
    for place, node in enumerate(rest):
        heads[node] = cycle[leaving[place].argmax()] if solved[place] == len(rest) else rest[solved[place]]
    entry = solved[-1]
    heads[cycle[entering[:, entry].argmax()]] = rest[entry]
    heads[0] = 0
    return heads

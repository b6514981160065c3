"""Texts of any length to stretches that the encoder reads at once.

A stretch holds whole paragraphs where they fit, else whole runs of words that end like a sentence, so that a
word is read with its sentence and its neighbours around it. Only a run that is too long is cut anywhere; its
stretches then overlap, and each word is answered where it stands further from the border.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FINAL = frozenset(".!?…")
_CLOSING = frozenset("\"'”’»)]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `start` to `end` (exclusive) are read, words `own_start` to `own_end` answered."""

    start: int
    end: int
    own_start: int
    own_end: int


def cut(words: Sequence[str], sizes: Sequence[int], breaks: Sequence[bool], limit: int) -> list[Stretch]:
    """Cut a text into stretches of at most `limit` pieces that own every word exactly once, in order.

    `sizes` gives the pieces of each word, `breaks` whether a paragraph begins at it.
    """
    runs = list(_runs(words, breaks))
    lengths = [sum(sizes[start:end]) + 1 for start, end in runs]  # one more, for the mark after a paragraph
    found: list[Stretch] = []
    first = 0
    while first < len(runs):
        if lengths[first] > limit:
            found += _overlapping(*runs[first], sizes, limit)
            first += 1
            continue
        last, filled, good = first, 0, first
        while last < len(runs) and filled + lengths[last] <= limit:
            filled += lengths[last]
            last += 1
            if filled >= limit // 2 and last < len(runs) and breaks[runs[last][0]]:
                good = last
        if last < len(runs) and good > first:
            last = good
        start, end = runs[first][0], runs[last - 1][1]
        found.append(Stretch(start, end, start, end))
        first = last
    return found


def _runs(words: Sequence[str], breaks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Part the words at paragraphs, and after a full stop and the marks that close upon it.

    A number or a small letter goes on with what stands before: "Union No. | 1", "3 p.m. | on Friday".
    """
    start, ended = 0, False
    for index, word in enumerate(words):
        ends = ended and not (word in _CLOSING or word[0].isdigit() or word[0].islower())
        if index > start and (breaks[index] or ends):
            yield start, index
            start, ended = index, False
        ended = word in _FINAL or (ended and word in _CLOSING)
    if words:
        yield start, len(words)


def _overlapping(start: int, end: int, sizes: Sequence[int], limit: int) -> Iterator[Stretch]:
    """Slide over words that fit no stretch, a quarter of it at a time shared with the next."""
    own = start
    while True:
        until, filled = start, 0
        while until < end and filled + sizes[until] < limit:
            filled += sizes[until]
            until += 1
        if until >= end:
            yield Stretch(start, end, own, end)
            return
        shared = min(max(1, (until - start) // 4), until - start - 1)  # it always goes on
        while shared and sum(sizes[until - shared : until - shared // 2 + 1]) >= limit:
            shared -= 1  # the next one must hold a word that is not answered yet
        yield Stretch(start, until, own, until - shared // 2)
        start, own = until - shared, until - shared // 2

"""Search in an article's text: accents and marks folded, case too unless the query has capitals."""

from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from reader.analysis.findings import Span
from reader.folding import fold_char

#: More hits than anybody goes through; a search for one letter in a book stops here.
MOST_HITS = 50_000


class Haystack:
    """A text made ready to be searched; the folded copies are made when they are first needed."""

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, query: str) -> list[Span]:
        """Give the places of a query in text order, as spans of the text itself; a blank query has none."""
        smart = any(char.isupper() for char in query)
        table = {ord(char): fold_char(char) for char in set(query)}
        needle = query.translate(table)
        if not needle.strip():
            return []
        hay = self._cased if smart else self._caseless
        needle = needle if smart else needle.lower()
        spans: list[Span] = []
        at = hay.find(needle)
        while at >= 0 and len(spans) < MOST_HITS:
            spans.append(self._span(at, at + len(needle)))
            at = hay.find(needle, at + len(needle))
        return spans

    @cached_property
    def _folds(self) -> dict[int, str]:
        return {ord(char): fold_char(char) for char in set(self._text) if not char.isascii()}

    @cached_property
    def _cased(self) -> str:
        return self._text.translate(self._folds) if self._folds else self._text

    @cached_property
    def _caseless(self) -> str:
        # lower() of what was folded keeps every length: what does not is folded away
        return self._cased.lower()

    @cached_property
    def _origins(self) -> "array[int] | None":
        """Where each character of the text begins in the folded copy, or None where that is the same."""
        if all(len(folded) == 1 for folded in self._folds.values()):
            return None
        lengths = (len(self._folds.get(ord(char), char)) for char in self._text)
        return array("l", accumulate(lengths, initial=0))

    def _span(self, start: int, end: int) -> Span:
        if self._origins is None:
            return Span(start, end)
        return Span(bisect_right(self._origins, start) - 1, bisect_left(self._origins, end))

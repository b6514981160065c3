"""Search in an article's text: accents and marks folded, case too unless the query has capitals."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import overload

from reader.analysis.findings import Span
from reader.folding import fold_char
from reader.kept import Kept
from reader.narrow import Text, joined, places, strange, stretches

#: More hits than anybody goes through; a search for one letter in a book stops here.
MOST_HITS = 50_000
_MANY_FOLDS = 100  # different characters


class Haystack:
    """A text made ready to be searched; the folded copies are made when they are first needed."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._found = Kept[Hits]()

    def prepare(self) -> None:
        """Make the copy that most queries need, so that the first letter need not wait for it."""
        _ = self._caseless, self._origins

    def let_go(self) -> None:
        """Forget copies and answers: nobody types any more, and each is about as long as the text."""
        for copy in ("_cased", "_caseless"):
            self.__dict__.pop(copy, None)
        self._found = Kept()

    def find(self, query: str) -> "Hits":
        """Give the places of a query in text order, as spans of the text itself; a blank query has none."""
        return self._found.get(query, lambda: self._find(query))

    def _find(self, query: str) -> "Hits":
        smart = any(char.isupper() for char in query)
        table = {ord(char): fold_char(char) for char in set(query)}
        needle = query.translate(table)
        if not needle.strip():
            return NOWHERE
        hay = self._cased if smart else self._caseless
        needle = needle if smart else needle.lower()
        return Hits(places(hay, needle, MOST_HITS), len(needle), self._origins)

    @cached_property
    def _folds(self) -> dict[int, str]:
        others = strange(self._text)
        return {ord(char): folded for char in others if (folded := fold_char(char)) != char}

    @cached_property
    def _cased(self) -> Text:
        return joined(self._folded())

    @cached_property
    def _caseless(self) -> Text:
        # lower() of what was folded keeps every length: what does not is folded away
        return joined(map(str.lower, self._folded()))

    def _folded(self) -> Iterator[str]:
        folds = self._folds
        if len(folds) > _MANY_FOLDS or not "".join(folds.values()).isascii():
            yield from (stretch.translate(folds) for stretch in stretches(self._text))
            return
        for stretch in stretches(self._text):
            for code, folded in folds.items():  # for the few of English, ten times as fast
                stretch = stretch.replace(chr(code), folded)
            yield stretch

    @cached_property
    def _origins(self) -> "Origins | None":
        """Where each character of the text begins in the folded copy, or None where that is the same."""
        longer = {chr(code): len(folded) - 1 for code, folded in self._folds.items() if len(folded) != 1}
        return Origins(stretches(self._text), longer) if longer else None


class Origins:
    """Where each character of a text begins in its folded copy, and last where that ends.

    Only the places are kept at which what follows is shifted. The `text` comes in stretches; `longer` tells
    by how much each of the characters there is longer when it is folded, -1 if it folds to nothing.
    """

    def __init__(self, text: Iterable[str], longer: dict[str, int]) -> None:
        shifting = re.compile(f"[{re.escape(''.join(longer))}]")
        self._places = array("l")
        shifts = array("l")
        self._end = 0
        for stretch in text:
            for found in shifting.finditer(stretch):
                self._places.append(self._end + found.start())
                shifts.append(longer[found[0]])
            self._end += len(stretch)
        self._shifts = array("l", accumulate(shifts, initial=0))

    def __len__(self) -> int:
        return self._end + 1

    def __getitem__(self, at: int) -> int:
        return at + self._shifts[bisect_left(self._places, at)]


class Hits(Sequence[Span]):
    """Where a query was found; the spans are made when they are asked for, for few ever are."""

    def __init__(self, starts: "array[int]", length: int, origins: Origins | None) -> None:
        self._starts = starts
        self._length = length
        self._origins = origins

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> "Hits": ...
    def __getitem__(self, at: int | slice) -> "Span | Hits":
        if isinstance(at, slice):
            return Hits(self._starts[at], self._length, self._origins)
        start, end = self._starts[at], self._starts[at] + self._length
        if self._origins is None:
            return Span(start, end)
        return Span(bisect_right(self._origins, start) - 1, bisect_left(self._origins, end))

    def within(self, start: int, end: int) -> "Hits":
        """Give those that overlap text[start:end]."""
        if self._origins is not None:
            start, end = self._origins[start], self._origins[end]
        first = bisect_right(self._starts, start - self._length)
        return self[first : bisect_left(self._starts, end)]


#: Where nothing is found.
NOWHERE = Hits(array("I"), 0, None)

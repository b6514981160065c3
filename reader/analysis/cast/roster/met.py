"""Which countries an article has met: what tells those of one name apart, Korea from Korea."""

from collections import Counter, OrderedDict
from collections.abc import Iterator

_BESIDE = 250  # code points: what was named within them may be what is spoken of
_WEIGHT = 3  #    uses elsewhere that this outweighs


class Met:
    """Remembers countries as they are named, themselves or by a place in them."""

    def __init__(self) -> None:
        self._last: OrderedDict[tuple[str, bool], int] = OrderedDict()  # the latest named last
        self._count: Counter[str] = Counter()

    def note(self, code: str, by_place: bool, offset: int) -> None:
        """Take in that a country was named at `offset`, by the name of a place in it or by its own."""
        self._last[code, by_place] = offset
        self._last.move_to_end((code, by_place))
        self._count[code] += 1

    def latest(self) -> Iterator[tuple[str, bool]]:
        """Codes, the latest first, and whether it was by a place."""
        return reversed(self._last)

    def likelier(self, at: int) -> list[str]:
        """Codes in the order in which a name at offset `at` may mean them: most named, or named beside it."""
        weights = self._count.copy()
        beside = {code: last for (code, _), last in self._last.items() if abs(at - last) < _BESIDE}
        weights.update(dict.fromkeys(beside, _WEIGHT))
        return sorted(weights, key=lambda code: (-weights[code], -beside.get(code, -1)))

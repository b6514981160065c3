"""Where one was before each jump: back, and forward again."""

from reader.place import Spot


class Trail:
    """Places in an article, in the order in which they were left."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._at = 0

    def leave(self, spot: Spot) -> None:
        """Remember a spot before a jump; what lay ahead is forgotten."""
        del self._spots[self._at :]
        if not self._spots or self._spots[-1] != spot:
            self._spots.append(spot)
        self._at = len(self._spots)

    def back(self, spot: Spot) -> Spot | None:
        """Give the spot before `spot`, the present one; None at the beginning of the trail."""
        if self._at == 0:
            return None
        if self._at == len(self._spots):
            self._spots.append(spot)
        self._at -= 1
        return self._spots[self._at]

    def forward(self) -> Spot | None:
        """Give the spot from which one went back; None at the end of the trail."""
        if self._at + 1 >= len(self._spots):
            return None
        self._at += 1
        return self._spots[self._at]

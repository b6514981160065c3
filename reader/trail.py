"""Where one was before each jump: back, and forward again."""


class Trail:
    """Places in an article, in the order in which they were left."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._at = 0

    def leave(self, place: int) -> None:
        """Remember a place before a jump; what lay ahead is forgotten."""
        del self._places[self._at :]
        if not self._places or self._places[-1] != place:
            self._places.append(place)
        self._at = len(self._places)

    def back(self, place: int) -> int | None:
        """Give the place before `place`, the present one; None at the beginning of the trail."""
        if self._at == 0:
            return None
        if self._at == len(self._places):
            self._places.append(place)
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> int | None:
        """Give the place from which one went back; None at the end of the trail."""
        if self._at + 1 >= len(self._places):
            return None
        self._at += 1
        return self._places[self._at]

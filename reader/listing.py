"""The list of actors: sections that fold, and rows in a standing order."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from reader.analysis.findings import Actor, ActorKind
from reader.filtering import Sifted

#: The order of the sections.
SECTIONS = (
    ActorKind.PERSON,
    ActorKind.COUNTRY,
    ActorKind.ORGANISATION,
    ActorKind.GROUP,
    ActorKind.PLACE,
)


class Row(NamedTuple):
    """An actor in the list with the number of its `mentions`; `number` is the key 1 to 9 that chooses it."""

    actor: Actor
    mentions: int
    number: int | None = None


class Section(NamedTuple):
    """Rows under a header: of actors of one kind or, where that is None, of those tied to a country."""

    kind: ActorKind | None
    rows: tuple[Row, ...]
    folded: bool = False


class Listing:
    """Who stands where in the list. The order changes when it is asked to, never by itself."""

    def __init__(self) -> None:
        self._order: tuple[str, ...] = ()
        self._folded: frozenset[ActorKind | None] = frozenset()
        self._found = 0  # when the order was changed last
        self._settled = 0  # times that it was changed

    def follow(self, actors: Mapping[str, Actor]) -> None:
        """Let go of actors that are no more, and put new ones last."""
        staying = [key for key in self._order if key in actors]
        known = set(staying)
        coming = [key for key in actors if key not in known]
        if coming or len(staying) < len(self._order):
            self._order = (*staying, *coming)

    def settle(self, weight: Callable[[str], int], found: int | None = None) -> None:
        """Put the heaviest actors first, but seldom while more is found: rows that one reads should not move.

        `found` is how much was found so far; the order changes when it has doubled. None is all.
        """
        if found is None or found >= 2 * self._found:
            before, self._order = self._order, tuple(sorted(self._order, key=weight, reverse=True))
            self._found = found or 0
            self._settled += self._order != before

    def fold(self, kind: ActorKind | None) -> bool:
        """Fold a section or unfold it; True if it is folded now."""
        self._folded ^= {kind}
        return kind in self._folded

    def unfold(self) -> None:
        """Unfold all sections."""
        self._folded = frozenset()

    @property
    def standing(self) -> object:
        """What the sections follow from besides what is asked and found: another order, or another fold."""
        return self._settled, self._folded

    def sections(
        self, actors: Mapping[str, Actor], shown: Sifted, count: Callable[[str], int]
    ) -> list[Section]:
        """Give the sections that have rows: actors that are shown and count for something.

        Those without a name come last in theirs, and have no keys.
        """
        named: dict[ActorKind | None, list[Row]] = {kind: [] for kind in (*SECTIONS, None)}
        unnamed: dict[ActorKind | None, list[Row]] = {kind: [] for kind in named}
        passing = shown.named | shown.tied
        for key in self._order:
            if key in passing and (counted := count(key)):
                actor = actors[key]
                kind = None if key in shown.tied else actor.kind
                (named if actor.named else unnamed)[kind].append(Row(actor, counted))
        numbers = iter(range(1, 10))
        sections = []
        for kind, rows in named.items():
            folded = kind in self._folded
            keyed = zip(() if folded else rows, numbers, strict=False)
            first = [row._replace(number=number) for row, number in keyed]
            if rows or unnamed[kind]:
                sections.append(Section(kind, (*first, *rows[len(first) :], *unnamed[kind]), folded))
        return sections

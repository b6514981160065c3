"""Where the reader is in an article: what is in view, where the reading line is, what was moved to."""

from typing import NamedTuple

from reader.analysis.findings import Mention, Quote, Span
from reader.article import Link

#: What a move can go to.
Goal = Mention | Quote | Span | Link


class Spot(NamedTuple):
    """A place as it was: the offset at the top of the view, where moves started, what had been moved to."""

    top: int
    offset: int
    goal: Goal | None = None


class Place:
    """A place in an article, in offsets.

    `offset` is where the reading line starts. At most one of `cursor`, `quote`, `hit` (of a search) and
    `link` is what the last move went to; moves start from it.
    """

    def __init__(self) -> None:
        self.offset = 0
        self.view = (0, 0)
        self.cursor: Mention | None = None
        self.quote: Quote | None = None
        self.hit: Span | None = None
        self.link: Link | None = None

    def put(self, offset: int) -> None:
        """Be at an offset of which nothing more is known."""
        self.offset = offset
        self.view = (offset, offset)

    def look(self, top: int, bottom: int, offset: int) -> None:
        """Be told what is in view (half-open) and where the reading line is.

        What was moved to and has gone out of view is let go, so that the next move starts from here.
        """
        self.view = (top, bottom)
        self.offset = offset
        if self.cursor is not None and not top <= self.cursor.start < bottom:
            self.cursor = None
        if self.quote is not None and not (self.quote.start < bottom and top < self.quote.end):
            self.quote = None
        if self.hit is not None and not top <= self.hit.start < bottom:
            self.hit = None
        if self.link is not None and not top <= self.link.start < bottom:
            self.link = None

    def take(self, goal: Goal) -> None:
        """Be at a mention, a quote, a hit or a link."""
        self.let_go()
        match goal:
            case Mention():
                self.cursor = goal
            case Quote():
                self.quote = goal
            case Span():
                self.hit = goal
            case Link():
                self.link = goal
        self.offset = goal.start

    def let_go(self) -> None:
        """Be at the reading line and nothing else."""
        self.cursor = self.quote = self.hit = self.link = None

    @property
    def here(self) -> int:
        """The offset from which moves start: what was moved to or, without that, the reading line."""
        goal = self.goal
        return goal.start if goal is not None else self.offset

    @property
    def goal(self) -> Goal | None:
        """What was moved to."""
        return self.cursor or self.hit or self.quote or self.link

    @property
    def spot(self) -> Spot:
        """This place, to come back to."""
        return Spot(self.top, self.here, self.goal)

    def come_back(self, spot: Spot) -> None:
        """Be where one was."""
        self.let_go()
        if spot.goal is not None:
            self.take(spot.goal)
        self.offset = spot.offset

    @property
    def top(self) -> int:
        """The offset at the top of the view."""
        return self.view[0]

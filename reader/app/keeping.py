"""When what the reader did is kept: the place a little later, all else at once, nothing while a key waits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.app.pacing import Pace
from reader.session import Session
from reader.sources import is_begun

if TYPE_CHECKING:
    from textual.theme import Theme

    from reader.app.desk import Desk

#: Seconds after which a new place is kept; a crash loses as much of it at most.
KEPT_AFTER = 5


class Keeping:
    """Has the memory of a desk keep things."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: tuple[int, int, str | None, int] | None = None
        self.pace = Pace(desk, self.place, KEPT_AFTER, at_once=False)

    def place_soon(self) -> None:
        """Keep the place, when the reader may have stayed there."""
        self.pace.ask()

    def place(self) -> None:
        """Keep the place now, if it is another one than was kept last."""
        desk, session = self._desk, self._desk.session
        place = desk.at, session.place.top, session.chosen, desk.measure
        if place != self._kept and not is_begun(session.article):
            self._kept = place
            desk.memory.keep_place(session, session.place.top, desk.measure)

    def looks(self, **looks: str | int) -> None:
        """Keep how the reader has it now, for this article and others."""
        self._aside(partial(self._desk.memory.keep_looks, **looks))

    def theme(self, theme: Theme) -> None:
        """Keep the theme."""
        self.looks(theme=theme.name)

    def analysis(self, session: Session) -> None:
        """Keep what was found in an article."""
        self._aside(partial(self._desk.memory.keep_analysis, session))

    def corrections(self, session: Session) -> None:
        """Keep what the reader set right."""
        self._aside(partial(self._desk.memory.keep_corrections, session))

    def _aside(self, keep: Callable[[], None]) -> None:
        self._desk.run_worker(keep, group="memory", thread=True)

"""Having the articles of a desk understood: the one that is read first, then those that follow it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING

from reader.analysis.errors import AnalysisError
from reader.analysis.findings import Findings
from reader.article import Article
from reader.leftovers import give_back
from reader.session import Session

if TYPE_CHECKING:
    from reader.app.desk import Desk

#: Understands an article, batch by batch, without holding up the screen; raises AnalysisError when it can't.
Understand = Callable[[Article], AsyncIterator[Findings]]
#: Is told which offsets of an article are in view, half-open.
Look = Callable[[Article, int, int], None]


class Understanding:
    """Goes through the articles of a desk; in each, what is in view comes first.

    `session` is the one whose article is being understood now, None if none is.
    """

    def __init__(self, desk: Desk, understand: Understand, look: Look | None) -> None:
        self._desk = desk
        self._understand = understand
        self._look = look
        self._stopped: set[Session] = set()
        self._coming: list[Findings] = []
        self.session: Session | None = None

    def begin(self) -> None:
        """Understand the article on the desk and, when that is done, those that follow it."""
        self._desk.run_worker(self._all(), group="analysis", exclusive=True)

    def has_stopped(self, session: Session) -> bool:
        """Tell whether an article could not be understood to its end."""
        return session in self._stopped

    def progress(self, session: Session) -> float | None:
        """Give how much of an article has been understood while that goes on, else None."""
        stage = session.stage
        return stage.done / max(1, stage.total) if session is self.session and not stage.complete else None

    def look(self) -> None:
        """Have what is in view understood first."""
        session = self._desk.session
        if self._look is not None and self.session is not None and not session.stage.complete:
            self._look(session.article, *self._desk.page.view)

    def take_in(self) -> None:
        """Have the session know what has come since it was told last.

        Batches wait for that, for what follows from all that it knows need not be found anew for each.
        """
        while self._coming and self.session is not None:
            self.session.apply(self._coming.pop(0))
        give_back()  # what they came in: in half a millisecond, some megabytes

    async def _all(self) -> None:
        desk = self._desk
        for number in [*range(desk.at, len(desk.sessions)), *range(desk.at)]:
            desk.recall(number)
            if not desk.sessions[number].stage.complete:
                await self._one(desk.sessions[number])
        self.session = None
        desk.show_status()
        give_back()

    async def _one(self, session: Session) -> None:
        desk = self._desk
        self.session = session
        self._stopped.discard(session)
        self.look()
        try:
            async for findings in self._understand(session.article):
                self._coming.append(findings)
                desk.found(session, findings.span)
        except AnalysisError as error:
            self._stopped.add(session)
            desk.show_found()
            if session is desk.session:
                desk.tell(f"{error} · R tries again")
        else:
            desk.show_found()
            desk.understood(session)
        finally:
            self.take_in()

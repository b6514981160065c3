"""What the screen keeps of an article, and takes up again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from reader.article import Article
from reader.leftovers import give_back
from reader.session import Session

if TYPE_CHECKING:
    from reader.corrections import Correction
    from reader.looks import Looks
    from reader.store import Store


class Memory:
    """A store, as the screen uses it. Without a store, nothing is kept and nothing remembered.

    `analyst` gives what tells analyses of this program and model from others
    (:func:`reader.analysis.identity.identity`).
    Everything but :meth:`recall` may be called from any thread.
    """

    def __init__(
        self, store: Store | None = None, analyst: Callable[[], str] = str, looks: Looks | None = None
    ) -> None:
        self._store = store
        self._tell_analyst = analyst
        self._looks = looks

    @cached_property
    def _analyst(self) -> str:
        return self._tell_analyst()

    @property
    def notice(self) -> str | None:
        """What is wrong with the store, in a line."""
        return self._store.notice if self._store is not None else None

    def knows(self, article: Article) -> bool:
        """Tell whether an article with a source of this name was read before."""
        name = PurePath(article.source or "").name
        return self._store is not None and not self._store.is_new and self._store.has_source(name)

    def recall(self, session: Session) -> int | None:
        """Bring a session to where it was left; gives the width of the text then."""
        if self._store is None or self._store.is_new:
            return None
        known = self._store.recall(session.article.key, self._analyst)
        if known is None:
            return None
        session.take_up(known.place, known.chosen, known.history, known.analysis)
        return known.measure

    def keep_place(self, session: Session, place: int, measure: int) -> None:
        """Keep where the reader is, whom he chose, and how wide the text is."""
        if self._store is not None:
            self._store.keep_place(session.article, place, session.chosen, measure)

    def keep_analysis(self, session: Session) -> None:
        """Keep a complete analysis, as found."""
        if self._store is not None:
            self._store.keep_analysis(session.article, session.revision.found.snapshot(), self._analyst)
            give_back()

    def keep_corrections(self, session: Session) -> None:
        """Keep what the reader set right."""
        if self._store is not None:
            self._store.keep_corrections(session.article, session.history)

    def keep_looks(self, **looks: str | int) -> None:
        """Keep how the reader has it now (:meth:`reader.looks.Looks.keep`)."""
        if self._looks is not None:
            self._looks.keep(**looks)

    def corrections(self, session: Session) -> tuple[Correction, ...]:
        """Give what was set right in other articles."""
        return self._store.corrections(but=session.article.key) if self._store is not None else ()

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()

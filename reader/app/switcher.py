"""All articles of this run: title, how far each has been understood, and who is in it."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.screen import ModalScreen

from reader.app.keys import bound
from reader.app.row_list import RowList
from reader.app.stylesheets import overlay_styles
from reader.app.wrapping import fit
from reader.session import Session

_ACTORS = 4


class ArticleList(RowList):
    """Two lines an article."""

    def __init__(
        self, sessions: Sequence[Session], at: int, progress: Callable[[Session], float | None]
    ) -> None:
        super().__init__(id="articles")
        self._sessions = sessions
        self._progress = progress
        self._at = self.row_cursor = at

    def on_mount(self) -> None:
        """Show them, and see every now and then how far they have been understood."""
        self.set_rows(len(self._sessions))
        self.redraw()
        self.keep_in_view(self.row_cursor)
        self.set_interval(0.5, self.redraw)

    def row_height(self) -> int:
        """Title, and actors."""
        return 2

    def draw_row(self, row: int, line: int, width: int) -> list[Segment]:
        """Draw one of an article's two lines."""
        session = self._sessions[row]
        if line == 0:
            article = session.article
            words = f" {article.words:,} words" if article.whole_at is None else " beginning only"
            title = article.title or article.source or "untitled"
            return [
                Segment("▸" if row == self._at else " ", self.part("list--here")),
                Segment(fit(title, max(4, width - len(words) - 2)), self.part("list--here")),
                Segment(words, self.part("list--dim")),
            ]
        return [Segment("   " + fit(self._state(session), max(4, width - 5)), self.part("list--dim"))]

    def _state(self, session: Session) -> str:
        if session.stage.complete:
            return ", ".join(row.actor.name for row in session.heaviest(_ACTORS)) or "nobody found"
        share = self._progress(session)
        return "not read yet" if share is None else f"reading names, {share:.0%}"


class Switcher(ModalScreen[int | None]):
    """Gives the number of the article that was chosen, or None."""

    CSS_PATH = overlay_styles()
    BINDINGS = bound(dict.fromkeys(("back", "quit", "articles"), "dismiss(None)"))

    def __init__(
        self, sessions: Sequence[Session], at: int, progress: Callable[[Session], float | None]
    ) -> None:
        super().__init__()
        self._list = ArticleList(sessions, at, progress)

    def compose(self) -> ComposeResult:
        """One list."""
        yield self._list

    def on_row_list_row_taken(self, message: RowList.RowTaken) -> None:
        """Give the row."""
        self.dismiss(message.row)

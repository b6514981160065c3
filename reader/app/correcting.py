"""Setting right what was found; with undo and redo."""

from textual import work

from reader.app.desk import Desk
from reader.history import History


class Correcting(Desk):
    """A desk on which findings can be corrected; corrections are kept for the article."""

    @work(exclusive=True, group="correcting")
    async def action_correct(self) -> None:
        """Ask what is wrong, and set it right."""
        from reader.app.mending import Mender

        correction = await Mender(self).ask()
        if correction is not None:
            self._put(self.session.history.add(correction), "corrected · z undoes")

    def action_undo(self) -> None:
        """Take the latest correction back."""
        history = self.session.history
        self._put(history.undo(), "undone · Z does it again" if history.done else "nothing to undo")

    def action_redo(self) -> None:
        """Correct again what was undone."""
        history = self.session.history
        self._put(history.redo(), "done again" if history.undone else "nothing to do again")

    def _put(self, history: History, told: str) -> None:
        if history != self.session.history:
            self.session.correct(history)
            self._keep_corrections()
            self.show_all()
        self.tell(told)

    @work(thread=True, group="memory")
    def _keep_corrections(self) -> None:
        self.memory.keep_corrections(self.session)

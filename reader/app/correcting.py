"""Setting right what was found; with undo and redo."""

import asyncio

from textual import work

from reader.app.desk import Desk
from reader.app.part import Part
from reader.history import History


class Correcting(Part):
    """A desk on which findings can be corrected; corrections are kept for the article."""

    @work(group="offering")
    async def on_desk_understood(self, message: Desk.Understood) -> None:
        """Offer what was set right in other articles and fits this one."""
        session = message.session
        known = await asyncio.to_thread(self.memory.corrections, session)
        if known and session is self.session:
            from reader.suggesting import suggestions

            if offered := suggestions(known, session.stage):
                many = f"{len(offered)} corrections" if len(offered) > 1 else "a correction"
                self.tell(f"{many} of other articles would fit here · m")

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
            self.keeping.corrections(self.session)
            self.show_all()
        self.tell(told)

"""The filter and the search: what is typed counts with every letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.choosing import Choosing
from reader.app.purpose import Purpose
from reader.place import Spot

if TYPE_CHECKING:  # what the first frame does not need is imported later
    from reader.app.prompt import Prompt


class Asking(Choosing):
    """A desk that asks for part of a name, or for words of the text."""

    _origin = Spot(0, 0)  # where a search began

    def action_filter(self) -> None:
        """Ask for part of a name."""
        if self.lists_are_over_text:
            self.use_lists(True)  # or nobody would see what passes
        self._ask(Purpose.FILTER, self.session.filter.query)
        self.call_after_refresh(self.session.prepare_to_seek)

    def action_search(self) -> None:
        """Ask for words to search for."""
        self._origin = self.session.place.spot
        self._ask(Purpose.SEARCH, "")
        self.call_after_refresh(self.session.haystack.prepare)

    def _ask(self, purpose: Purpose, value: str) -> None:
        if not self.furnished:  # asked for before the first frame
            self.call_after_refresh(self._ask, purpose, value)
            return
        self._show_prompt(True)
        self.prompt.ask(purpose, value, self._typed)

    def _show_prompt(self, shown: bool) -> None:
        """Show or hide the prompt; a class of the whole desk would have all of that styled anew."""
        self.prompt.set_class(shown, "-shown")
        side = self.query_one("#side")
        side.set_class(shown and side.has_class("-listing"), "-above-prompt")

    def _typed(self, value: str) -> None:
        """Every keystroke narrows list and highlights, or finds."""
        if self.prompt.purpose is Purpose.FILTER:
            self.session.seek(value)
            self.show_all()
            return
        self.session.place.offset = self._origin.offset
        self.follow_move(self.session.search(value), "not found" if value.strip() else "")
        self.page.redraw()  # all hits in view are lit

    def on_prompt_left(self, message: Prompt.Left) -> None:
        """Keep what was typed, or undo it; a filter that leaves one actor chooses it."""
        self._show_prompt(False)
        self.leave_lists()
        session = self.session
        if message.purpose is Purpose.SEARCH:
            session.haystack.let_go()
            if message.kept:
                session.trail.leave(self._origin)
            else:
                session.search("")
                self.come_back(self._origin)
        elif not message.kept:
            session.seek("")
        elif session.filter.query and len(session.shown.named) == 1:
            session.choose(*session.shown.named)
        self.show_all()
        self.prompt.hand_on()

"""What is asked for often, done at most every so many seconds."""

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer


class Pace:
    """Does something when asked, then not again for `seconds`; what was asked for meanwhile is done after.

    Unless `at_once`, the first time is after so many seconds too. While nothing is asked for no clock ticks.
    """

    def __init__(self, owner: MessagePump, act: Callable[[], None], seconds: float, *, at_once: bool) -> None:
        self._owner = owner
        self._act = act
        self._seconds = seconds
        self._at_once = at_once
        self._rest: Timer | None = None
        self.waiting = False

    def ask(self) -> None:
        """Have it done, now or soon."""
        if self._rest is not None:
            self.waiting = True
            return
        self.waiting = not self._at_once
        self._rest = self._owner.set_timer(self._seconds, self._rested)
        if self._at_once:
            self._act()

    def _rested(self) -> None:
        self._rest = None
        if self.waiting and self._at_once:
            self.ask()
        elif self.waiting:
            self.waiting = False
            self._act()

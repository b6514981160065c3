"""The line in which a filter or a search is typed; every keystroke counts at once."""

from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from reader.app.purpose import Purpose


class Prompt(Input):
    """An input that tells of every change, and of being left."""

    BINDINGS = [Binding("escape", "leave(False)", "clear", show=False)]

    @dataclass
    class Left(Message):
        """The prompt was left: what was typed is kept, or thrown away."""

        purpose: Purpose
        kept: bool

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, compact=True)
        self.cursor_blink = False  # a program that nobody uses does nothing
        self.purpose = Purpose.FILTER

    def ask(self, purpose: Purpose, value: str) -> None:
        """Ask for something, with what was there before."""
        self.purpose = purpose
        self.placeholder = purpose.value
        with self.prevent(Input.Changed):
            self.value = value
        self.cursor_position = len(value)
        self.focus()

    async def action_submit(self) -> None:
        """Keep what was typed."""
        self.post_message(self.Left(self.purpose, True))

    def action_leave(self, kept: bool) -> None:
        """Leave the prompt."""
        self.post_message(self.Left(self.purpose, kept))

"""The line in which a filter or a search is typed; every keystroke counts at once."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from reader.app.purpose import Purpose


class Prompt(Horizontal):
    """A word and an input, which tells of every change (:class:`Input.Changed`); tells of being left."""

    BINDINGS = [Binding("escape", "leave", "clear", show=False)]

    @dataclass
    class Left(Message):
        """The prompt was left: what was typed is kept, or thrown away."""

        purpose: Purpose
        kept: bool

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.purpose = Purpose.FILTER
        self._word = Label()
        self._input = Input(compact=True)
        self._input.cursor_blink = False  # a program that nobody uses does nothing

    def compose(self) -> ComposeResult:
        """What is asked for, and the line to type in."""
        yield self._word
        yield self._input

    def ask(self, purpose: Purpose, value: str) -> None:
        """Ask for something, with what was there before."""
        self.purpose = purpose
        self._word.update(purpose.word)
        self._input.placeholder = purpose.hint
        with self.prevent(Input.Changed):
            self._input.value = value
        self._input.cursor_position = len(value)
        self._input.focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Keep what was typed."""
        message.stop()
        self.post_message(self.Left(self.purpose, True))

    def action_leave(self) -> None:
        """Leave the prompt; nothing is kept."""
        self.post_message(self.Left(self.purpose, False))

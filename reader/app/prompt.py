"""The line in which a filter or a search is typed; every keystroke counts at once."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.events import Key
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input, Label

from reader.app.purpose import Purpose

_LEAVING = ("enter", "escape")


class Line(Input):
    """An input as wide as there is room, whatever is typed: no letter has the screen laid out anew.

    What is pressed behind a key that leaves it, which may come with that, is none of its letters.
    """

    virtual_size = Reactive(Size(0, 0))
    #: The keys behind that one; None before it comes.
    later: list[Key] | None = None

    def on_key(self, event: Key) -> None:
        """Keep them: before it is left, they would not find what it leaves."""
        if self.later is not None:
            self.later.append(event)
            event.stop()
            event.prevent_default()
        elif event.key in _LEAVING:
            self.later = []


class Prompt(Horizontal):
    """A word and an input; whoever asks is told of every letter before that is drawn. Tells of being left."""

    BINDINGS = [Binding("escape", "leave", "clear", show=False)]

    @dataclass
    class Left(Message):
        """The prompt was left: what was typed is kept, or thrown away."""

        purpose: Purpose
        kept: bool

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.purpose = Purpose.FILTER
        #: When it was asked something last, in the time of events.
        self.since = 0.0
        self._typed: Callable[[str], None] = lambda value: None
        self._word = Label()
        self._input = Line(compact=True)
        self._input.cursor_blink = False  # a program that nobody uses does nothing

    def compose(self) -> ComposeResult:
        """What is asked for, and the line to type in."""
        yield self._word
        yield self._input

    def on_mount(self) -> None:
        """Watch the line: a message would come so late that letter and list took a frame each."""
        self.watch(self._input, "value", self._changed, init=False)

    def _changed(self, value: str) -> None:
        if self._input.has_focus:
            self._typed(value)

    def ask(self, purpose: Purpose, value: str, typed: Callable[[str], None]) -> None:
        """Ask for something, with what was there before; `typed` is called with what is there then."""
        self.purpose, self._typed = purpose, typed
        self._word.update(purpose.word)
        self._input.placeholder = purpose.hint
        self._input.later = None
        self._input.value = value
        self._input.cursor_position = len(value)
        self.screen.set_focus(self._input)
        self.since = Message().time

    def hand_on(self) -> None:
        """Let what was pressed behind the key that left the prompt be keys of the page."""
        later, self._input.later = self._input.later, None
        for event in later or ():
            self.app.call_later(self.app.simulate_key, event.key)  # by the app, to which it has to come up

    def takes(self, event: Key) -> bool:
        """Take a key that was pressed before the line had the focus: it may come with the one that asked."""
        is_early = self.screen.focused is self._input and event.time < self.since
        if is_early:
            self._input._forward_event(Key(event.key, event.character))
        return is_early

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Keep what was typed."""
        message.stop()
        self.post_message(self.Left(self.purpose, True))

    def action_leave(self) -> None:
        """Leave the prompt; nothing is kept."""
        self.post_message(self.Left(self.purpose, False))

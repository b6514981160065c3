"""Small pages that ask: one to pick from a list by typing or by arrows, one for a line of text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rich.segment import Segment
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.app.row_list import RowList
from reader.app.stylesheets import overlay_styles
from reader.app.wrapping import fit
from reader.folding import fold

_Value = TypeVar("_Value")
_Given = TypeVar("_Given", covariant=True)


@dataclass(frozen=True, slots=True)
class Choice(Generic[_Given]):
    """Something to be picked, how it is shown, and a dim word beside it."""

    value: _Given
    label: str
    note: str = ""


class ChoiceList(RowList, can_focus=False):
    """The choices that hold what was typed."""

    def __init__(self, choices: Sequence[Choice[Any]]) -> None:
        super().__init__(id="choices")
        self.shown = choices

    def draw_row(self, row: int, line: int, width: int) -> list[Segment]:
        """Draw a choice; the one under the cursor is marked, though the input has the focus."""
        choice = self.shown[row]
        here = row == self.row_cursor
        style = self.part("list--here" if here else "list--words")
        note = f" {choice.note}" if choice.note else ""
        label = fit(choice.label, max(4, width - len(note) - 3))
        return [
            Segment("▸ " if here else "  ", style),
            Segment(label, style),
            Segment(note, self.part("list--dim")),
        ]


class Picker(ModalScreen[Choice[_Value] | None]):
    """Gives the choice that was picked, or None."""

    CSS_PATH = overlay_styles()
    BINDINGS = [
        Binding("escape", "dismiss(None)", "cancel", show=False),
        Binding("down,ctrl+n", "move(1)", "next", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "previous", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[Choice[_Value]]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Title, input and list."""
        with Vertical(id="ask"):
            yield Static(Text(self._title, style="bold"), id="ask-title")
            yield Input(placeholder="type to narrow, enter picks, esc leaves", id="ask-input", compact=True)
            yield ChoiceList(self._choices)

    def on_mount(self) -> None:
        """Show all."""
        self._list.set_rows(len(self._choices))
        self._list.redraw()

    @property
    def _list(self) -> ChoiceList:
        return self.query_one("#choices", ChoiceList)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self._list.action_row(rows)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow the list."""
        words = fold(message.value).split()
        self._list.shown = [
            choice for choice in self._choices if all(word in fold(choice.label) for word in words)
        ]
        self._list.row_cursor = 0
        self._list.set_rows(len(self._list.shown))
        self._list.redraw()

    def on_input_submitted(self) -> None:
        """Pick what is under the cursor."""
        if self._list.shown:
            self.dismiss(self._list.shown[self._list.row_cursor])

    def on_row_list_row_taken(self, message: RowList.RowTaken) -> None:
        """Pick what was clicked."""
        self.dismiss(self._list.shown[message.row])


class Ask(ModalScreen[str | None]):
    """Gives the line that was typed, or None."""

    CSS_PATH = overlay_styles()
    BINDINGS = [Binding("escape", "dismiss(None)", "cancel", show=False)]

    def __init__(self, title: str, value: str = "") -> None:
        super().__init__()
        self._title = title
        self._value = value

    def compose(self) -> ComposeResult:
        """Title and input."""
        with Vertical(id="ask"):
            yield Static(Text(self._title, style="bold"), id="ask-title")
            yield Input(self._value, id="ask-input", compact=True)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Give the line; an empty one is none."""
        self.dismiss(message.value.strip() or None)

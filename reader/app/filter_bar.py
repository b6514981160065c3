"""The line in which a filter is typed; every keystroke narrows the view."""

from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input


class FilterBar(Input):
    """An input that tells of every change, and of being left."""

    BINDINGS = [Binding("escape", "leave(False)", "clear the filter", show=False)]

    @dataclass
    class Left(Message):
        """The bar was left: the filter is kept, or was thrown away."""

        kept: bool

    def __init__(self, id: str | None = None) -> None:
        super().__init__(
            placeholder="part of a name · enter keeps the filter · esc clears it", id=id, compact=True
        )

    async def action_submit(self) -> None:
        """Keep the filter."""
        self.post_message(self.Left(True))

    def action_leave(self, kept: bool) -> None:
        """Leave the bar."""
        self.post_message(self.Left(kept))

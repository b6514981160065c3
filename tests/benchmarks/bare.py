"""The least that a Textual program can be: what the reader's speed is compared with."""

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Static


class BareApp(App[None]):
    """One line of text, which the key j changes."""

    BINDINGS = [Binding("j", "change"), Binding("q", "quit")]
    ENABLE_COMMAND_PALETTE = False
    count = 0

    def compose(self) -> ComposeResult:
        yield Static("A bare Textual app")

    def action_change(self) -> None:
        self.count += 1
        self.query_one(Static).update(f"A bare Textual app, {self.count}")


if __name__ == "__main__":
    BareApp().run()

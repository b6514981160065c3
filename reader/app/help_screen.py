"""The page under ``?``: every key, made from the table of keys."""

from collections.abc import Mapping
from itertools import groupby

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.app.keys import KEYS
from reader.app.stylesheets import overlay_styles


class HelpScreen(ModalScreen[None]):
    """Shows the keys; any of escape, q and ? closes it."""

    CSS_PATH = overlay_styles()
    BINDINGS = [
        Binding("escape,q,question_mark", "dismiss", "close", show=False),
        Binding("j,down", "scroll(1)", "down", show=False),
        Binding("k,up", "scroll(-1)", "up", show=False),
    ]

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """One scrolling page."""
        with VerticalScroll(id="help"):
            yield Static(self._page(), id="help-page")

    def action_scroll(self, lines: int) -> None:
        """Scroll the page."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=lines, animate=False)

    def _page(self) -> Text:
        page = Text("What the keys do\n", style="bold")
        for group, keys in groupby(KEYS, key=lambda key: key.group):
            page.append(f"\n{group}\n", style="bold underline")
            for key in keys:
                page.append(f"  {self._keys.get(key.id, key.shown):<8}", style="bold")
                page.append(f"{key.help}\n", style="not bold")
        page.append("\nMouse\n", style="bold underline")
        page.append(
            "  Click a name, a row or a quote to choose it; the wheel scrolls; drag to select text.\n",
            style="not bold",
        )
        page.append("\nMarks\n", style="bold underline")
        page.append(
            "  •  in view      ?  a guess, not sure      ▸  chosen, or being read\n", style="not bold"
        )
        return page

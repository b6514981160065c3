"""The page under ``?``: every key, made from the table of keys."""

from collections.abc import Iterable, Mapping

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.app.keys import ACTORS, KEYS, MOVE, PROGRAM, QUOTES, VIEW, bound
from reader.app.stylesheets import overlay_styles

_Rows = Iterable[tuple[str, str]]

_MOUSE = (
    ("click", "choose a name, a row, a quote; fold a section"),
    ("twice", "select a word; a third time, its paragraph"),
    ("drag", "select; y copies"),
    ("wheel", "scroll"),
)
_MARKS = (
    ("•", "in view"),
    ("▸", "chosen, or being read"),
    ("?", "a guess, not sure"),
    ("✎", "corrected by you"),
    ("✓", "a quote that you marked"),
)


class HelpScreen(ModalScreen[None]):
    """Shows the keys, in two columns where there is room; escape, q and ? close it."""

    CSS_PATH = overlay_styles()
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (104, "-broad")]
    BINDINGS = bound(
        {
            **dict.fromkeys(("back", "quit", "help"), "dismiss"),
            "line-down": "scroll(1)",
            "line-up": "scroll(-1)",
            "page-down": "scroll(10)",
            "page-up": "scroll(-10)",
        }
    )

    def __init__(self, keys: Mapping[str, str]) -> None:
        """Show the keys; `keys` are those that the reader has set, by the ids of bindings."""
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """One scrolling page."""
        with VerticalScroll(id="help"):
            yield Static(self._column(MOVE, ACTORS, QUOTES))
            marks = (_section("Mouse", _MOUSE), _section("Marks", _MARKS))
            yield Static(Group(self._column(VIEW, PROGRAM), *marks))

    def action_scroll(self, lines: int) -> None:
        """Scroll the page."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=lines, animate=False)

    def _column(self, *groups: str) -> Group:
        return Group(*(_section(group, self._rows(group)) for group in groups))

    def _rows(self, group: str) -> _Rows:
        return ((self._keys.get(key.id, key.shown), key.help) for key in KEYS if key.group == group)


def _section(title: str, rows: _Rows) -> Group:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", min_width=6)
    table.add_column()
    for keys, does in rows:
        table.add_row(Text(keys), Text(does))
    return Group(Text(title.upper(), style="bold dim"), table, Text())

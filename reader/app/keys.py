"""Every key in one table: bindings, footer hints, the help page and the README are made from it."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.binding import Binding, BindingType


class Key(NamedTuple):
    """One thing that keys do.

    `keys` are Textual key names parted by commas, `shown` is how they are printed, `hint` is the word in
    the status line (empty: not there), `help` the sentence under ``?``.
    """

    id: str
    keys: str
    shown: str
    action: str
    help: str
    group: str
    hint: str = ""

    def bindings(self) -> list[Binding]:
        """Give the Textual bindings; their ids let a user remap the keys. ``KEY`` in an action is the key."""
        if "KEY" not in self.action:
            return [Binding(self.keys, self.action, self.help, show=False, id=self.id)]
        return [
            Binding(key, self.action.replace("KEY", key), self.help, show=False, id=f"{self.id}-{key}")
            for key in self.keys.split(",")
        ]


MOVE, ACTORS, VIEW, QUOTES, PROGRAM = "Move", "Actors", "Narrow the view", "Quotes", "Program"

# fmt: off
# ruff: noqa: E501 - a table is read by its columns
KEYS = (
    Key("line-down", "j,down", "j ↓", "line(1)", "a line down", MOVE),
    Key("line-up", "k,up", "k ↑", "line(-1)", "a line up", MOVE),
    Key("page-down", "space,pagedown", "space", "page(1)", "a page down", MOVE),
    Key("page-up", "b,pageup", "b", "page(-1)", "a page up", MOVE),
    Key("half-down", "d", "d", "half_page(1)", "half a page down", MOVE),
    Key("half-up", "u", "u", "half_page(-1)", "half a page up", MOVE),
    Key("top", "g,home", "g", "end(-1)", "the beginning", MOVE),
    Key("bottom", "G,end", "G", "end(1)", "the end", MOVE),
    Key("search", "slash", "/", "search", "search the text; then n N; esc ends it", MOVE, "/ search"),
    Key("trail-back", "grave_accent", "`", "trail(-1)", "back to where one was before a jump", MOVE),
    Key("trail-forward", "tilde", "~", "trail(1)", "forward again on that way", MOVE),
    Key("link", "L", "L", "link(1)", "next link: where it leads; y copies that", MOVE),
    Key("previous-link", "H", "H", "link(-1)", "previous link", MOVE),
    Key("next-mention", "n", "n", "mention(1)", "next mention of the chosen actor, or hit", ACTORS, "n N mention"),
    Key("previous-mention", "N", "N", "mention(-1)", "previous mention, or hit", ACTORS),
    Key("step-right", "l,right", "l →", "step(1)", "cursor to the next mention of anybody", ACTORS),
    Key("step-left", "h,left", "h ←", "step(-1)", "cursor to the previous mention of anybody", ACTORS),
    Key("choose", "enter", "enter", "choose_nearest", "choose the actor under the cursor", ACTORS),
    Key("nearest", "asterisk", "*", "choose_nearest", "the same or, without a cursor, the nearest", ACTORS),
    Key("number", "1,2,3,4,5,6,7,8,9", "1–9", "choose_number(KEY)", "choose one of the list's first nine", ACTORS),
    Key("card", "i", "i", "card", "card of the actor at the cursor, or chosen", ACTORS, "i card"),
    Key("correct", "m", "m", "correct", "mend: merge, split, rename, speaker …", ACTORS, "m mend"),
    Key("undo", "z", "z", "undo", "undo a correction", ACTORS),
    Key("redo", "Z", "Z", "redo", "do it again", ACTORS),
    Key("people", "p", "p", "kinds('people')", "people only; again: all", VIEW, "p c o kinds"),
    Key("countries", "c", "c", "kinds('countries')", "countries and places only; again: all", VIEW),
    Key("organisations", "o", "o", "kinds('organisations')", "organisations and groups only; again: all", VIEW),
    Key("filter", "f", "f", "filter", "filter the actors by typing part of a name", VIEW, "f filter"),
    Key("ties", "C", "C", "ties", "filter by country: with those of it, or not", VIEW),
    Key("section", "s", "s", "section", "fold the section of the list, or unfold it", VIEW),
    Key("focus", "x", "x", "fold", "fold what the chosen or filtered don't occur in", VIEW, "x focus"),
    Key("highlights", "v", "v", "highlights", "names lit: all, the chosen actor's, none", VIEW),
    Key("next-quote", "right_square_bracket", "]", "quote(1)", "next quote (of the chosen)", QUOTES, "] [ quote"),
    Key("previous-quote", "left_square_bracket", "[", "quote(-1)", "previous quote", QUOTES),
    Key("turn-quotes", "M", "M", "turn_quotes", "quotes on the chosen one; of two, turned round", QUOTES),
    Key("reported", "r", "r", "reported", "list reported speech too: said that …", QUOTES),
    Key("mark", "quotation_mark", "\"", "mark", "mark the quote, to copy several together", QUOTES),
    Key("copy", "y", "y", "copy(False)", "copy the quote, or all that are marked", QUOTES, "y copy"),
    Key("copy-attributed", "Y", "Y", "copy(True)", "copy with speaker, title, source and date", QUOTES),
    Key("export", "e", "e", "export", "export what was found: Markdown, JSON, CSV", PROGRAM, "e export"),
    Key("panel", "tab", "tab", "next_pane", "article → actors → quotes", PROGRAM, "tab list"),
    Key("panel-back", "shift+tab", "⇧tab", "next_pane(-1)", "quotes → actors → article", PROGRAM),
    Key("wider", "plus", "+", "measure(4)", "wider text", PROGRAM),
    Key("narrower", "minus", "−", "measure(-4)", "narrower text", PROGRAM),
    Key("side", "w", "w", "side", "side panel: normal, wide, hidden", PROGRAM),
    Key("next-article", "greater_than_sign", ">", "article(1)", "next article", PROGRAM),
    Key("previous-article", "less_than_sign", "<", "article(-1)", "previous article", PROGRAM),
    Key("articles", "a", "a", "articles", "list of the articles", PROGRAM),
    Key("theme", "t", "t", "theme", "next theme", PROGRAM),
    Key("themes", "T", "T", "app.change_theme", "any theme by name, Textual's too", PROGRAM),
    Key("restart", "R", "R", "restart", "go on reading names after a failure", PROGRAM),
    Key("palette", "ctrl+p", "ctrl+p", "app.command_palette", "find a command by typing", PROGRAM),
    Key("help", "question_mark", "?", "help", "help: what the keys do", PROGRAM, "? help"),
    Key("suspend", "ctrl+z", "ctrl+z", "app.suspend_process", "back to the shell; fg returns", PROGRAM),
    Key("back", "escape", "esc", "back", "back one step; never quits", PROGRAM),
    Key("quit", "q", "q", "app.quit", "quit", PROGRAM, "q quit"),
)
# fmt: on

BINDINGS: list[BindingType] = [binding for key in KEYS for binding in key.bindings()]

#: The ids of all bindings with their keys and what they do, for the settings file.
TABLE = [(binding.id or "", binding.key, binding.description) for key in KEYS for binding in key.bindings()]
DEFAULTS = {name: keys for name, keys, _ in TABLE}


def bound(actions: Mapping[str, str]) -> list[BindingType]:
    """Give bindings of keys of the table, by their ids, to what they do in a list or on a page over the desk.

    Who gives another key to what the table says gives it to this too.
    """
    return [Binding(DEFAULTS[name], action, show=False, id=name) for name, action in actions.items()]


def markdown_table() -> str:
    """Give the table of keys for the README."""
    rows = [f"| {key.group} | `{key.shown}` | {key.help} |" for key in KEYS]
    return "\n".join(["| | key | does |", "| --- | --- | --- |", *rows])

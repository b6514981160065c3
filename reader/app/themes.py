"""The reader's own themes, from ``styles/themes.toml``."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.theme import BUILTIN_THEMES, Theme

from reader.app.stylesheets import styles_folder


def load_themes(path: Path) -> dict[str, Theme]:
    """Read themes from a TOML file: a table each, with a table of variables and perhaps a base."""
    tables = tomllib.loads(path.read_text("utf-8"))
    return {name: _theme(name, **table) for name, table in tables.items()}


def _theme(name: str, variables: dict[str, str], base: str | None = None, **fields: Any) -> Theme:
    if base is None:
        return Theme(name=name, variables=variables, **fields)
    ground = BUILTIN_THEMES[base]
    return replace(ground, name=name, variables=ground.variables | variables, **fields)


#: By name, in the order in which the key t goes through them.
THEMES = load_themes(styles_folder() / "themes.toml")

#: The names of all that can be had: ours, then Textual's.
KNOWN = (*THEMES, *BUILTIN_THEMES)

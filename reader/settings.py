"""The settings file: TOML in the platform's configuration folder, or the file that READER_SETTINGS names.

The program always starts: what is wrong in the file is told in a line each, and the default taken.
"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from reader.keymap import keymap, quoted

FILE = "READER_SETTINGS"

WIDTHS = range(40, 121)
SIDE_WIDTHS = range(24, 81)
SIDES = ("normal", "wide", "hidden")
#: Whose names are lit: everybody's, the chosen actor's alone, or nobody's (the chosen is underlined).
HIGHLIGHTS = ("all", "chosen", "none")

#: The settings that keys change too: what was taken last counts where nothing is set.
LOOKS = ("theme", "width", "side", "highlights")

_APP = "stage-reader"
_NAME = "settings.toml"


class Settings(NamedTuple):
    """What the reader has set; None is the program's choice.

    `width` is the text's and `side_width` the side panel's, in columns; `keys` goes from the ids of bindings
    to Textual's names of keys, parted by commas, and holds those that were set and can be. `problems` are
    lines to be shown, `path` is where the file lies or would lie.
    """

    theme: str | None = None
    width: int | None = None
    side: str | None = None
    side_width: int | None = None
    highlights: str | None = None
    keys: Mapping[str, str] = MappingProxyType({})
    problems: tuple[str, ...] = ()
    path: Path | None = None

    def over(self, others: "Settings") -> "Settings":
        """Give these settings and, of the looks that they leave open, what others say."""
        return self._replace(**{name: getattr(others, name) for name in LOOKS if getattr(self, name) is None})


#: What counts where nothing is set.
DEFAULT = Settings()


def default_path() -> Path | None:
    """Give where the file lies, whether it is there or not; None where there is no home folder."""
    named = os.environ.get(FILE)
    if named:
        return Path(named)
    from platformdirs import user_config_path

    try:
        path = user_config_path(_APP, appauthor=False) / _NAME
    except RuntimeError:  # nobody knows where the home folder is
        return None
    return path if path.is_absolute() else None


def load(
    path: Path | None = None, key_ids: Mapping[str, str] | None = None, themes: Collection[str] = ()
) -> Settings:
    """Read the settings file; there need not be one.

    `key_ids` are the ids of all bindings with their default keys, `themes` the names of all themes.
    """
    path = path or default_path()
    if path is None:
        return Settings()
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Settings(path=path)
    except OSError as error:
        return Settings(problems=(_line(path, error.strerror or str(error)),), path=path)
    except UnicodeDecodeError as error:
        return Settings(problems=(_line(path, f"not UTF-8 (at byte {error.start})"),), path=path)
    import tomllib

    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Settings(problems=(_line(path, f"not TOML, so nothing of it counts: {error}"),), path=path)
    return _read(document, path, key_ids or {}, themes)


def _read(
    document: dict[str, Any], path: Path, key_ids: Mapping[str, str], themes: Collection[str]
) -> Settings:
    """Take what is right, and tell what is wrong."""
    readers: dict[str, Callable[[str, Any], Any]] = {
        "theme": lambda name, value: _one_of(name, value, themes),
        "width": lambda name, value: _number(name, value, WIDTHS),
        "side": lambda name, value: _one_of(name, value, SIDES),
        "side-width": lambda name, value: _number(name, value, SIDE_WIDTHS),
        "highlights": lambda name, value: _one_of(name, value, HIGHLIGHTS),
    }
    settings, problems = Settings(path=path), []
    for name, value in document.items():
        try:
            if name == "keys":
                if not isinstance(value, dict):
                    raise ValueError("keys must be a table, headed by [keys]")
                keys, wrong = keymap(value, key_ids)
                problems += [f"[keys] {problem}" for problem in wrong]
                settings = settings._replace(keys=keys)
            elif name in readers:
                settings = settings._replace(**{name.replace("-", "_"): readers[name](name, value)})
            else:
                raise ValueError(f"{quoted(name)} is no setting; there are {', '.join(readers)} and [keys]")
        except ValueError as error:
            problems.append(str(error))
    return settings._replace(problems=tuple(_line(path, problem) for problem in problems))


def _one_of(name: str, value: object, allowed: Collection[str]) -> str:
    """Check a word; any will do where nothing is said about what is allowed."""
    if not isinstance(value, str) or (allowed and value not in allowed):
        words = f"one of {', '.join(allowed)}" if allowed else "text"
        raise ValueError(f"{name} must be {words}, not {quoted(value)}")
    return value


def _number(name: str, value: object, allowed: range) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value not in allowed:
        raise ValueError(
            f"{name} must be a whole number from {allowed[0]} to {allowed[-1]}, not {quoted(value)}"
        )
    return value


def _line(path: Path, problem: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in f"{path}: {problem}")


def template(keys: Iterable[tuple[str, str, str]], themes: Collection[str] = ()) -> str:
    """Give a settings file in which everything is said and nothing is set.

    `keys` are the id, the default keys and the help of each binding.
    """
    lines = [
        "# Settings of reader. Take the # away from a line to set it; reader --settings says where this is.",
        "# Looks that are not set here (theme, width, side, highlights) stay as they were last.",
        "",
        *(_choice("theme", next(iter(themes)), themes) if themes else ()),
        f"# columns of text, {WIDTHS[0]} to {WIDTHS[-1]}",
        "#width = 72",
        "",
        *_choice("side", SIDES[0], SIDES),
        f"# columns of the side panel, {SIDE_WIDTHS[0]} to {SIDE_WIDTHS[-1]}",
        "#side-width = 44",
        "",
        *_choice("highlights", HIGHLIGHTS[0], HIGHLIGHTS),
        "# What keys do. Several keys are parted by commas; a key can do one thing only, so to give it to",
        "# something else, give what it did another one. Names: n, N, ctrl+n, f5, pagedown, comma, ?",
        "#[keys]",
    ]
    for key_id, default, says in keys:
        lines += [f"# {says}", f'#{key_id} = "{default}"']
    return "\n".join(lines) + "\n"


def _choice(name: str, default: str, allowed: Iterable[str]) -> list[str]:
    return [f"# one of {', '.join(allowed)}", f'#{name} = "{default}"', ""]

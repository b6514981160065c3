"""The files of ``data/``, as text and as tables."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any


def resource(name: str) -> str:
    """The text of a file in ``data/``."""
    return (files("reader.analysis") / "data" / name).read_text(encoding="utf-8")


def table(name: str) -> dict[str, Any]:
    """A TOML file in ``data/``."""
    return tomllib.loads(resource(name))


def lines(name: str) -> Iterator[str]:
    """The lines of a list in ``data/``, but for what is said of it."""
    return (line for line in resource(name).splitlines() if not line.startswith("#"))


def turned(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """From the names of each noun to the nouns of each name."""
    names = {name for names in lists.values() for name in names}
    return {name: frozenset(noun for noun in lists if name in lists[noun]) for name in names}

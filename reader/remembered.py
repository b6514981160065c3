"""What is remembered of one article, and its row in the store's table ``articles``."""

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.analysis.findings import Analysis
from reader.article import Article
from reader.history import History

if TYPE_CHECKING:
    import sqlite3

#: The columns that :func:`memory_of` reads.
COLUMNS = "key, title, source, read_at, place, chosen, measure, corrections"
_NOTHING = History()


class Memory(NamedTuple):
    """What is remembered of an article.

    `place` is an offset into its text, `chosen` an actor's id, `measure` the width of the text in columns,
    `read_at` seconds since 1970. `analysis` is there if it was asked for and is of the model asked for.
    """

    key: str
    title: str | None
    source: str | None
    read_at: float
    place: int = 0
    chosen: str | None = None
    measure: int | None = None
    history: History = _NOTHING
    analysis: Analysis | None = None


def memory_of(row: tuple[Any, ...]) -> Memory:
    """Give what a row of :data:`COLUMNS` holds; corrections that cannot be read are none."""
    key, title, source, read_at, place, chosen, measure, corrections = row
    history = _NOTHING
    if corrections:
        from reader.corrections import from_json

        with suppress(ValueError):
            history = from_json(corrections)
    return Memory(key, title, source, read_at, place, chosen, measure, history)


def upsert(connection: "sqlite3.Connection", article: Article, values: dict[str, object]) -> None:
    """Write some columns of an article, and that it was read now."""
    row = {"title": article.title, "source": article.source, "read_at": time.time(), **values}
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    updates = ", ".join(f"{name} = excluded.{name}" for name in row)
    connection.execute(
        f"INSERT INTO articles (key, {names}) VALUES (?, {marks}) ON CONFLICT (key) DO UPDATE SET {updates}",
        (article.key, *row.values()),
    )

"""What the reader remembers of articles: analysis, place, chosen actor, width and corrections, in SQLite.

The file lies in the platform's data folder, or in the folder that ``READER_DATA`` names. Remembering is a
comfort and never a duty: nothing here raises. Where the file cannot be used, the store works in memory, and
:attr:`Store.notice` says why in a line.

Any method may be called from any thread; calls take turns, and the longest (writing the analysis of a
million words) holds the others up for milliseconds, for it is compressed before its turn. Several readers
may use the file at once; of two that keep the same thing of the same article, the last one wins.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from reader.analysis.findings import Analysis
from reader.article import Article
from reader.database import DAMAGED, READING, WRITING, UnusableError, connect, is_broken, reason, set_aside
from reader.history import History
from reader.remembered import COLUMNS, Memory, memory_of, upsert

if TYPE_CHECKING:
    import sqlite3

    from reader.corrections import Correction

FOLDER = "READER_DATA"
#: Bytes of analyses that are kept; beyond them, those of the articles read longest ago are dropped.
LIMIT = 200_000_000

_APP = "stage-reader"
_FILE = "reader.db"

T = TypeVar("T")


class Store:
    """The memory of this reader. Make one with :meth:`at`, :meth:`open` or :meth:`in_memory`."""

    def __init__(self, path: Path | None, limit: int = LIMIT) -> None:
        self.path = path
        self.limit = limit
        self._notice: str | None = None
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._waiting = False

    @classmethod
    def at(cls, path: Path | None = None, limit: int = LIMIT) -> "Store":
        """Give the store in a file, by default where the platform keeps such data.

        The file is opened, and made, when it is first needed.
        """
        store = cls(path, limit)
        store._waiting = True
        return store

    @classmethod
    def open(cls, path: Path | None = None, limit: int = LIMIT) -> "Store":
        """Give the store in a file, opened; see :attr:`notice` for trouble."""
        store = cls.at(path, limit)
        store._connect()
        return store

    @property
    def notice(self) -> str | None:
        """What is wrong with the store, in a line."""
        self._connect()
        return self._notice

    def _connect(self) -> None:
        with self._lock:
            if not self._waiting:
                return
            self._waiting = False
            try:
                self.path = self.path or default_path()
                self._connection = connect(self.path)
            except Exception as error:  # a wrong folder, a full disk, a broken file: all the same here
                self._mend(error)

    @property
    def is_new(self) -> bool:
        """Whether there is no file yet, and so nothing to recall."""
        if self._waiting:
            with suppress(UnusableError, OSError):
                return not (self.path or default_path()).exists()
        return False

    @classmethod
    def in_memory(cls) -> "Store":
        """Give a store that leaves nothing behind."""
        store = cls(None)
        store._connection = connect(None)
        return store

    # Remembering

    def recall(self, key: str, model: str | None = None) -> Memory | None:
        """Give what is remembered of an article; its analysis only if it was made by `model`."""

        def read(connection: "sqlite3.Connection") -> tuple[Memory | None, bytes | None]:
            row = connection.execute(f"SELECT {COLUMNS} FROM articles WHERE key = ?", (key,)).fetchone()
            data = connection.execute(
                "SELECT data FROM analyses WHERE key = ? AND model = ?", (key, model)
            ).fetchone()
            return (memory_of(row) if row else None), (bytes(data[0]) if data else None)

        nothing: tuple[Memory | None, bytes | None] = (None, None)
        memory, data = self._run(read, nothing)
        if memory is None or data is None:
            return memory
        from reader.analysis.compact import unpack

        with suppress(ValueError):
            return memory._replace(analysis=unpack(data))
        return memory

    def has_source(self, name: str) -> bool:
        """Tell whether an article was read whose source ends in `name`, wherever that lay."""
        query = "SELECT 1 FROM articles WHERE substr(source, -length(?1)) = ?1 LIMIT 1"
        return self._run(lambda connection: connection.execute(query, (name,)).fetchone() is not None, False)

    def recent(self, limit: int = 20) -> tuple[Memory, ...]:
        """Give the articles read last, the latest first, without their analyses."""
        query = f"SELECT {COLUMNS} FROM articles ORDER BY read_at DESC LIMIT ?"
        return self._memories(query, limit)

    def corrections(self, but: str = "", limit: int = 100) -> "tuple[Correction, ...]":
        """Give the corrections of the articles corrected last (but for one), newest first.

        They are what :func:`reader.suggesting.suggestions` chooses from.
        """
        query = (
            f"SELECT {COLUMNS} FROM articles WHERE corrections IS NOT NULL AND key != ?"
            " ORDER BY read_at DESC LIMIT ?"
        )
        histories = (memory.history for memory in self._memories(query, but, limit))
        return tuple(correction for history in histories for correction in reversed(history.done))

    # Keeping

    def keep_place(
        self, article: Article, place: int, chosen: str | None = None, measure: int | None = None
    ) -> bool:
        """Keep where the reader is; True if it is kept, here as in the methods below."""
        return self._keep(article, place=place, chosen=chosen, measure=measure)

    def keep_corrections(self, article: Article, history: History) -> bool:
        """Keep what the reader corrected and undid."""
        from reader.corrections import to_json

        return self._keep(article, corrections=to_json(history) if history else None)

    def keep_analysis(self, article: Article, analysis: Analysis, model: str) -> bool:
        """Keep a complete analysis as found (not as corrected); `model` is whatever tells models apart."""
        from reader.analysis.compact import pack

        data = pack(analysis)

        def write(connection: "sqlite3.Connection") -> bool:
            upsert(connection, article, {})
            connection.execute("REPLACE INTO analyses VALUES (?, ?, ?)", (article.key, model, data))
            self._trim(connection)
            return True

        return len(data) <= self.limit and self._run(write, False, WRITING)

    def forget(self) -> int:
        """Delete everything, damaged files set aside too; gives the number of articles forgotten."""
        if self.path is not None:
            with suppress(OSError):
                for damaged in self.path.parent.glob(f"{self.path.name}{DAMAGED}*"):
                    damaged.unlink()

        def delete(connection: "sqlite3.Connection") -> int:
            count: int = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
            connection.execute("DELETE FROM analyses")
            connection.execute("DELETE FROM articles")
            return count

        def sweep(connection: "sqlite3.Connection") -> None:
            connection.execute("VACUUM")  # or what was deleted could still be read in the file
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        count = self._run(delete, 0, WRITING)
        self._run(sweep, None, transaction=None)
        return count

    def close(self) -> None:
        """Let go of the file; what is kept after that is lost."""
        with self._lock:
            self._waiting = False
            if self._connection is not None:
                with suppress(Exception):
                    self._connection.close()
            self._connection = None

    # Private

    def _memories(self, query: str, *values: object) -> tuple[Memory, ...]:
        nothing: tuple[Memory, ...] = ()
        return self._run(lambda connection: tuple(map(memory_of, connection.execute(query, values))), nothing)

    def _keep(self, article: Article, **values: object) -> bool:
        def write(connection: "sqlite3.Connection") -> bool:
            upsert(connection, article, values)
            return True

        return self._run(write, False, WRITING)

    def _trim(self, connection: "sqlite3.Connection") -> None:
        """Drop analyses beyond the limit, of the articles read longest ago first."""
        kept = 0
        sizes = "SELECT key, length(data) FROM analyses JOIN articles USING (key) ORDER BY read_at DESC"
        for key, size in connection.execute(sizes).fetchall():
            kept += size
            if kept > self.limit:
                connection.execute("DELETE FROM analyses WHERE key = ?", (key,))

    def _run(
        self,
        work: Callable[["sqlite3.Connection"], T],
        otherwise: T,
        transaction: str | None = READING,
    ) -> T:
        """Do something in a transaction; where it fails, say so and give `otherwise`."""
        with self._lock:
            self._connect()
            if self._connection is None:
                return otherwise
            connection = self._connection
            try:
                if transaction is not None:
                    connection.execute(transaction)
                result = work(connection)
                if transaction is not None:
                    connection.execute("COMMIT")
            except Exception as error:
                with suppress(Exception):
                    connection.execute("ROLLBACK")
                self._mend(error)
                return otherwise
            return result

    def _mend(self, error: Exception) -> None:
        """Say what is wrong; a broken file is set aside, one that cannot be opened is done without."""
        if is_broken(error) and self.path is not None:
            self.close()
            try:
                aside = set_aside(self.path)
                self._connection = connect(self.path)
            except Exception as second:
                error = second
            else:
                if aside is not None:
                    self._notice = f"what was remembered is damaged; it was set aside as {aside}"
                return
        if self._connection is None:
            self._forgo(reason(error, self.path))
        else:
            self._notice = f"not remembered: {reason(error, self.path)}"

    def _forgo(self, reason: str) -> None:
        self._notice = f"nothing is remembered this time: {reason}"
        self.path = None
        self._connection = connect(None)


def default_path() -> Path:
    """Give where the file lies."""
    folder = os.environ.get(FOLDER)
    if not folder:
        from platformdirs import user_data_path

        try:
            folder = str(user_data_path(_APP, appauthor=False))
        except RuntimeError:
            raise UnusableError("there is no home folder") from None
    path = Path(folder) / _FILE
    if not path.is_absolute() and not os.environ.get(FOLDER):
        raise UnusableError("there is no home folder")
    return path.absolute()

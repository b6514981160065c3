"""The file of the store: opening it, bringing it up to date, and what to do where it is broken.

Importing this costs nothing; ``sqlite3`` is imported when a file is opened.
"""

import os
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

READING = "BEGIN"
#: Asks for the file at once, for a reading that turns to writing would not wait for its turn.
WRITING = "BEGIN IMMEDIATE"
#: What the name of a file goes on with that was set aside.
DAMAGED = ".damaged"

_PATIENCE = 1.0  # seconds to wait for another reader's write

#: What brings a file from each version of the schema to the next; its version is PRAGMA user_version.
_MIGRATIONS = (
    """
    CREATE TABLE articles (
        key TEXT PRIMARY KEY,
        title TEXT,
        source TEXT,
        read_at REAL NOT NULL,
        place INTEGER NOT NULL DEFAULT 0,
        chosen TEXT,
        measure INTEGER,
        corrections TEXT
    );
    CREATE INDEX articles_by_time ON articles (read_at);
    CREATE TABLE analyses (
        key TEXT PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
        model TEXT NOT NULL,
        data BLOB NOT NULL
    );
    """,
)


class UnusableError(Exception):
    """The file cannot be used, though nothing is wrong with it; the message says why."""


def connect(path: Path | None) -> "sqlite3.Connection":
    """Connect to the file at `path`, or to none but memory, and give it the schema of today.

    Raises UnusableError, OSError or sqlite3.Error.
    """
    import sqlite3

    if path is not None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # what one reads is nobody else's business
    connection = sqlite3.connect(
        path or ":memory:", timeout=_PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cache_size = -256")  # KiB: nothing is asked for twice
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        _share(connection)
        connection.execute("PRAGMA synchronous = NORMAL")  # safe against a crash, and quick
        _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _share(connection: "sqlite3.Connection") -> None:
    """Let readers and a writer not hold each other up; two that do this at once are no reason to give up.

    SQLite does not wait for its turn here, whatever its timeout.
    """
    import sqlite3

    patient_until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > patient_until:
                raise
            time.sleep(0.02)


def _migrate(connection: "sqlite3.Connection") -> None:
    """Bring a file to today's schema."""

    def version() -> int:
        number: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return number

    newest = len(_MIGRATIONS)
    if version() > newest:
        raise UnusableError("a newer reader wrote what is remembered")
    if version() == newest:
        return
    connection.execute(WRITING)
    for number, script in enumerate(_MIGRATIONS[version() :], version() + 1):
        for statement in filter(str.strip, script.split(";")):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
    connection.execute("COMMIT")


def set_aside(path: Path) -> Path | None:
    """Rename a damaged file with what belongs to it; None if it proves sound (another reader did this)."""
    with suppress(Exception), closing(connect(path)) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
            return None
    aside = path.with_name(f"{path.name}{DAMAGED}-{time.strftime('%Y%m%d-%H%M%S')}")
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{path}{ending}").replace(f"{aside}{ending}")
    return aside


def is_broken(error: Exception) -> bool:
    """Tell whether an error means that the file is damaged, or not SQLite's at all."""
    import sqlite3

    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def reason(error: Exception, path: Path | None) -> str:
    """Say in a line what an error means to a reader."""
    import sqlite3

    if isinstance(error, UnusableError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or path}: {error.strerror}"
    plain = {
        sqlite3.SQLITE_BUSY: "another program keeps it locked",
        sqlite3.SQLITE_LOCKED: "another program keeps it locked",
        sqlite3.SQLITE_FULL: "the disk is full",
        sqlite3.SQLITE_READONLY: "it can only be read",
    }
    return " ".join(f"{path}: {plain.get(_code(error), error)}".split())


def _code(error: Exception) -> int:
    """Give SQLite's primary result code; 0 for an error of another kind."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF

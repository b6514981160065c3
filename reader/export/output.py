"""Where an export goes: standard output, or a file that can be gone on with after an interruption.

Beside such a file stands another one, its journal: a line for each source that is in the file, and how long
the file was then. What is behind the last of them was being written when the export was interrupted; it is
cut off, and its source done again.
"""

import json
import os
import sys
from pathlib import Path
from typing import BinaryIO

_JOURNAL = ".done"


class OutputError(Exception):
    """Nothing can be written; the message says why and what to do, in a line."""


class StandardOutput:
    """Prints in UTF-8, whatever the locale, and at once; `head` goes before everything."""

    def __init__(self, head: str) -> None:
        self.done: set[str] = set()
        self._head = head

    def add(self, source: str, text: str) -> None:
        """Print what a source gave; raises OutputError, or BrokenPipeError where nobody reads on."""
        try:
            sys.stdout.buffer.write((self._head + text).encode())
            sys.stdout.buffer.flush()
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or the interpreter fails again when it leaves
            if isinstance(error, BrokenPipeError):
                raise
            raise OutputError(f"standard output cannot be written: {error.strerror}") from None
        self._head = ""


class File:
    """A file in the making; `done` are the sources that are in it.

    `head` is its beginning. Raises OutputError where there is a file that was not made like this, or not in
    this `form`, the number of its schema included.
    """

    def __init__(self, path: Path, form: str, head: str) -> None:
        self.done: set[str] = set()
        self._path, self._form = path, form
        try:
            self._file = self._resumed(head)
        except OSError as error:
            raise OutputError(f"{path} cannot be written: {error.strerror}") from None

    @staticmethod
    def journal_of(path: Path) -> Path:
        """Where the journal of a file is."""
        return path.with_name(path.name + _JOURNAL)

    def add(self, source: str, text: str) -> None:
        """Write what a source gave; raises OutputError."""
        try:
            self._file.write(text.encode())
            self._file.flush()
            self._note(source)
        except OSError as error:
            raise OutputError(f"{self._path} cannot be written: {error.strerror}") from None

    def _resumed(self, head: str) -> BinaryIO:
        """Open the file behind what is whole in it."""
        length = self._path.stat().st_size if self._path.exists() else 0
        self._journal = self.journal_of(self._path)
        if not self._journal.exists():
            if length:
                raise OutputError(f"{self._path} is there already, and no export: name another file")
            self._path.write_bytes(head.encode())
            self._journal.write_text(json.dumps([self._form, len(head.encode())]) + "\n", "utf-8")
        reached, entries = self._noted()
        for source, end in entries:
            if end <= length:
                reached = end
                self.done.add(source)
        file = self._path.open("r+b")
        file.truncate(reached)
        file.seek(0, os.SEEK_END)
        return file

    def _noted(self) -> tuple[int, list[tuple[str, int]]]:
        """Read the journal: how long the head is, and how long the file was after each source."""
        text = self._journal.read_text("utf-8")
        whole = text[: text.rfind("\n") + 1]  # half a line, left by an interruption, tells nothing
        try:
            (form, head), *entries = map(json.loads, whole.splitlines())
            noted = int(head), [(str(source), int(end)) for source, end in entries]
        except (ValueError, TypeError):
            raise OutputError(f"{self._journal} is no journal of an export: name another file") from None
        if form != self._form:
            raise OutputError(f"{self._path} is an export as {form}: name another file for {self._form}")
        self._journal.write_text(whole, "utf-8")
        return noted

    def _note(self, source: str) -> None:
        with self._journal.open("a", encoding="utf-8") as journal:
            journal.write(json.dumps([source, self._file.tell()]) + "\n")

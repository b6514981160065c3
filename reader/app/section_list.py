"""A list in sections: rows under headers, which fold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from textual.message import Message

from reader.app.row_list import RowList


class Header(Protocol):
    """What a header tells: whether its section is folded."""

    @property
    def folded(self) -> bool:
        """Whether its rows are left out."""


class SectionList(RowList):
    """Base of the two lists of the side panel; a subclass says which of its lines are headers."""

    @dataclass
    class SectionFolded(Message):
        """A section was to be folded, or unfolded."""

        rows: "SectionList"
        section: Any

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: Sequence[Any] = ()

    # For subclasses

    def show(self) -> None:
        """Draw what is known now."""
        raise NotImplementedError

    def header_in(self, row: int) -> Header | None:
        """Give the header in a row, if it is one."""
        raise NotImplementedError

    def key_of(self, line: Any) -> object:
        """Give what a line stands for, however it changes; None for a gap."""
        raise NotImplementedError

    def take(self, line: Any) -> None:
        """Do what a row that is no header is for."""
        raise NotImplementedError

    # Rows

    def put(self, lines: Sequence[Any], stays: bool = True) -> None:
        """Hold other lines; if it `stays`, the cursor does so on what it is on, wherever that stands now."""
        under = self._key_at(self.row_cursor) if stays else None
        self.lines = lines
        self.row_cursor = self.row_of(under, self.row_cursor)
        self.set_rows(len(lines))

    def row_of(self, key: object, otherwise: int) -> int:
        """Give the row in which something stands now, if it stands there at all."""
        rows = (at for at, line in enumerate(self.lines) if self.key_of(line) == key)
        return next(rows, otherwise) if key is not None else otherwise

    def _key_at(self, row: int) -> object:
        return self.key_of(self.lines[row]) if 0 <= row < len(self.lines) else None

    def is_row(self, row: int) -> bool:
        """What is under a header can be chosen, and the header of a folded section; gaps can't."""
        header = self.header_in(row)
        return header.folded if header is not None else self._key_at(row) is not None

    def take_row(self, row: int) -> None:
        """Take a row; a header folds its section or unfolds it."""
        header = self.header_in(row)
        if header is not None:
            self.post_message(self.SectionFolded(self, header))
        elif self._key_at(row) is not None:
            self.take(self.lines[row])

    def fold_section(self) -> None:
        """Fold the section at the cursor, or unfold it."""
        headers = [row for row in range(self.row_cursor + 1) if self.header_in(row) is not None]
        if headers:
            self.row_cursor = headers[-1]
            self.take_row(self.row_cursor)

"""What the reader set right in an article, and what was undone of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # most articles are never corrected
    from reader.corrections import Correction


class History(NamedTuple):
    """The corrections of an article in the order made, and those that were undone, latest last."""

    done: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()

    def add(self, correction: Correction) -> History:
        """Correct something; what had been undone is forgotten."""
        return History((*self.done, correction))

    def undo(self) -> History:
        """Take the latest back; the same history where there is none."""
        return History(self.done[:-1], (*self.undone, *self.done[-1:]))

    def redo(self) -> History:
        """Do the latest undone again; the same history where there is none."""
        return History((*self.done, *self.undone[-1:]), self.undone[:-1])

    def __bool__(self) -> bool:
        return bool(self.done or self.undone)

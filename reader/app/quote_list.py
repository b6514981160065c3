"""The list of quotes: of the chosen actor or of everybody, two lines each; it follows the reading."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.message import Message

from reader.analysis.findings import SURE, ActorKind, Quote, QuoteKind
from reader.app.row_list import RowList
from reader.app.wrapping import fit
from reader.citation import quote_text
from reader.session import Session


class QuoteList(RowList):
    """Shows a session's quotes with speaker, paragraph and length, and marks the one being read."""

    COMPONENT_CLASSES = {f"list--{kind}" for kind in ActorKind} | {"list--unsure"}

    @dataclass
    class QuoteTaken(Message):
        """A quote was chosen in the list."""

        quote: Quote

    def __init__(self, session: Session, id: str | None = None) -> None:
        super().__init__(id=id)
        self.session = session
        self._quotes: Sequence[Quote] = ()
        self._here: Quote | None = None

    def row_height(self) -> int:
        """A quote takes two lines, and so does the header."""
        return 2

    def show(self) -> None:
        """Draw what the session knows now."""
        self._quotes = self.session.quotes()
        self.set_rows(len(self._quotes) + 1)
        self.follow()

    def follow(self) -> None:
        """Mark the quote at the reading place, and keep the list at it while nobody works in the list."""
        here = self.session.quote_here()
        if here != self._here:
            self._here = here
            self.refresh()
        if self.has_focus or not self._quotes:
            return
        place = here.start if here is not None else self.session.place.here
        at = bisect_right(self._quotes, place, key=lambda quote: quote.start)
        self.row_cursor = max(1, at)
        self.keep_in_view(self.row_cursor if self.row_cursor > 1 else 0)

    def nothing(self) -> str:
        """Say why there are no quotes, if there are none."""
        if self._quotes:
            return ""
        return "no quotes found" if self.session.stage.complete else "quotes come here"

    def is_row(self, row: int) -> bool:
        """The header can't be chosen."""
        return 0 < row <= len(self._quotes)

    def take_row(self, row: int) -> None:
        """Go to the quote in a row."""
        if self.is_row(row):
            self.post_message(self.QuoteTaken(self._quotes[row - 1]))

    def draw_row(self, row: int, line: int, width: int) -> list[Segment]:
        """Draw the header or one of a quote's two lines."""
        room = max(4, width - 5)
        if row == 0:
            return (
                self._header(room) if line == 0 else [Segment(f" {self.nothing()}", self.part("list--dim"))]
            )
        quote = self._quotes[row - 1]
        if line == 0:
            mark = "▸" if quote == self._here else " "
            words = quote_text(self.session.article, quote).replace("\n\n", " ")
            cut = fit(f"“{words}”", room + 1)
            style = self.part("list--here" if quote == self._here else "list--words")
            return [Segment(f"{mark} ", self.part("list--here")), Segment(cut, style)]
        where = f"¶{self.session.article.number_at(quote.start)}"
        speaker, part = self._speaker(quote)
        kind = " · partial" if quote.kind is QuoteKind.PARTIAL else ""
        return [
            Segment("    "),
            Segment(fit(speaker + kind, max(1, room - len(where) - 2)), self.part(part)),
            Segment(f" {where}", self.part("list--dim")),
        ]

    def _header(self, room: int) -> list[Segment]:
        chosen = self.session.chosen_actor
        return self.header(f"QUOTES · {chosen.name}" if chosen else "QUOTES", len(self._quotes), room)

    def _speaker(self, quote: Quote) -> tuple[str, str]:
        actor = self.session.stage.actors.get(quote.speaker) if quote.speaker else None
        sure = actor is not None and quote.confidence >= SURE
        part = f"list--{actor.kind}" if actor is not None and sure else "list--unsure"
        return self.session.speaker(quote) or "unattributed", part

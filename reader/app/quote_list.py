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
from reader.quoting import QuoteGroup, QuoteSection
from reader.session import Session


class QuoteList(RowList):
    """Shows a session's quotes, section by section, and marks the one being read and those to be copied."""

    COMPONENT_CLASSES = {f"list--{kind}" for kind in ActorKind} | {"list--unsure"}

    @dataclass
    class QuoteTaken(Message):
        """A quote was chosen in the list."""

        quote: Quote

    def __init__(self, session: Session, id: str | None = None) -> None:
        super().__init__(id=id)
        self.session = session
        self._lines: list[QuoteSection | Quote] = []
        self._said: Sequence[Quote] = ()
        self._here: Quote | None = None

    def row_height(self) -> int:
        """A quote takes two lines, and so does a header."""
        return 2

    def show(self) -> None:
        """Draw what the session knows now."""
        sections = self.session.quote_sections()
        self._said = sections[0].quotes
        self._lines = []
        for section in sections:
            self._lines += [section, *section.quotes]
        self.set_rows(len(self._lines))
        self.follow()

    def follow(self) -> None:
        """Mark the quote at the reading place, and keep the list at it while nobody works in the list."""
        here = self.session.quote_here()
        if here != self._here:
            self._here = here
            self.refresh()
        if self.has_focus or not self._said:
            return
        place = here.start if here is not None else self.session.place.here
        at = bisect_right(self._said, place, key=lambda quote: quote.start)
        self.row_cursor = max(1, at)
        self.keep_in_view(self.row_cursor if self.row_cursor > 1 else 0)

    def nothing(self) -> str:
        """Say why there are no quotes, if there are none."""
        if self._said:
            return ""
        return "no quotes found" if self.session.stage.complete else "quotes come here"

    @property
    def quote(self) -> Quote | None:
        """The quote under the cursor."""
        line = self._lines[self.row_cursor] if self.row_cursor < len(self._lines) else None
        return line if isinstance(line, Quote) else None

    def is_row(self, row: int) -> bool:
        """Headers can't be chosen."""
        return 0 <= row < len(self._lines) and isinstance(self._lines[row], Quote)

    def take_row(self, row: int) -> None:
        """Go to the quote in a row."""
        if isinstance(quote := self._lines[row], Quote):
            self.post_message(self.QuoteTaken(quote))

    def draw_row(self, row: int, line: int, width: int) -> list[Segment]:
        """Draw a header or one of a quote's two lines."""
        room = max(4, width - 5)
        match self._lines[row]:
            case QuoteSection() as section:
                if line == bool(row):
                    return self._header(section, room)
                return [] if row else [Segment(f" {self.nothing()}", self.part("list--dim"))]
            case Quote() as quote:
                return self._second(quote, room) if line else self._first(quote, room)

    def _header(self, section: QuoteSection, room: int) -> list[Segment]:
        whose = self.session.whose_quotes() if section.group is QuoteGroup.SAID else ""
        title = section.group.upper()
        return self.header(f"{title} · {whose}" if whose else title, len(section.quotes), room)

    def _first(self, quote: Quote, room: int) -> list[Segment]:
        words = quote_text(self.session.article, quote).replace("\n\n", " ")
        said = words if quote.kind is QuoteKind.INDIRECT else f"“{words}”"
        here = quote == self._here
        return [
            Segment("▸ " if here else "  ", self.part("list--here")),
            Segment(fit(said, room + 1), self.part("list--here" if here else "list--words")),
        ]

    def _second(self, quote: Quote, room: int) -> list[Segment]:
        where = f"¶{self.session.article.number_at(quote.start)}"
        actor = self.session.stage.actors.get(quote.speaker) if quote.speaker else None
        sure = actor is not None and quote.confidence >= SURE
        return [
            Segment("  ✓ " if self.session.quoting.is_marked(quote) else "    ", self.part("list--here")),
            Segment(
                fit(self._says(quote), max(1, room - len(where) - 2)),
                self.part(f"list--{actor.kind}" if actor is not None and sure else "list--unsure"),
            ),
            Segment(f" {where}", self.part("list--dim")),
        ]

    def _says(self, quote: Quote) -> str:
        """Say who speaks, to whom, how surely, in what way and through whom, as far as that is known."""
        article, actors = self.session.article, self.session.stage.actors
        speaker = actors.get(quote.speaker) if quote.speaker else None
        listener = actors.get(quote.addressee) if quote.addressee else None
        unknown = "unattributed" if quote.is_speech else "a title or a phrase"
        parts = [speaker.name if speaker is not None else self.session.speaker(quote) or unknown]
        if listener is not None:
            parts[0] += f" → {listener.name}"
        if speaker is not None and quote.confidence < SURE:
            parts.append("unsure")
        if quote.kind is QuoteKind.INDIRECT:
            parts.append("reported")
        elif quote.kind is QuoteKind.PARTIAL and quote.is_speech:
            parts.append("partial")
        if quote.relay is not None:
            parts.append(f"via {article.text[quote.relay.start : quote.relay.end]}")
        return " · ".join(parts)

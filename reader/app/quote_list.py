"""The list of quotes: of the chosen actor or of everybody, two lines each; it follows the reading."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.message import Message

from reader.analysis.findings import SURE, ActorKind, Quote, QuoteKind
from reader.app.joined import Joined
from reader.app.naming import called
from reader.app.section_list import SectionList
from reader.app.wrapping import cells, fit
from reader.citation import quote_text
from reader.quoting import QuoteGroup, QuoteSection
from reader.session import Session


class QuoteList(SectionList):
    """Shows a session's quotes, section by section, and marks the one being read and those to be copied."""

    COMPONENT_CLASSES = {f"list--{kind}" for kind in ActorKind} | {"list--unsure"}

    @dataclass
    class QuoteTaken(Message):
        """A quote was chosen in the list."""

        quote: Quote

    def __init__(self, session: Session, id: str | None = None) -> None:
        super().__init__(id=id)
        self.session = session
        self._sections: list[QuoteSection] = []
        self._said: Sequence[Quote] = ()
        self._here: Quote | None = None
        self._marks: frozenset[int] = frozenset()

    def row_height(self) -> int:
        """A quote takes two lines, and so does a header."""
        return 2

    def show(self) -> None:
        """Draw what the session knows now."""
        sections = self.session.quote_sections()
        changed = sections is not self._sections
        if changed:
            self._sections = sections
            self._said = () if sections[0].folded else sections[0].quotes
            parts: list[Sequence[QuoteSection | Quote | None]] = []
            for section in sections:
                parts += [(section,), () if section.folded else section.quotes or (None,)]
            self.put(Joined(parts), stays=self.has_focus)  # else it follows the reading
        self.follow()
        if changed:  # now that it is scrolled to where it will be
            self.redraw()

    def follow(self) -> None:
        """Mark the quote at the reading place, and keep the list at it while nobody works in the list."""
        before, self._here = self._here, (here := self.session.quote_here())
        marked, self._marks = self._marks, self.session.quoting.marks
        if here != before or marked != self._marks:
            changed = {quote.start for quote in (before, here) if quote} | (marked ^ self._marks)
            self.redraw_rows(lambda row: self._key_at(row) in changed)
        if self.has_focus or not self._said:
            return
        place = here.start if here is not None else self.session.place.here
        at = bisect_right(self._said, place, key=lambda quote: quote.start)
        self.row_cursor = max(1, at)
        self.keep_in_view(self.row_cursor if self.row_cursor > 1 else 0)

    def nothing(self) -> str:
        """Say why there are no quotes."""
        return "no quotes found" if self.session.stage.complete else "quotes come here"

    @property
    def quote(self) -> Quote | None:
        """The quote under the cursor."""
        line = self.lines[self.row_cursor] if self.row_cursor < len(self.lines) else None
        return line if isinstance(line, Quote) else None

    def header_in(self, row: int) -> QuoteSection | None:
        """Give the header in a row, if it is one."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, QuoteSection) else None

    def key_of(self, line: QuoteSection | Quote | None) -> object:
        """Give where a quote begins, or the group of a section."""
        match line:
            case Quote():
                return line.start
            case QuoteSection(group):
                return group
        return None

    def take(self, line: Quote) -> None:
        """Go to a quote."""
        self.post_message(self.QuoteTaken(line))

    def draw_row(self, row: int, line: int, width: int) -> list[Segment]:
        """Draw a header, one of a quote's two lines, or why there is none."""
        match self.lines[row]:
            case QuoteSection() as section:
                return self._header(section, width) if line else []
            case Quote() as quote:
                return self._second(quote, width) if line else self._first(quote, width)
        return [] if line else [Segment(f" {self.nothing()}", self.part("list--dim"))]

    def _header(self, section: QuoteSection, width: int) -> list[Segment]:
        title = section.group.upper()
        room = width - len(f" {title} ·  {len(section.quotes)}")
        whose = self._whose(section, room) if section.group is QuoteGroup.SAID else ""
        title = f"{title} · {whose}" if whose else title
        return self.header(title, len(section.quotes), width, section.folded)

    def _whose(self, section: QuoteSection, room: int) -> str:
        """Say whose quotes these are, by names that fit; what one leaves, the other has."""
        followed = [self.session.stage.actors[key] for key in section.followed]
        names: list[str] = []
        room -= len(" on ") * (len(followed) - 1)
        for others, actor in reversed(list(enumerate(followed))):
            names.insert(0, called(actor, max(1, room // (others + 1))))
            room -= cells(names[0])
        return self.session.quoting.whose(names)

    def _first(self, quote: Quote, width: int) -> list[Segment]:
        words = quote_text(self.session.article, quote).replace("\n\n", " ")
        said = words if quote.kind is QuoteKind.INDIRECT else f"“{words}”"
        here = quote == self._here
        return [
            Segment("▸ " if here else "  ", self.part("list--here")),
            Segment(fit(said, width - 2), self.part("list--here" if here else "list--words")),
        ]

    def _second(self, quote: Quote, width: int) -> list[Segment]:
        where = f" ¶{self.session.article.number_at(quote.start)}"
        room = max(1, width - len(where) - 4)
        actor = self.session.stage.actors.get(quote.speaker) if quote.speaker else None
        sure = actor is not None and quote.confidence >= SURE
        return [
            Segment("  ✓ " if self.session.quoting.is_marked(quote) else "    ", self.part("list--here")),
            Segment(
                fit(self._says(quote, room), room),
                self.part(f"list--{actor.kind}" if actor is not None and sure else "list--unsure"),
            ),
            Segment(where, self.part("list--dim")),
        ]

    def _says(self, quote: Quote, room: int) -> str:
        """Say who speaks, how surely, to whom, in what way and through whom, as far as there is room."""
        article, actors = self.session.article, self.session.stage.actors
        speaker = actors.get(quote.speaker) if quote.speaker else None
        listener = actors.get(quote.addressee) if quote.addressee else None
        said = called(speaker, room - 2) if speaker is not None else self.session.speaker(quote)
        said = said or ("unattributed" if quote.is_speech else "a title or a phrase")
        more = []
        if speaker is not None and quote.confidence < SURE:
            more.append(" · unsure" if cells(said) + 9 <= room else " ?")
        if listener is not None:
            more.append(f" → {listener.name}")
        if quote.kind is QuoteKind.INDIRECT:
            more.append(" · reported")
        elif quote.kind is QuoteKind.PARTIAL and quote.is_speech:
            more.append(" · partial")
        if quote.relay is not None:
            more.append(f" · via {article.text[quote.relay.start : quote.relay.end]}")
        for words in more:
            said += words if cells(said + words) <= room else ""
        return said

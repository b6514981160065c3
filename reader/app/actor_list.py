"""The live list of actors, section by section, each row with a chart of where its actor occurs."""

from dataclasses import dataclass

from rich.segment import Segment
from textual.message import Message

from reader.analysis.findings import ActorKind
from reader.app.occurrences import chart
from reader.app.row_list import RowList
from reader.app.wrapping import cells, fit
from reader.listing import Row, Section
from reader.session import Session

TITLES = {
    ActorKind.PERSON: "PEOPLE",
    ActorKind.COUNTRY: "COUNTRIES",
    ActorKind.ORGANISATION: "ORGANISATIONS",
    ActorKind.GROUP: "GROUPS",
    ActorKind.PLACE: "PLACES",
}
_CHART = 8
_COUNT = 5


class ActorList(RowList):
    """Shows the sections of a session's list; lights who is in view."""

    COMPONENT_CLASSES = {f"list--{kind}" for kind in ActorKind} | {"list--chosen", "list--lit"}

    @dataclass
    class ActorTaken(Message):
        """An actor was chosen in the list."""

        actor: str

    @dataclass
    class SectionFolded(Message):
        """A section was to be folded, or unfolded."""

        kind: ActorKind | None

    def __init__(self, session: Session, id: str | None = None) -> None:
        super().__init__(id=id)
        self.session = session
        self._lines: list[Row | Section | None] = []
        self._lit: set[str] = set()

    def show(self) -> None:
        """Draw what the session knows now; the cursor stays on its actor or header."""
        under = self._key_at(self.row_cursor)
        lines: list[Row | Section | None] = []
        for section in self.session.sections():
            lines += [None, section] if lines else [section]
            lines += () if section.folded else section.rows
        self._lines = lines
        self._lit = self.session.in_view()
        if under is not None:
            at = (at for at in range(len(lines)) if self._key_at(at) == under)
            self.row_cursor = next(at, self.row_cursor)
        self.set_rows(len(lines))

    def follow(self) -> None:
        """Light who is in view now."""
        lit = self.session.in_view()
        if lit != self._lit:
            self._lit = lit
            self.refresh()

    def reveal_chosen(self) -> None:
        """Bring the chosen actor's row into view."""
        for at, line in enumerate(self._lines):
            if isinstance(line, Row) and line.actor.id == self.session.chosen:
                self.row_cursor = at
                self.keep_in_view(at)
        self.refresh()

    def is_row(self, row: int) -> bool:
        """Actors can be chosen, and headers of folded sections; gaps and other headers can't."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return isinstance(line, Row) or (isinstance(line, Section) and line.folded)

    def take_row(self, row: int) -> None:
        """Choose the actor in a row; a header folds its section or unfolds it."""
        match self._lines[row] if row < len(self._lines) else None:
            case Row(actor):
                self.post_message(self.ActorTaken(actor.id))
            case Section(kind):
                self.post_message(self.SectionFolded(kind))

    def fold_section(self) -> None:
        """Fold the section at the cursor, or unfold it."""
        headers = [line for line in self._lines[: self.row_cursor + 1] if isinstance(line, Section)]
        if headers:
            self.post_message(self.SectionFolded(headers[-1].kind))

    def nothing(self) -> str:
        """Say why the list is empty."""
        if self.session.filter:
            return "nobody passes the filter · esc"
        return "no names found" if self.session.stage.complete else "names come here"

    def _key_at(self, row: int) -> str | ActorKind | None:
        match self._lines[row] if 0 <= row < len(self._lines) else None:
            case Row(actor):
                return actor.id
            case Section(kind):
                return kind
        return None

    def draw_row(self, row: int, line: int, width: int) -> list[Segment]:
        """Draw a header, a gap or an actor: key, name, chart and count."""
        room = max(4, width - 5)
        match self._lines[row]:
            case Section() as section:
                title = (
                    TITLES[section.kind] if section.kind else f"OF {self.session.shown.country or 'THESE'}"
                )
                return self.header(title + (" …" if section.folded else ""), len(section.rows), room)
            case Row() as what:
                return self._draw_actor(what, room)
        return []

    def _draw_actor(self, row: Row, room: int) -> list[Segment]:
        actor = row.actor
        chosen, lit = actor.id in self.session.chosen_ids, actor.id in self._lit
        kind = self.part(f"list--{actor.kind}")
        style = kind + self.part("list--chosen" if chosen else "list--lit" if lit else "list--dim")
        charted = _CHART if room >= 30 else 0
        columns = max(4, room - _COUNT - charted - (1 if charted else 0))
        mark = " ✎" if actor.id in self.session.revision.corrected_actors else ""
        name = fit(actor.name, columns - len(mark)).rstrip() + mark
        segments = [
            Segment("▸" if chosen else "•" if lit else " ", kind),
            Segment(f"{row.number or ' '} ", self.part("list--dim")),
            Segment(name, style),
            Segment(" " * (columns - cells(name))),
        ]
        if charted:
            bars = chart(self.session.stage.mentions_of(actor.id), len(self.session.article.text), charted)
            segments.append(Segment(" " + bars, kind))
        count = str(row.mentions)
        segments += [Segment(" " * (_COUNT - len(count))), Segment(count, self.part("list--dim"))]
        return segments

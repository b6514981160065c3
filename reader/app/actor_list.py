"""The live list of actors, section by section, each row with a chart of where its actor occurs."""

from dataclasses import dataclass

from rich.segment import Segment
from textual.message import Message

from reader.analysis.findings import ActorKind
from reader.app.naming import called
from reader.app.occurrences import chart
from reader.app.section_list import SectionList
from reader.app.wrapping import cells
from reader.listing import Row, Section
from reader.session import Session

TITLES = {
    ActorKind.PERSON: "PEOPLE",
    ActorKind.COUNTRY: "COUNTRIES",
    ActorKind.ORGANISATION: "ORGANISATIONS",
    ActorKind.GROUP: "GROUPS",
    ActorKind.PLACE: "PLACES",
}
#: Columns of the number of mentions, and of the chart in lists of at least so many columns.
_COUNT = 4
_CHARTS = ((36, 8), (30, 6))
#: Parts of the style sheet, by the sign before a name.
_LOOKS = {"▸": "list--chosen", "•": "list--lit", " ": "list--dim"}


class ActorList(SectionList):
    """Shows the sections of a session's list; lights who is in view."""

    COMPONENT_CLASSES = {f"list--{kind}" for kind in ActorKind} | {
        "list--chosen",
        "list--lit",
        "list--unnamed",
    }

    @dataclass
    class ActorTaken(Message):
        """An actor was chosen in the list."""

        actor: str

    def __init__(self, session: Session, id: str | None = None) -> None:
        super().__init__(id=id)
        self.session = session
        self._sections: list[Section] = []
        self._signs: dict[str, str] = {}  # of who stands out: ▸ chosen, • in view

    def show(self) -> None:
        """Draw what the session knows now."""
        sections = self.session.sections()
        changed = sections is not self._sections
        if changed:
            self._sections = sections
            lines: list[Row | Section | None] = []
            for section in sections:
                lines += [None, section] if lines else [section]
                lines += () if section.folded else section.rows
            self.put(lines)
        self.follow()
        if changed:
            self.redraw()

    def follow(self) -> None:
        """Let stand out who is chosen or in view now."""
        before, self._signs = self._signs, dict.fromkeys(self.session.in_view(), "•")
        self._signs |= dict.fromkeys(self.session.chosen_ids, "▸")
        if changed := {key for key, _ in before.items() ^ self._signs.items()}:
            self.redraw_rows(lambda row: self._key_at(row) in changed)

    def reveal_chosen(self) -> None:
        """Bring the chosen actor's row into view."""
        if (row := self.row_of(self.session.chosen, -1)) >= 0:
            self.row_cursor = row
            self.keep_in_view(row)

    def header_in(self, row: int) -> Section | None:
        """Give the header in a row, if it is one."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, Section) else None

    def key_of(self, line: Row | Section | None) -> object:
        """Give an actor's id, or what a section is of."""
        match line:
            case Row(actor):
                return actor.id
            case Section(kind):
                return kind or "tied"
        return None

    def take(self, line: Row) -> None:
        """Choose an actor."""
        self.post_message(self.ActorTaken(line.actor.id))

    def nothing(self) -> str:
        """Say why the list is empty."""
        if self.session.filter:
            return "nobody passes the filter · esc"
        return "no names found" if self.session.stage.complete else "names come here"

    def draw_row(self, row: int, line: int, width: int) -> list[Segment]:
        """Draw a header, a gap or an actor: key, name, chart and count."""
        match self.lines[row]:
            case Section() as section:
                title = (
                    TITLES[section.kind] if section.kind else f"OF {self.session.shown.country or 'THESE'}"
                )
                return self.header(title, len(section.rows), width, section.folded)
            case Row() as what:
                return self._draw_actor(what, width)
        return []

    def _draw_actor(self, row: Row, width: int) -> list[Segment]:
        actor = row.actor
        sign = self._signs.get(actor.id, " ")
        kind = self.part(f"list--{actor.kind}")
        style = kind + self.part(_LOOKS[sign])
        if not actor.named:
            style += self.part("list--unnamed")
        charted = next((columns for least, columns in _CHARTS if width >= least), 0)
        columns = max(4, width - 3 - charted - _COUNT)
        room = columns - bool(charted)  # name and chart stay apart
        mark = " ✎" if actor.id in self.session.revision.corrected_actors else ""
        name = called(actor, room - len(mark)) + mark
        segments = [
            Segment(sign, kind),
            Segment(f"{row.number or ' '} ", self.part("list--dim")),
            Segment(name, style),
            Segment(" " * (columns - cells(name))),
        ]
        if charted:
            mentions = self.session.stage.mentions_of(actor.id)
            segments.append(Segment(chart(mentions, len(self.session.article.text), charted), kind))
        count = str(row.mentions)
        segments += [Segment(" " * (_COUNT - len(count))), Segment(count, self.part("list--dim"))]
        return segments

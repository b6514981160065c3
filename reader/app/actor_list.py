"""The live list of actors, section by section, each row with a chart of where its actor occurs."""

from dataclasses import dataclass, replace

from rich.segment import Segment
from textual.message import Message

from reader.analysis.findings import ActorKind
from reader.app.occurrences import chart
from reader.app.row_list import RowList, fit
from reader.app.wrapping import cells
from reader.session import Row, Session

TITLES = {
    ActorKind.PERSON: "PEOPLE",
    ActorKind.COUNTRY: "COUNTRIES",
    ActorKind.ORGANISATION: "ORGANISATIONS",
    ActorKind.GROUP: "GROUPS",
    ActorKind.PLACE: "PLACES",
}
_CHART = 8
_COUNT = 5


@dataclass(frozen=True, slots=True)
class _Header:
    title: str
    count: int


class ActorList(RowList):
    """Shows the rows of a session; lights who is in view."""

    COMPONENT_CLASSES = {f"list--{kind}" for kind in ActorKind} | {"list--chosen", "list--lit"}

    @dataclass
    class ActorTaken(Message):
        """An actor was chosen in the list."""

        actor: str

    def __init__(self, session: Session, id: str | None = None) -> None:
        super().__init__(id=id)
        self.session = session
        self._lines: list[Row | _Header | None] = []
        self._lit: set[str] = set()

    def show(self) -> None:
        """Draw what the session knows now; the cursor stays on its actor."""
        under = self._actor_at(self.row_cursor)
        lines: list[Row | _Header | None] = []
        rows = self.session.rows()
        counts = {kind: sum(row.actor.kind is kind for row in rows) for kind in ActorKind}
        section = None
        for row in rows:
            if row.actor.kind is not section:
                section = row.actor.kind
                if lines:
                    lines.append(None)
                lines.append(_Header(TITLES[section], counts[section]))
            lines.append(row)
        self._lines = lines
        self._lit = self.session.in_view()
        if under is not None:
            self.row_cursor = next(
                (at for at, line in enumerate(lines) if isinstance(line, Row) and line.actor.id == under),
                self.row_cursor,
            )
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
        """Headers and gaps can't be chosen."""
        return row < len(self._lines) and isinstance(self._lines[row], Row)

    def action_take_row(self) -> None:
        """Choose the actor under the cursor."""
        actor = self._actor_at(self.row_cursor)
        if actor is not None:
            self.post_message(self.ActorTaken(actor))

    def _actor_at(self, row: int) -> str | None:
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line.actor.id if isinstance(line, Row) else None

    def draw_row(self, row: int, line: int, width: int) -> list[Segment]:
        """Draw a header, a gap or an actor: key, name, chart and count."""
        what = self._lines[row]
        if what is None:
            return []
        room = max(4, width - 5)
        if isinstance(what, _Header):
            count = str(what.count)
            return [
                Segment(" " + fit(what.title, room - len(count) + 1), self.part("list--header")),
                Segment(count, self.part("list--dim")),
            ]
        actor = what.actor
        chosen, lit = actor.id in self.session.chosen_ids, actor.id in self._lit
        style = self.part(f"list--{actor.kind}") + self.part(
            "list--chosen" if chosen else "list--lit" if lit else "list--dim"
        )
        charted = _CHART if room >= 30 else 0
        columns = max(4, room - _COUNT - charted - (1 if charted else 0))
        if actor.id in self.session.revision.corrected_actors:
            actor = replace(actor, name=f"{actor.name} ✎")
        name = actor.name if cells(actor.name) <= columns else fit(actor.name, columns)
        key = str(what.number) if what.number else " "
        segments = [
            Segment("▸" if chosen else "•" if lit else " ", self.part(f"list--{actor.kind}")),
            Segment(key + " ", self.part("list--dim")),
            Segment(name, style),
            Segment(" " * (columns - cells(name))),
        ]
        if charted:
            bars = chart(self.session.stage.mentions_of(actor.id), len(self.session.article.text), charted)
            segments.append(Segment(" " + bars, self.part(f"list--{actor.kind}")))
        count = str(what.count)
        segments += [Segment(" " * (_COUNT - len(count))), Segment(count, self.part("list--dim"))]
        return segments

"""The article on screen: a virtual view that draws the lines in sight and nothing else."""

from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection
from textual.strip import Strip

from reader.analysis.findings import ActorKind, Quote, Span
from reader.app.dateline import dateline
from reader.app.marking import Look, look
from reader.app.painting import filled, paint
from reader.app.pointing import Pointing
from reader.app.wrapping import drawn
from reader.article import ParagraphKind
from reader.session import Session

_CACHED_LINES = 128  # some screens full; each takes some kilobytes


class ArticleView(Pointing, can_focus=True, inherit_bindings=False):
    """Draws a session's article at a measure of so many columns, centred."""

    COMPONENT_CLASSES = {
        "article--title",
        "article--heading",
        "article--meta",
        "article--quote",
        "article--quote-here",
        "article--gutter",
        "article--cursor",
        "article--chosen",
        "article--chosen-quiet",
        "article--selection",
        "article--match",
        "article--fold",
        *(f"article--{kind}" for kind in ActorKind),
    }

    def __init__(self, session: Session, measure: int, highlights: str, id: str | None = None) -> None:
        super().__init__(session, measure, id=id)
        self.highlights = highlights
        self._strips: dict[int, tuple[Look, Strip]] = {}
        self._marked: list[Span] = []
        self._first = 0

    def redraw(self) -> None:
        """Draw anew the lines in view that look another way now; the reading place stays."""
        if self.session.shown_paragraphs() != self.layout_lines.shown:
            self.refold()
        before, self._strips, self._marked = self._strips, {}, self._marks()
        if self._first:
            self.refresh()
            return
        top, changed, selected = round(self.scroll_y), [], self.selected()
        for line in range(top, min(top + self.size.height, len(self.layout_lines))):
            known, look = before.get(line), self._look(line, selected)
            if known is None or known[0] != look:
                known = look, self._draw(line, self.room, look)
                changed.append(line)
            self._strips[line] = known
        self.refresh_each(changed)

    def remark(self) -> None:
        """Draw the lines anew where the cursor, the hit or the quote is, or was when it was drawn last."""
        before, self._marked = self._marked, self._marks()
        for span in set(before) ^ set(self._marked):
            first, last = self.layout_lines.line_at(span.start), self.layout_lines.line_at(span.end)
            for line in range(first, last + 1):
                self._strips.pop(line, None)
            self.refresh_lines(first, last - first + 1)

    def _marks(self) -> list[Span]:
        goal = self.session.place.goal
        if isinstance(goal, Quote):
            return list(goal.segments)
        return [Span(goal.start, goal.end)] if goal is not None else []

    def forget_lines(self) -> None:
        """Forget what was drawn."""
        self._first = 0
        self._strips.clear()

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def draw_line(self, y: int) -> Strip:
        """Draw a line of the view."""
        if self.layout_lines.width != self._width:  # a frame may come before its resize
            self._lay_out(self._top)
            self._strips.clear()
            self._first = self.layout_lines.line_at(self._top) if self._top else 0
        line = (self._first or round(self.scroll_y)) + y
        width = self.room
        if line >= len(self.layout_lines):
            return Strip.blank(width, self.ground)
        if line not in self._strips:
            if len(self._strips) > _CACHED_LINES:
                self._strips.clear()
            look = self._look(line, self.selected())
            self._strips[line] = look, self._draw(line, width, look)
        return self._strips[line][1]

    def render_line(self, y: int) -> Strip:
        """Give a line with the places of its words, by which text is selected."""
        return self.draw_line(y).apply_offsets(0, round(self.scroll_y) + y)

    def _look(self, line: int, selected: tuple[int, int] | None) -> Look:
        start, end = self.layout_lines.starts[line], self.layout_lines.ends[line]
        sign, marks = look(self.session, self.highlights, start, end)
        return (sign, (*marks, (*selected, "selection"))) if selected else (sign, marks)

    def _draw(self, line: int, width: int, look: Look) -> Strip:
        base, (sign, marked) = self.ground, look
        start, end = self.layout_lines.starts[line], self.layout_lines.ends[line]
        if line == self.layout_lines.meta:
            body = self._dateline(base)
        elif line in self.layout_lines.folds:
            count = self.layout_lines.folds[line]
            words = f"⋯ {count} paragraph{'s' if count > 1 else ''}"
            body = [Segment(words, base + self._part("fold"))]
        else:
            layers = ((first, last, self._part(part)) for first, last, part in marked)
            body = paint(self.article.text, start, end, base, layers)
        bar = self._bar(line).ljust(self.column(line) - self.margin + 1)
        left = [
            Segment(" " * (self.margin - 2), base),
            Segment(sign, base + self._part("gutter")),
            Segment(bar, base + self._part("meta")),
        ]
        return filled([*left, *body], width, base)

    def _dateline(self, base: Style) -> list[Segment]:
        name, line = dateline(self.article, self.layout_lines.width)
        gap = "  " if name else ""
        return [
            Segment(drawn(name) + gap, base + self._part("title")),
            Segment(drawn(line), base + self._part("meta")),
        ]

    def _bar(self, line: int) -> str:
        """Give the bar beside a block quote, which runs on between its paragraphs."""
        around = (self.layout_lines.starts[line], self.layout_lines.ends[line] + 1)
        paragraphs = (self.article.paragraphs[self.article.paragraph_at(offset)] for offset in around)
        quoted = all(paragraph.kind is ParagraphKind.BLOCK_QUOTE for paragraph in paragraphs)
        return "  ▏" if quoted else ""

    def _part(self, name: str) -> Style:
        return self.part(f"article--{name}")

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.redraw()

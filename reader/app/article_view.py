"""The article on screen: a virtual view that draws the lines in sight and nothing else."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection
from textual.strip import Strip

from reader.analysis.findings import SURE, ActorKind, MentionForm, Span
from reader.app.dateline import dateline
from reader.app.painting import Layer, paint
from reader.app.pointing import Pointing
from reader.app.wrapping import cells, fit
from reader.article import ParagraphKind
from reader.session import Session

#: Forms that are lit for the chosen actor alone, and more lightly than names.
_QUIET_FORMS = frozenset({MentionForm.PRONOUN, MentionForm.NOMINAL})
_CACHED_LINES = 1024


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
        self._strips: dict[int, Strip] = {}
        self._marked: list[Span] = []
        self._first = 0

    def redraw(self) -> None:
        """Draw anew, because what is to be highlighted or folded changed; the reading place stays."""
        if self.session.shown_paragraphs() != self.layout_lines.shown:
            self.refold()
        self._strips.clear()
        self._marked = self._marks()
        self.refresh()

    def remark(self) -> None:
        """Draw the lines anew where the cursor, the hit or the quote is, or was when it was drawn last."""
        before, self._marked = self._marked, self._marks()
        for span in set(before) ^ set(self._marked):
            first, last = self.layout_lines.line_at(span.start), self.layout_lines.line_at(span.end)
            for line in range(first, last + 1):
                self._strips.pop(line, None)
            self.refresh_lines(first, last - first + 1)

    def _marks(self) -> list[Span]:
        place = self.session.place
        marks = [Span(mark.start, mark.end) for mark in (place.cursor, place.hit) if mark is not None]
        return marks + list(place.quote.segments if place.quote is not None else ())

    def forget_lines(self) -> None:
        """Forget what was drawn."""
        self._first = 0
        self._strips.clear()

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self.__dict__.pop("_kind_styles", None)
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Draw a line of the view."""
        if self.layout_lines.width != self._width:  # a frame may come before its resize
            self._lay_out(self._top)
            self._strips.clear()
            self._first = self.layout_lines.line_at(self._top) if self._top else 0
        line = (self._first or round(self.scroll_y)) + y
        width = self.size.width
        if line >= len(self.layout_lines):
            return Strip.blank(width, self.ground)
        strip = self._strips.get(line)
        if strip is None:
            if len(self._strips) > _CACHED_LINES:
                self._strips.clear()
            strip = self._strips[line] = self._draw(line, width)
        return strip.apply_offsets(0, line)

    def _draw(self, line: int, width: int) -> Strip:
        base = self.ground
        start, end = self.layout_lines.starts[line], self.layout_lines.ends[line]
        if line == self.layout_lines.meta:
            body = self._dateline(base)
        elif line in self.layout_lines.folds:
            count = self.layout_lines.folds[line]
            words = f"⋯ {count} paragraph{'s' if count > 1 else ''}"
            body = [Segment(words, base + self._part("article--fold"))]
        else:
            body = paint(self.article.text, start, end, base, [*self._layers(start, end), *self._selected()])
        bar = self._bar(line).ljust(self.column(line) - self.margin + 1)
        left = [
            Segment(" " * (self.margin - 2), base),
            self._gutter(start, end, base),
            Segment(bar, base + self._part("article--meta")),
        ]
        return Strip([*left, *body]).adjust_cell_length(width, base)

    def _dateline(self, base: Style) -> list[Segment]:
        name, line = dateline(self.article)
        room = self.layout_lines.width
        name = fit(name, min(room, cells(name))) + "  " if name else ""
        return [
            Segment(name, base + self._part("article--title")),
            Segment(fit(line, max(0, room - cells(name))), base + self._part("article--meta")),
        ]

    def _bar(self, line: int) -> str:
        """Give the bar beside a block quote, which runs on between its paragraphs."""
        at = self.article.paragraph_at(self.layout_lines.starts[line])
        before = at if self.layout_lines.starts[line] < self.layout_lines.ends[line] else max(0, at - 1)
        quoted = all(self.article.paragraphs[i].kind is ParagraphKind.BLOCK_QUOTE for i in (before, at))
        return "  ▏" if quoted else ""

    def _gutter(self, start: int, end: int, base: Style) -> Segment:
        quote = self.session.place.quote
        here = quote is not None and any(s.start < end and s.end > start for s in quote.segments)
        return Segment("▎" if here else " ", base + self._part("article--gutter"))

    def _layers(self, start: int, end: int) -> Iterator[Layer]:
        session, stage = self.session, self.session.stage
        paragraph_at = self.article.paragraph_at(start)
        paragraph = self.article.paragraphs[paragraph_at]
        if paragraph.kind is ParagraphKind.HEADING:
            yield start, end, self._part("article--title" if paragraph_at == 0 else "article--heading")
        for first, last, quote in session.segments_in(start, end):
            yield (
                first,
                last,
                self._part("article--quote-here" if quote == session.place.quote else "article--quote"),
            )
        for mention in stage.mentions_in(start, end):
            chosen = mention.actor in session.chosen_ids
            if mention.form in _QUIET_FORMS:
                if chosen:
                    yield mention.start, mention.end, self._part("article--chosen-quiet")
            elif chosen or (self.highlights == "all" and mention.actor in session.shown):
                if self.highlights != "none":
                    yield mention.start, mention.end, self._kind_styles[stage.actors[mention.actor].kind]
                if chosen:
                    quiet = mention.confidence < SURE
                    yield (
                        mention.start,
                        mention.end,
                        self._part("article--chosen-quiet" if quiet else "article--chosen"),
                    )
        first = bisect_left(session.hits, start, key=lambda hit: hit.end)
        last = bisect_left(session.hits, end, key=lambda hit: hit.start)
        for hit in session.hits[first:last]:
            yield (
                hit.start,
                hit.end,
                self._part("article--cursor" if hit == session.place.hit else "article--match"),
            )
        if (cursor := session.place.cursor) is not None:
            yield cursor.start, cursor.end, self._part("article--cursor")

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    @cached_property
    def _kind_styles(self) -> dict[ActorKind, Style]:
        return {kind: self._part(f"article--{kind}") for kind in ActorKind}

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.redraw()

    def _selected(self) -> Iterator[Layer]:
        span = self.selected()
        if span is not None:
            yield *span, self._part("article--selection")

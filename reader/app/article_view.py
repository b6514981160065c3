"""The article on screen: a virtual view that draws the lines in sight and nothing else."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from reader.analysis.findings import SURE, ActorKind, MentionForm, Span
from reader.app.dateline import dateline
from reader.app.painting import Layer, paint
from reader.app.pointing import Pointing
from reader.app.wrapping import Layout, cells, fit
from reader.article import Article, ParagraphKind
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

    #: Lines that stay visible above and below a place that was jumped to.
    CONTEXT = 3

    @dataclass
    class Looked(Message):
        """What is in view has changed: by scrolling, resizing or a new article."""

    def __init__(self, session: Session, measure: int, highlights: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.session = session
        self.measure = measure
        self.highlights = highlights
        self.layout_lines = Layout(Article("", ()), 0)  # until the width is known
        self._strips: dict[int, Strip] = {}
        self._shown: frozenset[int] | None = None
        self._marked: list[Span] = []
        self._top = session.place.offset
        self._first = 0

    # The text and its lines

    @property
    def article(self) -> Article:
        """The article that is drawn."""
        return self.session.article

    def show(self, session: Session) -> None:
        """Draw another session, at its place."""
        self.session = session
        self._strips.clear()
        self._rewrap(session.place.offset, force=True)

    def set_measure(self, measure: int) -> None:
        """Set the text width in columns; the top line's text stays at the top."""
        self.measure = measure
        self._rewrap(self._top)

    @property
    def _width(self) -> int:
        return max(8, min(self.measure, self.size.width - 4)) if self.size.width else self.measure

    def _lay_out(self, force: bool = False) -> None:
        """Break the lines anew, if the width or what is shown has changed."""
        width, shown = self._width, self.session.shown_paragraphs()
        if force or width != self.layout_lines.width or shown != self._shown:
            self.layout_lines = Layout(self.article, width, shown)
            self._shown = shown

    def _rewrap(self, top: int, force: bool = False) -> None:
        self._lay_out(force)
        self._first = 0
        self._strips.clear()
        self.virtual_size = Size(self.size.width, len(self.layout_lines) + 1)
        self.scroll_to_line(self.layout_lines.line_at(top) if top else 0)
        self._top = top  # not the start of its line: resizing there and back must not drift
        self.refresh()
        self.post_message(self.Looked())

    def on_resize(self) -> None:
        """Wrap the text anew; what stood at the top stays there."""
        self._rewrap(self._top)

    # What is in view

    @property
    def view(self) -> tuple[int, int]:
        """The offsets in view, half-open."""
        lines = self.layout_lines
        if not len(lines):
            return 0, 0
        first = min(round(self.scroll_y), len(lines) - 1)
        last = min(first + max(1, self.size.height), len(lines)) - 1
        return lines.starts[first], lines.ends[last] + 1

    @property
    def reading_line(self) -> int:
        """The line that is being read: the top one at the beginning, the bottom one at the end."""
        share = self.scroll_y / self.max_scroll_y if self.max_scroll_y else 0.0
        row = round(share * max(0, min(self.size.height, len(self.layout_lines)) - 1))
        return min(round(self.scroll_y) + row, max(0, len(self.layout_lines) - 1))

    @property
    def reading_place(self) -> int:
        """The offset where the reading line starts."""
        lines = self.layout_lines
        return lines.starts[self.reading_line] if len(lines) else 0

    @property
    def percent(self) -> int:
        """How much of the article has been in view, in percent."""
        lines = len(self.layout_lines)
        seen = min(lines, round(self.scroll_y) + self.size.height)
        return 100 * seen // lines if lines else 100

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the text at the top, and tell that the view moved."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and len(self.layout_lines):
            self._top = self.layout_lines.starts[min(round(new_value), len(self.layout_lines) - 1)]
            self.post_message(self.Looked())

    # Moving

    def scroll_to_line(self, line: int) -> None:
        """Put a line at the top, at once."""
        self.scroll_to(y=max(0, min(line, self.max_scroll_y)), animate=False, immediate=True, force=True)

    def scroll_lines(self, lines: int) -> None:
        """Scroll down so many lines, or up."""
        self.scroll_to_line(round(self.scroll_y) + lines)

    @property
    def page(self) -> int:
        """How many lines a page turns: all but two, which stay as context."""
        return max(1, self.size.height - 2)

    def reveal(self, start: int, end: int) -> None:
        """Bring a span into view with lines of context around it; what is in view already does not move."""
        first, last = self.layout_lines.line_at(start), self.layout_lines.line_at(max(start, end - 1))
        top, height = round(self.scroll_y), self.size.height
        context = min(self.CONTEXT, max(0, (height - 1) // 3))
        above = top == 0 or first >= top + context
        below = top >= self.max_scroll_y or last < top + height - context
        if top <= first and last < top + height and above and below:
            return
        self.scroll_to_line(first - max(context, height // 3))

    # Drawing

    def redraw(self) -> None:
        """Draw anew, because what is to be highlighted or folded changed; the reading place stays."""
        if self.session.shown_paragraphs() != self._shown:
            self._refold()
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

    def _refold(self) -> None:
        """Fold or unfold paragraphs; what is being read stays in its row as far as that can be."""
        place = self.session.place.here
        row = self.layout_lines.line_at(place) - round(self.scroll_y)
        self._rewrap(self._top)
        self.scroll_to_line(self.layout_lines.line_at(place) - max(0, min(row, self.size.height - 1)))

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self.__dict__.pop("_kind_styles", None)
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Draw a line of the view."""
        if self.layout_lines.width != self._width:  # a frame may come before its resize
            self._lay_out()
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
        for first, last, quote in stage.segments_in(start, end):
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

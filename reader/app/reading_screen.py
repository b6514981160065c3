"""The reading screen: composes the page and its lists, and turns keys into moves of the session."""

from collections.abc import AsyncIterator, Callable, Sequence

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from reader.analysis.client import AnalysisError
from reader.analysis.findings import SURE, Findings, Quote
from reader.app.actor_list import ActorList
from reader.app.article_view import ArticleView
from reader.app.filter_bar import FilterBar
from reader.app.help_screen import HelpScreen
from reader.app.keys import BINDINGS
from reader.app.occurrences import OccurrenceStrip
from reader.app.quote_list import QuoteList
from reader.app.status_line import Status, StatusLine
from reader.article import Article
from reader.citation import attribution, quote_text
from reader.session import COUNTRIES, ORGANISATIONS, PEOPLE, Move, Session

#: Understands an article, batch by batch, without holding up the screen; raises AnalysisError when it can't.
Analyst = Callable[[Article], AsyncIterator[Findings]]

_KINDS = {"people": PEOPLE, "countries": COUNTRIES, "organisations": ORGANISATIONS}
_MEASURES = range(40, 121)
_SIDES = ("", "-wide-side", "-no-side")


class ReadingScreen(Screen[None]):
    """One or several articles, one at a time, with actors and quotes beside it."""

    BINDINGS = BINDINGS
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-slim"), (100, "-normal"), (140, "-wide")]
    AUTO_FOCUS = "#article"

    def __init__(self, articles: Sequence[Article], analyst: Analyst) -> None:
        super().__init__()
        self.sessions = [Session(article) for article in articles]
        self.at = 0
        self._analyst = analyst
        self._notice = ""
        self._analysing = False

    # Parts

    @property
    def session(self) -> Session:
        """The article being read."""
        return self.sessions[self.at]

    @property
    def page(self) -> ArticleView:
        """The article on screen."""
        return self.query_one("#article", ArticleView)

    @property
    def panes(self) -> tuple[ArticleView, ActorList, QuoteList]:
        """The article and the two lists, in the order of tab."""
        return self.page, self.query_one("#actors", ActorList), self.query_one("#quotes", QuoteList)

    def compose(self) -> ComposeResult:
        """The page and its strip, the lists, the filter and the status line."""
        with Horizontal(id="desk"):
            with Horizontal(id="paper"):
                yield ArticleView(self.session, id="article")
                yield OccurrenceStrip(id="strip")
            with Vertical(id="side"):
                yield ActorList(self.session, id="actors")
                yield QuoteList(self.session, id="quotes")
        yield FilterBar(id="filter")
        yield StatusLine(id="status")

    def on_mount(self) -> None:
        """Show the text first; only then is anything understood."""
        self.call_after_refresh(self.action_understand)

    # The analysis

    def action_understand(self) -> None:
        """Understand the article, unless that is done."""
        if not self.session.stage.complete:
            self._understand(self.session)

    @work(exclusive=True, group="analysis")
    async def _understand(self, session: Session) -> None:
        self._analysing = True
        try:
            async for findings in self._analyst(session.article):
                if session.apply(findings) and session is self.session:
                    self._show_findings()
        except AnalysisError as error:
            self._tell(f"{error} · R tries again")
        finally:
            if session is self.session:
                self._analysing = False
                self._show_status()

    def _show_findings(self) -> None:
        _, actors, _ = self.panes
        if not actors.has_focus:
            self.session.settle()
        self._show_all()

    # Showing

    def _show_all(self) -> None:
        """Draw everything that follows from the session anew."""
        page, actors, quotes = self.panes
        page.redraw()
        actors.show()
        quotes.show()
        self._show_place()

    def _show_place(self) -> None:
        """Draw what follows from the place."""
        page, actors, quotes = self.panes
        actors.follow()
        quotes.follow()
        lines = page.layout_lines
        chosen = self.session.chosen
        mentions = self.session.stage.mentions_of(chosen) if chosen else ()
        top = round(page.scroll_y)
        self.query_one("#strip", OccurrenceStrip).show(
            [lines.line_at(mention.start) for mention in mentions], len(lines), (top, top + page.size.height)
        )
        self._show_status()

    def _show_status(self) -> None:
        session, stage = self.session, self.session.stage
        chosen, quote = session.chosen_actor, session.quote_here()
        kinds = next((name for name, kinds in _KINDS.items() if kinds == session.kinds), "")
        total = len(session.article.paragraphs)
        self.query_one("#status", StatusLine).show(
            Status(
                actor=chosen.name if chosen else "",
                position=session.position(),
                speaking=self._speaker(quote) if quote else "",
                filter=" ".join(part for part in (kinds, session.query) if part),
                paragraph=(session.article.paragraph_at(session.here) + 1 if total else 0, total),
                percent=self.page.percent,
                progress=stage.done / max(1, stage.total) if self._analysing and not stage.complete else None,
                article=(self.at + 1, len(self.sessions)),
                notice=self._notice,
            )
        )

    def _speaker(self, quote: Quote) -> str:
        actor = self.session.stage.actors.get(quote.speaker) if quote.speaker else None
        if actor is None:
            return "not named"
        return actor.name if quote.confidence >= SURE else f"{actor.name} ?"

    def _tell(self, notice: str) -> None:
        """Say something in the status line; the next move takes it away."""
        self._notice = notice
        self._show_status()

    # What widgets tell

    def on_article_view_looked(self) -> None:
        """The view moved: tell the session, and follow."""
        page = self.page
        self.session.look(*page.view, page.reading_place)
        self._show_place()

    def on_article_view_pointed(self, message: ArticleView.Pointed) -> None:
        """A click on a mention chooses its actor; on a quote, takes the quote."""
        mention = self.session.point(message.offset)
        if mention is not None:
            self.session.choose(mention.actor)
            self.session.cursor = mention
            self._chosen()
        elif (quote := self.session.stage.quote_at(message.offset)) is not None:
            self.session.take_quote(quote)
            self._show_all()

    def on_actor_list_actor_taken(self, message: ActorList.ActorTaken) -> None:
        """Choose the actor and show where it is, unless it is in view."""
        self.session.choose(message.actor)
        if message.actor not in self.session.in_view():
            self._follow_move(self.session.next_mention(1))
        self._chosen()
        self._leave_list_if_narrow()

    def on_quote_list_quote_taken(self, message: QuoteList.QuoteTaken) -> None:
        """Show the quote."""
        self.session.take_quote(message.quote)
        self.page.reveal(message.quote.start, message.quote.end)
        self._show_all()
        self._leave_list_if_narrow()

    # Moving

    def action_line(self, lines: int) -> None:
        """Scroll by lines."""
        self._scroll(lines)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self._scroll(pages * self.page.page)

    def action_half_page(self, halves: int) -> None:
        """Scroll by half pages."""
        self._scroll(halves * max(1, self.page.size.height // 2))

    def action_top(self) -> None:
        """Go to the beginning."""
        self._scroll(-len(self.page.layout_lines))

    def action_bottom(self) -> None:
        """Go to the end."""
        self._scroll(len(self.page.layout_lines))

    def _scroll(self, lines: int) -> None:
        self._notice = ""
        self.page.scroll_lines(lines)
        self._show_status()

    def _follow_move(self, move: Move | None, nothing: str = "nothing found") -> None:
        """Show where a move led, and say so if it went round."""
        if move is None:
            self._tell(nothing)
            return
        self.page.reveal(move.start, move.end)
        self._notice = ""
        if move.wrapped:
            self._notice = "from the top again" if move.number == 1 else "from the bottom again"
        self.page.redraw()
        self._show_place()

    # Actors

    def action_mention(self, direction: int) -> None:
        """Go to the next or previous mention of the chosen actor, who by default is the first of the list."""
        if self.session.chosen is None:
            self.session.choose_number(1)
            self.panes[1].reveal_chosen()
            self.panes[2].show()
        nothing = "nobody to follow yet" if self.session.chosen is None else "no other mention"
        self._follow_move(self.session.next_mention(direction), nothing)

    def action_step(self, direction: int) -> None:
        """Move the cursor to the next or previous mention of anybody shown."""
        self._follow_move(self.session.step(direction), "no names to step through")

    def action_choose_here(self) -> None:
        """Choose the actor under the cursor; without a cursor, the nearest."""
        self.action_choose_nearest()

    def action_choose_nearest(self) -> None:
        """Choose the actor at the cursor or nearest the reading line."""
        if self.session.choose_nearest() is None:
            self._tell("no names here yet")
        else:
            self._chosen()

    def action_choose_number(self, number: int) -> None:
        """Choose the actor in a row of the list, and show where it is unless it is in view."""
        actor = self.session.choose_number(number)
        if actor is None:
            self._tell(f"the list has no row {number}")
            return
        if actor.id not in self.session.in_view():
            self._follow_move(self.session.next_mention(1))
        self._chosen()

    def _chosen(self) -> None:
        """Draw after a choice."""
        self._notice = ""
        self._show_all()
        self.panes[1].reveal_chosen()

    # The filter

    def action_kinds(self, name: str) -> None:
        """Show only some kinds of actors or, again, all."""
        self._notice = ""
        self.session.toggle_kinds(_KINDS[name])
        self._show_all()

    def action_filter(self) -> None:
        """Open the filter."""
        bar = self.query_one("#filter", FilterBar)
        self.add_class("-filtering")
        bar.value = self.session.query
        bar.focus()

    def on_input_changed(self, message: FilterBar.Changed) -> None:
        """Every keystroke narrows list and highlights."""
        if message.value.strip() != self.session.query:
            self.session.seek(message.value)
            self._show_all()

    def on_filter_bar_left(self, message: FilterBar.Left) -> None:
        """Keep the filter, or clear it; a filter that leaves one actor chooses it."""
        self.remove_class("-filtering")
        self.page.focus()
        if not message.kept:
            self.session.seek("")
        elif self.session.query and len(rows := self.session.rows()) == 1:
            self.session.choose(rows[0].actor.id)
        self._show_all()

    # Quotes

    def action_quote(self, direction: int) -> None:
        """Go to the next or previous quote, of the chosen speaker if one is chosen."""
        chosen = self.session.chosen_actor
        self._follow_move(
            self.session.next_quote(direction),
            f"no quotes of {chosen.name}" if chosen else "no quotes found",
        )

    def action_copy(self, attributed: bool) -> None:
        """Copy the quote at the reading place, alone or with its attribution."""
        quote, session = self.session.quote_here(), self.session
        if quote is None:
            self._tell("no quote here · ] goes to the next one")
            return
        text = (
            attribution(session.article, session.stage.snapshot(), quote)
            if attributed
            else quote_text(session.article, quote)
        )
        session.take_quote(quote)
        self.page.redraw()
        self._show_place()
        self._copy(text)

    @work(thread=True, exclusive=True, group="clipboard")
    def _copy(self, text: str) -> None:
        from reader.clipboard import copy

        delivery = copy(text, write=self._write_terminal)
        words = text if len(text) <= 60 else text[:59].rsplit(" ", 1)[0] + " …"
        self.app.call_from_thread(self.notify, words, title=delivery.message, timeout=4, markup=False)

    def _write_terminal(self, sequence: str) -> None:
        """Write to the terminal in step with what the screen writes."""
        driver = self.app._driver
        if driver is not None:
            self.app.call_from_thread(driver.write, sequence)
            self.app.call_from_thread(driver.flush)

    # The program

    def action_next_pane(self, direction: int = 1) -> None:
        """Go round article, actors and quotes."""
        panes = self.panes
        at = next((at for at, pane in enumerate(panes) if pane.has_focus), 0)
        following = panes[(at + direction) % len(panes)]
        self.remove_class("-no-side")
        self.set_class(following is not panes[0], "-listing")
        self.call_after_refresh(following.focus)

    def _leave_list_if_narrow(self) -> None:
        if self.has_class("-narrow") and self.has_class("-listing"):
            self.remove_class("-listing")
            self.call_after_refresh(self.page.focus)

    def action_measure(self, columns: int) -> None:
        """Widen or narrow the text."""
        page = self.page
        measure = min(max(page.layout_lines.width + columns, _MEASURES.start), _MEASURES.stop - 1)
        page.set_measure(measure)
        self._tell(f"{page.layout_lines.width} columns")

    def action_side(self) -> None:
        """Make the side panel wide, hide it, or show it again."""
        at = next((at for at, name in enumerate(_SIDES) if name and self.has_class(name)), 0)
        following = _SIDES[(at + 1) % len(_SIDES)]
        for name in filter(None, _SIDES):
            self.set_class(name == following, name)
        if following == "-no-side":
            self.page.focus()

    def action_article(self, direction: int) -> None:
        """Go to the next or previous article; the place in this one is kept."""
        if len(self.sessions) == 1:
            self._tell("there is only this article")
            return
        self.session.place = self.page.view[0]
        self.at = (self.at + direction) % len(self.sessions)
        page, actors, quotes = self.panes
        actors.session = quotes.session = self.session
        self._notice = self.session.article.title or self.session.article.source or ""
        self.page.show(self.session)
        self._show_all()
        self.action_understand()
        page.focus()

    def action_theme(self) -> None:
        """Take the next theme."""
        self._tell(f"theme: {self.app.next_theme()}")  # type: ignore[attr-defined]

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen())

    def action_back(self) -> None:
        """Go back one step: out of the list, the notice, the filter, the choice."""
        if not self.page.has_focus:
            self.remove_class("-listing")
            self.call_after_refresh(self.page.focus)
        elif self._notice:
            self._tell("")
        elif self.session.back():
            self._show_all()

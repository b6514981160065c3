"""The desk: page, strip, lists and status line, and how they are kept in step with the session."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import ScreenResume
from textual.message import Message
from textual.screen import Screen

from reader.analysis.findings import Span
from reader.app.article_view import ArticleView
from reader.app.frames import Frames
from reader.app.ground import Blank
from reader.app.keeping import Keeping
from reader.app.memory import Memory
from reader.app.occurrences import OccurrenceStrip
from reader.app.pacing import Pace
from reader.app.status_line import Status, StatusLine
from reader.app.stylesheets import SIDES, classes, side_styles
from reader.app.understanding import Look, Understand, Understanding
from reader.article import Article
from reader.leftovers import keep_few
from reader.session import Session
from reader.settings import HIGHLIGHTS, Settings
from reader.sources import SourceError, is_begun, open_whole

if TYPE_CHECKING:  # what the first frame does not need is imported later
    from reader.app.actor_list import ActorList
    from reader.app.prompt import Prompt
    from reader.app.quote_list import QuoteList

#: Columns of text unless something else is remembered.
MEASURE = 72
#: Seconds between two looks at what is found: where one reads, and elsewhere.
SHOWN_EVERY = 0.5
COUNTED_EVERY = 2.0


class Desk(Screen[None]):
    """Shows one session at a time, and what is found in it. What keys do is left to the reading screen."""

    @dataclass
    class Understood(Message):
        """An article has been understood to its end."""

        session: Session

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-slim"), (100, "-mid"), (120, "-broad"), (140, "-wide")]
    AUTO_FOCUS = ""  # to focus means to style anew: that comes after the first frame

    def __init__(
        self,
        articles: Sequence[Article],
        understand: Understand,
        memory: Memory,
        settings: Settings,
        look: Look | None = None,
        columns: int = 80,
    ) -> None:
        super().__init__(classes=classes(self.HORIZONTAL_BREAKPOINTS, columns, settings.side))
        self._styles_cache = Blank()
        self._compositor = Frames()
        self.sessions = [Session(article) for article in articles]
        self.memory = memory
        self.settings = settings
        self.at = 0
        self.side = settings.side or "normal"
        self.furnished = False
        self.prompt: Prompt
        self.measure = memory.recall(self.session) or settings.width or MEASURE
        self._recalled = {0}
        self.understanding = Understanding(self, understand, look)
        self.keeping = Keeping(self)
        self._showing = Pace(self, self.show_found, SHOWN_EVERY, at_once=True)
        self._counting = Pace(self, self.show_found, COUNTED_EVERY, at_once=False)
        self._notice = ""
        self._followed: object = None

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
        return self.page, *self.lists

    @cached_property
    def lists(self) -> tuple[ActorList, QuoteList]:
        """The lists beside the page, made when they are needed first."""
        from reader.app.actor_list import ActorList
        from reader.app.quote_list import QuoteList

        return ActorList(self.session, id="actors"), QuoteList(self.session, id="quotes")

    def compose(self) -> ComposeResult:
        """What the first frame shows: the page and its strip, room for the lists, the status line."""
        yield ArticleView(self.session, self.measure, self.settings.highlights or HIGHLIGHTS[0], id="article")
        yield OccurrenceStrip(id="strip")
        with Vertical(id="side") as side:
            side._styles_cache = Blank()
            side.styles.width = self.settings.side_width  # None leaves it to the style sheet
        yield StatusLine(id="status")

    async def _furnish(self) -> None:
        """Put up what the text need not wait for; the room for it is there from the start."""
        from reader.app import prompt

        for sheet in side_styles():
            self.app.stylesheet.read(sheet)
        self.app.stylesheet.parse()
        self.prompt = prompt.Prompt(id="prompt")
        for mounted in (self.query_one("#side").mount(*self.lists), self.mount(self.prompt)):
            await mounted
        self.furnished = True

    def on_mount(self) -> None:
        """Show the text first; only then is anything understood."""
        self.call_after_refresh(self._begin)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Spare the first frame to be styled again: nothing of it has changed since it was mounted."""
        event.refresh_styles = event.refresh_styles and self.furnished

    async def _begin(self) -> None:
        if not self.is_attached:  # whoever quits at once has left already
            return
        keep_few()
        self._read_on()
        gc.freeze()  # what is there now will stay: no search for garbage, off until here, need go through it
        gc.set_threshold(3_000, 4, 3)  # little at a time: styles of before are cycles, and old when they go
        gc.enable()
        self.page.focus()
        self.app.theme_changed_signal.subscribe(self, self.keeping.theme)
        await self._furnish()
        if not self.is_attached:
            return
        self.show_all()
        if self.session.article.language != "en":
            self.notify(
                "Names and quotes are read by an English model and may be few; --model names another one.",
                title=f"This article seems to be in another language ({self.session.article.language})",
                timeout=8,
                markup=False,
            )
        for problem in self.settings.problems:
            self.notify(problem, title="Settings", severity="warning", timeout=10, markup=False)
        if self.memory.notice:
            self.tell(self.memory.notice)
        self.understanding.begin()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let every key find the whole article, even one that was pressed before the first frame."""
        self._read_on()
        return super().check_action(action, parameters)

    def _read_on(self) -> None:
        """Put the whole of a long text in the place of its beginning, which the first frame shows."""
        beginning, top = self.session.article, self.session.place.top
        if not is_begun(beginning):
            return
        try:
            whole = open_whole(beginning)
        except SourceError as error:
            whole = replace(beginning, whole_at=None)
            self._notice = f"there is only the beginning: {error}"
        self.sessions[self.at] = Session(whole)
        self.session.place.put(top)
        self._recalled.discard(self.at)
        self.recall(self.at)
        self.page.show(self.session)

    def on_unmount(self) -> None:
        """Keep the place."""
        self.keeping.place()

    def recall(self, number: int) -> None:
        """Take up what is remembered of an article, once."""
        if number not in self._recalled:
            self._recalled.add(number)
            self.memory.recall(self.sessions[number])

    # What is found

    def found(self, session: Session, span: Span | None) -> None:
        """Show soon what more was found in an article, sooner if it is in view."""
        top, bottom = session.place.view
        in_view = span is None or (span.start <= bottom and top <= span.end)
        (self._showing if in_view and session is self.session else self._counting).ask()

    def show_found(self) -> None:
        """Show now what more was found."""
        self.understanding.take_in()
        if not self.lists[0].has_focus:
            self.session.settle()
        self.show_all()

    def understood(self, session: Session) -> None:
        """Keep what is known of an article, now that it is all."""
        self.keeping.analysis(session)
        self.post_message(self.Understood(session))

    # Showing

    def show_session(self, at: int) -> None:
        """Put another article on the desk; the place in this one is kept."""
        self.session.place.offset = self.session.place.top
        self.keeping.place()
        self.at = at
        self.lay_out()

    def replace_session(self, number: int, article: Article) -> None:
        """Take an article for another, of which that was only the beginning."""
        self.sessions[number] = Session(article)
        self._recalled.discard(number)
        if number == self.at:
            self.lay_out()

    def lay_out(self) -> None:
        """Show the session at hand, as it was left."""
        page, actors, quotes = self.panes
        self.recall(self.at)
        actors.session = quotes.session = self.session
        page.show(self.session)
        self.show_all()
        if not self.session.stage.complete:
            self.understanding.begin()
        page.focus()

    def show_side(self, side: str) -> None:
        """Show the side panel in its normal width, or wide, or hide it."""
        self.side = side
        for name, css in SIDES.items():
            self.set_class(name == side, *css.split())

    def use_lists(self, used: bool) -> None:
        """Tell the lists that they are used, which may lie over the text meanwhile.

        That concerns them and the strip: a class of the whole desk would have all of that styled anew.
        """
        for part in ("#side", "#strip"):
            self.query_one(part).set_class(used, "-listing")

    def leave_lists(self) -> None:
        """Go back to the text."""
        self.page.focus()

    def show_all(self) -> None:
        """Draw everything that follows from the session anew."""
        self.page.redraw()
        if self.furnished:
            for rows in self.lists:
                rows.show()
        self._show_rest()

    def show_place(self) -> None:
        """Draw what follows from the place."""
        if self.furnished:
            for rows in self.lists:
                rows.follow()
        self._show_rest()

    def _show_rest(self) -> None:
        if is_begun(self.session.article):  # nobody knows yet what part of the whole this is
            return
        page, session = self.page, self.session
        top = round(page.scroll_y)
        strip = self.query_one("#strip", OccurrenceStrip)
        strip.show(session.hits or session.followed(), page.layout_lines, (top, top + page.size.height))
        self.show_status()
        self.keeping.place_soon()

    def show_status(self) -> None:
        """Draw the status line."""
        status = Status.of(
            self.session,
            percent=self.page.percent,
            progress=self.understanding.progress(self.session),
            article=(self.at + 1, len(self.sessions)),
            notice=self._notice,
            stopped=self.understanding.has_stopped(self.session),
        )
        self.query_one("#status", StatusLine).show(status)

    def tell(self, notice: str) -> None:
        """Say something in the status line; the next move takes it away."""
        self._notice = notice
        self.show_status()

    # What the page tells

    def on_page_looked(self) -> None:
        """The view moved; what a key did at once need not be done again."""
        if self._followed != self._seen():
            self.follow_view()

    def _seen(self) -> object:
        """Give what is in view, and of what lines: nothing else follows while that is the same."""
        page = self.page
        return self.session, page.view, page.layout_lines, page.size

    def follow_view(self) -> None:
        """Tell the session what is in view, and show what follows from that."""
        self.look()
        self.show_place()

    def look(self) -> None:
        """Tell the session what is in view."""
        page = self.page
        self._followed = self._seen()
        self.session.place.look(*page.view, page.reading_place)
        page.remark()
        self.understanding.look()

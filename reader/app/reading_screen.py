"""The reading screen: everything that keys do, and what concerns the program itself."""

from textual.events import DescendantFocus

from reader.app.asking import Asking
from reader.app.copying import Copying
from reader.app.correcting import Correcting
from reader.app.desk import Desk
from reader.app.fetching import Fetching
from reader.app.keys import BINDINGS
from reader.app.stylesheets import SIDES
from reader.settings import WIDTHS


class ReadingScreen(Asking, Copying, Correcting, Fetching, Desk):
    """Turns what the reader does into moves of the session, and shows where they led."""

    BINDINGS = BINDINGS

    def action_next_pane(self, direction: int = 1) -> None:
        """Go round article, actors and quotes."""
        panes = self.panes
        at = next((at for at, pane in enumerate(panes) if pane is self.focused), 0)
        following = panes[(at + direction) % len(panes)]
        self.use_lists(following is not panes[0])
        self.tell("")
        self.set_focus(following)  # at once: another tab may come with this one

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Lists that lie over the text go away when the text is used, by mouse too."""
        if event.widget is self.page:
            self.use_lists(False)

    def action_measure(self, columns: int) -> None:
        """Widen or narrow the text, as far as there is room."""
        page = self.page
        excess = max(0, page.measure - page.layout_lines.width)
        if excess and columns > 0:
            self.tell(f"{page.layout_lines.width} columns · no room for more")
            return
        columns *= 1 + excess // abs(columns)  # one key narrows the text, however much was too wide
        self.measure = min(max(page.measure + columns, WIDTHS.start), WIDTHS.stop - 1)
        page.set_measure(self.measure)
        self.keeping.looks(width=self.measure)
        self.tell(f"{page.layout_lines.width} columns")

    def action_side(self) -> None:
        """Make the side panel wide, hide it, or show it again."""
        sides = list(SIDES)
        self.show_side(sides[(sides.index(self.side) + 1) % len(sides)])
        self.keeping.looks(side=self.side)
        self.tell(f"side panel: {self.side}")
        if self.side == "hidden":
            self.leave_lists()

    def action_article(self, direction: int) -> None:
        """Go to the next or previous article."""
        if len(self.sessions) == 1:
            self.tell("there is only this article")
            return
        self._open((self.at + direction) % len(self.sessions))

    def action_articles(self) -> None:
        """List the articles of this run."""
        from reader.app.switcher import Switcher

        self.app.push_screen(Switcher(self.sessions, self.at, self.understanding.progress), self._open)

    def _open(self, number: int | None) -> None:
        if number is None:
            return
        article = self.sessions[number].article
        self._notice = article.title or article.source or ""
        self.show_session(number)
        self.fetch_whole()

    def action_restart(self) -> None:
        """Read names again where that failed."""
        if self.session.stage.complete:
            self.tell("all names have been read")
        else:
            self.understanding.begin()

    def action_theme(self) -> None:
        """Take the next theme."""
        self.tell(f"theme: {self.app.next_theme()}")  # type: ignore[attr-defined]

    def action_help(self) -> None:
        """Show the keys."""
        from reader.app.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.settings.keys))

    def action_back(self) -> None:
        """Go back one step: out of the list, the search, the filter, the choice."""
        if not self.page.has_focus:
            self.leave_lists()
            return
        self.tell("")
        if self.session.back():
            self.show_all()

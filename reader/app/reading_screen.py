"""The reading screen: what keys, clicks and typing do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from reader.app.actor_list import ActorList
from reader.app.article_view import ArticleView
from reader.app.correcting import Correcting
from reader.app.desk import KINDS
from reader.app.keys import BINDINGS
from reader.app.purpose import Purpose
from reader.app.quote_list import QuoteList
from reader.moves import Move
from reader.settings import HIGHLIGHTS, WIDTHS

if TYPE_CHECKING:  # what the first frame does not need is imported later
    from textual.widgets import Input

    from reader.app.prompt import Prompt

_SIDES = ("", "-wide-side", "-no-side")


class ReadingScreen(Correcting):
    """Turns what the reader does into moves of the session, and shows where they led."""

    BINDINGS = BINDINGS

    # What widgets tell

    def on_article_view_pointed(self, message: ArticleView.Pointed) -> None:
        """A click on a mention chooses its actor; on a quote, takes the quote."""
        mention = self.session.point(message.offset)
        if mention is not None:
            self.session.choose(mention.actor)
            self.session.cursor = mention
            self._chosen()
        elif (quote := self.session.stage.quote_at(message.offset)) is not None:
            self.session.take_quote(quote)
            self.show_all()

    def on_actor_list_actor_taken(self, message: ActorList.ActorTaken) -> None:
        """Choose the actor and show where it is, unless it is in view."""
        self.session.choose(message.actor)
        if message.actor not in self.session.in_view():
            left = self.session.here
            self._jump(self.session.next_mention(1), "no mention", left)
        self._chosen()
        self._leave_list_if_narrow()

    def on_quote_list_quote_taken(self, message: QuoteList.QuoteTaken) -> None:
        """Show the quote."""
        self.session.take_quote(message.quote)
        self.page.reveal(message.quote.start, message.quote.end)
        self.show_all()
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
        self.show_status()

    def action_trail(self, direction: int) -> None:
        """Go back to where one was before a jump, or forward again."""
        session = self.session
        place = session.trail.back(session.here) if direction < 0 else session.trail.forward()
        if place is None:
            self.tell("no jump to go back on" if direction < 0 else "no way forward")
            return
        session.cursor = session.quote = session.hit = None
        self._follow_move(Move(place, place, 1, 1))

    def _jump(self, move: Move | None, nothing: str, left: int) -> None:
        """Follow a move, and remember the place that was left."""
        if move is not None:
            self.session.trail.leave(left)
        self._follow_move(move, nothing)

    def _follow_move(self, move: Move | None, nothing: str = "nothing found") -> None:
        """Show where a move led, and say so if it went round."""
        if move is None:
            self.tell(nothing)
            return
        self.page.reveal(move.start, move.end)
        self._notice = f"{move.number}/{move.count} found" if self.session.hit is not None else ""
        if move.wrapped:
            where = "from the top again" if move.number == 1 else "from the bottom again"
            self._notice = f"{self._notice}, {where}" if self._notice else where
        self.page.remark()
        self.show_place()

    # Actors

    def action_mention(self, direction: int) -> None:
        """Go to the next or previous hit of a search or mention of the chosen actor (the list's first)."""
        session, left = self.session, self.session.here
        if session.hits:
            self._jump(session.next_hit(direction), "not found", left)
            return
        if session.chosen is None:
            session.choose_number(1)
            self.panes[1].reveal_chosen()
            self.panes[2].show()
        nothing = "nobody to follow yet" if session.chosen is None else "no other mention"
        self._jump(session.next_mention(direction), nothing, left)

    def action_step(self, direction: int) -> None:
        """Move the cursor to the next or previous mention of anybody shown."""
        left = self.session.here
        self._jump(self.session.step(direction), "no names to step through", left)

    def action_choose_nearest(self) -> None:
        """Choose the actor at the cursor or nearest the reading line."""
        if self.session.choose_nearest() is None:
            self.tell("no names here yet")
        else:
            self._chosen()

    def action_choose_number(self, number: int) -> None:
        """Choose the actor in a row of the list, and show where it is unless it is in view."""
        actor = self.session.choose_number(number)
        if actor is None:
            self.tell(f"the list has no row {number}")
            return
        if actor.id not in self.session.in_view():
            left = self.session.here
            self._jump(self.session.next_mention(1), "no mention", left)
        self._chosen()

    def action_card(self) -> None:
        """Show the card of the actor under the cursor or chosen, else of the nearest."""
        from reader.app.card_screen import CardScreen
        from reader.card import card

        session = self.session
        key = session.cursor.actor if session.cursor else session.chosen
        if key is None and (nearest := session.choose_nearest()) is not None:
            key = nearest.id
            self._chosen()
        if key is None:
            self.tell("no names here yet")
            return
        self.app.push_screen(
            CardScreen(session.article, card(session.article, session.stage, session.stage.actors[key]))
        )

    def _chosen(self) -> None:
        """Draw after a choice."""
        self._notice = ""
        self.show_all()
        self.panes[1].reveal_chosen()

    # The filter

    def action_kinds(self, name: str) -> None:
        """Show only some kinds of actors or, again, all."""
        self._notice = ""
        self.session.toggle_kinds(KINDS[name])
        self.show_all()

    def action_fold(self) -> None:
        """Fold the paragraphs in which neither the chosen nor the filtered actors occur, or unfold them."""
        session = self.session
        session.focused = not session.focused
        self._notice = ""
        if session.focused and session.shown_paragraphs() is None:
            session.focused = False
            self._notice = "choose an actor or a filter to focus on"
        self.show_all()

    def action_highlights(self) -> None:
        """Light everybody's names, the chosen actor's, or nobody's."""
        page = self.page
        page.highlights = HIGHLIGHTS[(HIGHLIGHTS.index(page.highlights) + 1) % len(HIGHLIGHTS)]
        page.redraw()
        self.tell(f"names lit: {page.highlights}")

    # The prompt

    def action_filter(self) -> None:
        """Ask for part of a name."""
        self._ask(Purpose.FILTER, self.session.filter.query)

    def action_search(self) -> None:
        """Ask for words to search for."""
        self._origin = self.page.view[0], self.session.here
        self._ask(Purpose.SEARCH, "")

    def _ask(self, purpose: Purpose, value: str) -> None:
        self.add_class("-prompting")
        self.prompt.ask(purpose, value)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Every keystroke narrows list and highlights, or finds."""
        if self.prompt.purpose is Purpose.FILTER:
            self.session.seek(message.value)
            self.show_all()
            return
        self.session.place = self._origin[1]
        move = self.session.search(message.value)
        if move is not None:
            self._follow_move(move)
        else:
            self.page.redraw()
            self.tell("not found" if message.value.strip() else "")

    def on_prompt_left(self, message: Prompt.Left) -> None:
        """Keep what was typed, or undo it; a filter that leaves one actor chooses it."""
        self.remove_class("-prompting")
        self.page.focus()
        session = self.session
        if message.purpose is Purpose.SEARCH:
            if message.kept:
                session.trail.leave(self._origin[1])
            else:
                session.search("")
                self.page.scroll_to_line(self.page.layout_lines.line_at(self._origin[0]))
                self._notice = ""
        elif not message.kept:
            session.seek("")
        elif session.filter.query and len(rows := session.rows()) == 1:
            session.choose(rows[0].actor.id)
        self.show_all()

    # Quotes

    def action_quote(self, direction: int) -> None:
        """Go to the next or previous quote, of the chosen speaker if one is chosen."""
        chosen, left = self.session.chosen_actor, self.session.here
        nothing = f"no quotes of {chosen.name}" if chosen else "no quotes found"
        self._jump(self.session.next_quote(direction), nothing, left)

    def action_copy(self, attributed: bool) -> None:
        """Copy the quote at the reading place, alone or with its attribution."""
        from reader.citation import attribution, quote_text

        quote, session = self.session.quote_here(), self.session
        if quote is None:
            self.tell("no quote here · ] goes to the next one")
            return
        text = (
            attribution(session.article, session.stage.snapshot(), quote)
            if attributed
            else quote_text(session.article, quote)
        )
        session.take_quote(quote)
        self.page.redraw()
        self.show_place()
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
        measure = min(max(page.layout_lines.width + columns, WIDTHS.start), WIDTHS.stop - 1)
        self.measure = measure
        page.set_measure(measure)
        self.tell(f"{page.layout_lines.width} columns")

    def action_side(self) -> None:
        """Make the side panel wide, hide it, or show it again."""
        at = next((at for at, name in enumerate(_SIDES) if name and self.has_class(name)), 0)
        following = _SIDES[(at + 1) % len(_SIDES)]
        for name in filter(None, _SIDES):
            self.set_class(name == following, name)
        if following == "-no-side":
            self.page.focus()

    def action_article(self, direction: int) -> None:
        """Go to the next or previous article."""
        if len(self.sessions) == 1:
            self.tell("there is only this article")
            return
        self._open((self.at + direction) % len(self.sessions))

    def action_articles(self) -> None:
        """List the articles of this run."""
        from reader.app.switcher import Switcher

        self.app.push_screen(Switcher(self.sessions, self.at, self.progress), self._open)

    def _open(self, number: int | None) -> None:
        if number is None:
            return
        article = self.sessions[number].article
        self._notice = article.title or article.source or ""
        self.show_session(number)

    def action_theme(self) -> None:
        """Take the next theme."""
        self.tell(f"theme: {self.app.next_theme()}")  # type: ignore[attr-defined]

    def action_help(self) -> None:
        """Show the keys."""
        from reader.app.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.settings.keys))

    def action_back(self) -> None:
        """Go back one step: out of the list, the notice, the filter, the choice."""
        if not self.page.has_focus:
            self.remove_class("-listing")
            self.call_after_refresh(self.page.focus)
        elif self._notice:
            self.tell("")
        elif self.session.back():
            self.show_all()

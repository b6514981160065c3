"""Moving through the article: by lines, by mentions, by quotes, and back to where one was."""

from reader.app.part import Part
from reader.article import Link
from reader.moves import Move


class Moving(Part):
    """A desk on which one moves; a jump leaves lines of context and can be gone back on."""

    _link: Link | None = None  # the last one gone to

    # By lines

    def action_line(self, lines: int) -> None:
        """Scroll by lines."""
        self._scroll(lines)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self._scroll(pages * self.page.page)

    def action_half_page(self, halves: int) -> None:
        """Scroll by half pages."""
        self._scroll(halves * max(1, self.page.size.height // 2))

    def action_end(self, direction: int) -> None:
        """Go to the beginning or to the end."""
        self.session.trail.leave(self.session.place.here)
        self._notice = ""
        self.page.scroll_to_offset(0 if direction < 0 else len(self.session.article.text))
        self.show_status()

    def _scroll(self, lines: int) -> None:
        self._notice = ""
        self.page.scroll_lines(lines)
        self.show_status()

    # By jumps

    def action_mention(self, direction: int) -> None:
        """Go to the next or previous hit of a search or mention of the chosen actor (the list's first)."""
        session, left = self.session, self.session.place.here
        if session.hits:
            self.jump(session.next_hit(direction), "not found", left)
            return
        if session.chosen is None:
            session.choose_number(1)
            self.show_all()
            self.panes[1].reveal_chosen()
        nothing = "nobody to follow yet" if session.chosen is None else "no other mention"
        self.jump(session.next_mention(direction), nothing, left)

    def action_step(self, direction: int) -> None:
        """Move the cursor to the next or previous mention of anybody shown."""
        left = self.session.place.here
        self.jump(self.session.step(direction), "no names to step through", left)

    def action_quote(self, direction: int) -> None:
        """Go to the next or previous quote that is listed."""
        whose, left = self.session.whose_quotes(), self.session.place.here
        nothing = f"no quotes of {whose}" if whose else "no quotes found"
        self.jump(self.session.next_quote(direction), nothing, left)

    def action_link(self) -> None:
        """Go to the next link below the last one, if that is in view, and say where it leads."""
        links, (top, bottom) = self.session.article.links, self.session.place.view
        if not links:
            self.tell("no links in this article")
            return
        last = self._link
        seen = last is not None and last in links and top <= last.start < bottom
        after = last.end if last is not None and seen else top
        link = self._link = next((each for each in links if each.start >= after), links[0])
        self.session.trail.leave(self.session.place.here)
        self.page.reveal(link.start, link.end)
        words = self.session.article.text[link.start : link.end]
        self.tell(f"“{words}” leads to {link.target}")

    def action_trail(self, direction: int) -> None:
        """Go back to where one was before a jump, or forward again."""
        session = self.session
        place = session.trail.back(session.place.here) if direction < 0 else session.trail.forward()
        if place is None:
            self.tell("no jump to go back on" if direction < 0 else "no way forward")
            return
        session.place.let_go()
        self.follow_move(Move(place, place, 1, 1))

    def jump(self, move: Move | None, nothing: str, left: int) -> None:
        """Follow a move, and remember the place that was left."""
        if move is not None:
            self.session.trail.leave(left)
        self.follow_move(move, nothing)

    def follow_move(self, move: Move | None, nothing: str = "nothing found") -> None:
        """Show where a move led, and say so if it went round."""
        if move is None:
            self.tell(nothing)
            return
        self.page.reveal(move.start, move.end)
        self._notice = f"{move.number}/{move.total} found" if self.session.place.hit is not None else ""
        if move.wrapped:
            where = "from the top again" if move.number == 1 else "from the bottom again"
            self._notice = f"{self._notice}, {where}" if self._notice else where
        self.page.remark()
        self.show_place()

"""Moving through the article: by lines, by mentions, by quotes, and back to where one was."""

from reader.app.part import Part
from reader.moves import Move
from reader.place import Spot


class Moving(Part):
    """A desk on which one moves; a jump leaves lines of context and can be gone back on."""

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
        self.session.trail.leave(self.session.place.spot)
        self._notice = ""
        self.page.scroll_to_offset(0 if direction < 0 else len(self.session.article.text))
        self.follow_view()

    def _scroll(self, lines: int) -> None:
        self._notice = ""
        self.page.scroll_lines(lines)
        self.follow_view()  # at once, and not when the page tells: or it would take two frames

    # By jumps

    def so_far(self, nothing: str) -> str:
        """Say what there is not, or not yet."""
        return nothing if self.session.stage.complete else f"{nothing} yet"

    def action_mention(self, direction: int) -> None:
        """Go to the next or previous hit of a search or mention of the chosen actor (the list's first)."""
        session, left = self.session, self.session.place.spot
        if session.hits:
            self.jump(session.next_hit(direction), "not found", left)
            return
        if session.chosen is None:
            session.choose_number(1)
            self.show_all()
            self.panes[1].reveal_chosen()
        nothing = self.so_far("nobody to follow") if session.chosen is None else "no other mention"
        self.jump(session.next_mention(direction), nothing, left)

    def action_step(self, direction: int) -> None:
        """Move the cursor to the next or previous mention of anybody shown."""
        left = self.session.place.spot
        self.jump(self.session.step(direction), self.so_far("no names to step through"), left)

    def action_quote(self, direction: int) -> None:
        """Go to the next or previous quote that is listed."""
        whose, left = self.session.whose_quotes(), self.session.place.spot
        nothing = f"no quotes of {whose}" if whose else "no quotes found"
        self.jump(self.session.next_quote(direction), nothing, left)

    def action_link(self, direction: int) -> None:
        """Go to the next or previous link, and say where it leads."""
        left = self.session.place.spot
        self.jump(self.session.next_link(direction), "no links in this article", left)
        if (link := self.session.place.link) is not None:
            self.tell(" · ".join(filter(None, (self._notice, f"leads to {link.target}"))))

    def action_trail(self, direction: int) -> None:
        """Go back to where one was before a jump, or forward again."""
        trail = self.session.trail
        spot = trail.back(self.session.place.spot) if direction < 0 else trail.forward()
        if spot is None:
            self.tell("no jump to go back on" if direction < 0 else "no way forward")
        else:
            self.come_back(spot)

    def come_back(self, spot: Spot) -> None:
        """Show again what was shown at a spot."""
        self._notice = ""
        self.session.come_back(spot)
        self.page.scroll_to_offset(spot.top)
        top, bottom = self.page.view
        if not top <= spot.offset < bottom:  # the window has another size
            self.page.reveal(spot.offset, spot.offset)
        self.page.remark()
        self.show_place()

    def jump(self, move: Move | None, nothing: str, left: Spot) -> None:
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
        self.follow_view()

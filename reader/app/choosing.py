"""Choosing whom to follow, and narrowing the view to some of the actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.moving import Moving
from reader.filtering import KINDS
from reader.listing import Section
from reader.quoting import QuoteSection
from reader.settings import HIGHLIGHTS

if TYPE_CHECKING:  # what the first frame does not need is imported later
    from reader.app.actor_list import ActorList
    from reader.app.pointing import Pointing
    from reader.app.quote_list import QuoteList
    from reader.app.section_list import SectionList


class Choosing(Moving):
    """A desk on which one chooses, by keys, in the lists and with the mouse."""

    # What widgets tell

    def on_pointing_pointed(self, message: Pointing.Pointed) -> None:
        """A click on a mention chooses its actor, on a quote takes it, on a link says where it leads."""
        mention = self.session.point(message.offset)
        if mention is not None:
            self.session.choose(mention.actor)
            self.session.place.cursor = mention
            self.show_choice()
        elif (quote := self.session.quote_at(message.offset)) is not None:
            self.session.place.take(quote)
            self.show_all()
        for link in self.session.article.links_in(message.offset, message.offset + 1):
            if mention is None:
                self.session.place.take(link)
                self.show_all()
            self.tell(f"leads to {link.target}")

    def on_actor_list_actor_taken(self, message: ActorList.ActorTaken) -> None:
        """Choose the actor and show where it is, unless it is in view."""
        self.session.choose(message.actor)
        self._show_where(message.actor)
        self._uncover_text()

    def on_section_list_section_folded(self, message: SectionList.SectionFolded) -> None:
        """Fold or unfold a section of a list."""
        match message.section:
            case Section(kind):
                self.session.listing.fold(kind)
            case QuoteSection(group):
                self.session.quoting.fold(group)
        message.rows.show()
        self.tell("")

    def on_quote_list_quote_taken(self, message: QuoteList.QuoteTaken) -> None:
        """Show the quote."""
        self.session.trail.leave(self.session.place.spot)
        self.session.place.take(message.quote)
        self.page.reveal(message.quote.start, message.quote.end)
        self.show_all()
        self._uncover_text()

    def _uncover_text(self) -> None:
        if self.lists_are_over_text or self.has_class("-slim"):
            self.leave_lists()

    @property
    def lists_are_over_text(self) -> bool:
        """Whether the lists have no room of their own: they lie over the text while they are used."""
        return self.has_class("-narrow") or self.side == "hidden"

    # Actors

    def action_choose_nearest(self) -> None:
        """Choose the actor at the cursor or nearest the reading line."""
        if self.session.choose_nearest() is None:
            self.tell(self.so_far("no names here"))
        else:
            self.show_choice()

    def action_choose_number(self, number: int) -> None:
        """Choose the actor in a row of the list, and show where it is unless it is in view."""
        actor = self.session.choose_number(number)
        if actor is None:
            self.tell(f"the list has no row {number}")
        else:
            self._show_where(actor.id)

    def action_card(self) -> None:
        """Show the card of the actor under the cursor or chosen, else of the nearest."""
        from reader.app.card_screen import CardScreen

        session = self.session
        key = session.place.cursor.actor if session.place.cursor else session.chosen
        if key is None and (nearest := session.choose_nearest()) is not None:
            key = nearest.id
            self.show_choice()
        if key is None:
            self.tell(self.so_far("no names here"))
        else:
            self.app.push_screen(CardScreen(session, key, self.page.view[1]))

    def _show_where(self, actor: str) -> None:
        session = self.session
        if actor not in session.in_view():
            left = session.place.spot
            if (move := session.next_mention(1)) is not None:
                session.trail.leave(left)
                self.page.reveal(move.start, move.end)
                self.look()
        self.show_choice()

    def show_choice(self) -> None:
        """Draw after a choice."""
        self._notice = ""
        self.show_all()
        self.panes[1].reveal_chosen()

    # Narrowing

    def action_kinds(self, name: str) -> None:
        """Show only some kinds of actors or, again, all."""
        self._notice = ""
        self.session.toggle_kinds(KINDS[name])
        self.show_all()

    def action_ties(self) -> None:
        """Let the filter find who belongs to a country with the country, or not."""
        shown = self.session.toggle_ties()
        self.show_all()
        self.tell(f"a filter by country {'shows' if shown else 'leaves out'} who belongs to it")

    def action_section(self) -> None:
        """Fold or unfold the section at the cursor of the list that is used, else of the actors'."""
        _, actors, quotes = self.panes
        (quotes if quotes.has_focus else actors).fold_section()

    def action_fold(self) -> None:
        """Fold the paragraphs in which neither the chosen nor the filtered actors occur, or unfold them."""
        session = self.session
        session.focused = not session.focused
        self._notice = ""
        if session.focused and session.shown_paragraphs() is None:
            session.focused = False
            self._notice = "choose an actor or a filter to focus on"
        self.show_all()

    def action_turn_quotes(self) -> None:
        """List the quotes that mention the chosen actor instead of its own; of two, turn them round."""
        session = self.session
        if session.chosen is None and not session.filter:
            self.tell("choose an actor: M lists the quotes that mention it")
            return
        session.quoting.turned = not session.quoting.turned
        self.show_all()
        self.tell(f"quotes of {session.whose_quotes() or 'those shown'}: {len(session.quotes())}")

    def action_reported(self) -> None:
        """List reported speech too, or leave it out."""
        quoting = self.session.quoting
        quoting.reported = not quoting.reported
        self.show_all()
        self.tell(f"reported speech is {'listed' if quoting.reported else 'left out'}")

    def action_highlights(self) -> None:
        """Light everybody's names, the chosen actor's, or nobody's."""
        page = self.page
        page.highlights = HIGHLIGHTS[(HIGHLIGHTS.index(page.highlights) + 1) % len(HIGHLIGHTS)]
        page.redraw()
        self.keeping.looks(highlights=page.highlights)
        self.tell(f"names lit: {page.highlights}")

"""The reader's state and every move: what happens on a key is decided here, without a terminal.

A session knows whom the reader follows, what is filtered, and what the list holds. The screen tells it where
the reader looks (:meth:`reader.place.Place.look`) and asks it what to show.
"""

from collections.abc import Sequence

from reader.analysis.columns import before, starts
from reader.analysis.findings import Actor, Analysis, Mention, Quote
from reader.article import Article
from reader.following import Following
from reader.history import History
from reader.kept import Kept
from reader.listing import Listing, Row, Section
from reader.moves import Mark, Move, step
from reader.quoting import QuoteSection, Sides
from reader.search import NOWHERE, Haystack
from reader.trail import Trail


class Session(Following):
    """One article being read."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.listing = Listing()
        self.spoilers = True
        self.hits = NOWHERE
        self.trail = Trail()
        self.haystack = Haystack(article.text)
        self._sections = Kept[list[Section]]()

    def take_up(self, place: int, chosen: str | None, history: History, analysis: Analysis | None) -> None:
        """Go on where one was, with whom was chosen then, as soon as that actor is on stage."""
        self._wanted = chosen
        self.recall(place, history, analysis)
        self.settle()

    # The lists

    def settle(self) -> None:
        """Put the list in order of weight; the screen asks for it when nobody is working in the list."""
        self.listing.follow(self.stage.actors)
        self.listing.settle(self.stage.weight, None if self.stage.complete else len(self.stage.mentions))

    def sections(self) -> list[Section]:
        """Give the list: the actors that pass the filter, section by section, each in its standing order.

        While the chosen one is kept out by kind, the others count in its paragraphs alone.
        """
        beside = self.chosen if self.pairing else None
        question = (self.listing.standing, self.shown, beside)
        return self._sections.get(question, lambda: self._listed(beside), self.stage.ground)

    def _listed(self, beside: str | None) -> list[Section]:
        self.listing.follow(self.stage.actors)
        if beside is None:
            return self.listing.sections(self.stage.actors, self.shown, self.stage.weight)
        among = self.paragraphs_of(beside)

        def shared(actor: str) -> int:
            places = starts(self.stage.mentions_of(actor))
            return sum(self.article.paragraph_at(start) in among for start in places)

        return self.listing.sections(self.stage.actors, self.shown, shared)

    def rows(self) -> list[Row]:
        """Give the rows of the list that are not folded away."""
        return [row for section in self.sections() if not section.folded for row in section.rows]

    def quotes(self) -> Sequence[Quote]:
        """Give the quotes of the chosen actor (on its companion), or of those who pass the filter."""
        return self.quoting.listed(self.stage, self._sides)

    def quote_sections(self) -> list[QuoteSection]:
        """Give the list of quotes."""
        return self.quoting.sections(self.stage, self._sides, self.chosen_ids)

    def whose_quotes(self) -> str:
        """Say whose quotes these are; "" if anybody's."""
        return self.quoting.whose([self.stage.actors[key].name for key in self.chosen_ids])

    @property
    def _sides(self) -> Sides:
        if self.chosen is None:
            return self.shown.named | self.shown.tied if self.filter else None, None
        return {self.chosen}, {self.companion} if self.companion is not None else None

    # Choosing by place

    def choose_number(self, number: int) -> Actor | None:
        """Choose the actor in row 1 to 9 of the list; None if the list is shorter."""
        rows = (row for section in self.sections() for row in section.rows)
        row = next((row for row in rows if row.number == number), None)
        if row is None:
            return None
        self.choose(row.actor.id)
        return row.actor

    def choose_nearest(self) -> Actor | None:
        """Choose the actor at the cursor or, without one, of the shown mention nearest the reading line."""
        nearest = self.place.cursor or self._nearest()
        if nearest is None:
            return None
        self.choose(nearest.actor)
        self.place.cursor = nearest
        return self.stage.actors[nearest.actor]

    def point(self, offset: int) -> Mention | None:
        """Put the cursor on the innermost shown mention that holds `offset`."""
        shown = self.shown
        here = [m for m in self.stage.mentions_in(offset, offset + 1) if m.actor in shown]
        if not here:
            return None
        self.place.cursor = here[-1]
        return here[-1]

    def position(self) -> tuple[int, int]:
        """Give the number of the followed mention at or before the place, and how many there are."""
        mentions = self.followed()
        return before(mentions, self.place.here + 1), len(mentions)

    def _nearest(self) -> Mention | None:
        shown, offset = self.shown, self.place.offset
        in_view = [m for m in self.stage.mentions_in(*self.place.view) if m.actor in shown]
        mentions = self.shown_mentions()
        at = before(mentions, offset)
        around = in_view or mentions[max(0, at - 1) : at + 1]
        return min(around, key=lambda mention: abs(mention.start - offset), default=None)

    # Moves

    def search(self, query: str) -> Move | None:
        """Search the text, and go to the first hit from the reading line on; None if there is no hit."""
        self.hits = self.haystack.find(query)
        self.place.hit = None
        return self.next_hit()

    def next_hit(self, direction: int = 1) -> Move | None:
        """Go to the next (1) or previous (-1) hit of the search; None if there is none."""
        return self._go(step(self.hits, self.place.hit, self.place.offset, direction), self.hits)

    def next_mention(self, direction: int = 1) -> Move | None:
        """Go to the next (1) or previous (-1) mention of the chosen actor; None if there is none."""
        mentions = self.followed()
        return self._go(step(mentions, self.place.cursor, self.place.here, direction), mentions)

    def step(self, direction: int = 1) -> Move | None:
        """Move the cursor over the shown mentions of anybody, in reading order."""
        mentions = self.shown_mentions()
        return self._go(step(mentions, self.place.cursor, self.place.here, direction), mentions)

    def next_quote(self, direction: int = 1) -> Move | None:
        """Go to the next (1) or previous (-1) listed quote; None if there is none."""
        quotes = self.quotes()
        return self._go(step(quotes, self.place.quote, self.place.offset, direction), quotes)

    def next_link(self, direction: int = 1) -> Move | None:
        """Go to the next (1) or previous (-1) link; None if there is none."""
        links = self.article.links
        return self._go(step(links, self.place.link, self.place.here, direction), links)

    def _go(self, move: Move | None, marks: Sequence[Mark]) -> Move | None:
        if move is not None:
            self.place.take(marks[move.number - 1])
        return move

    # Narrowing the view, and back

    def seek(self, query: str) -> None:
        """Narrow the view to whom one looks for, who is to be seen: in no folded section."""
        if query.strip():
            self.listing.unfold()
        super().seek(query)

    def back(self) -> bool:
        """Undo one thing: search, marks, focus, companion, filters, choice, cursor; False if none is."""
        place = self.place
        if self.hits:
            self.search("")
        elif self.quoting.back() or self.widen():
            pass
        elif place.cursor or place.quote or place.link:
            place.let_go()
        else:
            return False
        return True

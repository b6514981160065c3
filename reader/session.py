"""The reader's state and every move: what happens on a key is decided here, without a terminal.

A session knows whom the reader follows, what is filtered, and what the list holds. The screen tells it where
the reader looks (:meth:`reader.place.Place.look`) and asks it what to show.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter

from reader.analysis.findings import Actor, ActorKind, Analysis, Mention, Quote, Span
from reader.article import Article
from reader.directory import Directory
from reader.filtering import EVERYBODY, Filter, Sifted, sift
from reader.history import History
from reader.listing import Listing, Row, Section
from reader.moves import Mark, Move, step
from reader.quoting import QuoteSection, Sides
from reader.reading import Reading
from reader.search import Haystack
from reader.trail import Trail

_START = attrgetter("start")


class Session(Reading):
    """One article being read."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.chosen: str | None = None
        self.companion: str | None = None
        self.filter = Filter()
        self.shown = Sifted()
        self.listing = Listing()
        self.focused = False
        self.spoilers = True
        self.hits: Sequence[Span] = ()
        self.trail = Trail()
        self._wanted: str | None = None
        self._haystack = Haystack(article.text)
        self._directory = Directory()

    def take_up(self, place: int, chosen: str | None, history: History, analysis: Analysis | None) -> None:
        """Go on where one was, with whom was chosen then, as soon as that actor is on stage."""
        self._wanted = chosen
        self.recall(place, history, analysis)
        self.settle()

    def follow(self, became: Mapping[str, str]) -> None:
        """Keep to who and what was chosen, whatever has become of it."""
        super().follow(became)
        self.chosen = self._survivor(self.chosen, became)
        self.companion = self._survivor(self.companion, became)
        if self.chosen is None and self._wanted in self.stage.actors:
            self.chosen, self._wanted = self._wanted, None
        self.listing.follow(self.stage.actors)
        self._narrow(self.filter)

    def _survivor(self, actor: str | None, became: Mapping[str, str]) -> str | None:
        """Give what became of an actor."""
        for _ in became:
            actor = became.get(actor, actor) if actor is not None else None
        return actor if actor in self.stage.actors else None

    # The lists

    def settle(self) -> None:
        """Put the list in order of weight; the screen asks for it when nobody is working in the list."""
        self.listing.settle(self.weight, None if self.stage.complete else len(self.stage.mentions))

    def sections(self) -> list[Section]:
        """Give the list: the actors that pass the filter, section by section, each in its standing order.

        While the chosen one is kept out by kind, the others count in its paragraphs alone.
        """
        if not self._pairing:
            return self.listing.sections(self.stage.actors, self.shown, self.weight)
        beside = self.paragraphs_of(self.chosen)

        def shared(actor: str) -> int:
            mentions = self.stage.mentions_of(actor)
            return sum(self.article.paragraph_at(mention.start) in beside for mention in mentions)

        return self.listing.sections(self.stage.actors, self.shown, shared)

    def rows(self) -> list[Row]:
        """Give the rows of the list that are not folded away."""
        return [row for section in self.sections() if not section.folded for row in section.rows]

    def quotes(self) -> Sequence[Quote]:
        """Give the quotes of the chosen actor (on its companion), or of those who pass the filter."""
        return self.quoting.listed(self.stage, self._sides)

    def quote_sections(self) -> list[QuoteSection]:
        """Give the list of quotes."""
        return self.quoting.sections(self.stage, self._sides)

    def whose_quotes(self) -> str:
        """Say whose quotes these are; "" if anybody's."""
        return self.quoting.whose([self.stage.actors[key].name for key in self.chosen_ids])

    @property
    def _sides(self) -> Sides:
        if self.chosen is None:
            return self.shown.named | self.shown.tied if self.filter else None, None
        return {self.chosen}, {self.companion} if self.companion is not None else None

    # Whom the reader follows

    @property
    def chosen_actor(self) -> Actor | None:
        """The chosen actor."""
        return self.stage.actors.get(self.chosen) if self.chosen is not None else None

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """The chosen actor and its companion, as far as there are."""
        return tuple(actor for actor in (self.chosen, self.companion) if actor is not None)

    def choose(self, actor: str | None) -> None:
        """Choose an actor, or nobody.

        While the filter by kind keeps the chosen one out of the list, another one joins it: "Putin and
        Ukraine" is to choose the one, show countries only, and choose the other.
        """
        known = actor if actor in self.stage.actors else None
        if known is not None and self._pairing and known in self.shown:
            self.companion = known
        else:
            self.chosen, self.companion = known, None
        if self.place.cursor is not None and self.place.cursor.actor not in self.chosen_ids:
            self.place.cursor = None

    def choose_number(self, number: int) -> Actor | None:
        """Choose the actor in row 1 to 9 of the list; None if the list is shorter."""
        row = next((row for row in self.rows() if row.number == number), None)
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
        here = [m for m in self.stage.mentions_in(offset, offset + 1) if m.actor in self.shown]
        if not here:
            return None
        self.place.cursor = here[-1]
        return here[-1]

    def followed(self) -> Sequence[Mention]:
        """Give the mentions that n and N go through: the chosen actor's; of two, where both occur.

        In focus they are those in sight.
        """
        if self.chosen is None:
            return ()
        mentions = self.stage.mentions_of(self.chosen)
        company = self._company()
        if company is None:
            return mentions
        if self.companion is not None:
            mentions = sorted([*mentions, *self.stage.mentions_of(self.companion)], key=_START)
        return [mention for mention in mentions if self.article.paragraph_at(mention.start) in company]

    def position(self) -> tuple[int, int]:
        """Give the number of the followed mention at or before the place, and how many there are."""
        mentions = self.followed()
        return bisect_right(mentions, self.place.here, key=_START), len(mentions)

    @property
    def _pairing(self) -> bool:
        chosen = self.chosen_actor
        return chosen is not None and chosen.kind not in self.filter.kinds

    def _company(self) -> set[int] | None:
        """Give the paragraphs that the chosen one shares: with its companion or, in focus, with the list."""
        if self.companion is not None:
            return self.paragraphs_of(self.chosen) & self.paragraphs_of(self.companion)
        if self.focused and self._pairing:
            return self.paragraphs_of(self.chosen) & self.paragraphs(self._shown_mentions())
        return None

    def _shown_mentions(self) -> Sequence[Mention]:
        if not self.filter:
            return self.stage.mentions
        return [mention for mention in self.stage.mentions if mention.actor in self.shown]

    def _nearest(self) -> Mention | None:
        in_view = [m for m in self.stage.mentions_in(*self.place.view) if m.actor in self.shown]
        offset = self.place.offset
        return min(in_view or self._shown_mentions(), key=lambda m: abs(m.start - offset), default=None)

    # Moves

    def search(self, query: str) -> Move | None:
        """Search the text, and go to the first hit from the reading line on; None if there is no hit."""
        self.hits = self._haystack.find(query)
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
        mentions = self._shown_mentions()
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

    # Narrowing the view

    def toggle_kinds(self, kinds: frozenset[ActorKind]) -> bool:
        """Show only these kinds or, if that was so already, all; True if the view is now narrowed.

        A choice stays, even one that is not shown now.
        """
        kinds = EVERYBODY if self.filter.kinds == kinds else kinds
        self._narrow(self.filter._replace(kinds=kinds))
        return kinds != EVERYBODY

    def seek(self, query: str) -> None:
        """Narrow the view to actors one of whose names holds every word of the query.

        Whoever was chosen and is not found is given up, unless others are to join it.
        """
        if query := query.strip():
            self.listing.unfold()  # whom one looks for is to be seen
        self._narrow(self.filter._replace(query=query))
        if self.chosen is not None and self.chosen not in self.shown and not self._pairing:
            self.choose(None)

    def toggle_ties(self) -> bool:
        """Show who belongs to a country that the query finds, or do not; True if they are shown now."""
        self._narrow(self.filter._replace(ties=not self.filter.ties))
        return self.filter.ties

    def _narrow(self, wanted: Filter) -> None:
        self.filter, self.shown = wanted, sift(self.stage.actors.values(), wanted, self._directory)

    def shown_paragraphs(self) -> frozenset[int] | None:
        """Give the paragraphs that focus leaves: those of the chosen actor or of any that pass the filter.

        None if all are shown. The headline always stays.
        """
        if not self.focused or (self.chosen is None and not self.filter):
            return None
        mentions = self.followed() if self.chosen is not None else self._shown_mentions()
        return frozenset(self.paragraphs(mentions) | {0})

    def back(self) -> bool:
        """Undo one thing: search, marks, focus, companion, filters, choice, cursor; False if none is."""
        place = self.place
        if self.hits:
            self.search("")
        elif self.quoting.back():
            pass
        elif self.focused:
            self.focused = False
        elif self.companion is not None:
            self.companion = None
        elif self.filter.query:
            self.seek("")
        elif self.filter:
            self._narrow(self.filter._replace(kinds=EVERYBODY))
        elif self.chosen is not None:
            self.chosen = None
        elif place.cursor or place.quote or place.link:
            place.let_go()
        else:
            return False
        return True

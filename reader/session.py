"""The reader's state and every move: what happens on a key is decided here, without a terminal.

A session knows the article, what has been found so far, the chosen actor, the filter and the place. The
screen tells it where the reader looks (:meth:`Session.look`) and asks it what to show.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from reader.analysis.findings import SURE, Actor, ActorKind, Analysis, Findings, Mention, Quote, Span
from reader.analysis.stage import Stage
from reader.article import Article
from reader.corrections import History
from reader.filtering import EVERYBODY, SECTIONS, Filter
from reader.moves import Move, step
from reader.revision import Revision
from reader.search import Haystack
from reader.trail import Trail

_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Row:
    """An actor in the list with the number of its mentions; `number` is the key 1 to 9 that chooses it."""

    actor: Actor
    count: int
    number: int | None = None


class Session:
    """One article being read."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.revision = Revision(article.text)
        self.history = History()
        self.chosen: str | None = None
        self.companion: str | None = None
        self.filter = Filter()
        self.place = 0
        self.cursor: Mention | None = None
        self.quote: Quote | None = None
        self.focused = False
        self.hits: list[Span] = []
        self.hit: Span | None = None
        self.trail = Trail()
        self._wanted: str | None = None
        self._haystack = Haystack(article.text)
        self._view = (0, 0)
        self._order: list[str] = []

    # What was found

    def apply(self, findings: Findings) -> bool:
        """Take in a batch of findings; one of another article is dropped, and False is given."""
        if findings.article != self.article.key:
            return False
        self._follow(self.revision.apply(findings))
        return True

    def _follow(self, became: Mapping[str, str]) -> None:
        """Keep to who and what was chosen, whatever has become of it."""
        self.chosen = self._survivor(self.chosen, became)
        self.companion = self._survivor(self.companion, became)
        if self.chosen is None and self._wanted in self.stage.actors:
            self.chosen, self._wanted = self._wanted, None
        if self.cursor is not None:
            self.cursor = self._same_mention(self.cursor)
        if self.quote is not None:
            self.quote = self.stage.quote_at(self.quote.start)
        known = set(self._order)
        self._order = [actor for actor in self._order if actor in self.stage.actors]
        self._order += [actor for actor in self.stage.actors if actor not in known]

    @property
    def stage(self) -> Stage:
        """What was found, as the reader corrected it."""
        return self.revision.stage

    def recall(self, place: int, chosen: str | None, history: History, analysis: Analysis | None) -> None:
        """Take up what is remembered of this article."""
        self.place = min(max(0, place), len(self.article.text))
        self._view = (self.place, self.place)
        self.history = history
        self._wanted = chosen
        self._follow(self.revision.correct(history.done))
        if analysis is not None:
            total = len(self.article.paragraphs)
            actors, mentions, quotes = analysis.actors, analysis.mentions, analysis.quotes
            self.apply(Findings(self.article.key, total, total, (), tuple(actors.values()), mentions, quotes))
            self.settle()

    def correct(self, history: History) -> None:
        """Put these corrections in place of those before: one more, one undone, or one done again."""
        self.history = history
        self._follow(self.revision.correct(history.done))

    def settle(self) -> None:
        """Put the list in order of weight; the screen asks for it when nobody is working in the list."""
        self._order.sort(key=lambda actor: -len(self.stage.mentions_of(actor)))

    # The list

    def passes(self, actor: str | None) -> bool:
        """Tell whether an actor passes the filters by kind and by text."""
        known = self.stage.actors.get(actor) if actor is not None else None
        return known is not None and self.filter.passes(known)

    def rows(self) -> list[Row]:
        """Give the actors that pass the filter, section by section, each in its standing order."""
        shown = [
            actor
            for actor in (self.stage.actors[key] for key in self._order)
            if self.stage.mentions_of(actor.id) and self.filter.passes(actor)
        ]
        section = {kind: at for at, kind in enumerate(SECTIONS)}
        shown.sort(key=lambda actor: section[actor.kind])
        counted = [(actor, self._count(actor.id)) for actor in shown]
        return [
            Row(actor, count, at if at <= 9 else None)
            for at, (actor, count) in enumerate(((a, c) for a, c in counted if c), 1)
        ]

    def heaviest(self, count: int | None = None) -> list[Row]:
        """Give the actors that are mentioned most, or all in that order, whatever the filter."""
        mentioned = [Row(actor, len(self.stage.mentions_of(key))) for key, actor in self.stage.actors.items()]
        return sorted(mentioned, key=lambda row: -row.count)[:count]

    def _count(self, actor: str) -> int:
        """Count an actor's mentions; while the chosen one is out of the list, those in its paragraphs."""
        mentions = self.stage.mentions_of(actor)
        if not self._pairing:
            return len(mentions)
        beside = self._paragraphs_of(self.chosen)
        return sum(self.article.paragraph_at(mention.start) in beside for mention in mentions)

    def quotes(self) -> Sequence[Quote]:
        """Give the quotes of the chosen actor, or those whose speaker passes the filter, in text order."""
        if self.chosen is not None:
            return self.stage.quotes_of(self.chosen)
        if not self.filter:
            return self.stage.quotes
        return [quote for quote in self.stage.quotes if self.passes(quote.speaker)]

    @property
    def chosen_actor(self) -> Actor | None:
        """The chosen actor."""
        return self.stage.actors.get(self.chosen) if self.chosen is not None else None

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """The chosen actor and its companion, as far as there are."""
        return tuple(actor for actor in (self.chosen, self.companion) if actor is not None)

    # Where the reader is

    def look(self, top: int, bottom: int, place: int) -> None:
        """Be told what is in view (offsets, half-open) and where the reading line is.

        A cursor or a quote that has gone out of view is let go, so that the next move starts from here.
        """
        self._view = (top, bottom)
        self.place = place
        if self.cursor is not None and not top <= self.cursor.start < bottom:
            self.cursor = None
        if self.quote is not None and not (self.quote.start < bottom and top < self.quote.end):
            self.quote = None
        if self.hit is not None and not top <= self.hit.start < bottom:
            self.hit = None

    @property
    def here(self) -> int:
        """The offset from which moves start: cursor, hit or quote or, without them, the reading line."""
        marked = self.cursor or self.hit or self.quote
        return marked.start if marked is not None else self.place

    @property
    def top(self) -> int:
        """The offset at the top of the view."""
        return self._view[0]

    def in_view(self) -> set[str]:
        """Give the actors that are mentioned in view."""
        return {mention.actor for mention in self.stage.mentions_in(*self._view)}

    def position(self) -> tuple[int, int]:
        """Give the number of the followed mention at or before the place, and how many there are."""
        mentions = self.followed()
        return bisect_right(mentions, self.here, key=_START), len(mentions)

    def quote_here(self) -> Quote | None:
        """Give the quote meant by "this": the one moved to, else at the place, else the nearest in view."""
        if self.quote is not None:
            return self.quote
        at = self.stage.quote_at(self.here)
        if at is not None:
            return at
        top, bottom = self._view
        in_view = [quote for _, _, quote in self.stage.segments_in(top, bottom)]
        return min(in_view, key=lambda quote: abs(quote.start - self.here), default=None)

    def quote_being_read(self) -> Quote | None:
        """Give the quote moved to or, without one, that of the paragraph being read which is nearest."""
        if self.quote is not None or not self.article.paragraphs:
            return self.quote
        paragraph = self.article.paragraphs[self.article.paragraph_at(self.here)]
        said = [quote for _, _, quote in self.stage.segments_in(paragraph.start, paragraph.end)]
        return min(said, key=lambda quote: abs(quote.start - self.here), default=None)

    def speaker(self, quote: Quote) -> str | None:
        """Name who says a quote: the actor ("?" marks a guess), else in the text's own words."""
        actor = self.stage.actors.get(quote.speaker) if quote.speaker is not None else None
        if actor is not None:
            return actor.name if quote.confidence >= SURE else f"{actor.name} ?"
        source = quote.source
        return self.article.text[source.start : source.end].replace("\n\n", " ") if source else None

    # Moves

    def choose(self, actor: str | None) -> None:
        """Choose an actor, or nobody.

        While the filter by kind keeps the chosen one out of the list, another one joins it: "Putin and
        Ukraine" is to choose the one, show countries only, and choose the other.
        """
        known = actor if actor in self.stage.actors else None
        if known is not None and self._pairing and self.passes(known):
            self.companion = known
        else:
            self.chosen, self.companion = known, None
        if self.cursor is not None and self.cursor.actor not in (self.chosen, self.companion):
            self.cursor = None

    def choose_number(self, number: int) -> Actor | None:
        """Choose the actor in row 1 to 9 of the list; None if the list is shorter."""
        row = next((row for row in self.rows() if row.number == number), None)
        if row is None:
            return None
        self.choose(row.actor.id)
        return row.actor

    def choose_nearest(self) -> Actor | None:
        """Choose the actor at the cursor or, without one, of the shown mention nearest the reading line."""
        nearest = self.cursor or self._nearest()
        if nearest is None:
            return None
        self.choose(nearest.actor)
        self.cursor = nearest
        return self.stage.actors[nearest.actor]

    def search(self, query: str) -> Move | None:
        """Search the text, and go to the first hit from the reading line on; None if there is no hit."""
        self.hits = self._haystack.find(query)
        self.hit = None
        return self.next_hit()

    def next_hit(self, direction: int = 1) -> Move | None:
        """Go to the next (1) or previous (-1) hit of the search; None if there is none."""
        move = step(self.hits, self.hit, self.place, direction)
        if move is not None:
            self.hit = self.hits[move.number - 1]
            self.cursor = self.quote = None
            self.place = move.start
        return move

    def next_mention(self, direction: int = 1) -> Move | None:
        """Go to the next (1) or previous (-1) mention of the chosen actor; None if there is none."""
        return self._to_mention(self.followed(), direction)

    def followed(self) -> Sequence[Mention]:
        """Give the mentions that n and N go through: the chosen actor's; of two, where both occur."""
        if self.chosen is None:
            return ()
        mentions = self.stage.mentions_of(self.chosen)
        if self.companion is None:
            return mentions
        shared = self._paragraphs_of(self.chosen) & self._paragraphs_of(self.companion)
        both = sorted([*mentions, *self.stage.mentions_of(self.companion)], key=_START)
        return [mention for mention in both if self.article.paragraph_at(mention.start) in shared]

    def step(self, direction: int = 1) -> Move | None:
        """Move the cursor over the shown mentions of anybody, in reading order."""
        return self._to_mention(self._shown_mentions(), direction)

    def point(self, offset: int) -> Mention | None:
        """Put the cursor on the innermost shown mention that holds `offset`."""
        here = [
            mention for mention in self.stage.mentions_in(offset, offset + 1) if self.passes(mention.actor)
        ]
        if not here:
            return None
        self.cursor = here[-1]
        return self.cursor

    def next_quote(self, direction: int = 1) -> Move | None:
        """Go to the next (1) or previous (-1) listed quote; None if there is none."""
        quotes = self.quotes()
        move = step(quotes, self.quote, self.place, direction)
        if move is not None:
            self.take_quote(quotes[move.number - 1])
        return move

    def take_quote(self, quote: Quote) -> None:
        """Make a quote the one that is meant by "this"."""
        self.quote = quote
        self.cursor = self.hit = None
        self.place = quote.start

    # The filter

    def toggle_kinds(self, kinds: frozenset[ActorKind]) -> bool:
        """Show only these kinds or, if that was so already, all; True if the view is now narrowed.

        A choice stays, even one that is not shown now.
        """
        kinds = EVERYBODY if self.filter.kinds == kinds else kinds
        self.filter = replace(self.filter, kinds=kinds)
        return kinds != EVERYBODY

    def seek(self, query: str) -> None:
        """Narrow the view to actors one of whose names holds every word of the query."""
        self.filter = replace(self.filter, query=query.strip())
        if (chosen := self.chosen_actor) is not None and not self.filter.matches(chosen):
            self.choose(None)

    # Focus

    def shown_paragraphs(self) -> frozenset[int] | None:
        """Give the paragraphs that focus leaves: those of the chosen actor or of any that pass the filter.

        None if all are shown. The headline always stays.
        """
        if not self.focused or (self.chosen is None and not self.filter):
            return None
        mentions = self.followed() if self.chosen is not None else self._shown_mentions()
        paragraphs = {self.article.paragraph_at(mention.start) for mention in mentions}
        return frozenset(paragraphs | {0})

    def back(self) -> bool:
        """Undo one thing: search, focus, companion, filters, choice, cursor; False if nothing was left."""
        if self.hits:
            self.search("")
        elif self.focused:
            self.focused = False
        elif self.companion is not None:
            self.companion = None
        elif self.filter.query:
            self.seek("")
        elif self.filter:
            self.filter = Filter()
        elif self.chosen is not None:
            self.choose(None)
        elif self.cursor is not None or self.quote is not None:
            self.cursor = self.quote = None
        else:
            return False
        return True

    # Private

    @property
    def _pairing(self) -> bool:
        chosen = self.chosen_actor
        return chosen is not None and chosen.kind not in self.filter.kinds

    def _paragraphs_of(self, actor: str | None) -> set[int]:
        mentions = self.stage.mentions_of(actor) if actor is not None else ()
        return {self.article.paragraph_at(mention.start) for mention in mentions}

    def _shown_mentions(self) -> Sequence[Mention]:
        if not self.filter:
            return self.stage.mentions
        shown = {actor for actor in self.stage.actors if self.passes(actor)}
        return [mention for mention in self.stage.mentions if mention.actor in shown]

    def _nearest(self) -> Mention | None:
        top, bottom = self._view
        mentions = [mention for mention in self.stage.mentions_in(top, bottom) if self.passes(mention.actor)]
        return min(mentions or self._shown_mentions(), key=lambda m: abs(m.start - self.place), default=None)

    def _to_mention(self, mentions: Sequence[Mention], direction: int) -> Move | None:
        move = step(mentions, self.cursor, self.here, direction)
        if move is not None:
            self.cursor = mentions[move.number - 1]
            self.quote = self.hit = None
            self.place = move.start
        return move

    def _same_mention(self, mention: Mention) -> Mention | None:
        here = self.stage.mentions_in(mention.start, mention.end)
        return next((m for m in here if (m.start, m.end) == (mention.start, mention.end)), None)

    def _survivor(self, actor: str | None, became: Mapping[str, str]) -> str | None:
        """Give what became of an actor."""
        for _ in became:
            actor = became.get(actor, actor) if actor is not None else None
        return actor if actor in self.stage.actors else None

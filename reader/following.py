"""Whom the reader follows: who is chosen, with whom, and who is kept out."""

from collections.abc import Mapping, Sequence
from operator import attrgetter

from reader.analysis.findings import Actor, ActorKind, Mention
from reader.article import Article
from reader.directory import Directory
from reader.filtering import EVERYBODY, Filter, Sifted, sift
from reader.kept import Kept
from reader.reading import Reading

_START = attrgetter("start")


class Following(Reading):
    """An article read for some of its actors: one who is chosen, a companion, those who pass a filter."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.chosen: str | None = None
        self.companion: str | None = None
        self.filter = Filter()
        self.focused = False
        self._wanted: str | None = None  # who is to be chosen once on stage
        self._directory = Directory()
        self._sifted = Kept[Sifted]()

    def follow(self, became: Mapping[str, str]) -> None:
        """Keep to who and what was chosen, whatever has become of it."""
        super().follow(became)
        self.chosen = self._survivor(self.chosen, became)
        self.companion = self._survivor(self.companion, became)
        if self.chosen is None and self._wanted in self.stage.actors:
            self.chosen, self._wanted = self._wanted, None

    def _survivor(self, actor: str | None, became: Mapping[str, str]) -> str | None:
        """Give what became of an actor."""
        for _ in became:
            actor = became.get(actor, actor) if actor is not None else None
        return actor if actor in self.stage.actors else None

    # Choosing

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
        if known is not None and self.pairing and known in self.shown:
            self.companion = known
        else:
            self.chosen, self.companion = known, None
        if self.place.cursor is not None and self.place.cursor.actor not in self.chosen_ids:
            self.place.cursor = None

    @property
    def pairing(self) -> bool:
        """Whether the filter by kind keeps the chosen one out, so that others join it."""
        chosen = self.chosen_actor
        return chosen is not None and chosen.kind not in self.filter.kinds

    # What is followed

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

    def _company(self) -> set[int] | None:
        """Give the paragraphs that the chosen one shares: with its companion or, in focus, with the list."""
        if self.companion is not None:
            return self.paragraphs_of(self.chosen) & self.paragraphs_of(self.companion)
        if self.focused and self.pairing:
            return self.paragraphs_of(self.chosen) & self.paragraphs(self.shown_mentions())
        return None

    @property
    def shown(self) -> Sifted:
        """Who passes the filter; sifted only when that is asked, for more is found between two looks."""
        return self._sifted.get(self.filter, self._sift, self.stage.ground)

    def _sift(self) -> Sifted:
        return sift(self.stage.actors.values(), self.filter, self._directory)

    def shown_mentions(self) -> Sequence[Mention]:
        """Give the mentions of those who pass the filter."""
        if not self.filter:
            return self.stage.mentions
        return self.stage.mentions.of_actors(self.shown.__contains__)

    def shown_paragraphs(self) -> frozenset[int] | None:
        """Give the paragraphs that focus leaves: those of the chosen actor or of any that pass the filter.

        None if all are shown. The headline always stays.
        """
        if not self.focused or (self.chosen is None and not self.filter):
            return None
        mentions = self.followed() if self.chosen is not None else self.shown_mentions()
        return frozenset(self.paragraphs(mentions) | {0})

    # Narrowing the view

    def toggle_kinds(self, kinds: frozenset[ActorKind]) -> bool:
        """Show only these kinds or, if that was so already, all; True if the view is now narrowed.

        A choice stays, even one that is not shown now.
        """
        kinds = EVERYBODY if self.filter.kinds == kinds else kinds
        self.filter = self.filter._replace(kinds=kinds)
        return kinds != EVERYBODY

    def prepare_to_seek(self) -> None:
        """Fold the names of those who are there, so that the first letter need not wait for it."""
        self._directory.follow(self.stage.actors.values())

    def seek(self, query: str) -> None:
        """Narrow the view to actors one of whose names holds every word of the query.

        Whoever was chosen and is not found is given up, unless others are to join it.
        """
        self.filter = self.filter._replace(query=query.strip())
        if self.chosen is not None and self.chosen not in self.shown and not self.pairing:
            self.choose(None)

    def toggle_ties(self) -> bool:
        """Show who belongs to a country that the query finds, or do not; True if they are shown now."""
        self.filter = self.filter._replace(ties=not self.filter.ties)
        return self.filter.ties

    def widen(self) -> bool:
        """Undo one thing: focus, companion, filters, choice; False if none is."""
        if self.focused:
            self.focused = False
        elif self.companion is not None:
            self.companion = None
        elif self.filter.query:
            self.seek("")
        elif self.filter:
            self.filter = self.filter._replace(kinds=EVERYBODY)
        elif self.chosen is not None:
            self.chosen = None
        else:
            return False
        return True

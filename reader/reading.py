"""An article as far as it is understood, and where the reader is in it."""

from collections.abc import Iterable, Iterator, Mapping

from reader.analysis.columns import starts
from reader.analysis.findings import SURE, Analysis, Findings, Mention, Quote
from reader.analysis.stage import Stage
from reader.article import Article
from reader.history import History
from reader.listing import Row
from reader.place import Place, Spot
from reader.quoting import Quoting
from reader.revision import Revision


class Reading:
    """An article, what was found in it, what the reader corrected of that, and the reader's place."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.revision = Revision(article.text)
        self.history = History()
        self.place = Place()
        self.quoting = Quoting()

    # What was found

    @property
    def stage(self) -> Stage:
        """What was found, as the reader corrected it."""
        return self.revision.stage

    def apply(self, findings: Findings) -> bool:
        """Take in a batch of findings; one of another article is dropped, and False is given."""
        if findings.article != self.article.key:
            return False
        self.follow(self.revision.apply(findings))
        return True

    def correct(self, history: History) -> None:
        """Put these corrections in place of those before: one more, one undone, or one done again."""
        self.history = history
        self.follow(self.revision.correct(history.done))

    def recall(self, place: int, history: History, analysis: Analysis | None) -> None:
        """Take up what is remembered of this article."""
        self.place.put(min(max(0, place), len(self.article.text)))
        self.correct(history)
        if analysis is not None:
            total = len(self.article.paragraphs)
            actors, mentions, quotes = analysis.actors, analysis.mentions, analysis.quotes
            self.apply(Findings(self.article.key, total, total, (), tuple(actors.values()), mentions, quotes))

    def follow(self, became: Mapping[str, str]) -> None:
        """Keep to what the reader is at, now that the findings have changed; `became` goes from id to id."""
        self._keep_to_goal()

    def come_back(self, spot: Spot) -> None:
        """Be where one was, at what has become of that."""
        self.place.come_back(spot)
        self._keep_to_goal()

    def _keep_to_goal(self) -> None:
        place, stage = self.place, self.stage
        if place.cursor is not None:
            start, end = place.cursor.start, place.cursor.end
            here = stage.mentions_in(start, end)
            place.cursor = next((m for m in here if (m.start, m.end) == (start, end)), None)
        if place.quote is not None:
            place.quote = stage.quote_at(place.quote.start)

    def weight(self, actor: str) -> int:
        """Count the mentions of an actor."""
        return self.stage.weight(actor)

    def heaviest(self, count: int | None = None) -> list[Row]:
        """Give the actors that are mentioned most, or all in that order, whatever the filter."""
        mentioned = [Row(actor, self.weight(key)) for key, actor in self.stage.actors.items()]
        return sorted(mentioned, key=lambda row: -row.mentions)[:count]

    def paragraphs(self, mentions: Iterable[Mention]) -> set[int]:
        """Give the paragraphs in which these stand."""
        return set(map(self.article.paragraph_at, starts(mentions)))

    def paragraphs_of(self, actor: str | None) -> set[int]:
        """Give the paragraphs in which an actor occurs."""
        return self.paragraphs(self.stage.mentions_of(actor)) if actor is not None else set()

    # What is where the reader is

    def in_view(self) -> set[str]:
        """Give the actors that are mentioned in view."""
        return {mention.actor for mention in self.stage.mentions_in(*self.place.view)}

    def segments_in(self, start: int, end: int) -> Iterator[tuple[int, int, Quote]]:
        """Give the stretches of quoted words that overlap a span, each with its quote."""
        return (each for each in self.stage.segments_in(start, end) if self.quoting.hears(each[2]))

    def quote_at(self, offset: int) -> Quote | None:
        """Give the quote whose words hold `offset`, or that spans it by its cue."""
        quote = self.stage.quote_at(offset)
        return quote if quote is not None and self.quoting.hears(quote) else None

    def quote_here(self) -> Quote | None:
        """Give the quote meant by "this": the one moved to, else at the place, else the nearest in view."""
        return self.place.quote or self.quote_at(self.place.here) or self._nearest_quote(*self.place.view)

    def quote_being_read(self) -> Quote | None:
        """Give the quote moved to or, without one, that of the paragraph being read which is nearest."""
        if self.place.quote is not None or not self.article.paragraphs:
            return self.place.quote
        paragraph = self.article.paragraphs[self.article.paragraph_at(self.place.here)]
        return self._nearest_quote(paragraph.start, paragraph.end)

    def speaker(self, quote: Quote) -> str | None:
        """Name who says a quote: the actor ("?" marks a guess), else in the text's own words.

        What a document says is called its wording.
        """
        actor = self.stage.actors.get(quote.speaker) if quote.speaker is not None else None
        if actor is not None:
            return actor.name if quote.confidence >= SURE else f"{actor.name} ?"
        if quote.source is None:
            return None
        words = self.article.text[quote.source.start : quote.source.end].replace("\n\n", " ")
        return f"wording of {words}" if quote.wording else words

    def _nearest_quote(self, start: int, end: int) -> Quote | None:
        said = (quote for _, _, quote in self.segments_in(start, end))
        return min(said, key=lambda quote: abs(quote.start - self.place.here), default=None)

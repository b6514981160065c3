"""Which quotes are listed, in which sections, and which are marked to be copied together."""

from collections.abc import Container, Sequence, Set
from enum import StrEnum
from typing import NamedTuple

from reader.analysis.columns import starts
from reader.analysis.findings import Quote, QuoteKind
from reader.analysis.stage import Stage
from reader.analysis.tables import Sort
from reader.kept import Kept

#: Whose quotes are meant, and on whom; None is anybody.
Sides = tuple[Set[str] | None, Set[str] | None]


class QuoteGroup(StrEnum):
    """The sections of the list."""

    SAID = "quotes"
    UNATTRIBUTED = "unattributed"  # somebody's words, but whose?
    NO_SPEECH = "no speech"  #        the wording of documents, titles, names in marks


class QuoteSection(NamedTuple):
    """Quotes under a header, in text order; `followed` are the one or two actors whose they are."""

    group: QuoteGroup
    quotes: Sequence[Quote]
    folded: bool = False
    followed: tuple[str, ...] = ()


class Quoting:
    """How the reader looks at the quotes of an article.

    `reported` says that speech without marks is listed too; `turned` that of two who are followed it is the
    second whose quotes are listed, as far as they mention the first: without a second one, anybody's.
    """

    def __init__(self) -> None:
        self.reported = False
        self.turned = False
        self.marks: frozenset[int] = frozenset()  # where marked quotes begin
        self._folded: frozenset[QuoteGroup] = frozenset()
        self._listed = Kept[Sequence[Quote]]()
        self._sections = Kept[list[QuoteSection]]()

    def hears(self, quote: Quote) -> bool:
        """Tell whether a quote is seen at all."""
        return self._hears(quote.kind)

    def _hears(self, kind: QuoteKind) -> bool:
        return self.reported or kind is not QuoteKind.INDIRECT

    def listed(self, stage: Stage, sides: Sides) -> Sequence[Quote]:
        """Give what somebody says, in text order."""
        by, on = reversed(sides) if self.turned else sides
        question = (by, on, self.reported)
        return self._listed.get(question, lambda: self._found(stage, by, on), stage.ground)

    def _found(self, stage: Stage, by: Set[str] | None, on: Set[str] | None) -> Sequence[Quote]:
        def wanted(sort: Sort) -> bool:
            return sort.is_speech and self._hears(sort.kind)

        if by is not None and len(by) == 1:
            said = stage.quotes.among(list(starts(stage.quotes_of(*by))), wanted)
        else:
            said = stage.quotes.where(wanted, by)
        return said if on is None else [quote for quote in said if _mentions(stage, quote, on)]

    def sections(self, stage: Stage, sides: Sides, followed: tuple[str, ...] = ()) -> list[QuoteSection]:
        """Give what is listed, section by section; what nobody says is there while nobody is followed."""
        question = (sides, followed, self.reported, self.turned, self._folded)
        return self._sections.get(question, lambda: self._parted(stage, sides, followed), stage.ground)

    def _parted(self, stage: Stage, sides: Sides, followed: tuple[str, ...]) -> list[QuoteSection]:
        if sides != (None, None):
            return [self._section(QuoteGroup.SAID, self.listed(stage, sides))._replace(followed=followed)]

        def heard(is_known: bool) -> Sequence[Quote]:
            return stage.quotes.where(
                lambda sort: sort.is_speech and self._hears(sort.kind) and sort.is_known is is_known
            )

        groups = {
            QuoteGroup.SAID: heard(True),
            QuoteGroup.UNATTRIBUTED: heard(False),
            QuoteGroup.NO_SPEECH: stage.quotes.where(lambda sort: not sort.is_speech),
        }
        return [
            self._section(group, quotes)
            for group, quotes in groups.items()
            if quotes or group is QuoteGroup.SAID
        ]

    def _section(self, group: QuoteGroup, quotes: Sequence[Quote]) -> QuoteSection:
        return QuoteSection(group, quotes, group in self._folded)

    def fold(self, group: QuoteGroup) -> bool:
        """Fold a section or unfold it; True if it is folded now."""
        self._folded ^= {group}
        return group in self._folded

    def whose(self, names: Sequence[str]) -> str:
        """Say whose quotes are listed, by the names of the one or two who are followed; "" if anybody's."""
        one, other = (*names, None, None)[:2]
        by, on = (other, one) if self.turned else (one, other)
        return f"{by or 'anybody'} on {on}" if on else by or ""

    # Marks

    def mark(self, quote: Quote) -> bool:
        """Mark a quote, or take its mark away; True if it is marked now."""
        self.marks ^= {quote.start}
        return self.is_marked(quote)

    def is_marked(self, quote: Quote) -> bool:
        """Tell whether a quote is to be copied with the others."""
        return quote.start in self.marks

    def marked(self, stage: Stage) -> list[Quote]:
        """Give the marked quotes in text order."""
        return [quote for start in sorted(self.marks) for quote in stage.quotes.between(start, start + 1)]

    def back(self) -> bool:
        """Undo one thing: the marks, the turn; False if nothing was left."""
        if self.marks:
            self.marks = frozenset()
        elif self.turned:
            self.turned = False
        else:
            return False
        return True


def _mentions(stage: Stage, quote: Quote, actors: Container[str]) -> bool:
    return any(
        mention.actor in actors
        for segment in quote.segments
        for mention in stage.mentions_in(segment.start, segment.end)
    )

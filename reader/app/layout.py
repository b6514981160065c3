"""Screen lines of an article: where each begins and ends, for a text width in cells.

Nothing is copied: a line is a pair of offsets and costs 8 bytes. To lay out a million words takes a tenth of
a second, so a long article is laid out first around the place that is being read.
"""

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator

from reader.app.wrapping import wrap
from reader.article import Article, ParagraphKind

#: Columns that paragraphs stand in from the margin.
INDENT = {ParagraphKind.LIST_ITEM: 4, ParagraphKind.BLOCK_QUOTE: 4}

#: Code points to either side of a place that are laid out at once: fifty screens, in two milliseconds.
NEAR = 60_000
_AT_A_TIME = 64  # paragraphs, in half a millisecond


class Layout:
    """The screen lines of an article, or of some of its paragraphs, at one width.

    A blank line parts paragraphs. `meta` is the line under the headline (or the first one) that is left
    empty for byline and date, -1 where the beginning is not laid out. Paragraphs that are not `shown`
    (indices; None: all are) are folded: a run of them becomes one empty line that stands in `folds` with
    their number.
    """

    def __init__(
        self,
        article: Article,
        width: int,
        shown: Collection[int] | None = None,
        paragraphs: range | None = None,
    ) -> None:
        self.article = article
        self.width = width
        self.shown = shown
        self.paragraphs = range(len(article.paragraphs)) if paragraphs is None else paragraphs
        self.meta = -1
        self.folds: dict[int, int] = {}
        self.starts = array("I")
        self.ends = array("I")
        self._lay_out(self.paragraphs)

    @property
    def whole(self) -> bool:
        """Whether all of the article is laid out."""
        return len(self.paragraphs) == len(self.article.paragraphs)

    def __len__(self) -> int:
        return len(self.starts)

    def holds(self, offset: int) -> bool:
        """Tell whether the paragraph at `offset` is laid out."""
        return self.whole or self.article.paragraph_at(offset) in self.paragraphs

    def line_at(self, offset: int) -> int:
        """Give the line that holds `offset`: the last one that starts at it or before."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def _lay_out(self, paragraphs: range) -> None:
        headed = self.article.has_headline
        if not headed and self.meta < 0 and self.paragraphs.start == 0:
            self.meta = 0
            self._put_blank(0)
        for number in paragraphs:
            paragraph = self.article.paragraphs[number]
            if self.shown is not None and number not in self.shown:
                self._fold(paragraph.start)
                continue
            if len(self.starts) and not self._runs_on(number):
                self._put_blank(max(0, paragraph.start - 1))
            width = max(1, self.width - INDENT.get(paragraph.kind, 0))
            for start, end in wrap(self.article.text[paragraph.start : paragraph.end], width):
                self.starts.append(paragraph.start + start)
                self.ends.append(paragraph.start + end)
            if headed and number == 0:
                self.meta = len(self.starts)
                self._put_blank(paragraph.end)

    def grow(self) -> Iterator[None]:
        """Lay out all that follows what is laid out, half a millisecond at a time."""
        while self.paragraphs.stop < len(self.article.paragraphs):
            following = range(self.paragraphs.stop, self.paragraphs.stop + _AT_A_TIME)
            following = following[: len(self.article.paragraphs) - following.start]
            self._lay_out(following)
            self.paragraphs = range(self.paragraphs.start, following.stop)
            yield

    def _runs_on(self, number: int) -> bool:
        """Tell whether a list goes on: its items stand close."""
        both = {paragraph.kind for paragraph in self.article.paragraphs[max(0, number - 1) : number + 1]}
        return number > 0 and both == {ParagraphKind.LIST_ITEM}

    def _fold(self, offset: int) -> None:
        """Fold a paragraph away, into the line of the one before it if that is folded too."""
        last = len(self.starts) - 1
        if last not in self.folds:
            self._put_blank(max(0, offset - 1))
            self._put_blank(offset)
            last += 2
        self.folds[last] = self.folds.get(last, 0) + 1

    def _put_blank(self, offset: int) -> None:
        self.starts.append(offset)
        self.ends.append(offset)


def near(article: Article, offset: int) -> range:
    """Give the paragraphs around an offset that are laid out at once."""
    first = article.paragraph_at(max(0, offset - NEAR))
    return range(first, article.paragraph_at(offset + NEAR) + 1) if article.paragraphs else range(0)

"""Stretches of an article that are analysed one after another, and which of them comes next.

Windows are whole paragraphs, small ones first. They depend on the article alone, and each is read in its
turn, in text order: so the findings are the same wherever the reader looked meanwhile. What the reader looks
at is read ahead besides, for the time until its turn comes.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from reader.analysis.findings import Span
from reader.article import Article

#: Code points in the first window: little, so that the first findings come at once.
FIRST = 1_000
#: Code points that a window may have; each is twice as long as the one before until then. Understood in a
#: third of a second, so that nobody who looks elsewhere waits long for it.
MOST = 4_000
#: A window that has found no place to end is cut here at last.
LONGEST = 12_000
#: Nothing is read ahead where the view begins in one of the windows that come next anyway.
SOON = 2


@dataclass(frozen=True, slots=True)
class Window:
    """A half-open span of the text; with it, paragraphs up to `done` (exclusive) have been read."""

    start: int
    end: int
    done: int


def windows(article: Article, together: Collection[int] = ()) -> Iterator[Window]:
    """Cut an article into windows at paragraph ends, but not before a paragraph whose index is in `together`.

    A window that would become too long is cut all the same: before its last paragraph or, if it has but one,
    at a space.
    """
    room, start, before = FIRST, None, 0
    for number, paragraph in enumerate(article.paragraphs, 1):
        if start is not None and paragraph.end - start > LONGEST:
            yield Window(start, before, number - 1)
            start = None
        start = paragraph.start if start is None else start
        while paragraph.end - start > LONGEST:
            cut = article.text.rfind(" ", start + 1, start + LONGEST)
            cut = cut if cut > 0 else start + LONGEST
            yield Window(start, cut, number - 1)
            start = cut
        before = paragraph.end
        if before - start >= room and number not in together:
            yield Window(start, before, number)
            room, start = min(2 * room, MOST), None
    if start is not None:
        yield Window(start, before, len(article.paragraphs))


class Agenda:
    """Says what is read next: windows in text order, but first what the reader looks at."""

    def __init__(self, windows: Sequence[Window]) -> None:
        self._windows = windows
        self._turn = 0
        self._ahead: set[int] = set()

    def next(self, look: Span | None = None) -> tuple[Window, bool] | None:
        """Give the next window, and whether it is read ahead of its turn; None when all have been read.

        `look` is what the reader sees. What follows is read ahead too, as far again: a page down is soon
        pressed.
        """
        if look is not None:
            size = min(look.end - look.start, MOST)  # where much is folded, a view may span a book
            seen, following = (Span(look.start, look.start + times * size) for times in (1, 2))
            far = self._within(seen).start >= self._turn + SOON
            for at in (*self._within(seen), *self._within(following)) if far else ():
                if at not in self._ahead:
                    self._ahead.add(at)
                    return self._windows[at], True
        if self._turn == len(self._windows):
            return None
        self._turn += 1
        return self._windows[self._turn - 1], False

    def _within(self, span: Span) -> range:
        first = max(0, bisect_right(self._windows, span.start, key=attrgetter("start")) - 1)
        return range(first, bisect_right(self._windows, span.end - 1, key=attrgetter("start")))

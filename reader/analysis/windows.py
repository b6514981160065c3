"""Stretches of an article that are analysed one after another, and which of them comes next.

Windows are whole paragraphs, small ones first. They depend on the article alone, and each is read in its
turn, in text order: so the findings are the same wherever the reader looked meanwhile. What the reader looks
at is read ahead besides, for the time until its turn comes: not by windows, which begin before it and end
behind it, but the paragraphs in view.
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
#: Code points of the pieces that what is read ahead is made of: none of what is in view is far from an end.
PIECE = 600
#: Nothing is read ahead where the view begins in one of the windows that come next anyway.
SOON = 2


@dataclass(frozen=True, slots=True)
class Window:
    """A half-open span of the text; with it, paragraphs up to `done` (exclusive) have been read."""

    start: int
    end: int
    done: int


def windows(
    article: Article, together: Collection[int] = (), first: int = FIRST, most: int = MOST
) -> Iterator[Window]:
    """Cut an article into windows at paragraph ends, but not before a paragraph whose index is in `together`.

    A window ends where it has `most` code points or, at the beginning, from `first` on. One that would become
    too long is cut all the same: before its last paragraph or, if it has but one, at a space.
    """
    room, start, before = first, None, 0
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
            room, start = min(2 * room, most), None
    if start is not None:
        yield Window(start, before, len(article.paragraphs))


def pieces(article: Article, together: Collection[int] = ()) -> Iterator[Window]:
    """Cut an article, by the same rules, into what is read ahead."""
    return windows(article, together, PIECE, PIECE)


class Agenda:
    """Says what is read next: windows in text order, but first what the reader looks at."""

    def __init__(self, windows: Sequence[Window], pieces: Sequence[Window]) -> None:
        self._windows, self._pieces = windows, pieces
        self._turn = 0
        self._ahead: set[int] = set()

    def next(self, look: Span | None = None) -> tuple[Window, bool] | None:
        """Give the next window, and whether it is read ahead of its turn; None when all have been read.

        `look` is what the reader sees. What follows is read ahead too, as far again: a page down is soon
        pressed.
        """
        if self._turn == len(self._windows):
            return None
        ahead = self._in_view(look) if look is not None else None
        if ahead is not None:
            return ahead, True
        self._turn += 1
        return self._windows[self._turn - 1], False

    def _in_view(self, look: Span) -> Window | None:
        """Give the first stretch in view that nobody has read, or else behind the view."""
        if _within(self._windows, look).start < self._turn + SOON:
            return None
        size = min(look.end - look.start, MOST)  # where much is folded, a view may span a book
        for times in (1, 2):
            here = _within(self._pieces, Span(look.start, look.start + times * size))
            fresh = [at for at in here if at not in self._ahead and self._is_to_come(self._pieces[at])]
            if fresh:
                first, *_ = fresh
                stretch = [at for place, at in enumerate(fresh, first) if place == at]
                self._ahead.update(stretch)
                last = self._pieces[stretch[-1]]
                return Window(self._pieces[first].start, last.end, last.done)
        return None

    def _is_to_come(self, piece: Window) -> bool:
        return piece.start >= self._windows[self._turn].start


def _within(windows: Sequence[Window], span: Span) -> range:
    """Give the numbers of those that a span meets."""
    first = max(0, bisect_right(windows, span.start, key=attrgetter("start")) - 1)
    return range(first, bisect_right(windows, span.end - 1, key=attrgetter("start")))

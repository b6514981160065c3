"""Stretches of an article that are analysed one after another: whole paragraphs, small ones first."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reader.article import Article

#: Code points in the first window: little, so that the first findings come at once.
FIRST = 1_000
#: Code points that a window may have; each is twice as long as the one before until then.
MOST = 8_000
#: A window that has found no place to end is cut here at last.
LONGEST = 32_000


@dataclass(frozen=True, slots=True)
class Window:
    """A half-open span of the text; with it, paragraphs up to `done` (exclusive) have been read."""

    start: int
    end: int
    done: int


def windows(article: Article, together: Collection[int] = ()) -> Iterator[Window]:
    """Cut an article into windows at paragraph ends, but not before a paragraph whose index is in `together`.

    A window that would become too long is cut at a space all the same.
    """
    room, start = FIRST, None
    for number, paragraph in enumerate(article.paragraphs, 1):
        start = paragraph.start if start is None else start
        while paragraph.end - start > LONGEST:
            cut = article.text.rfind(" ", start + 1, start + LONGEST)
            cut = cut if cut > 0 else start + LONGEST
            yield Window(start, cut, number - 1)
            start = cut
        if paragraph.end - start >= room and number not in together:
            yield Window(start, paragraph.end, number)
            room, start = min(2 * room, MOST), None
    if start is not None:
        yield Window(start, article.paragraphs[-1].end, len(article.paragraphs))

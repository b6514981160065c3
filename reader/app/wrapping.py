"""Text broken into lines of so many cells, and how wide a text is on the screen."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain

from rich.cells import cell_len, get_character_cell_size, split_graphemes

#: Anything but characters surely one cell wide; a paragraph without a match is wrapped by offsets alone.
_UNEVEN = re.compile(
    "[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u037b-\u037f\u0384-\u0482\u048a-\u052f"
    "\u1e00-\u1eff\u2010-\u2015\u2018-\u201f\u2022\u2026\u2030-\u203a\u20a0-\u20bf\u2116\u2122]"
)
#: What makes one emoji of several: a joiner; or gives one another shape: colour of skin, selector, key.
_JOINER = "\u200d"
_SHAPING = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f\u20e3]")
_JOINING = re.compile("[\u200d\U0001f3fb-\U0001f3ff\ufe0f\u20e3\U0001f1e6-\U0001f1ff]")
#: Flags are drawn as the letters that they are made of.
_FLAGS = {0x1F1E6 + at: ord("A") + at for at in range(26)}
_FRENCH_MARKS = frozenset("»!?:;")
_BREAKS = (" ", "—", "–", "-", "/")


def cells(text: str) -> int:
    """Give the width of a text in cells."""
    return len(text) if _UNEVEN.search(text) is None else cell_len(text)


def widths(text: str) -> Iterable[int]:
    """Give the width of each code point in cells; what joins others to an emoji has none of its own."""
    if _JOINING.search(text) is None:
        return map(get_character_cell_size, text)
    return chain.from_iterable((width, *[0] * (end - start - 1)) for start, end, width in _clusters(text))


def drawn(text: str) -> str:
    """Give what is drawn for a text: of an emoji that is made of several, the first; of a flag, its letters.

    Terminals do not agree on how wide those are; where one is drawn wider than was thought, all that
    follows in its line, lists and frames too, would move.
    """
    return "".join(_faces(text)) if _JOINING.search(text) is not None else text


def behind(text: str, at: int) -> int:
    """Give the index in a text of what stands at an index in what is drawn for it."""
    if _JOINING.search(text) is None:
        return at
    for (start, _end, _width), face in zip(_clusters(text), _faces(text), strict=True):
        if at < len(face):
            return start + at
        at -= len(face)
    return len(text) + at


def _clusters(text: str) -> list[tuple[int, int, int]]:
    """Give start, end and width of what is one for the eye, as wide together as :func:`cell_len` has them.

    A joiner at the very beginning counts there as one behind a letter does.
    """
    (_, first, _), *others = split_graphemes(" " + text)[0]
    clusters = [(start - 1, end - 1, width) for start, end, width in others]
    return [(0, first - 1, 0), *clusters] if first > 1 else clusters


def _faces(text: str) -> Iterator[str]:
    for start, end, width in _clusters(text):
        face = text[start:end]
        if unicodedata.category(face[0]) == "So":  # in Indic scripts a joiner joins letters
            face = face.partition(_JOINER)[0]
        face = (_SHAPING.sub("", face) or face[:1]).translate(_FLAGS)
        yield face + " " * (width - cell_len(face))


def fit(text: str, width: int) -> str:
    """Cut or pad a text to a width in cells, as it is drawn."""
    text = drawn(text)
    room = width - cells(text)
    if room >= 0:
        return text + " " * room
    while text and cells(text) > width - 1:
        text = text[: -max(1, (cells(text) - width + 1) // 2)]
    return fit(text + "…", width) if width > 0 else ""


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Break a text into lines of at most `width` cells; a space at a break belongs to no line.

    Words break after a dash, a hyphen or a slash, and anywhere if they are longer than a line. A character
    wider than the line gets a line of its own.
    """
    return (_wrap_even if _UNEVEN.search(text) is None else _wrap_uneven)(text, width)


def _wrap_even(text: str, width: int) -> Iterator[tuple[int, int]]:
    start, end = 0, len(text)
    while end - start > width:
        stop, following = _break(text, start, start + width)
        yield start, stop
        start = following
    yield start, end


def _wrap_uneven(text: str, width: int) -> Iterator[tuple[int, int]]:
    edges = array("l", accumulate(widths(text), initial=0))
    start, end = 0, len(text)
    while edges[-1] - edges[start] > width:
        limit = bisect_right(edges, edges[start] + width) - 1
        limit = max(limit, start + 1)
        stop, following = _break(text, start, limit)
        if stop == limit and text[limit] != " ":
            stop = following = _whole_cluster(edges, start, limit)
        if following >= end:
            break
        yield start, stop
        start = following
    yield start, end


def _whole_cluster(edges: "array[int]", start: int, limit: int) -> int:
    """Move a forced break so that marks of no width stay with the character that carries them."""
    stop = limit
    while stop < len(edges) - 1 and edges[stop] == edges[stop + 1]:
        stop += 1
    return max(stop, start + 1)


def _break(text: str, start: int, limit: int) -> tuple[int, int]:
    """Find where a line that may reach `limit` stops, and where the next one starts."""
    if text[limit] == " " and not _is_glued(text, limit):
        return limit, limit + 1
    space = text.rfind(" ", start + 1, limit)
    if space > start and text[space + 1 : limit].isalnum() and text[space - 1] != "«":
        return space, space + 1  # as nearly always; the rest takes twice as long
    best = limit
    while (best := max(text.rfind(mark, start + 1, best) for mark in _BREAKS)) > start:
        if not _is_glued(text, best):
            break
    if best < 0:
        return limit, limit + (text[limit] == " ")
    return (best, best + 1) if text[best] == " " else (best + 1, best + 1)


def _is_glued(text: str, at: int) -> bool:
    """Tell whether a space belongs to the mark beside it, as in French: no line begins with such a mark."""
    return text[at] == " " and (text[at - 1] == "«" or text[at + 1 : at + 2] in _FRENCH_MARKS)

"""How a plain text marks its paragraphs: by blank lines, by lines, or wrapped by hand at some width."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from reader.article import Link, ParagraphKind
from reader.sources.hyphens import whole, words_of
from reader.sources.masthead import byline_names, date_line

_LIST_MARK = re.compile(r"(?:[•‣▪◦●*+-]|\(?\d{1,2}[.)]|\(?[a-zA-Z]\)) +\S")
_LIST_STARTS = frozenset("•‣▪◦●*+-(0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_QUOTE_MARK = re.compile(r"(?:> *)+")
_SENTENCE_ENDS = frozenset(".!?:;…”’\"')]*_")
_WIDEST_WRAP = 132  # nobody wraps by hand beyond a wide terminal's columns
_NARROWEST_WRAP = 30
_NARROWEST_PART = 50  # shorter lines among long ones are a byline above its date
_MASTHEAD = 6  # so many lines can stand above the text

#: So many characters tell how a text is laid out; its beginning and the whole are read alike.
TELLING = 1 << 17


class Block(NamedTuple):
    """One paragraph as it stands in the source: its words on one line, and links with offsets into them."""

    text: str
    kind: ParagraphKind
    links: tuple[Link, ...] = ()


class _Line(NamedTuple):
    text: str  #    without indent and quote mark
    indent: int
    quoted: bool


def blocks(text: str, layout: "Layout | None" = None) -> list[Block]:
    """Divide clean text into its paragraphs; what goes on with a text has the `layout` of its beginning."""
    wrap, words = layout or Layout.of(text)
    groups = list(_groups(text if wrap is None else whole(text, words)))
    if wrap is not None and layout is None:
        groups[:_MASTHEAD] = (part for group in groups[:_MASTHEAD] for part in _credits_apart(group))
    return [block for group in groups for block in _paragraphs(group, wrap)]


class Layout(NamedTuple):
    """How a text was broken into lines by hand, if it was, and the words that divided ones may be."""

    wrap: "_Wrap | None"
    words: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Layout":
        """Tell by the beginning of clean text."""
        telling = text[:TELLING]
        wrap = _Wrap.of(list(_groups(telling)))
        return cls(wrap, frozenset() if wrap is None else words_of(telling))


def _groups(text: str) -> Iterator[list[_Line]]:
    """Runs of lines that no blank line parts."""
    group: list[_Line] = []
    for raw in text.split("\n"):
        line = raw.strip(" ")
        if line.startswith(">"):
            item = _Line(line[_QUOTE_MARK.match(line).end() :], 0, True)  # type: ignore[union-attr]
        else:
            item = _Line(line, len(raw) - len(raw.lstrip(" ")) if raw.startswith(" ") else 0, False)
        if item.text:
            group.append(item)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _credits_apart(group: list[_Line]) -> Iterator[list[_Line]]:
    """Part the lines that say who wrote a wrapped text, and when, from those above and below."""
    lines: list[_Line] = []
    for i, line in enumerate(group):
        if i < _MASTHEAD and (byline_names(line.text) or date_line(line.text)):
            yield from (part for part in (lines, [line]) if part)
            lines = []
        else:
            lines.append(line)
    if lines:
        yield lines


class _Wrap(NamedTuple):
    """The width at which lines were broken by hand, in characters, and the room that ends a paragraph.

    In wrapped text the first word of a line would not have fitted on the line before; where it would have,
    by at least `room` characters, the line before was the last of its paragraph.
    """

    width: int
    room: int

    @classmethod
    def of(cls, groups: list[list[_Line]]) -> "_Wrap | None":
        """Look for wrapping; none if each line is a paragraph."""
        pairs = list(_pairs(groups))
        if not pairs:
            return None
        width = _usual_most(a for a, _ in pairs)
        if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
            return None
        unfinished = [(a, b) for a, b in pairs if a.text[-1] not in _SENTENCE_ENDS]
        full = [1 for a, b in unfinished if _filled(a, b) > 0.85 * width]
        # Where other lines are longer, only a part can be wrapped, such as a quoted mail, and that wholly.
        mixed = _usual_most(line for group in groups for line in group) > 1.2 * width
        if mixed and width < _NARROWEST_PART:
            return None
        fewest = len(unfinished) if mixed else 0.6 * len(unfinished)
        if len(unfinished) < 0.4 * len(pairs) or len(full) < fewest:
            return None
        long_groups = [len(group) for group in groups if len(group) > 1]
        parted_by_blanks = sum(long_groups) / len(long_groups) <= 12
        return cls(width, int(0.3 * width) if parted_by_blanks else 4)

    def ends_between(self, a: _Line, b: _Line) -> bool:
        """Tell whether a paragraph ends with line `a`, given the line below it."""
        room = self.width - _filled(a, b)
        return room > 0.3 * self.width or (room >= self.room and a.text[-1] in _SENTENCE_ENDS)


def _usual_most(lines: Iterable[_Line]) -> int:
    """Give the length, in characters, that only one line in twenty exceeds."""
    lengths = sorted(len(line.text) + line.indent for line in lines)
    return lengths[int(0.95 * (len(lengths) - 1))]


def _pairs(groups: list[list[_Line]]) -> Iterable[tuple[_Line, _Line]]:
    return (pair for group in groups if len(group) > 1 for pair in pairwise(group))


def _filled(a: _Line, b: _Line) -> int:
    """How long line `a` would be with the first word of `b`."""
    word = b.text.find(" ")
    return a.indent + len(a.text) + 1 + (len(b.text) if word < 0 else word)


def _is_item(line: _Line) -> bool:
    return line.text[0] in _LIST_STARTS and _LIST_MARK.match(line.text) is not None


def _paragraphs(group: list[_Line], wrap: _Wrap | None) -> Iterator[Block]:
    start = 0
    in_item = _is_item(group[0])
    for i in range(1, len(group) + 1):
        if i < len(group):
            a, b = group[i - 1], group[i]
            item = _is_item(b)
            if b.quoted == a.quoted and not item:
                hangs = in_item and b.indent > group[start].indent
                indented = not in_item and b.indent > a.indent and i - start > 1
                if hangs or (wrap is not None and not indented and not wrap.ends_between(a, b)):
                    continue
        lines = group[start:i]
        if lines[0].quoted:
            kind = ParagraphKind.BLOCK_QUOTE
        else:
            kind = ParagraphKind.LIST_ITEM if in_item else ParagraphKind.PARAGRAPH
        yield Block(_joined(lines), kind)
        start = i
        in_item = i < len(group) and item


def _joined(lines: list[_Line]) -> str:
    text = lines[0].text if len(lines) == 1 else " ".join(line.text for line in lines)
    return " ".join(text.split()) if "  " in text else text

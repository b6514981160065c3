"""The text that everything else points into.

Every offset in this program is a code point offset into :attr:`Article.text`, and every span is half-open.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, overload

from reader.narrow import Text, narrow, stretches

# Languages that put no spaces between words.
_SPACELESS = frozenset(("ja", "km", "lo", "my", "th", "zh"))


class ParagraphKind(StrEnum):
    """What a paragraph is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    BLOCK_QUOTE = "block-quote"


class Paragraph(NamedTuple):
    """A half-open span of the article's text, without the line breaks around it."""

    start: int
    end: int
    kind: ParagraphKind = ParagraphKind.PARAGRAPH


_KINDS = tuple(ParagraphKind)


class Paragraphs(Sequence[Paragraph]):
    """Paragraphs in text order, each made when it is asked for: those of a book would take 4 MB."""

    __slots__ = ("_ends", "_kinds", "starts")

    def __init__(self, paragraphs: Iterable[Paragraph] = ()) -> None:
        self.starts, self._ends = array("I"), array("I")
        kinds = bytearray()
        for start, end, kind in paragraphs:
            self.starts.append(start)
            self._ends.append(end)
            kinds.append(_KINDS.index(kind))
        self._kinds = bytes(kinds)

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> Paragraph: ...
    @overload
    def __getitem__(self, at: slice) -> "Paragraphs": ...
    def __getitem__(self, at: int | slice) -> "Paragraph | Paragraphs":
        if isinstance(at, slice):
            return Paragraphs(map(self.__getitem__, range(*at.indices(len(self)))))
        return Paragraph(self.starts[at], self._ends[at], _KINDS[self._kinds[at]])

    def __iter__(self) -> Iterator[Paragraph]:
        return map(Paragraph, self.starts, self._ends, map(_KINDS.__getitem__, self._kinds))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Link(NamedTuple):
    """A half-open span of the text that leads elsewhere; `target` is an address, for people to read."""

    start: int
    end: int
    target: str


@dataclass(frozen=True)
class Article:
    """A clean, immutable text with its paragraphs.

    `text` holds one paragraph a block, blocks parted by one blank line; the headline, where there is one,
    is its first paragraph (kind ``heading``) and also stands in `title`. It contains no control code but
    the newline (see :mod:`reader.sources.cleaning`). `published` is an ISO date. `links` are in text order.
    `whole_at` is the address or path of the whole, where this is only its beginning, as in the entries of
    many feeds.
    `given` names the fields that the reader gave; they outlast the fetching of the whole.
    """

    text: Text
    paragraphs: Sequence[Paragraph]
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    source: str | None = None
    language: str = "en"
    links: tuple[Link, ...] = ()
    whole_at: str | None = None
    given: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Hold a long text, and its many paragraphs, as few bytes."""
        if isinstance(self.text, str):
            object.__setattr__(self, "text", narrow(self.text))
        if not isinstance(self.paragraphs, Paragraphs):
            object.__setattr__(self, "paragraphs", Paragraphs(self.paragraphs))

    @cached_property
    def key(self) -> str:
        """A name for this very text: the SHA-256 of it, in hexadecimal."""
        from reader.lean import without

        with without("_hashlib"):  # OpenSSL's, which takes 4 MB to load
            import hashlib

        digest = hashlib.sha256()
        for stretch in stretches(self.text):
            digest.update(stretch.encode())
        return digest.hexdigest()

    @cached_property
    def words(self) -> int:
        """How many words the text has; a dash between blanks is none, two signs without any are one."""
        if self.language in _SPACELESS:
            return (len(self.text) - self.text.count(" ")) // 2
        return self.text.count(" ") + len(self.paragraphs) - self.text.count(" — ") - self.text.count(" – ")

    def __getstate__(self) -> dict[str, object]:
        """Pickle a string as bytes: else Python would keep it for good."""
        text = self.text.encode("utf-8", "surrogatepass") if isinstance(self.text, str) else self.text
        return {**vars(self), "text": text}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take it back with a string: what analyses it needs all of it."""
        text = state["text"]
        text = text.decode("utf-8", "surrogatepass") if isinstance(text, bytes) else str(text)
        vars(self).update(state, text=text)

    def number_at(self, offset: int) -> int:
        """Give the number of the paragraph at `offset` as a reader counts: from 1, without the headline."""
        return self.paragraph_at(offset) + (0 if self.has_headline else 1)

    @property
    def has_headline(self) -> bool:
        """Whether the first paragraph is the headline."""
        return bool(self.paragraphs) and self.paragraphs[0].kind is ParagraphKind.HEADING

    def links_in(self, start: int, end: int) -> tuple[Link, ...]:
        """Give the links that share a character with a span."""
        return tuple(link for link in self.links if link.start < end and start < link.end)

    def paragraph_at(self, offset: int) -> int:
        """Give the index of the paragraph that holds `offset`, or of the last one that starts before it."""
        assert isinstance(self.paragraphs, Paragraphs)
        return max(0, bisect_right(self.paragraphs.starts, offset) - 1)

"""The words of one paragraph, gathered piece by piece out of mark-up, with its links."""

from dataclasses import dataclass

from reader.article import Link, ParagraphKind
from reader.sources.layout import Block

#: Stands between the cells of a row, which is a paragraph.
BETWEEN_CELLS = " · "


@dataclass(slots=True)
class _Open:
    target: str
    start: int | None = None  # known with the first word


class Words:
    """Puts one space wherever there is any, and remembers where links begin and end."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._space = False
        self._open: list[_Open] = []
        self._links: list[Link] = []

    def __bool__(self) -> bool:
        return self._length > 0

    @property
    def end(self) -> str:
        """The last character, or nothing behind a space."""
        return self._pieces[-1][-1] if self._pieces and not self._space else ""

    def add(self, text: str) -> None:
        """Add text as it stands in the source."""
        plain = " ".join(text.split())
        self._space = self._space or text[:1].isspace()
        if plain:
            if self._space and self._length:
                self._put(" ")
            for link in self._open:
                link.start = self._length if link.start is None else link.start
            self._put(plain)
            self._space = text[-1].isspace()

    def close(self, mark: str) -> None:
        """Add a mark right behind the last word."""
        self._space = False
        self.add(mark)

    def link(self, target: str) -> None:
        """Say that what follows leads to `target`."""
        self._open.append(_Open(target))

    def unlink(self) -> None:
        """Say that the link opened last ends."""
        if self._open:
            self._close(self._open.pop())

    def block(self, kind: ParagraphKind, mark: str = "") -> Block:
        """Give the paragraph, with `mark` before it, and begin a new one; open links go on in it."""
        for link in self._open:
            self._close(link)
            link.start = None
        links = sorted(self._links, key=lambda link: link.start)
        block = Block(
            mark + "".join(self._pieces),
            kind,
            tuple(Link(link.start + len(mark), link.end + len(mark), link.target) for link in links),
        )
        self._pieces, self._links, self._length, self._space = [], [], 0, False
        return block

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _close(self, link: _Open) -> None:
        if link.start is not None and link.target:
            self._links.append(Link(link.start, self._length, link.target))

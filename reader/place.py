"""Where the reader is in an article: what is in view, where the reading line is, what was moved to."""

from reader.analysis.findings import Mention, Quote, Span


class Place:
    """A place in an article, in offsets.

    `offset` is where the reading line starts. At most one of `cursor`, `quote` and `hit` (of a search) is
    what the last move went to; moves start from it.
    """

    def __init__(self) -> None:
        self.offset = 0
        self.view = (0, 0)
        self.cursor: Mention | None = None
        self.quote: Quote | None = None
        self.hit: Span | None = None

    def put(self, offset: int) -> None:
        """Be at an offset of which nothing more is known."""
        self.offset = offset
        self.view = (offset, offset)

    def look(self, top: int, bottom: int, offset: int) -> None:
        """Be told what is in view (half-open) and where the reading line is.

        What was moved to and has gone out of view is let go, so that the next move starts from here.
        """
        self.view = (top, bottom)
        self.offset = offset
        if self.cursor is not None and not top <= self.cursor.start < bottom:
            self.cursor = None
        if self.quote is not None and not (self.quote.start < bottom and top < self.quote.end):
            self.quote = None
        if self.hit is not None and not top <= self.hit.start < bottom:
            self.hit = None

    def take(self, mark: Mention | Quote | Span) -> None:
        """Be at a mention, a quote or a hit."""
        self.let_go()
        match mark:
            case Mention():
                self.cursor = mark
            case Quote():
                self.quote = mark
            case Span():
                self.hit = mark
        self.offset = mark.start

    def let_go(self) -> None:
        """Be at the reading line and nothing else."""
        self.cursor = self.quote = self.hit = None

    @property
    def here(self) -> int:
        """The offset from which moves start: cursor, hit or quote or, without them, the reading line."""
        marked = self.cursor or self.hit or self.quote
        return marked.start if marked is not None else self.offset

    @property
    def top(self) -> int:
        """The offset at the top of the view."""
        return self.view[0]

"""The line at the bottom: whom one follows, who is speaking, where one is, what the keys do."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from reader.app.ground import Grounded
from reader.app.keys import KEYS
from reader.app.painting import filled
from reader.app.wrapping import cells, fit
from reader.filtering import KINDS
from reader.session import Session

_BAR = 6
_GAP = 2


class Status(NamedTuple):
    """What the line says; `notice` stands in place of the place until the next move."""

    actor: str = ""
    position: tuple[int, int] = (0, 0)
    speaking: str = ""
    filter: str = ""
    paragraph: tuple[int, int] = (0, 0)
    percent: int = 0
    progress: float | None = None
    article: tuple[int, int] = (1, 1)
    notice: str = ""
    stopped: bool = False

    @classmethod
    def of(cls, session: Session, **others: Any) -> "Status":
        """Give what is to be said of a session; `others` are the fields that it knows nothing of."""
        article, quote = session.article, session.quote_being_read()
        kinds = next((name for name, kinds in KINDS.items() if kinds == session.filter.kinds), "")
        narrowed = ("focus" if session.focused else "", kinds, session.filter.query)
        return cls(
            actor=" × ".join(session.stage.actors[key].name for key in session.chosen_ids),
            position=session.position(),
            speaking=(session.speaker(quote) or "not named") if quote else "",
            filter=" ".join(filter(None, narrowed)),
            paragraph=(
                max(1, article.number_at(session.place.here)),
                len(article.paragraphs) - article.has_headline,
            ),
            **others,
        )


class StatusLine(Grounded):
    """Draws a :class:`Status`, the most important first, and key hints in what room is left."""

    COMPONENT_CLASSES = {"status--actor", "status--strong", "status--dim", "status--notice"}

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._status = Status()

    def show(self, status: Status) -> None:
        """Draw a status."""
        if status != self._status:
            self._status = status
            self.refresh()

    def draw_line(self, y: int) -> Strip:
        """Draw the line: what changes least in width stands first, so that the rest keeps its place."""
        width, base = self.size.width, self.ground
        kept = _fitting(_parts(self._status, width), width - 2)
        left, right = ([part for part in kept if part.at_end == end] for end in (False, True))
        room = width - 2 - sum(part.width for part in kept)
        hints = self._hints(room)
        segments = [Segment(" ", base), *self._drawn(left, 0, _GAP)]
        segments += [Segment(" " * (room - cells(hints)), base), self._segment(hints, "dim")]
        segments += self._drawn(right, _GAP, 0)
        return filled(segments, width, base)

    def _drawn(self, parts: Iterable["_Part"], before: int, behind: int) -> Iterator[Segment]:
        for part in parts:
            yield Segment(" " * before, self.ground)
            yield from (self._segment(text, look) for text, look in part.words)
            yield Segment(" " * behind, self.ground)

    def _segment(self, text: str, look: str) -> Segment:
        return Segment(text, self.ground + self.part(f"status--{look}"))

    @staticmethod
    def _hints(room: int) -> str:
        text = ""
        for key in sorted((key for key in KEYS if key.hint), key=lambda key: key.id != "help"):
            longer = f"{text}   {key.hint}" if text else key.hint
            if cells(longer) > room:
                break
            text = longer
        return text


class _Part(NamedTuple):
    """Words and their looks; `rank` says when they go if there is no room: the highest first, 0 never."""

    rank: int
    words: tuple[tuple[str, str], ...]
    at_end: bool = False

    @property
    def width(self) -> int:
        return _GAP + sum(cells(text) for text, _ in self.words)


def _parts(status: Status, width: int) -> Iterator[_Part]:
    at, count = status.paragraph
    if count:  # else nobody knows yet what part is shown
        yield _Part(2, ((f"{status.percent:>3} %", "dim"),))
        yield _Part(4, ((f"¶ {at:>{len(str(count))}}/{count}", "dim"),))
    if status.actor:
        at, count = status.position
        yield _Part(0, ((_cut(status.actor, width // 3), "actor"), (f" {at}/{count}", "strong")))
    if status.filter:
        yield _Part(1, ((f"[{status.filter}]", "strong"),))
    if status.notice:
        yield _Part(0, ((_cut(status.notice, width - _GAP), "notice"),))
    elif status.speaking:
        yield _Part(5, (("speaking: ", "dim"), (_cut(status.speaking, width // 3), "strong")))
    if status.article[1] > 1:
        yield _Part(6, ((f"article {status.article[0]}/{status.article[1]}", "dim"),), at_end=True)
    if status.progress is not None:
        full = round(_BAR * status.progress)
        yield _Part(3, ((f"names {'━' * full}{'╌' * (_BAR - full)}", "notice"),), at_end=True)
    elif status.stopped:
        yield _Part(3, (("names: stopped, R goes on", "notice"),), at_end=True)


def _fitting(parts: Iterable[_Part], width: int) -> list[_Part]:
    """Leave out what there is no room for."""
    kept = list(parts)
    while sum(part.width for part in kept) > width and any(part.rank for part in kept):
        kept.remove(max(kept, key=lambda part: part.rank))
    return kept


def _cut(text: str, width: int) -> str:
    return text if cells(text) <= width else fit(text, width)

"""The line at the bottom: whom one follows, who is speaking, where one is, what the keys do."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.strip import Strip

from reader.app.ground import Grounded
from reader.app.keys import KEYS
from reader.app.wrapping import cells, fit

_BAR = 6


@dataclass(frozen=True, slots=True)
class Status:
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

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width, base = self.size.width, self.ground
        parts = self._parts(self._status, width)
        strip = Strip(
            [Segment(" ", base)]
            + [
                Segment(text, base + self.get_component_rich_style(f"status--{part}", partial=True))
                for text, part in parts
            ]
        )
        used = strip.cell_length
        hints = self._hints(width - used - 3)
        if hints:
            dim = base + self.get_component_rich_style("status--dim", partial=True)
            gap = width - used - cells(hints) - 1
            strip = Strip([*strip, Segment(" " * gap, base), Segment(hints, dim)])
        return strip.adjust_cell_length(width, base)

    @staticmethod
    def _parts(status: Status, width: int) -> Sequence[tuple[str, str]]:
        parts: list[tuple[str, str]] = []
        if status.actor:
            name = status.actor if cells(status.actor) <= width // 3 else fit(status.actor, width // 3)
            parts += [(name, "actor"), (f" {status.position[0]}/{status.position[1]}  ", "strong")]
        if status.filter:
            parts.append((f"[{status.filter}]  ", "strong"))
        if status.notice:
            parts.append((status.notice + "  ", "notice"))
        elif status.speaking:
            parts += [("speaking: ", "dim"), (f"{status.speaking}  ", "strong")]
        if status.article[1] > 1:
            parts.append((f"{status.article[0]}/{status.article[1]} · ", "dim"))
        parts.append((f"¶ {status.paragraph[0]}/{status.paragraph[1]} · {status.percent} %", "dim"))
        if status.progress is not None:
            full = round(_BAR * status.progress)
            parts.append((f" · reading names {'━' * full}{'╌' * (_BAR - full)}", "notice"))
        elif status.stopped:
            parts.append((" · names: stopped, R goes on", "notice"))
        return parts

    @staticmethod
    def _hints(room: int) -> str:
        text = ""
        for key in sorted((key for key in KEYS if key.hint), key=lambda key: key.id != "help"):
            longer = f"{text}   {key.hint}" if text else key.hint
            if cells(longer) > room:
                break
            text = longer
        return text

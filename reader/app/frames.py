"""What changes on the screen as the terminal is told it: each stretch of a line behind its place.

To build it Textual makes an object of each place, and cuts an empty strip wherever a stretch ends.
"""

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor


class Frames(Compositor):
    """Puts the widgets of a screen together."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Give what has changed."""
        update = super().render_partial_update()
        return Changes(update.chops, update.spans, update.chop_ends) if update is not None else None


class Changes(ChopsUpdate):
    """Stretches of lines that look another way now."""

    def render_segments(self, console: Console) -> str:
        """Give them as text with control sequences."""
        pieces = []
        for y, first, last in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=True):
                if strip is not None and first < end and x < last:
                    pieces.append(f"\x1b[{y + 1};{x + 1}H")
                    pieces.append((strip if end <= last else strip.crop(0, last - x)).render(console))
        return "".join(pieces)

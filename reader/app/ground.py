"""A widget's own style, remembered: to ask for it line by line would take longer than to draw the line."""

from functools import cached_property

from rich.style import Style
from textual.widget import Widget


class Grounded(Widget):
    """A widget that draws line by line; what it draws is no text to be selected, unless it says so."""

    ALLOW_SELECT = False

    @cached_property
    def ground(self) -> Style:
        """The style that everything is laid upon."""
        return self.rich_style

    def notify_style_update(self) -> None:
        """Forget the style of other colours."""
        super().notify_style_update()
        self.__dict__.pop("ground", None)

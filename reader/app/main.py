"""The App: themes, style sheets and the one screen. It wires; it does not think."""

import asyncio
import contextlib
import gc
import os
import signal
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.events import Key, Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.theme import Theme

from reader.app.keys import KEYS
from reader.app.memory import Memory
from reader.app.reading_screen import ReadingScreen
from reader.app.stylesheets import KeptSheets, style_sheets
from reader.app.themes import THEMES
from reader.app.understanding import Look, Understand
from reader.article import Article
from reader.settings import DEFAULT, Settings

_SEEN = 0.1  # seconds after which a frame is surely on the screen: what comes then holds up no writing of it


class ReaderApp(App[None]):
    """Reads articles."""

    TITLE = "reader"
    CSS_PATH = style_sheets()
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self,
        articles: Sequence[Article],
        understand: Understand,
        memory: Memory | None = None,
        settings: Settings = DEFAULT,
        look: Look | None = None,
    ) -> None:
        # First of all, or the style sheets would be read twice, for Textual's own theme and for ours.
        self.set_reactive(App.theme, settings.theme or next(iter(THEMES)))
        super().__init__()
        self.stylesheet = self._sheets = KeptSheets(variables=self.get_css_variables())
        for theme in THEMES.values():
            self.register_theme(theme)
        self.set_keymap(settings.keys)
        self._articles = articles
        self._understand = understand
        self._memory = memory or Memory()
        self._settings = settings
        self._look = look
        self._begun = False
        self._told_to_leave: int | None = None

    def heed_signals(self) -> None:
        """From now on leave in good order when told to: the place is kept, the terminal restored."""
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            if (number := getattr(signal, name, None)) is not None:
                with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
                    asyncio.get_running_loop().add_signal_handler(number, self._leave, 128 + number)

    def _leave(self, code: int) -> None:
        self._told_to_leave = code
        if self._begun:
            self.exit(return_code=code)

    def on_mount(self) -> None:
        """Leave only now if told to before: an app that is half there would break."""
        self._begun = True
        if self._told_to_leave is not None:
            self.call_after_refresh(self.exit, return_code=self._told_to_leave)

    def on_resize(self, event: Resize) -> None:
        """Take the size that the terminal has now: one signal can interrupt another, and overtake it."""
        if self.is_headless:
            return
        with contextlib.suppress(OSError):
            size = Size(*os.get_terminal_size())
            if size != event.size:
                self.post_message(Resize(size, size))

    def on_key(self, event: Key) -> None:
        """Lose no letter that was sent to the page while the prompt came up."""
        screen = self.screen
        if isinstance(screen, ReadingScreen) and screen.furnished and screen.prompt.takes(event):
            event.prevent_default()

    def get_theme(self, theme_name: str) -> Theme | None:
        """Know our own themes from the beginning."""
        return THEMES.get(theme_name) or super().get_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give themes that are not ours the colours of our dark one or our light one."""
        return _ground(self.current_theme)

    def get_default_screen(self) -> ReadingScreen:
        """The only screen that is always there."""
        return ReadingScreen(
            self._articles, self._understand, self._memory, self._settings, self._look, self.size.width
        )

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """List in the palette whatever a key does."""
        for key in KEYS:
            if "KEY" not in key.action:
                shown = self._settings.keys.get(key.id, key.shown)
                title = key.help[:1].upper() + key.help[1:]
                yield SystemCommand(title, f"{key.group} · {shown}", partial(self._do, key.action))

    async def _do(self, action: str) -> None:
        await self.run_action(action, default_namespace=self.screen)

    def next_theme(self) -> str:
        """Take the next of our themes, and give its name."""
        self.theme = self._following.name
        self.set_timer(_SEEN, self._expect_next)
        return self.theme

    @property
    def _following(self) -> Theme:
        themes = list(THEMES.values())
        at = themes.index(self.current_theme) if self.current_theme in themes else -1
        return themes[(at + 1) % len(themes)]

    def on_desk_understood(self) -> None:
        """Make the next theme ready, now that all is done: nobody waits for it."""
        self._expect_next()

    def _expect_next(self) -> None:
        gc.collect()  # the styles of before are cycles of objects, enough to fill as many pages again
        theme = self._following
        self._sheets.prepare({**_ground(theme), **theme.to_color_system().generate(), **theme.variables})


def _ground(theme: Theme) -> dict[str, str]:
    """Give the colours of our dark theme or our light one, which others build on."""
    return THEMES["ink" if theme.dark else "paper"].variables

"""What is drawn anew is enough: the terminal never keeps a line that would look another way now."""

import random

import pyte
import pytest
from textual._compositor import Compositor
from textual.app import App

from tests.app.piloting import LONG, reader_of, ready
from tests.staging import PACT

COLUMNS, ROWS = 100, 24
KEYS = "j k space b d u g G n N l h asterisk 1 2 3 i escape p c o x v s w plus minus ] [ M r quotation_mark t"
TYPED = "f k i m backspace enter 1 slash p a r enter n N j escape escape"


class Shown:
    """A terminal of text and styles."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._screen)

    def feed(self, update, app: App) -> None:
        if update is not None:
            self._stream.feed(update.render_segments(app.console))

    @property
    def lines(self) -> list[list[pyte.screens.Char]]:
        return [[self._screen.buffer[y][x] for x in range(COLUMNS)] for y in range(ROWS)]


def anew(app: App) -> Shown:
    """Draw the whole screen without anything that was drawn before, which stays for the next frame."""
    page = app.screen_stack[0].page
    widgets = list(app.screen.walk_children(with_self=True))
    before = [dict(widget._styles_cache._cache) for widget in widgets]
    strips, page._strips = page._strips, {}
    for widget in widgets:
        widget._styles_cache.clear()
    shown = Shown()
    shown.feed(app.screen._compositor.render_full_update(), app)
    page._strips = strips
    for widget, cache in zip(widgets, before, strict=True):
        widget._styles_cache._cache.update(cache)
    return shown


@pytest.mark.parametrize(
    "keys", [*(random.Random(n).choices(KEYS.split(), k=25) for n in (0, 1)), TYPED.split()]
)
async def test_the_terminal_shows_what_would_be_drawn_anew(monkeypatch, keys):
    terminal, render = Shown(), Compositor.render_update
    app = reader_of(LONG + "\n\n" + PACT)

    def tapped(self, **options):
        update = render(self, **options)
        terminal.feed(update, app)
        return update

    monkeypatch.setattr(Compositor, "render_update", tapped)
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await ready(pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            for shown, drawn in zip(terminal.lines, anew(app).lines, strict=True):
                assert shown == drawn, key

"""Every key of the table does something that one can see, and can be taken back."""

from dataclasses import replace

import pytest

from reader.app.keys import KEYS
from reader.app.main import ReaderApp
from reader.article import Link
from tests.app.piloting import LONG, reader_of, ready, status
from tests.staging import PACT

ARTICLE = PACT + "\n" + LONG.split("\n\n", 1)[1]
BY_ID = {key.id: key.keys.split(",")[0] for key in KEYS}
NO_ACTOR = ["1", "m", *"not an actor", "enter"]
FAR = ["slash", *"paragraph 50", "enter", "escape"]


def scrolled(screen):
    return screen.page.scroll_y


def chosen(screen):
    return screen.session.chosen_ids


def cursor(screen):
    return screen.session.place.cursor


def quote(screen):
    return screen.session.place.quote


def narrowed(screen):
    return screen.session.filter, screen.session.focused


def listed(screen):
    return [(section.kind, section.folded) for section in screen.session.sections()]


def quotes(screen):
    quoting = screen.session.quoting
    return quoting.reported, quoting.turned, quoting.marked(screen.session.stage)


def page_over(screen):
    return type(screen.app.screen)


def prompting(screen):
    return screen.prompt.has_class("-shown"), screen.prompt.purpose


def pane(screen):
    return screen.focused


def link(screen):
    return screen.session.place.link


def corrected(screen):
    return screen.session.history


def at_rest(screen):
    looks = narrowed, chosen, cursor, quote, pane
    return [look(screen) for look in looks], prompting(screen)[0]


def reader() -> ReaderApp:
    """Two articles, the first with links."""
    app = reader_of(ARTICLE, LONG)
    article, other = app._articles
    links = tuple(Link(at, at + 5, f"https://example.org/{at}") for at in (40, 90, 140, 190))
    app._articles = [replace(article, links=links), other]
    return app


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


#: What each key changes, and the keys that are pressed before it.
EFFECTS = {
    "line-down": (scrolled, []),
    "line-up": (scrolled, ["space"]),
    "page-down": (scrolled, []),
    "page-up": (scrolled, ["space"]),
    "half-down": (scrolled, []),
    "half-up": (scrolled, ["space"]),
    "top": (scrolled, ["space"]),
    "bottom": (scrolled, []),
    "search": (prompting, []),
    "trail-back": (scrolled, FAR),
    "trail-forward": (scrolled, [*FAR, "grave_accent"]),
    "link": (link, []),
    "previous-link": (link, []),
    "next-mention": (cursor, ["1"]),
    "previous-mention": (cursor, ["1", "n", "n"]),
    "step-right": (cursor, []),
    "step-left": (cursor, ["l", "l"]),
    "choose": (chosen, ["l", "l"]),
    "nearest": (chosen, []),
    "number": (chosen, []),
    "card": (page_over, ["1"]),
    "correct": (page_over, ["1"]),
    "undo": (corrected, NO_ACTOR),
    "redo": (corrected, [*NO_ACTOR, "z"]),
    "people": (narrowed, []),
    "countries": (narrowed, []),
    "organisations": (narrowed, []),
    "filter": (prompting, ["slash", "escape"]),
    "ties": (narrowed, []),
    "section": (listed, []),
    "focus": (narrowed, ["2"]),
    "highlights": (lambda screen: screen.page.highlights, []),
    "next-quote": (quote, []),
    "previous-quote": (quote, ["right_square_bracket"]),
    "turn-quotes": (quotes, ["1"]),
    "reported": (quotes, []),
    "mark": (quotes, ["right_square_bracket"]),
    "copy": (lambda screen: screen.sent, ["right_square_bracket"]),
    "copy-attributed": (lambda screen: screen.sent, ["right_square_bracket"]),
    "export": (page_over, []),
    "panel": (pane, []),
    "panel-back": (pane, []),
    "wider": (lambda screen: screen.page.layout_lines.width, ["minus", "minus"]),
    "narrower": (lambda screen: screen.page.layout_lines.width, []),
    "side": (lambda screen: screen.classes, []),
    "next-article": (lambda screen: screen.at, []),
    "previous-article": (lambda screen: screen.at, []),
    "articles": (page_over, []),
    "theme": (lambda screen: screen.app.theme, []),
    "themes": (page_over, []),
    "restart": (lambda screen: status(screen).notice, []),
    "palette": (page_over, []),
    "suspend": (lambda screen: screen.suspended, []),
    "help": (page_over, []),
    "back": (chosen, ["1"]),
    "quit": (lambda screen: screen.app._exit, []),
}


def test_no_key_is_left_out():
    assert set(EFFECTS) == {key.id for key in KEYS}


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
async def test_every_key_does_what_one_can_see(key, monkeypatch):
    effect, before = EFFECTS[key.id]
    async with reader().run_test(size=(120, 24)) as pilot:
        screen = await ready(pilot)
        screen.sent, screen.suspended = "", False
        monkeypatch.setattr(screen, "_copy", lambda text: setattr(screen, "sent", text))
        monkeypatch.setattr(
            pilot.app, "action_suspend_process", lambda: setattr(screen, "suspended", True), raising=False
        )
        await press(pilot, *before)
        was = effect(screen)
        await pilot.press(BY_ID[key.id])
        await pilot.pause()
        await pilot.pause()
        assert effect(screen) != was


#: What takes each key back, and the keys that are pressed before it. A tuple is pressed one after the other.
INVERSES = {
    "line-down": ("line-up", []),
    "line-up": ("line-down", ["space"]),
    "page-down": ("page-up", []),
    "page-up": ("page-down", ["space"]),
    "half-down": ("half-up", []),
    "half-up": ("half-down", ["space"]),
    "top": ("trail-back", ["space", "j"]),
    "bottom": ("trail-back", ["j", "j", "j"]),
    "search": ("back", []),
    "trail-back": ("trail-forward", FAR),
    "trail-forward": ("trail-back", [*FAR, "grave_accent"]),
    "link": ("previous-link", ["L"]),
    "previous-link": ("link", ["L", "L"]),
    "next-mention": ("previous-mention", ["1", "n"]),
    "previous-mention": ("next-mention", ["1", "n", "n"]),
    "step-right": ("step-left", ["l"]),
    "step-left": ("step-right", ["l", "l"]),
    "choose": ("back", ["l", "l"]),
    "nearest": (("back", "back"), []),  # it is also the cursor's
    "number": ("back", []),
    "card": ("back", ["1"]),
    "correct": ("back", ["1"]),
    "undo": ("redo", NO_ACTOR),
    "redo": ("undo", [*NO_ACTOR, "z"]),
    "people": ("people", []),
    "countries": ("countries", []),
    "organisations": ("organisations", []),
    "filter": ("back", []),
    "ties": ("ties", []),
    "section": ("section", []),
    "focus": ("focus", ["2"]),
    "next-quote": ("previous-quote", ["right_square_bracket"]),
    "previous-quote": ("next-quote", ["right_square_bracket", "right_square_bracket"]),
    "turn-quotes": ("turn-quotes", ["1"]),
    "reported": ("reported", []),
    "mark": ("mark", ["right_square_bracket"]),
    "export": ("back", []),
    "panel": ("panel-back", []),
    "panel-back": ("panel", []),
    "wider": ("narrower", ["minus", "minus"]),
    "narrower": ("wider", []),
    "next-article": ("previous-article", ["space"]),
    "previous-article": ("next-article", ["space"]),
    "articles": ("back", []),
    "themes": ("back", []),
    "palette": ("back", []),
    "help": ("back", []),
    # these go round
    "highlights": (("highlights",) * 2, []),
    "side": (("side",) * 2, []),
    "theme": (("theme",) * 4, []),
}
#: Keys that leave things as they are, or have no way back but themselves.
WITHOUT = {"copy", "copy-attributed", "restart", "suspend", "back", "quit"}


def test_no_move_is_without_an_inverse():
    assert set(INVERSES) | WITHOUT == {key.id for key in KEYS}


def state(screen):
    """Everything that a key may change for longer than a moment."""
    session = screen.session
    kept = scrolled, chosen, cursor, quote, link, quotes, narrowed, listed, pane, corrected, page_over
    page = screen.page.layout_lines.width, screen.page.highlights, screen.prompt.display
    return [look(screen) for look in kept], page, screen.classes, screen.app.theme, screen.at, session.hits


@pytest.mark.parametrize("there", INVERSES)
async def test_every_move_has_an_inverse(there):
    back, before = INVERSES[there]
    async with reader().run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        await press(pilot, *before, *["escape"] * bool(status(screen).notice))
        was = state(screen)
        await press(pilot, BY_ID[there])
        assert state(screen) != was
        for key in [back] if isinstance(back, str) else back:
            await press(pilot, BY_ID[key])
        assert state(screen) == was


async def test_esc_walks_back_from_everything():
    async with reader_of(ARTICLE).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        was = at_rest(screen)
        await pilot.press("2", "c", "2", "f", "r", "enter", "x", "slash", "k", "enter", "n")
        await pilot.press("right_square_bracket", "tab", "tab")
        await pilot.pause()
        for _ in range(12):
            await pilot.press("escape")
            await pilot.pause()
        assert at_rest(screen) == was
        assert not screen.session.hits

"""Every key of the table does something that one can see, and can be taken back."""

import pytest

from reader.app.keys import KEYS
from tests.app.piloting import LONG, reader_of, ready, status
from tests.staging import PACT

ARTICLE = PACT + "\n" + LONG.split("\n\n", 1)[1]
BY_ID = {key.id: key.keys.split(",")[0] for key in KEYS}
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
    return screen.has_class("-prompting"), screen.prompt.purpose


def pane(screen):
    return screen.focused


def corrected(screen):
    return screen.session.history


def at_rest(screen):
    looks = narrowed, chosen, cursor, quote, pane
    return [look(screen) for look in looks], prompting(screen)[0]


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
    "link": (lambda screen: status(screen).notice, []),
    "next-mention": (cursor, ["1"]),
    "previous-mention": (cursor, ["1", "n", "n"]),
    "step-right": (cursor, []),
    "step-left": (cursor, ["l", "l"]),
    "choose": (chosen, ["l", "l"]),
    "nearest": (chosen, []),
    "number": (chosen, []),
    "card": (page_over, ["1"]),
    "correct": (page_over, ["1"]),
    "undo": (corrected, ["m", *"not an actor", "enter"]),
    "redo": (corrected, ["m", *"not an actor", "enter", "z"]),
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
    async with reader_of(ARTICLE, LONG).run_test(size=(120, 24)) as pilot:
        screen = await ready(pilot)
        screen.sent, screen.suspended = "", False
        monkeypatch.setattr(screen, "_copy", lambda text: setattr(screen, "sent", text))
        monkeypatch.setattr(
            pilot.app, "action_suspend_process", lambda: setattr(screen, "suspended", True), raising=False
        )
        if "m" in before:
            await pilot.press("1", "m")
            await pilot.pause()
            await pilot.press(*before[1:])
        else:
            await pilot.press(*before)
        await pilot.pause()
        was = effect(screen)
        await pilot.press(BY_ID[key.id])
        await pilot.pause()
        await pilot.pause()
        assert effect(screen) != was


def state(screen):
    """Everything that a key may change for longer than a moment."""
    session = screen.session
    kept = scrolled, chosen, cursor, quote, quotes, narrowed, listed, prompting, pane, corrected
    page = screen.page.layout_lines.width, screen.page.highlights
    return [look(screen) for look in kept], page, screen.classes, screen.app.theme, screen.at, session.hits


@pytest.mark.parametrize(
    ("there", "back"),
    [
        ("line-down", "line-up"),
        ("page-down", "page-up"),
        ("half-down", "half-up"),
        ("next-article", "previous-article"),
        ("narrower", "wider"),
        ("panel", "panel-back"),
        ("people", "people"),
        ("countries", "countries"),
        ("organisations", "organisations"),
        ("ties", "ties"),
        ("section", "section"),
        ("reported", "reported"),
        ("number", "back"),
        ("next-mention", "back"),
    ],
)
async def test_every_move_has_an_inverse(there, back):
    async with reader_of(ARTICLE, LONG).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("minus", "plus", "escape")  # measures are rounded once
        await pilot.pause()
        was = state(screen)
        await pilot.press(BY_ID[there])
        await pilot.pause()
        await pilot.pause()
        assert state(screen) != was
        for _ in range(3 if back == "back" else 1):
            await pilot.press(BY_ID[back])
            await pilot.pause()
        await pilot.pause()
        assert state(screen) == was


@pytest.mark.parametrize(("key", "round"), [("side", 3), ("highlights", 3)])
async def test_what_goes_round_comes_back(key, round):
    async with reader_of(ARTICLE).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        was = state(screen)
        await pilot.press(*[BY_ID[key]] * round, "escape")
        await pilot.pause()
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

import pytest
from textual.app import App
from textual.events import Key
from textual.widgets import Input

from reader.app.pacing import Pace
from tests.app.piloting import reader_of, ready
from tests.staging import PACT


async def calls(pilot, *, at_once: bool, asked: int) -> list[int]:
    """Ask so many times in a row; gives how often it had been done then, and at the end."""
    done: list[None] = []
    pace = Pace(pilot.app, lambda: done.append(None), 0.01, at_once=at_once)
    for _ in range(asked):
        pace.ask()
    first = len(done)
    while pace.waiting:
        await pilot.pause()
    return [first, len(done)]


async def test_what_is_asked_for_often_is_done_at_once_and_once_more_at_the_end():
    async with App().run_test() as pilot:
        assert await calls(pilot, at_once=True, asked=1) == [1, 1]
        assert await calls(pilot, at_once=True, asked=100) == [1, 2]


async def test_what_can_wait_is_done_once_for_all_that_asked():
    async with App().run_test() as pilot:
        assert await calls(pilot, at_once=False, asked=100) == [0, 1]


async def pressed_at_once(pilot, *keys: str) -> None:
    """Have keys come in one chunk, as on a slow line."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    for _ in range(12):  # from widget to widget
        await pilot.pause()


async def test_tabs_that_come_at_once_go_as_far_as_tabs_one_by_one():
    async with reader_of(PACT).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pressed_at_once(pilot, "tab", "tab")
        assert pilot.app.focused.id == "quotes"
        await pressed_at_once(pilot, "tab", "tab", "tab")
        assert pilot.app.focused.id == "quotes"


async def test_keys_that_come_at_once_with_enter_are_keys_of_the_page():
    async with reader_of(PACT).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        theme = pilot.app.theme
        await pressed_at_once(pilot, "f", "k", "i", "m", "enter", "t", "tab")
        assert pilot.app.screen.session.filter.query == "kim"
        assert pilot.app.theme != theme
        assert pilot.app.focused.id == "actors"


@pytest.mark.parametrize("prompt", ["f", "slash"])
async def test_letters_that_come_at_once_with_the_key_of_a_prompt_are_typed_there(prompt):
    async with reader_of(PACT).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pressed_at_once(pilot, prompt, "c", "o")  # both would do something on the page
        assert pilot.app.screen.prompt.query_one(Input).value == "co"

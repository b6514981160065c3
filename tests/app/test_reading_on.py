"""A long text is on the screen before all of it has been read."""

from pathlib import Path

import pytest

from reader.app.dateline import dateline
from reader.app.main import ReaderApp
from reader.app.memory import Memory
from reader.session import Session
from reader.sources import open_article, open_beginning
from reader.store import Store
from tests.app.piloting import screen_text

PARAGRAPH = (
    "The council said on Tuesday that the ferry, which has crossed the sound since 1911, will stay. " * 3
)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("The Ferry Stays\n\n" + (PARAGRAPH + "\n\n") * 5_000 + "The end", "utf-8")
    return str(path)


def app_of(articles, memory=None) -> ReaderApp:
    async def understand(article):
        return
        yield

    return ReaderApp(articles, understand, memory)


async def test_the_whole_takes_the_place_of_the_beginning(path):
    first = open_beginning(path)
    async with app_of(first).run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        assert pilot.app.screen.page.article == open_article(path)
        assert "The Ferry Stays" in screen_text(pilot.app)


def test_a_beginning_does_not_say_how_long_the_whole_is(path):
    (first,) = open_beginning(path)
    assert "words" not in dateline(first, 80)[1]
    assert "words · " in dateline(open_article(path), 80)[1]


async def test_a_key_pressed_before_the_first_frame_acts_on_the_whole(path):
    first = open_beginning(path)
    async with app_of(first).run_test(size=(100, 24)) as pilot:
        screen = pilot.app.screen
        screen.sessions[0] = Session(first[0])  # as if nothing had happened yet
        screen.page.show(screen.session)
        await pilot.press("G")
        await pilot.pause()
        assert "The end" in screen_text(pilot.app)
        assert screen.page.percent == 100


async def test_what_is_gone_meanwhile_leaves_its_beginning_and_is_told(path):
    first = open_beginning(path)
    Path(path).unlink()
    async with app_of(first).run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        assert pilot.app.screen.session.article.text == first[0].text
        assert "only the beginning" in screen_text(pilot.app)


async def test_a_beginning_is_not_remembered(path, tmp_path):
    store = Store.open(tmp_path / "reader.db")
    (first,) = open_beginning(path)
    memory = Memory(store)
    assert not memory.knows(first)
    async with app_of([first], memory).run_test(size=(100, 24)) as pilot:
        await pilot.pause()
    assert [article.key for article in store.recent()] == [open_article(path).key]
    assert memory.knows(first)

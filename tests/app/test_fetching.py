"""Entries of a feed become whole articles when the reader goes there."""

import threading
from dataclasses import replace

import pytest

from reader import sources
from reader.app.main import ReaderApp
from reader.sources import SourceError
from tests.app.piloting import LONG, ready, screen_text, status, until
from tests.staging import PACT, staged

ADDRESS = "https://example.org/long"


@pytest.fixture
def web(monkeypatch):
    """What open_whole gives; it waits until it is told to answer."""

    class Web:
        answers = threading.Event()
        asked = 0
        whole, findings = staged(LONG)

        def open_whole(self, article):
            self.asked += 1
            self.answers.wait(20)
            if article.whole_at != ADDRESS:
                raise SourceError(f"{article.whole_at} is behind a [/x] login")
            return self.whole

    web = Web()
    monkeypatch.setattr(sources, "open_whole", web.open_whole)
    yield web
    web.answers.set()


def feed(web, *addresses: str) -> ReaderApp:
    first, found = staged(PACT)
    beginnings = [staged(f"Entry {address}\n\nA teaser of it.") for address in addresses]
    known = {article.key: findings for article, findings in [(first, found), *beginnings]}
    known[web.whole.key] = web.findings

    async def analyst(article):
        yield known[article.key]

    entries = [
        replace(article, whole_at=address)
        for (article, _), address in zip(beginnings, addresses, strict=True)
    ]
    return ReaderApp([first, *entries], analyst)


async def test_an_entry_is_fetched_when_the_reader_goes_there_and_only_then(web):
    async with feed(web, ADDRESS).run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        assert web.asked == 0
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: web.asked == 1)
        assert status(screen).notice == f"fetching {ADDRESS}"
        assert "A teaser of it." in screen_text(pilot.app)
        await pilot.press("less_than_sign", "greater_than_sign")  # it is asked for once
        web.answers.set()
        await until(pilot, lambda: screen.session.article is web.whole)
        await ready(pilot)
        assert "A long read" in screen_text(pilot.app)
        assert screen.session.stage.complete
        assert status(screen).notice == ""
        assert web.asked == 1


async def test_an_entry_that_arrives_late_does_not_move_the_reader(web):
    async with feed(web, ADDRESS).run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: web.asked == 1)
        await pilot.press("less_than_sign")
        web.answers.set()
        await until(pilot, lambda: screen.sessions[1].article is web.whole)
        assert screen.at == 0
        assert "Two leaders sign" in screen_text(pilot.app)


async def test_an_entry_that_cannot_be_fetched_stays_and_says_why(web):
    web.answers.set()
    async with feed(web, "https://example.org/gone").run_test(size=(120, 30), notifications=True) as pilot:
        await ready(pilot)
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: "is behind a [/x]" in screen_text(pilot.app))
        assert "A teaser of it." in screen_text(pilot.app)
        await pilot.press("a")
        await pilot.pause()
        assert "beginning only" in screen_text(pilot.app)


async def test_who_leaves_does_not_wait_for_an_entry(web):
    async with feed(web, ADDRESS).run_test(size=(120, 30)) as pilot:
        await ready(pilot)
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: web.asked == 1)
    assert not web.answers.is_set()

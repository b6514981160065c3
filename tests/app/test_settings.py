import re

from reader.app import settings_file
from reader.app.keys import DEFAULTS
from reader.app.main import ReaderApp
from reader.app.themes import THEMES
from reader.settings import Settings, load
from tests.app.piloting import ready, screen_text, status
from tests.staging import analyst_of, staged


def reader_with(settings: Settings) -> ReaderApp:
    article, findings = staged()
    return ReaderApp([article], analyst_of(findings), settings=settings)


async def test_what_is_set_holds_from_the_start():
    settings = Settings(theme="paper", width=50, side="hidden", highlights="chosen")
    async with reader_with(settings).run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        assert pilot.app.theme == "paper"
        assert screen.page.layout_lines.width == 50
        assert screen.page.highlights == "chosen"
        assert "PEOPLE" not in screen_text(pilot.app)


async def test_a_key_that_was_moved_works_and_help_shows_it():
    async with reader_with(Settings(keys={"next-mention": "comma"})).run_test(size=(120, 60)) as pilot:
        screen = await ready(pilot)
        await pilot.press("1", "comma", "comma")
        assert status(screen).position == (2, 5)
        await pilot.press("n")
        assert status(screen).position == (2, 5)
        await pilot.press("question_mark")
        await pilot.pause()
        assert "comma" in screen_text(pilot.app)


async def test_a_key_that_was_moved_is_moved_in_the_lists_and_on_pages_over_the_text_too():
    keys = {"line-down": "f5", "back": "f6"}
    async with reader_with(Settings(keys=keys)).run_test(size=(120, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("tab", "f5")
        await pilot.pause()
        assert screen.panes[1].row_cursor == 2
        await pilot.press("j")
        assert screen.panes[1].row_cursor == 2
        await pilot.press("question_mark")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is not screen
        await pilot.press("f6")
        await pilot.pause()
        assert pilot.app.screen is screen


async def test_what_is_wrong_in_the_file_is_shown():
    settings = Settings(problems=("settings.toml: [width] must be a number",))
    async with reader_with(settings).run_test(size=(120, 30), notifications=True) as pilot:
        await ready(pilot)
        assert "[width] must be a number" in screen_text(pilot.app)


def test_the_file_that_is_made_is_in_order(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_SETTINGS", str(tmp_path / "folder" / "settings.toml"))
    path = settings_file()
    text = path.read_text()
    path.write_text(re.sub("(?m)^#(?! )", "", text))
    settings = load(key_ids=DEFAULTS, themes=THEMES)
    assert settings.problems == ()
    assert settings.keys == DEFAULTS

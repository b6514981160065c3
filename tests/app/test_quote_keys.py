"""Keys that list, mark and copy quotes."""

import pytest

from reader.app.quote_list import QuoteList
from tests.app.piloting import reader_of, ready, screen_text, status


@pytest.fixture
def copied(monkeypatch) -> list[str]:
    taken: list[str] = []
    monkeypatch.setattr("reader.app.reading_screen.ReadingScreen._copy", lambda _, text: taken.append(text))
    return taken


async def test_several_quotes_are_marked_and_copied_together(copied):
    app = reader_of()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        await pilot.press("right_square_bracket", "quotation_mark", "right_square_bracket", "quotation_mark")
        assert "2 marked" in status(screen).notice
        assert screen_text(app).count("✓") == 4  # in the list and in the text
        await pilot.press("y")
        assert copied == ["This breaks new ground, … It is ours alone.\n\na fiery friendship"]
        assert "2 quotes copied" in status(screen).notice
        assert "✓" not in screen_text(app)


async def test_marked_quotes_are_copied_with_their_attributions(copied):
    async with reader_of().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("right_square_bracket", "quotation_mark", "right_square_bracket", "quotation_mark")
        await pilot.press("Y")
        first, second = copied[0].split("\n\n")
        assert "Vladimir Putin" in first
        assert "Kim Jong-un" in second


async def test_in_the_list_the_quote_under_the_cursor_is_meant(copied):
    async with reader_of().run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        await pilot.press("tab", "tab")
        assert isinstance(screen.focused, QuoteList)
        await pilot.press("G", "y")
        assert copied == ["a fiery friendship"]


async def test_capital_m_lists_the_quotes_that_mention_the_chosen_actor():
    app = reader_of()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        screen.session.choose("putin")
        await pilot.press("M")
        assert "quotes of anybody on Vladimir Putin: 1" in status(screen).notice
        assert "anybody on Vladimir" in screen_text(app)


async def test_capital_m_without_a_choice_says_what_it_is_for():
    async with reader_of().run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        await pilot.press("M")
        assert "choose an actor" in status(screen).notice


async def test_r_lists_reported_speech_and_leaves_it_out_again():
    async with reader_of().run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        await pilot.press("r")
        assert screen.session.quoting.reported
        await pilot.press("r")
        assert not screen.session.quoting.reported
        assert "left out" in status(screen).notice


async def test_the_sections_of_the_quotes_fold_by_key_and_by_mouse():
    app = reader_of()
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("tab", "tab", "j", "s")
        await pilot.pause()
        assert "QUOTES …" in screen_text(app)
        assert "“a fiery friendship”" not in screen_text(app).replace("called it “a fiery friendship”", "")
        await pilot.press("enter")
        await pilot.pause()
        assert "QUOTES …" not in screen_text(app)
        await pilot.click(QuoteList, offset=(3, 1))
        assert "QUOTES …" in screen_text(app)


async def test_a_marked_quote_is_marked_in_the_text_until_esc():
    app = reader_of()
    async with app.run_test(size=(60, 24)) as pilot:
        await ready(pilot)
        await pilot.press("right_square_bracket", "quotation_mark")
        assert "✓ “This breaks" in screen_text(app).replace("✓“", "✓ “")
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert "✓" not in screen_text(app)

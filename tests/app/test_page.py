"""A long article is laid out around the place that is shown, and wholly a little later."""

import pytest

from reader.app.article_view import ArticleView
from reader.app.layout import NEAR, Layout
from reader.app.main import ReaderApp
from reader.app.page import Page
from tests.app.piloting import reader_of, ready, screen_text, status, until
from tests.staging import staged

LONG = "\n\n".join(
    ["A very long read"] + [f"Paragraph {n} has " + "words " * 30 + "in it." for n in range(2_500)]
)


def opened() -> ReaderApp:
    article, findings = staged(LONG + "\n\nAt last [Mr. Putin|putin] speaks.")

    async def understand(_):
        yield findings

    return ReaderApp([article], understand)


def hold_back(monkeypatch) -> list[Layout]:
    """Have the rest laid out only when the test says so."""
    waiting: list[Layout] = []
    monkeypatch.setattr(Page, "_lay_out_whole", lambda page, lines: waiting.append(lines))
    return waiting


def lay_out_whole(page: Page, lines: Layout) -> None:
    for _ in lines.grow():
        pass
    page.layout_lines = lines
    page._put_up(page._top)


async def test_the_rest_is_laid_out_without_moving_what_is_shown(monkeypatch):
    waiting = hold_back(monkeypatch)
    async with opened().run_test(size=(100, 24)) as pilot:
        page = (await ready(pilot)).page
        assert not page.layout_lines.whole
        await pilot.press("space", "space", "j")
        before = page.view, screen_text(pilot.app).splitlines()[1:22]
        lay_out_whole(page, waiting[-1])
        await pilot.pause()
        assert page.layout_lines.whole
        assert page.view == before[0]
        rows = screen_text(pilot.app).splitlines()[1:22]
        assert [row[:50] for row in rows] == [row[:50] for row in before[1]]


async def test_the_end_and_the_beginning_are_reached_before_all_is_laid_out(monkeypatch):
    hold_back(monkeypatch)
    async with opened().run_test(size=(100, 24)) as pilot:
        page = (await ready(pilot)).page
        await pilot.press("G")
        assert "At last Mr. Putin speaks." in screen_text(pilot.app)
        assert page.percent == 100
        await pilot.press("g")
        assert "A very long read" in screen_text(pilot.app)
        assert page.percent < 3


async def test_a_mention_far_away_is_gone_to_before_all_is_laid_out(monkeypatch):
    hold_back(monkeypatch)
    async with opened().run_test(size=(100, 24)) as pilot:
        page = (await ready(pilot)).page
        await pilot.press("n")
        assert page.view[0] > NEAR
        assert "At last Mr. Putin speaks." in screen_text(pilot.app)


def measure(page: Page) -> int:
    return min(72, page.size.width - 4)


async def test_a_long_article_is_wholly_laid_out_in_the_end():
    async with opened().run_test(size=(100, 24)) as pilot:
        page = (await ready(pilot)).page
        await pilot.app.workers.wait_for_complete([w for w in page.workers if w.group == "layout"])
        assert page.layout_lines.whole
        await pilot.resize_terminal(90, 24)
        await until(pilot, lambda: page.layout_lines.whole and page.layout_lines.width == measure(page))


@pytest.mark.parametrize("columns", [88, 99, 100, 119, 120, 139, 140, 160])
async def test_the_panel_leaves_the_text_sixty_columns(columns):
    app = reader_of()
    async with app.run_test(size=(columns, 30)) as pilot:
        screen = await ready(pilot)
        page = screen.query_one("#article", ArticleView)
        assert 60 <= page.layout_lines.width <= 80
        assert screen.query_one("#side").size.width >= 22


@pytest.mark.parametrize(("columns", "keys"), [(80, []), (120, ["w", "w"])])
async def test_lists_that_lie_over_the_text_leave_it_as_it_is(columns, keys):
    app = reader_of()
    async with app.run_test(size=(columns, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press(*keys, "j")
        await pilot.pause()
        page = screen.page
        was = page.layout_lines.width, page.size, page.scroll_y
        await pilot.press("tab")
        await pilot.pause()
        assert screen.query_one("#side").size.width >= 40
        assert (page.layout_lines.width, page.size, page.scroll_y) == was
        await pilot.press("enter")  # taking a row shows the text again
        await pilot.pause()
        assert page.has_focus
        assert not screen.query_one("#side").has_class("-listing")
        assert screen.session.chosen == "putin"


async def test_a_click_on_the_text_takes_the_lists_away_that_lie_over_it():
    app = reader_of()
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("tab")
        await pilot.pause()
        assert screen.query_one("#side").size.width >= 40
        await pilot.click(ArticleView, offset=(4, 20))
        await pilot.pause()
        assert screen.page.has_focus
        assert screen.query_one("#side").size.width == 22


async def test_there_is_no_wider_text_than_there_is_room_and_one_key_narrows_it():
    app = reader_of()
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await ready(pilot)
        width = screen.page.layout_lines.width
        assert width >= 50
        await pilot.press("plus")
        assert status(screen).notice == f"{width} columns · no room for more"
        await pilot.press("minus")
        await pilot.pause()
        assert screen.page.layout_lines.width < width
        await pilot.press("plus")
        await pilot.pause()
        assert screen.page.layout_lines.width == width


async def test_where_lists_lie_over_the_text_they_are_there_while_a_filter_is_typed():
    app = reader_of()
    async with app.run_test(size=(60, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("f", "k", "o")
        await pilot.pause()
        shown = screen_text(app).splitlines()
        assert any("Korean Central" in line for line in shown)
        assert "filter  ko" in shown[-2]
        await pilot.press("enter")
        await pilot.pause()
        assert screen.page.has_focus
        assert "ORGANISATIONS" not in screen_text(app)

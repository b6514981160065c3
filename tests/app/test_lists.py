"""The lists beside the text."""

from tests.app.piloting import reader_of, ready


async def test_the_list_of_quotes_begins_with_a_whole_row_wherever_it_is_scrolled():
    said = "\n\n".join(f"[Mr. Kim|kim] said: “Sentence {n} of a long speech.”" for n in range(40))
    for rows in (24, 25):
        async with reader_of(f"A speech\n\n{said}").run_test(size=(100, rows)) as pilot:
            screen = await ready(pilot)
            quotes = screen.panes[2]
            await pilot.press("tab", "tab")
            for key in ("G", "k", "g", *["j"] * 9, "pagedown"):
                await pilot.press(key)
                await pilot.pause()
                assert round(quotes.scroll_y) % 2 == 0
                row = quotes.row_cursor * 2
                assert quotes.scroll_y <= row <= quotes.scroll_y + quotes.size.height - 2


async def test_the_cursor_stays_on_its_actor_while_others_come_before_it():
    async with reader_of("Head\n\n[A|aa] [B|bb] [B|bb] met [C|cc].").run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        actors = screen.panes[1]
        await pilot.press("3")
        await pilot.press("f", "c", "backspace", "escape", "tab")
        await pilot.pause()
        assert actors.lines[actors.row_cursor].actor.id == "cc"
        assert actors.has_focus

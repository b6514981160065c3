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

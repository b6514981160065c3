import pytest
from textual.app import App, ComposeResult

from reader.app.status_line import Status, StatusLine
from tests.app.piloting import screen_text

FULL = Status(
    actor="Vladimir V. Putin",
    position=(2, 35),
    speaking="Vladimir V. Putin ?",
    filter="people",
    paragraph=(2, 29),
    percent=8,
    progress=0.5,
    article=(2, 3),
)


class OneLine(App[None]):
    CSS = "StatusLine { height: 1; }"

    def compose(self) -> ComposeResult:
        yield StatusLine()


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (100, "Vladimir V. Putin 2/35  [people]  speaking: Vladimir V. Putin ?  ¶ 2/29  8 %  names ━━━╌╌╌"),
        (60, "Vladimir V. Putin 2/35  [people]  8 %  names ━━━╌╌╌"),
        (40, "Vladimir V. … 2/35  [people]"),
        (20, "Vladi… 2/35"),
    ],
)
async def test_what_matters_least_goes_first_and_nothing_is_cut(width, shown):
    async with OneLine().run_test(size=(width, 3)) as pilot:
        pilot.app.query_one(StatusLine).show(FULL)
        await pilot.pause()
        line = screen_text(pilot.app).split("\n")[0]
        assert shown in line

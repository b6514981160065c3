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
    ("width", "left", "right"),
    [
        (
            112,
            "8 %  ¶  2/29  Vladimir V. Putin 2/35  [people]  speaking: Vladimir V. Putin ?",
            "article 2/3  names ━━━╌╌╌",
        ),
        (
            100,
            "8 %  ¶  2/29  Vladimir V. Putin 2/35  [people]  speaking: Vladimir V. Putin ?",
            "names ━━━╌╌╌",
        ),
        (60, "8 %  Vladimir V. Putin 2/35  [people]", "names ━━━╌╌╌"),
        (40, "8 %  Vladimir V. … 2/35  [people]", ""),
        (20, "Vladi… 2/35", ""),
    ],
)
async def test_what_matters_least_goes_first_and_nothing_is_cut(width, left, right):
    async with OneLine().run_test(size=(width, 3)) as pilot:
        pilot.app.query_one(StatusLine).show(FULL)
        await pilot.pause()
        line = screen_text(pilot.app).split("\n")[0].strip()
        assert line.startswith(left)
        assert line.endswith(right)


async def test_what_stands_first_keeps_its_place_while_one_reads_on():
    async with OneLine().run_test(size=(80, 3)) as pilot:
        line = pilot.app.query_one(StatusLine)
        columns = set()
        for percent, paragraph, speaking in (
            (8, 2, ""),
            (53, 17, "Somebody with a very long name"),
            (100, 29, ""),
        ):
            line.show(FULL._replace(percent=percent, paragraph=(paragraph, 29), speaking=speaking, filter=""))
            await pilot.pause()
            columns.add(screen_text(pilot.app).split("\n")[0].index("Vladimir"))
        assert len(columns) == 1

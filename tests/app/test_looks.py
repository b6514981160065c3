"""What the screen looks like; after a change that is meant, run with ``--snapshot-update``."""

import pytest

from tests.app.piloting import LONG, reader_of, ready
from tests.staging import PACT

LOOKS = {
    "ink": ((120, 30), ["1", "n", "n"]),
    "paper": ((100, 24), ["t", "2", "right_square_bracket"]),
    "terminal_colours": ((80, 24), ["t", "t", "3", "n"]),
    "narrow_list": ((50, 20), ["tab"]),
    "twenty_columns": ((20, 10), []),
    "filter": ((120, 24), ["f", "k", "o"]),
    "focus": ((100, 24), ["2", "x"]),
    "card": ((100, 30), ["1", "i"]),
    "help": ((100, 56), ["question_mark"]),
}


@pytest.mark.parametrize("look", LOOKS)
def test_looks(look, snap_compare):
    size, keys = LOOKS[look]

    async def press(pilot) -> None:
        await ready(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.pause()

    assert snap_compare(reader_of(PACT), terminal_size=size, run_before=press)


def test_looks_without_colour(snap_compare, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def press(pilot) -> None:
        await ready(pilot)
        await pilot.press("1", "n")

    assert snap_compare(reader_of(PACT, LONG), terminal_size=(100, 24), run_before=press)

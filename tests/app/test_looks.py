"""What the screen looks like; after a change that is meant, run with ``--snapshot-update``."""

import pytest

from tests.app.piloting import LONG, reader_of, ready
from tests.staging import PACT

SIZES = ((80, 24), (100, 30), (160, 50))

#: The main states at every size, and others at the size where they matter.
STATES = {
    "chosen": ["1", "n", "n"],
    "quote": ["t", "2", "right_square_bracket"],
    "focus": ["2", "x"],
    "filter": ["f", "k", "o"],
    "card": ["1", "i"],
}
LOOKS = {f"{name}_{size[0]}": (size, keys) for name, keys in STATES.items() for size in SIZES} | {
    "terminal_colours": ((80, 24), ["t", "t", "t", "3", "n"]),
    "high_contrast": ((80, 24), ["t", "t", "3", "n"]),
    "pair": ((100, 30), ["1", "c", "1", "x"]),
    "folded_section": ((100, 30), ["s"]),
    "sixty_columns": ((60, 24), ["1", "n"]),
    "narrow_list": ((50, 20), ["tab"]),
    "twenty_columns": ((20, 10), []),
    "help_slim": ((80, 24), ["question_mark"]),
    "help_broad": ((120, 40), ["question_mark"]),
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

"""How printed lines become paragraphs. All sentences are made up for the purpose."""

import textwrap
from collections.abc import Iterator

import pytest

from reader.sources.typeset import Line, paragraphs
from tests.sources.making import HEADLINE, PARAGRAPHS

TEXTS = [*PARAGRAPHS, "Nobody at the ministry had anything to say about it, or would not be named."]


def column(
    texts: list[str], x: float = 50, width: int = 40, indent: float = 0, room: float = 0, top: float = 700
) -> Iterator[Line]:
    """Set texts in a column of so many characters, five points each."""
    y = top
    for text in texts:
        y -= room
        for i, line in enumerate(textwrap.wrap(text, width)):
            left = x + indent * (i == 0)
            yield Line(line, left, y, left + 5 * len(line), 10)
            y -= 12


def texts(*pages: list[Line]) -> list[str]:
    return [printed.text for printed in paragraphs(pages)]


@pytest.mark.parametrize("marks", [{"indent": 12}, {"room": 6}, {"room": 14, "indent": 9}])
@pytest.mark.parametrize("width", [24, 40, 90])
def test_paragraphs_are_told_by_indent_or_room(marks, width):
    assert texts(list(column(TEXTS, width=width, **marks))) == TEXTS


def test_a_last_line_with_room_for_a_word_ends_a_paragraph_that_nothing_else_parts():
    ends_short = ["The ferry has crossed the sound for a hundred years. It stays.", *TEXTS[1:]]
    assert texts(list(column(ends_short, width=50)))[0] == ends_short[0]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page():
    lines = list(column(TEXTS, indent=12))
    first, second, third = lines[:4], lines[4:6], lines[6:]
    moved = [line._replace(x=line.x + 250, right=line.right + 250, y=line.y + 60) for line in second]
    assert texts([*first, *moved], third) == TEXTS


def test_a_headline_over_several_lines_is_one():
    headline = [
        Line("Harbour Town Votes", 120, 760, 300, 20),
        Line("to Keep Its Ferry", 130, 736, 290, 20),
    ]
    first, *rest = paragraphs([[*headline, *column(TEXTS, indent=12)]])
    assert first == (HEADLINE, True)
    assert [printed.text for printed in rest] == TEXTS
    assert not any(printed.large for printed in rest)


def test_items_of_a_list_stay_apart_and_hold_together():
    lines = [
        Line("The council voted on three things:", 50, 700, 400, 10),
        Line("• Mend the engine of the ferry before", 50, 688, 400, 10),
        Line("the storms come", 60, 676, 150, 10),
        Line("• Wait", 50, 664, 80, 10),
    ]
    assert texts(lines)[1:] == ["• Mend the engine of the ferry before the storms come", "• Wait"]


def test_running_titles_and_page_numbers_are_left_out():
    lines = list(column(TEXTS * 2, indent=12))

    def page(number: int) -> list[Line]:
        return [Line(f"The Courier, June {number}", 50, 800, 200, 8), Line(f"– {number} –", 300, 30, 320, 8)]

    assert texts([*page(1), *lines[:8]], [*page(2), *lines[8:]]) == TEXTS * 2


def test_a_page_of_nothing_but_running_titles_is_kept():
    page = [Line("The Courier", 50, 800, 200, 8)]
    assert texts(page, page) == ["The Courier The Courier"]

"""How printed lines become paragraphs. All sentences are made up for the purpose."""

import textwrap
from collections.abc import Iterator

import pytest

from reader.sources.columns import Line, in_reading_order
from reader.sources.reading import read
from reader.sources.typeset import paragraphs
from tests.sources.making import HEADLINE, PARAGRAPHS, placed_pdf

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


def test_paragraphs_of_one_line_are_told_by_their_indents():
    talk = ["“Stay,” said Ingrid Solheim.", "“I cannot,” said Tomas Okoye.", TEXTS[0], TEXTS[1]]
    assert texts(list(column(talk, width=30, indent=12))) == talk


def justified(lines: list[Line]) -> list[Line]:
    """Stretch all lines but the last of each paragraph to the width of the widest."""
    width = max(line.right for line in lines)
    ends = {text.split()[-1] for text in TEXTS}
    return [line if line.text.split()[-1] in ends else line._replace(right=width) for line in lines]


@pytest.mark.parametrize("width", [24, 40])
def test_in_justified_columns_a_line_that_is_not_full_ends_a_paragraph_that_nothing_else_parts(width):
    assert texts(justified(list(column(TEXTS * 3, width=width)))) == TEXTS * 3


def test_a_number_at_the_beginning_of_a_line_makes_no_list():
    lines = [Line("It costs the town", 50, 700, 140, 10), Line("2.3 million a year.", 50, 688, 140, 10)]
    assert texts(lines) == ["It costs the town 2.3 million a year."]


def test_small_print_comes_after_the_paragraph_that_it_interrupts_and_captions_with_a_credit_go():
    lines = list(column(TEXTS, indent=12))
    below = [line._replace(y=line.y - 200) for line in lines[2:]]
    note = Line("* In winter, twice.", 50, 600, 150, 8)
    caption = [Line("The ferry at dusk.", 50, 560, 150, 8), Line("Photograph: Ann Lee", 50, 550, 150, 8)]
    assert texts([*lines[:2], note, *caption, *below]) == [TEXTS[0], note.text, *TEXTS[1:]]


COLUMN = [*TEXTS * 2, "Nobody left."]


def columns(count: int, **marks: float) -> list[list[Line]]:
    """Set texts in columns beside each other, as the rows that a file draws from left to right."""
    set_ = [list(column(COLUMN, x=50 + 250 * i, top=700 - 4 * i, **marks)) for i in range(count)]
    rows = [[column[i] for column in set_] for i in range(len(set_[0]))]
    return [[Line(HEADLINE, 50, 760, 560, 20)], *rows]


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("marks", [{"indent": 12}, {"room": 6}])
def test_columns_drawn_row_by_row_are_read_one_after_the_other(count, marks):
    lines = in_reading_order(columns(count, **marks))
    assert texts(lines) == [HEADLINE, *COLUMN * count]


def test_the_order_of_the_file_is_kept_where_it_draws_column_by_column():
    heading, *rows = columns(2)
    by_column = [row[i] for i in (1, 0) for row in rows]
    assert in_reading_order([heading, *([line] for line in by_column)]) == [*heading, *by_column]


def test_a_table_is_read_row_by_row():
    rows = [
        [Line(f"{year}", 50, y, 90, 10), Line("4.1", 250, y, 270, 10)]
        for year, y in ((2019, 700), (2020, 688))
    ]
    assert [line.text for line in in_reading_order(rows * 3)] == ["2019 4.1", "2020 4.1"] * 3


def test_a_pdf_that_draws_row_by_row_over_its_columns_is_read_column_by_column():
    one, two = (textwrap.wrap(" ".join(TEXTS[i:]), 40) for i in (0, 1))
    rows = [
        [(a, 50, 700 - 12 * i), (b, 320, 700 - 12 * i)]
        for i, (a, b) in enumerate(zip(one, two, strict=False))
    ]
    (article,) = read(placed_pdf([[piece for row in rows for piece in row]]))
    assert TEXTS[0] in article.text
    assert article.text.count(TEXTS[1]) == 2

"""The names in bylines, made up for the purpose."""

import pytest

from reader.sources.bylines import byline_of, fullest, is_affiliation


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("Ann Lee", "Ann Lee"),
        ("By Ann Lee and Omar Díaz", "Ann Lee and Omar Díaz"),
        ("By Ann Lee, Omar Díaz and Tom Berg", "Ann Lee, Omar Díaz and Tom Berg"),
        ("By Ann Lee, Omar Díaz, and Tom Berg", "Ann Lee, Omar Díaz and Tom Berg"),
        ("Ann Lee; Omar Díaz", "Ann Lee and Omar Díaz"),
        ("BY ANN LEE AND OMAR DÍAZ", "ANN LEE and OMAR DÍAZ"),
        ("By Ann Lee, maritime editor", "Ann Lee"),
        ("By Ann Lee, Staff Writer, and Omar Díaz, Political Correspondent", "Ann Lee and Omar Díaz"),
        ("By Ann Lee in Port Ellery and Omar Díaz in Oslo", "Ann Lee and Omar Díaz"),
        ("By Ann Lee (Port Ellery, correspondent)", "Ann Lee"),
        ("By Ann Lee, The Northern Wire", "Ann Lee"),
        ("By Ann Lee | Reuters", "Ann Lee"),
        ("By Ann Lee ann.lee@example.org", "Ann Lee"),
        ("Written by: Ann Lee", "Ann Lee"),
        ("Analysis by Ann Lee", "Ann Lee"),
        ("Lee, Ann", "Ann Lee"),
        ("By Ann Lee and Professor Tom Berg", "Ann Lee and Tom Berg"),
        ("Political Editor Ann Lee", "Ann Lee"),
        ("By Gretchen Daily and Bill Press", "Gretchen Daily and Bill Press"),
        ("By Ann Lee, Associated Press", "Ann Lee"),
        ("By Ludwig van der Berg", "Ludwig van der Berg"),
        ("李静", "李静"),
    ],
)
def test_a_byline_is_the_names_of_people(line, names):
    assert byline_of(line) == names


@pytest.mark.parametrize(
    ("line", "house"), [("Reuters", "Reuters"), ("By The Courier Staff", "The Courier Staff")]
)
def test_where_nobody_is_named_the_house_is(line, house):
    assert byline_of(line) == house


@pytest.mark.parametrize("line", ["", None, "https://example.org/by/ann", "x" * 400])
def test_what_is_no_byline_is_none(line):
    assert byline_of(line) is None


def test_of_several_bylines_the_first_counts_unless_another_names_more():
    one, two, other = ("Ann Lee",), ("ann lee", "Omar Díaz"), ("Tom Berg", "Omar Díaz")
    assert fullest([(), one, two]) == two
    assert fullest([one, other]) == one
    assert fullest([()]) == ()


@pytest.mark.parametrize(
    "line", ["Staff Writer", "The Northern Wire", "Reuters", "Sea Correspondent, Northern Wire"]
)
def test_a_line_may_say_only_what_somebody_is_and_for_whom(line):
    assert is_affiliation(line)


@pytest.mark.parametrize(
    "line", ["Ann Lee", "Oslo", "The ferry stays", "The editor of the paper was in the boat"]
)
def test_other_lines_say_more(line):
    assert not is_affiliation(line)

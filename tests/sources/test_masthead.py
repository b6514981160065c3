import pytest

from reader.sources.masthead import byline_names, date_line, read_masthead
from reader.sources.plain import parse

BODY = "The council of Port Ellery voted on Tuesday night to keep the ferry that crosses the sound."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("By ANN LEE and Omar Díaz", "ANN LEE and Omar Díaz"),
        ("By Ludwig van der Berg in Port Ellery", "Ludwig van der Berg in Port Ellery"),
        ("By Ann Lee, maritime editor", "Ann Lee, maritime editor"),
        ("By: Ann Lee", "Ann Lee"),
    ],
)
def test_bylines_are_read(line, names):
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the harbour was empty",
        "By the Sea",
        "By Lee",
        "By now",
        "Bylaws of Port Ellery",
        "By Jove, Omar!",
    ],
)
def test_other_lines_that_begin_with_by_are_not_bylines(line):
    assert byline_names(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "June 9, 2024",
        "9 June 2024",
        "Sunday, June 9, 2024",
        "Sun 9 Jun 2024 10.15 BST",
        "2024-06-09",
        "2024-06-09T10:15:00Z",
        "Published: 9 June 2024, 10:15 p.m. ET",
        "Published on June 9th, 2024 at 22:15 GMT",
        "First published 9 June 2024",
        "JUNE 9, 2024",
        "Updated 9:12 AM EDT, Sun June 9, 2024",
        "June 9, 20249:12 AM GMT+2Updated 2 hours ago",
        "9 June 2024 · 5 min read",
        "Jun 9, 2024, 5:03 a.m. ET",
        "Published 9 June 2024, last updated 11 June 2024",
    ],
)
def test_dates_are_read(line):
    assert date_line(line) == "2024-06-09"


@pytest.mark.parametrize(
    "line",
    [
        "June 2024",
        "On June 9, 2024, she left",
        "31 February 2024",
        "9/6/2024",
        "June 9, 2024 was hot",
        "2024",
    ],
)
def test_what_is_more_or_less_than_a_date_is_not_taken(line):
    assert date_line(line) is None


def test_headline_byline_and_date_are_taken_out():
    article = parse(
        f"Town Keeps Ferry\n\nBy Ann Lee\n\nUpdated 10 June 2024\nPublished 9 June 2024\n\n{BODY}\n\n{BODY}"
    )
    assert (article.title, article.byline, article.published) == ("Town Keeps Ferry", "Ann Lee", "2024-06-09")
    assert article.text == f"Town Keeps Ferry\n\n{BODY}\n\n{BODY}"


def test_byline_and_date_may_share_a_line():
    article = parse(f"Town Keeps Ferry\nBy Ann Lee | June 9, 2024\n{BODY}\n{BODY}")
    assert (article.byline, article.published) == ("Ann Lee", "2024-06-09")


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        ("By Ann Lee | Published 9 June 2024 09:12 BST", "Ann Lee"),
        ("June 9, 2024 / 9:12 AM EDT / Courier News\n\nBy Ann Lee", "Ann Lee"),
        ("Ann Lee and Omar Díaz\n\nSun 9 Jun 2024 09.12 BST", "Ann Lee and Omar Díaz"),
        ("Published\n\n9 June 2024", None),
        ("BY ANN LEE\n\nUpdated 9:12 AM EDT, Sun June 9, 2024", "ANN LEE"),
    ],
)
def test_mastheads_of_many_houses_are_read(lines, byline):
    article = parse(f"Town Keeps Ferry\n\n{lines}\n\n{BODY}\n\n{BODY}")
    assert (article.byline, article.published) == (byline, "2024-06-09")
    assert article.text == f"Town Keeps Ferry\n\n{BODY}\n\n{BODY}"


def test_a_name_far_from_the_date_is_no_byline():
    article = parse(f"Town Keeps Ferry\n\nPort Ellery\n\n{BODY}\n\n{BODY}")
    assert article.byline is None
    assert "Port Ellery" in article.text


def test_where_authors_write_from_is_no_part_of_their_names():
    article = parse(
        f"Town Keeps Ferry\n\nAnn Lee and Omar Diaz in Port Ellery\n\n9 June 2024\n\n{BODY}\n\n{BODY}"
    )
    assert (article.byline, article.published) == ("Ann Lee and Omar Diaz", "2024-06-09")


@pytest.mark.parametrize("line", ["Port Ellery", "Middle East", "Climate and Weather", "Ferry Vote Live"])
def test_a_place_or_a_section_above_the_date_is_no_byline(line):
    article = parse(f"Town Keeps Ferry\n\n{line}\n\n9 June 2024\n\n{BODY}\n\n{BODY}")
    assert (article.byline, article.published) == (None, "2024-06-09")
    assert line in article.text


def test_what_follows_a_byline_is_no_section():
    article = parse(f"Town Keeps Ferry\n\nBy ANN LEE\n\nSpecial to The Courier\n\n{BODY}\n\n{BODY}")
    assert [p.kind.value for p in article.paragraphs] == ["heading", "paragraph", "paragraph", "paragraph"]


def test_a_headline_all_in_capitals_may_end_like_a_sentence():
    assert parse(f"TOWN KEEPS FERRY, CALLS BRIDGE “A DREAM.”\n\n{BODY}\n\n{BODY}").title is not None


def test_a_byline_may_follow_the_standfirst():
    article = parse(f"Town Keeps Ferry\n\n{BODY}\n\nBy Ann Lee\n\n9 June 2024\n\n{BODY}")
    assert (article.byline, article.published) == ("Ann Lee", "2024-06-09")
    assert article.text.count(BODY) == 2


def test_a_date_in_the_text_is_the_heading_of_a_timeline():
    article = parse(f"How It Went\n\n{BODY}\n\n9 June 2024\n\n{BODY}")
    assert article.published is None
    assert "9 June 2024" in article.text


def test_a_headline_that_looks_like_a_byline_stays_a_headline():
    assert parse(f"By Land and Sea\n\n{BODY}\n\n{BODY}").title == "By Land and Sea"


def test_a_date_alone_is_the_text():
    assert parse("9 June 2024").text == "9 June 2024"


@pytest.mark.parametrize("first", [BODY, "He said: “No.”", "a" * 300])
def test_sentences_are_not_headlines(first):
    assert read_masthead([first, BODY]).headline is None


@pytest.mark.parametrize(
    "first", ["Will the Ferry Last?", "‘A rock with a school’", "Ferry stays, says mayor"]
)
def test_questions_and_quotes_can_be_headlines(first):
    assert read_masthead([first, BODY]).headline == 0

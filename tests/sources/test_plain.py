"""How plain texts of every layout become paragraphs. All sentences here are made up for the purpose."""

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, ParagraphKind
from reader.sources.plain import parse

HEADLINE = "Harbour Town Votes to Keep Its Ferry"
PARAGRAPHS = [
    "The council of Port Ellery voted on Tuesday night to keep the ferry that has crossed the sound since"
    " 1911, after six hours of debate in which nobody sat down for long and the heating failed twice.",
    "“We are an island,” said the mayor, Ingrid Solheim. “Without a boat we are only a rock with a school.”",
    "Her opponents, led by Tomas Okoye, had argued that a bridge would pay for itself within thirty years. He"
    " called the vote a mistake and said that he would ask the ministry in the capital to look at it again.",
    "The ministry declined to comment.",
    "The ferry carries four hundred people a day in summer and fewer than sixty in January, and it has needed"
    " a new engine since the spring, which the town cannot pay for on its own without help from the state.",
    "A decision about the engine is expected before the autumn storms, an official said on Wednesday.",
] * 2


def paragraphs(article: Article) -> list[str]:
    return [article.text[paragraph.start : paragraph.end] for paragraph in article.paragraphs]


def kinds(article: Article) -> list[tuple[str, str]]:
    return list(zip(paragraphs(article), (p.kind.value for p in article.paragraphs), strict=True))


def wrapped(width: int, **options) -> list[str]:
    return [textwrap.fill(text, width, break_on_hyphens=False, **options) for text in PARAGRAPHS]


LAYOUTS = {
    "blank lines": "\n\n".join([HEADLINE, *PARAGRAPHS]),
    "several blank lines": "\n\n \n\n".join([HEADLINE, *PARAGRAPHS]) + "\n\n",
    "one paragraph a line": "\n".join([HEADLINE, *PARAGRAPHS]),
    "headline apart, then one a line": HEADLINE + "\n\n" + "\n".join(PARAGRAPHS),
    "wrapped at 60": "\n\n".join([HEADLINE, *wrapped(60)]),
    "wrapped at 72": "\n\n".join([HEADLINE, *wrapped(72)]),
    "wrapped at 80": "\n\n".join([HEADLINE, *wrapped(80)]),
    "wrapped without blank lines": "\n".join([HEADLINE, "", *wrapped(68)]),
    "wrapped with indents": "\n".join([HEADLINE, *wrapped(72, initial_indent="   ")]),
    "wrapped with tabs": "\n".join([HEADLINE, "", *("\t" + text for text in wrapped(72))]),
    "double spaces": "\n\n".join([HEADLINE, *PARAGRAPHS]).replace(". ", ".  "),
    "Windows line ends": "\r\n\r\n".join([HEADLINE, *(text.replace("\n", "\r\n") for text in wrapped(72))]),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_article(layout):
    article = parse(LAYOUTS[layout])
    assert paragraphs(article) == [HEADLINE, *PARAGRAPHS]
    assert article.title == HEADLINE
    assert [p.kind for p in article.paragraphs] == [ParagraphKind.HEADING, *[ParagraphKind.PARAGRAPH] * 12]


def test_words_divided_at_line_ends_are_whole_again():
    text = (
        "Her opponents, led by Tomas Okoye, had argued that the heat-\n"
        "ing of a ferry that burns oil would pay for a bridge in thirty\n"
        "years. He called the vote a mistake of the sort that a well-\n"
        "known man, no friend of ferries, had seen at all of the U.S.-\n"
        "led talks. He would not have called it a mis-\n"
        "take before it was made, he said on Tuesday, and left the hall.\n"
    )
    assert parse(text).text == " ".join(
        [
            "Her opponents, led by Tomas Okoye, had argued that the heating of a ferry that burns oil",
            "would pay for a bridge in thirty years. He called the vote a mistake of the sort that a",
            "well-known man, no friend of ferries, had seen at all of the U.S.-led talks. He would not have",
            "called it a mistake before it was made, he said on Tuesday, and left the hall.",
        ]
    )


def test_short_lines_above_long_paragraphs_are_not_wrapped_text():
    lines = (
        "Courier News\nHarbour Town Votes to Keep Its Ferry\nFerry Timetable Will Be Printed Anew\nNo Bridge"
    )
    article = parse(f"{lines}\n\n" + "\n\n".join(PARAGRAPHS[:3]))
    assert paragraphs(article) == [*lines.split("\n"), *PARAGRAPHS[:3]]


COPIED = """\
Skip to main content
News
Sport
Sign in

{headline}

By Ann Lee | Published 3 June 2024 09:12 BST

Share
Facebook
Copy link

The ferry on Monday. Photograph: Omar Díaz/The Courier

{first}

Advertisement

Facebook

{second}

Read more: Bridge plan divides the island

{third}

Sign up to our newsletter

© 2024 The Courier
"""


def test_what_came_along_with_a_copied_page_is_left_out_and_what_might_be_the_articles_own_is_not():
    first, second, third = PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[4]
    article = parse(COPIED.format(headline=HEADLINE, first=first, second=second, third=third))
    assert (article.title, article.byline, article.published) == (HEADLINE, "Ann Lee", "2024-06-03")
    assert kinds(article)[1:] == [
        ("The ferry on Monday. Photograph: Omar Díaz/The Courier", "paragraph"),
        (first, "paragraph"),
        (second, "paragraph"),
        ("Read more: Bridge plan divides the island", "paragraph"),
        (third, "paragraph"),
        ("© 2024 The Courier", "paragraph"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Photograph: Omar Díaz/The Courier",
        "Photograph: Omar Díaz for The Courier",
        "(AP Photo/Omar Díaz)",
        "(AP Photo/Omar Díaz, File)",
        "Credit: Omar Díaz",
        "Image source, Getty Images",
        "Photo by Omar Díaz / The Courier via Getty Images",
        "Omar Díaz/Reuters",
        "[PHOTO: Omar Díaz]",
    ],
)
def test_a_line_that_only_says_whose_a_picture_is_is_left_out(line):
    article = parse("\n\n".join([HEADLINE, PARAGRAPHS[0], line, *PARAGRAPHS[1:3]]))
    assert paragraphs(article) == [HEADLINE, *PARAGRAPHS[:3]]
    assert parse(line).text == line  # alone it is what there is


@pytest.mark.parametrize(
    "line",
    [
        "Credit: how the island paid for its boat",
        "Credit: “We never had any,” said Omar Díaz.",
        "Photo by photo, the harbour fills",
        "Image source code leaks",
        "The mayor waves. Photograph: Omar Díaz/The Courier",
        "Omar Díaz/Ingrid Solheim",
    ],
)
def test_a_line_that_says_more_than_whose_a_picture_is_stays(line):
    assert line in paragraphs(parse("\n\n".join([HEADLINE, PARAGRAPHS[0], line, *PARAGRAPHS[1:3]])))


@pytest.mark.parametrize("word", ["Facebook", "Weather"])
def test_a_word_that_also_stands_in_menus_stays_where_nothing_says_menu(word):
    text = "\n\n".join([HEADLINE, PARAGRAPHS[0], word, PARAGRAPHS[2]])
    assert (word, "heading") in kinds(parse(text))


@pytest.mark.parametrize(
    "line", ["Watchdog fined", "Related questions", "Photographers at sea", "Image and truth"]
)
def test_headings_that_begin_like_a_pointer_are_headings(line):
    assert (line, "heading") in kinds(parse("\n\n".join([HEADLINE, PARAGRAPHS[0], line, PARAGRAPHS[2]])))


def test_the_name_of_a_section_is_not_the_headline():
    article = parse("\n\n".join(["World", HEADLINE, *PARAGRAPHS[:2]]))
    assert article.title == HEADLINE
    assert parse("\n\n".join(["World", *PARAGRAPHS[:2]])).title == "World"


def test_text_without_a_headline_has_no_title():
    article = parse("\n".join(PARAGRAPHS))
    assert article.title is None
    assert article.paragraphs[0].kind is ParagraphKind.PARAGRAPH


def test_a_single_line_is_text_not_a_headline():
    assert parse("Nobody came").title is None


def test_section_headings_are_found_and_short_sentences_are_not():
    text = "\n\n".join(
        [HEADLINE, PARAGRAPHS[0], "A boat and its debts", PARAGRAPHS[2], "He left.", "“No,” she said"]
    )
    assert kinds(parse(text + "\n\n" + PARAGRAPHS[4]))[2:] == [
        ("A boat and its debts", "heading"),
        (PARAGRAPHS[2], "paragraph"),
        ("He left.", "paragraph"),
        ("“No,” she said", "heading"),
        (PARAGRAPHS[4], "paragraph"),
    ]


@pytest.mark.parametrize("dash", ["—", "–"])
def test_who_is_named_below_his_words_is_no_heading(dash):
    text = "\n\n".join(
        [HEADLINE, PARAGRAPHS[0], "“A harbour is no court.”", f"{dash} Ari Bjarnason", PARAGRAPHS[2]]
    )
    assert (f"{dash} Ari Bjarnason", "paragraph") in kinds(parse(text))


def test_capitals_make_a_heading_even_with_a_full_stop():
    text = "\n\n".join([PARAGRAPHS[0], "THE VOTE.", PARAGRAPHS[2]])
    assert kinds(parse(text))[1] == ("THE VOTE.", "heading")


def test_a_run_of_short_lines_is_no_run_of_headings():
    text = "\n\n".join(
        [PARAGRAPHS[0], "Port Ellery", "Stonehaven", "Grey Point", "Little Ness", PARAGRAPHS[2]]
    )
    found = [text for text, kind in kinds(parse(text)) if kind == "heading"]
    assert len(found) <= 2


def test_a_last_short_line_is_no_heading():
    assert kinds(parse(f"{PARAGRAPHS[0]}\n\nReporting from Port Ellery"))[-1][1] == "paragraph"


def test_list_items_hold_together_with_their_hanging_lines():
    text = (
        PARAGRAPHS[0]
        + "\n\n- Keep the ferry, and mend its engine\n  before the storms\n- Build a bridge\n1. Wait"
    )
    assert kinds(parse(text))[1:] == [
        ("- Keep the ferry, and mend its engine before the storms", "list-item"),
        ("- Build a bridge", "list-item"),
        ("1. Wait", "list-item"),
    ]


def test_block_quotes_lose_their_marks_and_keep_their_paragraphs():
    quoted = textwrap.fill(PARAGRAPHS[4], 72)
    text = (
        PARAGRAPHS[0]
        + "\n\n> "
        + quoted.replace("\n", "\n> ")
        + "\n>\n> Signed, the town\n\n"
        + PARAGRAPHS[2]
    )
    assert kinds(parse(text)) == [
        (PARAGRAPHS[0], "paragraph"),
        (PARAGRAPHS[4], "block-quote"),
        ("Signed, the town", "block-quote"),
        (PARAGRAPHS[2], "paragraph"),
    ]


def test_room_behind_a_quote_mark_is_no_part_of_the_quote():
    assert kinds(parse(">  We are an island.\n>>   She said."))[0] == ("We are an island.", "block-quote")


def test_turns_of_an_interview_stay_apart():
    turns = ["Mayor: We are an island.", "Okoye: We need not be.", "Mayor: Then swim."]
    assert paragraphs(parse("\n".join(turns))) == turns


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\x00\x1b[0m"])
def test_nothing_gives_an_empty_article(text):
    article = parse(text)
    assert article.text == ""
    assert article.paragraphs == ()


@given(st.text(st.characters() | st.sampled_from("\n\n\n >-*1. \t\x1b\r”A"), max_size=300))
def test_paragraphs_are_the_text_and_nothing_else(text):
    article = parse(text)
    pieces = paragraphs(article)
    assert "\n\n".join(pieces) == article.text
    assert all(piece and piece == piece.strip(" ") and "\n" not in piece for piece in pieces)
    ends = [0, *(p.end for p in article.paragraphs)]
    assert all(p.start >= end for p, end in zip(article.paragraphs, ends, strict=False))
    if article.title is not None:
        assert pieces[0] == article.title


@given(st.text(st.characters() | st.sampled_from("\n\n>-. "), max_size=200))
def test_an_article_saved_and_opened_again_has_the_same_words(text):
    article = parse(text)
    again = parse("Heading\n\n" + article.text)
    assert (
        again.text.split() == ("Heading " + article.text.replace("\n\n>", "\n\n")).split()
        or ">" in article.text
    )


@pytest.mark.parametrize("layout", ["\n\n", "\n"])
def test_a_million_words_open_in_a_moment(layout):
    text = layout.join(PARAGRAPHS * 4_000)
    assert len(text) > 6_000_000
    begin = time.process_time()
    parse(text)
    assert time.process_time() - begin < 2  # some tenths of a second, and room for a busy machine


def test_a_byline_and_its_date_on_two_lines_are_no_wrapped_text():
    body = "\n\n".join(
        ["The ferry to the islands has been cancelled for the rest of the week, its owner said."] * 4
    )
    article = parse(
        f"No Ferry This Week\n\nBy Ann Lee and Omar Diaz\nPublished 14 March 2025 18:40 GMT\n\n{body}\n"
    )
    assert (article.byline, article.published) == ("Ann Lee and Omar Diaz", "2025-03-14")


@pytest.mark.parametrize("rule", ["___", "* * *", "----------", "###"])
def test_a_line_that_only_parts_is_left_out(rule):
    assert paragraphs(parse(f"{PARAGRAPHS[0]}\n\n{rule}\n\n{PARAGRAPHS[1]}")) == PARAGRAPHS[:2]


def test_the_sheets_of_a_printed_text_are_joined_without_their_titles_and_numbers():
    one, two, three = (wrapped(60)[i].split("\n") for i in (0, 2, 4))
    sheets = [[*one[:2]], [*one[2:], "", *two], three]
    text = "\f\n".join(
        "\n".join([f"THE COURIER      June {n}, 2024", "", *sheet, "", f"     Page {n}"])
        for n, sheet in enumerate(sheets, 1)
    )
    assert paragraphs(parse(text)) == [PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[4]]


def test_a_byline_below_a_headline_without_a_blank_line_is_no_part_of_it():
    text = "\n".join(
        ["Harbour Town Votes to Keep Its Ferry That Has Crossed Since 1911", "By Ann Lee", *wrapped(66)]
    )
    article = parse(text)
    assert article.title == "Harbour Town Votes to Keep Its Ferry That Has Crossed Since 1911"
    assert article.byline == "Ann Lee"


def test_what_a_wire_tells_editors_is_left_out():
    above = "a0123 04:14\nBC-EU--Ferry-Vote, 2nd Ld-Writethru,0456\n"
    below = "(Additional reporting by Leo Kranz)\n\n((ann@example.org))\n\nKeywords: FERRY\n\n-30-"
    byline = "Eds: UPDATES with quotes.\nBy OMAR DÍAZ\nNorthern Wire"
    article = parse(f"{above}{HEADLINE}\n{byline}\n\n{PARAGRAPHS[0]}\n\n{below}")
    assert (article.title, article.byline) == (HEADLINE, "OMAR DÍAZ")
    assert paragraphs(article)[1:] == [PARAGRAPHS[0], below.split("\n")[0]]


@pytest.mark.parametrize("headline", ["PM-designate names her cabinet", "AM radio stays", "Eds and meds win"])
def test_headlines_that_only_look_like_slugs_stay(headline):
    assert parse(f"{headline}\n\n{PARAGRAPHS[0]}").title == headline


def test_the_menu_above_a_copied_page_is_left_out_with_the_name_of_the_paper():
    menu = "The Port Ellery Courier\nWorld\nBusiness\nSubscribe\n"
    article = parse(f"{menu}{HEADLINE}\n{PARAGRAPHS[0]}\nShare full article\n23\n{PARAGRAPHS[2]}")
    assert paragraphs(article) == [HEADLINE, PARAGRAPHS[0], PARAGRAPHS[2]]


def test_a_date_below_who_reported_from_where_is_the_articles():
    lines = [
        HEADLINE,
        PARAGRAPHS[1],
        "By Ann Lee",
        "Ann Lee reported from Oslo.",
        "June 9, 2024",
        *PARAGRAPHS[2:],
    ]
    assert parse("\n\n".join(lines)).published == "2024-06-09"

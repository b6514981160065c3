from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from reader.app.layout import Layout
from reader.app.wrapping import behind, cells, drawn, widths, wrap
from reader.article import Article, Paragraph, ParagraphKind


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def test_words_stay_whole():
    assert lines("who is on stage and who said what", 12) == ["who is on", "stage and", "who said", "what"]


def test_a_line_breaks_after_a_dash():
    assert lines("a pact—a bold one", 8) == ["a pact—a", "bold one"]
    assert lines("the prewar-era pact", 12) == ["the prewar-", "era pact"]


def test_no_line_begins_with_a_mark_that_stands_apart_or_ends_with_one_that_opens():
    assert lines("Il dit : « Je pars » !", 8) == ["Il dit :", "« Je", "pars » !"]
    assert lines("Qui ? « Moi »", 7) == ["Qui ?", "« Moi »"]


def test_a_word_longer_than_a_line_is_broken():
    assert lines("aaaaaaaaaa", 4) == ["aaaa", "aaaa", "aa"]


def test_wide_characters_take_two_cells():
    assert lines("北京市民说", 4) == ["北京", "市民", "说"]


def test_marks_stay_with_the_letter_that_carries_them():
    text = "e\u0301" * 6
    assert lines(text, 4) == ["e\u0301" * 4, "e\u0301" * 2]


def test_a_line_one_cell_wide_gets_through():
    assert lines("北京 a", 1) == ["北", "京", "a"]


FAMILY, HEART, THUMB, FLAG = "👩\u200d👩\u200d👧", "❤\ufe0f", "👍🏽", "🏳\ufe0f\u200d🌈"


def test_an_emoji_made_of_several_takes_two_cells_and_stays_whole():
    assert lines(FAMILY * 3, 4) == [FAMILY * 2, FAMILY]
    assert lines(f"{HEART}{THUMB} {FLAG}", 4) == [HEART + THUMB, FLAG]


def test_of_an_emoji_made_of_several_the_first_is_drawn_as_wide_as_any_terminal_draws_it():
    assert drawn(f"a{FAMILY}b") == "a👩b"
    assert drawn(HEART + THUMB) == "❤ 👍"
    assert drawn("🇳🇴 1\ufe0f\u20e3") == "NO 1 "
    assert drawn("क\u094d\u200dष") == "क\u094d\u200dष"


@given(st.lists(st.sampled_from(["a", " ", "北", FAMILY, HEART, THUMB, FLAG, "🚀", "🇳🇴"]), max_size=9))
def test_what_is_drawn_is_as_wide_as_the_text_and_each_place_in_it_is_found(parts):
    text = "".join(parts)
    assert sum(map(get_character_cell_size, drawn(text))) == cells(text) == sum(widths(text))
    starts = [len("".join(parts[:at])) for at in range(len(parts))]
    assert [behind(text, len(drawn(text[:start]))) for start in starts] == starts


def test_joiners_that_join_nothing_are_measured_like_others():
    text = "\u200d\u200d北a"
    assert sum(widths(text)) == cells(text) == cells(drawn(text))
    assert lines(text, 2) == ["\u200d\u200d北", "a"]


words = st.text(st.sampled_from("ab —-北é\u0301“”’👩\u200d🚀x"), max_size=60)


@given(words, st.integers(2, 20))
def test_lines_fit_and_nothing_but_spaces_is_lost(text, width):
    at = 0
    for start, end in wrap(text, width):
        assert text[at:start].strip(" ") == ""
        assert cell_len(text[start:end].rstrip(" ")) <= width
        at = end
    assert text[at:].strip(" ") == ""


def test_the_line_under_the_headline_is_left_for_the_byline():
    text = "Head\n\nFirst words here\n\nSecond"
    article = Article(
        text, (Paragraph(0, 4, ParagraphKind.HEADING), Paragraph(6, 22), Paragraph(24, 30)), title="Head"
    )
    layout = Layout(article, 10)
    assert [text[s:e] for s, e in zip(layout.starts, layout.ends, strict=True)] == [
        *("Head", "", "", "First", "words here", "", "Second")
    ]
    assert layout.meta == 1
    assert layout.line_at(text.index("here")) == 4


def test_without_a_headline_the_byline_comes_first():
    layout = Layout(Article("Words", (Paragraph(0, 5),)), 10)
    assert layout.meta == 0
    assert list(layout.ends)[-1] == 5

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.sources.cleaning import clean, clean_line

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Cs"]),
        st.sampled_from(
            "\x1b[]0;mP^_\\\x07\n\r\tab\u200c\u200d\u0301\u212a\U0001f3f4\U000e0067\U000e007f\u0915"
        ),
    ),
    max_size=60,
)


def harmful(char: str) -> bool:
    category = unicodedata.category(char)
    return (category in ("Cc", "Cs", "Zl", "Zp") and char != "\n") or (
        category == "Cf"
        and unicodedata.bidirectional(char) not in ("BN", "AL", "AN", "EN", "ON", "L", "R", "NSM")
    )


@given(HOSTILE)
@example("\x1b]52;c;aGk=\x07")
@example("\x1b\x1b[1m]52;c;aGk=\x07")
@example("क\u200d\u200bख")
@example("\U0001f3f4\x00\U000e0067\U000e007f")
def test_nothing_harmful_is_left_and_cleaning_twice_changes_nothing(text):
    cleaned = clean(text)
    assert not any(harmful(char) for char in cleaned)
    assert clean(cleaned) == cleaned
    cleaned.encode()


@given(HOSTILE)
def test_a_line_is_one_line(text):
    line = clean_line(text)
    assert "\n" not in line
    assert line == line.strip()
    assert clean_line(line) == line


@pytest.mark.parametrize(
    "code", [*range(0x00, 0x0A), *range(0x0E, 0x1C), 0x1F, 0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D]
)
def test_control_codes_go(code):
    assert clean(f"a{chr(code)}b") == ("a    b" if code == 9 else "ab")


def test_quotation_marks_that_were_misread_as_controls_are_mended():
    assert clean("\x93We won\x92t,\x94 he said \x96 twice.") == "“We won’t,” he said – twice."


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C])
def test_nothing_turns_the_direction_of_writing(code):
    assert clean(f"abc{chr(code)}def") == "abcdef"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028"])
def test_line_breaks_of_every_kind_become_newlines(end):
    assert clean(f"one{end}two") == "one\ntwo"


def test_a_paragraph_separator_parts_paragraphs():
    assert clean("one\u2029two") == "one\n\ntwo"


@pytest.mark.parametrize(
    ("sequence"),
    [
        "\x1b[1;31m",
        "\x1b]0;a new title\x07",
        "\x1b]52;c;aGVsbG8=\x1b\\",
        "\x1b]8;;https://example.org\x1b\\",
        "\x1bPq#0\x1b\\",
        "\x1b(B",
    ],
)
def test_terminal_sequences_go_as_a_whole(sequence):
    assert clean(f"be{sequence}fore") == "before"


def test_an_unfinished_sequence_does_not_swallow_the_article():
    assert clean("\x1b]0;title\nThe minister spoke.") == "]0;title\nThe minister spoke."


def test_spaces_of_every_kind_become_plain():
    assert clean("10\xa0million\u2009people\u202fin\u3000all") == "10 million people in all"


def test_what_splits_a_word_unseen_goes():
    assert clean("go\xadvern\u200bment\ufeff") == "government"


def test_accents_are_composed():
    assert clean("Cafe\u0301") == "Café"


def test_joiners_stay_where_they_shape_the_writing_and_go_elsewhere():
    family = "\U0001f469\u200d\U0001f467"
    persian = "می\u200cخواهم"
    assert clean(family) == family
    assert clean(persian) == persian
    assert clean("Pu\u200dtin\u200c, he") == "Putin, he"


def test_tag_characters_stay_in_flags_and_hide_nothing_elsewhere():
    scotland = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    assert clean(scotland) == scotland
    assert clean("a\U000e0068\U000e0069b") == "ab"


def test_lone_surrogates_become_replacement_characters():
    assert clean("a\udc80b") == "a\ufffdb"


def test_markup_is_text_and_stays():
    assert clean("[@click=app.quit]Go[/] [bold]") == "[@click=app.quit]Go[/] [bold]"


def test_ligatures_are_letters():
    assert clean("Griﬃn ﬁled the ﬂag oﬀ") == "Griffin filed the flag off"

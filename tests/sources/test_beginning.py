import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.sources import beginning as beginnings
from reader.sources import decoding, is_begun, layout, open_article, open_beginning, open_whole
from reader.sources.beginning import beginning
from reader.sources.reading import read

SENTENCE = "The council said on Tuesday that the ferry, which has crossed the sound since 1911, will stay. "
BLOCKS = st.sampled_from(
    [
        SENTENCE * 4,
        "“We will not sign,” said Ingrid Solheim of Norway. " * 3,
        "The Night of the Vote",
        "- a point, and another point\n- a second point",
        "> what was written\n> in the letter",
        "\n".join(
            [SENTENCE[:70], SENTENCE[5:75], SENTENCE[:60] + "gov-", "ernment of the town, and a well-"]
        ),
        "\n".join([SENTENCE.strip()] * 3),
        "Share",
        "By Ann Lee",
        "June 19, 2024",
        "Photo: Omar Díaz/The Courier",
        "â€œIt staysâ€\x9d, said the cafÃ©.",
        "e\u0301 \u200d\u202e \x1b[1mbold\x1b[0m",
        "Пароход идёт по расписанию, сказал мэр города. " * 4,
        "short line\nanother short line\na third one",
    ]
)


@pytest.fixture(scope="module", autouse=True)
def small():
    """Have little text count as long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beginnings, "TELLING", 1_500)
        patch.setattr(layout, "TELLING", 1_500)
        patch.setattr(decoding, "_SAMPLE", 1_500)
        patch.setattr(beginnings, "_SHOWN", 1_300)
        patch.setattr(beginnings, "_FEWEST", 3)
        yield


@settings(max_examples=300, deadline=None)
@given(
    blocks=st.lists(BLOCKS, min_size=8, max_size=20),
    others=st.lists(BLOCKS, max_size=20),
    separator=st.sampled_from(["\n\n", "\n", "\r\n\r\n", "\n \n"]),
    part=st.integers(3_000, 6_000),
    ending=st.sampled_from([b"", b"\xff\xfe\xff", "é".encode("latin-1") * 40]),
)
def test_what_is_shown_first_is_how_the_whole_begins(blocks, others, separator, part, ending):
    data = separator.join(blocks * 6 + others * 4).encode() + ending
    first = beginning(data[:part]) if len(data) > part else None
    if first is None:
        return
    (whole,) = read(data)
    count = len(first.paragraphs)
    assert str(whole.text).startswith(str(first.text))
    assert whole.paragraphs[:count] == first.paragraphs
    assert (whole.title, whole.byline, whole.published) == (first.title, first.byline, first.published)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_a_beginning_is_in_the_encoding_of_the_whole(encoding):
    data = ("Пароход идёт по расписанию, сказал мэр города. " * 4 + "\n\n").encode(encoding) * 60
    first = beginning(data[:6_000])
    assert first is None or read(data)[0].text.startswith(first.text)
    assert (first is not None) == encoding.startswith("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "# One\n\n## Two\n\n" + (SENTENCE * 4 + "\n\n") * 40,
        "<html><body>" + f"<p>{SENTENCE * 4}</p>\n" * 40,
        SENTENCE * 100,
        "Short.\n\n" * 1_000,
    ],
)
def test_what_is_no_long_plain_text_of_paragraphs_has_no_beginning(text):
    assert beginning(text.encode()[:6_000]) is None


@pytest.fixture
def long_file(tmp_path, monkeypatch):
    monkeypatch.setattr("reader.sources.opening.LONG", 8_000)
    monkeypatch.setattr("reader.sources.opening.PART", 6_000)
    path = tmp_path / "long.txt"
    path.write_text("The Ferry Stays\n\n" + (SENTENCE * 4 + "\n\n") * 40, "utf-8")
    return path


def test_a_long_file_is_opened_at_its_beginning_and_then_wholly(long_file):
    (first,) = open_beginning(str(long_file))
    assert is_begun(first)
    assert first.title == "The Ferry Stays"
    assert open_whole(first) == open_article(str(long_file))
    assert first.key != open_whole(first).key


def test_what_the_reader_gave_stays_when_the_whole_is_opened(long_file):
    from dataclasses import replace

    (first,) = open_beginning(str(long_file))
    assert open_whole(replace(first, title="Mine", given=("title",))).title == "Mine"


def test_what_is_short_or_no_file_is_opened_at_once(long_file, tmp_path):
    short = tmp_path / "short.txt"
    short.write_text(SENTENCE, "utf-8")
    (article,) = open_beginning(str(short))
    assert article == open_article(str(short))
    pipe, end = os.pipe()
    os.write(end, b"The ferry stays.")
    os.close(end)
    (piped,) = open_beginning(f"/dev/fd/{pipe}")
    os.close(pipe)
    assert piped.text == "The ferry stays."


def test_an_entry_of_a_feed_is_not_begun():
    assert not is_begun(Article("Text", (), whole_at="https://example.org/whole"))
    assert not is_begun(Article("Text", ()))

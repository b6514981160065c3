"""A long text that is read part by part is the article that it is as a whole."""

import io
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.sources import layout, open_beginning, open_whole, parts
from reader.sources.parts import UndividedError
from reader.sources.plain import parse_parts
from reader.sources.reading import read
from tests.sources.test_beginning import BLOCKS, SENTENCE

PROSE = SENTENCE * 4


@pytest.fixture(scope="module", autouse=True)
def small():
    """Have little text be a part."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "TELLING", 1_500)
        patch.setattr(parts, "_FIRST", 6_000)
        patch.setattr(parts, "_OTHERS", 900)
        yield


@settings(max_examples=300, deadline=None)
@given(
    found=st.lists(BLOCKS | st.just("a0123 vote") | st.just("_" * 300), min_size=1, max_size=60),
    times=st.integers(1, 3),
    separator=st.sampled_from(["\n\n", "\r\n\r\n", "\n\n\n"]),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
)
def test_parts_are_read_as_the_whole(found, times, separator, mark):
    data = mark + separator.join([PROSE, *found] * times).encode()
    (whole,) = read(data)
    try:
        assert parse_parts(parts.parts(io.BytesIO(data))) == whole
    except UndividedError:
        assert len(data) > 6_000


@pytest.mark.parametrize(
    "data",
    [
        "Вода ушла. ".encode("utf-16") * 1_000,
        (PROSE * 40).encode(),
        (PROSE + "gov-\n\n").encode() * 40,
        (PROSE + "\n\n").encode() * 40 + b"\xff",
        (PROSE + "\n\n\f").encode() * 40,
    ],
)
def test_what_has_no_parts_is_read_as_a_whole(data, tmp_path):
    with pytest.raises(UndividedError):
        list(parts.parts(io.BytesIO(data)))


def test_what_is_found_to_have_no_parts_is_opened_all_the_same(tmp_path: Path, monkeypatch):
    few = {
        "opening.LONG": 8_000,
        "opening.PART": 6_000,
        "beginning.TELLING": 1_500,
        "beginning._SHOWN": 1_300,
        "beginning._FEWEST": 3,
    }
    for name, least in few.items():
        monkeypatch.setattr(f"reader.sources.{name}", least)
    path = tmp_path / "long.txt"
    path.write_bytes((PROSE + "\n\n").encode() * 200 + "A café.".encode("latin-1"))
    (begun,) = open_beginning(str(path))
    assert begun.whole_at == str(path)
    assert open_whole(begun).text[-7:] == "A café."


def test_to_open_a_book_takes_little_more_than_its_text(tmp_path: Path):
    path = tmp_path / "book.txt"
    path.write_text((PROSE.replace("stay", "“stay”") + "\n\n") * 15_000, "utf-8")
    (begun,) = open_beginning(str(path))
    tracemalloc.start()
    try:
        whole = open_whole(begun)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(whole.text) > 5_000_000
    assert most < 3 * len(whole.text)  # read as a whole it takes nine times as much

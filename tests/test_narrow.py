"""Long texts at one byte a character are the texts that they are."""

import errno
import pickle
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.article import Article, Paragraph
from reader.mapped import Mapped
from reader.narrow import NarrowText, joined, narrow, places

LENGTH = 70_000
ANYTHING = st.text(alphabet=st.characters(exclude_categories=["Cc"]), min_size=1, max_size=200)


def long(words: str) -> str:
    return words * (LENGTH // len(words) + 1)


@pytest.mark.parametrize("strange", ["“”’", "ęłñ “”", "🎈🇳🇴“", "\ud800“", "\ue000🎈"])
def test_a_long_text_takes_a_byte_a_character(strange: str) -> None:
    text = long(f"Nobody {strange} said so. ")
    held = narrow(text)
    assert isinstance(held, NarrowText)
    assert sys.getsizeof(held._codes) < 1.01 * len(text)
    assert str(held) == text


@pytest.mark.parametrize(
    "text",
    [
        "A short “text”.",
        long("Plain ASCII. "),
        long("Déjà vu. "),
        long("".join(map(chr, range(0x4E00, 0x4E00 + 200)))),
    ],
)
def test_what_would_not_gain_stays_a_string(text: str) -> None:
    assert narrow(text) is text


@given(words=ANYTHING, start=st.integers(-80_000, 80_000), length=st.integers(0, 300))
def test_slices_and_characters_are_those_of_the_text(words: str, start: int, length: int) -> None:
    text = long("“" + words)
    held = narrow(text)
    assert held == text
    assert text == held
    assert len(held) == len(text)
    assert held[start : start + length] == text[start : start + length]
    assert held[start % len(text)] == text[start % len(text)]


@given(words=ANYTHING, start=st.integers(0, 80_000), end=st.integers(0, 80_000))
def test_words_are_found_and_counted_as_in_the_text(words: str, start: int, end: int) -> None:
    text = long("“a " + words)
    held = narrow(text)
    for sought in (" ", "“a ", "zz", "é"):
        assert held.find(sought, start, end) == text.find(sought, start, end)
        assert held.rfind(sought, start, end) == text.rfind(sought, start, end)
        assert held.count(sought) == text.count(sought)
        assert (sought in held) == (sought in text)


@given(sought=st.text("a\n", min_size=1, max_size=5), text=st.text("ab\n", min_size=60, max_size=200))
def test_places_are_those_of_a_search_in_the_whole(sought: str, text: str) -> None:
    for held in (text * 1_000, NarrowText((text * 1_000).encode(), "".join(map(chr, range(128))))):
        found = [match.start() for match in re.finditer(sought, text * 1_000)]
        assert places(held, sought, len(found) + 1).tolist() == found
        assert places(held, sought, 7).tolist() == found[:7]
        assert not places(held, "é", 1)


def test_an_article_is_the_same_however_its_text_is_held() -> None:
    text = long("“No,” he said — twice. ")
    article = Article(text, (Paragraph(0, len(text)),))
    assert isinstance(article.text, NarrowText)
    sent = pickle.loads(pickle.dumps(article))
    assert sent.text == text
    assert isinstance(sent.text, str)  # what analyses it needs all of it
    assert (sent.key, sent.words) == (article.key, article.words)
    assert hash(sent) == hash(article)
    assert sent == article


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where very long texts lie, and hardly any is not that long."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("reader.spool._MANY", LENGTH)
    monkeypatch.setattr("reader.mapped._KEPT", LENGTH // 10)
    return tmp_path


def parts_of(text: str) -> list[str]:
    return [text[at : at + LENGTH // 3] for at in range(0, len(text), LENGTH // 3)]


@given(words=ANYTHING, start=st.integers(-160_000, 160_000), length=st.integers(0, 300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_very_long_text_is_the_same_in_a_file(folder: Path, words: str, start: int, length: int) -> None:
    text = long(f"“a {words}\n\n") + long("It — is.")
    held = joined(parts_of(text))
    assert isinstance(held, NarrowText)
    assert isinstance(held._codes, Mapped)
    assert held == text
    assert held[start : start + length] == text[start : start + length]
    assert held[start % len(text)] == text[start % len(text)]
    for sought in (" ", "“a ", " — ", "zz", "é"):
        assert held.find(sought, start) == text.find(sought, start)
        assert held.rfind(sought, 0, start) == text.rfind(sought, 0, start)
        assert held.count(sought) == text.count(sought)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(held, protocol)) == text


def test_a_text_of_ascii_lies_in_a_file_too(folder: Path) -> None:
    text = long("Plain ASCII. ") * 3
    assert isinstance(joined(parts_of(text)), NarrowText)


def test_nobody_else_finds_the_file(folder: Path) -> None:
    held = joined(parts_of(long("“Nobody” said so. ") * 3))
    assert isinstance(held, NarrowText)
    assert not list(folder.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells of a process")
def test_what_was_looked_at_is_let_go_of(folder: Path) -> None:
    held = joined(parts_of(long("“Nobody” said so. ") * 30))
    text = str(held)
    assert "".join(held[at : at + 100] for at in range(0, len(held), 100)) == text
    memory = Path("/proc/self/smaps").read_text().partition(str(folder))[2]
    assert int(memory.partition("Rss:")[2].split()[0]) * 1024 < 2 * LENGTH < len(held)


@pytest.mark.parametrize("trouble", ["folder", "disk", "disk later", "system"])
def test_where_there_is_no_file_to_be_had_it_stays_in_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    if trouble == "folder":
        monkeypatch.setenv("TMPDIR", str(folder / "none"))
    elif trouble.startswith("disk"):
        monkeypatch.setattr("os.posix_fallocate", full_after(LENGTH if "later" in trouble else 0))
    else:
        monkeypatch.delattr("os.posix_fallocate")
    text = long("“Nobody” said so. ") * 3
    held = joined(parts_of(text))
    assert isinstance(held, NarrowText)
    assert isinstance(held._codes, bytearray)
    assert held == text
    assert not list(folder.iterdir())


def full_after(room: int) -> Callable[[int, int, int], None]:
    def allocate(_file: int, start: int, length: int) -> None:
        if start + length > 2 * room:
            raise OSError(errno.ENOSPC, "full")

    return allocate

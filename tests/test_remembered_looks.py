"""The looks that were taken last, beside the store."""

import pytest

from reader.looks import Looks
from reader.settings import Settings

THEMES = ("ink", "paper")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "looks.toml"


def test_what_was_taken_last_is_known_in_the_next_run(path):
    looks = Looks(path)
    looks.keep(theme="ink", width=80)
    looks.keep(theme="paper", side="hidden")
    known = Looks(path).known(THEMES)
    assert (known.theme, known.width, known.side, known.highlights) == ("paper", 80, "hidden", None)


def test_what_is_set_counts_more_than_what_was_taken(path):
    Looks(path).keep(theme="paper", width=80)
    settings = Settings(theme="ink").over(Looks(path).known(THEMES))
    assert (settings.theme, settings.width) == ("ink", 80)


@pytest.mark.parametrize("text", [b"theme = 3", b"\xff", b"not toml", b'theme = "gone"', b"keys = 1"])
def test_what_cannot_be_read_is_done_without(path, text):
    path.parent.mkdir()
    path.write_bytes(text)
    assert Looks(path).known(THEMES).theme is None
    assert Settings().over(Looks(path).known(THEMES)).problems == ()
    Looks(path).keep(theme="ink")
    assert Looks(path).known(THEMES).theme == "ink"


def test_a_folder_that_cannot_be_written_loses_the_looks_and_nothing_else(tmp_path):
    (tmp_path / "file").write_text("")
    looks = Looks(tmp_path / "file" / "looks.toml")
    looks.keep(theme="ink")
    assert looks.known(THEMES).theme is None


def test_without_a_path_nothing_is_kept():
    looks = Looks(None)
    looks.keep(theme="ink")
    looks.forget()
    assert looks.known(THEMES) == Settings()


def test_they_can_be_forgotten(path):
    looks = Looks(path)
    looks.keep(theme="ink")
    looks.forget()
    looks.forget()
    assert not path.exists()

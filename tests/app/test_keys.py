from collections import Counter
from pathlib import Path

import pytest

from reader.app.keys import BINDINGS, KEYS, markdown_table
from reader.app.main import ReaderApp
from reader.app.reading_screen import ReadingScreen

README = Path(__file__).parents[2] / "README.md"


def test_no_key_is_bound_twice():
    keys = Counter(key for binding in BINDINGS for key in binding.key.split(","))
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_id_is_given_twice():
    assert len({binding.id for binding in BINDINGS}) == len(BINDINGS)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_does_something(key):
    name = key.action.partition("(")[0]
    owner = ReaderApp if name.startswith("app.") else ReadingScreen
    assert callable(getattr(owner, f"action_{name.removeprefix('app.')}"))


def test_the_readme_has_the_table_of_keys():
    assert markdown_table() in README.read_text("utf-8")

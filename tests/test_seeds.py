import re
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[1] / "seeds"
SHARED = SEEDS.parents[1] / "shared" / "articles"
TEXTS = sorted(SEEDS.glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_sample_is_clean_and_listed(path):
    text = path.read_text("utf-8")
    assert not re.search(r"[\t\r\xa0\ufeff]|  | \n|\n\n\n", text)
    assert text.endswith("\n")
    assert f"| {path.name} |" in (SEEDS / "README.md").read_text("utf-8")


def test_the_court_story_is_hard_wrapped_ascii():
    text = (SEEDS / "court.txt").read_text("utf-8")
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 72
    assert text.count('"') % 2 == 0


def test_the_trawler_story_has_a_paragraph_a_line_and_quotes_left_open():
    text = (SEEDS / "trawler.txt").read_text("utf-8")
    assert "\n\n" not in text
    assert text.count("“") > text.count("”")


def test_the_long_read_is_long():
    assert 6000 <= len((SEEDS / "river.txt").read_text("utf-8").split()) <= 7000


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")
def test_no_sentence_comes_from_a_borrowed_article():
    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[i : i + 9]) for i in range(len(words) - 8)}

    borrowed = set().union(*(runs(path.read_text("utf-8")) for path in SHARED.glob("*.txt")))
    for path in TEXTS:
        assert not runs(path.read_text("utf-8")) & borrowed, path.name

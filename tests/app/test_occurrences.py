from reader.analysis.findings import Mention
from reader.app.occurrences import buckets, chart


def at(*offsets: int) -> list[Mention]:
    return [Mention(offset, offset + 1, "a") for offset in offsets]


def test_every_mention_falls_into_one_bucket():
    assert buckets(at(0, 10, 11, 99), 100, 10) == [1, 2, 0, 0, 0, 0, 0, 0, 0, 1]


def test_a_stretch_without_the_actor_is_blank_and_one_mention_is_a_low_bar():
    assert chart(at(0, 50, 51, 52, 53, 54, 55), 100, 4) == "▁ ▆ "


def test_an_actor_without_mentions_has_an_empty_chart():
    assert chart([], 100, 4) == "    "


def test_an_empty_text_has_a_chart():
    assert len(chart([], 0, 4)) == 4

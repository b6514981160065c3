import io

from reader.export import progress
from reader.export.progress import Progress, bar, duration


def test_a_line_says_how_far_it_is_and_is_taken_away(monkeypatch):
    now = 0.0
    monkeypatch.setattr(progress.time, "monotonic", lambda: now)
    stream = io.StringIO()
    with Progress(10_000, stream) as shown:
        now = 60.0
        shown.finish("a.txt", failed=True)
        now = 120.0
        shown.tell("b.txt", 0.5)
    lines = stream.getvalue().split("\r")
    assert "1 of 10,000 · 166 h 39 min left · 1 failed" in lines[1]
    assert lines[-1] == "\x1b[K"


def test_without_a_terminal_nothing_is_shown():
    with Progress(3, None) as shown:
        shown.tell("a", 0.5)
        shown.finish("a", failed=False)


def test_a_bar_is_as_wide_whatever_the_part():
    assert {len(bar(part / 100)) for part in range(101)} == {26}
    assert bar(0).strip("▕▏ ") == ""
    assert bar(1) == f"▕{'█' * 24}▏"


def test_times_are_said_as_people_say_them():
    assert [duration(seconds) for seconds in (4.2, 89, 600, 7_800)] == ["4 s", "89 s", "10 min", "2 h 10 min"]

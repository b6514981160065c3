"""The program itself, at a terminal: what a person sees, and what is left behind."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal, plain_environment

SEEDS = Path(__file__).parent.parent / "seeds"
READER = [sys.executable, "-m", "reader"]
HOSTILE = (
    "\x1b]0;owned\x07[@click=app.quit]Click[/] [/b] \x9b31m\u202eHeadline\n\n"
    "By \x1b]52;c;b3duZWQ=\x07[red]Ann[/red] Lee\n\n"
    "“\x1b]8;;https://example.org\x1b\\Press here\x1b]8;;\x1b\\,” said \u2066Ann Lee\u2069 of "
    "[link=x]Norway[/link].\x00 Then she \x1bPq#0\x1b\\left \x90for\x9d [$primary]Oslo[/]\\.\n\n"
    "The end of it came \x07\x08on \x1b[2JMonday.\n"
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "ferry.txt"
    body = "\n\n".join(f"On day {day}, “we stay,” said Ingrid Solheim of Norway." for day in range(1, 60))
    path.write_text(f"Ferry Stays\n\n{body}\n", encoding="utf-8")
    return path


def quit_cleanly(terminal: Terminal) -> None:
    terminal.press("q")
    code = terminal.wait_exit()
    after = re.sub(r"\x1b\[[0-?]*[a-zA-Z]", "", terminal.output.rpartition("\x1b[?1049l")[2])
    assert code == 0, after[-600:]
    assert terminal.is_restored()
    assert "Traceback" not in after


def test_an_article_is_read_searched_through_and_left():
    with Terminal([*READER, str(SEEDS / "pact.txt")], columns=120, rows=36) as terminal:
        terminal.wait_for("In Pyongyang, Two Leaders Promise")
        terminal.press("G")
        terminal.wait_for("100 %")
        terminal.press("g")
        terminal.wait_for("In Pyongyang, Two Leaders Promise")
        quit_cleanly(terminal)


def test_actors_arrive_and_a_key_goes_from_mention_to_mention(article):
    with Terminal([*READER, str(article)], columns=120, rows=36) as terminal:
        terminal.wait_for(lambda t: re.search(r"1 Ingrid Solheim .*118", t.text()), timeout=60)
        terminal.press("1", "n")
        terminal.wait_for(lambda t: re.search(r"Ingrid Solheim \d+/118", t.text()))
        quit_cleanly(terminal)


def test_a_quote_is_copied_with_its_attribution(article):
    with Terminal([*READER, str(article)], columns=120, rows=36) as terminal:
        terminal.wait_for(lambda t: re.search(r"QUOTES +59", t.text()), timeout=60)
        terminal.press("]", "y")
        terminal.wait_for(lambda t: t.copied())
        terminal.press("Y")
        terminal.wait_for(lambda t: len(t.copied()) == 2)
        words, cited = terminal.copied()
        assert words == "we stay,"
        assert cited == "“we stay,” — Ingrid Solheim, Ferry Stays, ferry.txt"
        quit_cleanly(terminal)


@pytest.mark.parametrize("dash", ["", " -"])
def test_an_article_is_piped_in_and_the_keyboard_still_works(article, dash):
    with Terminal(["sh", "-c", f'"$0" -m reader{dash} < "$1"', sys.executable, str(article)]) as terminal:
        terminal.wait_for("On day 3,")
        terminal.press("G")
        terminal.wait_for("On day 59,")
        quit_cleanly(terminal)


def test_a_narrow_terminal_shows_the_text(article):
    with Terminal([*READER, str(article)], columns=20, rows=12) as terminal:
        terminal.wait_for("On day 1,")
        terminal.press("space")
        terminal.wait_for(lambda t: "Ferry Stays" not in t.text())
        quit_cleanly(terminal)


def test_a_resized_terminal_shows_the_text(article):
    with Terminal([*READER, str(article)], columns=120, rows=36) as terminal:
        terminal.wait_for("On day 5,")
        for columns in (60, 20, 200, 100):
            terminal.resize(columns, 30)
            terminal.wait_quiet()
        terminal.wait_for("On day 1,")
        quit_cleanly(terminal)


def test_nothing_in_an_article_reaches_the_terminal_but_its_letters(tmp_path):
    path = tmp_path / "\x1b]0;owned\x07[bold]x[nothing]\u202e.txt"
    path.write_bytes(HOSTILE.encode())
    with Terminal([*READER, str(path)], columns=120, rows=36) as terminal:
        terminal.wait_for("[@click=app.quit]Click[/] [/b] ›31mHeadline", timeout=60)
        terminal.wait_for("[link=x]Norway[/link]")
        terminal.wait_for(lambda t: re.search(r"QUOTES +1", t.text()), timeout=60)
        terminal.press("]", "i")
        terminal.wait_for("Called")
        terminal.press("escape")
        terminal.wait_for(lambda t: "Called" not in t.text())
        terminal.press("Y")
        terminal.wait_for(lambda t: t.copied())
        terminal.wait_quiet()
        quit_cleanly(terminal)
        assert {body.split(";")[0] for body in terminal.sequences("osc")} <= {
            "22",
            "52",
        }  # pointer; our own copy
        assert len(terminal.copied()) == 1
        assert terminal.sequences("string") == []
        assert not re.search(
            "[\x00-\x06\x08\x0b-\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", terminal.output
        )
        assert "\x1b[2J" not in terminal.output
        assert not any("owned" in body for body in terminal.sequences("osc"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("moment", ["\x1b[?1049h", "On day 3,"], ids=["early", "reading"])
def test_a_signal_leaves_the_terminal_as_it_was(article, number, moment):
    with Terminal([*READER, str(article)]) as terminal:
        terminal.wait_for(lambda t: moment in t.output)
        terminal.send_signal(number)
        assert terminal.wait_exit() == 128 + number
        assert terminal.is_restored()
        assert "Traceback" not in terminal.output


def test_without_a_terminal_it_says_so(article):
    done = subprocess.run([*READER, str(article)], capture_output=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 1
    assert b"--export json" in done.stderr


def test_findings_are_exported_without_a_terminal(article):
    command = [*READER, "--export", "json", str(article)]
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=plain_environment(),
        timeout=120,
    )
    assert done.returncode == 0
    data = json.loads(done.stdout)
    text = data["article"]["text"]
    assert {"Ingrid Solheim", "Norway"} <= {actor["name"] for actor in data["actors"]}
    assert [text[q["segments"][0]["start"] : q["segments"][0]["end"]] for q in data["quotes"]] == [
        "we stay,"
    ] * 59
    assert data["quotes"][0]["speaker"] == "ingrid-solheim"


def test_a_model_that_is_not_there_is_one_clear_line(article):
    command = [*READER, "--export", "json", "--model", "no-such-model", str(article)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("reader: ")
    assert done.stderr.count("\n") == 1

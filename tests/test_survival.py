"""What the real program lives through: what a person sees then, and how the terminal is left behind."""

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.store import Store
from tests.terminal import Terminal, eventually, is_running, plain_environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

READER = [sys.executable, "-m", "reader"]
HERE = str(Path(__file__).parent.parent)


@pytest.fixture
def article(tmp_path: Path) -> str:
    """Long enough that the analysis takes some seconds."""
    days = (f"On day {day}, “we stay,” said Ingrid Solheim of Norway. " for day in range(1, 401))
    path = tmp_path / "ferry.txt"
    path.write_text("Ferry Stays\n\n" + "\n\n".join(day + "Nobody left. " * 10 for day in days), "utf-8")
    return str(path)


@pytest.fixture
def memory(tmp_path: Path) -> dict[str, str]:
    """An environment with a store that outlives the program."""
    return {**plain_environment(), "READER_DATA": str(tmp_path / "memory")}


def quit_cleanly(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert terminal.is_restored()
    assert "Traceback" not in terminal.output


def worker(terminal: Terminal) -> int:
    """Wait for the process that analyses."""

    def found() -> int:
        commands = terminal.descendants().items()
        return next((process for process, command in commands if "reader.analysis.worker" in command), 0)

    return eventually(found)


def place(memory: dict[str, str]) -> int:
    """Give the place that is remembered of the article read last."""
    store = Store.open(Path(memory["READER_DATA"]) / "reader.db")
    (last,) = store.recent(1)
    store.close()
    return last.place


def test_a_killed_analysis_is_told_and_started_again_while_reading_goes_on(article: str) -> None:
    with Terminal([*READER, article], columns=120) as terminal:
        terminal.wait_for("On day 3,")
        os.kill(worker(terminal), signal.SIGKILL)
        terminal.wait_for("the analysis stopped (signal 9) · R tries again")
        terminal.press("G")
        terminal.wait_for("On day 400,")
        terminal.wait_for("names: stopped, R goes on")
        terminal.press("g", "R")
        terminal.wait_for(lambda t: re.search(r"1 Ingrid Solheim", t.text()), timeout=60)
        quit_cleanly(terminal)


def test_a_reader_that_is_killed_leaves_no_analysis_behind(article: str) -> None:
    with Terminal([*READER, article]) as terminal:
        terminal.wait_for("On day 3,")
        analysis = worker(terminal)
        terminal.send_signal(signal.SIGKILL)
        terminal.wait_exit()
        eventually(lambda: not is_running(analysis), timeout=60)


def test_a_closed_terminal_ends_the_reader_and_keeps_the_place(article: str, memory: dict[str, str]) -> None:
    window = "import pty, sys; pty.spawn(sys.argv[1:])"
    with Terminal([sys.executable, "-c", window, *READER, article], environ=memory) as terminal:
        terminal.wait_for("On day 3,")
        analysis = worker(terminal)
        reader = next(iter(terminal.descendants()))
        terminal.press("G")
        terminal.wait_for("100 %")
        terminal.send_signal(signal.SIGKILL)  # the window goes, and with it the terminal
        eventually(lambda: not is_running(reader))
        eventually(lambda: not is_running(analysis))
    assert place(memory) > 40_000


def test_suspended_it_gives_the_terminal_back_and_resumed_it_goes_on(article: str) -> None:
    shell = ["bash", "--norc", "--noprofile", "--noediting", "-i"]
    with Terminal(shell, columns=120, environ={**plain_environment(), "PS1": "shell: "}) as terminal:
        terminal.wait_for("shell:")
        terminal.press(*f"{sys.executable} -m reader {article}", "enter")
        terminal.wait_for("On day 3,")
        terminal.press("G")
        terminal.wait_for("On day 400,")
        terminal.press("ctrl+z")
        terminal.wait_for("Stopped")
        assert terminal.is_restored()
        terminal.press(*"echo in the $((40+2)) shell", "enter")
        terminal.wait_for("in the 42 shell")
        terminal.press(*"fg", "enter")
        terminal.wait_for("On day 400,")
        terminal.press("g")
        terminal.wait_for("On day 3,")
        terminal.press("q")
        terminal.wait_for(lambda t: t.output.endswith("shell: "))
        assert terminal.is_restored()


def test_resized_a_hundred_times_while_analysing_it_shows_text_and_names(article: str) -> None:
    with Terminal([*READER, article], columns=120, rows=36) as terminal:
        terminal.wait_for("On day 3,")
        worker(terminal)
        for number in range(100):
            terminal.resize(20 + 37 * number % 150, 8 + 11 * number % 40)
        terminal.resize(120, 36)
        terminal.wait_for(lambda t: "On day 2," in t.text() and "1 Ingrid Solheim" in t.text(), timeout=60)
        quit_cleanly(terminal)


def test_two_readers_share_an_article_and_a_store(article: str, memory: dict[str, str]) -> None:
    with (
        Terminal([*READER, article], columns=120, environ=memory) as one,
        Terminal([*READER, article], columns=120, environ=memory) as other,
    ):
        for terminal in (one, other):
            terminal.wait_for("On day 3,")
        other.press("G")
        other.wait_for("100 %")
        for terminal in (one, other):
            quit_cleanly(terminal)
    assert place(memory) > 40_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with little room."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path) -> None:
    with (disk / "filling").open("wb", buffering=0) as filling, contextlib.suppress(OSError):
        while True:
            filling.write(bytes(4096))


def test_on_a_full_disk_it_reads_and_what_was_saved_before_is_there_after(
    article: str, memory: dict[str, str], small_disk: Path
) -> None:
    environ = {**memory, "READER_DATA": str(small_disk)}
    with Terminal([*READER, article], columns=120, environ=environ) as terminal:
        terminal.wait_for("On day 3,")
        terminal.press("G")
        terminal.wait_for("100 %")
        quit_cleanly(terminal)
    saved = place(environ)
    fill(small_disk)
    with Terminal([*READER, article], columns=120, environ=environ) as terminal:
        terminal.wait_for("remembered")
        terminal.press("g")
        terminal.wait_for("On day 3,")
        quit_cleanly(terminal)
    (small_disk / "filling").unlink()
    assert place(environ) == saved > 40_000


# Even root may make no folder in /sys. The user of a container may have neither HOME nor a name.
NAMELESS = "import pwd, sys; pwd.getpwuid = {}.__getitem__; from reader.cli import main; sys.exit(main())"


@pytest.mark.parametrize(
    ("home", "reader"), [("HOME=/sys", READER), ("--unset=HOME", [sys.executable, "-c", NAMELESS])]
)
def test_without_a_home_to_write_to_it_reads_and_says_that_nothing_is_remembered(
    article: str, tmp_path: Path, home: str, reader: list[str]
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    command = ["env", "--unset=READER_DATA", "--unset=READER_SETTINGS", home, *reader, article]
    environ = {**plain_environment(), "PYTHONPATH": HERE}
    with Terminal(command, columns=120, environ=environ, cwd=folder) as terminal:
        terminal.wait_for("nothing is remembered this time")
        terminal.press("G")
        terminal.wait_for("On day 400,")
        quit_cleanly(terminal)
    assert list(folder.iterdir()) == []

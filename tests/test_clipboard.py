"""Copying, with the real things where they are installed: a terminal, tmux, an X server and xclip."""

import base64
import os
import re
import shutil
import subprocess
import sys
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import clipboard
from reader.clipboard import Delivery, copy, osc52
from tests.terminal import Terminal, plain_environment

QUOTE = "“We are an island,” she said, “naïvely.”\n\nÆgir — 日本"

# A program that copies its first argument as the reader does, and tells on the screen what became of it.
PROGRAM = textwrap.dedent(
    """
    import sys
    from reader import clipboard
    from reader.clipboard import copy
    clipboard._PATIENCE = 30  # the machine may be busy
    def write(sequence):
        sys.stdout.write(sequence)
        sys.stdout.flush()
    print("told:", copy(sys.argv[1], write=write).message)
    """
)


def copier(text: str = QUOTE) -> list[str]:
    return [sys.executable, "-c", PROGRAM, text]


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [program for program in programs if shutil.which(program) is None]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


@pytest.fixture(scope="module")
def x_server():
    """A display of our own; gives its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "320x200x8", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with open(reading) as announcement:  # noqa: PTH123
        number = announcement.readline().strip()  # comes when the server is ready
    yield f":{number}"
    server.terminate()
    server.wait()


def on_x(display: str) -> str:
    """Give what another program would paste."""
    command = ["xclip", "-selection", "clipboard", "-out"]
    done = subprocess.run(
        command, env=plain_environment(DISPLAY=display), capture_output=True, check=True, timeout=10
    )
    return done.stdout.decode()


def test_the_terminal_is_always_asked():
    with Terminal(copier()) as terminal:
        terminal.wait_for("told: Sent to the terminal’s clipboard")
        assert terminal.wait_exit() == 0
        assert terminal.copied() == [QUOTE]


@needs("Xvfb", "xclip")
def test_at_a_desktop_another_program_can_paste_it(x_server):
    with Terminal(copier(), environ=plain_environment(DISPLAY=x_server)) as terminal:
        terminal.wait_for("told: Copied to the clipboard")
        assert terminal.wait_exit() == 0
        assert terminal.copied() == [QUOTE]
    assert on_x(x_server) == QUOTE  # though the program has ended


@needs("Xvfb", "xclip")
def test_over_ssh_the_desktop_of_this_machine_is_left_alone(x_server):
    environ = plain_environment(DISPLAY=x_server)
    with Terminal(copier("here"), environ=environ) as terminal:
        terminal.wait_for("told: Copied to the clipboard")
    with Terminal(
        copier("far away"), environ={**environ, "SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}
    ) as terminal:
        terminal.wait_for("told: Sent to the terminal’s clipboard")
        assert terminal.copied() == ["far away"]
    assert on_x(x_server) == "here"


@needs("xclip")
def test_a_display_that_is_not_there_is_not_claimed_and_writes_nothing_on_the_screen():
    with Terminal(copier(), environ=plain_environment(DISPLAY=":4242")) as terminal:
        terminal.wait_for("told:")
        assert terminal.wait_exit() == 0
        assert terminal.text().strip() == "told: Sent to the terminal’s clipboard"


@needs("sh")
def test_a_desktop_that_hangs_is_given_up_with_its_helpers(tmp_path, monkeypatch):
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.5)
    started = tmp_path / "started"
    (tmp_path / "xclip").write_text(f"#!/bin/sh\necho noise >&2\necho $$ > {started}\nexec sleep 600\n")
    (tmp_path / "xclip").chmod(0o755)
    environ = plain_environment(DISPLAY=":4242", PATH=f"{tmp_path}:/usr/bin:/bin")
    assert copy(QUOTE, write=lambda _: None, environ=environ) == Delivery(terminal=True)
    if started.exists():
        assert not _is_running(int(started.read_text()))


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return not status.stdout.startswith("Z")


def test_a_module_of_the_folder_that_one_stands_in_is_not_run(tmp_path, monkeypatch):
    (tmp_path / "pyperclip.py").write_text("open('run', 'w')")
    monkeypatch.chdir(tmp_path)
    copy(QUOTE, write=lambda _: None, environ=plain_environment(DISPLAY=":4242"))
    assert not (tmp_path / "run").exists()


@needs("tmux")
def test_in_tmux_its_buffer_and_its_terminal_get_it(tmp_path):
    """With tmux's own defaults, in which it ignores what programs ask of the clipboard."""
    environ = plain_environment(TMUX_TMPDIR=str(tmp_path))
    with Terminal(
        ["tmux", "-f", "/dev/null", "new-session", *copier(), ";", "set", "remain-on-exit", "on"],
        environ=environ,
    ) as terminal:
        terminal.wait_for("told: Copied to tmux and sent to the terminal")
        terminal.wait_for(lambda terminal: QUOTE in _base64_bodies(terminal))
        shown = subprocess.run(["tmux", "show-buffer"], env=environ, capture_output=True, check=True)
        assert shown.stdout.decode() == QUOTE
        subprocess.run(["tmux", "kill-server"], env=environ, check=True)


def _base64_bodies(terminal: Terminal) -> list[str]:
    bodies = [re.fullmatch(r"52;[a-z]*;(.*)", body) for body in terminal.sequences("osc")]
    return [base64.b64decode(body[1]).decode() for body in bodies if body]


def test_outside_tmux_a_stale_name_of_it_claims_nothing(tmp_path):
    environ = plain_environment(TMUX=f"{tmp_path}/gone,1,0")
    assert copy(QUOTE, write=lambda _: None, environ=environ).message == "Sent to the terminal’s clipboard"


def test_gnu_screen_gets_it_wrapped_in_pieces_that_it_can_hold():
    pieces = list(osc52(QUOTE * 20, in_screen=True))
    assert all(
        len(piece) < 256 and piece.startswith("\x1bP") and piece.endswith("\x1b\\") for piece in pieces
    )
    assert "".join(piece[2:-2] for piece in pieces) == "".join(osc52(QUOTE * 20))


def test_what_no_terminal_takes_is_not_sent_and_not_claimed():
    sent = []
    delivery = copy("a" * 80_000, write=sent.append, environ={})
    assert sent == []
    assert delivery.message == "Too long for the terminal: not copied"


@given(st.text())
def test_no_control_code_reaches_terminal_or_clipboard(text):
    sent = []
    copy(text, write=sent.append, environ={})
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\a", "".join(sent))
    assert found
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", base64.b64decode(found[1]).decode())

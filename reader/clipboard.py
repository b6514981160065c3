"""The one way to copy.

The terminal is always asked (OSC 52: it works over SSH, but nobody acknowledges it). tmux ignores OSC 52
from programs unless ``set-clipboard`` is ``on``: it is told as well, and passes the text on to its own
terminal. At a local desktop the desktop's clipboard is written too, through pyperclip. Over SSH that would
be the clipboard of the wrong machine.
"""

import base64
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.sources.cleaning import clean

#: Bytes; longer sequences are cut off or refused by many terminals (hterm's osc52.sh names this limit).
LONGEST_SEQUENCE = 100_000

_SCREEN_CHUNK = 240  # bytes; GNU screen 4.0 keeps no longer string than 256
_PATIENCE = 3.0  # seconds; a desktop that takes longer is not there

# Run apart, because pyperclip's helpers may hang, or write to the error stream, on which the screen is drawn.
# pyperclip does not look at their exit codes either: where reading back is harmless, that tells the truth.
_DESKTOP = """\
import sys, time, pyperclip
text = sys.stdin.buffer.read().decode()
pyperclip.copy(text)
for wait in (0, 0.02, 0.1, 0.3):  # xclip comes back before the X server knows its new owner
    time.sleep(wait)
    if sys.argv[1] == "trust" or pyperclip.paste() == text:
        sys.exit(0)
sys.exit(1)
"""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is known of a copy: who took it for certain, and whether the terminal was asked."""

    desktop: bool = False
    tmux: bool = False
    terminal: bool = False

    @property
    def message(self) -> str:
        """Say it in words that claim no more than is known."""
        if self.desktop:
            return "Copied to the clipboard"
        if self.tmux:
            return "Copied to tmux and sent to the terminal"
        if self.terminal:
            return "Sent to the terminal’s clipboard"
        return "Too long for the terminal: not copied"


def copy(text: str, *, write: Callable[[str], None], environ: Mapping[str, str] = os.environ) -> Delivery:
    """Copy text wherever the reader can be expected to paste it.

    `write` takes a sequence for the terminal. Blocks for a tenth of a second at a desktop, a few seconds if
    that hangs: call it from a thread.
    """
    text = clean(text)
    sequences = list(osc52(text, in_screen="STY" in environ))
    sendable = sum(map(len, sequences)) <= LONGEST_SEQUENCE
    if sendable:
        write("".join(sequences))
    return Delivery(
        desktop=_is_local(environ) and _to_desktop(text, environ),
        tmux="TMUX" in environ and _feed(["tmux", "load-buffer", "-w", "-"], text, environ),
        terminal=sendable,
    )


def osc52(text: str, *, in_screen: bool = False) -> Iterator[str]:
    """Give the terminal sequences that ask for `text` on the clipboard.

    GNU screen hands on only what is wrapped for it, in short pieces.
    """
    sequence = f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a"
    if not in_screen:
        yield sequence
        return
    for start in range(0, len(sequence), _SCREEN_CHUNK):
        yield f"\x1bP{sequence[start : start + _SCREEN_CHUNK]}\x1b\\"


def _is_local(environ: Mapping[str, str]) -> bool:
    """Tell whether the desktop of this machine is the one in front of the reader."""
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return False
    if sys.platform in ("darwin", "win32", "cygwin"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))


def _to_desktop(text: str, environ: Mapping[str, str]) -> bool:
    # macOS asks its user before it lets a program read; Windows changes line ends.
    check = "verify" if sys.platform == "linux" and "WSL_DISTRO_NAME" not in environ else "trust"
    # -P: a module in the folder that the reader stands in must not be run
    return _feed([sys.executable, "-P", "-c", _DESKTOP, check], text, environ)


def _feed(command: Sequence[str], text: str, environ: Mapping[str, str]) -> bool:
    """Run a command with the text as its input, out of sight; tell whether it did its work in time."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(environ),
            start_new_session=True,  # what holds an X selection must outlive the reader
        )
    except OSError:
        return False
    try:
        process.communicate(text.encode(), timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)  # its helpers too
        else:
            process.kill()
        process.wait()
    return process.returncode == 0

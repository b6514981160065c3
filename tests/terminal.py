"""Runs a program in a pseudo-terminal and looks at its screen: for tests and benchmarks.

A thread does nothing but read what the program writes and note when. The emulator, which is slow, is fed
afterwards, so that it is in no measured time. Every wait is for a condition.
"""

import base64
import codecs
import os
import re
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self, TypeVar

import pyte
from ptyprocess import PtyProcess

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "ctrl+c": "\x03",
    "ctrl+d": "\x04",
    "ctrl+z": "\x1a",
}

T = TypeVar("T")

_SEQUENCE = re.compile(
    r"\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    r"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b[PX^_](?P<string>.*?)\x1b\\"
    r"|\x1b(?P<escape>[ -/]*[0-OQ-WYZ`-~])",
    re.DOTALL,
)
# Wrapping, cursor, mouse, focus, main screen, bracketed paste, synchronised output, news of resizing.
_MODES = frozenset(
    ["7", "25", "1000", "1002", "1003", "1004", "1006", "1015", "1049", "2004", "2026", "2048"]
)
# What the emulator would misread: strings, and control sequences with private marks but the cursor's.
_UNKNOWN = re.compile(
    r"\x1b[PX^_].*?\x1b\\|\x1b\[(?:[<=>][0-?]*[ -/]*[@-~]|\?(?!25[hl])[0-?]*[ -/]*[@-~]|[0-?]*[ -/]+[@-~])",
    re.DOTALL,
)


class TerminalTimeoutError(AssertionError):
    """What was waited for did not come; the message shows the screen."""


def plain_environment(**more: str) -> dict[str, str]:
    """Give an environment without SSH, display or multiplexer, in which a terminal has true colour."""
    names = ("PATH", "HOME", "LANG", "VIRTUAL_ENV", "PYTHONPATH")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return {"LANG": "C.UTF-8", **kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **more}


class Terminal:
    """A program in a pseudo-terminal of its own, killed on leaving; times are seconds since its start.

    Where `environ` does not say otherwise, it remembers nothing and has no settings.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 100,
        rows: int = 30,
        environ: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._emulator = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._chunks: list[tuple[float, bytes]] = []
        self._fed = 0
        self._tail = ""
        self._news = threading.Condition()
        self._closed = False
        self.output = ""  # all that has been fed to the screen, as text
        self._folder = tempfile.TemporaryDirectory()
        memory = {"READER_DATA": self._folder.name, "READER_SETTINGS": f"{self._folder.name}/settings.toml"}
        self._began = time.monotonic()
        self.process = PtyProcess.spawn(
            list(command),
            dimensions=(rows, columns),
            env={**memory, **(plain_environment() if environ is None else environ)},
            cwd=None if cwd is None else str(cwd),
            preexec_fn=_heed_ctrl_c,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.isalive():
            self.process.kill(signal.SIGKILL)
        self.process.wait()
        self._reader.join()
        self.process.close()
        self._folder.cleanup()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self.process.fd, 1 << 16)
            except OSError:  # how Linux says that the program has gone
                data = b""
            with self._news:
                if data:
                    self._chunks.append((time.monotonic() - self._began, data))
                self._closed = not data
                self._news.notify_all()
            if not data:
                return
            if b"\x1b[?2026$p" in data:  # as terminals do that draw a frame at a time
                self._write("\x1b[?2026;2$y")

    def _write(self, text: str) -> None:
        os.write(self.process.fd, text.encode())

    def _feed(self, data: bytes) -> None:
        text = self._decoder.decode(data)
        self.output += text
        text = self._tail + text
        last = text.rfind("\x1b")
        whole = last < 0 or _SEQUENCE.match(text, last)
        text, self._tail = (text, "") if whole else (text[:last], text[last:])
        self._emulator.feed(_UNKNOWN.sub("", text))

    # What the person at the terminal does

    def press(self, *keys: str) -> None:
        """Press keys by name or character."""
        for key in keys:
            self._write(KEYS.get(key, key))

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, with everything on it that was written for the old one."""
        self.wait_quiet(0)
        self._screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def send_signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.process.pid, number)

    def descendants(self) -> dict[int, str]:
        """Give the processes that the program has started, and theirs, with their command lines."""
        return {process: _command(process) for process in _tree(self.process.pid)[1:]}

    # What the person sees

    def text(self) -> str:
        """Give the screen as it is now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, condition: "str | Callable[[Terminal], object]", timeout: float = 20) -> float:
        """Wait for a text on the screen, or for anything; gives when the chunk came that brought it."""

        def met() -> bool:
            return condition in self.text() if isinstance(condition, str) else bool(condition(self))

        deadline = time.monotonic() + timeout
        when = time.monotonic() - self._began
        while not met():
            with self._news:
                self._news.wait_for(
                    lambda: self._fed < len(self._chunks) or self._closed, deadline - time.monotonic()
                )
                if self._fed == len(self._chunks):
                    why = "the program ended" if self._closed else "nothing more came"
                    raise TerminalTimeoutError(f"{why} before {condition!r}; the screen:\n{self.text()}")
                when, data = self._chunks[self._fed]
                self._fed += 1
            self._feed(data)
        return when

    def respond(self, key: str, timeout: float = 5) -> float:
        """Press a key, and give the seconds until the program wrote something."""
        return self.respond_to(lambda: self.press(key), timeout, repr(key))

    def respond_to(self, act: Callable[[], object], timeout: float = 5, what: str = "this") -> float:
        """Do something, and give the seconds until the program wrote something."""
        self.wait_quiet(0)
        pressed = time.monotonic() - self._began
        act()
        with self._news:
            if not self._news.wait_for(lambda: self._fed < len(self._chunks), timeout):
                raise TerminalTimeoutError(f"nothing happened on {what}; the screen:\n{self.text()}")
            return self._chunks[self._fed][0] - pressed

    def wait_quiet(self, seconds: float = 0.3, timeout: float = 30) -> float:
        """Wait until nothing has been written for a while; gives when the last chunk came."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            with self._news:
                came = self._news.wait_for(lambda: self._fed < len(self._chunks) or self._closed, seconds)
                if not came or self._fed == len(self._chunks):
                    return self._chunks[self._fed - 1][0] if self._fed else 0.0
                _, data = self._chunks[self._fed]
                self._fed += 1
            self._feed(data)
        raise TerminalTimeoutError(f"never quiet; the screen:\n{self.text()}")

    def wait_exit(self, timeout: float = 20) -> int:
        """Wait until the program ends, and give its exit code (of a signal: its negative number)."""
        with self._news:
            if not self._news.wait_for(lambda: self._closed, timeout):
                raise TerminalTimeoutError(f"still running; the screen:\n{self.text()}")
        self.wait_quiet(0)
        self.process.wait()
        code = self.process.exitstatus
        return code if code is not None else -self.process.signalstatus

    # What the program wrote

    def sequences(self, kind: str) -> list[str]:
        """Give the bodies of all sequences of a kind: csi, osc, string, escape."""
        return [found[kind] for found in _SEQUENCE.finditer(self.output) if found[kind] is not None]

    def copied(self) -> list[str]:
        """Give the texts that the program asked the terminal to put on the clipboard."""
        bodies = [body for body in self.sequences("osc") if body.startswith("52;c;")]
        return [base64.b64decode(body.removeprefix("52;c;")).decode() for body in bodies]

    def is_restored(self) -> bool:
        """Tell whether modes are as a shell wants them: main screen, cursor, wrapping, no mouse, no paste."""
        modes = {"7": "h", "25": "h"}
        for body in self.sequences("csi"):
            if found := re.fullmatch(r"\?([\d;]+)([hl])", body):
                modes.update(dict.fromkeys(found[1].split(";"), found[2]))
        return {mode for mode, state in modes.items() if state == "h" and mode in _MODES} == {"7", "25"}

    def processor_time(self, *, alone: bool = False) -> float:
        """Give the seconds of processor time that the program (not `alone`: and its living children) used."""
        processes = [self.process.pid] if alone else _tree(self.process.pid)
        return sum(map(_processor_time, processes))


def _heed_ctrl_c() -> None:
    """Let ctrl+c act even where the tests run in the background of a shell, which has it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def eventually(condition: Callable[[], T], timeout: float = 20) -> T:
    """Ask again and again until something is the case, and give it: for what no news comes of."""
    pause = threading.Event()
    deadline = time.monotonic() + timeout
    while not (found := condition()):
        assert time.monotonic() < deadline, f"it never came to {condition}"
        pause.wait(0.02)
    return found


def is_running(process: int) -> bool:
    """Tell whether there is such a process, and it has not ended."""
    return _state(process) not in ("", "Z")


def is_waiting(process: int) -> bool:
    """Tell whether a process sleeps in a call of the system, such as a read."""
    return _state(process) == "S"


def _state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def _tree(process: int) -> list[int]:
    found = [process]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            found.extend(map(int, children.read_text().split()))
    return found


def _command(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def _processor_time(process: int) -> float:
    try:
        return (
            sum(int(p.read_text().split()[0]) for p in Path(f"/proc/{process}/task").glob("*/schedstat"))
            / 1e9
        )
    except OSError:
        return 0.0

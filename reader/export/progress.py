"""A line on a terminal that says how far an export is."""

import shutil
import time
from threading import Lock
from typing import Self, TextIO

_EVERY = 0.1  # seconds between two drawings
_BAR = 24  # cells
_UNKNOWN = 3  # seconds before one can tell how long it will take
_EIGHTHS = " ▏▎▍▌▋▊▉"


class Progress:
    """Shows how many of `total` sources are done and how long the rest will take; without a stream, nothing.

    Any thread may tell. On leaving, the line is taken away.
    """

    def __init__(self, total: int, stream: TextIO | None) -> None:
        self._total, self._stream = total, stream
        self._done = self._failed = 0
        self._parts: dict[str, float] = {}
        self._began = self._drawn = time.monotonic()
        self._lock = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._stream is not None:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def tell(self, source: str, part: float) -> None:
        """Be told what part of a source is done."""
        with self._lock:
            self._parts[source] = part
            self._draw()

    def finish(self, source: str, failed: bool) -> None:
        """Be told that a source has been dealt with."""
        with self._lock:
            self._parts.pop(source, None)
            self._done += 1
            self._failed += failed
            self._draw()

    def _draw(self) -> None:
        now = time.monotonic()
        if self._stream is None or now - self._drawn < _EVERY:
            return
        self._drawn = now
        line = self._line(now - self._began)
        self._stream.write(f"\r{line[: shutil.get_terminal_size().columns - 1]}\x1b[K")
        self._stream.flush()

    def _line(self, seconds: float) -> str:
        done = self._done + sum(self._parts.values())
        told = f"{bar(done / self._total)} {self._done:,} of {self._total:,}"
        if done > 0 and seconds > _UNKNOWN:
            told += f" · {duration(seconds * (self._total - done) / done)} left"
        return told + (f" · {self._failed:,} failed" if self._failed else "")


def bar(part: float) -> str:
    """Draw a part of a whole, in eighths of a cell."""
    eighths = round(min(1.0, part) * _BAR * 8)
    full, rest = divmod(eighths, 8)
    return f"▕{'█' * full}{_EIGHTHS[rest] if rest else ''}".ljust(_BAR + 1) + "▏"


def duration(seconds: float) -> str:
    """Give a time as people do: 40 s, 3 min, 2 h 10 min."""
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{round(seconds)} s"
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"

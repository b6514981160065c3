"""How long until there is text, beside a bare Textual app in the same run.

    python tests/benchmarks/start.py [--rounds 21] [--words 1000000]

Every start of a program stands between two of the bare app, and is compared with these two: a processor that
changes its speed from one minute to the next, as those of shared machines do, changes it for all three. Given
are medians: milliseconds by the clock, in brackets those of processor time, and of the ratios the quartiles,
too. "Reopened" is an article that was left further down, with its place, its width and all that was found.
Linux only.
"""

import argparse
import operator
import re
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.writing import FIRST_WORDS, article  # noqa: E402
from tests.terminal import Terminal, plain_environment  # noqa: E402

COLUMNS, ROWS = 120, 40
#: What the command does that is installed.
COMMAND = "from reader.__main__ import main; raise SystemExit(main())"


class Cost(NamedTuple):
    """Seconds by the clock, and of processor time."""

    wall: float
    processor: float


class Start(NamedTuple):
    """What a start cost, and what those of the bare app around it cost on average."""

    cost: Cost
    bare: Cost


class Program(NamedTuple):
    """What is started, what tells that it shows its text, and where it remembers (None: nowhere)."""

    name: str
    command: list[str]
    shows: str
    memory: Path | None = None


BARE = Program("bare app", [sys.executable, str(ROOT / "tests/benchmarks/bare.py")], "A bare Textual app")


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=21, help="starts of each program")
    parser.add_argument("--words", type=int, default=1_000_000, help="length of the long article")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        short, long = reader(folder, 1_500), reader(folder, options.words)
        _print_table(_starts([short, long, _left_further_down(short, folder)], options.rounds))


def reader(folder: Path, words: int) -> Program:
    """Give the reader with an article of so many words."""
    path = folder / f"{words}.txt"
    path.write_text(article(words), encoding="utf-8")
    return Program(f"reader, {words:,} words", [sys.executable, "-c", COMMAND, str(path)], FIRST_WORDS)


def started(program: Program) -> Terminal:
    """Start a program in a terminal of the size that all have."""
    memory = {} if program.memory is None else {"READER_DATA": str(program.memory)}
    environ = plain_environment(**memory)
    return Terminal(program.command, columns=COLUMNS, rows=ROWS, cwd=ROOT, environ=environ)


def is_understood(terminal: Terminal) -> bool:
    """Tell whether the lists are full: there is progress before, and none after."""
    text = terminal.text()
    return re.search(r"QUOTES +[1-9]", text) is not None and re.search(r"[━╌]{6}", text) is None


def _left_further_down(program: Program, folder: Path) -> Program:
    """Have an article understood, read some pages of it, and leave."""
    reopened = program._replace(name="the same, reopened", memory=folder / "memory")
    with started(reopened) as terminal:
        terminal.wait_for(program.shows, timeout=60)
        terminal.wait_for(is_understood, timeout=120)
        terminal.press("space", "space", "1")
        terminal.wait_quiet(0.5)
        shown = max((line[:40].strip() for line in terminal.text().splitlines()[3:-3]), key=len)
        terminal.press("q")
        terminal.wait_exit()
    return reopened._replace(shows=shown)


def _starts(programs: list[Program], rounds: int) -> dict[str, list[Start]]:
    starts = defaultdict(list)
    for _ in range(rounds + 1):
        before = _cost(BARE)
        for program in programs:
            cost, after = _cost(program), _cost(BARE)
            bare = Cost(*(statistics.mean(pair) for pair in zip(before, after, strict=True)))
            starts[program.name].append(Start(cost, bare))
            before = after
    return {name: measured[1:] for name, measured in starts.items()}  # the first fills the caches


def _cost(program: Program) -> Cost:
    with started(program) as terminal:
        wall = terminal.wait_for(program.shows, timeout=60)
        return Cost(wall, terminal.processor_time(alone=True))


def _print_table(starts: dict[str, list[Start]]) -> None:
    print("| start to text | ms (processor) | bare app | times the bare app | quartiles |\n|" + " --- |" * 5)
    for name, measured in starts.items():
        costs = [_both([getattr(start, of) for start in measured], _milliseconds) for of in Start._fields]
        ratios = [Cost(*map(operator.truediv, start.cost, start.bare)) for start in measured]
        told = [_both(ratios, lambda times: f"{statistics.median(times):.2f}"), _both(ratios, _quartiles)]
        print("|", " | ".join([name, *costs, *told]), "|")


def _milliseconds(times: Sequence[float]) -> str:
    return f"{1000 * statistics.median(times):.0f}"


def _both(costs: list[Cost], told: Callable[[Sequence[float]], str]) -> str:
    wall, processor = map(told, zip(*costs, strict=True))
    return f"{wall} ({processor})"


def _quartiles(ratios: Sequence[float]) -> str:
    low, _, high = statistics.quantiles(ratios)
    return f"{low:.2f} to {high:.2f}"


if __name__ == "__main__":
    main()

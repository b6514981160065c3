"""How long until there is text, beside a bare Textual app in the same run.

    python tests/benchmarks/start.py [--rounds 7] [--words 1000000]

Every round starts each program once, in turn, so that what else the machine does falls on all of them. Given
are medians: milliseconds by the clock, in brackets those of processor time. "Reopened" is an article that was
left further down, with its place, its width and all that was found. Linux only.
"""

import argparse
import re
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
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
    parser.add_argument("--rounds", type=int, default=7, help="starts of each program")
    parser.add_argument("--words", type=int, default=1_000_000, help="length of the long article")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        short, long = reader(folder, 1_500), reader(folder, options.words)
        _print_table(_starts([BARE, short, long, _left_further_down(short, folder)], options.rounds))


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


def _starts(programs: list[Program], rounds: int) -> dict[str, list[Cost]]:
    costs = defaultdict(list)
    for _ in range(rounds + 1):
        for program in programs:
            with started(program) as terminal:
                wall = terminal.wait_for(program.shows, timeout=60)
                costs[program.name].append(Cost(wall, terminal.processor_time(alone=True)))
    return {name: measured[1:] for name, measured in costs.items()}  # the first fills the caches


def _print_table(costs: dict[str, list[Cost]]) -> None:
    print("| start to text | ms (processor) | times the bare app |\n| --- | --- | --- |")
    bare = costs[BARE.name]
    for name, measured in costs.items():
        wall, processor = (1000 * _median(measured, of) for of in (_wall, _processor))
        ratios = (_median(measured, of) / _median(bare, of) for of in (_wall, _processor))
        print(f"| {name} | {wall:.0f} ({processor:.0f}) | {{:.2f}} ({{:.2f}}) |".format(*ratios))


def _wall(cost: Cost) -> float:
    return cost.wall


def _processor(cost: Cost) -> float:
    return cost.processor


def _median(costs: list[Cost], of: Callable[[Cost], float]) -> float:
    return statistics.median(map(of, costs))


if __name__ == "__main__":
    main()

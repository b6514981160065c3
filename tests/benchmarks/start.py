"""How long until there is text, and what a key costs, beside a bare Textual app in the same run.

    python tests/benchmarks/start.py [--rounds 7] [--keys 20] [--words 1000000]

Every round starts each program once, in turn, so that what else the machine does falls on all of them. Given
are medians: milliseconds by the clock, in brackets those of processor time of the screen's process. The
analysis has a process of its own, which is at work while the keys are pressed. Linux only.
"""

import argparse
import re
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.writing import FIRST_WORDS, article  # noqa: E402
from tests.terminal import Terminal  # noqa: E402

COLUMNS, ROWS = 120, 40
BARE_KEY = "j"
# Keys of the reader, pressed in turn.
KEYS = {"next mention": "n", "next quote": "]", "line down, up": "jk", "page down, up": " b"}


class Cost(NamedTuple):
    """Seconds by the clock, and of processor time."""

    wall: float
    processor: float


class Program(NamedTuple):
    """What is started, and what tells that it shows its text."""

    name: str
    command: list[str]
    shows: str


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=7, help="starts of each program")
    parser.add_argument("--keys", type=int, default=20, help="presses of each key")
    parser.add_argument("--words", type=int, default=1_000_000, help="length of the long article")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        programs = list(_programs(Path(folder), options.words))
        starts = _starts(programs, options.rounds)
        keys = {program.name: _key_costs(program, options.keys) for program in programs}
    _print_table(programs, starts, keys)


def _programs(folder: Path, words: int) -> Iterator[Program]:
    yield Program("bare app", [sys.executable, str(ROOT / "tests/benchmarks/bare.py")], "A bare Textual app")
    for length in (1_500, words):
        path = folder / f"{length}.txt"
        path.write_text(article(length), encoding="utf-8")
        yield Program(f"reader, {length:,} words", [sys.executable, "-m", "reader", str(path)], FIRST_WORDS)


def _starts(programs: list[Program], rounds: int) -> dict[str, list[Cost]]:
    costs = defaultdict(list)
    for _ in range(rounds + 1):
        for program in programs:
            with _started(program) as terminal:
                wall = terminal.wait_for(program.shows, timeout=60)
                costs[program.name].append(Cost(wall, terminal.processor_time()))
    return {name: measured[1:] for name, measured in costs.items()}  # the first fills the caches


def _key_costs(program: Program, presses: int) -> dict[str, list[Cost]]:
    with _started(program) as terminal:
        terminal.wait_for(program.shows, timeout=60)
        terminal.wait_quiet(0.5)
        if program.name == "bare app":
            return {BARE_KEY: _presses(terminal, BARE_KEY, presses)}
        for found in ("PEOPLE", "QUOTES"):  # with a number: the first findings are there
            terminal.wait_for(lambda t, found=found: re.search(rf"{found} +[1-9]", t.text()), timeout=120)
        terminal.press("1")
        terminal.wait_quiet(0.1)
        costs = {"n": _presses(terminal, "n", presses)}
        for _ in range(2):  # from the mention, from the actor: now the quotes are anybody's
            terminal.press("escape")
            terminal.wait_quiet(0.1)
        return costs | {keys: _presses(terminal, keys, presses) for keys in KEYS.values() if keys != "n"}


def _presses(terminal: Terminal, keys: str, presses: int) -> list[Cost]:
    costs = []
    for key in islice(cycle(keys), presses):
        before = terminal.processor_time()
        wall = terminal.respond(key)
        terminal.wait_quiet(0.05)
        costs.append(Cost(wall, terminal.processor_time() - before))
    return costs


def _started(program: Program) -> Terminal:
    return Terminal(program.command, columns=COLUMNS, rows=ROWS, cwd=ROOT)


def _print_table(
    programs: list[Program], starts: dict[str, list[Cost]], keys: dict[str, dict[str, list[Cost]]]
) -> None:
    bare, *readers = (program.name for program in programs)
    print("|", " | ".join(["", bare, *readers]), "|")
    print("|" + " --- |" * (len(readers) + 2))
    _print_row("start to text", starts[bare], [starts[name] for name in readers])
    for what, key in KEYS.items():
        _print_row(what, keys[bare][BARE_KEY], [keys[name][key] for name in readers])


def _print_row(what: str, bare: list[Cost], readers: list[list[Cost]]) -> None:
    cells = [_cell(bare), *(f"{_cell(costs)}, {_ratio(costs, bare)}" for costs in readers)]
    print("|", " | ".join([what, *cells]), "|")


def _median(costs: list[Cost], of: Callable[[Cost], float]) -> float:
    return statistics.median(map(of, costs))


def _cell(costs: list[Cost]) -> str:
    wall, processor = (1000 * _median(costs, of) for of in (lambda c: c.wall, lambda c: c.processor))
    return f"{wall:.0f} ({processor:.0f})" if wall >= 100 else f"{wall:.1f} ({processor:.1f})"


def _ratio(costs: list[Cost], bare: list[Cost]) -> str:
    ratios = (_median(costs, of) / _median(bare, of) for of in (lambda c: c.wall, lambda c: c.processor))
    return "{:.2f} ({:.2f}) times".format(*ratios)


if __name__ == "__main__":
    main()

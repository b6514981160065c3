"""What a key costs in a book that is being understood, beside a key of a bare Textual app in the same run.

    python tests/benchmarks/keys.py [--presses 20] [--words 1000000]

Milliseconds until the program answers: median, 95th percentile and longest by the clock, and the median of
processor time in the process of the screen alone, in times that of a key of the bare app, which is pressed
in turn; the analysis, in another process, is at work all the time.
Then the memory of the screen's process, the same keys when all is understood (which takes minutes), and what
a reader does while nobody types. Linux only.
"""

import argparse
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import cycle, islice
from math import ceil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.start import BARE, Cost, Program, reader, started  # noqa: E402
from tests.terminal import Terminal  # noqa: E402

#: What is pressed: keys that come before, and the keys that are measured, in turn.
KEYS = {
    "line": ("", "jk"),
    "page": ("", " b"),
    "choose an actor": ("", "12"),
    "next mention": ("1", "n"),
    "next quote": ("\x1b\x1b", "]"),
    "a letter of the filter": ("f", "sol\x7f\x7f\x7f"),
    "a letter of a search": ("\x1b/", "sol\x7f\x7f\x7f"),
    "width of the text": ("\x1b", "+-"),
    "theme": ("", "t"),
}
_QUIET = 0.1  # seconds without output after which a frame is stable
_ESCAPED = 0.3  # seconds after which an escape is no longer taken for the beginning of another key
_PATIENCE = 3600.0  # seconds until a book is understood, on a busy machine
_SETTLED, _IDLE = 6.0, 20.0  # seconds: until all is kept, too, and of rest
_AT_REST = 0.05  # seconds of processor time in a second of rest, at most


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--presses", type=int, default=20, help="of each key")
    parser.add_argument("--words", type=int, default=1_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, started(BARE) as bare:
        book = reader(Path(folder), options.words)
        bare.wait_for(BARE.shows, timeout=60)
        bare.wait_quiet(0.5)
        print("| | median | 95 % | longest | processor | bare app's key |\n|" + " --- |" * 6)
        with started(book) as terminal:
            _wait_for_findings(book, terminal)
            _print_rows(terminal, bare, options.presses)
            memory = _memory(terminal)
            terminal.wait_for(lambda t: not re.search("names [━╌]", t.text()), timeout=_PATIENCE)
            _wait_for_rest(terminal)
            print("| all is understood:" + " |" * 6)
            _print_rows(terminal, bare, options.presses)
            later = _memory(terminal)
        text = (Path(folder) / f"{options.words}.txt").stat().st_size / 2**20
        print(
            f"\nmemory of the screen: {memory:.0f} MB, when all is understood {later:.0f} MB; "
            f"bare app {_memory(bare):.0f} MB, text {text:.1f} MB"
        )
        idle, bare_idle = (_idle(program) for program in (reader(Path(folder), 1_500), BARE))
        print(f"idle, processor time in {_IDLE:.0f} s: {idle:.1f} ms; bare app {bare_idle:.1f} ms")


def _wait_for_findings(book: Program, terminal: Terminal) -> None:
    terminal.wait_for(book.shows, timeout=60)
    for found in ("PEOPLE", "QUOTES"):  # with a number: the first findings are there
        terminal.wait_for(lambda t, found=found: re.search(rf"{found} +[1-9]", t.text()), timeout=120)


def _wait_for_rest(terminal: Terminal) -> None:
    """Wait until what was found is stored, too: until the program takes no more processor time."""
    busy = 1.0
    while busy > _AT_REST:
        before = terminal.processor_time(alone=True)
        time.sleep(1)
        busy = terminal.processor_time(alone=True) - before


def _print_rows(terminal: Terminal, bare: Terminal, presses: int) -> None:
    for what, (before, keys) in KEYS.items():
        for key in before:
            terminal.press(key)
            terminal.wait_quiet(_ESCAPED)
        acts = [partial(terminal.press, key) for key in islice(cycle(keys), presses)]
        _print_row(what, *_measured(terminal, acts, bare))
    sizes = islice(cycle([(110, 38), (120, 40)]), presses)
    _print_row("resize", *_measured(terminal, [partial(terminal.resize, *size) for size in sizes], bare))


def _measured(
    terminal: Terminal, acts: Sequence[Callable[[], object]], bare: Terminal
) -> tuple[list[Cost], list[Cost]]:
    """Give what acts cost and, each beside it and so under the same load, a key of the bare app."""
    pairs = [(_cost(terminal, act), _cost(bare, partial(bare.press, "j"))) for act in acts]
    return [cost for cost, _ in pairs], [cost for _, cost in pairs]


def _cost(terminal: Terminal, act: Callable[[], object]) -> Cost:
    before = terminal.processor_time(alone=True)
    wall = terminal.respond_to(act)
    terminal.wait_quiet(_QUIET)
    return Cost(wall, terminal.processor_time(alone=True) - before)


def _idle(program: Program) -> float:
    """Give the milliseconds of processor time that a program takes while nobody types."""
    with started(program) as terminal:
        terminal.wait_for(program.shows, timeout=120)
        time.sleep(_SETTLED)
        before = terminal.processor_time(alone=True)
        time.sleep(_IDLE)
        return 1000 * (terminal.processor_time(alone=True) - before)


def _memory(terminal: Terminal) -> float:
    """Give the megabytes that the screen's process holds."""
    status = Path(f"/proc/{terminal.process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def _print_row(what: str, costs: Sequence[Cost], bare: Sequence[Cost]) -> None:
    walls = sorted(1000 * cost.wall for cost in costs)
    late = walls[ceil(0.95 * len(walls)) - 1]  # of twenty, the last but one
    processor, bares = (1000 * statistics.median(cost.processor for cost in each) for each in (costs, bare))
    cells = [f"{statistics.median(walls):.1f}", f"{late:.1f}", f"{walls[-1]:.1f}", f"{processor:.1f}"]
    print("|", " | ".join([what, *cells, f"{processor / bares:.1f} times"]), "|")


if __name__ == "__main__":
    main()

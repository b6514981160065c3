"""How long an article takes to be understood, how much memory, and how soon what is in view is understood.

    python -m tests.benchmarks.understanding [--rounds 5] [--words 1000000]

The reference is spaCy itself, in a fresh process of the same run and priority: imported, with a blank English
pipeline that tokenises the same 1,500 words. What is measured is the process that understands for the screen,
from its start and through its pipe. Times are medians, by the clock; costs are processor time. Linux only.
"""

import argparse
import asyncio
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from reader.analysis.client import Analyst
from reader.analysis.findings import Findings
from reader.analysis.frames import COMMAND, Request, pack, read
from reader.article import Article
from reader.sources.plain import parse
from tests.benchmarks.installed import dependencies, wheel
from tests.benchmarks.writing import article

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = """
import os, sys
os.nice(5)  # as the process for the screen does
import spacy
spacy.blank("en")(sys.stdin.read())
print("done", flush=True)
"""
SHORT, MIDDLE = 1_500, 10_000
SCREEN = 2_900  # code points in view: 40 lines of 72
PLACES = 7  # that the reader scrolls to
MB = 1 << 20


class Run(NamedTuple):
    """An article being understood: after each batch, the part done, seconds since the start, and its cost.

    Cost is processor time in seconds, which other programs hardly touch; `peak` is memory in bytes.
    """

    parts: list[float]
    times: list[float]
    costs: list[float]
    peak: int

    def cost(self, start: float, end: float) -> float:
        """What it cost to get from one part of the article to another."""
        before, after = (bisect_left(self.parts, part) for part in (start, end))
        return self.costs[after] - self.costs[before]


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=5, help="fresh processes of each kind")
    parser.add_argument("--words", type=int, default=1_000_000, help="length of the long article")
    options = parser.parse_args()
    print("| what | measured | target |\n| --- | --- | --- |")
    for row in rows(options.rounds, options.words):
        print("|", " | ".join(row), "|", flush=True)


def rows(rounds: int, words: int) -> Iterator[tuple[str, str, str]]:
    """Measure, row by row: what, how much, and what it may be."""
    yield from _starts(rounds)
    yield from _lengths(rounds, words)
    waits, ending = asyncio.run(_looked_at(_parsed(article(words))))
    yield "from scrolling far away to what is found there", _told(waits), "1 s"
    yield "calling it off", f"{ending:.2f} s", "0.3 s"
    waits = asyncio.run(_changed(_parsed(article(words)), _parsed(article(SHORT))))
    yield "from another article, midway, to the first findings of this", _told(waits), "-"
    few, many = _exported(20), _exported(200)
    yield "peak memory of an export, 200 articles beside 20", f"{many / few:.2f} times", "bounded"
    yield "the wheel", f"{wheel(ROOT) / MB:.0f} MB", "45 MB"
    name, size = max(dependencies("stage-reader", but="spacy").items(), key=lambda pair: pair[1])
    yield f"the largest dependency beyond spaCy's own, {name}", f"{size / MB:.0f} MB", "80 MB"


def _starts(rounds: int) -> Iterator[tuple[str, str, str]]:
    text = article(SHORT)
    bare, first, whole = [], [], []
    for _ in range(rounds + 1):  # in turn, so that what else the machine does falls on all
        bare.append(_reference(text))
        run = _understood(_parsed(text))
        first.append(run.times[1])
        whole.append(run.times[-1])
    reference, first, whole = (statistics.median(times[1:]) for times in (bare, first, whole))  # warm caches
    yield f"spaCy imported, {SHORT:,} words tokenised", f"{reference:.2f} s", "the reference"
    yield "process start to the first findings", f"{first:.2f} s, {first / reference:.2f} times", "1.5 times"
    told = f"{whole:.2f} s, {whole / reference:.2f} times"
    yield f"process start to all findings, {SHORT:,} words", told, "2.5 times"


def _lengths(rounds: int, words: int) -> Iterator[tuple[str, str, str]]:
    middle = [_understood(_parsed(article(MIDDLE)), warm=True).cost(0, 1) for _ in range(rounds)]
    run = _understood(_parsed(article(words)), warm=True)
    yield f"{words:,} words, a second", f"{words / run.times[-1]:,.0f} words", "1,500 words"
    ratio = run.cost(0, 1) / words / (statistics.median(middle) / MIDDLE)
    yield f"cost of a word, beside that at {MIDDLE:,}", f"{ratio:.2f} times", "1.2 times"
    yield "the last tenth, beside the first", f"{run.cost(0.9, 1) / run.cost(0, 0.1):.2f} times", "-"
    yield "peak memory of the process", f"{run.peak / MB:,.0f} MB", "600 MB"


def _parsed(text: str) -> Article:
    return parse(text, "benchmark.txt")


def _reference(text: str) -> float:
    began = time.perf_counter()
    command = [sys.executable, "-P", "-c", REFERENCE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(text)
        process.stdin.close()
        process.stdout.readline()
        return time.perf_counter() - began


def _understood(text: Article, warm: bool = False) -> Run:
    """Understand an article in a process of its own; in a `warm` one, everything is loaded before."""
    began = time.perf_counter()
    with _worker() as worker:
        if warm:
            list(_answers(worker, _parsed(article(SHORT))))
            began = time.perf_counter()
        parts, times, costs = [0.0], [0.0], [_cost(worker.pid)]
        for answer in _answers(worker, text):
            parts.append(answer.done / answer.total)
            times.append(time.perf_counter() - began)
            costs.append(_cost(worker.pid))
        return Run(parts, times, costs, _peak(worker.pid))


@contextmanager
def _worker() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        try:
            yield worker
        finally:
            worker.kill()


def _answers(worker: subprocess.Popen[bytes], text: Article) -> Iterator[Findings]:
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write(pack(Request(text)))
    worker.stdin.flush()
    done = -1
    while done < len(text.paragraphs):
        _, answer = read(worker.stdout)
        done = answer.done
        yield answer


def _peak(process: int) -> int:
    """Give the most memory that a process has had, in bytes."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) << 10


def _cost(process: int) -> float:
    """Give the processor time that a process has used, in seconds."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _looked_at(text: Article) -> tuple[list[float], float]:
    """Scroll to places in an article; gives seconds until each was understood, and for calling it off."""
    dice = random.Random(1)
    analyst = Analyst()
    finding = analyst.understand(text)
    await anext(finding)
    waits = []
    for number in range(PLACES):
        for _ in range(dice.randint(1, 3)):
            await anext(finding)
        place = round(len(text.text) * (1 + number / PLACES) / 2)
        began, reached = time.perf_counter(), place
        analyst.look(text, place, place + SCREEN)
        async for batch in finding:
            if batch.ahead and batch.span is not None and batch.span.start <= reached:
                reached = max(reached, batch.span.end + 2)
            if reached >= place + SCREEN:
                break
        waits.append(time.perf_counter() - began)
    began = time.perf_counter()
    await finding.aclose()
    return waits, time.perf_counter() - began


async def _changed(long: Article, short: Article) -> list[float]:
    """Leave one article midway for another; gives seconds until the first findings of that."""
    analyst = Analyst()
    waits = []
    for _ in range(PLACES):
        finding = analyst.understand(long)
        for _ in range(5):
            await anext(finding)
        began = time.perf_counter()
        await finding.aclose()
        following = analyst.understand(short)
        await anext(following)
        waits.append(time.perf_counter() - began)
        await following.aclose()
    await analyst.close()
    return waits


def _told(waits: list[float]) -> str:
    return f"{statistics.median(waits):.2f} s, at most {max(waits):.2f} s"


def _exported(count: int) -> int:
    """Export so many articles of 400 words; gives the peak memory of the program, in bytes."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            (Path(folder) / f"{number:05}.txt").write_text(article(400 + number % 50), "utf-8")
        code = (
            "import resource, sys; from reader.cli import main; main(sys.argv[1:]); "
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
        )
        done = subprocess.run(
            [sys.executable, "-P", "-c", code, "--export", "json", folder], capture_output=True, check=True
        )
        return int(done.stderr) << 10


if __name__ == "__main__":
    main()

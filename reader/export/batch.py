"""Many articles, one after another or several at once: what cannot be done is told, and the rest goes on."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from os import walk
from pathlib import Path

from reader.analysis.errors import AnalysisError, ModelError
from reader.analysis.findings import Analysis
from reader.article import Article
from reader.sources import SourceError

_AHEAD = 4  # sources a job that may be done before their turn to be written

#: Understands an article, and tells what part of it is done.
Understand = Callable[[Article, Callable[[float], None]], Analysis]
#: Writes what was found in an article.
Write = Callable[[Article, Analysis], str]


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be exported under a name; `open` raises SourceError.

    What is `passing` is another thing each time, whatever its name.
    """

    name: str
    open: Callable[[], Sequence[Article]]
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a source gave: the text of all its articles or, in a line, why there is none."""

    source: str
    text: str
    problem: str | None = None


def files_in(folder: Path, but: Collection[Path]) -> Iterator[Path]:
    """Give the files in a folder and those below it, by name, without hidden ones and those of `but`."""
    for place, folders, names in walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if not name.startswith(".") and path.resolve() not in but:
                yield path


def export(
    sources: Iterable[Source],
    understand: Understand,
    write: Write,
    jobs: int,
    tell: Callable[[str, float], None],
) -> Iterator[Outcome]:
    """Give the outcomes of sources in their order, `jobs` at a time; raises ModelError.

    `tell` is told, from any thread, of which source what part is done.
    """

    def one(source: Source) -> Outcome:
        return _outcome(source, understand, write, tell)

    if jobs == 1:
        yield from map(one, sources)
        return
    ahead: deque[Future[Outcome]] = deque()
    waiting = iter(sources)
    pool = ThreadPoolExecutor(jobs, "export")
    try:
        while True:
            ahead += [pool.submit(one, each) for each in islice(waiting, _AHEAD * jobs - len(ahead))]
            if not ahead:
                return
            yield ahead.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _outcome(
    source: Source, understand: Understand, write: Write, tell: Callable[[str, float], None]
) -> Outcome:
    try:
        articles = source.open()
        text = ""
        for at, article in enumerate(articles):

            def part(done: float, at: int = at) -> None:
                tell(source.name, (at + done) / len(articles))

            text += write(article, understand(article, part))
    except SourceError as error:
        return Outcome(source.name, "", str(error))
    except ModelError:
        raise
    except AnalysisError as error:
        return Outcome(source.name, "", f"{source.name}: {error}")
    except Exception as error:  # whatever is wrong with one article, the others are to be had
        reason = " ".join(f"{type(error).__name__}: {error}"[:120].split())
        return Outcome(source.name, "", f"{source.name}: the analysis failed ({reason})")
    return Outcome(source.name, text)

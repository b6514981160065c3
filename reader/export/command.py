"""``reader --export``: opens, understands and writes, and says at the end what could not be done."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple, TextIO

from reader.analysis.crew import Alone, Crew
from reader.analysis.errors import ModelError
from reader.analysis.findings import Analysis
from reader.article import Article
from reader.export.batch import Source, Write, export, files_in
from reader.export.data import SCHEMA, as_json
from reader.export.output import File, OutputError, StandardOutput
from reader.export.progress import Progress
from reader.export.report import as_markdown
from reader.export.table import as_csv, head
from reader.options import Options
from reader.sources import SourceError, open_articles, open_pasted
from reader.sources.opening import STANDARD_INPUT


class Form(NamedTuple):
    """How findings are written; `head` stands at the beginning of the whole."""

    write: Write
    head: str = ""


def _line(article: Article, analysis: Analysis) -> str:
    return as_json(article, analysis) + "\n"


_ENTRIES = 20  # of a feed are fetched, where it has only their beginnings
FORMS = {
    "json": Form(_line),
    "jsonl": Form(_line),
    "csv": Form(as_csv, head()),
    "md": Form(as_markdown),
}


def run(options: Options, complain: Callable[[str], object]) -> int:
    """Export, and give the exit code; `complain` tells what could not be done, a line each, at the end."""
    gc.set_threshold(50_000, 20, 20)  # or the search for garbage takes a tenth of the start
    problems: list[str] = []
    try:
        _export(options, problems)
    except BrokenPipeError:
        return 141
    except (OutputError, ModelError) as error:
        problems.append(str(error))
    except KeyboardInterrupt:
        if options.output:
            problems.append(f"interrupted: the same command goes on with {options.output}")
        raise
    finally:
        for problem in problems:
            complain(problem)
    return int(bool(problems))


def _export(options: Options, problems: list[str]) -> None:
    name = options.export or "json"
    form, path = FORMS[name], Path(options.output) if options.output else None
    written = f"{name}, schema {SCHEMA}"
    output = File(path, written, form.head) if path is not None else StandardOutput(form.head)
    sources = [each for each in _sources(options) if each.passing or each.name not in output.done]
    analysts = Alone(options.model) if options.jobs == 1 else Crew(options.jobs, options.model)
    with closing(analysts), Progress(len(sources), _terminal(path)) as progress:
        for outcome in export(sources, analysts.understand, form.write, options.jobs, progress.tell):
            if outcome.problem is None:
                output.add(outcome.source, outcome.text)
            else:
                problems.append(outcome.problem)
            progress.finish(outcome.source, outcome.problem is not None)


def _sources(options: Options) -> Iterator[Source]:
    """Give what is to be exported: folders are gone through, but for the export itself."""
    if options.paste:
        yield Source("the clipboard", partial(_opened, open_pasted, options.cited), passing=True)
    own = [Path(options.output), File.journal_of(Path(options.output))] if options.output else []
    for argument in options.articles:
        folder = Path(argument)
        is_folder = argument != "" and folder.is_dir()
        files = list(files_in(folder, {path.resolve() for path in own})) if is_folder else None
        if files == []:
            yield Source(argument, partial(_nothing_in, argument))
        for name in [argument] if files is None else map(str, files):
            opener = partial(_opened, partial(open_articles, name, _ENTRIES), options.cited)
            yield Source(name, opener, passing=name == STANDARD_INPUT)


def _opened(
    opener: Callable[[], Sequence[Article]], cited: Callable[[Sequence[Article]], Sequence[Article]]
) -> Sequence[Article]:
    return cited(opener())


def _nothing_in(folder: str) -> Sequence[Article]:
    raise SourceError(f"{folder} holds no files: name a folder with articles in it")


def _terminal(output: Path | None) -> TextIO | None:
    """Give where progress can be shown: on a terminal to which nothing else is written."""
    shared = output is None and sys.stdout.isatty()
    return sys.stderr if sys.stderr.isatty() and not shared else None

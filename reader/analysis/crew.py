"""Whoever has many articles and no screen: understanding in this process, or in several others at once."""

import subprocess
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import TYPE_CHECKING, BinaryIO, cast

from reader.analysis.errors import AnalysisError, ModelError, stopped
from reader.analysis.findings import Analysis, Findings
from reader.analysis.frames import COMMAND, Failure, Request, pack, read
from reader.analysis.stage import gather
from reader.article import Article

if TYPE_CHECKING:
    from spacy.language import Language


class Alone:
    """Understands articles in this very process; the pipeline is loaded for the first one."""

    def __init__(self, model: str | None = None) -> None:
        self._model = model
        self._language: Language | None = None

    def understand(self, article: Article, tell: Callable[[float], None]) -> Analysis:
        """Understand an article, and `tell` what part of it is done; raises ModelError."""
        if self._language is None and self._model is None:
            from reader.analysis.language.network import open_ahead

            open_ahead()
        from reader.analysis.pipeline import load, understand

        self._language = self._language or load(self._model)
        return understand(self._language, article, tell)

    def close(self) -> None:
        """Do nothing: what is loaded goes with the process."""


class Crew:
    """Understands articles on `size` processes, for as many threads at once.

    A process that an article brings down is replaced for the next one.
    """

    def __init__(self, size: int, model: str | None = None) -> None:
        self._model = model
        self._idle: SimpleQueue[_Worker | None] = SimpleQueue()  # None: a place for one not yet started
        self._started: list[_Worker] = []
        self._closed = False
        for _ in range(size):
            self._idle.put(None)

    def understand(self, article: Article, tell: Callable[[float], None]) -> Analysis:
        """Understand an article, and `tell` what part of it is done; raises AnalysisError or ModelError."""
        worker = self._idle.get()
        try:
            if self._closed:
                raise AnalysisError("the analysis was called off")
            if worker is None:
                worker = _Worker()
                self._started.append(worker)
            return worker.understand(Request(article, self._model, threads=1), tell)
        finally:
            self._idle.put(worker if worker is not None and worker.is_alive else None)

    def close(self) -> None:
        """End all processes; whoever waits for one is told that the analysis stopped."""
        self._closed = True
        for worker in self._started:
            worker.end()


class _Worker:
    """A process that understands one article after the other."""

    def __init__(self) -> None:
        try:
            self._process = subprocess.Popen(
                COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                process_group=0,  # ctrl+c is for whoever started the crew
            )
        except OSError as error:
            raise AnalysisError(f"no process can be started for the analysis ({error.strerror})") from None

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def understand(self, request: Request, tell: Callable[[float], None]) -> Analysis:
        requests, answers = self._process.stdin, self._process.stdout
        assert requests is not None
        assert answers is not None
        try:
            requests.write(pack(request))
            requests.flush()
            return gather(_findings(cast(BinaryIO, answers)), tell)
        except (EOFError, BrokenPipeError):
            raise stopped(self._process.wait()) from None

    def end(self) -> None:
        self._process.kill()
        self._process.wait()


def _findings(answers: BinaryIO) -> Iterator[Findings]:
    """Read answers up to the last."""
    whole = False
    while not whole:
        _, answer = read(answers)
        if isinstance(answer, Failure):
            raise (ModelError if answer.lasting else AnalysisError)(answer.reason)
        whole = answer.done >= answer.total
        yield answer

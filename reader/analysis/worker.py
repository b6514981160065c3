"""The process that understands: ``python -m reader.analysis.worker`` reads requests and writes findings."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Generator
from contextlib import closing
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO

from reader.analysis.errors import ModelError
from reader.analysis.findings import Findings, Span
from reader.analysis.frames import Answer, Failure, Look, Request, Stop, pack, read
from reader.analysis.tables import Mentions, Quotes

if TYPE_CHECKING:
    from spacy.language import Language

Found = Generator[Findings | Failure, None, None]


def main() -> int:
    """Answer requests until there are no more. Keys come first: this process is nicer than the screen's."""
    gc.disable()  # all that is loaded stays: to search it for garbage takes a tenth of the start
    inbox = Inbox(os.fdopen(os.dup(0), "rb"))
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing that a library prints may come between frames
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)
    pipelines = Pipelines()
    try:
        while (request := inbox.requests.get()) is not None:
            with closing(pipelines.answer(request, inbox.looked_at(request))) as found:
                for what in found:
                    if not inbox.wants(request):
                        break
                    answers.write(pack(Answer(request.number, _held(what))))
                    answers.flush()
                    if not gc.isenabled():
                        gc.freeze()
                        gc.enable()
    except BrokenPipeError:  # the reader has left
        os.dup2(os.open(os.devnull, os.O_WRONLY), answers.fileno())
    return 0


def _held(what: Findings | Failure) -> Findings | Failure:
    """Hold findings as the screen will: it has less to read, and no crowd of objects to make at once."""
    if isinstance(what, Failure):
        return what
    return what._replace(mentions=Mentions.of(what.mentions), quotes=Quotes.of(what.quotes))


class Inbox:
    """Takes in what the screen says, also while an article is being understood."""

    def __init__(self, pipe: BinaryIO) -> None:
        #: What is to be understood; None when no more will come.
        self.requests: SimpleQueue[Request | None] = SimpleQueue()
        self._wanted: int | None = None
        self._look: Look | None = None
        Thread(target=self._receive, args=(pipe,), name="inbox", daemon=True).start()

    def wants(self, request: Request) -> bool:
        """Tell whether a request has been neither dropped nor followed by another one."""
        return request.number == self._wanted

    def looked_at(self, request: Request) -> Callable[[], Span | None]:
        """Give what tells where the reader looks in the article of a request."""
        key = request.article.key
        return lambda: look.span if (look := self._look) is not None and look.article == key else None

    def _receive(self, pipe: BinaryIO) -> None:
        with contextlib.suppress(EOFError):
            while True:
                match read(pipe):
                    case Look() as look:
                        self._look = look
                    case Stop(number) if number == self._wanted:
                        self._wanted = None
                    case Request() as request:
                        self._wanted = request.number
                        self.requests.put(request)
        self.requests.put(None)


class Pipelines:
    """Loads a pipeline when it is first asked for; spaCy itself is not imported before."""

    def __init__(self) -> None:
        self._loaded: dict[str | None, Language] = {}

    def answer(self, request: Request, looked_at: Callable[[], Span | None]) -> Found:
        """Give findings, or a failure."""
        if request.model is None and not self._loaded:
            from reader.analysis.language.network import open_ahead

            open_ahead(threads=request.threads)
        from reader.analysis.pipeline import analyse, load

        try:
            if request.model not in self._loaded:
                self._loaded[request.model] = load(request.model, request.threads)
            language = self._loaded[request.model]
            with language.memory_zone():  # or the words of all articles would stay
                yield from analyse(language, request.article, looked_at)
        except ModelError as error:
            yield Failure(str(error), lasting=True)
        except Exception as error:  # a reader who can go on reading is better off than one with a traceback
            reason = f"the analysis failed ({type(error).__name__}: {str(error)[:100]})"
            yield Failure(" ".join(reason.split()))


if __name__ == "__main__":
    raise SystemExit(main())

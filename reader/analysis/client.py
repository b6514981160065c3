"""The screen's side of the analysis: keeps the worker's process and hands on what it finds."""

import asyncio
import contextlib
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator
from typing import Any

from reader.analysis.errors import AnalysisError, stopped
from reader.analysis.findings import Findings, Span
from reader.analysis.frames import COMMAND, Answer, Failure, Look, Request, Stop, pieces, receive
from reader.article import Article
from reader.leftovers import give_back


class Analyst:
    """Understands one article at a time in a process of its own, which stays for the next one.

    `model` names another spaCy pipeline than ours.
    """

    def __init__(self, model: str | None = None) -> None:
        self._model = model
        self._starting: asyncio.Task[_Worker] | None = None
        self._endings: list[asyncio.Task[None]] = []
        self._asked: _Worker | None = None
        self._number = 0
        self._look: Look | None = None

    async def understand(self, article: Article) -> AsyncGenerator[Findings, None]:
        """Give findings as they come; raises AnalysisError. To leave early or ask again drops it."""
        self._number = number = self._number + 1
        self._starting = self._starting or asyncio.create_task(_start())
        try:
            worker = await asyncio.shield(self._starting)  # a process that is half there could not be ended
            self._asked = worker
            worker.say(Request(article, self._model, number=number))
            if self._look is not None:
                worker.say(self._look)
            give_back()
            whole = False
            while not whole and number == self._number:
                answer = await worker.answer()
                if answer.number != number:  # from before
                    continue
                if isinstance(answer.what, Failure):
                    raise AnalysisError(answer.what.reason)
                whole = answer.what.done >= answer.what.total
                yield answer.what
        except AnalysisError:
            await self.close()
            raise
        finally:
            if self._asked is not None:
                self._asked.say(Stop(number))

    def look(self, article: Article, start: int, end: int) -> None:
        """Tell where the reader looks (offsets, half-open): that is understood first, wherever one is."""
        self._look = Look(article.key, Span(start, end))
        if self._asked is not None:
            self._asked.say(self._look)

    async def close(self) -> None:
        """End the process. Whoever waits for that may be cancelled: to close again waits for the rest."""
        starting, self._starting, self._asked = self._starting, None, None
        if starting is not None:
            self._endings.append(asyncio.create_task(_end(starting)))
        for ending in self._endings:
            await asyncio.shield(ending)
        self._endings = [ending for ending in self._endings if not ending.done()]


class _Worker:
    """A process that understands."""

    def __init__(self, process: Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._stdin, self._stdout = process.stdin, process.stdout
        self._coming: asyncio.Task[Any] | None = None
        self._said: asyncio.Queue[object] = asyncio.Queue()
        self._telling = asyncio.create_task(self._tell())

    def say(self, what: object) -> None:
        """Tell it something, if it still listens, behind all that was said before."""
        self._said.put_nowait(what)

    async def _tell(self) -> None:
        """Tell it what is said, and of a long text no more at once than it has read."""
        with contextlib.suppress(ConnectionError):
            while True:
                for piece in pieces(await self._said.get()):
                    self._stdin.write(piece)
                    await self._stdin.drain()

    async def answer(self) -> Answer:
        """Give its next answer; raises AnalysisError if it has ended.

        Whoever waits may be cancelled: an answer of which half is there is given to the next who waits.
        """
        coming = self._coming = self._coming or asyncio.create_task(receive(self._stdout))
        try:
            answer: Answer = await asyncio.shield(coming)
        except EOFError:
            raise stopped(await self._process.wait()) from None
        if self._coming is coming:
            self._coming = None
        return answer

    async def end(self) -> None:
        """End it."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        running = [task for task in (self._telling, self._coming) if task is not None]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        self._process._transport.close()  # type: ignore[attr-defined]  # or it complains when the loop is gone


async def _end(starting: asyncio.Task[_Worker]) -> None:
    with contextlib.suppress(AnalysisError):
        await (await starting).end()


async def _start() -> _Worker:
    try:
        process = await asyncio.create_subprocess_exec(
            *COMMAND, stdin=PIPE, stdout=PIPE, stderr=asyncio.subprocess.DEVNULL, limit=2**20
        )
    except OSError as error:
        raise AnalysisError(f"no process can be started for the analysis ({error.strerror})") from None
    return _Worker(process)

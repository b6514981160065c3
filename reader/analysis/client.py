"""The screen's side of the analysis: keeps the worker's process and hands on what it finds."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from contextlib import aclosing

from reader.analysis.errors import AnalysisError, stopped
from reader.analysis.findings import Findings, Span
from reader.analysis.frames import COMMAND, Failure, Look, Request, pack, receive
from reader.article import Article
from reader.leftovers import give_back


class Analyst:
    """Understands one article at a time in a process of its own, which stays for the next one.

    `model` names another spaCy pipeline than ours.
    """

    def __init__(self, model: str | None = None) -> None:
        self._model = model
        self._starting: asyncio.Task[asyncio.subprocess.Process] | None = None
        self._endings: list[asyncio.Task[None]] = []
        self._asked: asyncio.StreamWriter | None = None
        self._look: Look | None = None

    async def understand(self, article: Article) -> AsyncGenerator[Findings, None]:
        """Give findings as they come; raises AnalysisError. To leave early ends the process."""
        self._starting = self._starting or asyncio.create_task(_start())
        whole = False
        try:
            worker = await asyncio.shield(self._starting)  # a process that is half there could not be ended
            assert worker.stdin is not None
            self._asked = worker.stdin
            async with aclosing(_answers(worker, Request(article, self._model), self._look)) as answers:
                async for answer in answers:
                    whole = answer.done >= answer.total
                    yield answer
        finally:
            self._asked = None
            if not whole:
                await self.close()

    def look(self, article: Article, start: int, end: int) -> None:
        """Tell where the reader looks (offsets, half-open): that is understood first, wherever one is."""
        self._look = Look(article.key, Span(start, end))
        if self._asked is not None and not self._asked.is_closing():
            self._asked.write(pack(self._look))

    async def close(self) -> None:
        """End the process. Whoever waits for that may be cancelled: to close again waits for the rest."""
        starting, self._starting = self._starting, None
        if starting is not None:
            self._endings.append(asyncio.create_task(_end(starting)))
        for ending in self._endings:
            await asyncio.shield(ending)
        self._endings = [ending for ending in self._endings if not ending.done()]


async def _end(starting: asyncio.Task[asyncio.subprocess.Process]) -> None:
    worker = await starting
    with contextlib.suppress(ProcessLookupError):
        worker.kill()
    await worker.wait()
    worker._transport.close()  # type: ignore[attr-defined]  # or it complains when the loop is gone


async def _start() -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=2**20,
    )


async def _answers(
    worker: asyncio.subprocess.Process, request: Request, look: Look | None
) -> AsyncGenerator[Findings, None]:
    """Ask a worker, and give its answers up to the last; raises AnalysisError if it fails or ends before."""
    assert worker.stdin is not None
    assert worker.stdout is not None
    with contextlib.suppress(ConnectionError):
        worker.stdin.write(pack(request))
        if look is not None:
            worker.stdin.write(pack(look))
        await worker.stdin.drain()
        give_back()
    whole = False
    while not whole:
        try:
            answer = await receive(worker.stdout)
        except EOFError:
            raise stopped(await worker.wait()) from None
        if isinstance(answer, Failure):
            raise AnalysisError(answer.reason)
        whole = answer.done >= answer.total
        yield answer

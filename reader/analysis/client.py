"""The screen's side of the analysis: starts the worker's process and hands on what it finds."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator

from reader.analysis.findings import Findings
from reader.analysis.frames import Failure, Request, pack, receive
from reader.article import Article


class AnalysisError(Exception):
    """The analysis could not go on; the message says why in a line."""


async def understand(article: Article, model: str | None = None) -> AsyncIterator[Findings]:
    """Understand an article in a process of its own; gives findings as they come, raises AnalysisError.

    The process ends when the iteration does, however that ends.
    """
    worker = await asyncio.create_subprocess_exec(
        *(
            sys.executable,
            "-P",
            "-m",
            "reader.analysis.worker",
        ),  # -P: nothing in the reader's folder is imported
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=2**20,
    )
    assert worker.stdin is not None
    assert worker.stdout is not None
    complete = False
    try:
        with contextlib.suppress(ConnectionError):
            worker.stdin.write(pack(Request(article, model)))
            await worker.stdin.drain()
            worker.stdin.close()
        while True:
            try:
                answer = await receive(worker.stdout)
            except EOFError:
                break
            if isinstance(answer, Failure):
                raise AnalysisError(answer.reason)
            complete = answer.done >= answer.total
            yield answer
        if not complete:
            raise AnalysisError(f"the analysis stopped ({_ending(await worker.wait())})")
    finally:
        with contextlib.suppress(ProcessLookupError):
            worker.kill()
        await worker.wait()


def _ending(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"

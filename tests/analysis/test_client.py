import asyncio
import contextlib
import os
import signal
import sys

import pytest

from reader.analysis import client
from reader.analysis.client import Analyst
from reader.analysis.errors import AnalysisError
from reader.analysis.frames import Request, Stop, pack
from reader.analysis.worker import Inbox
from reader.article import Article, Paragraph
from tests.staging import staged

ARTICLE, _ = staged()
LONG, _ = staged("\n\n".join(["Head", *["Mr. Kim said little in Pyongyang that day. " * 20] * 40]))


@pytest.fixture
def started(monkeypatch):
    """Note the processes that are started."""
    processes = []
    start = asyncio.create_subprocess_exec

    async def noted(*args, **kwargs):
        processes.append(await start(*args, **kwargs))
        return processes[-1]

    monkeypatch.setattr(client.asyncio, "create_subprocess_exec", noted)
    return processes


async def test_an_article_is_understood_in_another_process(started):
    analyst = Analyst()
    batches = [batch async for batch in analyst.understand(ARTICLE)]
    assert batches[-1].done == batches[-1].total == len(ARTICLE.paragraphs)
    assert all(batch.article == ARTICLE.key for batch in batches)
    names = {actor.name for batch in batches for actor in batch.actors}
    assert "Russia" in names
    assert started[0].pid != os.getpid()
    assert [b.done async for b in analyst.understand(ARTICLE)] == [b.done for b in batches]
    assert len(started) == 1
    await analyst.close()
    assert started[0].returncode is not None


async def test_a_model_that_is_not_there_is_said_in_one_line():
    with pytest.raises(AnalysisError, match="no_such_model") as error:
        [batch async for batch in Analyst("no_such_model").understand(ARTICLE)]
    assert "\n" not in str(error.value)


async def test_a_killed_process_is_told(started):
    finding = Analyst().understand(ARTICLE)

    async def kill():
        while not started:
            await asyncio.sleep(0)
        started[0].send_signal(signal.SIGKILL)

    killing = asyncio.create_task(kill())
    with pytest.raises(AnalysisError, match="signal 9"):
        [batch async for batch in finding]
    await killing


async def test_leaving_early_drops_the_rest_and_the_same_process_goes_on_with_the_next(started):
    analyst = Analyst()
    finding = analyst.understand(LONG)
    first = await anext(finding)
    await finding.aclose()
    batches = [batch async for batch in analyst.understand(ARTICLE)]
    assert {batch.article for batch in batches} == {ARTICLE.key}
    assert batches[-1].done == len(ARTICLE.paragraphs)
    again = analyst.understand(LONG)
    assert await anext(again) == first
    await again.aclose()
    assert len(started) == 1
    await analyst.close()
    assert started[0].returncode is not None


async def test_an_answer_that_nobody_waited_for_to_its_end_is_no_harm(started):
    analyst = Analyst()
    whole = [batch async for batch in analyst.understand(ARTICLE)]
    for turns in range(0, 60, 12):
        waiting = asyncio.create_task(anext(analyst.understand(LONG)))
        for _ in range(turns):
            await asyncio.sleep(0)
        waiting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await waiting
    assert [batch async for batch in analyst.understand(ARTICLE)] == whole
    assert len(started) == 1
    await analyst.close()


async def test_a_request_that_is_dropped_is_worked_on_no_longer():
    told, heard = os.pipe()
    inbox = Inbox(os.fdopen(told, "rb"))
    with os.fdopen(heard, "wb") as pipe:
        for what in (Request(LONG, number=1), Request(ARTICLE, number=2), Stop(1)):
            pipe.write(pack(what))
    first, second, end = (inbox.requests.get() for _ in range(3))
    assert end is None
    assert not inbox.wants(first)
    assert inbox.wants(second)


async def test_what_the_reader_looks_at_is_understood_first():
    analyst = Analyst()
    last = LONG.paragraphs[-1]
    finding = analyst.understand(LONG)
    first = await anext(finding)
    analyst.look(LONG, last.start, last.end)
    ahead = [batch.ahead async for batch in finding]
    assert not first.ahead
    assert ahead.index(True) < len(ahead) // 2
    await analyst.close()


async def test_a_place_that_is_known_from_the_start_is_understood_first():
    analyst = Analyst()
    last = LONG.paragraphs[-1]
    analyst.look(LONG, last.start, last.end)  # before there is a process to tell
    finding = analyst.understand(LONG)
    first = await anext(finding)
    assert first.ahead
    assert first.span.start <= last.start < first.span.end
    assert any(mention.start >= last.start for mention in first.mentions)
    await finding.aclose()


async def test_of_a_long_text_no_more_is_sent_than_is_read_and_what_is_said_then_waits(monkeypatch):
    reads = "import sys; print(len(sys.stdin.buffer.read(4_000_000)))"
    monkeypatch.setattr(client, "COMMAND", (sys.executable, "-c", reads))
    monkeypatch.setattr(client, "receive", asyncio.StreamReader.readline)
    worker = await client._start()
    text = "“Nobody” said so. " * 300_000
    worker.say(Request(Article(text, (Paragraph(0, len(text)),))))
    worker.say(Stop(0))
    waiting = [worker._stdin.transport.get_write_buffer_size() async for _ in turns_until(worker.answer())]
    assert max(waiting) < len(text) // 4
    await worker.end()


async def turns_until(coming):
    """Give a turn of the loop after another until something has come."""
    task = asyncio.create_task(coming)
    while not task.done():
        yield await asyncio.sleep(0)
    assert task.result() == b"4000000\n"


async def test_the_screen_side_does_not_import_spacy():
    code = "import sys, reader.app.main; sys.exit(bool({'spacy', 'numpy', 'onnxruntime'} & set(sys.modules)))"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code)
    assert await process.wait() == 0


async def test_the_analysis_does_not_import_textual():
    code = "import sys, reader.analysis.pipeline; sys.exit('textual' in sys.modules)"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code)
    assert await process.wait() == 0

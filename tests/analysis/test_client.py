import asyncio
import os
import signal
import sys

import pytest

from reader.analysis import client
from reader.analysis.client import Analyst
from reader.analysis.errors import AnalysisError
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


async def test_leaving_early_ends_the_process(started):
    finding = Analyst().understand(LONG)
    await anext(finding)
    await finding.aclose()
    assert started[0].returncode is not None


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


async def test_the_screen_side_does_not_import_spacy():
    code = "import sys, reader.app.main; sys.exit(bool({'spacy', 'numpy', 'onnxruntime'} & set(sys.modules)))"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code)
    assert await process.wait() == 0


async def test_the_analysis_does_not_import_textual():
    code = "import sys, reader.analysis.pipeline; sys.exit('textual' in sys.modules)"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code)
    assert await process.wait() == 0

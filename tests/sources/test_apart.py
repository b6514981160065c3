"""The process in which documents are read: whatever befalls it, the reader gets an answer."""

import json
import subprocess
import sys
import textwrap
import time

import pytest

from reader.sources import SourceError, apart
from reader.sources.apart import read_apart
from reader.sources.reading import Document, read
from tests.sources import making


@pytest.fixture
def instead(monkeypatch, tmp_path):
    """Let another program answer in place of the one that reads."""

    def put(program: str) -> None:
        path = tmp_path / "program.py"
        path.write_text("import sys, os, time\nsys.stdin.buffer.read()\n" + textwrap.dedent(program))
        monkeypatch.setattr(apart, "COMMAND", [sys.executable, str(path)])

    return put


def test_articles_come_back_as_they_were_read():
    documents = [making.news_page(), making.epub([f"<p>{' '.join(making.PARAGRAPHS)}</p>"] * 2), b"%PDF-"]
    page, book, broken = read_apart([Document(data, "x") for data in documents])
    assert page == read(documents[0], "x")
    assert book == read(documents[1], "x")
    assert isinstance(broken, SourceError)
    assert "damaged" in str(broken)


def test_a_reader_that_hangs_is_left_and_what_it_read_is_kept(instead):
    instead("print('[]', flush=True); time.sleep(60)")
    begin = time.monotonic()
    first, second = read_apart([Document(b"a"), Document(b"b")], patience=0.5)
    assert time.monotonic() - begin < 5
    assert first == []
    assert "takes too long" in str(second)


@pytest.mark.parametrize(
    "program",
    [
        "os.abort()",
        "os.kill(os.getpid(), 9)",
        "print('nonsense')",
        "print(7)",
        "print('[{\"text\": 1}]')",
        "sys.stdout.buffer.write(b'\\xff\\x1b]0;x')",
        "",
    ],
)
def test_a_reader_that_breaks_is_one_clear_line(instead, program):
    instead(program)
    (answer,) = read_apart([Document(b"a")])
    assert "damaged or far too large" in str(answer)


def test_a_message_from_there_is_cleaned(instead):
    instead(f"print({json.dumps(json.dumps('bad ' + chr(27) + ']0;x' + chr(7) + 'news'))})")
    (answer,) = read_apart([Document(b"a")])
    assert str(answer) == "bad news"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded by a limit that Linux keeps")
def test_memory_is_bounded():
    code = "from reader.sources import apart; apart.MEMORY = 1 << 28; apart._bound_memory(); bytes(1 << 29)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "MemoryError" in done.stderr

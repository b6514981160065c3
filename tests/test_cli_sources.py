"""What the command line opens besides files of text, and what a person can say about it.

The analysis is replaced by a stand-in: it is slow and has tests of its own.
"""

import json
import os
import sys
from types import ModuleType

import pytest

from reader.analysis.findings import Analysis
from reader.cli import main
from tests.sources import making, serving


@pytest.fixture(autouse=True)
def analysis(monkeypatch):
    pipeline = ModuleType("reader.analysis.pipeline")
    pipeline.load = lambda _model=None: "language"
    pipeline.understand = lambda _language, _article, _tell: Analysis({})
    monkeypatch.setitem(sys.modules, "reader.analysis.pipeline", pipeline)


@pytest.fixture
def clipboard(monkeypatch, tmp_path):
    """A desktop whose clipboard holds a text: pyperclip is made to find this xclip and no other."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def hold(text: str) -> None:
        (tmp_path / "clipboard").write_text(text, encoding="utf-8")
        program = folder / "xclip"
        shown = str(tmp_path / "clipboard")
        code = f"import sys; sys.stdout.buffer.write(open({shown!r}, 'rb').read())"
        program.write_text(f"#!{sys.executable}\n{code}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        monkeypatch.setenv("DISPLAY", ":99")
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    return hold


def exported(capfdbinary, *arguments: str) -> list[dict]:
    assert main(["--export", "json", *arguments]) == 0
    return [json.loads(line)["article"] for line in capfdbinary.readouterr().out.decode().splitlines()]


def complaint(capfd, *arguments: str) -> str:
    assert main(["--export", "json", *arguments]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    return line


@pytest.mark.skipif(sys.platform != "linux", reason="only there pyperclip asks another program")
def test_the_clipboard_is_read(clipboard, capfdbinary):
    clipboard("Ferry Stays\n\nThe ferry stays, said the mayor.")
    (article,) = exported(capfdbinary, "--paste")
    assert (article["title"], article["source"]) == ("Ferry Stays", None)


@pytest.mark.skipif(sys.platform != "linux", reason="only there pyperclip asks another program")
def test_an_empty_clipboard_says_so(clipboard, capfd):
    clipboard("")
    assert complaint(capfd, "--paste") == "reader: the clipboard is empty: there is nothing to read"


@pytest.mark.skipif(sys.platform != "linux", reason="only there pyperclip asks another program")
def test_a_machine_without_a_desktop_says_so(monkeypatch, tmp_path, capfd):
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert "the clipboard cannot be read" in complaint(capfd, "--paste")


def test_title_source_and_date_can_be_given(tmp_path, capfdbinary):
    path = tmp_path / "a.md"
    path.write_text("# A\n\n## B\n\nThe ferry stays.\n", encoding="utf-8")
    options = ["--title", "[b]The\x1b[1m Ferry", "--source", "The Courier", "--date", "19 June 2024"]
    (article,) = exported(capfdbinary, str(path), *options)
    assert (article["title"], article["source"], article["published"]) == (
        "[b]The Ferry",
        "The Courier",
        "2024-06-19",
    )


@pytest.fixture
def feed(tmp_path):
    path = tmp_path / "feed"
    path.write_bytes(making.rss([{"title": each, "description": "It stays."} for each in ("One", "Two")]))
    return str(path)


def test_a_source_is_that_of_all_entries(feed, capfdbinary):
    articles = exported(capfdbinary, feed, "--source", "The Courier")
    assert [article["source"] for article in articles] == ["The Courier"] * 2


def test_a_title_is_that_of_one_article(feed, capfd):
    said = complaint(capfd, feed, "--title", "x")
    assert "--title is for one article, and here are 2: leave it out" in said


@pytest.mark.parametrize(
    "arguments", [["a", "b", "--title", "x"], ["a", "--paste", "--source", "x"], ["a", "--date", "soon"]]
)
def test_what_cannot_be_meant_is_wrong_usage(arguments):
    with pytest.raises(SystemExit) as left:
        main(["--export", "json", *arguments])
    assert left.value.code == 2


def test_a_book_gives_a_line_a_chapter(tmp_path, capfdbinary):
    path = tmp_path / "book"
    body = " ".join(making.PARAGRAPHS)
    path.write_bytes(making.epub([f"<h1>Fog</h1><p>{body}</p>", f"<h1>Ice</h1><p>{body}</p>"]))
    assert [article["title"] for article in exported(capfdbinary, str(path))] == ["Fog", "Ice"]


def test_an_address_is_fetched_and_its_failure_is_one_line(monkeypatch, capfdbinary):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    answers = {"/": serving.content(making.news_page()), "/gone": serving.status(410)}
    with serving.server(answers) as address:
        assert main(["--export", "json", f"{address}/gone", f"{address}/"]) == 1
    out, err = capfdbinary.readouterr()
    assert json.loads(out)["article"]["title"] == making.HEADLINE
    assert err.decode() == f"reader: {address}/gone is no longer there (410)\n"


@pytest.mark.parametrize(
    "data", [making.news_page(), making.docx([(making.HEADLINE, "Title"), (making.PARAGRAPHS[0], None)])]
)
def test_standard_input_is_recognised_by_its_content(tmp_path, capfdbinary, data):
    path = tmp_path / "in"
    path.write_bytes(data)
    saved = os.dup(0)
    try:
        with path.open("rb") as stream:
            os.dup2(stream.fileno(), 0)
        (article,) = exported(capfdbinary, "-")
    finally:
        os.dup2(saved, 0)
        os.close(saved)
    assert article["title"] == making.HEADLINE

"""The command line: what it says, what it gives back, and that it never answers a person with a traceback.

The analysis and the screen are replaced by stand-ins here: they are slow and have tests of their own.
"""

import json
import os
import signal
import subprocess
import sys
import textwrap
from types import ModuleType

import pytest

from reader.analysis.errors import ModelError
from reader.analysis.findings import Analysis
from reader.article import Article, Paragraph
from reader.cli import main
from reader.looks import Looks
from reader.store import Store
from tests.terminal import Terminal, eventually, is_waiting, plain_environment

ARTICLE = "Ferry Stays\n\nThe ferry stays, said the mayor.\n"

# Runs the command line with an analysis that finds nothing, and a screen that tells what it was given.
PROGRAM = textwrap.dedent(
    """
    import sys, types
    from reader.analysis.findings import Analysis
    pipeline = types.ModuleType("reader.analysis.pipeline")
    pipeline.load = lambda model: "language"
    pipeline.understand = lambda language, article, tell: Analysis({})
    app = types.ModuleType("reader.app")
    def run(articles, model=None, **options):
        import os
        print("titles:", [article.title for article in articles], "model:", model, "keys:", os.isatty(0))
        print("key:", os.read(0, 1).decode() if "--key" in sys.argv else None)
        return 0
    app.run = run
    sys.modules |= {"reader.analysis.pipeline": pipeline, "reader.app": app}
    from reader.cli import main
    sys.exit(main([argument for argument in sys.argv[1:] if argument != "--key"]))
    """
)
COMMAND = [sys.executable, "-c", PROGRAM]


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def analysis(monkeypatch):
    """Stands in for reader.analysis.pipeline; collects the models that were asked for."""
    pipeline = ModuleType("reader.analysis.pipeline")
    pipeline.asked = []

    def load(model=None):
        pipeline.asked.append(model)
        if model == "nonsense":
            raise ModelError("there is no model nonsense: install it, or name a folder")
        return "language"

    pipeline.load = load
    pipeline.understand = lambda _language, _article, _tell: Analysis({})
    monkeypatch.setitem(sys.modules, "reader.analysis.pipeline", pipeline)
    return pipeline


def run(*arguments: str, stdin: bytes | None = None, **options) -> subprocess.CompletedProcess:
    given = {"input": stdin} if stdin is not None else {"stdin": subprocess.DEVNULL}
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        check=False,
        start_new_session=True,
        timeout=60,
        **given,
        **options,
    )


def test_export_prints_a_line_an_article_in_the_order_given(analysis, tmp_path, capfdbinary):
    paths = []
    for title in ("Second", "First", "Third"):
        paths.append(str(tmp_path / f"{title}.txt"))
        (tmp_path / f"{title}.txt").write_text(f"{title}\n\nThe ferry stays.", encoding="utf-8")
    assert main(["--export", "json", *paths]) == 0
    out, err = capfdbinary.readouterr()
    assert [json.loads(line)["article"]["title"] for line in out.decode().splitlines()] == [
        "Second",
        "First",
        "Third",
    ]
    assert err == b""
    assert analysis.asked == [None]  # loaded once, for all


def test_a_bad_article_is_reported_and_the_rest_go_on(analysis, article, tmp_path, capfdbinary):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main(["--export", "json", "missing.txt", article, str(empty)]) == 1
    out, err = capfdbinary.readouterr()
    assert len(out.splitlines()) == 1
    assert err.decode().splitlines() == [
        "reader: missing.txt does not exist: check the path",
        f"reader: {empty} holds no files: name a folder with articles in it",
    ]


def test_a_folder_is_gone_through_and_an_export_into_a_file_goes_on(analysis, tmp_path, capfd):
    folder, output = tmp_path / "archive", tmp_path / "archive" / "found.csv"
    (folder / "2024").mkdir(parents=True)
    for name in ("b.txt", "2024/a.txt"):
        (folder / name).write_text(f"{name}\n\nThe ferry stays.", encoding="utf-8")
    command = ["--export", "csv", "--output", str(output), str(folder)]
    assert main(command) == 0
    before = output.read_text()
    (folder / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    assert main(command) == 1
    assert "c.png is a picture" in capfd.readouterr().err
    assert output.read_text() == before
    assert analysis.asked == [None]  # the second time there was nothing to understand


def test_an_export_that_another_version_began_is_not_gone_on_with(analysis, article, tmp_path, capfd):
    output = tmp_path / "found.jsonl"
    output.write_text('{"schema": 1}\n')
    (tmp_path / "found.jsonl.done").write_text('["json", 0]\n["a.txt", 14]\n')  # as 0.1.0 wrote it at first
    assert main(["--export", "json", "--output", str(output), article]) == 1
    words = f"{output} is an export as json: name another file for json, schema 3"
    assert capfd.readouterr().err == f"reader: {words}\n"
    assert output.read_text() == '{"schema": 1}\n'


def test_nothing_is_loaded_for_articles_that_cannot_be_read(analysis):
    assert main(["--export", "json", "missing.txt"]) == 1
    assert analysis.asked == []


def test_a_bad_model_is_one_clear_line(analysis, article, capfd):
    assert main(["--export", "json", "--model", "nonsense", article]) == 1
    assert capfd.readouterr().err == "reader: there is no model nonsense: install it, or name a folder\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--export", "yaml", "a"],
        ["--nonsense"],
        ["--model"],
        ["--export"],
        ["--export", "md", "--jobs", "0", "a"],
        ["--jobs", "2", "a"],
        ["--output", "x", "a"],
    ],
)
def test_wrong_usage_exits_with_2(arguments, capfd):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage: reader" in capfd.readouterr().err


def test_no_article_at_a_terminal_is_wrong_usage():
    with Terminal(COMMAND) as terminal:
        assert terminal.wait_exit() == 2
        assert "name an article, or pipe one in" in terminal.text()


def test_help_shows_examples(capfd):
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    assert "reader --export json article.txt" in capfd.readouterr().out


def test_the_version_is_told(capfd):
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capfd.readouterr().out.startswith("reader 0.")


def test_an_article_is_piped_in_without_being_named():
    done = run("--export", "json", stdin=ARTICLE.encode())
    assert done.returncode == 0
    assert json.loads(done.stdout)["article"]["title"] == "Ferry Stays"


def test_output_is_unicode_in_any_locale(tmp_path):
    path = tmp_path / "naïve.txt"
    path.write_text("“Naïve,” she said — twice.", encoding="utf-8")
    done = run(
        "--export", "json", str(path), env={**plain_environment(), "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    )
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["article"]["text"] == "“Naïve,” she said — twice."


@pytest.mark.parametrize("arguments", [["ferry.txt"], ["ferry.txt", "missing.txt"], ["-"]])
def test_without_a_terminal_it_says_so_and_names_the_export(arguments):
    done = run(*arguments, stdin=ARTICLE.encode())
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "is not a terminal" in done.stderr.decode()
    assert "--export json" in done.stderr.decode()


def test_empty_standard_input_is_one_clear_line():
    done = run("--export", "json", stdin=b"")
    assert done.returncode == 1
    assert done.stderr == b"reader: standard input is empty: there is nothing to read\n"


def test_a_reader_of_the_output_that_leaves_early_is_no_error(article):
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(
        [*COMMAND, "--export", "json", article], stdout=writing, stderr=subprocess.PIPE
    ) as process:
        os.close(writing)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 141
    assert err == b""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")  # noqa: PTH110
def test_a_full_disk_is_one_clear_line(article):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [*COMMAND, "--export", "json", article],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "reader: standard output cannot be written: No space left on device\n"


def test_ctrl_c_stops_an_export_quietly(tmp_path):
    pipe = tmp_path / "never-written"
    os.mkfifo(pipe)
    with Terminal([*COMMAND, "--export", "json", str(pipe)]) as terminal:
        with open(pipe, "wb"):  # noqa: PTH123 - opens only once the program is there
            # Between open and read Python looks for no signal; one that comes there waits for the read.
            eventually(lambda: is_waiting(terminal.process.pid))
            terminal.press("ctrl+c")
            assert terminal.wait_exit() == 130
        assert "Traceback" not in terminal.text()


def test_a_killed_export_dies_of_the_signal(tmp_path):
    pipe = tmp_path / "never-written"
    os.mkfifo(pipe)
    with Terminal([*COMMAND, "--export", "json", str(pipe)]) as terminal, open(pipe, "wb"):  # noqa: PTH123
        terminal.send_signal(signal.SIGTERM)
        assert terminal.wait_exit() == -signal.SIGTERM


def test_articles_are_shown_with_the_model_asked_for(article):
    with Terminal([*COMMAND, "--model", "xx", article, article]) as terminal:
        assert terminal.wait_exit() == 0
        assert "titles: ['Ferry Stays', 'Ferry Stays'] model: xx keys: True" in terminal.text()


def test_what_can_be_opened_is_shown_and_the_rest_is_reported(article):
    with Terminal([*COMMAND, "missing.txt", article]) as terminal:
        assert terminal.wait_exit() == 1
        assert "missing.txt does not exist" in terminal.text()
        assert "titles: ['Ferry Stays']" in terminal.text()


def test_nothing_is_shown_if_nothing_can_be_opened():
    with Terminal([*COMMAND, "missing.txt"]) as terminal:
        assert terminal.wait_exit() == 1
        assert "titles:" not in terminal.text()


@pytest.mark.parametrize("name", ["", " -"])
def test_the_keyboard_works_after_an_article_was_piped_in(article, name):
    command = f'cat "{article}" | "$0" -c "$1"{name} --key'
    with Terminal(["sh", "-c", command, sys.executable, PROGRAM]) as terminal:
        terminal.wait_for("keys: True")
        terminal.press("k", "enter")
        terminal.wait_for("key: k")
        assert terminal.wait_exit() == 0


def test_importing_the_command_line_imports_nothing_heavy():
    heavy = "{'spacy', 'textual', 'charset_normalizer', 'pyperclip'}"
    code = f"import sys, reader.cli; print({heavy} & set(sys.modules) or 'none')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"none\n"


def test_forget_says_how_much_it_forgot(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("READER_DATA", str(tmp_path))
    store = Store.open()
    store.keep_place(Article("Words", (Paragraph(0, 5),)), 3)
    store.close()
    Looks.at().keep(theme="paper")
    assert main(["--forget"]) == 0
    assert capsys.readouterr().out == "forgot 1 article\n"
    assert Looks.at().known().theme is None
    assert main(["--forget"]) == 0
    assert capsys.readouterr().out == "forgot 0 articles\n"


def test_settings_says_where_the_file_is_and_makes_it(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("READER_SETTINGS", str(tmp_path / "mine.toml"))
    assert main(["--settings"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'mine.toml'}\n"
    assert "#next-mention" in (tmp_path / "mine.toml").read_text()

"""What the first frame does without: an import that creeps into the start fails here, on any machine."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.terminal import Terminal, plain_environment

ROOT = Path(__file__).resolve().parents[1]

#: What is imported beside Textual and what Textual imports itself.
NEEDED = {"_json", "gc", "reader", "tomllib"}
#: Parts of the reader that come when they are asked for, or after the first frame.
LATER = {
    *("arguments", "card", "citation", "clipboard", "correcting", "corrections", "export"),
    *("analysis.compact", "analysis.pipeline", "analysis.worker"),
    *("analysis.cast", "analysis.language", "analysis.lexicon"),
    *("app.actor_list", "app.card_screen", "app.help_screen", "app.mending", "app.picker", "app.prompt"),
    *("app.quote_list", "app.row_list", "app.switcher"),
    *("sources.apart", "sources.docx", "sources.epub", "sources.feeds", "sources.mail", "sources.markdown"),
    *("sources.markup", "sources.pages", "sources.pdf"),
}

ARTICLE = """\
The Ferry Sails Again

“It has been paid for,” said Ms. Solheim of the harbour board, and that was all that she would say — for the
boat, which had not left the quay for the whole of the winter, was to sail on Monday.
"""

AT_FIRST_FRAME = """
import sys
from dataclasses import is_dataclass
from reader.app.desk import Desk

async def begin(self):
    modules = list(sys.modules)
    ours = [sys.modules[name] for name in modules if name.startswith("reader.")]
    kinds = [kind for module in ours for kind in vars(module).values() if isinstance(kind, type)]
    frozen = [kind.__name__ for kind in kinds if kind.__module__.startswith("reader.")
              and is_dataclass(kind) and kind.__dataclass_params__.frozen]
    import json, pathlib
    pathlib.Path({told!r}).write_text(json.dumps([modules, frozen]))
    self.app.exit()

Desk._begin = begin
from reader.cli import main
main([{article!r}])
"""


class Start(NamedTuple):
    """What is there when the first frame has been drawn: modules, and frozen dataclasses of ours."""

    modules: set[str]
    frozen: set[str]


@pytest.fixture(scope="module")
def start(tmp_path_factory) -> Start:
    folder = tmp_path_factory.mktemp("start")
    (folder / "article.txt").write_text(ARTICLE, "utf-8")
    told = folder / "told"
    code = AT_FIRST_FRAME.format(told=str(told), article=str(folder / "article.txt"))
    with Terminal([sys.executable, "-c", code], cwd=ROOT) as terminal:
        terminal.wait_exit()
    return Start(*map(set, json.loads(told.read_text())))


def test_the_first_frame_imports_little_but_textual(start):
    code = (
        "import sys, textual.app, textual.drivers.linux_driver, textual.widgets._toast; print(*sys.modules)"
    )
    textual = subprocess.run(
        [sys.executable, "-c", code], env=plain_environment(), stdout=subprocess.PIPE, text=True, check=True
    )
    outermost = {name.split(".")[0] for name in textual.stdout.split()}
    assert {name.split(".")[0] for name in start.modules} - outermost - NEEDED == set()


def test_the_first_frame_does_without_what_is_asked_for_later(start):
    assert start.modules & {f"reader.{name}" for name in LATER} == set()


def test_a_reader_of_files_does_without_openssl(tmp_path):
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    code = (
        "import sys; from reader.cli import main; main(['article.txt']); "
        "open('told', 'w').write(' '.join({'ssl', '_ssl', '_hashlib'} & set(sys.modules)))"
    )
    with Terminal([sys.executable, "-c", code], cwd=tmp_path) as terminal:
        terminal.wait_for("QUOTES  ")
        terminal.press("q")
        terminal.wait_exit()
    assert (tmp_path / "told").read_text() == ""


def test_few_types_on_the_way_to_the_first_frame_cost_what_a_frozen_dataclass_costs(start):
    assert start.frozen == {"Article"}  # a named tuple takes a sixth of the time to make

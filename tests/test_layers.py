"""Data flows one way: source, article, analysis, session, screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

READER = Path(__file__).parent.parent / "reader"
#: What the modules of a folder (or, with *.py, of the session) may not know of.
FORBIDDEN = {
    "sources": ("reader.analysis", "reader.session", "reader.app", "reader.export", "textual", "spacy"),
    "analysis": ("reader.sources", "reader.session", "reader.app", "reader.export", "textual"),
    "analysis/lexicon": ("reader.analysis.speech", "reader.analysis.cast", "reader.analysis.language"),
    "analysis/language": ("reader.analysis.speech", "reader.analysis.cast", "reader.analysis.lexicon"),
    "analysis/speech": ("reader.analysis.cast", "reader.analysis.language"),
    "analysis/cast": ("reader.analysis.language",),
    "export": ("reader.app", "textual"),
    "app": ("spacy",),
    "*.py": ("textual", "spacy"),
}
#: The folders of the cast, each built on those before it; the resolver, beside them, on all.
CAST = ("roster", "spans", "names", "roles", "descriptions", "pronouns")
FORBIDDEN |= {
    f"analysis/cast/{part}": tuple(f"reader.analysis.cast.{later}" for later in (*CAST[at + 1 :], "actors"))
    for at, part in enumerate(CAST)
}


def imported(path: Path) -> Iterator[str]:
    """Give the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("where", FORBIDDEN)
def test_nothing_knows_of_what_comes_after_it(where):
    files = list(READER.glob(where) if "*" in where else (READER / where).rglob("*.py"))
    assert files
    for path in files:
        for module in imported(path):
            known = [each for each in FORBIDDEN[where] if module == each or module.startswith(f"{each}.")]
            assert not known, f"{path.relative_to(READER)} imports {module}"


def test_every_folder_of_the_cast_has_its_place():
    assert {path.parent.name for path in (READER / "analysis/cast").glob("*/*.py")} == set(CAST)
    assert {path.name for path in (READER / "analysis/cast").glob("*.py")} == {"__init__.py", "actors.py"}


def test_the_reader_never_imports_the_training():
    modules = {module for path in READER.rglob("*.py") for module in imported(path)}
    assert not [module for module in modules if module.split(".")[0] in ("training", "torch")]

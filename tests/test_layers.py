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
    "export": ("reader.app", "textual"),
    "app": ("spacy",),
    "*.py": ("textual", "spacy"),
}


def imported(path: Path) -> Iterator[str]:
    """Give the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("where", FORBIDDEN)
def test_nothing_knows_of_what_comes_after_it(where):
    files = list(READER.glob(where) if "*" in where else (READER / where).rglob("*.py"))
    assert files
    for path in files:
        for module in imported(path):
            known = [each for each in FORBIDDEN[where] if module == each or module.startswith(f"{each}.")]
            assert not known, f"{path.relative_to(READER)} imports {module}"


def test_the_reader_never_imports_the_training():
    modules = {module for path in READER.rglob("*.py") for module in imported(path)}
    assert not [module for module in modules if module.split(".")[0] in ("training", "torch")]

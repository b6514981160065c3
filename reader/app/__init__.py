"""The screen. Textual lives here and nowhere else; nothing here imports spaCy."""

from collections.abc import Sequence
from contextlib import closing

from reader.article import Article


def run(
    articles: Sequence[Article], model: str | None = None, *, remember: bool = True, mouse: bool = True
) -> int:
    """Read articles on the terminal until the reader quits; gives the exit code.

    Without `remember` nothing is taken from the store or put into it; without `mouse` the terminal's own
    selection works.
    """
    from reader.analysis.client import Analyst
    from reader.analysis.identity import identity
    from reader.app.main import ReaderApp
    from reader.app.memory import Memory
    from reader.store import Store

    with closing(Memory(Store.open() if remember else None, identity(model))) as memory:
        app = ReaderApp(articles, Analyst(model).understand, memory)
        app.run(mouse=mouse)
        return app.return_code or 0

"""The screen. Textual lives here and nowhere else; nothing here imports spaCy."""

from collections.abc import Sequence

from reader.article import Article


def run(articles: Sequence[Article], model: str | None = None) -> int:
    """Read articles on the terminal until the reader quits; gives the exit code."""
    from reader.analysis.client import Analyst
    from reader.app.main import ReaderApp

    app = ReaderApp(articles, Analyst(model).understand)
    app.run()
    return app.return_code or 0

"""The screen. Textual lives here and nowhere else; nothing here imports spaCy."""

from collections.abc import Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from reader.article import Article


def run(
    articles: Sequence[Article], model: str | None = None, *, remember: bool = True, mouse: bool = True
) -> int:
    """Read articles on the terminal until the reader quits; gives the exit code.

    Without `remember` nothing is taken from the store or put into it; without `mouse` the terminal's own
    selection works.
    """
    import sys

    from reader.lean import without

    with without("ssl"):  # OpenSSL would be an eighth of the memory; what fetches brings it
        import asyncio

    from reader.analysis.client import Analyst
    from reader.analysis.identity import identity
    from reader.app.keys import DEFAULTS
    from reader.app.main import ReaderApp
    from reader.app.memory import Memory
    from reader.app.themes import KNOWN
    from reader.looks import Looks
    from reader.settings import load
    from reader.sources import SourceError, is_begun, open_whole
    from reader.store import Store

    looks = Looks.at() if remember else Looks(None)
    sys.setswitchinterval(
        0.0005
    )  # seconds: the thread that writes a frame must not wait for what comes after it
    settings = load(key_ids=DEFAULTS, themes=KNOWN).over(looks.known(KNOWN))
    with closing(Memory(Store.at() if remember else None, partial(identity, model), looks)) as memory:
        if is_begun(articles[0]) and memory.knows(articles[0]):  # the place to go on at may be anywhere
            with suppress(SourceError):
                articles = [open_whole(articles[0]), *articles[1:]]
        analyst = Analyst(model)
        app = ReaderApp(articles, analyst.understand, memory, settings, analyst.look)

        async def read() -> None:
            app.heed_signals()
            try:
                await app.run_async(mouse=mouse)
            finally:
                await analyst.close()

        asyncio.run(read())
        return app.return_code or 0


def settings_file() -> Path | None:
    """Give the path of the settings file, which is made if it is not there; None without a home folder."""
    from reader.app.keys import TABLE
    from reader.app.themes import KNOWN
    from reader.settings import default_path, template

    path = default_path()
    if path is not None and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template(TABLE, KNOWN), "utf-8")
    return path

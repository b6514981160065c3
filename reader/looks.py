"""How the reader had it last: theme, width, side panel, names lit.

They are kept in a settings file of the program's own, beside the store, and count where the reader's settings
leave something open. Like all remembering it is a comfort: what can't be read or written is done without.
"""

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from threading import Lock

from reader.database import UnusableError
from reader.settings import LOOKS, Settings, load
from reader.store import default_path

_FILE = "looks.toml"


class Looks:
    """The looks that are kept in a file; without a path, none. Any thread may call any method."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = Lock()

    @classmethod
    def at(cls) -> "Looks":
        """Give the looks that are kept where the store is."""
        try:
            return cls(default_path().with_name(_FILE))
        except (UnusableError, OSError):
            return cls(None)

    def known(self, themes: Collection[str] = ()) -> Settings:
        """Give what is kept; `themes` are the names of all themes."""
        return load(self._path, themes=themes) if self._path is not None else Settings()

    def keep(self, **looks: str | int) -> None:
        """Keep some of the looks, by the names of their settings; the others stay."""
        if self._path is None:
            return
        with self._lock, suppress(OSError):
            kept = self.known()
            values = {name: getattr(kept, name) for name in LOOKS} | looks
            lines = (f"{name} = {value!r}\n" for name, value in values.items() if value is not None)
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside = self._path.with_name(f"{_FILE}.{os.getpid()}")
            beside.write_text("".join(lines), "utf-8")
            beside.replace(self._path)

    def forget(self) -> None:
        """Delete them."""
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink()

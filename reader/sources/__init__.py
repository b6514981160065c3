"""Whatever a person can point at becomes an :class:`~reader.article.Article` here, decoded and cleaned."""

from reader.sources.errors import SourceError
from reader.sources.opening import (
    is_begun,
    open_article,
    open_articles,
    open_beginning,
    open_pasted,
    open_whole,
    reopen_terminal,
)

__all__ = [
    "SourceError",
    "is_begun",
    "open_article",
    "open_articles",
    "open_beginning",
    "open_pasted",
    "open_whole",
    "reopen_terminal",
]

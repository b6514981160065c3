"""The line under the headline: who wrote the article, when, how long it is, where it comes from."""

from datetime import date
from pathlib import PurePath

from reader.app.wrapping import cells, fit
from reader.article import Article

_WORDS_A_MINUTE = 230


def dateline(article: Article, width: int) -> tuple[str, str]:
    """Give what stands for a headline where there is none (else nothing), and the line itself.

    Both have `width` cells at most; of the line, what there is no room for is left out.
    """
    name, source = "", article.source
    if not article.has_headline and source is not None:
        name = article.title or (source if "://" in source else PurePath(source).name)
        source = source if article.title else None
    length = [f"{article.words:,} words", _reading_time(article.words)]
    if article.whole_at is not None:  # only the beginning is there, and nobody knows the rest
        length = []
    parts = [article.byline, _spelled(article.published), *length, source]
    name = fit(name, width).rstrip() if cells(name) > width else name
    line, room = "", width - cells(name) - (2 if name else 0)
    for part in filter(None, parts):
        longer = f"{line} · {part}" if line else part
        line = longer if cells(longer) <= room else line
    return name, line


def _reading_time(words: int) -> str:
    minutes = max(1, round(words / _WORDS_A_MINUTE))
    return f"{minutes} min" if minutes < 90 else f"{round(minutes / 60)} h"


def _spelled(day: str | None) -> str | None:
    """Spell out an ISO date for reading."""
    try:
        parsed = date.fromisoformat(day) if day else None
    except ValueError:
        return day
    return f"{parsed.day} {parsed:%B %Y}" if parsed else None

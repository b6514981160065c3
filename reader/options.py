"""What the command line can say."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reader.article import Article
from reader.sources.errors import SourceError


class Options:
    """What was said; class attributes stand for what was not."""

    export: str | None = None
    output: str | None = None
    jobs = 1
    model: str | None = None
    paste = False
    title: str | None = None
    source: str | None = None
    date: str | None = None
    no_store = False
    no_mouse = False
    forget = False
    settings = False

    def __init__(self, articles: Sequence[str] = ()) -> None:
        self.articles = articles

    @property
    def overrides(self) -> dict[str, str]:
        """What an article is to be cited with instead of what was found, by field of the article."""
        given = {"title": self.title, "source": self.source, "published": self.date}
        return {name: value for name, value in given.items() if value}

    def cited(self, articles: Sequence[Article]) -> Sequence[Article]:
        """Give articles of one feed, book or file with what they are to be cited with.

        A title is that of one article: where there are several, :class:`SourceError` says so.
        """
        if not self.overrides:
            return articles
        if self.title and len(articles) > 1:
            raise SourceError(f"--title is for one article, and here are {len(articles)}: leave it out")
        given: dict[str, Any] = {**self.overrides, "given": tuple(self.overrides)}
        return [replace(article, **given) for article in articles]

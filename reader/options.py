"""What the command line can say."""

from collections.abc import Sequence


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

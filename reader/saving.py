"""Findings, as the reader corrected them, go to a file that was not there before."""

import re
from itertools import count
from pathlib import Path, PurePath

from reader.article import Article
from reader.export import as_csv, as_json, as_markdown
from reader.export.table import head
from reader.session import Session

#: What an export can be, by the ending of its file.
FORMATS = {
    ".md": "Markdown: a report to be read",
    ".json": "JSON: everything, with offsets into the text",
    ".csv": "CSV: a row for every mention and quote",
}
_LONGEST = 60


def exported(session: Session, ending: str) -> str:
    """Give the text of an export; `ending` is one of :data:`FORMATS`."""
    article, analysis = session.article, session.stage.snapshot()
    corrected = session.revision.corrected_actors, session.revision.corrected_quotes
    match ending:
        case ".json":
            return as_json(article, analysis, *corrected) + "\n"
        case ".csv":
            return head() + as_csv(article, analysis, *corrected)
    return as_markdown(article, analysis, *corrected)


def free_name(article: Article, ending: str, folder: Path) -> str:
    """Give a name for a file that is not in the folder yet, made from what the article is called."""
    called = PurePath(article.source).stem if article.source else article.title or ""
    stem = re.sub(r"[^\w-]+", "-", called)[:_LONGEST].strip("-") or "article"
    names = (f"{stem}{'' if number == 1 else f'-{number}'}{ending}" for number in count(1))
    return next(name for name in names if not (folder / name).exists())


def save(text: str, path: Path) -> None:
    """Write a new file; raises OSError, FileExistsError where there is one already."""
    with path.expanduser().open("x", encoding="utf-8", newline="") as file:
        file.write(text)

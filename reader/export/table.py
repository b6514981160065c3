"""Findings as CSV (RFC 4180): a row for every mention and every quote, in text order."""

import csv
import io
from collections.abc import Collection, Iterable

from reader.analysis.findings import Analysis, Mention, Quote
from reader.article import Article
from reader.citation import quote_text, speaker_name

#: The first line of a table: `what` is mention or quote; `actor` to `country` tell who is meant, or speaks.
COLUMNS = (
    *("source", "title", "published", "what", "start", "end", "text"),
    *("actor", "name", "kind", "country", "form", "confidence", "corrected"),
)

_ACTS = ("=", "+", "-", "@", "\t")  # what a spreadsheet would take for a formula


def as_csv(
    article: Article, analysis: Analysis, actors: Collection[str] = (), quotes: Collection[int] = ()
) -> str:
    """Give the rows of an article, without the head.

    Offsets are code points into the text of the article. A speaker who is no actor has but a name: the words
    that stand for it. What a spreadsheet would take for a formula has an apostrophe before it.
    Marked ("yes") as corrected by the reader are the mentions of these `actors`, and the `quotes` that start
    there.
    """
    rows = [(*_mention(article, analysis, each), _yes(each.actor in actors)) for each in analysis.mentions]
    rows += [(*_quote(article, analysis, each), _yes(each.start in quotes)) for each in analysis.quotes]
    about = (article.source, article.title, article.published)
    return _lines((*about, *row) for row in sorted(rows, key=lambda row: (row[1], row[0])))


def _yes(told: bool) -> str:
    return "yes" if told else ""


def head() -> str:
    """Give the line with the names of the columns."""
    return _lines([COLUMNS])


_Row = tuple[str, int, int, str, str | None, str | None, str | None, str | None, str, float]


def _mention(article: Article, analysis: Analysis, mention: Mention) -> _Row:
    words = article.text[mention.start : mention.end]
    actor = analysis.actors[mention.actor]
    about = actor.id, actor.name, actor.kind.value, actor.country
    return (
        "mention",
        mention.start,
        mention.end,
        words,
        *about,
        mention.form.value,
        round(mention.confidence, 3),
    )


def _quote(article: Article, analysis: Analysis, quote: Quote) -> _Row:
    words, name = quote_text(article, quote), speaker_name(article, analysis.actors, quote)
    actor = analysis.actors.get(quote.speaker) if quote.speaker is not None else None
    about = (
        (actor.id, name, actor.kind.value, actor.country) if actor is not None else (None, name, None, None)
    )
    return "quote", quote.start, quote.end, words, *about, quote.kind.value, round(quote.confidence, 3)


def _lines(rows: Iterable[tuple[object, ...]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return written.getvalue()


def _inert(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_ACTS) else cell

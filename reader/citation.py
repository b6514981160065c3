"""A quote as it is copied: its words alone, or with the one who said them and where."""

from itertools import pairwise
from pathlib import PurePath

from reader.analysis.findings import SURE, Analysis, Quote, QuoteKind
from reader.article import Article

#: Stands where the reporter's words interrupt a quote.
INTERRUPTION = " … "


def quote_text(article: Article, quote: Quote) -> str:
    """Give the quote's words: the article's own characters, without the quotation marks around them."""
    words = article.text[quote.segments[0].start : quote.segments[0].end]
    for before, after in pairwise(quote.segments):
        between = article.text[before.end : after.start]
        if any(char.isalnum() for char in between):
            words += INTERRUPTION
        else:  # only marks and white space: the speech runs on, perhaps into the next paragraph
            words += "\n\n" if "\n" in between else " "
        words += article.text[after.start : after.end]
    return words


def attribution(article: Article, analysis: Analysis, quote: Quote) -> str:
    """Give the quote with its speaker and its place: “…” — Vladimir V. Putin, title, source, date.

    What is unknown is left out; a speaker that is only guessed is followed by "(?)". Reported speech is
    nobody's very words and stands without quotation marks.
    """
    words = quote_text(article, quote)
    quoted = words if quote.kind is QuoteKind.INDIRECT else f"“{words}”"
    place = (_speaker(analysis, quote), article.title, _source(article), article.published)
    known = ", ".join(part for part in place if part)
    return f"{quoted} — {known}" if known else quoted


def speaker_name(article: Article, analysis: Analysis, quote: Quote) -> str | None:
    """Name who says a quote: the actor or, where there is none, in the words that stand for it."""
    actor = analysis.actors.get(quote.speaker) if quote.speaker is not None else None
    if actor is not None:
        return actor.name
    source = quote.source
    return " ".join(article.text[source.start : source.end].split()) if source is not None else None


def _speaker(analysis: Analysis, quote: Quote) -> str | None:
    actor = analysis.actors.get(quote.speaker) if quote.speaker is not None else None
    if actor is None:
        return None
    return actor.name if quote.confidence >= SURE else f"{actor.name} (?)"


def _source(article: Article) -> str | None:
    """A file is cited by its name: its folder means something on this machine only."""
    if article.source is None or "://" in article.source:
        return article.source
    return PurePath(article.source).name or article.source

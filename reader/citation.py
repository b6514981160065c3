"""A quote as it is copied: its words alone, or with the one who said them and where."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import PurePath

from reader.analysis.findings import SURE, Actor, Quote, QuoteKind, Span
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


def citation(
    article: Article, actors: Mapping[str, Actor], quotes: Sequence[Quote], attributed: bool = True
) -> str:
    """Give quotes as they are copied together, a blank line between them."""
    return "\n\n".join(
        attribution(article, actors, quote) if attributed else quote_text(article, quote) for quote in quotes
    )


def attribution(article: Article, actors: Mapping[str, Actor], quote: Quote) -> str:
    """Give the quote with its speaker and its place: “…” — Vladimir V. Putin, title, source, date.

    What is unknown is left out; a speaker that is only guessed is followed by "(?)". Reported speech is
    nobody's very words and stands without quotation marks.
    """
    words = quote_text(article, quote)
    quoted = words if quote.kind is QuoteKind.INDIRECT else f"“{words}”"
    place = (_speaker(article, actors, quote), article.title, _source(article), article.published)
    known = ", ".join(part for part in place if part)
    return f"{quoted} — {known}" if known else quoted


def speaker_name(article: Article, actors: Mapping[str, Actor], quote: Quote) -> str | None:
    """Name who says a quote: the actor or, where there is none, in the words that stand for it."""
    actor = actors.get(quote.speaker) if quote.speaker is not None else None
    if actor is not None:
        return actor.name
    if quote.source is None:
        return None
    words = _words(article, quote.source)
    return f"wording of {words}" if quote.wording else words


def _speaker(article: Article, actors: Mapping[str, Actor], quote: Quote) -> str | None:
    """Name the speaker; a pronoun says nothing."""
    name = speaker_name(article, actors, quote)
    if name is None or (quote.speaker is None and " " not in name):
        return None
    sure = quote.speaker is None or quote.confidence >= SURE
    relay = f", via {_words(article, quote.relay)}" if quote.relay else ""
    return f"{name}{'' if sure else ' (?)'}{relay}"


def _words(article: Article, span: Span) -> str:
    return " ".join(article.text[span.start : span.end].split())


def _source(article: Article) -> str | None:
    """A file is cited by its name: its folder means something on this machine only."""
    if article.source is None or "://" in article.source:
        return article.source
    return PurePath(article.source).name or article.source

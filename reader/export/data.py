"""Findings leave the program as plain data: one line of JSON an article.

The format is schema 3 (``reader/export.schema.json`` is its contract). It does not change without
a new number.
"""

import json
from collections.abc import Collection
from typing import Any

from reader.analysis.findings import Analysis, Mention, Quote, Span
from reader.article import Article

#: The number of the format that :func:`as_json` writes.
SCHEMA = 3
_DECIMALS = 3  # of a confidence; more would be noise


def as_json(
    article: Article, analysis: Analysis, actors: Collection[str] = (), quotes: Collection[int] = ()
) -> str:
    """Give article and findings as one line of JSON, without the line's end.

    Every offset is a code point offset into ``article.text``; ``speaker_mention`` is an index into
    ``mentions``, which are sorted by start and, of equal starts, the longer first. Every key is always there.
    Marked as corrected by the reader are the `actors` of these ids and the `quotes` that start there.
    """
    return json.dumps(as_dict(article, analysis, actors, quotes), ensure_ascii=False, separators=(",", ":"))


def as_dict(
    article: Article, analysis: Analysis, actors: Collection[str] = (), quotes: Collection[int] = ()
) -> dict[str, Any]:
    """Give article and findings as the data that :func:`as_json` writes."""
    mentions = sorted(analysis.mentions, key=lambda mention: (mention.start, -mention.end))
    index = {(mention.start, mention.end): i for i, mention in enumerate(mentions)}
    return {
        "schema": SCHEMA,
        "article": {
            "title": article.title,
            "byline": article.byline,
            "published": article.published,
            "source": article.source,
            "language": article.language,
            "text": str(article.text),
        },
        "actors": [
            {
                "id": actor.id,
                "name": actor.name,
                "named": actor.named,
                "kind": actor.kind.value,
                "country": actor.country,
                "aliases": list(actor.aliases),
                "roles": list(actor.roles),
                "ties": [
                    {"other": tie.other, "words": _span(tie.words), "speaks": tie.speaks}
                    for tie in actor.ties
                ],
                "corrected": actor.id in actors,
            }
            for actor in analysis.actors.values()
        ],
        "mentions": [_mention(mention) for mention in mentions],
        "quotes": [
            _quote(quote, index, quote.start in quotes)
            for quote in sorted(analysis.quotes, key=lambda quote: quote.start)
        ],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "actor": mention.actor,
        "form": mention.form.value,
        "confidence": round(mention.confidence, _DECIMALS),
    }


def _quote(quote: Quote, index: dict[tuple[int, int], int], corrected: bool) -> dict[str, Any]:
    named_by = quote.speaker_mention
    return {
        "segments": [_span(segment) for segment in quote.segments],
        "kind": quote.kind.value,
        "speaker": quote.speaker,
        "speaker_mention": None if named_by is None else index.get((named_by.start, named_by.end)),
        "cue": None if quote.cue is None else _span(quote.cue),
        "addressee": quote.addressee,
        "confidence": round(quote.confidence, _DECIMALS),
        "relay": None if quote.relay is None else _span(quote.relay),
        "wording": quote.wording,
        "corrected": corrected,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}

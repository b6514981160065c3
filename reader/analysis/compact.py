"""An analysis as few bytes and back: what the store keeps.

Compressed JSON, never pickle: bytes from a disk must not be able to do anything. Mentions lie in columns,
their starts as distances from the one before; that compresses to about three bytes a mention.
"""

import json
import zlib
from itertools import accumulate
from typing import Any

from reader.analysis.findings import (
    Actor,
    ActorKind,
    Analysis,
    Mention,
    MentionForm,
    Quote,
    QuoteKind,
    Span,
    Tie,
)

#: The number of the format; bytes of another one are not read.
FORMAT = 3

_LEVEL = 6
_LARGEST = 1 << 28  # bytes of JSON, a hundred times what a million words give: beyond it the bytes are broken
_FORMS = tuple(MentionForm)
_TIES = Actor._fields.index("ties")


def pack(analysis: Analysis) -> bytes:
    """Give an analysis as bytes; the same analysis always gives the same."""
    ids = list(dict.fromkeys([*analysis.actors, *(mention.actor for mention in analysis.mentions)]))
    number = {actor: at for at, actor in enumerate(ids)}
    mentions = analysis.mentions
    starts = [mention.start for mention in mentions]
    document = {
        "format": FORMAT,
        "ids": ids,
        "actors": [
            [key, *actor[:_TIES], _ties(actor), actor.named] for key, actor in analysis.actors.items()
        ],
        "starts": [here - before for before, here in zip([0, *starts], starts, strict=False)],
        "lengths": [mention.end - mention.start for mention in mentions],
        "who": [number[mention.actor] for mention in mentions],
        "forms": [_FORMS.index(mention.form) for mention in mentions],
        "confidences": [mention.confidence for mention in mentions],
        "quotes": [_quote(quote) for quote in analysis.quotes],
    }
    return zlib.compress(json.dumps(document, separators=(",", ":")).encode(), _LEVEL)


def unpack(data: bytes) -> Analysis:
    """Give the analysis that was packed; raises ValueError where the bytes are none of ours."""
    try:
        inflater = zlib.decompressobj()
        document = json.loads(inflater.decompress(data, _LARGEST))
        if not inflater.eof or document["format"] != FORMAT:
            raise ValueError("not an analysis of this format")
        return _analysis(document)
    except (zlib.error, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"not an analysis: {error}") from error


def _analysis(document: dict[str, Any]) -> Analysis:
    ids = document["ids"]
    actors = {
        key: Actor(actor, name, ActorKind(kind), country, tuple(aliases), tuple(roles), _untie(ties), named)
        for key, actor, name, kind, country, aliases, roles, ties, named in document["actors"]
    }
    columns = zip(
        accumulate(document["starts"]),
        document["lengths"],
        map(ids.__getitem__, document["who"]),
        map(_FORMS.__getitem__, document["forms"]),
        document["confidences"],
        strict=True,
    )
    mentions = tuple(
        Mention(start, start + length, who, form, confidence)
        for start, length, who, form, confidence in columns
    )
    return Analysis(actors, mentions, tuple(map(_unquote, document["quotes"])))


def _quote(quote: Quote) -> list[Any]:
    return [
        [_span(segment) for segment in quote.segments],
        quote.kind,
        quote.speaker,
        _span(quote.speaker_mention),
        _span(quote.source),
        _span(quote.cue),
        quote.addressee,
        quote.confidence,
        _span(quote.relay),
        quote.wording,
    ]


def _unquote(row: list[Any]) -> Quote:
    segments, kind, speaker, speaker_mention, source, cue, addressee, confidence, relay, wording = row
    return Quote(
        tuple(Span(*segment) for segment in segments),
        QuoteKind(kind),
        speaker,
        _unspan(speaker_mention),
        _unspan(source),
        _unspan(cue),
        addressee,
        confidence,
        _unspan(relay),
        wording,
    )


def _ties(actor: Actor) -> list[Any]:
    return [[tie.other, _span(tie.words), tie.speaks] for tie in actor.ties]


def _untie(rows: list[Any]) -> tuple[Tie, ...]:
    return tuple(Tie(other, Span(*words), speaks) for other, words, speaks in rows)


def _span(span: Span | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


def _unspan(pair: list[int] | None) -> Span | None:
    return None if pair is None else Span(*pair)

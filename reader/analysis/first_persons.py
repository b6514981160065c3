""" "I", "we" and "you" inside quotes: the speaker, the side that he speaks for, and whom he speaks to.

Read after the quotes, since it is their speakers who are meant.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from spacy.tokens import Doc, Token

from reader.analysis.findings import Actor, ActorKind, Mention, MentionForm, Quote, QuoteKind, Span

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_ADDRESSED = frozenset({"you", "your", "yours", "yourself"})
_START = attrgetter("start")
_SIDE = 0.7  #  that "we" is the side that somebody's office speaks for
_ALONE = 0.5  # that "we" is the speaker, whose side the article does not tell
_HEARD = 0.7  # that "you" is who was told


def first_persons(
    doc: Doc,
    offset: int,
    quotes: Sequence[Quote],
    actors: Mapping[str, Actor],
    nested: Sequence[Span] = (),
) -> tuple[Mention, ...]:
    """Resolve the first and second persons in the quotes of `doc`, which starts at `offset` of the text.

    `nested` are quotations within quotations, in text order: others speak there.
    """
    first = bisect_left(nested, offset, key=_START)
    inner = nested[first : bisect_left(nested, offset + len(doc.text), key=_START)]
    found: dict[tuple[int, int], Mention] = {}
    for quote in quotes:
        speaker = actors.get(quote.speaker or "")
        if speaker is None or quote.kind is QuoteKind.INDIRECT:  # there "we" would be the reporter's
            continue
        for token in _words(doc, offset, quote):
            start = offset + token.idx
            if any(span.start <= start < span.end for span in inner):
                continue
            if meant := _meant(token, speaker, quote):
                who, sure = meant
                mention = Mention(
                    start, start + len(token), who, MentionForm.PRONOUN, min(sure, quote.confidence)
                )
                found[mention.start, mention.end] = mention
    return tuple(sorted(found.values(), key=lambda mention: mention.start))


def _words(doc: Doc, offset: int, quote: Quote) -> Iterator[Token]:
    """The tokens of a quote that stand in `doc`."""
    for segment in quote.segments:
        if segment.end <= offset or segment.start >= offset + len(doc.text):
            continue
        span = doc.char_span(
            max(0, segment.start - offset),
            min(len(doc.text), segment.end - offset),
            alignment_mode="expand",
        )
        yield from span or ()


def _meant(token: Token, speaker: Actor, quote: Quote) -> tuple[str, float] | None:
    """Whom a word means if it is a first or second person, and how sure that is."""
    word = token.text.casefold().replace("’", "'").partition("'")[0]
    if word in _SINGULAR and token.text != "i" and token.pos_ in ("PRON", "DET", ""):
        return speaker.id, 1.0
    if word in _PLURAL and token.text not in ("US", "U.S."):
        return _side(speaker)
    if word in _ADDRESSED and quote.addressee:
        return quote.addressee, _HEARD
    return None


def _side(speaker: Actor) -> tuple[str, float]:
    """The country or body that the speaker's office speaks for, the latest tie told first; else himself."""
    if speaker.kind is not ActorKind.PERSON:
        return speaker.id, 1.0
    tie = next((tie for tie in speaker.ties if tie.speaks), None)
    return (tie.other, _SIDE) if tie else (speaker.id, _ALONE)

""" "I", "we" and "you" inside quotes: the speaker, the side that he speaks for, and whom he speaks to.

Read after the quotes, since it is their speakers who are meant.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from spacy.tokens import Doc, Token

from reader.analysis.addressees import Heard, addressees
from reader.analysis.documents import length
from reader.analysis.findings import Actor, ActorKind, Mention, MentionForm, Quote, QuoteKind, Span
from reader.analysis.within import SINGULAR, told_within

_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_ADDRESSED = frozenset({"you", "your", "yours", "yourself"})
_I = re.compile(rf"\bI\b|(?i:\b(?:{'|'.join(sorted(SINGULAR - {'i'}))})\b)")
_START = attrgetter("start")
_SIDE = 0.7  #  that "we" is the side that somebody's office speaks for
_ALONE = 0.5  # that "we" is the speaker, whose side the article does not tell
_HEARD = 0.6  # that "you" is who was told, in a quotation within a quotation


def first_persons(
    doc: Doc,
    offset: int,
    quotes: Sequence[Quote],
    actors: Mapping[str, Actor],
    nested: Sequence[Span] = (),
    mentions: Sequence[Mention] = (),
) -> tuple[Mention, ...]:
    """Resolve the first and second persons in the quotes of `doc`, which starts at `offset` of the text.

    `nested` are quotations within quotations, in text order: others speak there, if `mentions`, which are
    those found in `doc`, tell who (“She said, ‘I will sleep’”).
    """
    end = offset + length(doc)
    inner = nested[bisect_left(nested, offset, key=_START) : bisect_left(nested, end, key=_START)]
    heard = addressees(doc, offset, quotes, mentions, actors)
    found: dict[tuple[int, int], Mention] = {}
    for quote in quotes:
        if quote.kind is QuoteKind.INDIRECT:  # there "we" would be the reporter's
            continue
        if quote.end <= offset or quote.start >= end:
            continue
        own = [span for span in inner if any(part.start <= span.start < part.end for part in quote.segments)]
        said = told_within(doc, offset, quote, own, mentions, actors)
        for each, others in ((quote, own), *((told, ()) for told in said)):
            to = heard.get(each.segments[0]) or (each.addressee and (each.addressee, _HEARD)) or None
            found.update((mention[:2], mention) for mention in _read(doc, offset, each, to, actors, others))
    return tuple(sorted(found.values(), key=lambda mention: mention.start))


def echoed(text: str, quotes: Iterable[Quote], offset: int) -> Iterator[Mention]:
    """Resolve "I" in quotes from before `offset` of the text, whose speaker was told only behind it."""
    for quote in quotes:
        if quote.speaker is not None and quote.end <= offset:
            for found in (each for part in quote.segments for each in _I.finditer(text, *part)):
                yield Mention(*found.span(), quote.speaker, MentionForm.PRONOUN, quote.confidence)


def _read(
    doc: Doc, offset: int, quote: Quote, to: Heard | None, actors: Mapping[str, Actor], others: Sequence[Span]
) -> Iterator[Mention]:
    """The first and second persons of a quote, but for those in the words of `others`."""
    speaker = actors.get(quote.speaker or "")
    for token in _words(doc, offset, quote) if speaker is not None or to is not None else ():
        start = offset + token.idx
        if any(span.start <= start < span.end for span in others):
            continue
        if meant := _meant(token, speaker, to):
            who, sure = meant
            sure = min(sure, quote.confidence) if speaker is not None else sure
            yield Mention(start, start + len(token), who, MentionForm.PRONOUN, sure)


def _words(doc: Doc, offset: int, quote: Quote) -> Iterator[Token]:
    """The tokens of a quote that stand in `doc`."""
    for segment in quote.segments:
        start, end = max(0, segment.start - offset), min(length(doc), segment.end - offset)
        yield from doc.char_span(start, end, alignment_mode="expand") or ()


def _meant(token: Token, speaker: Actor | None, to: Heard | None) -> Heard | None:
    """Whom a word means if it is a first or second person, and how sure that is."""
    word = token.text.casefold().replace("’", "'").partition("'")[0]
    if word in _ADDRESSED:
        return to
    if speaker is None:
        return None
    if word in SINGULAR and token.text != "i" and token.pos_ in ("PRON", "DET", "") and not _is_oath(token):
        return speaker.id, 1.0
    if word in _PLURAL and token.text not in ("US", "U.S."):
        return _side(speaker)
    return None


def _is_oath(token: Token) -> bool:
    """Tell "My Lord" and "my God", who are nobody's."""
    after = token.doc[token.i + 1 : token.i + 2].text.casefold()
    return token.text.casefold() == "my" and after in ("lord", "lords", "lady", "god", "goodness")


def _side(speaker: Actor) -> tuple[str, float]:
    """The country or body that the speaker's office speaks for, the latest tie told first; else himself."""
    if speaker.kind is not ActorKind.PERSON:
        return speaker.id, 1.0
    tie = next((tie for tie in speaker.ties if tie.speaks), None)
    return (tie.other, _SIDE) if tie else (speaker.id, _ALONE)

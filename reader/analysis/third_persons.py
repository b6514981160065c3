"""“He” in somebody's own words is another: pronouns of the cast put right once it is known who speaks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from spacy.tokens import Doc

from reader.analysis.cast.actors import CastUpdate
from reader.analysis.cast.candidates import PRONOUNS
from reader.analysis.findings import Mention, MentionForm, Quote, QuoteKind, Span

_START = attrgetter("start")


def third_persons(
    doc: Doc, offset: int, quotes: Sequence[Quote], update: CastUpdate, nested: Sequence[Span] = ()
) -> CastUpdate:
    """Let no "he" or "she" mean who speaks the quote that it stands in, but whom else it may mean, or nobody.

    `doc` starts at `offset` of the text; in `nested`, the quotations within quotations, others speak.
    """
    mistaken = {
        mention
        for quote in quotes
        if quote.kind is QuoteKind.DIRECT and quote.speaker is not None
        for mention in _within(quote, update.mentions)
        if mention.actor == quote.speaker
        and mention.form is MentionForm.PRONOUN
        and doc.text[mention.start - offset : mention.end - offset].casefold() in PRONOUNS
        and not _is_within(nested, mention)
    }
    if not mistaken:
        return update
    mended = (update.instead.get(each) if each in mistaken else each for each in update.mentions)
    return replace(update, mentions=tuple(each for each in mended if each is not None))


def _within(quote: Quote, mentions: Sequence[Mention]) -> Iterator[Mention]:
    for segment in quote.segments:
        first = bisect_left(mentions, segment.start, key=_START)
        yield from mentions[first : bisect_left(mentions, segment.end, lo=first, key=_START)]


def _is_within(nested: Sequence[Span], mention: Mention) -> bool:
    at = bisect_left(nested, mention.start + 1, key=_START) - 1
    return at >= 0 and nested[at].start <= mention.start < nested[at].end

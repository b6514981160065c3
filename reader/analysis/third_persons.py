"""“He” in somebody's own words is another: pronouns of the cast put right once it is known who speaks."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.actors import CastUpdate
from reader.analysis.cast.pronouns.candidates import PRONOUNS
from reader.analysis.findings import MentionForm, Quote, QuoteKind, Span
from reader.analysis.quoted import is_within, mentions_in


def third_persons(
    doc: Doc, offset: int, quotes: Sequence[Quote], update: CastUpdate, nested: Sequence[Span] = ()
) -> CastUpdate:
    """Let no "he" or "she" mean who speaks the quote that it stands in, but whom else it may mean, or nobody.

    `doc` starts at `offset` of the text; in `nested`, the quotations within quotations, others speak.
    """
    text = doc.text
    mistaken = {
        mention
        for quote in quotes
        if quote.kind is QuoteKind.DIRECT and quote.speaker is not None
        for mention in mentions_in(quote.segments, update.mentions)
        if mention.actor == quote.speaker
        and mention.form is MentionForm.PRONOUN
        and text[mention.start - offset : mention.end - offset].casefold() in PRONOUNS
        and not is_within(nested, mention)
    }
    if not mistaken:
        return update
    mended = (update.instead.get(each) if each in mistaken else each for each in update.mentions)
    return replace(update, mentions=tuple(each for each in mended if each is not None))

"""What stands out in the text: which stretches have which part of the style sheet laid over them."""

from collections.abc import Iterator, Sequence

from reader.analysis.findings import SURE, MentionForm, Quote
from reader.article import ParagraphKind
from reader.session import Session

#: A stretch of the text, and the name of a part that lies over it; later ones lie over earlier ones.
Mark = tuple[int, int, str]
#: What a line is drawn from besides its words: the sign beside it, and what lies over it.
Look = tuple[str, Sequence[Mark]]
#: A stretch of quoted words, and the quote.
Segment = tuple[int, int, Quote]

#: Forms that are lit for the chosen actor alone, and more lightly than names.
_QUIET_FORMS = frozenset({MentionForm.PRONOUN, MentionForm.NOMINAL})


def look(session: Session, highlights: str, start: int, end: int) -> Look:
    """Give the look of text[start:end], a part of one paragraph; `highlights` says whose names are lit."""
    segments = list(session.segments_in(start, end))
    return _sign(session, segments, start, end), (*_marks(session, segments, highlights, start, end),)


def _sign(session: Session, segments: Sequence[Segment], start: int, end: int) -> str:
    """Give the sign in the gutter: of the quote moved to, of one that is marked."""
    sign = " "
    for first, _, quote in segments:
        if quote == session.place.quote:
            sign = "▎"
        if session.quoting.is_marked(quote) and start <= quote.start == first < end:
            return "✓"
    return sign


def _marks(
    session: Session, segments: Sequence[Segment], highlights: str, start: int, end: int
) -> Iterator[Mark]:
    article = session.article
    at = article.paragraph_at(start)
    if article.paragraphs[at].kind is ParagraphKind.HEADING:
        yield start, end, "title" if at == 0 else "heading"
    for first, last, quote in segments:
        here = quote == session.place.quote or session.quoting.is_marked(quote)
        yield first, last, "quote-here" if here else "quote"
    yield from _names(session, highlights, start, end)
    for hit in session.hits.within(start, end) if session.hits else ():
        yield hit.start, hit.end, "cursor" if hit == session.place.hit else "match"
    for mark in (session.place.cursor, session.place.link):
        if mark is not None:
            yield mark.start, mark.end, "cursor"


def _names(session: Session, highlights: str, start: int, end: int) -> Iterator[Mark]:
    chosen_ids, shown = session.chosen_ids, session.shown
    for mention in session.stage.mentions_in(start, end):
        first, last = mention.start, mention.end
        chosen = mention.actor in chosen_ids
        if mention.form in _QUIET_FORMS:
            if chosen:
                yield first, last, "chosen-quiet"
        elif chosen or (highlights == "all" and mention.actor in shown):
            if highlights != "none":
                yield first, last, session.stage.actors[mention.actor].kind
            if chosen:
                yield first, last, "chosen" if mention.confidence >= SURE else "chosen-quiet"

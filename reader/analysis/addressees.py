"""Whom a quote speaks to: who is told, whom its words call by name, who asked or answers."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from reader.analysis.findings import Mention, MentionForm, Quote, QuoteKind, Span
from reader.analysis.quoted import mentions_in

Heard = tuple[str, float]

_TOLD, _CALLED, _IN_TURN = 0.7, 0.7, 0.6
_ASKING = frozenset({"asked", "asks", "demanded", "inquired", "enquired", "wondered"})
_ANSWERING = frozenset(
    {"replied", "replies", "answered", "answers", "responded", "responds", "retorted", "retorts", "countered"}
)
_OPENING, _CLOSING = frozenset("“‘\"',—"), frozenset("”’\"',.?!—")


def addressees(
    doc: Doc, offset: int, quotes: Sequence[Quote], mentions: Sequence[Mention]
) -> dict[Span, Heard]:
    """Give whom each quote of `doc` speaks to where that is told, by its first segment, and how surely."""
    found: dict[Span, Heard] = {}
    before: Quote | None = None
    for quote in quotes:
        if quote.addressee is not None:
            found[quote.segments[0]] = quote.addressee, _TOLD
        elif called := called_by_name(doc, offset, quote.segments, mentions, quote.speaker):
            found[quote.segments[0]] = called, _CALLED
        if before is not None and _follows(doc, offset, before, quote):
            for each, other in ((quote, before), (before, quote)):
                if other.speaker and _is_in_turn(doc, offset, before, quote):
                    found.setdefault(each.segments[0], (other.speaker, _IN_TURN))
        if quote.kind is QuoteKind.DIRECT:
            before = quote
    return found


def called_by_name(
    doc: Doc, offset: int, segments: Iterable[Span], mentions: Sequence[Mention], speaker: str | None
) -> str | None:
    """Whom words call by name: “Taka, you were a good boy”, “Did you hear it, Mr. Khan?”."""
    called = {
        one.actor
        for one in mentions_in(segments, mentions)
        if one.form is MentionForm.NAME and one.actor != speaker and _is_set_off(doc, offset, one)
    }
    return called.pop() if len(called) == 1 else None


def _is_set_off(doc: Doc, offset: int, one: Mention) -> bool:
    """Tell a name between marks that the parser takes for a call, or that "you" follows."""
    span = doc.char_span(one.start - offset, one.end - offset, alignment_mode="expand")
    if span is None or not span.start:
        return False
    after = doc[span.end : span.end + 2]
    if doc[span.start - 1].text not in _OPENING or not after or after[0].text not in _CLOSING:
        return False
    follows = len(after) > 1 and after[1].text.casefold() in ("you", "your")
    return follows or span.root.dep_ == "vocative"


def _follows(doc: Doc, offset: int, before: Quote, quote: Quote) -> bool:
    """Tell the words of another in the next paragraph."""
    between = doc.text[max(0, before.segments[-1].end - offset) : max(0, quote.start - offset)]
    is_talk = quote.kind is QuoteKind.DIRECT and quote.speaker != before.speaker
    return is_talk and between.count("\n\n") == 1


def _is_in_turn(doc: Doc, offset: int, before: Quote, quote: Quote) -> bool:
    """Tell a question with its answer: what is asked, or what is answered."""
    asks = _cue(doc, offset, before) in _ASKING
    last = before.segments[-1]
    asks |= doc.text[last.start - offset : last.end - offset].rstrip(" ,").endswith("?")
    return asks or _cue(doc, offset, quote) in _ANSWERING


def _cue(doc: Doc, offset: int, quote: Quote) -> str:
    if quote.cue is None or quote.cue.start < offset:
        return ""
    return doc.text[quote.cue.start - offset : quote.cue.end - offset].casefold()

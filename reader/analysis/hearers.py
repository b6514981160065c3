"""Whom the reporter has just said that somebody speaks to: "Roe reminded Holm of it. “You know,” she said."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from reader.analysis.documents import is_quoted
from reader.analysis.findings import Actor, ActorKind, Mention, Quote
from reader.analysis.lexicon.cues import words
from reader.analysis.quoted import mention_of

_REACH = 80  # tokens back to the verb
_BREAKS = 1  # paragraphs that may end between
_OBJECTS = frozenset({"obj", "iobj", "obl", "obl:agent"})
_SECOND = frozenset({"you", "your", "yours", "yourself", "you’re", "you're", "you’ve", "you've"})


def heard_before(
    doc: Doc, offset: int, quote: Quote, mentions: Sequence[Mention], actors: Mapping[str, Actor]
) -> str | None:
    """Find whom a quote that says "you" speaks to by the verb that last told of the two before it."""
    if quote.speaker is None or quote.start < offset or not _says_you(doc, offset, quote):
        return None
    span = doc.char_span(quote.start - offset, quote.start - offset + 1, alignment_mode="expand")
    breaks = 0
    for i in range(span.start - 1, max(-1, span.start - _REACH), -1) if span is not None else ():
        breaks += "\n" in doc[i].text
        if breaks > _BREAKS:
            return None
        if doc[i].lower_ not in words("grammar", "addressing") | words("speech", "meeting"):
            continue
        people = {who for token in _parts(doc[i]) if (who := _person(offset, token, mentions, actors))}
        if quote.speaker in people and len(people) == 2 and not is_quoted(doc, i):
            return next(who for who in people if who != quote.speaker)
    return None


def _says_you(doc: Doc, offset: int, quote: Quote) -> bool:
    said = (doc.text[each.start - offset : each.end - offset].casefold().split() for each in quote.segments)
    return any(word.strip("“”‘’.,?!:;—") in _SECOND for part in said for word in part)


def _parts(verb: Token) -> list[Token]:
    """Who speaks and who is spoken to, by a verb."""
    own = [child for child in verb.children if child.dep_.startswith("nsubj") or child.dep_ in _OBJECTS]
    if verb.dep_ == "conj" and not any(child.dep_.startswith("nsubj") for child in own):
        own += [child for child in verb.head.children if child.dep_.startswith("nsubj")]
    if verb.dep_ == "advcl" and verb.lower_ in words("reported", "asked"):
        own += [child for child in verb.head.children if child.dep_.startswith("nsubj")]  # "Asked by her, he"
    return own


def _person(
    offset: int, token: Token, mentions: Sequence[Mention], actors: Mapping[str, Actor]
) -> str | None:
    found = mention_of(offset + token.idx, mentions)
    actor = actors.get(found.actor) if found is not None else None
    return actor.id if actor is not None and actor.kind is ActorKind.PERSON else None

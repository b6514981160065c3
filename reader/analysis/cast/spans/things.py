"""Names of what is no actor: ships, "the ferry Estonia", and diseases, "Parkinson's"."""

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import LABELS, PERSON, NameSpan, bare, continues
from reader.analysis.lexicon.countries import lookup
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import phrase_end, phrase_head
from reader.analysis.lexicon.spelling import fold

_CREWED = frozenset({"crew", "aboard", "deck", "hull", "wreck", "crewmen"})
_ILLS = frozenset({"disease", "syndrome", "palsy", "lymphoma"})
_OWNS = ("'s", "’s")


def is_thing(doc: Doc, span: NameSpan) -> bool:
    """Tell the name of a ship or a disease from that of an actor."""
    return _is_ship(doc, span) or _is_disease(doc, span)


def _is_ship(doc: Doc, span: NameSpan) -> bool:
    """By its letters, the noun beside it, or its other uses: "the frigate Ridley", then "the Ridley"."""
    if doc[span.start].text in organisations().ship_letters and span.end - span.start > 1:
        return True
    if _is_called_ship(doc, span.start, span.end):
        return True
    if not span.start or fold(doc[span.start - 1].text) != "the" or lookup(span.text(doc)):
        return False
    words = [token.text for token in doc[span.start : span.end]]
    others = (i for i in range(len(doc)) if doc[i].text == words[0] and i != span.start)
    return any(
        [token.text for token in doc[i : i + len(words)]] == words and _is_called_ship(doc, i, i + len(words))
        for i in others
    )


def ships(doc: Doc) -> set[str]:
    """The names of the ships that are called so in a document: "the trawler Hrafn"."""
    lists, found = organisations(), set()
    for token in doc:
        if token.text in lists.ship_letters or (token.text.islower() and fold(token.text) in lists.vessels):
            end = start = token.i + 1
            while end < len(doc) and continues(doc[end]) and not doc[end].is_sent_start:
                end += 1
            if start < end and not lookup(doc[start:end].text):
                found.add(doc[start:end].text)
    return found


def _is_called_ship(doc: Doc, start: int, end: int) -> bool:
    before = [fold(token.text) for token in doc[max(0, start - 3) : start]]
    if not before or doc[start].text.islower():
        return False
    if doc[start - 1].text in organisations().ship_letters or before[-1] in organisations().vessels:
        return end == len(doc) or not doc[end].text[:1].isupper() or bool(doc[end].is_sent_start)
    if before[-1] != "the":
        return False
    if before[-2:-1] == ["aboard"] or (before[1:2] == ["of"] and before[0] in _CREWED):
        return True
    if doc[end : end + 1].text != ",":
        return False
    head = phrase_head(doc, end + 1, phrase_end(doc, end + 1))
    return head is not None and fold(doc[head].text) in organisations().vessels


def _is_disease(doc: Doc, span: NameSpan) -> bool:
    """ "Lou Gehrig's disease", "he had Parkinson's"; but "Ann Parkinson's house"."""
    owns = doc[span.end - 1].text in _OWNS
    if not owns and doc[span.end : span.end + 1].text not in _OWNS:
        return False
    if fold(doc[span.end + (not owns) : span.end + 2].text) in _ILLS:
        return True
    name = bare(doc[span.start])
    people = (ent for ent in doc.ents if LABELS.get(ent.label_) == PERSON and ent.end - ent.start > 1)
    alone = span.end - span.start - owns == 1
    return alone and name in organisations().diseases and not any(bare(ent[-1]) == name for ent in people)

"""Whose words a document gives: "released a video that said", "said in a statement. … the statement said"."""

from spacy.tokens import Doc

from reader.analysis.lexicon.cues import CueStrength, cue_strength, words
from reader.analysis.speech.clauses import sender, subject_in_parse

_REACH = 150  # tokens back to where a document was told of before
_LONGEST = 30  # tokens from a document to who speaks in it
_ENDS = frozenset(".!?")


def issuer(doc: Doc, document: int) -> tuple[int, bool] | None:
    """Find the token of who gives a document, and whether that is told where the document itself stands."""
    near = _giver(doc, document, sender(doc, document))
    if near is not None:
        return near, True
    noun = doc[document].lower_
    if document == 0 or doc[document - 1].lower_ not in ("the", "that", "this"):
        return None
    before = (i for i in range(document - 1, max(-1, document - _REACH), -1) if doc[i].lower_ == noun)
    owners = ((i, sender(doc, i) or _owner(doc, i)) for i in before)
    far = next((giver for i, by in owners if (giver := _giver(doc, i, by)) is not None), None)
    return (far, False) if far is not None else None


def _owner(doc: Doc, document: int) -> int | None:
    return next((child.i for child in doc[document].children if child.dep_ == "nmod:poss"), None)


def _giver(doc: Doc, document: int, by: int | None) -> int | None:
    if by is not None:
        return by
    token = doc[document]
    verb = token.head
    given = token.dep_ == "obj" and verb.lower_ in words("reported", "issuing")
    inside = any(child.dep_ == "case" and child.lower_ == "in" for child in token.children)
    if inside and (speaker := _said_in(doc, document)) is not None:
        return speaker
    said = token.dep_ == "obl" and inside and cue_strength(verb.text) is CueStrength.SAY
    phrase = subject_in_parse(doc, verb.i, ()) if given or said else None
    return phrase.head if phrase else None


def _said_in(doc: Doc, document: int) -> int | None:
    """Find who speaks in "In a letter, X wrote that …", by the next verb of saying in the sentence."""
    for token in doc[document + 1 : document + _LONGEST]:
        if token.text in _ENDS:
            return None
        by = (c.i for c in token.children if c.dep_ == "nsubj" and document < c.i < token.i)
        if cue_strength(token.text) is CueStrength.SAY and (speaker := next(by, None)) is not None:
            return speaker
    return None

"""What whoever is named does there: acts, speaks, had acted before, or is met."""

from enum import Enum

from spacy.tokens import Doc, Token

from reader.analysis.lexicon.contexts import contexts
from reader.analysis.lexicon.cues import CueStrength, cue_strength
from reader.analysis.lexicon.phrases import head_of
from reader.analysis.lexicon.spelling import fold

_NOW = frozenset({"has", "is", "will", "would", "'s", "’s"})
_HAD = frozenset({"had", "'d", "’d"})
_TO = frozenset({"to", "with"})


class Deed(Enum):
    """What somebody does in the clause of a name."""

    NONE = 0
    ACTS = 1  # "Ms. Roe walked"
    SPEAKS = 2  # "Ms. Roe said", and does what only the living do: "Ms. Roe will go"
    HAS_ACTED = 3  # "Ms. Roe had walked"
    IS_MET = 4  # "He thanked Ms. Roe", "apologised to Ms. Roe": she lives


def deed(doc: Doc, start: int, end: int) -> Deed:
    """Tell what whoever is named at tokens `start` to `end` does there."""
    head = head_of(doc, start, end)
    head = head.head if head.dep_ == "appos" else head  # "his mother, Ann Roe, said"
    verb = head.head
    if not head.dep_.startswith("nsubj"):
        return Deed.IS_MET if _is_met(head, verb) else Deed.NONE
    if any(child.dep_.startswith("aux") and fold(child.text) in _HAD for child in verb.children):
        return Deed.HAS_ACTED
    words = {fold(child.text) for child in verb.children if child.dep_.startswith(("aux", "cop"))}
    if words & _NOW or cue_strength(verb.text) >= CueStrength.SAY:
        return Deed.SPEAKS
    return Deed.ACTS if verb.pos_ in ("VERB", "AUX") else Deed.NONE


def _is_met(head: Token, verb: Token) -> bool:
    """Tell whom somebody meets, thanks or speaks to."""
    cases = {fold(child.text) for child in head.children if child.dep_ == "case"}
    is_object = head.dep_ in ("obj", "iobj") or (head.dep_ == "obl" and bool(cases & _TO))
    return is_object and fold(verb.text) in contexts().meeting

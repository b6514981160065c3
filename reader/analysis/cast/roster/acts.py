"""What whoever is named does there: acts, speaks, or had acted before."""

from enum import Enum

from spacy.tokens import Doc

from reader.analysis.lexicon.cues import CueStrength, cue_strength
from reader.analysis.lexicon.phrases import head_of
from reader.analysis.lexicon.spelling import fold

_NOW = frozenset({"has", "is", "will", "would", "'s", "’s"})
_HAD = frozenset({"had", "'d", "’d"})


class Deed(Enum):
    """What somebody does in the clause of a name."""

    NONE = 0
    ACTS = 1  # "Ms. Roe walked"
    SPEAKS = 2  # "Ms. Roe said", and does what only the living do: "Ms. Roe will go"
    HAS_ACTED = 3  # "Ms. Roe had walked"


def deed(doc: Doc, start: int, end: int) -> Deed:
    """Tell what whoever is named at tokens `start` to `end` does there."""
    head = head_of(doc, start, end)
    head = head.head if head.dep_ == "appos" else head  # "his mother, Ann Roe, said"
    if not head.dep_.startswith("nsubj"):
        return Deed.NONE
    verb = head.head
    if any(child.dep_.startswith("aux") and fold(child.text) in _HAD for child in verb.children):
        return Deed.HAS_ACTED
    words = {fold(child.text) for child in verb.children if child.dep_.startswith(("aux", "cop"))}
    if words & _NOW or cue_strength(verb.text) >= CueStrength.SAY:
        return Deed.SPEAKS
    return Deed.ACTS if verb.pos_ in ("VERB", "AUX") else Deed.NONE

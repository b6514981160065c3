"""How surely a phrase in the reporter's sentence is the words of the subject of a verb before it.

Where a verb of saying leads the sentence, its subject speaks, however far away the words are: in 99 of 100 of
some 1,200 phrases of PolNeAR, by reading. Inside a clause that another tells ("X said that Y had called it
“…”") either may have put it so.
"""

from spacy.tokens import Token

from reader.analysis.lexicon.cues import CueStrength, words
from reader.analysis.speech.passage import Passage, Phrase

MAIN = frozenset({"root", "conj", "parataxis"})
DOUBTFUL = 0.8  # what it takes from a confidence where another may speak
_COMMON = 0.85  # and what a source does that may be somebody named before
_LIGHT = 6.5  # the weight below which a verb is no sure sign that the words are its subject's
_NAMES = frozenset({"PER", "ORG", "GPE"})


def trust_in(passage: Passage, phrase: Phrase, cue: Token, strength: CueStrength, weight: float) -> float:
    """Give what is left of a pattern's reliability: 1 is all of it."""
    leads = strength is CueStrength.SAY and cue.dep_.lower() in MAIN
    is_plain = leads or (weight >= _LIGHT and cue.dep_ != "ccomp")
    somebody = _is_named(passage.doc[phrase.head]) or _is_new(passage, phrase)
    return (1.0 if somebody else _COMMON) * (1.0 if is_plain else DOUBTFUL)


def _is_named(head: Token) -> bool:
    """Tell a name or a pronoun, and a noun that a name explains: "his deputy, Jane Roe"."""
    if head.ent_type_ in _NAMES or head.pos_ == "PRON":
        return True
    return any(child.dep_ == "appos" and child.ent_type_ in _NAMES for child in head.children)


def _is_new(passage: Passage, phrase: Phrase) -> bool:
    """Tell "a nurse", who is nobody else, from "the nurse" and from "a spokesman" of somebody."""
    first, head = passage.doc[phrase.first], passage.doc[phrase.head]
    return first.lower_ in words("grammar", "singular") and head.lower_ not in words("nouns", "mouthpieces")

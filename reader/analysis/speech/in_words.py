"""Whose words they are, told so: "in Mr. Pruitt's words, “…”", "in the words of Ann Lee"."""

from reader.analysis.lexicon.cues import words
from reader.analysis.lexicon.phrases import POSSESSIVES
from reader.analysis.speech.passage import Passage, Phrase

_WORDS = frozenset({"words", "phrase", "phrasing"})
_LONGEST = 8  # items from "in" to "words"


def in_words(passage: Passage, k: int) -> Phrase | None:
    """Read whose words they are from "in" at place `k` on."""
    if passage.text(k).lower() != "in":
        return None
    if passage.text(k + 1).lower() == "the" and passage.text(k + 2) in _WORDS and passage.text(k + 3) == "of":
        return passage.phrase_from(k + 4)
    for place in range(k + 2, min(len(passage), k + _LONGEST)):
        owner = passage.token(place - 1)
        if passage.text(place) not in _WORDS or owner is None:
            continue
        if owner.text in POSSESSIVES:
            return passage.phrase_until(place - 2)
        if place == k + 2 and owner.lower_ in words("grammar", "owners"):
            return Phrase(owner.i, owner.i + 1, owner.i)
    return None

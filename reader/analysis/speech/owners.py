"""Words that are somebody's by a noun: X's remark that "…"; X's promise of a "…"; the claim of X that "…"."""

from collections.abc import Container, Iterator

from reader.analysis.lexicon.cues import is_document, words
from reader.analysis.speech.passage import Passage, Phrase
from reader.analysis.speech.patterns import Attribution, Pattern

_BESIDE, _LEADING, _FALLS = (
    5.0,
    7.5,
    0.12,
)  # weights of a noun, of one that leads to the words, and by distance
_OF_WHAT = frozenset({"of", "for", "to"})


def owned(passage: Passage, governors: Container[int]) -> Iterator[Attribution]:
    """Read the nouns that say whose words follow; `governors` stand above the quotation in the parse."""
    last = len(passage) - 1
    if passage.text(last).lower() == "as":
        return  # "played down X's remark as “…”"
    for k in range(1, last + 1):
        noun = passage.token(k)
        if noun is None or not (noun.lower_ in words("nouns", "utterances") or is_document(noun.text)):
            continue
        if noun.dep_ == "compound" and noun.head.i > noun.i:
            continue  # "X's email account"
        owner, by = passage.owner(k), _by(passage, k)
        leads = _leads(passage, k, by, noun.i in governors)
        if owner := owner or (by if leads else None):
            weight = (_LEADING if leads else _BESIDE) - _FALLS * (last - k)
            yield Attribution(Pattern.OWNED, owner, noun.i, weight=weight)


def _by(passage: Passage, k: int) -> Phrase | None:
    """Find whose claim it is in "the claim of X"."""
    phrase = passage.phrase_from(k + 2) if passage.text(k + 1) == "of" else None
    return phrase if phrase and passage.may_speak(phrase) else None


def _leads(passage: Passage, k: int, by: Phrase | None, governs: bool) -> bool:
    """Tell a noun that leads to a quotation from one that is told of: "blamed Y for X's claim that “…”"."""
    last = len(passage) - 1
    verbless = not any(passage.pos(j) == "VERB" for j in range(k + 1, last + 1))
    after = passage.places[by.last - 1] + 1 if by else k + 1
    if passage.text(after) == "that":
        return governs or verbless
    if by is None and passage.text(after) in _OF_WHAT:
        return all(passage.pos(j) == "DET" for j in range(after + 1, last + 1))
    return verbless and passage.text(last) == ":"

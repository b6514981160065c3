"""Names in other spellings: "Zelensky", "Gaddafi" and "Mohamed" find Zelenskyy, Qaddafi and Muhammad."""

import re
from collections.abc import Collection
from functools import cache

#: What the ways of writing other alphabets in ours differ in: these are one letter each, replaced in order.
_LETTERS = {
    "t?sch|sh": "s",
    "tch|ck|[qc]h?": "k",
    "kh": "h",
    "ph": "f",
    "([gdtz])h": r"\1",
    "[yj]": "i",
    "ie|ii": "i",
    "w": "v",
    "x": "ks",
    "z": "s",
    "ou|oo|ue": "u",
    "oe": "o",
    "ae": "a",
    r"(.)\1+": r"\1",
}
_RULES = [(re.compile(letters), letter) for letters, letter in _LETTERS.items()]
_VOWELS = re.compile("[aeiou]")

#: Shorter words than this must be typed right; of longer ones, so much must agree.
_SHORTEST = 4
_AGREEMENT = 0.8


def alike(typed: str, words: Collection[str]) -> set[str]:
    """Give the words that `typed` may mean, whole or begun, in another spelling or mistyped.

    All are folded (:func:`reader.folding.fold`). Words are alike if, spelled in one way, they differ in one
    letter of five (optimal string alignment), or in vowels only where there are four consonants or more.
    """
    wanted, frame = _spelled(typed), _consonants(typed)
    if len(typed) < _SHORTEST or len(wanted) < _SHORTEST - 1:
        return set()
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    whole = {word: _spelled(word) for word in words}
    begun = {word: spelled[: len(wanted)] for word, spelled in whole.items()}
    found = {word for word in words if len(frame) >= _SHORTEST and _consonants(word) == frame}
    for choices in (whole, begun):
        near = extract(wanted, choices, scorer=OSA.normalized_similarity, score_cutoff=_AGREEMENT, limit=None)
        found |= {word for _, _, word in near}
    return found


@cache
def _spelled(word: str) -> str:
    for letters, letter in _RULES:
        word = letters.sub(letter, word)
    return word


def _consonants(word: str) -> str:
    return _VOWELS.sub("", _spelled(word))

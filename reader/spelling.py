"""Names in other spellings: "Zelensky", "Gaddafi" and "Mohamed" find Zelenskyy, Qaddafi and Muhammad."""

import re
from collections.abc import Iterable

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


class Spellings:
    """Words, and how they would be spelled in one way; all are folded (:func:`reader.folding.fold`)."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(words)
        together = "\n".join(self._words)  # a tenth of the time that they take one by one
        self._spelled = _spelled(together).split("\n")
        self._frames = _consonants(together).split("\n")

    def holding(self, typed: str) -> set[str]:
        """Give the words in which these letters stand."""
        return {word for word in self._words if typed in word}

    def alike(self, typed: str) -> set[str]:
        """Give the words that `typed` may mean, whole or begun, in another spelling or mistyped.

        Words are alike if, spelled in one way, they differ in one letter of five (optimal string alignment),
        or in vowels only where there are four consonants or more.
        """
        wanted, frame = _spelled(typed), _consonants(typed)
        if len(typed) < _SHORTEST or len(wanted) < _SHORTEST - 1:
            return set()
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found = {at for at, other in enumerate(self._frames) if len(frame) >= _SHORTEST and other == frame}
        for choices in (self._spelled, [spelled[: len(wanted)] for spelled in self._spelled]):
            near = extract(
                wanted, choices, scorer=OSA.normalized_similarity, score_cutoff=_AGREEMENT, limit=None
            )
            found |= {at for _, _, at in near}
        return {self._words[at] for at in found}


def _spelled(word: str) -> str:
    for letters, letter in _RULES:
        word = letters.sub(letter, word)
    return word


def _consonants(word: str) -> str:
    return _VOWELS.sub("", _spelled(word))

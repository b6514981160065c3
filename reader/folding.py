"""Text folded for comparison: no accents, plain marks, and no case where that is wanted."""

import unicodedata
from functools import cache

_PLAIN = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "‐": "-",
    "‑": "-",
    "–": "-",
    "—": "-",
    "ı": "i",
    "ł": "l",
    "Ł": "L",
}
_PLAIN |= {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss"}


@cache
def fold_char(char: str) -> str:
    """Fold one character, keeping its case; a combining mark folds to nothing."""
    if char in _PLAIN:
        return _PLAIN[char]
    bare = "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    # a character whose lower case is longer would shift what comes after it
    return bare if len(bare.lower()) == len(bare) else bare.lower()


def fold(text: str) -> str:
    """Fold case, accents and typographic marks away, so that "Nguyễn" is found as "nguyen"."""
    if text.isascii():
        return text.lower()
    return "".join(map(fold_char, text)).lower()

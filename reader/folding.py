"""Text folded for comparison: no case, no accents, plain marks."""

import unicodedata

_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "ı": "i", "ł": "l", "ø": "o"}
)


def fold(text: str) -> str:
    """Fold case, accents and typographic marks away, so that "Nguyễn" is found as "nguyen"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_MARKS)

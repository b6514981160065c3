"""Words to word pieces: the lower-casing WordPiece of BERT (Devlin et al. 2019), for one token at a time.

The vocabulary knows no case, so the case of a token travels beside its pieces as one of a dozen shapes.
"""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

#: What stands for a piece that the vocabulary lacks, before the text, and after a paragraph.
UNKNOWN, START, BREAK = "[UNK]", "[CLS]", "[SEP]"

#: Of a word only the first pieces are kept: the rest of a long URL says nothing more about it.
MAX_PIECES = 8

#: Corpora write straight quotation marks and hyphens; articles write curly ones and dashes.
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "—": "-", "–": "-", "‑": "-"})

#: How many shapes there are: the embedding has a row for each. Row 0 stands for the special pieces.
SHAPES = 16
_NUMBER, _DIGITS_AND_SIGNS, _SIGNS, _DIGITS_AND_LETTERS, _LOWER, _LETTER = range(1, 7)
_UPPER, _DOTTED_UPPER, _TITLE, _CAMEL, _INNER_CAPITAL, _CONTINUED = range(7, 13)


def shape(word: str) -> int:
    """Say how `word` is written: "2024", "the", "Title", "NATO", "U.N.", "McCain", "iPhone" … all differ."""
    letters = any(map(str.isalpha, word))
    digits = any(map(str.isdigit, word))
    if not letters:
        return _NUMBER if word.isdigit() else _DIGITS_AND_SIGNS if digits else _SIGNS
    if digits:
        return _DIGITS_AND_LETTERS
    if word.islower():
        return _LOWER
    if word.isupper():
        return _LETTER if len(word) == 1 else _DOTTED_UPPER if "." in word else _UPPER
    if word[0].isupper():
        return _TITLE if word[1:].islower() else _CAMEL
    return _INNER_CAPITAL


class WordPiece:
    """A vocabulary of word pieces, and the greedy cutting of words into them."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.pieces = list(pieces)
        self._ids = {piece: number for number, piece in enumerate(self.pieces)}
        self._cut: dict[str, tuple[list[int], list[int]]] = {}
        self.start, self.end = self._ids[START], self._ids[BREAK]
        self._unknown = self._ids[UNKNOWN]

    @classmethod
    def read(cls, path: Path) -> "WordPiece":
        """Read a vocabulary: UTF-8, one piece a line, the line number being its id."""
        return cls(path.read_text(encoding="utf-8").splitlines())

    def __call__(self, word: str) -> tuple[list[int], list[int]]:
        """Give the ids of the pieces of `word` (at least one) and their shapes."""
        found = self._cut.get(word)
        if found is None:
            ids = [number for part in _parts(word) for number in self._longest_first(part)][:MAX_PIECES]
            ids = ids or [self._unknown]
            found = self._cut[word] = (ids, [shape(word)] + [_CONTINUED] * (len(ids) - 1))
            if len(self._cut) > 100_000:  # a server's worth of odd words must not grow for ever
                self._cut.clear()
        return found

    def _longest_first(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self._ids.get(part[start:end] if start == 0 else "##" + part[start:end])
                if number is not None:
                    break
            else:
                return [self._unknown]
            found.append(number)
            start = end
        return found


def _parts(word: str) -> list[str]:
    """Fold case and accents, and cut at punctuation and Chinese characters, as BERT's tokenizer does."""
    folded = unicodedata.normalize("NFD", word.translate(_PLAIN).lower())
    spaced = []
    for character in folded[:100]:
        category = unicodedata.category(character)
        if category in ("Mn", "Cc", "Cf"):
            continue
        sign = category[0] == "P" or (character.isascii() and not character.isalnum())
        spaced.append(f" {character} " if sign or "一" <= character <= "鿿" else character)
    return "".join(spaced).split()

"""Slips of spelling: a name that nobody bears is somebody's, a letter off: "Weinstok", of Ann Weinstock."""

import re

from reader.analysis.lexicon.personal_names import PersonName
from reader.given_names import all_given_names

_LONG = 5  # letters at least of a word that may be off by one
_ALONE, _CHANGED = 6, 8  # the same of a family name by itself, and of one that has another letter instead
_SOUNDS = (("ph", "f"), ("ck", "k"), ("ou", "u"), ("c", "k"), ("y", "i"), ("h", ""))
_DOUBLED = re.compile(r"(.)\1")


def slip(name: PersonName, known: PersonName) -> tuple[str, str] | None:
    """Give the word of `name` that is off and what it ought to be, if it may well name who is `known`."""
    size = len(name.words)
    if not 0 < size <= len(known.words) or len(known.words) < 2 or known.family_first:
        return None
    pairs = [pair for pair in zip(name.words, known.words[-size:], strict=True) if pair[0] != pair[1]]
    if len(pairs) != 1:
        return None
    word, meant = pairs[0]
    if size == 1 and _is_given(word, known.given):
        meant, is_one = known.given, True
    elif size == 1:
        is_one = _is_family_alone(word, meant)
    elif size == len(known.words) and word == name.words[0]:
        is_one = _is_given(word, meant)
    else:
        is_one = word[0] == meant[0] and min(len(word), len(meant)) >= _LONG and _is_off_by_one(word, meant)
    return (word, meant) if is_one else None


def _is_given(word: str, meant: str) -> bool:
    """Tell two spellings of one given name; a letter more may make it a sister's: Daniel, Daniela."""
    is_long = min(len(word), len(meant)) >= _LONG
    return is_long and (_sound(word) == _sound(meant) or _is_swapped(word, meant))


def _is_family_alone(word: str, meant: str) -> bool:
    """Tell a slip from another family: the ends of names tell families apart, Fernandes and Fernandez."""
    if word[0] != meant[0] or min(len(word), len(meant)) < _LONG or word in all_given_names():
        return False
    if _is_swapped(word, meant):
        return True
    least = _CHANGED if len(word) == len(meant) else _ALONE
    return word[-1] == meant[-1] and max(len(word), len(meant)) >= least and _is_off_by_one(word, meant)


def _is_off_by_one(one: str, other: str) -> bool:
    """Tell words that differ by a letter more, less or other, or by two that are swapped."""
    short, long = sorted((one, other), key=len)
    start = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    if len(long) == len(short):
        return short[start + 1 :] == long[start + 1 :] or _is_swapped(one, other)
    return short[start:] == long[start + 1 :]


def _is_swapped(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    at = next((i for i, letter in enumerate(one) if letter != other[i]), len(one))
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


def _sound(word: str) -> str:
    """The bare bones of a given name, however it is written: Mahmoud and Mahmud, Philip and Phillipp."""
    for written, plain in _SOUNDS:
        word = word.replace(written, plain)
    return _DOUBLED.sub(r"\1", word)

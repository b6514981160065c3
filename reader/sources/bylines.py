"""Who wrote it: the names in a byline, without what people are and whom they write for."""

import re
from collections.abc import Iterable
from functools import partial

from reader.sources.cleaning import clean_line
from reader.sources.wordlists import words

_listed = partial(words, "bylines.txt")
_LONGEST = 300  # characters
_MOST_NAMES = 12
_LONGEST_SHORT = 5  # letters, of an agency
_MOST_WORDS = 6  # of one name
_BETWEEN = r"\s*(?:[;|&·•]|,(?: (?:and|with) )?| (?:and|with|AND) )\s*"
_ASIDE = r"\([^()]*\)|\[[^\[\]]*\]|\S+@\S+|@\w+|\bhttps?://\S+"
_MAIL = r"\S+@\S+ \(([^()]+)\)?"
_PLACE = r"\s+(?:in|at|for|of|on|from|is|covers)\s.*| [–—-] .*"
_JOINTS = frozenset(["in", "at", "for", "of", "on", "from", "is", "covers", "with", "AND"])
_INVERTED = r"([^\W\d_]+), ([^\W\d_]+)"
_SMALL_WORDS = frozenset(
    (
        "al",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "du",
        "e",
        "el",
        "ibn",
        "la",
        "le",
        "van",
        "von",
        "y",
    )
)


def names_in(text: str) -> tuple[str, ...]:
    """Give the names of people in a byline, in its order; empty where it names only a house."""
    line = clean_line(text)[:_LONGEST]
    plain = _without_label(line)
    if plain.replace(" ", "").isalpha() and _JOINTS.isdisjoint(plain.split()):  # spares the start patterns
        return tuple(filter(_is_name, map(_without_office, plain.split(" and "))))
    if mail := re.fullmatch(_MAIL, line):  # as RSS has them
        line = mail[1]
    line = re.sub(_ASIDE, " ", line)
    if inverted := re.fullmatch(_INVERTED, line.strip()):  # as catalogues have them: "Lee, Ann"
        return (f"{inverted[2]} {inverted[1]}",)
    line = _without_label(" ".join(line.split()))
    parts = (re.sub(_PLACE, "", part).strip(" .,:") for part in re.split(_BETWEEN, line))
    return tuple(dict.fromkeys(filter(_is_name, map(_without_office, parts))))[:_MOST_NAMES]


def byline_of(text: str | None) -> str | None:
    """Give a byline as it is cited: its names or, where it names nobody, the house."""
    line = clean_line(text or "")
    if not line or len(line) > _LONGEST:
        return None
    return joined(names_in(line)) or (_without_label(line) if "://" not in line else None) or None


def joined(names: Iterable[str]) -> str:
    """Give names as a byline has them: "Ann Lee, Omar Díaz and Tom Berg"."""
    *first, last = [*names] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def fullest(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Of what several places say, the surest first, give the first; or one that names others too."""
    best: tuple[str, ...] = ()
    for names in found:
        if not best or _folded(best) < _folded(names):
            best = names
    return best


def _folded(names: tuple[str, ...]) -> set[str]:
    return {name.casefold() for name in names}


def _without_label(line: str) -> str:
    while True:
        begun = next(
            (label for label in _listed("labels") if line.lower().startswith((f"{label} ", f"{label}:"))), ""
        )
        if not begun:
            return line
        line = line[len(begun) :].lstrip(" :")


def _without_office(part: str) -> str:
    """Give the name behind an office: "Professor Ann Lee", "Political Editor Ann Lee"."""
    each = part.split()
    ends = [i for i, word in enumerate(each, 1) if word.lower() in _listed("offices")]
    return " ".join(each[ends[-1] :]) if ends and len(each) > ends[-1] + 1 else part


def is_affiliation(line: str) -> bool:
    """Tell a line that only says what somebody is, or for whom: "Staff Writer", "The Northern Wire"."""
    parts = [part.strip() for part in re.split(_BETWEEN, line)]
    return len(line.split()) <= _MOST_WORDS and all(_is_office(part) or _is_house(part) for part in parts)


def _is_name(part: str) -> bool:
    each = part.split()
    if not 0 < len(each) <= _MOST_WORDS or any(char.isdigit() for char in part):
        return False
    if all(word.islower() and word.isascii() for word in each) or not all(map(_of_name, each)):
        return False
    return not (part.lower().startswith("the ") or _is_house(part) or _is_office(part))


def _is_house(part: str) -> bool:
    words = part.lower().split()
    short = part.isupper() and part.isascii() and len(words) == 1 and len(part) <= _LONGEST_SHORT
    return short or (bool(words) and not {part.lower(), words[-1]}.isdisjoint(_listed("houses")))


def _is_office(part: str) -> bool:
    return not _listed("offices").isdisjoint(part.lower().replace("-", " ").split())


def _of_name(word: str) -> bool:
    """Tell whether a word can be part of a name: it has a capital, or is one of those that have none."""
    return any(char.isupper() for char in word) or word in _SMALL_WORDS or not word.isascii()

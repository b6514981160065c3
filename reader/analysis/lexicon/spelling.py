"""How words are compared: in small letters without marks, dots and hyphens."""

import re
import unicodedata
from functools import lru_cache

_POSSESSIVE = re.compile(r"(?:['’]s|['’])$", re.IGNORECASE)
#: Letters whose mark is part of them, which Unicode does not take apart.
_PLAIN = str.maketrans("łŁøØıđĐ", "lLoOidD")

_JOINTS = frozenset({"and", "au", "aux", "da", "de", "do", "dos", "du", "en", "es", "la", "le", "of", "on"})
_JOINTS |= {"sous", "sur", "the", "upon", "van", "von"}


def fold(text: str) -> str:
    """Small letters without marks."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
        text = text.translate(_PLAIN)
    return text.casefold()


def slug(text: str) -> str:
    """An identifier of letters, digits and hyphens: "Vladimir V. Putin" is "vladimir-v-putin"."""
    return re.sub(r"[\W_]+", "-", fold(text)).strip("-") or "actor"


@lru_cache(4096)
def comparable(text: str) -> tuple[str, ...]:
    """The words of a name, comparable: hyphens part words, dots and apostrophes vanish, 's is left out."""
    text = re.sub(r"[.'’`]", "", fold(_POSSESSIVE.sub("", text.strip())))
    return tuple(re.findall(r"[^\W_]+", text))


def without_capitals(text: str) -> str:
    """A name that was printed in capitals as it is written elsewhere: "RIO DE JANEIRO", "JD McKEE"."""
    words = re.sub(r"[^\W\d_]+", lambda word: _capitalised(word[0]), text)
    return re.sub(r"(?<=[ -])[^\W\d_]+", lambda word: _joint(word[0]), words)


def _capitalised(word: str) -> str:
    if len(word) == 2 and (not set(word.casefold()) & set("aeiouy") or word[1] == "J"):
        return word  # initials
    return "Mc" + word[2:].capitalize() if word[:2] in ("MC", "Mc") else word.capitalize()


def _joint(word: str) -> str:
    return word.lower() if word.lower() in _JOINTS else word

"""How words are compared: in small letters without marks, dots and hyphens."""

import re
import unicodedata
from functools import lru_cache

_POSSESSIVE = re.compile(r"(?:['’]s|['’])$", re.IGNORECASE)
#: Letters whose mark is part of them, which Unicode does not take apart.
_PLAIN = str.maketrans("łŁøØıđĐ", "lLoOidD")


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

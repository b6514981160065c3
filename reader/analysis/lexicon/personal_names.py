"""Names of people: their parts, and whether two of them may name the same one.

Pure text, no spaCy. A name is compared by its words as :mod:`reader.analysis.lexicon.spelling` has them, so
that "Kim Jong-un" is "KIM JONG UN", and "Bashar al-Assad" contains "Assad".
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.analysis.lexicon.spelling import comparable, fold
from reader.analysis.lexicon.titles import titles
from reader.given_names import given_names

#: Particles that are no given names: "Dela Rosa", "Van der Berg".
_BEFORE_FAMILY = frozenset({"de", "dela", "delos", "del", "della", "der", "dos", "das", "du", "von"})
_SONS = frozenset({"bin", "ibn", "bint", "binti"})
_PARENTS = frozenset({"abu", "umm", "um", "oum"})
_SPELT = {"jnr": "jr", "snr": "sr"}
_QUOTED = re.compile(r"[“\"‘'(]([^“”\"‘’')]+)[”\"’')]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name as written.

    `words` are the comparable words without honorific, title, suffix and nickname, in the order written;
    `honorific` is the word itself ("mr"), `gender` what honorific or title say ("m", "f", ""); `lead` counts
    the blank-separated words that stand before the name proper; `is_double` tells a family name alone that a
    hyphen makes two: "Wesley-Sampare".
    """

    words: tuple[str, ...]
    nickname: str = ""
    honorific: str = ""
    title: str = ""
    suffix: str = ""
    gender: str = ""
    lead: int = 0
    is_double: bool = False

    @property
    def given(self) -> str:
        """The first word, unless the name is one word or starts with the family's."""
        if len(self.words) < 2 or self.is_double or self.words[0] in _BEFORE_FAMILY:
            return ""
        return self.words[1] if self.family_first else self.words[0]

    @property
    def family_first(self) -> bool:
        """Tell whether the family name stands first: Kim Jong-un, Xi Jinping, Nguyen Phu Trong."""
        first, *rest = self.words
        if not rest or first not in titles().family_first:
            return False
        if rest[0] in given_names() or (len(rest) == 1 and first in given_names()):
            return len(rest) > 1 and not given_names().keys() & {first, rest[-1]}
        return len(rest) <= 3 and len(rest[0]) > 1

    @property
    def family(self) -> str:
        """The word that stands for the whole name with "Mr."."""
        return self.words[0] if self.family_first else self.words[-1] if self.words else ""


@lru_cache(4096)
def person_name(text: str) -> PersonName:
    """Take a person's name, with or without title, apart."""
    lists = titles()
    nickname = ""
    if match := _QUOTED.search(text):
        nickname = fold(match[1].strip())
        text = text[: match.start()] + " " + text[match.end() :]
    words = text.split()
    title: list[str] = []
    honorific = gender = ""
    while len(words) > 1:
        word = fold(words[0]).strip(".,")
        is_honorific = word.replace(".", "") in lists.honorifics
        if fold(words[1]) in _SONS:
            break  # "Sheikh Sultan bin Hamad"
        if word in lists.given and (len(words) == 2 or title):
            break  # "Dean Smith" is no dean, nor "Gov. Earl Ray Lee" an earl
        if word in lists.given - lists.heads and not _is_title(fold(words[1]).strip(".,"), True):
            break  # "Júnior Alonso Ferreira"
        if is_honorific and not (len(words) == 2 and word in ("st", "saint")):
            honorific = honorific or word
            gender = gender or lists.honorifics[word.replace(".", "")]
        elif _is_title(word, bool(title)):
            title.append(word)
            gender = gender or lists.genders.get(word, "")
        else:
            break
        words = words[1:]
    lead = len(text.split()) - len(words)
    suffix = ""
    while len(words) > 1 and fold(words[-1]).strip(".,") in lists.suffixes:
        suffix = fold(words.pop()).strip(".,")
        suffix = _SPELT.get(suffix, suffix)
    parts: list[str] = []
    for word in words:
        pieces = comparable(word)
        if len(pieces) > 1 and pieces[0] in lists.articles and re.match(r"\w+[-’']", word):
            pieces = pieces[1:]
        parts += pieces
    is_double = len(words) == 1 and len(parts) > 1
    return PersonName(tuple(parts), nickname, honorific, " ".join(title), suffix, gender, lead, is_double)


def _is_title(word: str, goes_on: bool) -> bool:
    """Tell the word of a title, "director-general" too; `goes_on` behind another."""
    lists, parts = titles(), word.split("-")
    if len(parts) == 2 and parts[1] in lists.heads and parts[0] in lists.heads | lists.before:
        return True
    return word in lists.heads | lists.before or (goes_on and word in lists.after)


def same_given(one: str, other: str) -> bool:
    """Tell whether two given names may be one person's: equal, an initial of the other, a short form."""
    if one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1]):
        return True
    short = titles().nicknames
    return (
        other in short.get(one, ())
        or one in short.get(other, ())
        or bool(short.get(one, frozenset()) & short.get(other, frozenset()))
    )


def given_gender(name: PersonName) -> str:
    """What the given name says: "m", "f" or ""."""
    given = name.given
    if not given or name.family_first:
        return ""
    return given_names().get(given, "")


def person_match(full: PersonName, mention: PersonName) -> float:
    """How well `mention` may name who was named `full`: 0 (cannot) to 1 (the very same words).

    Gender is not compared here: honorifics and titles do not always tell it.
    """
    a, b = full.words, mention.words
    if not a or not b:
        return 0.0
    if a == b:
        if mention.suffix and mention.suffix != full.suffix and (full.suffix or len(a) > 1):
            return 0.0  # "Nicholas Gonner", then his son "Nicholas Gonner Jr."
        return 0.85 if full.suffix and not mention.suffix else 1.0
    junior, other = (full, mention) if full.suffix else (mention, full)
    if junior.suffix and not other.suffix and len(other.words) > len(junior.words) > 1:
        return 0.0  # "Harold J. Stamp", then his son "Harold Stamp Jr."
    if full.nickname and b == tuple(full.nickname.split()):  # "Cassius Clay", of Muhammad Ali
        return 0.9 if len(b) > 1 else 0.75
    if len(a) < len(b):
        return person_match(mention, full)
    if len(b) == 1:
        return _one_word(full, mention)
    if a[-len(b) :] == b:
        return 0.9
    if len(a) >= 2 and set(a) == set(b):  # "Orbán Viktor", "Viktor Orbán"
        return 0.8
    if full.family_first or mention.family_first:
        return 0.7 if a[: len(b)] == b and len(b) >= 2 else 0.0
    if b[0] in titles().articles - given_names().keys() and a[-1] == b[-1] and len(b) == 2:
        return 0.9  # "Taher El-Sonni", "El Sonni"
    if a[-1] != b[-1] or not (same_given(a[0], b[0]) or (full.nickname and same_given(full.nickname, b[0]))):
        if len(b) >= 2 and a[: len(b)] == b:  # Spanish: "Gabriel Boric Font", "Gabriel Boric"
            return 0.75
        if len(b) == 2 < len(a) and a[-2] == b[1] and b[0] in (*a[:-2], *full.nickname.split()):
            return 0.75  # "Ana Lucía Delgado Ponce", "Ana Delgado"
        if b[0] in a[1:-1] and a[-1] == b[-1] and len(b) == 2:  # "J. Edgar Hoover", "Edgar Hoover"
            return 0.7
        return 0.0
    return 0.95 if _middles_agree(a[1:-1], b[1:-1]) else 0.0


def _one_word(full: PersonName, mention: PersonName) -> float:
    """Match a single word: the family name best, then a Spanish father's name, then the given name."""
    word, words = mention.words[0], full.words
    if (words[0] in _PARENTS and len(words) == 2) or (
        word in words[1:] and words[words.index(word, 1) - 1] in _SONS
    ):
        return 0.0  # "Umm Khaled" is Khaled's mother, and King Salman the father of Mohammed bin Salman
    if word == full.family:
        return 0.9
    if word == words[-1]:
        return 0.8
    if word == words[0]:  # with an honorific: "Sir Keir", "King Charles", "Mr. Xi"
        if mention.title or not mention.honorific or mention.honorific in titles().familiar:
            return 0.7
        return 0.5 if word in given_names() else 0.65  # "Mr. Abiy" is Abiy Ahmed, "Mr. James" somebody else
    if full.nickname and word in full.nickname.split():
        return 0.6
    if words[0] in titles().nicknames.get(word, ()) or (word in short_forms(full) and not mention.honorific):
        return 0.65  # "Bibi", "Clem" of Clementine
    if (
        word in words[1:-1] and len(word) > 2 and not full.family_first
    ):  # Spanish: "Álvaro Núñez Cabrera" is Núñez
        if word not in given_names():
            return 0.75
        return 0.65 if len(words) > 3 else 0.5  # "Luiz Inácio Lula da Silva" is Lula
    return 0.0


def short_forms(name: PersonName) -> list[str]:
    """What a given name may be cut to: "Taka" of Takahiro, but not Paul of Pauline."""
    given = name.given
    cuts = [given[:end] for end in range(3, len(given) - 1)]
    gender = given_names().get(given)
    return [cut for cut in cuts if gender is None or given_names().get(cut, gender) == gender]


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Middle names agree if one side has none, or each of the shorter side finds its like."""
    if not one or not other:
        return True
    short, long = sorted((one, other), key=len)
    return all(any(same_given(a, b) for b in long) for a in short)

"""Names of organisations: by which words they are the same, what they are called, their acronyms."""

import re
from itertools import pairwise

from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import comparable, fold

_LINKS = frozenset({"of", "for", "on", "de", "du"})  # between a body and its task
_LIGHT = _LINKS | {"the", "and", "del", "della", "da", "do", "y", "la"}  # words that a blend passes over
_HYPHENED = re.compile(r"(?=[A-Z]{2})[A-Z0-9]+[-–][A-Z0-9]+")
_BEGUN = re.compile(r"[A-Z][a-z]+")
_ACRONYM = 4  # letters, fewer than which an acronym inside a name keeps
_LONG_PART = 3  # letters of a blend's parts
_PARTS = 2  # words at least of which an abbreviation has letters
#: Bodies called by their task, before it or behind it.
OFFICES = frozenset({"department", "ministry"})
#: What a body's name may begin with in letters: "U.N. Security Council".
SHORTENED = {
    "un": ("united", "nations"), "us": ("united", "states"), "uk": ("united", "kingdom"),
    "eu": ("european", "union"),
}  # fmt: skip


def organisation_key(text: str) -> tuple[str, ...]:
    """The comparable words of an organisation's name, without "the" and legal forms.

    A party is the same by all its names: "Republicans", "the G.O.P.", "Republican Party"; so is a county, the
    Department of Justice, which is the Justice Department, and what is known by two names.
    """
    lists, words = organisations(), comparable(text)
    if len(words) == 2 and words[0] in ("co", "county"):
        words = words[1:]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    lands = len(words) > 1 and words[0] in SHORTENED  # "US Republicans"
    if party := lists.parties.get(" ".join(words[lands:])):
        return tuple(party.split())
    if lands:
        words = (*SHORTENED[words[0]], *words[1:])
    words = _task_first(tuple(lists.spelt.get(word, word) for word in words))
    if name := lists.same.get(" ".join(words)):
        return tuple(name.split())
    while len(words) > 1 and words[-1] in lists.legal:
        words = words[:-1]
    return words


def _task_first(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Department of Justice" as "justice department", "Foreign Affairs Ministry" as "foreign ministry"."""
    for at, (word, link) in enumerate(pairwise(words)):
        if word in OFFICES and link == "of" and len(words) > at + 2:
            words = (*words[:at], *words[at + 2 + (words[at + 2] == "the") :], word)
            break
    is_affairs = len(words) > 2 and words[-1] in OFFICES and words[-2] == "affairs"
    return (*words[:-2], words[-1]) if is_affairs else words


def common_nouns(text: str) -> set[str]:
    """What a body of this name is called: "bank" of "Altmark Bank AG", "ministry" of "Ministry of Health"."""
    lists, words = organisations(), comparable(text)
    links = (k for k, word in enumerate(words) if word in _LINKS and k)
    heads = {words[-1], words[next(links, 0) - 1]}
    known = lists.bodies | lists.nominals | lists.nominal_of.keys()
    at_first = lists.nominal_at_first.get(words[0])
    told = {noun for head in heads & known for noun in (head, lists.nominal_of.get(head, head))}
    return told | ({at_first} if at_first else set())


def means_party(text: str) -> bool:
    """Tell a word for a party, or for those of it, from the party's own name: "Republicans"."""
    return " ".join(comparable(text)) in organisations().parties


def says_more(text: str, known: str) -> bool:
    """Tell whether `text` is a better name than `known` for the same organisation."""
    words, before = organisation_key(text), organisation_key(known)
    if words == before and means_party(known):  # "Republicans" before "Republican", the party before both
        return not means_party(text) or text.endswith("s") > known.endswith("s")
    if words == before and " ".join(comparable(known)) in organisations().same:  # "Fed"
        return len(comparable(text)) > len(comparable(known))
    return len(words) > len(before) or (known.isupper() and not text.isupper())


def initials(text: str) -> str:
    """The letters that an acronym of `text` may have: "Korean Central News Agency" gives "kcna"."""
    words = [word for word in re.findall(r"[^\W_]+", text) if word[:1].isupper()]
    return fold("".join(_first(word, text) for word in words)) if len(words) > 1 else ""


def _first(word: str, name: str) -> str:
    """The letters that a word gives: the first, or all of a short acronym, "USN" of "US Navy"."""
    return word if word.isupper() and len(word) < _ACRONYM and not name.isupper() else word[0]


def all_initials(text: str) -> tuple[str, ...]:
    """The initials of a name, with and without the legal forms that end it: "nnpcl", "nnpc".

    Of what a department is for, too: "va", of Veterans Affairs; and with those of its small words: "boj".
    """
    words, found = text.split(), [initials(text)]
    if text.startswith("Department of "):
        found.append(initials(" ".join(words[2:])))
    if len(words) == 2 and words[1] == "Department":
        found.append(fold(f"do{words[0][0]}"))  # "DOJ", the Justice Department
    if len(words) > 2 and words[0] != "the":
        found.append(fold("".join(_first(word, text) for word in words if word[0].isalpha())))
    while len(words) > 2 and organisations().legal.intersection(comparable(words[-1])):
        words = words[:-1]
        found.append(initials(" ".join(words)))
    return tuple(filter(None, dict.fromkeys(found)))


def is_acronym(text: str) -> bool:
    """Tell an acronym: U.N., KCNA, NATO, UNESCO."""
    letters = text.replace(".", "")
    return 1 < len(letters) <= 8 and letters.isalpha() and letters.isupper()


def is_hyphened(text: str) -> bool:
    """Tell letters with a hyphen between them, which no place has: ZANU-PF, MDC-T."""
    return _HYPHENED.fullmatch(text) is not None


def is_abbreviation(short: str, full: str) -> bool:
    """Tell whether a word is made of the beginnings of a name's words: Aemet, Interpol, Gosplan."""
    words = comparable(full)
    letters = "".join(comparable(short))
    return len(words) > 1 and " " not in short and len(letters) > 2 and _begins(letters, words, _PARTS)


def blend_parts(text: str) -> tuple[str, ...]:
    """The beginnings of words that a blend is made of: "kyo" and "ani" of "KyoAni"."""
    parts = _BEGUN.findall(text)
    return tuple(map(fold, parts)) if len(parts) > 1 and "".join(parts) == text else ()


def is_blend(parts: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether a name's words begin with these parts, one by one: "kyoto animation".

    Of long parts a word may be left: "NavPac" of Naviera del Pacífico Sur.
    """
    weighty = [word for word in words if word not in _LIGHT]
    is_long = len(weighty) == len(parts) + 1 and min(map(len, parts), default=0) >= _LONG_PART
    begins = (is_long or len(weighty) == len(parts)) and all(map(str.startswith, weighty, parts))
    return begins and "".join(parts) != "".join(weighty)


def _begins(letters: str, words: tuple[str, ...], least: int) -> bool:
    """Tell whether beginnings of the first word and of others, in order, `least` in all, spell it."""
    if not letters:
        return least <= 0
    for at, word in enumerate(words[:1] if least == _PARTS else words):
        cuts = (cut for cut in range(len(word), 0, -1) if letters.startswith(word[:cut]))
        if any(_begins(letters[cut:], words[at + 1 :], least - 1) for cut in cuts):
            return True
    return False

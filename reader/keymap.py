"""What the reader may put on keys: names of keys, and one key for one thing.

Names are Textual's ("question_mark", "ctrl+n"), so that the same key is always called the same. Textual
itself ignores what it does not know, and lets a key that is given twice fall silently to one of the two.
"""

import string
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

#: Keys that always do what they do everywhere.
RESERVED = {"ctrl+q": "quits", "ctrl+c": "copies what is selected"}

_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_NAMED = {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace"}
_NAMED |= {"tab", "enter", "escape", "space", *(f"f{number}" for number in range(1, 25))}
_OTHER_NAMES = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete"}
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}  # as terminals send them
_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


def key_name(key: str) -> str:
    """Give Textual's name of a key as a person writes it: "?", "ctrl+N", "esc"; raises ValueError."""
    written = key.strip()
    head, plus, last = written[:-1].rpartition("+")
    last += written[-1:]
    modifiers = head.lower().split("+") if plus else []
    if not last or not _MODIFIERS.issuperset(modifiers):
        raise ValueError(key)
    if len(last) == 1:
        if not last.isprintable() or last == " ":
            raise ValueError(key)
        if modifiers == ["shift"] and last.isalpha():
            return last.upper()
        last = _character_name(last.lower() if modifiers else last)
    else:
        last = _OTHER_NAMES.get(last.lower(), last.lower())
        if last not in _NAMED and last not in _punctuation():
            raise ValueError(key)
    name = "+".join([*modifiers, last])
    return _SAME.get(name, name)


def _character_name(character: str) -> str:
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name)


@cache
def _punctuation() -> set[str]:
    return {_character_name(character) for character in string.punctuation}


def keymap(wanted: Mapping[str, object], defaults: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Give the keys that can be put where the reader wants them, and in a line each what cannot.

    Both mappings go from the ids of bindings to keys parted by commas; what is wanted may be a list too, and
    comes from a file, so it may be anything. A wish that takes a key from something else is not granted.
    """
    granted: dict[str, list[str]] = {}
    problems = []
    for key_id, wish in wanted.items():
        try:
            granted[key_id] = _names(key_id, wish, defaults)
        except ValueError as error:
            problems.append(str(error))
    standing = {key_id: [key_name(key) for key in keys.split(",")] for key_id, keys in defaults.items()}
    while clash := next(_clashes(standing | granted, granted), None):
        key, loser, owner = clash
        problems.append(f"{loser}: {quoted(key)} is on {owner} already; take another key for one of them")
        del granted[loser]
    return {key_id: ",".join(keys) for key_id, keys in granted.items()}, problems


def _names(key_id: str, wish: object, defaults: Mapping[str, str]) -> list[str]:
    """Check one wish; raises ValueError with the problem in a line."""
    if key_id not in defaults:
        import difflib

        (near,) = difflib.get_close_matches(key_id, defaults, 1, cutoff=0)
        raise ValueError(f"{quoted(key_id)} is nothing that keys do; did you mean {near}?")
    keys = wish.split(",") if isinstance(wish, str) else wish
    if not isinstance(keys, list) or not keys:
        raise ValueError(
            f'{key_id}: keys are text, several parted by commas ("n,ctrl+n"), not {quoted(wish)}'
        )
    names = []
    for key in keys:
        try:
            name = key_name(key) if isinstance(key, str) else key_name("")
        except ValueError:
            shown = quoted(key.strip() if isinstance(key, str) else key)
            raise ValueError(
                f"{key_id}: {shown} is no key; write a character, or a name such as "
                "ctrl+n, f5, pagedown, comma"
            ) from None
        if name in RESERVED:
            raise ValueError(f"{key_id}: {name} always {RESERVED[name]}")
        names.append(name)
    return list(dict.fromkeys(names))


def _clashes(
    keys: Mapping[str, list[str]], granted: Mapping[str, list[str]]
) -> Iterator[tuple[str, str, str]]:
    """Give keys that stand twice: the key, who has to give it back and who has it.

    What nobody asked for goes first, then what was asked for first.
    """
    owner: dict[str, str] = {}
    order = [key_id for key_id in keys if key_id not in granted] + list(granted)
    for key_id in order:
        for key in keys[key_id]:
            if key in owner and key_id in granted:
                yield key, key_id, owner[key]
            owner.setdefault(key, key_id)


def quoted(value: object) -> str:
    """Give a value out of a file as it may be shown: short, on one line, without control codes."""
    words = f'"{value}"' if isinstance(value, str) else str(value)
    words = words.lower() if isinstance(value, bool) else words  # as TOML writes it
    words = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in words)
    return words if len(words) <= 40 else words[:39] + "…"

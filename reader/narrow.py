"""A long text at one byte a character.

One typographic quotation mark makes Python hold all of a text at two bytes a character, one emoji at four;
but hardly any article needs more than a few dozen characters besides those of ASCII.
"""

import codecs
import sys

_ASCII = bytes(range(128)).decode("ascii")
_OTHERS = 128  # characters that find room beside ASCII
_LONG = 1 << 16  # code points; of what is shorter, nothing is to be gained
_STAND_INS = range(0xE000, 0xF900)  # of private use, for what has more than 16 bits
_LAST = "\uffff"


class NarrowText:
    """A text that is held as a character map and a byte for each code point; its slices are strings.

    It has as much of :class:`str` as who looks at slices needs, and equals the text that it is; ``str()``
    gives all of that.
    """

    __slots__ = ("_codes", "_map")

    def __init__(self, codes: bytes, characters: str) -> None:
        self._codes = codes
        self._map = characters

    def __len__(self) -> int:
        return len(self._codes)

    def __getitem__(self, at: int | slice) -> str:
        if isinstance(at, slice):
            return codecs.charmap_decode(self._codes[at], "strict", self._map)[0]
        return self._map[self._codes[at]]

    def __str__(self) -> str:
        return self[:]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, str | NarrowText):
            return NotImplemented
        return len(self) == len(other) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __contains__(self, words: str) -> bool:
        return self.find(words) >= 0

    def count(self, words: str) -> int:
        """Count the places at which some words stand."""
        return self._codes.count(self._coded(words)) if self._may_hold(words) else 0

    def find(self, words: str, start: int = 0, end: int = sys.maxsize) -> int:
        """Give the first place in a span at which some words stand, or -1."""
        return self._codes.find(self._coded(words), start, end) if self._may_hold(words) else -1

    def rfind(self, words: str, start: int = 0, end: int = sys.maxsize) -> int:
        """Give the last place in a span at which some words stand, or -1."""
        return self._codes.rfind(self._coded(words), start, end) if self._may_hold(words) else -1

    def _may_hold(self, words: str) -> bool:
        return all(char in self._map for char in words)

    def _coded(self, words: str) -> bytes:
        return bytes(map(self._map.index, words))


#: The text of an article, long or short.
Text = str | NarrowText


def narrow(text: str) -> Text:
    """Hold a text at a byte a character, where it is long and Python would take more."""
    if len(text) < _LONG or sys.getsizeof(text) < 2 * len(text):
        return text
    others = strange(text)
    if len(others) > _OTHERS:
        return text
    characters = _ASCII + "".join(others)
    free = (char for char in map(chr, _STAND_INS) if char not in others)
    stood_for = {char: next(free) for char in others if char > _LAST}
    for char, stand_in in stood_for.items():  # or to encode the text would take ten times as long
        text = text.replace(char, stand_in)
    table = codecs.charmap_build("".join(stood_for.get(char, char) for char in characters))
    return NarrowText(codecs.charmap_encode(text, "strict", table)[0], characters)


def strange(text: str) -> list[str]:
    """Give the different characters of a text that are not of ASCII, in order.

    Four times as fast as to go through the characters: bytes of ASCII are no part of others in UTF-8.
    """
    found = text.encode("utf-8", "surrogatepass").translate(None, _ASCII.encode())
    return sorted(set(found.decode("utf-8", "surrogatepass")))

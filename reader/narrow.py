"""A long text at one byte a character.

One typographic quotation mark makes Python hold all of a text at two bytes a character, one emoji at four;
but hardly any article needs more than a few dozen characters besides those of ASCII. A very long text lies
in a file (:mod:`reader.spool`).
"""

import codecs
import re
import sys
from array import array
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pickle import PickleBuffer
from typing import TYPE_CHECKING, Any, SupportsIndex

from reader.spool import Spool

if TYPE_CHECKING:
    from reader.mapped import Mapped

_ASCII = bytes(range(128)).decode("ascii")
_ROOM = 256  # characters that a byte can stand for
_LONG = 1 << 16  # code points; of what is shorter, nothing is to be gained
_STAND_INS = range(0xE000, 0xF900)  # of private use, for what has more than 16 bits
_BUFFERED = 5  # protocols of pickle from here on know of buffers
_LAST = "\uffff"
_LATIN = "\xff"  # up to here, Python takes a byte for each as well


class NarrowText:
    """A text that is held as a character map and a byte for each code point; its slices are strings.

    It has as much of :class:`str` as who looks at slices needs, and equals the text that it is; ``str()``
    gives all of that.
    """

    __slots__ = ("_codes", "_map")

    def __init__(self, codes: "bytes | bytearray | Mapped", characters: str) -> None:
        self._codes = codes
        self._map = characters

    def __len__(self) -> int:
        return len(self._codes)

    def __getitem__(self, at: int | slice) -> str:
        if isinstance(at, slice):
            return codecs.charmap_decode(self._codes[at], "strict", self._map)[0]
        return self._map[self._codes[at]]

    def __str__(self) -> str:
        return codecs.charmap_decode(self._codes, "strict", self._map)[0]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, str | NarrowText):
            return NotImplemented
        return len(self) == len(other) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[object, ...]:
        """Let whoever pickles it by protocol 5 leave the bytes where they are (PEP 574)."""
        codes = PickleBuffer(self._codes) if protocol.__index__() >= _BUFFERED else bytes(self._codes)
        return NarrowText, (codes, self._map)

    def __contains__(self, words: str) -> bool:
        return self.find(words) >= 0

    def count(self, words: str) -> int:
        """Count the places at which some words of one line stand."""
        return self._codes.count(self._coded(words)) if self._may_hold(words) else 0

    def find(self, words: str, start: int = 0, end: int = sys.maxsize) -> int:
        """Give the first place in a span at which some words stand, or -1."""
        return self._codes.find(self._coded(words), start, end) if self._may_hold(words) else -1

    def rfind(self, words: str, start: int = 0, end: int = sys.maxsize) -> int:
        """Give the last place in a span at which some words stand, or -1."""
        return self._codes.rfind(self._coded(words), start, end) if self._may_hold(words) else -1

    def places(self, words: str, most: int) -> "array[int]":
        """Give the places at which some words stand (:func:`places`)."""
        return _places(self._codes, self._coded(words), most) if self._may_hold(words) else array("I")

    def strange(self) -> list[str]:
        """Give the different characters that are not of ASCII, in order."""
        return sorted(self._map[len(_ASCII) :])

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
    alphabet = _Alphabet()
    codes = alphabet.codes(text)
    if codes is None:
        return text
    spool = Spool()
    spool.add(codes)
    return NarrowText(spool.joined(), alphabet.characters)


def joined(parts: Iterable[str]) -> Text:
    """Join the parts of a text, which is never held as a string where :func:`narrow` would hold it so."""
    coming = iter(parts)
    begun = list(islice(coming, 2))
    if len(begun) < 2:
        return narrow("".join(begun))
    alphabet = _Alphabet()
    spool = Spool()
    coming = chain(begun, coming)
    for part in coming:
        codes = alphabet.codes(part)
        if codes is None:
            return str(NarrowText(spool.joined(), alphabet.characters)) + part + "".join(coming)
        spool.add(codes)
    poured = spool.joined()
    gains = len(poured) >= _LONG and (max(alphabet.characters) > _LATIN or not isinstance(poured, bytearray))
    whole = NarrowText(poured, alphabet.characters)
    return whole if gains else str(whole)


class _Alphabet:
    """The characters of a text, those of ASCII first, by the bytes that stand for them."""

    def __init__(self) -> None:
        self.characters = _ASCII

    def codes(self, text: str) -> bytes | None:
        """Give the bytes for more of the text; None where its characters find no room."""
        if text.isascii():
            return text.encode()
        others = [char for char in strange(text) if char not in self.characters]
        if len(self.characters) + len(others) > _ROOM:
            return None
        self.characters += "".join(others)
        free = (char for char in map(chr, _STAND_INS) if char not in self.characters)
        stood_for = {char: next(free) for char in self.characters if char > _LAST}
        for char, stand_in in stood_for.items():  # or to encode the text would take ten times as long
            text = text.replace(char, stand_in)
        table = codecs.charmap_build("".join(stood_for.get(char, char) for char in self.characters))
        return codecs.charmap_encode(text, "strict", table)[0]


def strange(text: Text) -> list[str]:
    """Give the different characters of a text that are not of ASCII, in order.

    Four times as fast as to go through the characters: bytes of ASCII are no part of others in UTF-8.
    """
    if isinstance(text, NarrowText):
        return text.strange()
    found = text.encode("utf-8", "surrogatepass").translate(None, _ASCII.encode())
    return sorted(set(found.decode("utf-8", "surrogatepass")))


def stretches(text: Text) -> Iterator[str]:
    """Give a text in stretches of whole lines, of which none need be held but one."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _LONG) + 1 or len(text)
        yield text[start:end]
        start = end


def places(text: Text, words: str, most: int) -> "array[int]":
    """Give the first places at which some words stand; of those that overlap, the first."""
    return text.places(words, most) if isinstance(text, NarrowText) else _places(text, words, most)


def _places(text: Any, words: Any, most: int) -> "array[int]":  # strings or bytes, both
    find = re.compile(re.escape(words)).finditer
    found, start = array("I"), 0
    while start < len(text) and len(found) < most:
        end = start + _LONG
        found.extend(map(start.__add__, map(re.Match.start, find(text[start : end + len(words) - 1]))))
        start = max(end, found[-1] + len(words)) if found else end
    return found[:most]

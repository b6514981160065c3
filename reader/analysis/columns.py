"""Sorted sequences whose items are rows of numbers, and are made when they are asked for."""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import ceil
from operator import attrgetter, lt
from struct import Struct
from typing import Any, Generic, Protocol, Self, TypeVar, overload

from reader.analysis.findings import Span

T = TypeVar("T")
Row = tuple[Any, ...]

#: The number of no name.
NOBODY = 0xFFFFFFFF

_NUMBER = 4  # bytes
_START = attrgetter("start")
_MADE = 512  # items that are kept for the next who asks: some screens full


class Sorted(Sequence[T]):
    """Items in text order, each made anew from its key, which begins with where it starts."""

    __slots__ = ("keys",)

    def __init__(self) -> None:
        self.keys = array(self.code)

    @property
    def code(self) -> str:
        """Of what type a key is, as arrays call it."""
        return "Q"

    @property
    def shift(self) -> int:
        """How many bits of a key stand below the start."""
        return 0

    def make(self, key: int) -> T:
        """Make the item of a key."""
        raise NotImplementedError

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> "Sorted[T]": ...
    def __getitem__(self, at: int | slice) -> "T | Sorted[T]":
        return Selection(self, self.keys[at]) if isinstance(at, slice) else self.make(self.keys[at])

    def __iter__(self) -> Iterator[T]:
        return map(self.make, self.keys)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(other) != len(self):
            return NotImplemented
        return all(one == another for one, another in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def starts(self) -> Iterable[int]:
        """Give where they start."""
        shift = self.shift
        return (key >> shift for key in self.keys)

    def before(self, offset: float) -> int:
        """Count those that start before an offset."""
        return bisect_left(self.keys, ceil(offset) << self.shift)

    def before_each(self, offsets: Iterable[float]) -> list[int]:
        """Count those that start before each of some offsets."""
        keys, shift = self.keys, self.shift
        return [bisect_left(keys, ceil(offset) << shift) for offset in offsets]

    def between(self, start: int, end: int) -> "Sorted[T]":
        """Give those that start in a span."""
        return self[self.before(start) : self.before(end)]


class Selection(Sorted[T]):
    """Some of the items of another sequence."""

    __slots__ = ("_whole",)

    def __init__(self, whole: Sorted[T], keys: "array[int] | None" = None) -> None:
        self._whole = whole
        self.keys = array(whole.code) if keys is None else keys

    @property
    def code(self) -> str:
        """Of what type a key is."""
        return self._whole.code

    @property
    def shift(self) -> int:
        """How many bits of a key stand below the start."""
        return self._whole.shift

    def make(self, key: int) -> T:
        """Make the item of a key."""
        return self._whole.make(key)

    def add(self, key: int) -> None:
        """Let another item be among them."""
        at = bisect_left(self.keys, key)
        if at == len(self.keys) or self.keys[at] != key:
            self.keys.insert(at, key)

    def drop(self, key: int) -> None:
        """Let an item no longer be among them."""
        at = bisect_left(self.keys, key)
        if at < len(self.keys) and self.keys[at] == key:
            del self.keys[at]


class Names:
    """Numbers for the ids of actors."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.names = list(names)
        self._numbers = {name: number for number, name in enumerate(self.names)}

    def number(self, name: str | None) -> int:
        """Give the number of an id, which may be a new one; None is nobody's."""
        if name is None:
            return NOBODY
        number = self._numbers.setdefault(name, len(self.names))
        if number == len(self.names):
            self.names.append(name)
        return number

    def name(self, number: int) -> str | None:
        """Give the id that has a number."""
        return None if number == NOBODY else self.names[number]


class Table(Sorted[T], Generic[T]):
    """The items themselves: sorted keys, no two the same, and a row of numbers for each."""

    row: Struct

    def __init__(self) -> None:
        super().__init__()
        self.names = Names()
        self.rows = bytearray()
        self._shared = False
        self._made: dict[int, T] = {}

    def key_of(self, item: T) -> int:
        """Give the key of an item."""
        raise NotImplementedError

    def row_of(self, item: T) -> Row:
        """Give an item as numbers."""
        raise NotImplementedError

    def item(self, key: int, row: Row) -> T:
        """Make an item of numbers."""
        raise NotImplementedError

    @classmethod
    def of(cls, items: Iterable[T]) -> Self:
        """Give a table of these."""
        if isinstance(items, cls):
            return items.copy()
        table = cls()
        for item in items:
            table.put(item)
        return table

    def copy(self) -> Self:
        """Give another one that holds the same, whatever becomes of this one."""
        other = type(self)()
        other.keys, other.rows, other.names = self.keys, self.rows, Names(self.names.names)
        self._shared = other._shared = True
        return other

    def own(self) -> None:
        """Have keys and rows of its own, for they are to be changed."""
        if self._shared:
            self.keys, self.rows, self._shared = self.keys[:], self.rows[:], False

    def put(self, item: T) -> T | None:
        """Put an item in its place; gives the one of the same key that it replaces."""
        self.own()
        key, row = self.key_of(item), self.row.pack(*self.row_of(item))
        at, size = bisect_left(self.keys, key), self.row.size
        if at == len(self.keys):
            self.keys.append(key)
            self.rows += row
            return None
        before = self.make(key) if self.keys[at] == key else None
        self._made.pop(key, None)
        if before is None:
            self.keys.insert(at, key)
        self.rows[at * size : (at + (before is not None)) * size] = row
        return before

    def cut(self, span: Span) -> list[T]:
        """Take out what starts in a span."""
        self.own()
        first, last = self.before(span.start), self.before(span.end)
        taken = list(self[first:last])
        for key in self.keys[first:last]:
            self._made.pop(key, None)
        del self.keys[first:last]
        del self.rows[first * self.row.size : last * self.row.size]
        return taken

    def make(self, key: int) -> T:
        """Make the item of a key."""
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= _MADE:
                self._made.clear()
            at = bisect_left(self.keys, key)
            made = self._made[key] = self.item(key, self.row.unpack_from(self.rows, at * self.row.size))
        return made

    def __iter__(self) -> Iterator[T]:
        return map(self.item, self.keys[:], self.each_row())

    def each_row(self) -> Iterator[Row]:
        """Give the rows, as they are now."""
        return self.row.iter_unpack(bytes(self.rows))

    def bytes_at(self, place: int) -> bytes:
        """Give one byte of every row."""
        return bytes(self.rows[place :: self.row.size])

    def numbers_at(self, place: int) -> "array[int]":
        """Give the number of four bytes that begins at a place of every row."""
        column = bytearray(_NUMBER * len(self))
        for byte in range(_NUMBER):
            column[byte::_NUMBER] = self.rows[place + byte :: self.row.size]
        numbers = array("I", bytes(column))  # no tuple, which would make an object of each
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers

    def tighten(self) -> None:
        """Take no more room than is needed, now that hardly anything will come."""
        self.keys, self.rows, self._shared = self.keys[:], self.rows[:], False

    def __getstate__(self) -> tuple[Any, ...]:
        """Pickle what it holds, and nothing that was made of that."""
        return self.keys, self.names.names, self.rows

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        """Take it back."""
        self.keys, names, self.rows = state
        self.names, self._shared, self._made = Names(names), False, {}

    def is_sound(self) -> bool:
        """Tell whether this can be what :meth:`put` made, wherever the numbers come from."""
        whole = len(self.rows) == len(self.keys) * self.row.size
        return whole and all(map(lt, self.keys, islice(self.keys, 1, None)))


class Placed(Protocol):
    """Whatever has a place in a text."""

    @property
    def start(self) -> int:
        """Where it starts."""


def starts(items: Iterable[Placed]) -> Iterable[int]:
    """Give where some items start, without making them if that can be."""
    return items.starts() if isinstance(items, Sorted) else (item.start for item in items)


def before(items: Sequence[Placed], offset: float) -> int:
    """Count those of some sorted items that start before an offset, without making them if that can be."""
    return before_each(items, (offset,))[0]


def before_each(items: Sequence[Placed], offsets: Iterable[float]) -> list[int]:
    """Count those that start before each of some offsets; to ask what `items` are takes longer than that."""
    if isinstance(items, Sorted):
        return items.before_each(offsets)
    return [bisect_left(items, offset, key=_START) for offset in offsets]

"""What is found in a long article, as rows of numbers.

As named tuples, with the numbers and spans in them, a mention takes 200 bytes and a quote 1,000; here they
take 23 and 55, and are as sure as they were to a thousandth. The screen looks at a few dozen at a time, and a
long article has a hundred thousand.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import compress
from operator import and_
from struct import Struct
from typing import Any, NamedTuple, Self

from reader.analysis.columns import NOBODY, Row, Selection, Table
from reader.analysis.findings import Mention, MentionForm, Quote, QuoteKind, Span

_FORMS = tuple(MentionForm)
_KINDS = tuple(QuoteKind)
_KIND, _SPEECH, _KNOWN, _WORDING = 3, 4, 8, 16  # bits: which kind, and what else a quote is
_NAMED, _SOURCED = 32, 64  # bits: whether the mention of the speaker is given, and what stands in that place
_FLAGS = 128
_FLAGS_AT, _SPEAKER_AT, _ADDRESSEE_AT = 0, 1, 5  # in a row
_SHIFT = 24  # of a mention's key: above its start, below how much shorter it is than the longest may be
_LONGEST = (1 << _SHIFT) - 1
_NOWHERE = 0xFFFFFFFF
_SPANS, _WIDEST = 2, 0xFFFF  # of a quote; no span is wider than the stretch that is read at once
_SOURCE, _RELAY = 0, 1  # which of its asides
_SURE = 1000  # what stands in a row for a confidence of 1


class Mentions(Table[Mention]):
    """Mentions; of equal starts, the longer one comes first."""

    shift = _SHIFT
    row = Struct("<IBH")

    def key_of(self, item: Mention) -> int:
        """Give the start, and behind it how much shorter than the longest this is."""
        return item.start << _SHIFT | max(0, _LONGEST - (item.end - item.start))

    def row_of(self, item: Mention) -> Row:
        """Give whom it means, in what form, and how surely."""
        return self.names.number(item.actor), _FORMS.index(item.form), round(_SURE * item.confidence)

    def item(self, key: int, row: Row) -> Mention:
        """Make a mention."""
        actor, form, sure = row
        start, end = key >> _SHIFT, (key >> _SHIFT) + _LONGEST - (key & _LONGEST)
        return Mention(start, end, self.names.names[actor], _FORMS[form], sure / _SURE)

    def actors(self) -> Iterator[str]:
        """Give whom they mean."""
        return map(self.names.names.__getitem__, self.numbers_at(0))

    def of_actors(self, wanted: Callable[[str], bool]) -> Selection[Mention]:
        """Give those that mean certain actors."""
        meant = [wanted(name) for name in self.names.names]
        chosen = map(meant.__getitem__, self.numbers_at(0))
        return Selection(self, array(self.code, compress(self.keys, chosen)))

    def is_sound(self) -> bool:
        """Tell whether every actor and every form is known, too."""
        many, forms = len(self.names.names), len(_FORMS)
        return super().is_sound() and all(row[0] < many and row[1] < forms for row in self.each_row())


class Sort(NamedTuple):
    """What sort of quote it is; of what `is_known`, the text names a speaker or a source."""

    kind: QuoteKind
    is_speech: bool
    is_known: bool


class Quotes(Table[Quote]):
    """Quotes, and their segments in a table of their own.

    What names the speaker is in most of them what stands in his place, and few have a relay: those that
    have more are told by asides.
    """

    code = "I"
    row = Struct("<BIIIH2I2H")

    def __init__(self) -> None:
        super().__init__()
        self.segments = Segments()
        self.asides = Asides()

    def key_of(self, item: Quote) -> int:
        """Give the start."""
        return item.start

    def row_of(self, item: Quote) -> Row:
        """Give everything but the segments and asides."""
        spans = item.speaker_mention or item.source, item.cue
        return (
            _flags(item),
            self.names.number(item.speaker),
            self.names.number(item.addressee),
            item.end,
            round(_SURE * item.confidence),
            *(span.start if span is not None else _NOWHERE for span in spans),
            *(min(_WIDEST, span.end - span.start) if span is not None else 0 for span in spans),
        )

    def item(self, key: int, row: Row) -> Quote:
        """Make a quote."""
        flags, speaker, addressee, end, sure, *spans = row
        named, cue = map(_span, spans[:_SPANS], spans[_SPANS:])
        asides = self.asides.of_quote(key)
        return Quote(
            self.segments.of_quote(key, end),
            _KINDS[flags & _KIND],
            self.names.name(speaker),
            named if flags & _NAMED else None,
            asides.get(_SOURCE, named if flags & _SOURCED else None),
            cue,
            self.names.name(addressee),
            sure / _SURE,
            asides.get(_RELAY),
            bool(flags & _WORDING),
        )

    def copy(self) -> Self:
        """Give another one that holds the same, whatever becomes of this one."""
        other = super().copy()
        other.segments, other.asides = self.segments.copy(), self.asides.copy()
        return other

    def tighten(self) -> None:
        """Take no more room than is needed."""
        super().tighten()
        self.segments.tighten()
        self.asides.tighten()

    def __getstate__(self) -> tuple[Any, ...]:
        """Pickle what it holds."""
        return *super().__getstate__(), self.segments, self.asides

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        """Take it back."""
        *own, self.segments, self.asides = state
        super().__setstate__(tuple(own))

    def put(self, item: Quote) -> Quote | None:
        """Put a quote in its place; gives the one of the same start that it replaces."""
        before = super().put(item)
        if before is not None:
            self._forget(before)
        for segment in item.segments:
            self.segments.put((segment.start, segment.end, item.start))
        source = item.source if item.speaker_mention not in (None, item.source) else None
        for which, span in ((_SOURCE, source), (_RELAY, item.relay)):
            if span is not None:
                self.asides.put((item.start, which, span))
        return before

    def cut(self, span: Span) -> list[Quote]:
        """Take out what starts in a span."""
        taken = super().cut(span)
        for quote in taken:
            self._forget(quote)
        return taken

    def _forget(self, quote: Quote) -> None:
        self.segments.take(quote)
        self.asides.cut(Span(quote.start, quote.start + 1))

    def where(self, wanted: Callable[[Sort], bool], speakers: Set[str] | None = None) -> Selection[Quote]:
        """Give those of certain sorts, of certain speakers or of anybody."""
        sorts = bytes(map(wanted, _SORTS))
        chosen: Iterable[int] = self.bytes_at(_FLAGS_AT).translate(sorts.ljust(256, b"\0"))
        if speakers is not None:
            numbers = {number for number, name in enumerate(self.names.names) if name in speakers}
            chosen = map(and_, chosen, map(numbers.__contains__, self.numbers_at(_SPEAKER_AT)))
        return Selection(self, array(self.code, compress(self.keys, chosen)))

    def among(self, some: Sequence[int], wanted: Callable[[Sort], bool]) -> Selection[Quote]:
        """Give those of certain sorts among a few, which begin at `some` offsets."""
        size = self.row.size
        flags = (self.rows[bisect_left(self.keys, start) * size + _FLAGS_AT] for start in some)
        return Selection(self, array(self.code, compress(some, map(wanted, map(_SORTS.__getitem__, flags)))))

    def addressees(self) -> Iterator[str | None]:
        """Give to whom they are said."""
        return map(self.names.name, self.numbers_at(_ADDRESSEE_AT))

    def speakers(self) -> Iterator[str | None]:
        """Give who speaks."""
        return map(self.names.name, self.numbers_at(_SPEAKER_AT))

    def is_sound(self) -> bool:
        """Tell whether everybody, every kind and all segments are known, too."""
        known = {*range(len(self.names.names)), NOBODY}

        def fits(key: int, row: Row) -> bool:
            flags, speaker, addressee, end, *_ = row
            flagged = flags < _FLAGS and flags & _KIND < len(_KINDS)
            return flagged and {speaker, addressee} <= known and bool(self.segments.of_quote(key, end))

        sound = super().is_sound() and self.segments.is_sound() and self.asides.is_sound()
        return sound and all(map(fits, self.keys, self.each_row()))


class Segments(Table[tuple[int, int, int]]):
    """The stretches of quoted words: start, end, and where the quote begins."""

    shift = 32
    row = Struct("<I")

    def key_of(self, item: tuple[int, int, int]) -> int:
        """Give the start, and behind it that of the quote."""
        return item[0] << 32 | item[2]

    def row_of(self, item: tuple[int, int, int]) -> Row:
        """Give the end."""
        return (item[1],)

    def item(self, key: int, row: Row) -> tuple[int, int, int]:
        """Make a segment."""
        return key >> 32, row[0], key & _NOWHERE

    def of_quote(self, start: int, end: int) -> tuple[Span, ...]:
        """Give the segments of a quote."""
        here = self.between(start, max(start + 1, end))
        return tuple(Span(first, last) for first, last, quote in here if quote == start)

    def is_sound(self) -> bool:
        """Tell whether each ends behind its start, too."""
        return super().is_sound() and all(end > start for start, end, _ in self)

    def take(self, quote: Quote) -> None:
        """Take away the segments of a quote."""
        self.own()
        for segment in quote.segments:
            at = bisect_left(self.keys, segment.start << 32 | quote.start)
            self._made.pop(self.keys[at], None)
            del self.keys[at]
            del self.rows[at * self.row.size : (at + 1) * self.row.size]


class Asides(Table[tuple[int, int, Span]]):
    """More that the text says of few quotes: where the quote begins, which of it, and where that stands."""

    shift = 1
    row = Struct("<IH")

    def key_of(self, item: tuple[int, int, Span]) -> int:
        """Give the start of the quote, and behind it which of its asides this is."""
        return item[0] << 1 | item[1]

    def row_of(self, item: tuple[int, int, Span]) -> Row:
        """Give where it stands."""
        return item[2].start, min(_WIDEST, item[2].end - item[2].start)

    def item(self, key: int, row: Row) -> tuple[int, int, Span]:
        """Make an aside."""
        start, length = row
        return key >> 1, key & 1, Span(start, start + length)

    def of_quote(self, start: int) -> dict[int, Span]:
        """Give the asides of a quote."""
        return {which: span for _, which, span in self.between(start, start + 1)}


def _span(start: int, length: int) -> Span | None:
    return Span(start, start + length) if start != _NOWHERE else None


def _flags(quote: Quote) -> int:
    known = quote.speaker is not None or quote.source is not None
    named, sourced = quote.speaker_mention is not None, quote.source is not None
    sort = _KINDS.index(quote.kind) | _SPEECH * quote.is_speech | _KNOWN * known
    return sort | _WORDING * quote.wording | _NAMED * named | _SOURCED * sourced


def _sort(flags: int) -> Sort:
    kind = _KINDS[min(flags & _KIND, len(_KINDS) - 1)]
    return Sort(kind, bool(flags & _SPEECH), bool(flags & _KNOWN))


_SORTS = tuple(map(_sort, range(_FLAGS)))  # by their flags

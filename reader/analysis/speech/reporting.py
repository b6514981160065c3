"""The reporter's own sentences, with the quotations in them folded to one slot each.

A sentence here may start or end with a quotation, or be nothing but one: the parser's sentences break at the
marks, these don't.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc

from reader.analysis.datelines import dateline_end
from reader.analysis.lexicon.cues import CueStrength, cue_strength, is_time
from reader.analysis.speech.quotations import Quotation

_ENDS = frozenset(".!?…")
_DASHES = frozenset("—–―-~") | {"--"}
_LONGEST_SIGNATURE = 10  # tokens
_LONGEST = 160  # items; a "sentence" without an end is cut there
_LEANS_ON = frozenset(
    [",", ";", "—", "–", "―", "-", "--", ")"]
)  # what goes on with the sentence after a quotation that ended like one


@dataclass(frozen=True, slots=True)
class Slot:
    """A quotation in its place: tokens `first` to `last` (exclusive) of the document are inside its marks."""

    quotation: Quotation
    first: int
    last: int


Item = int | Slot  # a token of the reporter's, by its index, or a quotation


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the reporter's; `paragraph` counts from the start of the document."""

    items: tuple[Item, ...]
    paragraph: int

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The quotations in it, in order."""
        return tuple(item for item in self.items if isinstance(item, Slot))

    @property
    def words(self) -> tuple[int, ...]:
        """The reporter's own tokens."""
        return tuple(item for item in self.items if isinstance(item, int))

    def before(self, slot: Slot) -> tuple[Item, ...]:
        """What stands before a quotation, up to the start of the sentence."""
        return self.items[: self.items.index(slot)]

    def after(self, slot: Slot) -> tuple[Item, ...]:
        """What stands behind a quotation, up to the end of the sentence."""
        return self.items[self.items.index(slot) + 1 :]


def sentences(doc: Doc, offset: int, quotations: Sequence[Quotation]) -> Iterator[Sentence]:
    """Read a document's sentences in order.

    `quotations` are the outermost ones in it, with offsets into the article; `offset` is where it starts.
    """
    paragraph = 0
    items: list[Item] = []
    introduced = False  # the paragraph before ended with a colon: a quotation here belongs to its sentence
    for item in _items(doc, offset, quotations):
        if item is None:
            paragraph += 1
            if items and isinstance(items[-1], int) and doc[items[-1]].text == ":":
                introduced = True
                continue
            if items and isinstance(items[-1], Slot) and _is_signature(doc, items[-1].last + 1):
                continue
            if items:
                yield Sentence(tuple(items), paragraph - 1)
            items = []
            continue
        if introduced and isinstance(item, int):
            yield Sentence(tuple(items), paragraph - 1)
            items = []
        introduced = False
        if items and (len(items) == _LONGEST or _breaks(doc, items, item)):
            yield Sentence(tuple(items), paragraph)
            items = []
        items.append(item)
    if items:
        yield Sentence(tuple(items), paragraph)


def _is_signature(doc: Doc, start: int) -> bool:
    """Tell a paragraph that only names whose the words above it are: "— Jane Roe, in May"."""
    if start >= len(doc) or doc[start].text not in _DASHES:
        return False
    here = doc[start + 1 : start + _LONGEST_SIGNATURE + 2]
    signed = list(takewhile(lambda token: not token.is_space, here))
    return len(signed) <= _LONGEST_SIGNATURE and not any(token.pos_ in {"VERB", "AUX"} for token in signed)


def _items(doc: Doc, offset: int, quotations: Sequence[Quotation]) -> Iterator[Item | None]:
    """Read tokens and quotations in order; None stands between paragraphs."""
    ahead = iter(quotations)
    quotation = next(ahead, None)
    i = _after_dateline(doc, 0, offset, quotation)
    while i < len(doc):
        token = doc[i]
        if quotation and token.idx + len(token.text) + offset > quotation.outer_start:
            first = i
            while i < len(doc) and doc[i].idx + offset < quotation.outer_end:
                i += 1
            i = max(i, first + 1)
            slot = Slot(quotation, first, i)
            quotation = next(ahead, None)
            if slot.quotation.turn or not _is_nickname(doc, slot):
                yield slot
            continue
        if token.is_space:
            if "\n" in token.text:
                yield None
                i = _after_dateline(doc, i + 1, offset, quotation)
                continue
        else:
            yield i
        i += 1


def _after_dateline(doc: Doc, start: int, offset: int, quotation: Quotation | None) -> int:
    """Where a paragraph's first sentence begins, behind "WASHINGTON —"."""
    end = dateline_end(doc, start) if start < len(doc) else start
    quoted = quotation is not None and end < len(doc) and quotation.outer_start - offset < doc[end].idx
    return start if quoted or end == start else end + 1


def _is_nickname(doc: Doc, slot: Slot) -> bool:
    """Tell Marcia "Cia" Price from speech: capital words between the parts of a person's name."""
    if not 0 < slot.first <= slot.last < len(doc) or slot.last - slot.first > 5:
        return False
    before, after = doc[slot.first - 1], doc[slot.last]
    if not (before.whitespace_ and before.text[0].isupper() and after.text[0].isupper()):
        return False
    words = [token for token in doc[slot.first : slot.last] if token.text[0].isalnum()]
    if before.pos_ != "PROPN" or after.pos_ != "PROPN" or is_time(after.text):
        return False
    return "PER" in (before.ent_type_, after.ent_type_) and all(word.text[0].isupper() for word in words)


def _breaks(doc: Doc, items: list[Item], item: Item) -> bool:
    """Tell whether a sentence ends between the last of `items` and `item`."""
    last = items[-1]
    if isinstance(last, int):
        if doc[last].text[-1] not in _ENDS:
            return False
        if len(doc[last]) > 1 and doc[last].text[0] not in _ENDS:  # an abbreviation, "X." or "U.S."
            return isinstance(item, Slot) and _is_sentence(doc, item)
        if isinstance(item, Slot):
            return True
        title = len(items) > 1 and last > 0 and doc[last - 1].text.istitle() and len(doc[last - 1]) < 5
        if title and not doc[last - 1].ent_type_ and doc[item].ent_type_ == "PER":
            return False  # "Del. Jane Roe", where the tokeniser doesn't know the title
        if not doc[item].text[0].isupper() and not doc[item].is_sent_start:
            return False  # "Union No. | 1"
        return doc[item].text not in _LEANS_ON
    if last.quotation.end - last.quotation.start < 2:
        return False
    ending = _ending(doc, last)
    if ending not in _ENDS:
        return False
    if isinstance(item, Slot):
        return True
    token = doc[item]
    if token.text in _LEANS_ON or token.text[0] in _ENDS or not token.text[0].isupper():
        return False
    return ending not in "?!" or _is_led_in(doc, items)


def _is_led_in(doc: Doc, items: Sequence[Item]) -> bool:
    """Tell a last quotation that its own sentence gives to somebody: X answered, "…"."""
    own = [item for item in items[:-1] if isinstance(item, int)]
    if not own or own[-1] != items[-2] or doc[own[-1]].text not in {",", ":"}:
        return False
    return any(cue_strength(doc[i].text) is CueStrength.SAY for i in own)


def _is_sentence(doc: Doc, slot: Slot) -> bool:
    """Tell a sentence by its capital and its stop."""
    first = next((token for token in doc[slot.first : slot.last] if token.text[0].isalnum()), None)
    return first is not None and first.text[0].isupper() and _ending(doc, slot) in ".,?!…"


def _ending(doc: Doc, slot: Slot) -> str:
    """Give the last character of the words in a quotation, nested marks left out."""
    for token in reversed(doc[slot.first : slot.last]):
        word = token.text.rstrip("\"'”’»“` \n")
        if word:
            return word[-1]
    return ""

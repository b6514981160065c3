"""Where quotation marks open and close: pure text, one paragraph at a time, in linear time.

Marks of two families are told apart: double ones (curly, straight, ``…'', «…», „…“, 「…」) and single ones,
that look like apostrophes. A mark opens or closes by what stands around it, by its shape where that is not
enough, and by what is open where even the shape says nothing (straight marks). What is opened and never
closed ends with its paragraph, if nothing inside it says that the mark was a stray one.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from reader.analysis.speech.turns import find_turns
from reader.article import Paragraph

_DOUBLE = '“”„‟"«»″「」『』'
_SINGLE = "'‘’‚"
_INNER_END = r"(?<=[\w.,;:!?…])'(?=''(?![\w']))"  # the first of three that end words in words
_MARK = re.compile(rf"{_INNER_END}|``|''|[{_DOUBLE}]|(?<!\w)[{_SINGLE}]|[{_SINGLE}](?!\w)")
_OPENS = {"「", "『", "“", "„", "‟", "«", "``", "‘", "‚"}
_STRAIGHT = {'"', "″", "''", "'"}
_BEFORE_OPEN = frozenset("([{<—–-/…=*_|")
_AFTER_CLOSE = frozenset(".,;:!?)]}>—–-/…*_|")
_STOPS = frozenset(".,:;!?")
_INCHES = ('"', "″", "''")
_WORD = re.compile(r"\w")
_LONGEST_RUN = 6
_BARE_PARAGRAPHS = 3  # how many paragraphs without any mark an open quotation may run through

_LISTS = tomllib.loads((files("reader.analysis.data") / "cues.toml").read_text("utf-8"))["apostrophes"]
_ELIDED_START = re.compile(rf"['‘’](?:\d\d(?:s|\b)|(?:{'|'.join(_LISTS['before'])})\b)", re.IGNORECASE)
_NO_OWNER = re.compile(rf" (?:{'|'.join(_LISTS['behind'])})\b")
_ELIDED_END = re.compile(rf"(?:[sxz]|[a-z]in|\b(?:{'|'.join(_LISTS['after'])}))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks in one paragraph; `start` and `end` leave the marks and blanks out.

    The words of a turn ("Name: …") are one too. `outer_start` and `outer_end` take the marks in. `depth`
    counts the quotations around this one. A quotation that `continues` goes on with the one of the paragraph
    before; one that is not `closed` ends with its paragraph for want of a mark. `single` tells British marks
    from double ones.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    depth: int = 0
    single: bool = False
    closed: bool = True
    continues: bool = False
    turn: bool = False


@dataclass(slots=True)
class _Mark:
    """One mark in its place: `role` is -1 (closes), 1 (opens) or 0 (what is open decides)."""

    start: int
    end: int
    shape: str
    single: bool
    role: int
    doubtful: bool = False  # may be an apostrophe at the end of a word
    then: int | None = None  # the role of the next mark of this family that is not doubtful, if any is left


@dataclass(slots=True)
class _Open:
    """A quotation being read. `usable` turns false where its mark proves to be a stray one."""

    mark: _Mark
    parent: "_Open | None" = None
    close: _Mark | None = None
    usable: bool = True
    holds_twin: bool = False  # a closed quotation in marks of the very same shape
    depth: int = 0


def find_quotations(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """Find every quotation of `text`, sorted by start, an outer one before those inside it.

    Quotations of one depth never overlap; a nested one lies wholly inside the one around it.
    """
    marks = [_marks(text, paragraph) for paragraph in paragraphs]
    found: list[Quotation] = []
    carried: Quotation | None = None  # left open by a paragraph before
    bare: list[int] = []  # the paragraphs since then, if they have no marks at all
    for index, (paragraph, here) in enumerate(zip(paragraphs, marks, strict=True)):
        following = marks[index + 1] if index + 1 < len(marks) else []
        goes_on = bool(following) and following[0].start == paragraphs[index + 1].start
        again = following[0].single if goes_on and following[0].role >= 0 else None
        opened, stray = _match(text, here, paragraph, again)
        if carried and not here and len(bare) < _BARE_PARAGRAPHS:
            bare.append(index)
            continue
        quotations = _kept(text, opened, paragraph, index)
        tail = _trimmed(text, paragraph.start, stray.start) if stray else None
        if carried and stray and tail and stray.single == carried.single:
            # The opening mark was not repeated: the quotation runs from there to here.
            for each in bare:
                whole = _trimmed(text, paragraphs[each].start, paragraphs[each].end)
                if whole:
                    found.append(
                        Quotation(*whole, *whole, each, 0, stray.single, closed=False, continues=True)
                    )
            quotations.insert(0, Quotation(*tail, tail[0], stray.end, index, 0, stray.single, continues=True))
        elif (
            carried
            and not bare
            and quotations
            and quotations[0].outer_start == paragraph.start
            and quotations[0].single == carried.single
        ):
            quotations[0] = replace(quotations[0], continues=True)
        found += quotations
        outer = [q for q in quotations if not q.depth]
        carried = outer[-1] if outer and not outer[-1].closed else None
        bare = []
    return _with_turns(text, paragraphs, found)


def _with_turns(text: str, paragraphs: Sequence[Paragraph], found: list[Quotation]) -> tuple[Quotation, ...]:
    """Add the turns of a conversation, whose words stand behind a name; marks in them are one deeper."""
    turns = find_turns(text, paragraphs)
    if not turns:
        return tuple(found)
    merged = [replace(each, depth=each.depth + (each.paragraph in turns)) for each in found]
    for index, start in turns.items():
        words = _trimmed(text, start, paragraphs[index].end)
        if words:
            merged.append(Quotation(*words, *words, index, turn=True))
    return tuple(sorted(merged, key=lambda each: (each.start, -each.end)))


def _marks(text: str, paragraph: Paragraph) -> list[_Mark]:
    """Read the marks of a paragraph and say which way each one looks."""
    spans = [m.span() for m in _MARK.finditer(text, paragraph.start, paragraph.end)]
    marks: list[_Mark] = []
    run_start = 0
    for i, (start, end) in enumerate(spans):
        if i and spans[i - 1][1] != start:
            run_start = i
        if i + 1 < len(spans) and spans[i + 1][0] == end:
            continue
        # A run of marks ("‘) has one context: what stands before its first and after its last.
        before = text[spans[run_start][0] - 1] if spans[run_start][0] > paragraph.start else ""
        after = text[end] if end < paragraph.end else ""
        if i - run_start >= _LONGEST_RUN or (i > run_start and (before + after).isspace()):
            continue  # a line drawn with marks, or an empty quotation
        for a, b in spans[run_start : i + 1]:
            mark = _mark(text, a, b, before, after)
            if mark:
                marks.append(mark)
    last: dict[bool, int] = {}
    for mark in reversed(marks):
        mark.doubtful = mark.single and mark.role < 1 and _may_be_apostrophe(text, mark)
        mark.then = last.get(mark.single)
        if not mark.doubtful or mark.then is None:
            last[mark.single] = 0 if mark.doubtful else mark.role
    return marks


def _mark(text: str, start: int, end: int, before: str, after: str) -> _Mark | None:
    shape = text[start:end]
    single = shape in _SINGLE
    opens = not before or before.isspace() or before in _BEFORE_OPEN
    closes = not after or after.isspace() or after in _AFTER_CLOSE
    if single and (not (opens or closes) or _ELIDED_START.match(text, start)):
        return None
    if not before or not after:
        role = 1 if after else -1 if before else 0
    elif opens != closes:
        role = 1 if opens else -1
    elif shape in _STRAIGHT or (not opens and before in _STOPS):
        role = 0
    else:
        role = 1 if shape in _OPENS else -1
    if single and role == 1 and shape == "’":
        return None  # an apostrophe that starts a word never opens a quotation
    return _Mark(start, end, shape, single, role)


def _match(
    text: str, marks: list[_Mark], paragraph: Paragraph, again: bool | None
) -> tuple[list[_Open], _Mark | None]:
    """Pair the marks of a paragraph.

    `again` tells whether the next paragraph starts with a single (True) or a double (False) mark that may
    open. Gives what was opened, in order, and the mark that closes nothing of this paragraph, if it is the
    first one.
    """
    opened: list[_Open] = []
    stack: list[_Open] = []
    count = {True: 0, False: 0}
    stray: _Mark | None = None
    for mark in marks:
        is_open = count[mark.single] > 0
        if _is_inches(text, mark, is_open) or _is_apostrophe(mark, again):
            continue
        if mark.role == 1 or (mark.role == 0 and not is_open):
            stack.append(_Open(mark, stack[-1] if stack else None))
            opened.append(stack[-1])
            count[mark.single] += 1
        elif is_open and (stack[-1].mark.single == mark.single or mark.then != -1):
            while stack[-1].mark.single != mark.single:
                stack[-1].usable = False
                count[stack.pop().mark.single] -= 1
            quotation = stack.pop()
            quotation.close = mark
            count[mark.single] -= 1
            for outer in stack[-1:]:
                outer.holds_twin = outer.holds_twin or outer.mark.shape == quotation.mark.shape
        elif not opened and stray is None:
            stray = mark
    unclosed = False
    for quotation in stack:
        quotation.usable = (
            not unclosed
            and not quotation.holds_twin
            and _may_lack_close(text, quotation.mark, paragraph, again)
        )
        unclosed = unclosed or quotation.usable
    return opened, stray


def _may_lack_close(text: str, mark: _Mark, paragraph: Paragraph, again: bool | None) -> bool:
    """Tell an utterance whose last mark is missing, or stands paragraphs later, from a stray mark."""
    if mark.single and again is not True:
        return False
    if again is mark.single or mark.start == paragraph.start:
        return True
    before = text[max(0, mark.start - 2) : mark.start]
    return before[:1] in _STOPS and before[1:] == " " and text[mark.end : mark.end + 1].isupper()


def _is_inches(text: str, mark: _Mark, is_open: bool) -> bool:
    """Tell 6'2" from the end of a quotation: nothing is open, or the next mark closes too."""
    if mark.role == 1 or mark.shape not in _INCHES or not text[max(0, mark.start - 1) : mark.start].isdigit():
        return False
    return not is_open or mark.then == -1


def _is_apostrophe(mark: _Mark, again: bool | None) -> bool:
    """Tell "the dogs’ bowls" from the end of a quotation: a better end follows, here or paragraphs later."""
    return mark.doubtful and (mark.then == -1 or (mark.then is None and again is True))


def _may_be_apostrophe(text: str, mark: _Mark) -> bool:
    following = text[mark.end : mark.end + 2]
    in_sentence = following[:1] == " " and following[1:].isalnum() and not _NO_OWNER.match(text, mark.end)
    before_end = following[:1] in _STOPS and following[1:] in _SINGLE  # waitin’.’
    if not in_sentence and not (following[1:] and before_end):
        return False
    return bool(_ELIDED_END.search(text, max(0, mark.start - 8), mark.start))


def _kept(text: str, opened: list[_Open], paragraph: Paragraph, index: int) -> list[Quotation]:
    """Turn what was opened into quotations with their depth; drop the strays and the empty ones."""
    found: list[Quotation] = []
    for each in opened:
        inside = _trimmed(text, each.mark.end, each.close.start if each.close else paragraph.end)
        markup = text[max(paragraph.start, each.mark.start - 1) : each.mark.start] == "="  # name="value"
        each.usable = each.usable and inside is not None and not markup
        parent = each.parent
        if parent:
            each.depth = parent.depth + parent.usable
        if each.usable and inside:
            outer_end = each.close.end if each.close else paragraph.end
            found.append(
                Quotation(
                    *inside,
                    each.mark.start,
                    outer_end,
                    index,
                    each.depth,
                    each.mark.single,
                    each.close is not None,
                )
            )
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Leave out the blanks at both ends; None if no word is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if _WORD.search(text, start, end) else None

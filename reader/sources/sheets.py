"""Printed sheets in a plain text, which form feeds part: their running titles and numbers are none of it."""

import re

from reader.sources.cleaning import letters_of

_NUMBER = re.compile(
    r"(?:page )?[–—-]? ?\d{1,4} ?[–—-]?(?: (?:of|/) \d{1,4})?|\[page \d{1,4}\]", re.IGNORECASE
)
_LONGEST = 100  # characters
_SENTENCE_ENDS = (".", "!", "?", ":", "”", '"')
_ON, _NEW = "\n", "\n\n"


def without_sheets(text: str) -> str:
    """Join the sheets of a text; lines at their edges go that are numbers, or the same on the next sheet."""
    sheets = [sheet.strip("\n").split("\n") for sheet in text.split("\f")]
    above = [_shape(sheet[0]) for sheet in sheets]
    below = [_shape(sheet[-1]) for sheet in sheets]
    parts: list[str] = []
    last = ""
    for i, sheet in enumerate(sheets):
        beside = [n for n in (i - 1, i + 1) if 0 <= n < len(sheets)]
        begin = _runs(sheet[0], [above[n] for n in beside])
        end = len(sheet) - (len(sheet) > 1 and _runs(sheet[-1], [below[n] for n in beside]))
        kept = "\n".join(sheet[begin:end]).strip("\n ")
        goes_on = kept[:1].islower() and not last.endswith(_SENTENCE_ENDS)
        parts += (_ON if goes_on else _NEW, kept)
        last = kept or last
    return "".join(parts).strip("\n")


def _runs(line: str, others: list[str]) -> bool:
    shape = _shape(line)
    return _NUMBER.fullmatch(line.strip()) is not None or (
        shape != "" and len(line) <= _LONGEST and shape in others
    )


def _shape(line: str) -> str:
    """Give a line without what differs from sheet to sheet."""
    return re.sub(r"\d+", "", letters_of(line))

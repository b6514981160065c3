"""What stands above an article: its headline, who wrote it, and when."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = (
    r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.+-]+Z?)?",
    rf"{_MONTH} {_DAY},? {_YEAR}",
    rf"{_DAY} {_MONTH},? {_YEAR}",
)
_BEFORE = (
    r"(?:(?P<label>(?:first |last )?(?:published|posted|updated|modified|date|issued)(?: on| at)?:?) )?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
)
_HOUR = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: \(?[a-z]{2,4}\)?(?:[+-]\d+)?)?"
_AFTER = rf"(?:(?:,| at| -| –|) {_HOUR})?\.?"
_BYLINE = re.compile(r"(?:By|BY|by):? +(?P<names>\S.*)")
_SMALL_WORDS = frozenset(
    (
        "al",
        "and",
        "at",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "du",
        "e",
        "el",
        "for",
        "ibn",
        "in",
        "la",
        "le",
        "of",
        "the",
        "van",
        "von",
        "y",
    )
)
_PARTS = re.compile(r" +[|·•] +")
_LONGEST_LINE = 120
_LONGEST_HEADLINE = 220
_HEAD = 6  # so many paragraphs can belong to the masthead


class Masthead(NamedTuple):
    """What was read off the top; `taken` are the indices of the paragraphs that it consumed."""

    headline: int | None
    byline: str | None
    published: str | None
    taken: frozenset[int]


def read_masthead(texts: list[str]) -> Masthead:
    """Find headline, byline and date among the first paragraphs of an article.

    Bylines and dates are taken only from lines that are nothing else. The headline is a first line that
    does not end like a sentence and has text below it.
    """
    byline: str | None = None
    dates: dict[bool, str] = {}  # by whether the label says that it is an update
    taken: set[int] = set()
    standfirst = False
    for i, text in enumerate(texts[:_HEAD]):
        credit = _credit(_PARTS.split(text)) if len(text) <= _LONGEST_LINE else None
        if credit is None:
            if text[-1] in ".”" and len(text) > _LONGEST_HEADLINE // 3:
                if standfirst:
                    break
                standfirst = True
            continue
        if credit.names is None and not credit.labelled and standfirst and i - 1 not in taken:
            continue  # below running text a bare date is the heading of a timeline
        if credit.names is not None and i == 0:
            continue  # above everything stands a headline: "By Land and Sea"
        taken.add(i)
        byline = byline or credit.names
        for line in credit.dates:
            dates.setdefault(line.updated, line.day)
    rest = [i for i in range(len(texts)) if i not in taken]
    if not rest:  # nothing but a date: then that is the text
        return Masthead(None, None, None, frozenset())
    headline = rest[0] if len(rest) > 1 and is_headline(texts[rest[0]]) else None
    return Masthead(headline, byline, dates.get(False) or dates.get(True), frozenset(taken))


def is_headline(text: str) -> bool:
    """Tell whether a first line can be a headline."""
    sentence = text[-1] in ".,;:…" or text.endswith((".”", '."', ".’", ",”", ',"'))
    return len(text) <= _LONGEST_HEADLINE and not sentence


class _DateLine(NamedTuple):
    updated: bool  #  it says when the article was last changed
    day: str  #       in ISO form
    labelled: bool  # it says that it is a date of publication


class _Credit(NamedTuple):
    names: str | None
    dates: tuple[_DateLine, ...]

    @property
    def labelled(self) -> bool:
        return any(day.labelled for day in self.dates)


def _credit(parts: Iterable[str]) -> _Credit | None:
    """Read a line whose every part is a byline or a date."""
    names: str | None = None
    dates: list[_DateLine] = []
    for part in parts:
        if day := date_line(part):
            dates.append(day)
        elif written_by := byline_names(part):
            names = written_by
        else:
            return None
    return _Credit(names, tuple(dates))


def byline_names(line: str) -> str | None:
    """Give the names of a line like "By Ann Lee and OMAR DIAZ, editors"; none if it is anything else."""
    found = _BYLINE.fullmatch(line)
    if found is None:
        return None
    names = found["names"].strip()
    words = names.split()
    if not 2 <= len(words) <= 14 or names[-1] in '!?:;”"' or not words[0][0].isupper():
        return None
    name, comma, _ = names.partition(", ")
    for word in name.split():
        if word[0].islower() and word not in _SMALL_WORDS:
            return None
    return names if not comma or name.count(" ") else None  # what follows the name is an office or a place


def date_line(line: str) -> _DateLine | None:
    """Read a line that is a date and nothing else but its label, weekday and hour."""
    if not any(char.isdigit() for char in line):
        return None
    for form in _DATES:  # compiled only here, which start-up would feel
        if found := re.fullmatch(_BEFORE + form + _AFTER, line, re.IGNORECASE):
            month = found["month"].lower()
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            try:
                day = date(int(found["year"]), number, int(found["day"])).isoformat()
            except ValueError:
                return None
            label = (found["label"] or "").lower()
            return _DateLine("updated" in label or "modified" in label, day, bool(label))
    return None

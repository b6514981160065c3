"""What stands above an article: its headline, who wrote it, and when."""

import re
from datetime import date
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?=\W|$|\d{1,2}:\d\d)"  # a copied page may run the day and the hour together
_DAY = r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = (
    r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.+-]+Z?)?",
    rf"\b{_MONTH} {_DAY},? {_YEAR}",
    rf"{_DAY} {_MONTH},? {_YEAR}",
)
_LABEL = r"(?:first |last )?(?:published|posted|updated|modified|date|issued)(?: on| at)?:?"
_HOUR = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)? ?(?:[ap]\.?m\b)?|\d{1,2} ?[ap]\.?m\b"
_ZONE = r"(?:[acempw][sd]?t|gmt|utc|bst|ist|jst|hkt|sgt|cest|eest|eet|msk|sast|aest|aedt|nz[sd]t|local time)"
# What may stand around the date in a line that says nothing else.
_AROUND = (
    rf"(?<![a-z])(?:{_LABEL}|at|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    rf"|{_HOUR}|{_ZONE}(?:[+-]\d{{1,2}}(?::?\d\d)?)?"
    r"|(?:an?|\d+) (?:min(?:ute)?|hour|hr|day|week)s? ago|\d+ min(?:ute)?s? read)(?=[\W\d]|updated|$)"
)
_BETWEEN = " ,.;|/·•()–—-"
_BYLINE = re.compile(r"(?:By|BY|by):? +(?P<names>\S.*)")
_words = str.split
_SMALL_WORDS = frozenset(
    _words("al and at bin da de del den der di du e el for ibn in la le of the van von y")
)
_NAME = r"[A-Z][^\W\d_]*(?:(?: |[’'-]|\. )[A-Z][^\W\d_]*){1,3}"
_NAMES = rf"{_NAME}(?:(?:, {_NAME})* (?:and|&) {_NAME})?"
_PLACE = r"[A-Z][^\W\d_]*(?: [A-Z][^\W\d_]*){0,2}"
_PARTS = re.compile(r" +[|·•/] +")
_LONGEST_LINE = 120
_LONGEST_HEADLINE = 220
_NEAR = 2  # so many lines below a byline its date may stand: who reported from where comes between
_HEAD = 8  # so many paragraphs can belong to the masthead


class Masthead(NamedTuple):
    """What was read off the top; `taken` are the indices of the paragraphs that it consumed."""

    headline: int | None
    byline: str | None
    published: str | None
    taken: frozenset[int]


def read_masthead(texts: list[str]) -> Masthead:
    """Find headline, byline and date among the first paragraphs of an article.

    Bylines and dates are taken only from lines that are nothing else, and names without a "By" only right
    above a date, where one of them begins with a given name. The headline is a first line that does not end
    like a sentence and has text below it.
    """
    bylines: list[str] = []
    dates: dict[bool, str] = {}  # by whether the label says that it is an update
    taken: set[int] = set()
    standfirst = False
    for i, text in enumerate(texts[:_HEAD]):
        credit = _credit(text) if len(text) <= _LONGEST_LINE else None
        if credit is None and i - 1 in taken and bylines and _is_affiliation(text):
            taken.add(i)
            continue
        if credit is None:
            if text[-1] in ".”" and len(text) > _LONGEST_HEADLINE // 3:
                if standfirst:
                    break
                standfirst = True
            continue
        near = i - max(taken, default=-_HEAD) <= _NEAR
        if credit.names is None and not credit.labelled and standfirst and not near:
            continue  # below running text a bare date is the heading of a timeline
        if credit.names is not None and i == 0:
            continue  # above everything stands a headline: "By Land and Sea"
        taken.add(i)
        if credit.names is not None:
            bylines.append(credit.names)
        for line in credit.dates:
            dates.setdefault(line.updated, line.day)
        above = i - 1
        if credit.dates and above > 0 and above not in taken:
            if re.fullmatch(_LABEL, texts[above], re.IGNORECASE):
                taken.add(above)
            elif not bylines and _are_people(texts[above]):
                taken.add(above)
                bylines.append(texts[above])
    rest = [i for i in range(len(texts)) if i not in taken]
    if not rest:  # nothing but a date: then that is the text
        return Masthead(None, None, None, frozenset())
    headline = rest[0] if len(rest) > 1 and is_headline(texts[rest[0]]) else None
    byline = next(iter(bylines), None)
    return Masthead(headline, byline, dates.get(False) or dates.get(True), frozenset(taken))


def _is_affiliation(line: str) -> bool:
    if len(line) > _LONGEST_LINE // 2:
        return False
    from reader.sources.bylines import is_affiliation  # only here: many articles have no byline

    return is_affiliation(line)


def _are_people(line: str) -> bool:
    """Tell whether a line is names, "in Kitwe" at most behind them, and one of them a person's.

    "Middle East" is a name too.
    """
    line = re.sub(rf" in {_PLACE}$", "", line)
    if not re.fullmatch(_NAMES, line):
        return False
    from reader.given_names import all_given_names

    given = (name.partition(" ")[0].lower() for name in re.split(", | and | & ", line))
    return any(name in all_given_names() for name in given)


def is_headline(text: str) -> bool:
    """Tell whether a first line can be a headline."""
    sentence = text[-1] in ".,;:…" or text.endswith((".”", '."', ".’", ",”", ',"'))
    return len(text) <= _LONGEST_HEADLINE and (not sentence or text.isupper())


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


def _credit(line: str) -> _Credit | None:
    """Read a line whose every part is a byline, a date, or the name of who publishes it."""
    names: str | None = None
    dates: list[_DateLine] = []
    for part in _PARTS.split(line):
        if days := _dates(part):
            dates += days
        elif written_by := byline_names(part):
            names = written_by
        elif not (dates and (_is_around(part) or re.fullmatch(_NAMES, part))):
            return None
    return _Credit(names, tuple(dates)) if names or dates else None


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


def date_line(line: str) -> str | None:
    """Give the day, in ISO form, of a line that is a date and nothing but its label, weekday and hour."""
    days = _dates(line)
    return days[0].day if days else None


def _dates(line: str) -> list[_DateLine]:
    if not any(char.isdigit() for char in line):
        return []
    # Compiled only here, which start-up would feel.
    forms = (list(re.finditer(form, line, re.IGNORECASE)) for form in _DATES)
    days: list[_DateLine] = []
    at = 0
    for found in next(filter(None, forms), []):
        before = line[at : found.start()].lower()
        day = _day(found)
        if day is None or not _is_around(before):
            return []
        label = re.search(_LABEL, before)
        updated = label is not None and ("updated" in label[0] or "modified" in label[0])
        days.append(_DateLine(updated, day, label is not None))
        at = found.end()
    return days if _is_around(line[at:]) else []


def _is_around(text: str) -> bool:
    """Tell whether a text says nothing that would not stand around a date."""
    return not re.sub(_AROUND, "", text, flags=re.IGNORECASE).strip(_BETWEEN)


def _day(found: re.Match[str]) -> str | None:
    month = found["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    try:
        return date(int(found["year"]), number, int(found["day"])).isoformat()
    except ValueError:
        return None

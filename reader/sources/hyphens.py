"""Words that were divided at the end of a line become whole again.

A hyphen there is either the typesetter's ("gov-/ernment") or the word's own ("well-/known"). The rest of the
text tells, if it has the word; else its first half, for few begin compounds that are written with a hyphen.
"""

import re

_words = str.split
_DIVIDED = r"(?<=[\w.])[-\u2010]\n+ *(\w+)(\S*) ?"
_LONGEST = 40  # characters of a first half
# What such compounds begin with, after the table of the Chicago Manual of Style (7.96 in its 18th edition).
_FIRST_HALVES = frozenset(
    _words(
        "anti cold cross deep early eight ex far fast few first five former four free full good great half"
        " hard heavy high home ill large late left light long low mid middle multi near new nine one open"
        " post pre pro quasi right second self semi seven short six small so soft ten third three top twenty"
        " two vice well wide world year"
    )
)


def whole(text: str, words: frozenset[str] | None = None) -> str:
    """Join the halves; the second moves up to the first, and the lines stay lines.

    `words` are those of the whole article (:func:`words_of`), where `text` is a part of it.
    """
    if "-\n" not in text and "\u2010\n" not in text:
        return text
    known = words_of(text) if words is None else words

    def joined(found: re.Match[str]) -> str:
        above = text[max(0, found.start() - _LONGEST) : found.start()]
        hyphen = "-" if _is_own(above.split()[-1], found[1], known) else ""
        return f"{hyphen}{found[1]}{found[2]}\n"

    return re.sub(_DIVIDED, joined, text)


def words_of(text: str) -> frozenset[str]:
    """Give the words of a text, in small letters."""
    return frozenset(re.findall(r"\w[\w’'-]*", text.lower()))


def _is_own(first: str, second: str, words: frozenset[str]) -> bool:
    """Tell whether the hyphen is the word's own."""
    start = first.lower().lstrip("“‘\"'(")
    if not start.isalpha() or not second.isalpha() or not second.islower():
        return True
    return start + second not in words and (f"{start}-{second}" in words or start in _FIRST_HALVES)

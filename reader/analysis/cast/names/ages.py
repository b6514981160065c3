"""The age that the words behind a name tell: "Roe, 47,", "Jane Roe (47)"."""

from spacy.tokens import Doc

from reader.analysis.lexicon.spelling import fold

_BETWEEN = frozenset({",", "(", "who", "is", "was", "now", "aged", "age", "then", "turned", "just", "only"})
_CLOSING = frozenset({",", ".", ";", ")"})
_REACH = 5  # words between a name and the age
_IN_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip


def told_age(doc: Doc, end: int) -> int:
    """The age behind a name that ends at `end`, or 0: "Roe, 47,", "Jane Roe (47)", "Roe, who is 47,"."""
    i = end
    while i + 1 < len(doc) and i < end + _REACH and fold(doc[i].text) in _BETWEEN:
        i += 1
    age = read_age(doc[i].text) if end < i < len(doc) else 0
    return age if age and (i + 1 == len(doc) or doc[i + 1].text in _CLOSING) else 0


def read_age(text: str) -> int:
    """The age that a number tells, in digits or in words below 20; 0 if none."""
    if fold(text) in _IN_WORDS:
        return _IN_WORDS.index(fold(text)) + 1
    return int(text) if text.isascii() and text.isdecimal() and 0 < len(text) < 4 and int(text) < 120 else 0

"""Datelines: the place, date and agency before a report's first sentence."""

from spacy.tokens import Doc

_DASHES = frozenset({"—", "―", "–", "--", "-"})
_LONGEST = 16  # tokens


def in_dateline(doc: Doc, index: int) -> bool:
    """Tell whether the token stands in a dateline: "HANOI, Sept. 4 (AP) -", "FRANKFURT/PARIS —"."""
    start = index
    while start > 0 and "\n" not in doc[start - 1].text:
        start -= 1
        if index - start > _LONGEST:
            return False
    return index < dateline_end(doc, start)


def dateline_end(doc: Doc, start: int) -> int:
    """The token of the dash that ends a dateline which begins a paragraph at `start`, or `start`."""
    second = doc[start + 1].text if start + 1 < len(doc) else ""
    long = len(doc[start].text) > 2 or (second.isalpha() and second.isupper())  # "LA PAZ, Bolivia"
    shouted = long and doc[start].text.isupper()
    bracketed = False
    for i in range(start, min(len(doc), start + _LONGEST)):
        token = doc[i]
        if token.text in _DASHES and i > start and doc[i - 1].whitespace_:
            only = i - start < 4 and "," not in doc[start:i].text  # "Lima — Peru's Congress …"
            again = any(doc[k].text in _DASHES for k in range(i + 1, min(len(doc), i + 30)))
            return i if shouted or (only and not again) else start
        if token.text in "()":
            bracketed = token.text == "("
        elif "\n" in token.text or not (bracketed or token.text[:1].isupper() or not token.is_alpha):
            break
    return start

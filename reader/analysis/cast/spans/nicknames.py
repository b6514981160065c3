"""Nicknames in marks, in a name or before one: "Robert C. “Bobby” Scott", "“Fast Eddie” Chambers"."""

from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import NameSpan, continues

_CLOSING = {"“": "”", "‘": "’", '"': '"', "(": ")"}
_QUOTES = frozenset({"”", '"'})
_LONGEST = 5  # tokens of a nickname, with both marks


def nicknamed(doc: Doc, one: NameSpan, two: NameSpan) -> NameSpan | None:
    """Give the whole of a name of which a nickname made two."""
    start = _opened(doc, one.start, one.end)
    if start is not None and two.start == one.end + 1 and continues(doc[two.start]):
        return replace(two, start=start, outer=start)  # "“Smokin' | Joe”| Barlow"
    closing = _CLOSING.get(doc[one.end].text, "")
    shut = next((i for i in range(one.end + 2, two.end) if doc[i].text == closing), len(doc))
    if shut - one.end >= _LONGEST or shut + 1 >= len(doc) or not continues(doc[shut + 1]):
        return None
    is_name = all(token.text[:1].isupper() for token in doc[one.end + 1 : shut])
    is_name = is_name and one.end < two.start < shut + 2
    return replace(one, end=max(two.end, shut + 2)) if is_name else None


def with_nickname(doc: Doc, span: NameSpan) -> NameSpan:
    """Begin a name where its nickname does: "“Fast | Eddie” Chambers"."""
    marks = [i for i in range(span.start, span.end) if doc[i].text in _QUOTES]
    if len(marks) != 1:
        return span
    shut = marks[0]
    opened = any(_CLOSING.get(doc[i].text) == doc[shut].text for i in range(span.start, shut))
    if opened or not span.start < shut < span.end - 1 or not continues(doc[shut + 1]):
        return span  # "Beatriz “Betty” Ocampo" is whole
    start = _opened(doc, span.start, shut)
    start = shut + 1 if start is None else start  # "“I love Ann,” | Roe sang"
    return replace(span, start=start, outer=start)


def _opened(doc: Doc, start: int, shut: int) -> int | None:
    """The mark, before `start`, that the one at `shut` closes, if nothing but a name lies between."""
    for i in range(start - 1, max(-1, shut - _LONGEST), -1):
        if _CLOSING.get(doc[i].text) == doc[shut].text:
            return i
        if not doc[i].text[:1].isupper() and doc[i].text not in ("'", "’"):
            return None  # but "“Smokin' Joe” Barlow"
    return None

"""Names that the words around prove where the model sees none: "Vancouver-based", "the airline BMI"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import COUNTRY_OR_CITY, GROUP, ORGANISATION, NameSpan, continues
from reader.analysis.datelines import dateline_end
from reader.analysis.lexicon.countries import peoples
from reader.analysis.lexicon.organisation_names import is_acronym
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import DAYS, MONTHS
from reader.analysis.lexicon.spelling import fold

_FROM = frozenset({"based", "born", "headquartered", "raised", "registered"})
_PRINTED = frozenset({"magazine", "newspaper", "daily", "weekly", "tabloid", "broadsheet"})
_FIRMS = frozenset({"giant", "ngo", "retailer", "carmaker", "startup", "start-up", "nonprofit"})
_OPENING, _CLOSING = frozenset("“\"‘'"), frozenset("”\"’'")


def evident(doc: Doc, marks: bytearray) -> Iterator[NameSpan]:
    """Give names among the tokens that `marks` leaves out; whoever takes one marks it."""
    for find, label in _RULES:
        for start, end in find(doc, marks):
            yield NameSpan(start, end, label, start)


def _bases(doc: Doc, marks: bytearray) -> Iterator[tuple[int, int]]:
    """Where somebody or something is from: "a Vancouver-based firm", "the Cape Town-born poet"."""
    for end in range(1, len(doc) - 1):
        if doc[end].text not in ("-", "–") or fold(doc[end + 1].text) not in _FROM or marks[end - 1]:
            continue
        start = end
        while start and end - start < 3 and doc[start - 1].pos_ == "PROPN" and not marks[start - 1]:
            if start < end and not (continues(doc[start]) and doc[start - 1].dep_ in ("compound", "flat")):
                break
            start -= 1
        if start < end and doc[start].text[:1].isupper():
            yield start, end


def _called(doc: Doc, marks: bytearray) -> Iterator[tuple[int, int]]:
    """What is called a body right before or behind: "the airline BMI", "the “Bild” newspaper"."""
    for token in doc:
        if token.pos_ != "NOUN" or not token.text.islower():
            continue
        if fold(token.text) in _PRINTED:
            end = token.i - (doc[token.i - 1].text in _CLOSING)
            start = end
            while start and end - start < 3 and not marks[start - 1] and _is_proper(doc, start - 1):
                start -= 1
            quoted = end == token.i or (start > 0 and doc[start - 1].text in _OPENING)
            if (
                start < end
                and quoted
                and not (doc[start].is_sent_start and end - start == 1 and end == token.i)
            ):
                yield start, end
        elif fold(token.text) in organisations().nominals | _FIRMS:
            start = end = token.i + 1
            while end < len(doc) and end - start < 3 and not marks[end] and _is_proper(doc, end):
                end += 1
            if (
                start < end
                and fold(doc[start].text) not in DAYS | MONTHS
                and not (end < len(doc) and marks[end])
            ):
                yield start, end


def _published(doc: Doc, marks: bytearray) -> Iterator[tuple[int, int]]:
    """Where something is printed, and which paper is told: "published in Nature", "told The Athletic"."""
    for i in range(1, len(doc) - 1):
        printed = fold(doc[i].text) == "in" and fold(doc[i - 1].text) in ("published", "printed")
        told = doc[i].text == "The" and fold(doc[i - 1].text) in ("told", "tells", "telling")
        start = end = i + 1
        while end < len(doc) and end - start < 3 and not marks[end] and continues(doc[end]):
            end += 1
        ends = start < end and not (end < len(doc) and (marks[end] or continues(doc[end])))
        if (printed or told) and ends and fold(doc[start].text) not in DAYS | MONTHS:
            yield start, end


def _is_proper(doc: Doc, index: int) -> bool:
    token = doc[index]
    return token.text[:1].isupper() and token.pos_ == "PROPN" and not token.is_sent_start


def _lettered(doc: Doc, marks: bytearray) -> Iterator[tuple[int, int]]:
    """Letters in brackets behind a name: "the Dutch Safety Board (OVV)"."""
    for i in range(2, len(doc) - 1):
        opened, closed = doc[i - 1].text == "(", doc[i + 1].text == ")"
        if (
            opened
            and closed
            and not marks[i]
            and is_acronym(doc[i].text)
            and marks[i - 2]
            and len(doc[i]) > 2
        ):
            yield i, i + 1


def is_chamber(doc: Doc, index: int) -> bool:
    """Tell "the Presidency" and "the Knesset" from the first word of a longer name: "the House of Lords"."""
    word, lists = fold(doc[index].text), organisations()
    known = word in lists.chambers or word in lists.parliaments
    if not known or not index or fold(doc[index - 1].text) != "the":
        return False
    after = doc[index + 1] if index + 1 < len(doc) else None
    return after is None or not (after.text[:1].isupper() or after.text in ("of", "for"))


def _datelines(doc: Doc, marks: bytearray) -> Iterator[tuple[int, int]]:
    """The town before a report: "CONAKRY, Nov 18 (AP) -"."""
    for start, token in enumerate(doc):
        is_first = start == 0 or "\n" in doc[start - 1].text
        if not (is_first and token.text.isupper() and token.is_alpha and len(token) > 3) or marks[start]:
            continue
        if dateline_end(doc, start) > start:
            yield start, next(i for i in range(start, len(doc)) if not doc[i].text.isupper() or marks[i])


def _peoples(doc: Doc, marks: bytearray) -> Iterator[tuple[int, int]]:
    """Peoples whose names are nothing else: "the first Chewa to sit on the bench"."""
    for token in doc:
        if token.text[:1].isupper() and not marks[token.i] and fold(token.text) in peoples():
            yield token.i, token.i + 1


_RULES = (
    (_peoples, GROUP),
    (_bases, COUNTRY_OR_CITY),
    (_datelines, COUNTRY_OR_CITY),
    (_called, ORGANISATION),
    (_lettered, ORGANISATION),
    (_published, ORGANISATION),
)

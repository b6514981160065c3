"""From the model's entities to clean spans of names: the borders and the labels repaired where that is safe.

A model's spans are raw: they lack titles, keep a possessive, split "Korean | Central News Agency" and call
"Kim Il-sung Square" a person. What is repaired here is repaired by what stands in the text, never by who
is known to exist.
"""

import unicodedata
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from reader.analysis.cast.spans.borders import settled
from reader.analysis.cast.spans.halves import joined
from reader.analysis.cast.spans.repairs import is_before_state, repaired
from reader.analysis.cast.spans.spans import LABELS, ORGANISATION, PERSON, NameSpan, bare, is_named_an
from reader.analysis.cast.spans.titling import with_title
from reader.analysis.lexicon.countries import lookup
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles

_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those"})


def name_spans(doc: Doc, headlines: list[tuple[int, int]]) -> list[NameSpan]:
    """Read the entities of `doc`: trimmed, relabelled, joined, with titles; sorted, without overlaps."""
    spans: list[NameSpan] = []
    for first, last, label in _entities(doc):
        for start, end in _pieces(doc, first, last, label):
            span = repaired(doc, NameSpan(start, end, label, start))
            if span is None:
                continue
            if spans and (one := joined(doc, spans[-1], span)):
                spans[-1] = one
            elif not spans or span.start >= spans[-1].end:
                spans.append(span)
    spans = settled(doc, spans, headlines)
    return [with_title(doc, span, spans[i - 1].end if i else 0) for i, span in enumerate(spans)]


def _entities(doc: Doc) -> list[tuple[int, int, str]]:
    """The entities of the model in our terms; of bodies that touch, one: "First | Quantum Minerals"."""
    found: list[tuple[int, int, str]] = []
    for ent in doc.ents:
        if label := LABELS.get(ent.label_):
            touches = found and label == ORGANISATION and found[-1][1:] == (ent.start, ORGANISATION)
            touches = touches and doc[found[-1][0]].text[:1].isupper()
            found.append((found.pop()[0] if touches else ent.start, ent.end, label))
    return found


def _pieces(doc: Doc, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """Cut a span at line breaks and long dashes ("LIMA — Peru"), and trim the pieces, if they are names."""
    first = start
    for i in range(start, end + 1):
        parts = i == end or "\n" in doc[i].text or _is_dash(doc, i) or is_before_state(doc, i)
        parts = parts or (doc[i].text == "/" and bool(lookup(doc[first:i].text)))  # "LIMA/QUITO"
        if parts or (label == PERSON and first < i and _is_verb(doc[i])):  # "Okoro | rang | Ruth"
            if trimmed := _trimmed(doc, first, i, label):
                yield trimmed
            first = i + 1


def _is_dash(doc: Doc, index: int) -> bool:
    """Tell a dash between names from a hyphen in one: "SAN FRANCISCO - Nimbus AI"."""
    text = doc[index].text
    spaced = index > 0 and doc[index - 1].whitespace_ and doc[index].whitespace_
    return text in ("—", "―", "--") or (text in ("-", "–") and bool(spaced))


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.text.islower() and bare(token) not in titles().particles


def _trimmed(doc: Doc, start: int, end: int, label: str) -> tuple[int, int] | None:
    while start < end and (_is_determiner(doc, start) or not doc[start].text[:1].isalnum()):
        start += 1
    if start and label in (ORGANISATION, PERSON) and is_named_an(doc, start - 1):
        start -= 1
    while start < end and (
        doc[end - 1].text in _POSSESSIVE or not any(c.isalnum() or c == "." for c in doc[end - 1].text)
    ):
        end -= 1
    if "(" in doc[start:end].text and end < len(doc) and doc[end].text == ")":
        end += 1  # "JD(U)"
    text = doc[start:end].text
    if not any(c.isupper() or (c.isalpha() and c.lower() == c.upper()) for c in text):
        return None
    if any(unicodedata.category(c) == "Sc" for c in text):
        return None  # "GH¢3.1"
    words = fold(text).strip(".")
    if len(words) < 2 and words.isascii() and label != PERSON:
        return None  # "(D)", of a party
    alone = end - start == 1 and words not in titles().given
    is_title = (
        alone
        and (  # or "Sens. Ruth Castellano and Boyd Pruitt"
            (label == PERSON and words in titles().heads)
            or words in titles().honorifics
            or (words[:-1] in titles().abbreviated and doc[start].text[1:].islower() and words.endswith("s"))
        )
    )
    if (is_title or words in organisations().never) and text not in ("US", "U.S.", "WHO"):
        return (start, end) if label == PERSON and _is_surname(doc, start) else None
    return start, end


def _is_determiner(doc: Doc, index: int) -> bool:
    return fold(doc[index].text) in _DETERMINERS and not is_named_an(doc, index)


def _is_surname(doc: Doc, index: int) -> bool:
    """Tell a family name from a word that is no name by itself: "Mr. King", Larry King."""
    if index and bare(doc[index - 1]) in titles().honorifics:
        return True
    before = (doc[i - 1] for i in range(1, len(doc)) if doc[i].text == doc[index].text)
    return any(token.ent_type_ and LABELS.get(token.ent_type_) == PERSON for token in before)


def title_lines(doc: Doc) -> list[tuple[int, int]]:
    """Paragraphs set in Title Case or in CAPITALS, as token ranges: there a capital tells no name."""
    found, start = [], 0
    for i in range(len(doc) + 1):
        if i < len(doc) and "\n" not in doc[i].text:
            continue
        words = [token.text for token in doc[start:i] if token.text.isalpha()]
        long = [word for word in words if len(word) > 3]
        if (
            len(words) > 3
            and doc[i - 1].text != "."
            and sum(w[:1].isupper() for w in long) > 0.75 * len(long)
        ):
            found.append((start, i))
        start = i + 1
    return found

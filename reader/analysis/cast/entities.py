"""From the model's entities to clean spans of names: the borders and the labels repaired where that is safe.

A model's spans are raw: they lack titles, keep a possessive, split "Korean | Central News Agency" and call
"Kim Il-sung Square" a person. What is repaired here is repaired by what stands in the text, never by who
is known to exist.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from reader.analysis.cast.borders import is_body_of, joined, settled
from reader.analysis.cast.countries import lookup
from reader.analysis.cast.lexicon import nouns, organisations, titles
from reader.analysis.cast.names import fold
from reader.analysis.cast.phrases import is_plural, singular
from reader.analysis.cast.spans import (
    COUNTRY_OR_CITY,
    GROUP,
    LABELS,
    ORGANISATION,
    PERSON,
    PLACE,
    NameSpan,
    bare,
    continues,
)
from reader.analysis.cast.titling import with_title
from reader.given_names import given_names

_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def name_spans(doc: Doc, headlines: list[tuple[int, int]]) -> list[NameSpan]:
    """Read the entities of `doc`: trimmed, relabelled, joined, with titles; sorted, without overlaps."""
    spans: list[NameSpan] = []
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        if label is None:
            continue
        for start, end in _pieces(doc, ent.start, ent.end):
            span = _repaired(doc, NameSpan(start, end, label, start))
            if span is None:
                continue
            if spans and (one := joined(doc, spans[-1], span)):
                spans[-1] = one
            elif not spans or span.start >= spans[-1].end:
                spans.append(span)
    spans = settled(doc, spans, headlines)
    return [with_title(doc, span, spans[i - 1].end if i else 0) for i, span in enumerate(spans)]


def _pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a span at line breaks and long dashes ("LIMA — Peru"), and trim the pieces, if they are names."""
    first = start
    for i in range(start, end + 1):
        if i == end or "\n" in doc[i].text or _is_dash(doc, i):
            if trimmed := _trimmed(doc, first, i):
                yield trimmed
            first = i + 1


def _is_dash(doc: Doc, index: int) -> bool:
    """Tell a dash between names from a hyphen in one: "SAN FRANCISCO - Nimbus AI"."""
    text = doc[index].text
    place = doc[index - 1] if index else None
    ends = place is not None and place.whitespace_ and place.text.isupper()
    return text in ("—", "--") or (text in ("-", "–") and bool(ends))


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (fold(doc[start].text) in _DETERMINERS or not doc[start].text[:1].isalnum()):
        start += 1
    while start < end and (
        doc[end - 1].text in _POSSESSIVE or not any(c.isalnum() or c == "." for c in doc[end - 1].text)
    ):
        end -= 1
    if "(" in doc[start:end].text and end < len(doc) and doc[end].text == ")":
        end += 1  # "JD(U)"
    text = doc[start:end].text
    if not any(c.isupper() or (c.isalpha() and c.lower() == c.upper()) for c in text):
        return None
    words = fold(text).strip(".")
    if words in organisations().never and text not in ("US", "U.S.", "WHO"):
        return None
    return start, end


def _repaired(doc: Doc, span: NameSpan) -> NameSpan | None:
    """Take a name inside a longer name for what the longer one is; drop things that are no actors."""
    end, label, lists = span.end, span.label, organisations()
    if label != PERSON and end == span.start + 1 and _is_common(doc, span.start):
        return None
    if label != PERSON and is_partisan(doc, span):
        return None
    if (
        label == PERSON
        and bare(doc[end - 1]) in titles().particles
        and end < len(doc)
        and continues(doc[end])
    ):
        end += 1  # "Marijke van" goes on
        span = replace(span, end=end)
    if label == PERSON and any(fold(token.text) in ("and", "&") for token in doc[span.start : end]):
        label, span = ORGANISATION, replace(span, label=ORGANISATION)  # "Ernst and Young"
    if label == PERSON:
        start = span.start
        while start + 1 < end and doc[start].text.islower() and bare(doc[start]) not in titles().particles:
            start += 1  # "telly Tamsin"
        start = _without_acronyms(doc, _with_given(doc, start), end)
        while end - 1 > start and (doc[end - 1].text in titles().courtesies or doc[end - 1].text == "-"):
            end -= 1  # "Sinha ji"
        if end - 1 > start and doc[end - 1].text.islower() and doc[end - 1].pos_ == "NOUN":
            return replace(span, end=end - 1, label=COUNTRY_OR_CITY)  # "an Oamaru | shearer"
        end = _suffixed(doc, _hyphenated(doc, start, end))
        span = replace(span, start=start, end=end, outer=start)
        if _is_firm(doc, start, end) or _is_acronym(doc, start, end):
            label = ORGANISATION
    if (
        end + 1 < len(doc)
        and bare(doc[span.start]) in ("st", "saint")
        and doc[end].text in _POSSESSIVE
        and continues(doc[end + 1])
    ):
        end += 2  # "St Colman's Hospital"
    while (
        end < len(doc)
        and continues(doc[end])
        and fold(doc[end].text) in lists.bodies | lists.places | lists.things
        and not (end + 1 < len(doc) and continues(doc[end + 1]) and bare(doc[end + 1]) in titles().heads)
    ):
        end += 1  # but not "Frio County | District Attorney"
    last = fold(doc[end - 1].text)
    if label == PERSON and (end - span.start > 1):
        if last in lists.things:
            return None
        if last in lists.bodies | lists.trades and (end > span.end or not _is_given(doc, span)):
            label = ORGANISATION
        elif last in lists.places and (
            end > span.end or last in ("square", "street", "airport", "avenue", "stadium", "bridge")
        ):
            label = PLACE
    elif end > span.end and label in (GROUP, COUNTRY_OR_CITY, PLACE):
        if last in lists.things:
            end = span.end  # "the Korean War": Korean stays a demonym
        elif last in lists.bodies and not lookup(doc[span.start : span.end].text):
            label = ORGANISATION
        elif label == GROUP or last not in lists.places:
            end = span.end
        elif lookup(doc[span.start : span.end].text):
            label = PLACE
    elif label == ORGANISATION and last in lists.things:
        return None
    span = replace(span, end=end, label=label)
    return replace(span, label=ORGANISATION) if is_body_of(doc, span) else span


def _is_common(doc: Doc, index: int) -> bool:
    """Tell a plural that only a sentence's start gives a capital: "Jurors deliberated", "Dockers voted"."""
    token = doc[index]
    word = fold(token.text)
    opens = bool(token.is_sent_start) or (index > 0 and doc[index - 1].text in ("—", "–", "-", "--", ":"))
    if singular(word) in organisations().partisans:
        return False
    if is_plural(word):
        return token.pos_ == "NOUN" or (opens and word not in organisations().clubs)
    plural = opens and word.endswith("s") and not token.text.isupper()
    return plural and any(other.text == word for other in doc)


def is_partisan(doc: Doc, span: NameSpan) -> bool:
    """Tell one of a party from the party: "a Democrat", "a Louisiana Republican"."""
    noun = doc[span.end - 1]
    if noun.dep_ == "amod" or fold(noun.text) not in organisations().partisans:
        return False
    before = [doc[span.start - 1]] if span.start else []
    return any(word.lower_ in ("a", "an") for word in [*before, *noun.children])


def _with_given(doc: Doc, start: int) -> int:
    """Where a name begins whose first word the model took for another: "Blessing | Adeleke"."""
    before = doc[start - 1] if start else None
    if before is None or not before.whitespace_ or not before.text[:1].isupper() or not before.is_alpha:
        return start
    word, lists = bare(before), titles()
    apposed = start > 1 and doc[start - 2].text == "," and start + 1 < len(doc) and doc[start + 1].text == ","
    if word in _DAYS and apposed:
        return start - 1  # "a driver, Sunday Ogunleye, said"
    if word in lists.virtues and before.pos_ in ("NOUN", "PROPN", "ADJ"):
        return start - 1
    is_name = before.pos_ == "PROPN" and doc[start].dep_.startswith("flat") and doc[start].head.i == start - 1
    known = word in lists.heads | lists.before | lists.honorifics.keys() | organisations().never
    return start - 1 if is_name and not known and not nouns().is_person(word) and not lookup(word) else start


def _without_acronyms(doc: Doc, start: int, end: int) -> int:
    """Where a name begins after the acronyms of a body and an office: "NDRF DG | Piyush Anand"."""
    at = start
    while at < end and doc[at].text.isupper() and doc[at].is_alpha and len(doc[at].text) > 1:
        at += 1
    is_body = at > start and len(doc[start].text) > 2 and bare(doc[start]) not in titles().family_first
    return at if is_body and end - at > 1 else start


def _is_acronym(doc: Doc, start: int, end: int) -> bool:
    """Tell "PENGASSAN" from a person, but not in a line of capitals."""
    word = doc[start].text
    if (
        end - start > 1
        or len(word) < 4
        or not (word.isalpha() and word.isupper())
        or _is_personal(doc[start])
    ):
        return False
    around = [t.text for t in doc[max(0, start - 3) : end + 3] if t.is_alpha and t.i != start and len(t) > 2]
    return bool(around) and not any(text.isupper() for text in around)


def _is_firm(doc: Doc, start: int, end: int) -> bool:
    """Tell "ABN Amro" from a person: an acronym and no given name."""
    if end - start != 2 or not doc[start].text.isupper() or doc[start + 1].text.isupper():
        return False
    word = bare(doc[start])
    spoken = len(word) > 2 and bool(set(word) & set("aeiou"))  # "VVS Laxman" has initials
    known = _is_personal(doc[start]) or _is_personal(doc[start + 1])
    return spoken and doc[start].is_alpha and not known


def _is_personal(token: Token) -> bool:
    """Tell a given name, or a family name that may stand first."""
    word = bare(token)
    return word in given_names() or word in titles().family_first


def _hyphenated(doc: Doc, start: int, end: int) -> int:
    """Complete "Kim Jong|-un" and "Kim| Il-sung": given names after a family name that stands first."""
    if bare(doc[start]) not in titles().family_first:
        return end
    for at in (end, end + 1):
        if (
            at + 1 < len(doc)
            and doc[at].text in ("-", "‑")
            and not doc[at - 1].whitespace_
            and not doc[at].whitespace_
        ):
            given = doc[at - 1].text[:1].isupper() and at - 1 > start
            short = doc[at + 1].text.isalpha() and len(doc[at + 1].text) <= 5
            return at + 2 if given and short else end
        if at >= len(doc) or not doc[at].text[:1].isupper():
            break
    return end


def _suffixed(doc: Doc, end: int) -> int:
    """Add the suffix and its point: "Boykin, Jr.", "Boykin Sr"."""
    at = end + 1 if end < len(doc) and doc[end].text == "," else end
    if at < len(doc) and bare(doc[at]) in ("jr", "sr") and doc[at].text[:1].isupper():
        end = at + 1
    is_suffix = bare(doc[end - 1]) in ("jr", "sr")
    return end + 1 if is_suffix and end < len(doc) and doc[end].text == "." else end


def _is_given(doc: Doc, span: NameSpan) -> bool:
    first = doc[span.start].text
    return fold(first) in given_names() and not first.isupper()  # "RIA Novosti"


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

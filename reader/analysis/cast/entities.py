"""From the model's entities to clean spans of names: the borders and the labels repaired where that is safe.

A model's spans are raw: they lack titles, keep a possessive, split "Korean | Central News Agency" and call
"Kim Il-sung Square" a person. What is repaired here is repaired by what stands in the text, never by who
is known to exist.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.borders import is_body_of, settled
from reader.analysis.cast.countries import lookup, states
from reader.analysis.cast.halves import joined
from reader.analysis.cast.lexicon import nouns, organisations, regions, titles
from reader.analysis.cast.names import fold, means_party
from reader.analysis.cast.people import has_given, person_span
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

_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_FAMILIES = frozenset({"steel", "pictures", "homes"})  # of the trades, those that are families too
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those"})


def name_spans(doc: Doc, headlines: list[tuple[int, int]]) -> list[NameSpan]:
    """Read the entities of `doc`: trimmed, relabelled, joined, with titles; sorted, without overlaps."""
    spans: list[NameSpan] = []
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        if label is None:
            continue
        for start, end in _pieces(doc, ent.start, ent.end, label):
            span = _repaired(doc, NameSpan(start, end, label, start))
            if span is None:
                continue
            if spans and (one := joined(doc, spans[-1], span)):
                spans[-1] = one
            elif not spans or span.start >= spans[-1].end:
                spans.append(span)
    spans = settled(doc, spans, headlines)
    return [with_title(doc, span, spans[i - 1].end if i else 0) for i, span in enumerate(spans)]


def _pieces(doc: Doc, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """Cut a span at line breaks and long dashes ("LIMA — Peru"), and trim the pieces, if they are names."""
    first = start
    for i in range(start, end + 1):
        if i == end or "\n" in doc[i].text or _is_dash(doc, i) or _is_in_state(doc, i):
            if trimmed := _trimmed(doc, first, i, label):
                yield trimmed
            first = i + 1


def _is_dash(doc: Doc, index: int) -> bool:
    """Tell a dash between names from a hyphen in one: "SAN FRANCISCO - Nimbus AI"."""
    text = doc[index].text
    spaced = index > 0 and doc[index - 1].whitespace_ and doc[index].whitespace_
    return text in ("—", "―", "--") or (text in ("-", "–") and bool(spaced))


def _is_in_state(doc: Doc, index: int) -> bool:
    """Tell the comma of "Bend, Ore.": a town and its state are two; "Washington, D.C." is one."""
    after = doc[index + 1].text if index + 1 < len(doc) else ""
    return index < len(doc) and doc[index].text == "," and after != "D.C." and after in states()


def _trimmed(doc: Doc, start: int, end: int, label: str) -> tuple[int, int] | None:
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
    if len(words) < 2 and words.isascii() and label != PERSON:
        return None  # "(D)", of a party
    is_title = label == PERSON and end - start == 1 and words in titles().heads - titles().given
    if (is_title or words in organisations().never) and text not in ("US", "U.S.", "WHO"):
        return (start, end) if label == PERSON and _is_family(doc, start) else None
    return start, end


def _is_family(doc: Doc, index: int) -> bool:
    """Tell a family name from a word that is no name by itself: "Mr. King", Larry King."""
    if index and bare(doc[index - 1]) in titles().honorifics:
        return True
    before = (doc[i - 1] for i in range(1, len(doc)) if doc[i].text == doc[index].text)
    return any(token.ent_type_ and LABELS.get(token.ent_type_) == PERSON for token in before)


def _american(doc: Doc, span: NameSpan) -> int | None:
    """The end of "African-American" or "Asian Americans", which the model cuts in two."""
    last = span.end + (span.end < len(doc) and doc[span.end].text == "-")
    follows = last < len(doc) and fold(doc[last].text) in ("american", "americans")
    return last + 1 if follows and fold(span.text(doc)) in regions() else None


def begun_american(doc: Doc, index: int) -> int | None:
    """Where "African-|American" begins, if the token at `index` is the end of such a word."""
    is_end = index > 1 and doc[index - 1].text == "-" and fold(doc[index].text) in ("american", "americans")
    return index - 2 if is_end and fold(doc[index - 2].text) in regions() else None


def _repaired(doc: Doc, span: NameSpan) -> NameSpan | None:
    """Take a name inside a longer name for what the longer one is; drop things that are no actors."""
    end, label, lists = span.end, span.label, organisations()
    if label != PERSON and end == span.start + 1 and _is_common(doc, span.start):
        return None
    if label == ORGANISATION and end == span.start + 1 and bare(doc[span.start]) in nouns().leaders:
        return None  # "the Taoiseach said"
    if label != PERSON and is_partisan(doc, span):
        place = replace(span, end=end - 1, label=COUNTRY_OR_CITY)  # "a Kansas | Republican"
        return place if end - span.start > 1 and lookup(place.text(doc)) else None
    in_state = label == PERSON and _is_in_state(doc, end) and not has_given(doc, span)
    titled = end < len(doc) and continues(doc[end])  # "Del. Ann Lee" is a delegate
    if in_state or (span.text(doc) in states() and not titled):
        return replace(span, label=COUNTRY_OR_CITY)  # "of Bend, Ore., said"
    if label == GROUP and means_party(span.text(doc)):
        return replace(span, label=ORGANISATION)
    if label == ORGANISATION and means_party(doc[span.start].text) and lookup(doc[span.start + 1 : end].text):
        return NameSpan(span.start + 1, end, COUNTRY_OR_CITY, span.start + 1)  # "Republican | Indiana"
    if label in (COUNTRY_OR_CITY, PLACE) and "&" in span.text(doc) and not lookup(span.text(doc)):
        return replace(span, label=ORGANISATION)  # "Hogan & Hartson"
    if label == GROUP and (begin := begun_american(doc, span.start)) is not None:
        return replace(span, start=begin, outer=begin)
    if label == GROUP and (reached := _american(doc, span)):
        return replace(span, end=reached)
    if (
        label == COUNTRY_OR_CITY
        and end < len(doc)
        and bare(doc[end]) in lists.mastheads
        and continues(doc[end])
    ):
        return replace(span, end=end + 1, label=ORGANISATION)  # "USA | Today"
    if label == PERSON:
        span = person_span(doc, span)
        end, label = span.end, span.label
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
    if fold(doc[end : end + 2].text) in ("first nation", "first nations"):
        return replace(span, end=end + 2, label=ORGANISATION)
    last = fold(doc[end - 1].text)
    if label == PERSON and (end - span.start > 1):
        if last in lists.things:
            return None
        is_body = last in lists.bodies | lists.trades and (end > span.end or not has_given(doc, span))
        if is_body or last in lists.trades - _FAMILIES:
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

"""Names that the model misses: known from elsewhere, or whose words prove them."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.spans.evident import evident, is_chamber
from reader.analysis.cast.spans.repairs import is_partisan
from reader.analysis.cast.spans.spans import (
    COUNTRY_OR_CITY,
    GROUP,
    ORGANISATION,
    PERSON,
    PLACE,
    Known,
    NameSpan,
    bare,
    continues,
)
from reader.analysis.cast.spans.titling import with_title
from reader.analysis.lexicon.countries import lookup
from reader.analysis.lexicon.cues import CueStrength, cue_strength
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisation_names import is_acronym
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import MONTHS, POSSESSIVES
from reader.analysis.lexicon.spelling import fold
from reader.given_names import all_given_names

_INSIDE = frozenset({"of", "for", "and", "the", "without", "on", "in", "'s", "’s", "’", "'"})
_BEFORE_MONTHS = frozenset(
    {"in", "last", "this", "next", "since", "until", "till", "by", "of", "early", "late", "from", "through"}
)
_LONGEST = 9  # words of a name found by its capitals


def covered(spans: list[NameSpan], length: int) -> bytearray:
    """Mark the tokens that names and their titles cover."""
    marks = bytearray(length)
    for span in spans:
        marks[span.outer : span.end] = b"\x01" * (span.end - span.outer)
    return marks


def completed(doc: Doc, spans: list[NameSpan], known: Known) -> list[NameSpan]:
    """Complete names of which the model saw the beginning or the end only, by the names in `known`."""
    found: list[NameSpan] = []
    for i, span in enumerate(spans):
        span = _begun(doc, span, found[-1].end if found else 0, known)
        stop = spans[i + 1].outer if i + 1 < len(spans) else len(doc)
        size = span.end - span.start
        for words, label in known.get(doc[span.start].text, ()):
            end = span.start + len(words)
            if len(words) > size and end <= stop and _reads(doc, span.start, words):
                span = replace(span, end=end, label=label)
                break
        found.append(span)
    return found


def _begun(doc: Doc, span: NameSpan, lowest: int, known: Known) -> NameSpan:
    """Put back the first word of a name that has it elsewhere: "First | Solar said", "Nor | Azlina said"."""
    before = span.start - 1
    if span.outer < span.start or before < lowest or not continues(doc[span.start]):
        return span
    names = (words for words, label in known.get(doc[before].text, ()) if label == span.label)
    is_known = any(words[1:] and _reads(doc, before, words[: span.end - before]) for words in names)
    return replace(span, start=before, outer=before) if is_known else span


def missed_names(doc: Doc, spans: list[NameSpan], known: Known) -> list[NameSpan]:
    """Find names that the model knew elsewhere and missed here."""
    marks, found = covered(spans, len(doc)), []
    for span in evident(doc, marks):
        found.append(span)
        marks[span.start : span.end] = b"\x01" * (span.end - span.start)
    for token in doc:
        if marks[token.i] or not token.text[:1].isupper():
            continue
        if is_chamber(doc, token.i) and not _is_in_a_name(fold(token.text), known):
            found.append(NameSpan(token.i, token.i + 1, ORGANISATION, token.i))
            continue
        for words, label in known.get(token.text, ()):
            end = token.i + len(words)
            if end > len(doc) or any(marks[token.i : end]) or not _reads(doc, token.i, words):
                continue
            if len(words) == 1 and (not _is_name(doc, token.i, label) or _may_be_a_word(doc, token.i, label)):
                continue
            if end < len(doc) and continues(doc[end]) and doc[end].pos_ == "PROPN":
                continue  # part of a longer name that nobody knows
            span = NameSpan(token.i, end, label, token.i)
            if is_partisan(doc, span):
                continue
            found.append(with_title(doc, span, 0))
            marks[token.i : end] = b"\x01" * (end - token.i)
            break
    return found


def _is_in_a_name(word: str, known: Known) -> bool:
    """Tell "the House" that is short for a name, and described like any other body, from one that is not."""
    names = (name for row in known.values() for name, label in row if label == ORGANISATION and len(name) > 1)
    return any(word == fold(part) for name in names for part in name)


def _is_name(doc: Doc, index: int, label: str) -> bool:
    """Tell a proper noun, or what reads like a noun and is somebody on stage: "Clemency found the will"."""
    after = doc[index + 1 : index + 2].text
    is_noun = label in (PERSON, ORGANISATION) and doc[index].pos_ == "NOUN" and not after[:1].isupper()
    return doc[index].pos_ in ("PROPN", "") or is_noun


def _may_be_a_word(doc: Doc, index: int, label: str) -> bool:
    """Tell what begins a sentence, or a month, from a name: "June 12" and "in June" from "June says"."""
    token, after = doc[index], doc[index + 1] if index + 1 < len(doc) else None
    if token.is_sent_start and not (label == ORGANISATION and is_acronym(token.text)):
        acts = after is not None and (after.pos_ in ("VERB", "AUX") or after.text in (*POSSESSIVES, ","))
        plain = label != PERSON and any(other.text == token.text.lower() for other in doc)
        return label not in (PERSON, ORGANISATION) or not acts or plain
    if fold(token.text) not in MONTHS:
        return False
    before = fold(doc[index - 1].text) if index else ""
    return before in _BEFORE_MONTHS or (after is not None and after.text[:1].isdigit())


def with_bodies(doc: Doc, spans: list[NameSpan], titles: list[tuple[int, int]]) -> list[NameSpan]:
    """Add organisations found by capitals and last word, "the Rapid Support Forces"; none in a headline.

    A place before them belongs to them: "Tallis County | Sheriff's Office".
    """
    marks, found = covered(spans, len(doc)), {span.end: span for span in spans}
    for start, end in titles:
        marks[start:end] = b"\x01" * (end - start)
    bodies = organisations().bodies
    for start, end in _runs(doc, marks):
        if nouns().is_person(bare(doc[start])) and fold(doc[start + 1].text) == "of":
            continue  # "Minister of Energy"
        speaks = end < len(doc) and cue_strength(doc[end].text) >= CueStrength.SAY
        if speaks and end - start > 2 - (fold(doc[end - 1].text) in bodies) and not _is_given(doc, start):
            found[end] = NameSpan(start, end, ORGANISATION, start)  # "Doctors Without Borders said"
            continue
        last = next((i for i in range(end - 1, start, -1) if fold(doc[i].text) in bodies), None)
        if last is None or not any(doc[i].text[:1].isupper() for i in range(max(start, 1), last)):
            continue
        stop = end if last + 1 < end and fold(doc[last + 1].text) in ("of", "for") else last + 1
        if doc[start].is_sent_start and stop - start < 3:
            continue  # "Local Police said": only the first word is sure to be no name
        if fold(doc[start:stop].text) in organisations().never:
            continue
        before = found.get(start)
        is_land = bool(before and lookup(before.text(doc)))
        is_demonym = before and before.label == GROUP and is_land and stop == last + 1
        if before and (is_demonym or (before.label in (COUNTRY_OR_CITY, PLACE) and not is_land)):
            start = found.pop(start).start  # "Sudanese | Armed Forces" too
        found[stop] = NameSpan(start, stop, ORGANISATION, start)
    return sorted(found.values(), key=lambda span: span.start)


def _runs(doc: Doc, marks: bytearray) -> Iterator[tuple[int, int]]:
    """Runs of two capitalised words or more outside `marks`, with small words between them."""
    i = 0
    while i < len(doc):
        if marks[i] or not _is_capital(doc, i):
            i += 1
            continue
        start = i
        end = i = i + 1
        while i < min(len(doc), start + _LONGEST) and not marks[i]:
            if _is_capital(doc, i):
                i += 1
                end = i
            elif fold(doc[i].text) in _INSIDE and not (i == start + 1 and doc[start].is_sent_start):
                i += 1
            else:
                break
        i = end
        if fold(doc[start].text) == "the":
            start += 1
        hyphened = start > 1 and doc[start - 1].text == "-" and doc[start - 2].text.islower()
        if end - start > 1 and not hyphened:  # "Commander-in-|Chief Forum"
            yield start, end


def _is_given(doc: Doc, index: int) -> bool:
    return fold(doc[index].text) in all_given_names()


def _is_capital(doc: Doc, index: int) -> bool:
    token = doc[index]
    return token.text[:1].isupper() and token.is_alpha and token.pos_ not in ("PRON", "VERB", "AUX", "SCONJ")


def _reads(doc: Doc, start: int, words: tuple[str, ...]) -> bool:
    return all(doc[start + k].text == word for k, word in enumerate(words))

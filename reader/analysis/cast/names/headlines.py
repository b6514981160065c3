"""Names in headlines, where every word may have a capital: what is no name for sure is left alone there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.roster.entries import Scene
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.cast.spans.spans import GROUP, ORGANISATION, PERSON, NameSpan
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.countries import lookup
from reader.analysis.lexicon.organisation_names import is_acronym
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import comparable, fold


def headlined(roster: Roster, doc: Doc, spans: Iterable[NameSpan]) -> list[NameSpan]:
    """Give the names of a headline that are names for sure, as the text below has them."""
    known = [each for span in spans for each in _cut(roster, doc, span)]
    return [span for span in known if _is_plain(roster, doc, span)]


def _cut(roster: Roster, doc: Doc, span: NameSpan) -> Iterator[NameSpan]:
    """Cut off what a headline's capitals add to the names of those known: "Gauff | Cruise"."""
    if span.label == ORGANISATION:
        yield from _bodies(roster, doc, span)
        return
    if span.label == PERSON:
        entry, _ = roster.find_person(span.full_text(doc), Scene(0))
        words = comparable(span.text(doc))
        cut = entry is None or entry.person is None or entry.person.words == words[: len(words) - 1]
        ends = range(span.end - 1, span.start, -1) if cut else ()
        known = (end for end in ends if roster.find_person(doc[span.start : end].text, Scene(0))[0])
        span = replace(span, end=next(known, span.end))
    yield span


def _bodies(roster: Roster, doc: Doc, span: NameSpan) -> Iterator[NameSpan]:
    """The two bodies that are known, of what reads like one: "Altmark | Courts | Banco Llobregat"."""

    def is_known(start: int, end: int) -> bool:
        return roster.find_thing(ActorKind.ORGANISATION, doc[start:end].text) is not None

    inside = range(span.start + 1, span.end)
    first = next((i for i in reversed(inside) if is_known(span.start, i)), span.end)
    last = next((i for i in inside if i > first and is_known(i, span.end)), span.end)
    if last == span.end or is_known(span.start, span.end):
        yield span
    else:
        yield from (replace(span, end=first), replace(span, start=last, outer=last))


def _is_plain(roster: Roster, doc: Doc, span: NameSpan) -> bool:
    """Tell whether a name in a headline is one for sure: known, or such that capitals do not make."""
    text = span.text(doc)
    if lookup(text):
        return True
    if span.label == ORGANISATION:
        return is_acronym(text) or roster.find_thing(ActorKind.ORGANISATION, text) is not None
    if roster.find_person(span.full_text(doc), Scene(0))[0]:
        return True
    if span.label == PERSON:
        return span.end - span.start in (2, 3)
    if span.label == GROUP:
        return False
    known = roster.find_thing(ActorKind.PLACE, text) is not None
    if known or span.end - span.start > 1:
        return True
    led = doc[span.start].pos_ == "PROPN" and doc[max(0, span.start - 1)].pos_ in ("ADP", "DET")
    return led and fold(text) not in organisations().places

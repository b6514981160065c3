"""How far a name reaches: ends that were cut off put back, what does not belong given back.

"National Association of Nurses and | Midwives", "Central Bank of | Egypt", "Janata Dal (United)",
"U.S. Attorney General | Dale Roe". What is joined is joined by what stands in the text.
"""

from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.spans.acronyms import spelt
from reader.analysis.cast.spans.halves import JOINTS
from reader.analysis.cast.spans.spans import (
    COUNTRY_OR_CITY,
    ORGANISATION,
    PERSON,
    PLACE,
    NameSpan,
    bare,
    continues,
)
from reader.analysis.cast.spans.tails import bracketed, branded, hyphened, linked, numbered, possessed
from reader.analysis.lexicon.countries import CountryForm, lookup
from reader.analysis.lexicon.organisation_names import is_acronym
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles

_SMALL = JOINTS | {"the", "in", "on", "to", "de", "du", "des", "la", "-", ",", "'s", "’s", "’", "'"}
_POSTS = frozenset({"press", "research", "communications", "executive", "managing", "deputy", "vice"})
_RELIEF = ("red cross", "red crescent")
_CHAMBERS = frozenset({"assembly", "congress", "council", "parliament", "senate"})
_NAMED = (CountryForm.NAME, CountryForm.ABBREVIATION, CountryForm.FORMER)


def settled(doc: Doc, spans: list[NameSpan], headlines: list[tuple[int, int]]) -> list[NameSpan]:
    """Give the spans with the ends that grammar and the other spans prove; sorted, without overlaps.

    `headlines` are stretches in which a capital proves nothing.
    """
    spans = spelt(doc, spans)
    families = {fold(doc[s.end - 1].text) for s in spans if s.label == PERSON and s.end - s.start > 1}
    found: list[NameSpan] = []
    for i, span in enumerate(spans):
        following = spans[i + 1] if i + 1 < len(spans) else None
        if (found and span.start < found[-1].end) or _is_affiliation(doc, span):
            continue
        if span.label in (COUNTRY_OR_CITY, PLACE):
            span = _widened(doc, span, found[-1].end if found else 0)
            is_cut = span.end - span.start > 1 and doc[span.end - 1].text == "and"
            span = replace(span, end=span.end - is_cut)  # "Devon and | Cornwall"
        if span.label == PERSON and any(start <= span.start < end for start, end in headlines):
            span = _unverbed(doc, span)
        span = possessed(doc, linked(doc, span))
        span = branded(doc, span)
        if span.label == ORGANISATION:
            span = _without_title(doc, _begun(doc, span, found[-1].end if found else 0), following)
            if span.start == span.end or _is_portfolio(doc, span, following):
                continue
            owner = span.start + 1
            is_owned = owner < span.end - 1 and doc[owner].text in ("'s", "’s")
            if is_owned and fold(doc[span.start].text) in families:  # "Sinha's | Janata Dal"
                found.append(NameSpan(span.start, owner, PERSON, span.start))
                span = replace(span, start=owner + 1, outer=owner + 1)
            span = hyphened(doc, span, following)
            if not any(start <= span.start < end for start, end in headlines):
                span = _continued(doc, span, following)
            if span.start == span.end:
                continue
            if span.end - span.start > 1 and bare(doc[span.end - 1]) in JOINTS:
                span = replace(span, end=span.end - 1)
            span = numbered(doc, bracketed(doc, span, following))
        found.append(span)
    return found


def _unverbed(doc: Doc, span: NameSpan) -> NameSpan:
    """Take a headline's verb from a name that stands without it below: "Two States Sue | Lumora"."""
    verb = doc[span.start].text
    if span.end - span.start != 2 or fold(verb) not in titles().verbs or span.start == 0:
        return span
    subject = doc[span.start - 1]
    alone = [token.nbor(-1).text for token in doc[span.end :] if token.text == doc[span.end - 1].text]
    is_verb = subject.text[:1].isupper() and subject.pos_ in ("NOUN", "PROPN") and alone and verb not in alone
    return replace(span, start=span.start + 1, outer=span.start + 1) if is_verb else span


def _widened(doc: Doc, span: NameSpan, lowest: int) -> NameSpan:
    """Begin a country's name where the country's begins: "DR | Congo", "Republic of | Congo"."""
    for start in range(max(lowest, span.start - 4), span.start):
        found = lookup(doc[start : span.end].text) if doc[start].text[:1].isupper() else ()
        whole = fold(doc[span.start - 1].text) in ("of", "-")  # "Port of | Spain", "PORT-|AU-PRINCE"
        if any(name.form in _NAMED or whole for name in found):
            start += fold(doc[start].text) == "the"
            return replace(span, start=start, outer=start)
    if bare(doc[span.end - 1]) == "of":  # "Democratic Republic of | the Congo"
        ends = range(span.end + 1, min(span.end + 3, len(doc) + 1))
        return next((replace(span, end=e) for e in ends if lookup(doc[span.start : e].text)), span)
    return span


def _is_affiliation(doc: Doc, span: NameSpan) -> bool:
    """Tell "R-Ky." and "D-Middlesboro" after a lawmaker's name."""
    start = span.start
    while start and start > span.start - 2 and not doc[start - 1].whitespace_ and doc[start - 1].text != "(":
        start -= 1  # from "Middlesboro" back to "D"
    before = doc[start - 1].text if start else ""
    text = doc[start : span.end + 2].text
    return before in (",", "(") and text[:2] in ("D-", "R-", "I-") and text[2:3].isupper()


def _begun(doc: Doc, span: NameSpan, lowest: int) -> NameSpan:
    """Put back the beginning of a name: "Board of | Control", "Friends of the | Earth"."""
    at = span.start - 1
    at -= at > lowest and fold(doc[at].text) == "the"
    if at - 1 < lowest or fold(doc[at].text) not in ("of", "for") or not doc[at - 1].text[:1].isupper():
        return span
    if bare(doc[at - 1]) not in organisations().bodies | organisations().heads or doc[at - 1].is_sent_start:
        return span
    return replace(span, start=at - 1, outer=at - 1)


def _is_portfolio(doc: Doc, span: NameSpan, following: NameSpan | None) -> bool:
    """Tell the first words of a title: "Treasury | Secretary | Daniel Krantz", "Pol | Maj Somchai"."""
    if following is None or following.label != PERSON or following.start - span.end not in (0, 1):
        return False
    words = [bare(token) for token in doc[span.start : span.end]]
    is_led = following.start > span.end or following.end - following.start > 1
    is_title = bare(doc[span.end]) in titles().heads and doc[span.end].text[:1].isupper()
    return is_led and is_title and titles().before.issuperset(words)


def _without_title(doc: Doc, span: NameSpan, following: NameSpan | None) -> NameSpan:
    """Give the title back to the person who comes next: "U.S. Attorney General", "General"."""
    lists = titles()
    if following is not None and bare(doc[span.end]) in lists.heads and following.start == span.end + 1:
        last = bare(doc[span.end - 1])
        rest = doc[span.start : span.end - 1].text
        is_post = span.end - span.start > 2 and last in _POSTS
        is_post |= last in lists.before and (
            bool(lookup(rest)) or is_acronym(rest)
        )  # "NSW | Resources Minister"
        cut = span.end - is_post
        return _relabelled(doc, replace(span, end=cut)) if cut < span.end else span
    alone = span.end - span.start == 1 and bare(doc[span.start]) in lists.heads
    adjoins = following is not None and following.label == PERSON and following.start == span.end
    if not (adjoins or (alone and not doc[span.start].text.isupper())):
        return span
    end = span.end
    while end > span.start and bare(doc[end - 1]) in lists.heads | (
        lists.before if end < span.end else frozenset()
    ):
        end -= 1
    if end == span.end:
        return span
    return _relabelled(doc, replace(span, end=end))


def _relabelled(doc: Doc, span: NameSpan) -> NameSpan:
    is_place = span.end > span.start and bool(lookup(span.text(doc)))
    return replace(span, label=COUNTRY_OR_CITY if is_place else ORGANISATION)


def _continued(doc: Doc, span: NameSpan, following: NameSpan | None) -> NameSpan:
    """Put back the end of a name of several parts: "Association | of Communities Affected by Mining"."""
    stop = following.start if following else len(doc)
    end = span.end
    words = {bare(token) for token in doc[span.start : end]}
    if bare(doc[end - 1]) in organisations().bodies and end < stop and fold(doc[end].text) in ("of", "for"):
        after = end + 1 + (end + 1 < stop and fold(doc[end + 1].text) == "the")
        is_seat = fold(doc[end].text) == "for" and bare(doc[end - 1]) in _CHAMBERS
        if after < stop and _is_part(doc, after) and not is_seat:  # "sits in the Senate for Ohio"
            end = after + 1
            words.add("of")
    if _is_law(doc, end, stop):
        return replace(span, end=span.start)  # "Public Libraries | and Museums Act 1964"
    if not words & {"of", "for"}:
        return replace(span, end=end)
    end = _listed(doc, span, end, stop)
    while end < min(stop, len(doc) - 1):
        if _is_part(doc, end):
            end += 1
        elif fold(doc[end].text) in ("by", "in") and doc[end - 1].text.endswith("ed") and end + 1 < stop:
            if not _is_part(doc, end + 1):
                break
            end += 2  # "Affected by Mining"
        elif doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
            end += 2  # "Co-operation"
        elif (
            fold(doc[end].text) == "in"
            and bare(doc[end - 1]).endswith("operation")
            and continues(doc[end + 1])
        ):
            return replace(span, end=end + 2)  # "Security and Cooperation in Europe"
        else:
            break
    while end > span.end and bare(doc[end - 1]) in _SMALL:
        end -= 1
    seated = following is not None and following.start == end + 1 and fold(doc[end].text) == "of"
    if following is not None and seated and bare(doc[end - 1]) == "district" and "court" in words:
        end = following.end  # "District Court for the Eastern District | of California"
    return replace(span, end=end)


def _is_law(doc: Doc, end: int, stop: int) -> bool:
    """Tell whether capitals go on to the word for a law or a prize."""
    for i in range(end, min(stop, end + 5)):
        if bare(doc[i]) in organisations().things and continues(doc[i]):
            return i > end or end < stop
        if not (doc[i].text == "and" or continues(doc[i])):
            return False
    return False


def _listed(doc: Doc, span: NameSpan, end: int, stop: int) -> int:
    """Where a ministry of several things ends: "Ministry of Housing|, Communities and Local Government".

    It goes on over the next name, at `stop`, where the tree joins that to the first of the things.
    """
    if bare(doc[span.start]) not in ("ministry", "department", "committee", "secretariat"):
        return end
    at = _list_end(doc, end, len(doc))
    things = range(span.start + 1, end)
    if at > stop and not any(token.dep_ == "conj" and token.head.i in things for token in doc[end:at]):
        at = _list_end(doc, end, stop)
    return at if "and" in {token.text for token in doc[end:at]} else end


def _list_end(doc: Doc, end: int, stop: int) -> int:
    """Where a list of capitalised words that begins at `end` ends."""
    at = end
    while at < stop and (doc[at].text in (",", "and") or (continues(doc[at]) and doc[at].is_alpha)):
        at += 1
    while at > end and doc[at - 1].text in (",", "and"):
        at -= 1
    return at


def _is_part(doc: Doc, index: int) -> bool:
    """Tell whether a capitalised word may be part of the name before it: no title, day or new sentence."""
    token, lists = doc[index], titles()
    word = bare(token)
    return (
        continues(token)
        and token.is_alpha
        and not token.is_sent_start
        and token.pos_ in ("PROPN", "NOUN", "ADJ", "VERB")
        and word not in lists.heads | lists.honorifics.keys()
        and word not in organisations().never
        and not lookup(token.text)
    )


def is_body_of(doc: Doc, span: NameSpan) -> bool:
    """Tell "African Union" from a place by its last word; "Grand Central Station" stays one."""
    lists = organisations()
    last = bare(doc[span.end - 1])
    is_body = last in (lists.bodies - lists.sites) | lists.trades
    is_body = is_body or fold(doc[span.end - 2 : span.end].text) in _RELIEF
    is_place = span.label in (COUNTRY_OR_CITY, PLACE) and span.end - span.start > 1
    return is_place and is_body and not lookup(span.text(doc))

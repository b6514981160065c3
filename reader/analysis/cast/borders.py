"""How far a name reaches: halves joined, ends that were cut off put back, what does not belong given back.

"National Association of Nurses and | Midwives", "Central Bank of | Egypt", "Janata Dal (United)",
"U.S. Attorney General | Dale Roe". What is joined is joined by what stands in the text.
"""

from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.acronyms import spelt
from reader.analysis.cast.countries import CountryForm, lookup
from reader.analysis.cast.lexicon import nouns, organisations, titles
from reader.analysis.cast.names import fold, initials
from reader.analysis.cast.phrases import is_plural
from reader.analysis.cast.spans import (
    COUNTRY_OR_CITY,
    GROUP,
    ORGANISATION,
    PERSON,
    PLACE,
    NameSpan,
    bare,
    continues,
)

_JOINTS = frozenset({"of", "for", "and", "&"})  # a name does not end in one
_SMALL = _JOINTS | {"the", "in", "on", "to", "de", "du", "des", "la", "-", ",", "'s", "’s", "’", "'"}
_POSTS = frozenset({"press", "research", "communications", "executive", "managing", "deputy", "vice"})
_LINKS = ("", "of", "of the", "and", "'s", "’s")
_CLOSING = {"“": "”", "‘": "’", '"': '"', "(": ")"}  # marks around a nickname
_NAMED = (CountryForm.NAME, CountryForm.ABBREVIATION, CountryForm.FORMER)


def joined(doc: Doc, one: NameSpan, two: NameSpan) -> NameSpan | None:
    """Join "Korean" and "Central News Agency": one name in two spans; an organisation's last word tells."""
    gap = doc[one.end : two.start].text
    adjoining = not gap and bool(doc[one.end - 1].whitespace_)
    if one.label in (GROUP, COUNTRY_OR_CITY) and two.label == ORGANISATION and adjoining:
        words = [bare(token) for token in doc[two.start : two.end]]
        last = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
        found = lookup(one.text(doc))
        if last in organisations().bodies and any(n.form is not CountryForm.CAPITAL for n in found):
            return replace(one, end=two.end, label=ORGANISATION)
    if gap in _LINKS and two.end - one.start < 7 and lookup(doc[one.start : two.end].text):
        label = COUNTRY_OR_CITY if gap else one.label if one.label != PERSON else two.label
        return replace(one, end=two.end, label=label)  # "South | Korean", "Republic | of the Congo"
    if one.label == two.label and one.label in (PERSON, ORGANISATION) and not gap:
        return replace(one, end=two.end)  # two halves of one name: nothing stands between
    if one.label == two.label == PERSON and (end := _nicknamed(doc, one, two)):
        return replace(one, end=end)
    if one.label == ORGANISATION and two.label == PERSON and adjoining and _is_given(doc, one, two):
        return replace(one, end=two.end, label=PERSON)
    if gap == "and" and PERSON not in (one.label, two.label) and is_seat(doc, one):
        return replace(one, end=two.end, label=PLACE)  # "MP for Westmorland | and Lonsdale"
    bodies = gap == "and" and one.label == two.label == ORGANISATION
    if bodies and (_is_of_chamber(doc, one, two) or _is_known_by_letters(doc, one, two)):
        return replace(one, end=two.end)  # "Health Information | and Quality Authority", Hiqa below
    if one.label == ORGANISATION and two.label != PERSON and _goes_on(doc, one, two.start):
        return replace(one, end=two.end)
    return None


def _is_known_by_letters(doc: Doc, one: NameSpan, two: NameSpan) -> bool:
    """Tell whether the text has an acronym for both with what stands between."""
    letters = initials(doc[one.start : two.end].text)
    return len(letters) > 2 and any(fold(t.text) == letters and t.text[0].isupper() for t in doc)


def _is_of_chamber(doc: Doc, one: NameSpan, two: NameSpan) -> bool:
    """Tell a committee of two things from two bodies: "House Education | and Workforce Committee"."""
    begun = bare(doc[one.start]) in ("house", "senate") and bare(doc[one.end - 1]) != "committee"
    return begun and one.end - one.start > 1 and bare(doc[two.end - 1]) in ("committee", "subcommittee")


def _nicknamed(doc: Doc, one: NameSpan, two: NameSpan) -> int | None:
    """Where a name ends in which a nickname stands: the end of "Robert C. | “Bobby”| Scott"."""
    closing = _CLOSING.get(doc[one.end : two.start].text)
    shut = two.start + 1
    if closing is None or shut + 1 >= len(doc) or doc[shut].text != closing or not continues(doc[shut + 1]):
        return None
    return max(two.end, shut + 2)


def _is_given(doc: Doc, one: NameSpan, two: NameSpan) -> bool:
    """Tell a given name taken for a body by its place before a lone family name: "Okay | Memis"."""
    word, lists = doc[one.start], titles()
    if two.end - two.start > 1 or one.end - one.start > 1 or word.text.isupper() or lookup(word.text):
        return False
    named = bare(word) in lists.heads | lists.before | organisations().bodies | lists.honorifics.keys()
    others = sum(token.text == word.text for token in doc)
    return others == 1 and not named and not nouns().is_person(bare(word)) and word.text[1:].islower()


def is_seat(doc: Doc, span: NameSpan) -> bool:
    """Tell what a lawmaker sits for: "the MP for Westmorland"."""
    before = doc[span.start - 2].text if span.start > 1 and doc[span.start - 1].text == "for" else ""
    return before in ("MP", "MPs", "MSP", "MLA", "TD", "MEP", "lawmaker", "senator")


def _goes_on(doc: Doc, span: NameSpan, after: int) -> bool:
    """Tell whether the name of a body goes on at token `after`: "Nurses and | Midwives", "Bank | of Peru"."""
    if after == span.end:
        place = bare(doc[span.end - 1]) == "of" and after + 2 < len(doc) and doc[after + 1].text == ","
        seated = place and bool(lookup(doc[after + 2].text))  # "Brightwater Health of Nashville, Tennessee"
        return bare(doc[span.end - 1]) in _JOINTS and not seated
    gap = doc[span.end : after].text
    if gap == "and" and "of" in {token.text for token in doc[span.start : span.end]}:
        return is_plural(fold(doc[after].text))
    last = bare(doc[span.end - 1])
    if gap == "for the":
        return last in organisations().for_the and not lookup(doc[after].text)
    return last in organisations().bodies and gap in ("of", "of the")


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
        span = _possessed(doc, span)
        if span.label in (ORGANISATION, PERSON):
            span = _branded(doc, span)
        if span.label == ORGANISATION:
            span = _without_title(doc, _begun(doc, span, found[-1].end if found else 0), following)
            if span.start == span.end or _is_portfolio(doc, span, following):
                continue
            owner = span.start + 1
            is_owned = owner < span.end - 1 and doc[owner].text in ("'s", "’s")
            if is_owned and fold(doc[span.start].text) in families:  # "Sinha's | Janata Dal"
                found.append(NameSpan(span.start, owner, PERSON, span.start))
                span = replace(span, start=owner + 1, outer=owner + 1)
            if not any(start <= span.start < end for start, end in headlines):
                span = _continued(doc, span, following)
            if span.start == span.end:
                continue
            if span.end - span.start > 1 and bare(doc[span.end - 1]) in _JOINTS:
                span = replace(span, end=span.end - 1)
            span = _bracketed(doc, span, following)
        found.append(span)
    return found


def _widened(doc: Doc, span: NameSpan, lowest: int) -> NameSpan:
    """Begin a country's name where the country's begins: "DR | Congo", "Republic of | Congo"."""
    for start in range(max(lowest, span.start - 4), span.start):
        if doc[start].text[:1].isupper() and any(
            name.form in _NAMED for name in lookup(doc[start : span.end].text)
        ):
            start += fold(doc[start].text) == "the"
            return replace(span, start=start, outer=start)
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
    """Tell the first word of a title: "Treasury | Secretary | Daniel Krantz"."""
    titled = following is not None and following.label == PERSON and following.start == span.end + 1
    alone = span.end - span.start == 1 and bare(doc[span.start]) in titles().before
    return titled and alone and bare(doc[span.end]) in titles().heads and doc[span.end].text[:1].isupper()


def _without_title(doc: Doc, span: NameSpan, following: NameSpan | None) -> NameSpan:
    """Give the title back to the person who comes next: "U.S. Attorney General", "General"."""
    lists = titles()
    if following is not None and bare(doc[span.end]) in lists.heads and following.start == span.end + 1:
        cut = span.end - (span.end - span.start > 2 and bare(doc[span.end - 1]) in _POSTS)
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
        if after < stop and _is_part(doc, after):
            end = after + 1
            words.add("of")
    if _is_law(doc, end, stop):
        return replace(span, end=span.start)  # "Public Libraries | and Museums Act 1964"
    if not words & {"of", "for"}:
        return replace(span, end=end)
    end = _listed(doc, span, end, stop)
    while end < stop:
        if _is_part(doc, end):
            end += 1
        elif fold(doc[end].text) in ("by", "in") and doc[end - 1].text.endswith("ed") and end + 1 < stop:
            if not _is_part(doc, end + 1):
                break
            end += 2  # "Affected by Mining"
        else:
            break
    while end > span.end and bare(doc[end - 1]) in _SMALL:
        end -= 1
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


def _possessed(doc: Doc, span: NameSpan) -> NameSpan:
    """Go on where several own a body: "Regional Workers' | Center"."""
    lists = organisations()
    if span.end + 1 >= len(doc) or doc[span.end].text not in ("'", "’") or lookup(span.text(doc)):
        return span
    body = doc[span.end + 1]
    owned = continues(body) and bare(body) in (lists.bodies | lists.trades) - lists.state_bodies
    return replace(span, end=span.end + 2, label=ORGANISATION) if owned else span


def _branded(doc: Doc, span: NameSpan) -> NameSpan:
    """Leave a firm the "'s" that owns nothing: "Lloyd's of London", "McDonald's said"."""
    if span.end + 1 >= len(doc) or doc[span.end].text not in ("'s", "’s"):
        return span
    after = doc[span.end + 1]
    if after.text == "of" and span.end + 2 < len(doc) and continues(doc[span.end + 2]):
        return replace(span, end=span.end + 3, label=ORGANISATION)
    speaks = (
        span.label == ORGANISATION
        and after.pos_ in ("VERB", "AUX")
        and after.dep_ not in ("amod", "compound")
    )
    return replace(span, end=span.end + 1) if speaks else span


def _bracketed(doc: Doc, span: NameSpan, following: NameSpan | None) -> NameSpan:
    """Add the wing of a party: "Communist Party of India (Marxist)"."""
    if following is None or following.label == PERSON or following.start != span.end + 1:
        return span
    word = following.text(doc)
    if doc[span.end].text != "(" or following.end >= len(doc) or doc[following.end].text != ")":
        return span
    return replace(span, end=following.end + 1) if fold(word) in organisations().wings else span


def is_body_of(doc: Doc, span: NameSpan) -> bool:
    """Tell "African Union" from a place by its last word; "Grand Central Station" stays one."""
    lists = organisations()
    last = bare(doc[span.end - 1])
    return (
        span.label in (COUNTRY_OR_CITY, PLACE)
        and span.end - span.start > 1
        and last in (lists.bodies - lists.sites) | lists.trades
        and not lookup(span.text(doc))
    )

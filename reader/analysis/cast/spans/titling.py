"""The title or honorific that stands before a person's name: "Prime Minister", "Det Insp", "Mr."."""

from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import PERSON, NameSpan, bare
from reader.analysis.lexicon.titles import titles

_TITLE_REACH = 8  # words: longer titles are no titles


def with_title(doc: Doc, span: NameSpan, before: int) -> NameSpan:
    """Add the title or honorific that stands before a person's name; leave out one that stands in it."""
    if span.label != PERSON:
        return span
    start = _behind_titles(doc, span)
    lists = titles()
    lowest = max(before, span.start - _TITLE_REACH)
    is_cut = start > span.start and bare(doc[span.start]) in lists.heads  # "Lt | Col Ann Lee"
    outer = _first_of_title(doc, span.start, lowest) if is_cut else span.start
    reach = outer
    while reach > lowest:
        token = doc[reach - 1]
        word = bare(token)
        if "\n" in token.text or not (
            token.text[:1].isupper() or word in ("of", "for", "and", "the", "-", ".")
        ):
            break
        is_head = word in lists.heads or word in lists.honorifics
        if token.text[:1].isupper() and is_head:
            reach = outer = reach - 1
            if word in lists.heads:  # but not "Under | Mrs. Clinton"
                reach = outer = _first_of_title(doc, outer, lowest)
        elif outer < span.start and bare(doc[outer]) in lists.honorifics:
            break  # "King and | Mr. Lee"
        elif word in lists.after or word in ("-", "."):
            reach -= 1  # perhaps the rest of a title whose head comes further left
        else:
            break
    return replace(span, start=start, outer=min(outer, start))


def _behind_titles(doc: Doc, span: NameSpan) -> int:
    """Where the name itself begins in a span: "Pol Maj Gen | Somchai Boonmee"."""
    start, lists = span.start, titles()
    while span.end - start > 1 and doc[start + 1].text[:1].isupper():
        word, after = bare(doc[start]), bare(doc[start + 1])
        leads = word in lists.before and after in lists.heads and span.end - start > 2
        if not leads and word not in lists.honorifics.keys() | lists.heads:
            break
        if span.end - start == 2 and word in lists.given:
            break  # "Dean Smith"
        start += 1
    return start


def _first_of_title(doc: Doc, outer: int, lowest: int) -> int:
    """Where a title begins whose head is at `outer`: "Lt| Col", "Deputy| Prime Minister"."""
    while outer > lowest and doc[outer - 1].text[:1].isupper() and bare(doc[outer - 1]) in titles().before:
        outer -= 1
    return outer

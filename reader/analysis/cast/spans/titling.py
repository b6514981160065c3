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
    lists = titles()
    start = span.start
    while (
        span.end - start > 1
        and bare(doc[start]) in lists.honorifics.keys() | lists.heads
        and doc[start + 1].text[:1].isupper()
        and not (span.end - start == 2 and bare(doc[start]) in lists.given)
    ):
        start += 1
    outer = span.start
    lowest = max(before, span.start - _TITLE_REACH)
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
            while (
                word in lists.heads  # but not "Under | Mrs. Clinton"
                and outer > lowest
                and bare(doc[outer - 1]) in lists.before
                and doc[outer - 1].text[:1].isupper()
            ):
                outer -= 1
            reach = outer
        elif outer < span.start and bare(doc[outer]) in lists.honorifics:
            break  # "King and | Mr. Lee"
        elif word in lists.after or word in ("-", "."):
            reach -= 1  # perhaps the rest of a title whose head comes further left
        else:
            break
    return replace(span, start=start, outer=min(outer, start))

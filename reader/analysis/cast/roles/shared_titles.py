"""Titles that several have: "Sens. Ruth Castellano (D-Nev.) and Boyd Pruitt", "ministers Holm and Ruiz"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis.cast.roles.roles import Role
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.phrases import phrase_start, sentence_start
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import shared_title

_BETWEEN = frozenset({",", "and", "&"})
_LONGEST_ASIDE = 8  # tokens in brackets, as a senator's party and state


def find_shared_titles(doc: Doc, at: Map) -> Iterator[Role]:
    """Find the role that a title in the plural gives each of those named behind it."""
    for i in range(len(doc) - 1):
        head = shared_title(fold(doc[i].text))
        if head is None or at[i] is not None:
            continue
        bearers = list(_named(doc, i + 1 + (doc[i + 1].text == "."), at))
        if len(bearers) < 2:
            continue
        start = phrase_start(doc, i + 1, sentence_start(doc, i))
        before = [token for token in doc[start:i] if token.pos_ != "DET"]
        told = [token.text if at[token.i] else token.lower_ for token in before]  # "Israeli", but "foreign"
        for one in bearers:
            yield Role(one, " ".join([*told, head]), head, start, i + 1, tuple(at.tied(doc, start, i)))


def _named(doc: Doc, start: int, at: Map) -> Iterator[Occurrence]:
    """Give the people of a list that begins at a token."""
    while (one := at[start]) is not None and one.start == start and one.form is MentionForm.NAME:
        if one.entry.now().kind is not ActorKind.PERSON:
            return
        yield one
        start = _behind_aside(doc, one.end, at)
        first = start
        while start < len(doc) and fold(doc[start].text) in _BETWEEN:
            start += 1
        if start == first:
            return


def _behind_aside(doc: Doc, start: int, at: Map) -> int:
    """Give where a list goes on behind what stands in brackets, or behind "of Ohio"."""
    home = at[start + 1] if doc[start : start + 1].text == "of" else None
    if home is not None and home.start == start + 1:
        return home.end
    if doc[start : start + 1].text != "(":
        return start
    closing = (i for i in range(start + 1, min(len(doc), start + _LONGEST_ASIDE)) if doc[i].text == ")")
    return next(closing, start - 1) + 1

"""What a name is an example of: "towns such as Velmar", "nine clubs, among them Torvik and Roen"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import NameSpan
from reader.analysis.lexicon.contexts import HINT, PROOF, contexts
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import singular
from reader.analysis.lexicon.spelling import fold

_REACH = 16  # tokens of a list, before a name
#: What leads a list, its last word first, with the words one of which stands before it.
_LEADERS = {"as": ("such",), "them": ("among", "of"), "including": (), "like": (), "notably": ()}


def exemplified(doc: Doc, span: NameSpan) -> Iterator[tuple[str, int]]:
    """Give the kind of what a list that the name stands in is of, and how much speaks for it."""
    noun = _class(doc, span)
    sign = next((sign for sign in contexts().called.get(noun, ()) if not sign.others), None)
    if sign is not None:
        yield sign.kind, sign.weight
    elif noun in organisations().nominals:
        yield "organisation", PROOF
    elif nouns().is_person(noun) and noun not in contexts().rivals:
        yield "person", HINT


def _class(doc: Doc, span: NameSpan) -> str:
    """The noun before a list, in the singular: "town" of "towns such as Velmar and"; else nothing."""
    at = span.outer - 1
    lowest = max(0, at - _REACH)
    while at > lowest and (doc[at].pos_ == "PROPN" or doc[at].text in (",", "and", "or")):
        at -= 1
    before = _LEADERS.get(doc[at].lower_) if at > 0 else None
    if before is None or (before and doc[at - 1].lower_ not in before):
        return ""
    at -= 2 if before else 1
    at -= doc[at].text == ","
    noun = fold(doc[at].text) if at >= 0 and doc[at].pos_ == "NOUN" else ""
    return singular(noun) if noun != singular(noun) else ""

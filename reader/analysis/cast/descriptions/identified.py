"""Who is named at last: "the driver was identified as Ann Lee", "the stranger turned out to be Ann Lee"."""

from spacy.tokens import Doc, Token

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.spelling import fold

_NAMING = frozenset({"named", "identified", "names", "identifies", "naming", "identifying"})
_BY_NAME = frozenset({"named", "called", "nicknamed"})
_OWN = frozenset({"his", "her", "their"})  # "who gave her name only as Ann"
_NOT = frozenset({"not", "n't", "n’t", "never"})
_REACH = 14  # tokens from a description to the name
_NEAR = 3  # from the verb to the description that it names


def identified(doc: Doc, start: int, end: int, at: Map) -> Entry | None:
    """Give the person whom a sentence names as who a description means; its last token is its head."""
    naming = any(fold(token.text) in _NAMING for token in doc[max(0, start - _NEAR) : start])
    for i in range(end, min(end + _REACH, len(doc) - 1)):
        word = fold(doc[i].text)
        if doc[i].is_sent_start or word in _NOT:
            return None
        if word in _BY_NAME and doc[i].dep_.startswith("acl") and doc[i].head.i == end - 1:
            return _named(i + 1, at)  # "a farmer named Ann Lee"
        naming |= word in _NAMING or (word == "name" and fold(doc[i - 1].text) in _OWN)
        if naming and word == "as":
            return _named(i + 1, at)
        if _named(i, at):
            break
    return _being(doc[end - 1], at)


def _being(subject: Token, at: Map) -> Entry | None:
    """The person named by "is", "was" or "turned out to be" behind a description."""
    verb = subject.head
    if not subject.dep_.startswith("nsubj") or verb.i < subject.i:
        return None
    said = [verb, *(child for child in verb.children if child.dep_ == "xcomp")]
    names = (word for word in said if any(child.dep_ == "cop" for child in word.children))
    return next((who for word in names if (who := _named(word.i, at))), None)


def _named(index: int, at: Map) -> Entry | None:
    one = at[index]
    is_person = one is not None and one.form is MentionForm.NAME and one.entry.now().kind is ActorKind.PERSON
    return one.entry.now() if one is not None and is_person else None

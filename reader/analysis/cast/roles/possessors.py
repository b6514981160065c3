"""Whose an office is that is told without a name: "its chief executive", "the bank's chairwoman"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.roles.roles import Role
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.phrases import POSSESSIVES

_LEAST = 0.5  # confidence in whom the pronoun or the description means
_OWNING = frozenset({ActorKind.COUNTRY, ActorKind.ORGANISATION})
_LINKS = frozenset({"of", "for", "at"})  # "a spokeswoman for the ministry"


def find_possessors(doc: Doc, roles: Iterable[Role], met: Iterable[Occurrence]) -> Iterator[Role]:
    """Give the roles that name no country or body but mean one, tied to it; `met` are all who are meant."""
    starting = {one.start: one for one in met if one.confidence >= _LEAST and one.entry.now().kind in _OWNING}
    for role in roles:
        if role.tied:
            continue
        inside = (starting[i] for i in range(role.start, role.end) if i in starting)
        owner = next((one for one in inside if one.end <= role.end and _owns(doc, one, role)), None)
        if owner is not None:
            yield replace(role, tied=(owner,))


def _owns(doc: Doc, one: Occurrence, role: Role) -> bool:
    if one.form is MentionForm.PRONOUN:
        return doc[one.start].tag_ == "PRP$" or doc[one.start].lower_ == "its"
    owns = one.end < role.end and doc[one.end].text in POSSESSIVES
    return owns or (one.start > role.start and doc[one.start - 1].lower_ in _LINKS)

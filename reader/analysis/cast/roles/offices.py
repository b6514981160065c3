"""Offices that pass on, or that two hold side by side: "his successor", "her Angolan counterpart".

Whoever is named so has the office from there on; who had it before has had it.
"""

from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.roles.roles import Role
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles
from reader.given_names import MAN, WOMAN

_REACH = 200  # tokens back to whose successor it is
_FORMER = "former "
_GENDERS = {"his": MAN, "her": WOMAN}


class Offices:
    """Reads roles that are told by somebody else's office."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    def meant(self, doc: Doc, role: Role, at: Map) -> Role | None:
        """Give the role that a relation means: that of whose successor he is; None where it says nothing.

        Roles must come in text order, each learned before the next.
        """
        if role.head not in ("successor", "predecessor", "counterpart"):
            return role
        holder = _holder(doc, role, at)
        if holder is None:
            return role if role.apposed else None
        text, head = next((text, head) for text, head in reversed(holder.roles.items()) if _is_office(head))
        if role.head == "counterpart":
            if role.country in (None, holder.country):
                return role
            return replace(role, text=role.text.replace("counterpart", _bare(text)), head=head)
        if role.head == "successor":
            _retire(holder, text, head)
            text = text.removeprefix(_FORMER)
            self._roster.changed[holder] = None
        else:
            text = text if text.startswith(_FORMER) else _FORMER + text
        tied = role.tied
        if holder.country and not tied:
            country = self._roster.country(holder.country)
            tied = (Occurrence(role.start, role.end, country, MentionForm.NOMINAL),)
        return replace(role, text=text, head=head, tied=tied)


def _holder(doc: Doc, role: Role, at: Map) -> Entry | None:
    """Whose office it is: the owner of the phrase, or the last one named before it who holds an office."""
    owner = role.owner.entry.now()
    first = at[role.start]
    if first is not None and first.entry.now().kind is ActorKind.PERSON and first.start == role.start:
        who = first.entry.now()
        return who if who is not owner and _has_office(who) else None
    gender = _GENDERS.get(fold(doc[role.start].text), "")
    for i in range(role.start - 1, max(-1, role.start - _REACH), -1):
        one = at[i]
        who = one.entry.now() if one else owner
        fits = not (gender and who.seems not in ("", gender))
        if who is owner or who.kind is not ActorKind.PERSON or not fits:
            continue
        if _has_office(who) or "\n" not in doc[i : role.start].text:
            return who if _has_office(who) else None  # "his" is the one of this paragraph, or nobody known
    return None


def _has_office(who: Entry) -> bool:
    return any(_is_office(head) for head in who.roles.values())


def _is_office(head: str) -> bool:
    return head in nouns().passing


def _bare(text: str) -> str:
    """The office in the words of a role: "prime minister" of "Israel's prime minister" or "... of Israel"."""
    lists = titles()
    found: list[str] = []
    for word in reversed(text.partition(" of ")[0].split()):
        if found and fold(word) not in lists.before | lists.heads:
            break
        found.insert(0, word.lower())
    return " ".join(found)


def _retire(holder: Entry, text: str, head: str) -> None:
    if not text.startswith(_FORMER):
        del holder.roles[text]
        holder.roles.setdefault(_FORMER + text, head)

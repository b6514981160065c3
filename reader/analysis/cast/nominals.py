"""Descriptions that stand for somebody: "the Russian president", "the correspondent", "the bank".

A description is tied to an actor by the role that a title or an apposition gave; where two fit, to nobody.
"""

from collections import deque
from dataclasses import dataclass, field

from spacy.tokens import Doc

from reader.analysis.cast.lexicon import nouns, organisations
from reader.analysis.cast.names import fold
from reader.analysis.cast.occurrences import Map
from reader.analysis.cast.phrases import POSSESSIVES, is_plural, singular
from reader.analysis.cast.roles import Role
from reader.analysis.cast.roster import Entry, Roster
from reader.analysis.findings import ActorKind, MentionForm

_REACH = 8_000  # code points that a description without a country reaches back


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase for one person or organisation at tokens `start` to `end`; its actor, if known."""

    start: int
    end: int
    head: str
    entry: Entry | None
    gender: str = ""
    confidence: float = 1.0


@dataclass(eq=False)
class _Bearers:
    """Who has borne a role, the latest last."""

    latest: deque[Entry] = field(default_factory=lambda: deque(maxlen=16))


class Nominals:
    """Remembers who has which role, and reads descriptions by it."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._heads: dict[str, _Bearers] = {}

    def learn(self, role: Role) -> None:
        """Keep a role for the descriptions to come."""
        entry = role.owner.entry.now()
        if entry.kind is ActorKind.ORGANISATION:
            entry.nominal = entry.nominal or role.head
        else:
            if role.text not in entry.roles:
                entry.roles[role.text] = role.head
            entry.gender = entry.gender or nouns().gender(role.head)
            entry.country = entry.country or role.country
        self._roster.changed[entry] = None
        self._bear(role.head, entry)

    def _bear(self, head: str, entry: Entry) -> None:
        bearers = self._heads.setdefault(head, _Bearers()).latest
        if entry in bearers:
            bearers.remove(entry)
        bearers.append(entry)

    def note_organisation(self, entry: Entry) -> None:
        """Let "the bank" mean an organisation whose name says that it is one."""
        if entry.nominal:
            self._bear(entry.nominal, entry)

    def describe(self, doc: Doc, index: int, offset: int, at: Map) -> Description | None:
        """Read the noun phrase that starts at token `index`, if it describes one person or organisation."""
        opened = fold(doc[index].text)
        owner = at[index]
        country: str | None = None
        i = index
        if owner is not None:
            is_start = owner.start == index and owner.entry.now().kind in (
                ActorKind.COUNTRY,
                ActorKind.ORGANISATION,
            )
            if not is_start or owner.end >= len(doc):
                return None
            if doc[owner.end].text in POSSESSIVES:  # "North Korea's leader"
                i, country = owner.end + 1, owner.entry.now().country
                opened = "the"
            else:
                return None
        elif opened in (
            "the",
            "this",
            "that",
            "a",
            "an",
            "his",
            "her",
            "their",
            "its",
            "our",
            "my",
            "another",
            "one",
        ):
            i += 1
        else:
            return None
        modifiers: list[str] = []
        head = None
        while i < len(doc) and i < index + 10:
            token = doc[i]
            inside = at[i]
            if inside is not None:
                if inside.form is MentionForm.DEMONYM or (
                    inside.entry.now().kind is ActorKind.COUNTRY and inside.start == i
                ):
                    country = inside.entry.now().country
                elif inside.entry.now().kind is ActorKind.PERSON:
                    break
                else:
                    modifiers += [fold(t.text) for t in doc[inside.start : inside.end]]
                i = inside.end
                if i < len(doc) and doc[i].text in POSSESSIVES:
                    i += 1
                continue
            word = fold(token.text)
            if (
                token.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM")
                and token.text != "-"
                and not (token.pos_ == "VERB" and head is None)
            ):
                break
            if token.pos_ == "NUM" and not token.text[:1].isdigit():
                return None  # "the one firm that ..."
            if token.pos_ in ("NOUN", "PROPN"):
                if head is not None:
                    modifiers.append(fold(doc[head].text))
                head = i
            elif token.text != "-":
                modifiers.append(word)
            i += 1
        if head is None:
            return None
        noun = fold(doc[head].text)
        followed = at[head + 1]
        if (
            followed is not None
            and followed.start == head + 1
            and followed.entry.now().kind is ActorKind.PERSON
        ):
            return None  # "the actor Tom Hanks": the name is the mention
        modifiers = [word for word in modifiers if word not in nouns().idle]
        if country is None and head + 2 < len(doc) and fold(doc[head + 1].text) == "of":
            following = head + 2 + (fold(doc[head + 2].text) == "the")
            after = at[following]
            if after is not None:
                country = after.entry.now().country
                modifiers += [] if after.entry.now().kind is ActorKind.COUNTRY else ["of"]
            else:
                modifiers.append("of")
        end = head + 1
        if nouns().is_person(noun) and not is_plural(noun):
            entry, sure = (None, 0.0)
            if opened in ("the", "this", "that"):
                entry, sure = self._person(noun, country, modifiers, offset + doc[index].idx)
            return Description(index, end, noun, entry, nouns().gender(noun), sure)
        if (
            noun in organisations().nominals
            and opened in ("the", "this", "that")
            and not modifiers
            and owner is None
        ):
            entry, sure = self._organisation(noun, country, offset + doc[index].idx)
            return Description(index, end, noun, entry, "", sure) if entry else None
        return None

    def _person(
        self, noun: str, country: str | None, modifiers: list[str], at: int
    ) -> tuple[Entry | None, float]:
        """The one whose role is `noun`, of `country` if named, with all `modifiers` in its words."""
        fits: dict[Entry, int] = {}
        for head, bearers in self._same(noun):
            for bearer in bearers.latest:
                entry = bearer.now()
                if entry.kind is not ActorKind.PERSON or (country and entry.country != country):
                    continue
                reach = _REACH // 5 if noun in nouns().leaders else _REACH  # many presidents may be on stage
                if not country and at - entry.last > reach:
                    continue
                said = [
                    set(fold(text).replace("-", " ").split()) for text, h in entry.roles.items() if h == head
                ]
                if modifiers and not any(words.issuperset(modifiers) for words in said):
                    continue
                if not modifiers and all(_is_lesser(words, noun) for words in said):
                    continue
                if (gender := nouns().gender(noun)) and entry.gender and gender != entry.gender:
                    continue
                fits[entry] = max(fits.get(entry, 0), entry.last)
        if not fits:
            return None, 0.0
        if len(fits) == 1:
            return next(iter(fits)), 0.92 if country or modifiers else 0.85
        first, second = sorted(fits, key=lambda entry: -fits[entry])[:2]
        apart = (at - fits[second]) > 4 * max(200, at - fits[first])
        return (first, 0.65) if apart else (None, 0.0)

    def _organisation(self, noun: str, country: str | None, at: int) -> tuple[Entry | None, float]:
        bearers = self._heads.get({"firm": "company", "lender": "bank", "paper": "newspaper"}.get(noun, noun))
        if bearers is None:
            return None, 0.0
        fits = {
            e.now()
            for e in bearers.latest
            if at - e.now().last < _REACH // 2 and e.now().kind is ActorKind.ORGANISATION
        }
        if country:
            fits = {entry for entry in fits if entry.country == country}
        if len(fits) == 1:
            return next(iter(fits)), 0.8
        return None, 0.0

    def _same(self, noun: str) -> list[tuple[str, _Bearers]]:
        known = nouns()
        return [
            (head, bearers)
            for head, bearers in self._heads.items()
            if known.same(singular(head), noun) or head == noun
        ]


def _is_lesser(words: set[str], noun: str) -> bool:
    """Tell a role that the bare noun does not stand for: "the president" is no vice president."""
    return noun in nouns().offices and bool(words & {"vice", "deputy", "assistant", "former", "ex"})

"""Who is whose wife, son or lawyer: "her son" is Daniel once the article has said so, above or below.

Read when pronouns are resolved, since most are "his" or "her"; "my" is whoever speaks. A tie holds both ways:
of "her husband, Peter" follows whom "his wife" means.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from reader.analysis.cast.descriptions.owners import Owners, SpeakerAt, person_at
from reader.analysis.cast.roles.noun_phrases import DEFINITE
from reader.analysis.cast.roles.roles import Role
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import head_of, own_subject, sentence_start
from reader.analysis.lexicon.spelling import fold
from reader.given_names import MAN, WOMAN

_LATEST = 64  # ties that are kept
_SOON = 200  # tokens within which somebody is named
_BESIDE = 1_000  # code points between two that tell one tie from both ends
_NEXT = 60  # tokens within which somebody of the same family is
_MARRYING = frozenset({"married", "marries", "wed", "weds"})
_STRANGER = "stranger"  # a tie that rules out all others
_OF = frozenset({"of"})
_OF_LAWYERS = frozenset({"of", "for", "representing", "defending"})
_OF_OTHERS = frozenset({"his", "her", "their"})
_OF_SPEAKERS = frozenset({"my", "our"})
_OF_SEVERAL = frozenset({"first", "second", "third", "fourth", "next", "other", "newborn", "unborn"})

#: Ties that follow from two others.
_THROUGH = {
    "child": (("spouse", "child"), ("child", "sibling")),
    "parent": (("sibling", "parent"), ("parent", "spouse")),
    "sibling": (("parent", "child"), ("sibling", "sibling")),
    "spouse": (("child", "parent"),),
    "grandchild": (("child", "child"), ("grandchild", "sibling")),
    "grandparent": (("parent", "parent"), ("sibling", "grandparent")),
    "nephew": (("sibling", "child"),),
    "uncle": (("parent", "sibling"),),
}

_OLDER, _YOUNGER = frozenset({"parent", "grandparent"}), frozenset({"child", "grandchild"})
_GENERATION = 18  # years at least


@dataclass(frozen=True, slots=True)
class _Relative:
    """Somebody told by a noun at tokens `start` to `end`: "her son", "the son of Ann Lee"."""

    start: int
    end: int
    noun: str
    entry: Entry


class Kin:
    """Keeps the ties between people for the descriptions to come."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._ties: deque[tuple[Entry, str, Entry]] = deque(maxlen=_LATEST)  # whose, what, who

    def read(
        self,
        doc: Doc,
        at: Map,
        roles: Iterable[Role],
        described: list[Occurrence],
        pronouns: list[Occurrence],
        speaker_at: SpeakerAt,
        defendants: frozenset[Entry] = frozenset(),
    ) -> None:
        """Learn the ties of a document, and let whom a description meant so far be whom they name.

        A lawyer's client, if nothing tells who it is, is the one defendant.
        """
        owners = Owners(doc, at, described, pronouns, speaker_at)
        for first, second in self._unrelated(doc, owners):
            self._ties += [(first, _STRANGER, second), (second, _STRANGER, first)]
        introduced = [role for role in roles if nouns().tie(role.head)]
        before: Entry | None = None  # who was told of last in the sentence, whose she is, and by which words
        owner: Entry | None = None
        last = "", ""
        sentence = -1
        for one in sorted(_told(doc, introduced, described), key=lambda each: each.start):
            tie, who = nouns().tie(one.noun), one.entry.now()
            whose = owners.of(one.start, one.end, _OF_LAWYERS if tie == "lawyer" else _OF)
            if not tie or who.kind is not ActorKind.PERSON:
                continue
            if sentence != (sentence := sentence_start(doc, one.start)):
                before = owner = None
            word = fold(doc[one.start].text)
            goes_on = word == last[0] and tie != nouns().inverse.get(last[1])
            if whose is before and owner is not None and goes_on:
                whose = owner  # "her mother, Ann, and her brother": not the mother's
            name = self._named(doc, at, one, introduced, whose)
            if name is not None:
                self._roster.merge(who, name)
                who = name
            if whose is not None and whose is not who:
                self._learn(whose, tie, who)
            before, owner, last = who.now(), whose, (word, tie)
        for husband, wife in _married(doc, owners):
            self._learn(husband, "spouse", wife)
        for whose, tie, who in list(self._ties):  # what was learned since may tell who they are
            if not who.now().named and whose.now().named:
                self._recognise(whose.now(), tie, who.now())
            if (
                tie == "client"
                and not who.now().named
                and len(defendants) == 1
                and whose.now() not in defendants
            ):
                self._roster.merge(who.now(), *defendants)

    def _named(
        self, doc: Doc, at: Map, one: _Relative, roles: list[Role], whose: Entry | None
    ) -> Entry | None:
        """Who a relative without a name is, as the words around tell; no stranger to those whose she is."""
        who = one.entry.now()
        if who.named:
            return None
        name = _named_soon(doc, one, roles) or _namesake(doc, at, one, whose)
        if name is None and _is_theirs(doc, one):
            name = self._theirs(nouns().tie(one.noun), who)
        return None if whose is not None and name in self.are(_STRANGER, whose) else name

    def _learn(self, owner: Entry, tie: str, who: Entry) -> None:
        who = self._recognise(owner, tie, who)
        back = nouns().inverse[tie]
        self._ties.append((owner, tie, who))
        self._ties.append((who, back, self._recognise(who, back, owner)))

    def _recognise(self, owner: Entry, tie: str, who: Entry) -> Entry:
        """Make one of somebody without a name and who is known to be the same to `owner`."""
        known = {one for one in self._known(owner, tie, who) if one is not who and _may_be_one(one, who)}
        seen = self._seen_from(owner, tie, who) if owner.named and not (known or who.named) else None
        if seen is not None:
            self._roster.merge(seen[1], owner)
            known = {seen[0]}
        if len(known) != 1:
            return who
        (one,) = known
        if one.named and who.named:
            return who
        stranger, other = (who, one) if one.named else (one, who)
        self._roster.merge(stranger, other)
        return other

    def _known(self, owner: Entry, tie: str, who: Entry) -> set[Entry]:
        """Who is so tied to `owner` by what was told, or who may be as one of the family."""
        known = self.are(tie, owner) - {who}
        for near, far in _THROUGH.get(tie, ()):  # her husband's daughter
            known |= {one for other in self.are(near, owner) for one in self.are(far, other)} - {owner}
        if who.named or known:
            return known
        family = {one for one in self._of_the_family(owner) if _is_of_age(owner, tie, one)}
        sure = {one for one in family if _is_known_to_be(one, who.seems)}
        return sure or {one for one in family if _is_known_to_be(one, "")}

    def _seen_from(self, owner: Entry, tie: str, who: Entry) -> tuple[Entry, Entry] | None:
        """Whose is one without a name who may be `owner`, if he may be `who`: "her son", "his mother"."""
        found = {
            (whose.now(), stranger.now())
            for whose, back, stranger in self._ties
            if back == nouns().inverse[tie] and whose.now().named and not stranger.now().named
        }
        fits = [
            (whose, stranger)
            for whose, stranger in found
            if whose is not owner
            and _may_be_one(whose, who)
            and _may_be_one(stranger, owner)
            and abs(stranger.last - who.last) < _BESIDE
        ]
        return fits[0] if len(fits) == 1 else None

    def are(self, tie: str, owner: Entry) -> set[Entry]:
        """Who is known to be so tied to `owner`."""
        return {one.now() for whose, what, one in self._ties if what == tie and whose.now() is owner}

    def _theirs(self, tie: str, who: Entry) -> Entry | None:
        """The one who is known to be so tied to anybody: "their mother"."""
        known = {one.now() for _, what, one in self._ties if what == tie}
        fits = [one for one in known if one.named and _may_be_one(one, who)]
        return fits[0] if len(fits) == 1 else None

    def _of_the_family(self, owner: Entry) -> set[Entry]:
        """Who has the family name of `owner`, and no other tie to her: "my brother" of the one Urquhart."""
        tied = {one.now() for whose, _, one in self._ties if whose.now() is owner and one.now().named}
        return set(self._roster.namesakes(owner)) - tied

    def _unrelated(self, doc: Doc, owners: Owners) -> Iterator[tuple[Entry, Entry]]:
        """Who bear one family name and are said not to be related: two of a sentence, or one to all."""
        for token in doc:
            if not _denies_kin(token):
                continue
            about = own_subject(token)
            if about is not None and owners.standing(about.i) is None:
                continue  # "the charge is not related"
            people = {who for i in range(token.sent.start, token.sent.end) if (who := owners.standing(i))}
            for who in people:
                namesakes = set(self._roster.namesakes(who))
                yield from ((who, other) for other in namesakes & people or namesakes)


def _may_be_one(one: Entry, other: Entry) -> bool:
    return not one.seems or not other.seems or one.seems == other.seems


def _denies_kin(token: Token) -> bool:
    """Tell "is not related to him", "(no relation)", but not "an unrelated case"."""
    word, before = fold(token.text), fold(token.nbor(-1).text) if token.i else ""
    if word == "unrelated":
        return token.dep_ != "amod"
    return (word == "related" and before in ("not", "n't", "n’t")) or (word == "relation" and before == "no")


def _is_known_to_be(one: Entry, gender: str) -> bool:
    heard = MAN if one.heard > 0 else WOMAN if one.heard < 0 else ""
    return gender in ("", one.seems or heard) if gender else not (one.seems or heard)


def _is_of_age(owner: Entry, tie: str, one: Entry) -> bool:
    """Tell whether somebody may be of the generation: no father was introduced as a son, or is as old."""
    if tie not in _OLDER | _YOUNGER:
        return True
    if one.rank == ("younger" if tie in _OLDER else "elder"):
        return False
    years = (one.age - owner.age) * (1 if tie in _OLDER else -1)
    return not (one.age and owner.age) or years >= _GENERATION


def _named_soon(doc: Doc, one: _Relative, roles: list[Role]) -> Entry | None:
    """Who is named soon after in the same words, whoever "her" is: "her son ... Daniel, her son,"."""
    word = fold(doc[one.start].text)
    words = {word, *DEFINITE} | (_OF_OTHERS if word in _OF_SPEAKERS else set())
    later = (role for role in roles if role.head == one.noun and one.start < role.start < one.start + _SOON)
    named = {role.owner.entry.now() for role in later if fold(doc[role.start].text) in words}
    return named.pop() if len(named) == 1 else None


def _namesake(doc: Doc, at: Map, one: _Relative, whose: Entry | None) -> Entry | None:
    """Who begins a sentence soon after, new and of the same family: "his widow ... / Ann Lee said"."""
    if whose is None or whose.person is None or len(whose.person.words) < 2:
        return None
    for i in range(one.end, min(len(doc), one.end + _NEXT)):
        name = at[i] if doc[i].is_sent_start else None
        who = person_at(name)
        if name is None or who is None or who is whose or name.form is not MentionForm.NAME:
            continue
        same = (
            who.person is not None and len(who.person.words) > 1 and who.person.family == whose.person.family
        )
        return who if same and who.count < 3 and not who.heads and _may_be_one(who, one.entry.now()) else None
    return None


def _married(doc: Doc, owners: Owners) -> Iterator[tuple[Entry, Entry]]:
    """Who "married" whom, both named or meant by a pronoun."""
    for verb in doc:
        if fold(verb.text) not in _MARRYING or verb.pos_ != "VERB":
            continue
        first, second = own_subject(verb), next((each for each in verb.children if each.dep_ == "obj"), None)
        one = owners.standing(first.i) if first is not None else None
        other = owners.standing(second.i) if second is not None else None
        if one is not None and other is not None and one is not other and one.named and other.named:
            yield one, other


def _is_theirs(doc: Doc, one: _Relative) -> bool:
    """Tell "their mother" from "their second child", who is one of several."""
    words = {fold(token.text) for token in doc[one.start : one.end]}
    return "their" in words and not words & _OF_SEVERAL


def _told(doc: Doc, roles: Iterable[Role], described: Iterable[Occurrence]) -> Iterator[_Relative]:
    """Where people are told by a noun, by which, and who they are."""
    for role in roles:
        yield _Relative(role.start, role.end, role.head, role.owner.entry)
    for one in described:
        noun = fold(head_of(doc, one.start, one.end).text)
        yield _Relative(one.start, one.end, noun, one.entry)

"""Who is whose wife, son or lawyer: "her son" is Daniel once the article has said so, above or below.

Read when pronouns are resolved, since most are "his" or "her"; "my" is whoever speaks. A tie holds both ways:
of "her husband, Peter" follows whom "his wife" means.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from reader.analysis.cast.descriptions.owners import Owners, SpeakerAt, person_at
from reader.analysis.cast.descriptions.ties import Ties, may_be_one
from reader.analysis.cast.roles.noun_phrases import DEFINITE
from reader.analysis.cast.roles.roles import Role
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import head_of, own_subject, sentence_start
from reader.analysis.lexicon.spelling import fold

_SOON = 200  # tokens within which somebody is named
_NEXT = 60  # tokens within which somebody of the same family is
_MARRYING = frozenset({"married", "marries", "wed", "weds"})
_RELATIVE = frozenset({"who", "whom"})
_OF = frozenset({"of"})
_OF_LAWYERS = frozenset({"of", "for", "representing", "defending"})
_OF_OTHERS = frozenset({"his", "her", "their"})
_OF_SPEAKERS = frozenset({"my", "our"})
_OF_SEVERAL = frozenset({"first", "second", "third", "fourth", "next", "other", "newborn", "unborn"})


@dataclass(frozen=True, slots=True)
class _Relative:
    """Somebody told by a noun at tokens `start` to `end`: "her son", "the son of Ann Lee"."""

    start: int
    end: int
    noun: str
    entry: Entry


class Kin:
    """Reads who is whose, and whom relatives without a name mean."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self.ties = Ties(roster)
        self._told: list[_Relative] = []  # in the document that is read
        self._roles: list[Role] = []
        self._owners: dict[Entry, Entry] = {}  # of relatives without a name, whose each was told to be first
        self._apart: dict[tuple[Entry, str, str], Entry] = {}  # those of others, by tie and sex

    def begin(
        self, doc: Doc, at: Map, roles: Iterable[Role], described: list[Occurrence], speaker_at: SpeakerAt
    ) -> None:
        """Look at a document whose pronouns are not resolved yet."""
        self._deny(doc, Owners(doc, at, described, (), speaker_at))
        self._roles = [role for role in roles if nouns().tie(role.head)]
        self._told = sorted(_told(doc, self._roles, described), key=lambda each: each.start)
        for one in self._told:
            if one.entry.now().named and _is_theirs(doc, one):
                self.ties.note(nouns().tie(one.noun), one.entry.now())

    def heed(self, doc: Doc, index: int, whose: Entry) -> None:
        """Learn whose a relative is as soon as the pronoun at `index` tells, which later ones may mean."""
        one = next((each for each in self._told if each.start == index), None)
        tie, who = (nouns().tie(one.noun), one.entry.now()) if one is not None else ("", whose)
        if one is None or not tie or who is whose or who.kind is not ActorKind.PERSON:
            return
        start = sentence_start(doc, index)
        if any(each.entry.now() is whose for each in self._told if start <= each.start < index):
            return
        if who.named:
            self.ties.learn(whose, tie, who)
        elif not self._is_anothers(one, whose):
            self.ties.recognise(whose, tie, who)

    def read(
        self,
        doc: Doc,
        at: Map,
        described: list[Occurrence],
        pronouns: list[Occurrence],
        speaker_at: SpeakerAt,
        defendants: frozenset[Entry] = frozenset(),
    ) -> None:
        """Learn the ties of the document begun, and let whom a description meant so far be whom they name.

        A lawyer's client, if nothing tells who it is, is the one defendant.
        """
        owners = Owners(doc, at, described, pronouns, speaker_at)
        self._deny(doc, owners)
        before: Entry | None = None  # who was told of last in the sentence, whose she is, and by which words
        owner: Entry | None = None
        last = "", ""
        sentence = -1
        for one in self._told:
            tie, who = nouns().tie(one.noun), one.entry.now()
            if not tie:
                continue
            whose = owners.of(one.start, one.end, _OF_LAWYERS if tie == "lawyer" else _OF)
            if who.kind is not ActorKind.PERSON:
                continue
            if sentence != (sentence := sentence_start(doc, one.start)):
                before = owner = None
            word = fold(doc[one.start].text)
            goes_on = word == last[0] and tie != nouns().inverse.get(last[1])
            if whose is before and owner is not None and goes_on:
                whose = owner  # "her mother, Ann, and her brother": not the mother's
            if whose is not None and self._is_anothers(one, whose):
                one = self._of_another(doc, one, whose, described)
                who = one.entry.now()
            if whose is None and _is_theirs(doc, one) and (pair := _pair(doc, at, one.start)):
                self.ties.learn_pair(tie, *pair)
            name = self._named(doc, at, one, whose, owners)
            if name is not None:
                self._roster.merge(who, name)
                who = name
            if whose is not None and whose is not who:
                self.ties.learn(whose, tie, who)
            elif whose is None and who.named and _is_theirs(doc, one):
                self.ties.learn_theirs(tie, who)
            before, owner, last = who.now(), whose, (word, tie)
        for husband, wife in _married(doc, owners):
            self.ties.learn(husband, "spouse", wife)
        self.ties.review(defendants)

    def _is_anothers(self, one: _Relative, whose: Entry) -> bool:
        """Tell "her mother" of one from "her mother" of another, whom the same words had meant so far."""
        if one.entry.named or not whose.named:
            return False
        return self._owners.setdefault(one.entry, whose).now() is not whose

    def _of_another(self, doc: Doc, one: _Relative, whose: Entry, described: list[Occurrence]) -> _Relative:
        """Let the words mean somebody else, who is the same one wherever she is that one's."""
        words, gender = doc[one.start : one.end].text, nouns().gender(one.noun)
        key = whose, nouns().tie(one.noun), gender
        if (other := self._apart.get(key)) is None:
            other = self._apart[key] = self._roster.stranger(words[:1].lower() + words[1:])
            other.gender, other.vague, other.heads = gender, True, {one.noun}
        for i, each in enumerate(described):
            if (each.start, each.end) == (one.start, one.end):
                described[i] = replace(each, entry=other)
        return replace(one, entry=other)

    def _named(self, doc: Doc, at: Map, one: _Relative, whose: Entry | None, owners: Owners) -> Entry | None:
        """Who a relative without a name is, as the words around tell; no stranger to those whose she is."""
        who = one.entry.now()
        if who.named:
            return None
        roles = (each for each in self._roles if _may_be_same(whose, owners.of(each.start, each.end)))
        name = _named_soon(doc, one, roles) or _namesake(doc, at, one, whose)
        if name is None and _is_theirs(doc, one):
            name = self.ties.one_so_tied(nouns().tie(one.noun), who)
        is_other = whose is not None and name is not None and self.ties.are_strangers(whose, name)
        return None if is_other else name

    def _deny(self, doc: Doc, owners: Owners) -> None:
        for one, other in self._unrelated(doc, owners):
            self.ties.rule_out(one, other)

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


def _denies_kin(token: Token) -> bool:
    """Tell "is not related to him", "(no relation)", but not "an unrelated case"."""
    word, before = fold(token.text), fold(token.nbor(-1).text) if token.i else ""
    if word == "unrelated":
        return token.dep_ != "amod"
    return (word == "related" and before in ("not", "n't", "n’t")) or (word == "relation" and before == "no")


def _may_be_same(one: Entry | None, other: Entry | None) -> bool:
    """Tell whether two owners may be one: neither is known, or both are the same, or one has no name."""
    return one is other or one is None or other is None or not (one.named and other.named)


def _named_soon(doc: Doc, one: _Relative, roles: Iterable[Role]) -> Entry | None:
    """Who is named soon after in the same words: "her son ... Daniel, her son,"."""
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
        return who if same and who.count < 3 and not who.heads and may_be_one(who, one.entry.now()) else None
    return None


def _married(doc: Doc, owners: Owners) -> Iterator[tuple[Entry, Entry]]:
    """Who "married" whom, both named or meant by a pronoun: "Ann Lee, whom he married in May,"."""
    for verb in doc:
        if fold(verb.text) not in _MARRYING or verb.pos_ != "VERB":
            continue
        first, second = own_subject(verb), _wed(verb)
        one = _standing(first, verb, owners) if first is not None else None
        other = _standing(second, verb, owners) if second is not None else None
        if one is not None and other is not None and one is not other and one.named and other.named:
            yield one, other


def _wed(verb: Token) -> Token | None:
    """Whom somebody "married", or "is married to"."""
    to = (each for each in verb.children if each.dep_ in ("obl", "nmod") and _case(each) == "to")
    return next((each for each in verb.children if each.dep_ == "obj"), None) or next(to, None)


def _case(token: Token) -> str:
    return next((fold(child.text) for child in token.children if child.dep_ == "case"), "")


def _standing(token: Token, verb: Token, owners: Owners) -> Entry | None:
    """The person whom a token means; "who" and "whom" mean who stands before the clause."""
    if fold(token.text) in _RELATIVE and verb.dep_ == "acl:relcl":
        token = verb.head.head if verb.head.dep_ == "appos" else verb.head
    return owners.standing(token.i)


def _pair(doc: Doc, at: Map, before: int) -> tuple[Entry, Entry] | None:
    """The two people named side by side last: "Ann and Max Lee", of whom "their mother" is told."""
    for i in range(before - 1, max(-1, before - _NEXT), -1):
        name = at[i]
        if (second := person_at(name)) is None or name is None:
            continue
        word = head_of(doc, name.start, name.end)
        first = person_at(at[word.head.i]) if word.dep_ == "conj" else None
        many = first is not None and sum(child.dep_ == "conj" for child in word.head.children) > 1
        return None if first is None or many or first is second else (first, second)
    return None


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

"""People without a name in the article: "a mother of three", "the driver", "her son".

Each is somebody from the first words on, and the same one when she comes again, as "the mother", "the woman"
or "her son" once more. Whether the article makes so much of her that she is worth a place on the list is
told later, see :mod:`reader.analysis.billing`.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from reader.analysis.cast.descriptions.identified import identified
from reader.analysis.cast.descriptions.nominals import Description, Nominals
from reader.analysis.cast.roles.noun_phrases import DEFINITE
from reader.analysis.cast.roles.roles import Role
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.cues import words
from reader.analysis.lexicon.generics import is_anybody, is_thing
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import POSSESSIVES, head_of, own_subject, phrase_end
from reader.analysis.lexicon.spelling import fold

_LATEST = 12  # of those without a name, who may be meant again
_REACH = 3_000  # code points within which that may be
_FRESH = 700  # within which the last of several is meant
_LONGEST = 8  # words that somebody is called by
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_WORDS = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})
_LINKS = frozenset({"of", "from", "for", "at", "with"})
_AGED = re.compile(r"in (?:his|her) (?:early |mid |late )?\d0s\b")  # "a caster in his 60s"
_OF = frozenset({"of"})  # but not "her son for a week"
_OTHER = frozenset({"other", "second", "third", "next", "latter", "former"})  # "the other man" is no one met
_COUNTED = words("grammar", "counted") - {"other"}  # "the second man", whom nobody has named
_LESSER = frozenset({"deputy", "vice", "assistant"})
_ANYBODY = frozenset({"man", "woman", "boy", "girl", "person"})
_CHILDREN = frozenset({"boy", "girl"})
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.COUNTRY})
_FIRST, _AGAIN, _GUESSED = 0.95, 0.85, 0.6
_NEW = 0.75  # that "the driver" is nobody of whom was told


@dataclass(eq=False)
class _Known:
    """Somebody met: the nouns and all the words that were used, and who owns her ("her son"), if anybody."""

    entry: Entry
    owner: str
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    place: int = -1  # of the word by which it hangs that was used last


class Unnamed:
    """Keeps those without a name for the descriptions to come."""

    def __init__(self, roster: Roster, nominals: Nominals) -> None:
        self._roster, self._nominals = roster, nominals
        self._latest: deque[_Known] = deque(maxlen=_LATEST)
        self._headline: list[_Known] = []  # whom the headline tells by a bare noun, not named yet

    def meet(self, doc: Doc, each: Description, offset: int, at: Map) -> Iterator[Occurrence]:
        """Give whom a description means that is nobody named: somebody met before, or somebody new."""
        here = offset + doc[each.start].idx
        if (same := self._explained(doc, each, offset)) is not None:
            introduced = same.entry.vague and doc[each.end - 1].dep_ != "appos"
            same.nouns.add(each.head)
            same.entry.vague = False  # "a father of two, a boda boda rider"
            if introduced:  # "the last to speak was a nurse"
                yield Occurrence(each.start, each.end, same.entry, MentionForm.NOMINAL, _AGAIN)
            return
        if _is_said_of_somebody(doc, each, at) or is_anybody(doc[each.end - 1]):
            return
        if is_thing(doc, each.start, each.end - 1):
            return
        said = {fold(token.text) for token in doc[each.start : each.end] if token.pos_ in _WORDS}
        known, sure = self._again(doc, each, said, here)
        if known is None:
            known, sure = self._new(doc, each, here, at), _NEW if _is_definite(doc, each) else _FIRST
            self._latest.append(known)
        known.nouns.add(each.head)
        known.entry.nameless |= self._nominals.is_nameless(each.end - 1)
        known.place = offset + head_of(doc, each.start, each.end).idx
        known.words |= said
        known.entry.gender = known.entry.gender or each.gender
        end = _called_until(doc, each)
        self._roster.note(known.entry, called(doc, each), here)
        who = identified(doc, each.start, each.end, at)
        if who is not None and each.gender in ("", who.gender or each.gender):
            self._roster.merge(known.entry, who)
            self._nominals.call(who, *known.nouns)
        yield Occurrence(each.start, end, known.entry, MentionForm.NOMINAL, sure)

    def announce(self, doc: Doc, each: Description, at: Map) -> Occurrence:
        """Give whom a headline tells by a bare noun: somebody to be shown when the article names him."""
        entry = self._roster.stranger(called(doc, each))
        entry.vague, entry.gender = True, each.gender
        said = {fold(token.text) for token in doc[each.start : each.end] if at[token.i] is None}
        self._headline.append(_Known(entry, "", {each.head}, said - {each.head} - nouns().idle))
        return Occurrence(each.start, each.end, entry, MentionForm.NOMINAL, _AGAIN)

    def reveal(self, met: Iterable[Entry]) -> None:
        """Let those who keep their names back be nobody whom the article names."""
        for who in met:
            if who.nameless and who.vague:
                who.vague = False
                self._roster.changed[who] = None

    def named(self, who: Entry, heads: Iterable[str], said: Set[str] | None = None) -> None:
        """Let whom the headline told be the first one named who is it, by all that is `said` of him."""
        for one in list(self._headline):
            is_so = any(nouns().same(noun, head) for noun in one.nouns for head in heads)
            if (
                is_so
                and (said is None or one.words <= said)
                and one.entry.gender in ("", who.seems or one.entry.gender)
            ):
                self._headline.remove(one)
                self._roster.merge(one.entry, who)

    def name(self, doc: Doc, role: Role, offset: int) -> None:
        """Let somebody met without a name be who is told to be it: "a guard ... the guard, Ann Lee"."""
        who, gender = role.owner.entry.now(), nouns().gender(role.head)
        if who.kind is ActorKind.PERSON:
            self.named(who, (role.head,), set(fold(role.text).split()))
        if fold(doc[role.start].text) not in DEFINITE or who.kind is not ActorKind.PERSON:
            return
        each = Description(role.start, role.end, role.head, None, gender)
        said = {fold(token.text) for token in doc[role.start : role.end] if token.pos_ in _WORDS}
        known, _ = self._again(doc, each, said, offset + doc[role.start].idx)
        if known is None or self._nominals.has_met(who, known.place):
            return
        if known.entry.gender in ("", who.seems or known.entry.gender):
            self._roster.merge(known.entry, who)
            self._nominals.call(who, *known.nouns)

    def _explained(self, doc: Doc, each: Description, offset: int) -> _Known | None:
        """Whom a description explains: "another neighbour, a machinist", "the last witness was a nurse"."""
        head = doc[each.end - 1]
        is_predicate = any(child.dep_ == "cop" for child in head.children)
        told = own_subject(head) if is_predicate and fold(doc[each.start].text) in _INDEFINITE else None
        told = head.head if head.dep_ == "appos" else told
        place = offset + told.idx if told is not None else -1
        return next((one for one in self._latest if one.place == place >= 0), None)

    def _new(self, doc: Doc, each: Description, here: int, at: Map) -> _Known:
        entry = self._roster.stranger(called(doc, each))
        opener = fold(doc[each.start].text)
        is_counted = each.called or fold(doc[each.start + 1].text) in _COUNTED
        if (opener in DEFINITE or at[each.start]) and not is_counted:
            owned = any(token.text in POSSESSIVES for token in doc[each.start : each.end])
            known = nouns().kin if at[each.start] or owned else nouns().parties
            one = at[each.start]
            is_ours = one is not None and one.entry.now().kind is ActorKind.PERSON  # "Roe's lawyer"
            told = each.head in known or (is_ours and nouns().may_speak(each.head))
            entry.vague = not told or self._nominals.knows(each.head)
            entry.vague &= not self._nominals.is_nameless(each.end - 1)
        if each.head in nouns().kin:  # "his wife" may be named, where a family is on stage
            entry.vague |= self._roster.is_family_near(here)
        if each.head in words("nouns", "mouthpieces"):  # whoever they speak for speaks
            is_for = fold(doc[each.end : each.end + 1].text) == "for"
            until = phrase_end(doc, each.end + 1) if is_for else _called_until(doc, each)
            entry.vague |= any((one := at[i]) and one.entry.kind in _BODIES for i in range(each.start, until))
        entry.heads.add(each.head)
        return _Known(entry, "" if opener in DEFINITE | _INDEFINITE else opener)

    def _again(self, doc: Doc, each: Description, words: set[str], here: int) -> tuple[_Known | None, float]:
        """Who of those met is meant, and how sure that is."""
        opener = fold(doc[each.start].text)
        if opener in _INDEFINITE or words & _OTHER:
            return None, 0.0
        near = [
            one
            for one in self._latest
            if one.entry.into is None
            and here - one.entry.last < _REACH
            and each.gender in ("", one.entry.gender or each.gender)
        ]
        if opener in DEFINITE and each.head in _ANYBODY and _is_told_apart(doc, each):
            return None, 0.0
        if opener not in DEFINITE:
            kin = [one for one in near if one.owner == opener and each.head in one.nouns]
            return (kin[-1], _AGAIN) if kin else (None, 0.0)
        more = words - {each.head} - nouns().idle
        # "The officer who took the drawings" is not the official who was met.
        alike = nouns().same if _is_told_apart(doc, each) else nouns().related
        same = [
            one
            for one in near
            if more <= one.words
            and not (one.words ^ words) & _LESSER
            and any(alike(noun, each.head) for noun in one.nouns)
        ]
        if len(same) == 1:
            return same[0], _AGAIN
        if not same and each.head in _ANYBODY and not more:
            named = (one for one in self._roster.recent(here) if one.kind is ActorKind.PERSON)
            rivals = (one.last for one in named if each.gender in ("", one.seems or each.gender))
            grown = each.head not in _CHILDREN
            same = [one for one in near if one.entry.last > max(rivals, default=-1)]
            same = [one for one in same if grown or not _has_trade(one)]
        same.sort(key=lambda one: one.entry.last)
        return (same[-1], _GUESSED) if same and here - same[-1].entry.last < _FRESH else (None, 0.0)


def _has_trade(one: _Known) -> bool:
    """Tell a steward, who is no boy."""
    known = nouns()
    return not one.nouns <= known.plain | known.kin | known.parties | known.ages.keys()


def _is_definite(doc: Doc, each: Description) -> bool:
    return fold(doc[each.start].text) in DEFINITE


def _is_said_of_somebody(doc: Doc, each: Description, at: Map) -> bool:
    """Tell "its envoy in Lagos, Jane Roe", and what somebody is: "she is a nurse", "works as a nurse"."""
    end = max(each.end, phrase_end(doc, each.start))
    behind = at[end + 1] if end < len(doc) and doc[end].text == "," else None
    head = doc[each.end - 1]
    if behind is not None and behind.entry.now().kind is ActorKind.PERSON:
        name = head_of(doc, behind.start, behind.end)
        if head.dep_.startswith("nsubj") or not name.dep_.startswith("nsubj"):
            return True  # but not "besides his wife, Mr. Roe leaves"
    told = own_subject(head)
    is_predicate = any(child.dep_ == "cop" for child in head.children) and not _is_last(head, told)
    is_predicate &= told is None or not _introduces(told)
    is_apposed = head.dep_ == "appos" and at[head.head.i] is not None
    is_capacity = each.start > 0 and fold(doc[each.start - 1].text) == "as"
    return is_predicate or is_apposed or (is_capacity and not head.dep_.startswith("nsubj"))


def _introduces(told: Token) -> bool:
    """Tell the subjects of "it was the guard who opened", "one is a farmer" and "the other is a student"."""
    return fold(told.text) in words("grammar", "counted") | {"it", "one", "another"}


def _is_last(head: Token, told: Token | None) -> bool:
    """Tell "among the guests is a baker" and "at the gate was a woman", whose subject comes last."""
    is_subject = told is not None and all(child.dep_ != "case" for child in told.children)
    return head.dep_ in ("ROOT", "root") and not is_subject


def _is_told_apart(doc: Doc, each: Description) -> bool:
    """Tell "the man expected to win" and "the woman he met", whom that tells from whoever was met."""
    after = doc[each.end] if each.end < len(doc) else None
    hangs = after is not None and each.end - 1 in (after.head.i, after.head.head.i)
    return hangs and after is not None and (after.pos_ in ("ADP", "VERB", "PRON") and after.dep_ != "ROOT")


def _called_until(doc: Doc, each: Description) -> int:
    """Where the words end that somebody is called by: "a mother of three", "a woman from Trieste"."""
    end = each.end
    if _AGED.match(doc[end : end + 4].text):
        return end + (3 if doc[end + 2].text[0].isdigit() else 4)
    links = _OF if each.head in nouns().kin else _LINKS
    if end < len(doc) and fold(doc[end].text) in links:
        further = phrase_end(doc, end + 1, _LONGEST)
        stop = next((i for i in range(end + 1, further) if doc[i].pos_ == "ADP"), further)
        end = stop if 1 < stop - end < _LONGEST else end
    return end


def called(doc: Doc, each: Description) -> str:
    """The words that somebody is called by, as they stand within a sentence."""
    if each.called:
        return each.called
    text = " ".join(doc[each.start : _called_until(doc, each)].text.split())
    return text[:1].lower() + text[1:] if doc[each.start].pos_ != "PROPN" else text

"""A lead that is about somebody whom only the next paragraph names: "A man was jailed ... / Jan Holt, 34,".

News keeps the name for the second paragraph. A name that comes there without a word on who bears it is no
newcomer's: its bearer was told of in the lead, if that told of one alone whom nothing speaks against.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from reader.analysis.cast.roles.noun_phrases import DEFINITE
from reader.analysis.cast.roles.roles import Role
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.documents import is_quoted
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.cues import CueStrength, cue_strength
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.personal_names import person_name
from reader.analysis.lexicon.phrases import head_of
from reader.analysis.lexicon.spelling import fold
from reader.given_names import MAN, WOMAN, all_given_names

_PARAGRAPHS = 4  # within which the name comes
_OBJECTS = frozenset({"obj", "iobj", "dobj"})
_MAIN = frozenset({"ROOT", "root", "ccomp", "conj"})
_END = frozenset({".", "”", '"', "?", "!"})
_DATELINE = frozenset({"NUM", "PROPN", "PUNCT", "SYM"})
_GENDERS = {"he": MAN, "him": MAN, "his": MAN, "she": WOMAN, "her": WOMAN}
_QUOTES = frozenset({"“", '"', "‘"})

#: Lets somebody be meant by nouns from here on.
Call = Callable[[Entry, Iterable[str]], None]


@dataclass(frozen=True, slots=True)
class _Told:
    """Somebody whom a lead tells of."""

    entry: Entry
    heads: tuple[str, ...]
    paragraph: int
    part: str  #      see `Leads._part`
    aged: bool  #     "a 29-year-old teacher"
    apart: bool  #    told by more than a noun: "the president of the club"
    again: bool  #   "the man", who may be anybody met
    genders: frozenset[str]  # of the pronouns in the paragraph


class Leads:
    """Waits for the first names of an article, and then for nothing more."""

    def __init__(self, roster: Roster, call: Call) -> None:
        self._roster, self._call = roster, call
        self._told: list[_Told] = []
        self._beside: set[Entry] = set()  # whom a lead names beside whom it is about
        self._ends: dict[Entry, int] = {}  # of the words in the window that tell of somebody
        self._waits = True
        self._paragraphs = 0  # of the windows before
        self._starts: list[int] = []
        self._numbers: list[int] = []  # of the paragraphs, 0 for a headline
        self._roles: dict[Occurrence, list[Role]] = {}

    def begin(self, doc: Doc, roles: Iterable[Role]) -> None:
        """Let another window begin, whose roles are given."""
        self._paragraphs = max([self._paragraphs, *self._numbers])
        self._starts, self._numbers, self._roles, self._ends = [], [], {}, {}
        if self._paragraphs > _PARAGRAPHS:
            return
        number = self._paragraphs
        for start, end in _paragraphs(doc):
            is_text = doc[end - 1].text in _END
            number += is_text
            self._starts.append(start)
            self._numbers.append(number if is_text else 0)
        for role in roles:
            self._roles.setdefault(role.owner, []).append(role)

    def tell(self, doc: Doc, one: Occurrence) -> None:
        """Let somebody without a name be described; calls must come in text order, with those of `meet`."""
        number = self._number(one.start)
        who = one.entry.now()
        head = head_of(doc, one.start, one.end)
        if not 0 < number < _PARAGRAPHS or not self._waits or head.dep_ == "appos":
            return
        if is_quoted(doc, one.start):
            return
        if not _is_stranger(who) or any(told.entry.now() is who for told in self._told):
            return
        start, end = self._bounds(doc, one.start)
        words = {fold(token.text) for token in doc[start:end] if not is_quoted(doc, token.i)}
        self._ends[who] = one.end
        self._told.append(
            _Told(
                who, _heads(doc, head), number, self._part(doc, one, head),
                _is_aged(doc, one), _is_apart(doc, one, head), _is_again(doc, one, head),
                frozenset(_GENDERS[word] for word in words & _GENDERS.keys()),
            )
        )  # fmt: skip

    def meet(self, doc: Doc, one: Occurrence) -> None:
        """Let somebody be named, who may be who was told of."""
        who, number = one.entry.now(), self._number(one.start)
        if not self._waits or number == 0 or one.form is not MentionForm.NAME:
            return
        if who.kind is not ActorKind.PERSON:
            return
        if number == 1 and not (_is_given(who) and self._is_told_before(doc, one)):
            self._beside.add(who)
            return
        told = self._meant(doc, one)
        self._beside.add(who)
        self._told = [each for each in self._told if each.aged and told is None]
        self._waits = bool(self._told) and number < _PARAGRAPHS
        if told is not None:
            stranger = told.entry.now()
            self._call(who, [*stranger.heads, *told.heads])
            who.country = who.country or stranger.country
            self._roster.merge(stranger, who)

    def _is_told_before(self, doc: Doc, one: Occurrence) -> bool:
        """Tell whether a sentence before tells of one alone."""
        told = [each for each in self._told if not each.again]
        return len(told) == 1 and self._ends.get(told[0].entry, 0) <= doc[one.start].sent.start

    def _meant(self, doc: Doc, one: Occurrence) -> _Told | None:
        who = one.entry.now()
        if person_name(doc[one.start : one.end].text).title or who in self._beside:
            return None
        heads = {role.head for role in self._roles.get(one, []) if not _is_past(role)}
        heads |= _capacities(doc, one)
        opens = self._opens(doc, one)
        told = [each for each in self._told if not (each.again or each.entry.now().nameless)]
        fits = [each for each in told if opens and _may_be(who, heads, each)]
        if len(aged := [each for each in told if each.aged]) == 1:
            return aged[0] if aged[0] in fits else None
        if len(like := [each for each in fits if _is_like(heads, each)]) == 1:
            return like[0]
        if heads - nouns().plain:
            return None
        main = [each for each in told if each.part == "main"]
        if len(main) == 1 and not any(_rivals(each, main[0]) for each in told):
            return main[0] if main[0] in fits and self._is_bare(doc, one, main[0]) else None
        acting = [each for each in self._told if each.part and not each.entry.now().nameless]
        return acting[0] if len(acting) == 1 and acting[0] in fits and acting[0].apart else None

    def _opens(self, doc: Doc, one: Occurrence) -> bool:
        """Tell a name that opens its paragraph, or says the words that do, or of somebody told of before."""
        start, _ = self._bounds(doc, one.start)
        if one.start == start or _is_given(one.entry.now()):
            return True
        name = head_of(doc, one.start, one.end)
        if doc[start].text not in _QUOTES:  # "According to the police, Jan Holt, 34, was"
            return name.sent.start == start and name.head == name.sent.root and name.dep_.startswith("nsubj")
        return cue_strength(name.head.text) >= CueStrength.SAY and not is_quoted(doc, one.start)

    def _is_bare(self, doc: Doc, one: Occurrence, told: _Told) -> bool:
        """Tell a name that only an age or a clause explains, or that speaks: a trade needs that much."""
        is_aged = doc[one.end : one.end + 1].text == "," and doc[one.end + 1 : one.end + 2].text.isdecimal()
        is_open = doc[self._bounds(doc, one.start)[0]].text in _QUOTES
        is_open |= [token.lower_ for token in doc[one.end : one.end + 2]] == [",", "who"]
        return (
            is_aged
            or _is_given(one.entry.now())
            or told.heads[0] in nouns().plain
            or (told.apart and is_open)
        )

    def _part(self, doc: Doc, one: Occurrence, head: Token) -> str:
        """Whether somebody is the "main" subject, does or suffers something as "other", or is the "agent"."""
        start, _ = self._bounds(doc, one.start)
        opens = all(token.pos_ in _DATELINE for token in doc[start : one.start])
        if head.dep_.startswith("nsubj"):
            return "main" if opens or head.head.dep_ in ("ROOT", "root", "ccomp") else "other"
        if head.dep_ in _OBJECTS:
            return "other" if head.head.dep_ in _MAIN else ""
        is_agent = any(fold(child.text) == "by" and child.dep_ == "case" for child in head.children)
        return "main" if opens else "agent" if is_agent and head.head.dep_ in _MAIN else ""

    def _number(self, index: int) -> int:
        return self._numbers[bisect_right(self._starts, index) - 1] if self._starts else 0

    def _bounds(self, doc: Doc, index: int) -> tuple[int, int]:
        k = bisect_right(self._starts, index)
        return self._starts[k - 1], self._starts[k] if k < len(self._starts) else len(doc)


def _is_stranger(who: Entry) -> bool:
    return who.kind is ActorKind.PERSON and who.person is None


def _is_given(who: Entry) -> bool:
    """Tell who is called by a given name alone, as one is of whom was told already."""
    words = who.person.words if who.person is not None else ()
    return len(words) == 1 and words[0] in all_given_names()


def _is_past(role: Role) -> bool:
    return not nouns().past.isdisjoint(fold(role.text).split())


def _may_be(who: Entry, heads: set[str], told: _Told) -> bool:
    """Tell whether nothing that is said of somebody speaks against what was told of another."""
    known = nouns()
    stranger = told.entry.now()
    if stranger.gender not in ("", who.seems or stranger.gender):
        return False
    if who.seems and told.genders and who.seems not in told.genders:
        return False
    trades = {*told.heads, *stranger.heads} - known.plain - known.kin
    mine = heads - known.plain - known.kin
    if not trades:
        return not mine & known.spokesmen
    return not mine or any(known.related(one, other) for one in mine for other in trades)


def _heads(doc: Doc, head: Token) -> tuple[str, ...]:
    """The noun by which somebody is told, and what it makes of a pair: "ceo" of "chief executive"."""
    noun = fold(head.text)
    whole = nouns().wholes.get(f"{fold(doc[head.i - 1].text)} {noun}") if head.i else None
    return (noun, whole) if whole else (noun,)


def _rivals(told: _Told, main: _Told) -> bool:
    """Tell who acts or suffers beside the main subject, and is told as well as he is."""
    return told.part == "other" and (told.apart or not main.apart)


def _is_like(heads: set[str], told: _Told) -> bool:
    return any(nouns().related(mine, head) for mine in heads for head in told.heads)


def _is_aged(doc: Doc, one: Occurrence) -> bool:
    """Tell "a 29-year-old teacher"."""
    return any(fold(token.text) == "old" and token.i > one.start for token in doc[one.start : one.end])


def _is_apart(doc: Doc, one: Occurrence, head: Token) -> bool:
    """Tell "the president of the club" and "the first man freed" from "a politician"."""
    definite = fold(doc[one.start].text) in DEFINITE or doc[one.start].pos_ == "PROPN"
    return definite and (one.end - one.start > 2 or any(child.i > head.i for child in head.children))


def _capacities(doc: Doc, one: Occurrence) -> set[str]:
    """What somebody acts as, by the sentence: "testified as the fourth witness"."""
    clause = doc[one.end : doc[one.start].sent.end]
    marks = {child.head.i for child in clause if fold(child.text) == "as" and child.dep_ == "case"}
    return {fold(token.text) for token in clause if token.i in marks and nouns().may_speak(fold(token.text))}


def _paragraphs(doc: Doc) -> Iterable[tuple[int, int]]:
    start = 0
    for token in doc:
        if "\n" in token.text:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def _is_again(doc: Doc, one: Occurrence, head: Token) -> bool:
    """Tell "her son", who is told by another, and "the man", who may be anybody met."""
    opener = doc[one.start]
    is_owned = opener.tag_ == "PRP$" or (opener.dep_ == "nmod:poss" and one.entry.now().country is None)
    if is_owned:
        return True
    return fold(opener.text) in DEFINITE and one.end - one.start == 2 and head.dep_ not in _OBJECTS

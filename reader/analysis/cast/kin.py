"""Who is whose wife, son or lawyer: "her son" is Daniel once the article has said so, above or below.

Read when pronouns are resolved, since most are "his" or "her". A tie holds both ways: of "her husband, Peter"
follows whom "his wife" means.
"""

from collections import deque
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from reader.analysis.cast.entries import Entry
from reader.analysis.cast.lexicon import nouns
from reader.analysis.cast.names import fold
from reader.analysis.cast.noun_phrases import DEFINITE
from reader.analysis.cast.occurrences import Map, Occurrence
from reader.analysis.cast.phrases import POSSESSIVES, head_of, sentence_start
from reader.analysis.cast.roles import Role
from reader.analysis.cast.roster import Roster
from reader.analysis.findings import ActorKind

_LATEST = 64  # ties that are kept
_SOON = 200  # tokens within which somebody is named
_OF_OTHERS = frozenset({"his", "her", "their"})
_OF_SPEAKERS = frozenset({"my", "our"})
_LEAST = 0.6  # confidence in whom "his" means


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
    ) -> None:
        """Learn the ties of a document, and let whom a description meant so far be whom they name."""
        owners = {one.start: one.entry for one in pronouns if one.confidence >= _LEAST}
        introduced = [role for role in roles if nouns().tie(role.head)]
        before: Entry | None = None  # who was told of last in the sentence, and whose she is
        owner: Entry | None = None
        sentence = -1
        for start, noun, entry in sorted(_told(doc, introduced, described), key=lambda each: each[0]):
            tie, who = nouns().tie(noun), entry.now()
            whose = _owner(doc, start, owners, at)
            if not tie or who.kind is not ActorKind.PERSON:
                continue
            if sentence != (sentence := sentence_start(doc, start)):
                before = owner = None
            if whose is before and owner is not None:
                whose = owner  # "her mother, Ann, and her brother": not the mother's
            if not who.named and (name := _named_soon(doc, start, noun, introduced)):
                self._roster.merge(who, name)
            elif whose is not None and whose is not who:
                self._learn(whose, tie, who)
            before, owner = who.now(), whose

    def _learn(self, owner: Entry, tie: str, who: Entry) -> None:
        who = self._recognise(owner, tie, who)
        back = nouns().inverse[tie]
        self._ties.append((owner, tie, who))
        self._ties.append((who, back, self._recognise(who, back, owner)))

    def _recognise(self, owner: Entry, tie: str, who: Entry) -> Entry:
        """Make one of somebody without a name and who is known to be the same to `owner`."""
        known = {one.now() for whose, what, one in self._ties if what == tie and whose.now() is owner}
        known = {
            one for one in known if one is not who and who.gender in ("", one.gender or one.leans, who.leans)
        }
        if len(known) != 1 or who in known:
            return who
        (one,) = known
        if one.named and who.named:
            return who
        stranger, other = (who, one) if one.named else (one, who)
        self._roster.merge(stranger, other)
        return other


def _named_soon(doc: Doc, start: int, noun: str, roles: list[Role]) -> Entry | None:
    """Who is named soon after in the same words, whoever "her" is: "her son ... Daniel, her son,"."""
    word = fold(doc[start].text)
    words = {word, *DEFINITE} | (_OF_OTHERS if word in _OF_SPEAKERS else set())
    later = (role for role in roles if role.head == noun and start < role.start < start + _SOON)
    named = {role.owner.entry.now() for role in later if fold(doc[role.start].text) in words}
    return named.pop() if len(named) == 1 else None


def _told(
    doc: Doc, roles: Iterable[Role], described: Iterable[Occurrence]
) -> Iterator[tuple[int, str, Entry]]:
    """Where people are told by a noun, by which, and who they are."""
    for role in roles:
        yield role.start, role.head, role.owner.entry
    for one in described:
        yield one.start, fold(head_of(doc, one.start, one.end).text), one.entry


def _owner(doc: Doc, start: int, owners: dict[int, Entry], at: Map) -> Entry | None:
    """Whose a description is: "his wife", "Mr. Kim's wife"."""
    if start in owners:
        return owners[start].now()
    one = at[start]
    owns = one is not None and one.end < len(doc) and doc[one.end].text in POSSESSIVES
    return one.entry.now() if one is not None and owns and one.entry.now().kind is ActorKind.PERSON else None

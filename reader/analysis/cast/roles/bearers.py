"""Who bears which role or trade: "the correspondent", "the Russian president", "the player" for a goalkeeper.

One is called by the noun of a role, by another word for the same, or by a word for many sorts; a country
and other words before the noun must be those of the role. Where two fit alike, it is nobody.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from reader.analysis.cast.roles.noun_phrases import NounPhrase
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import singular
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles

_LATEST = 16  # of those who bore a role
_REACH = 8_000  # code points that a description without a country reaches back
_NEAR = 3_000  # that one by a word for many sorts does
PRESIDING = frozenset({"judge"})  # a justice is one, and nobody else on stage
_PREDECESSOR = "predecessor"
_LEADER = "leader"
_OLOGIST = "ologist"
_DOCTOR = "doctor"
_LESSER = frozenset({"vice", "deputy", "assistant"})
_UNKNOWN, _TOLD, _ALONE, _BROADER, _APART = 0.7, 0.92, 0.85, 0.75, 0.65


class Bearers:
    """Remembers who has borne a role, the latest last."""

    def __init__(self) -> None:
        self._of: dict[str, deque[Entry]] = {}
        self._so_called: dict[str, Entry] = {}  # who has been meant by a noun alone: "the judge"

    def bear(self, head: str, entry: Entry) -> None:
        """Let somebody be called by the noun of a role from here on."""
        heads = [head] if not head.endswith(_OLOGIST) else [head, _OLOGIST]
        for each in heads:
            latest = self._of.setdefault(singular(each), deque(maxlen=_LATEST))
            if entry in latest:
                latest.remove(entry)
            latest.append(entry)

    def may_bear(self, noun: str, country: str | None) -> bool:
        """Tell whether somebody has such an office, of that country, if one is said, or of one unknown."""
        bearers = {entry for head in nouns().alike(noun) for entry in self._called(head)}
        return any(
            entry.person is not None and (country is None or entry.country in (None, country))
            for entry in bearers
        )

    def bearing(self, noun: str) -> frozenset[Entry]:
        """Everybody who has been told to be a `noun`."""
        return frozenset(self._called(noun))

    def at_home(self, noun: str, phrase: NounPhrase, about: str, at: int) -> tuple[Entry | None, float]:
        """Give the one of several who bears an office in the country that an article is about."""
        fits = self._fits(noun, [noun], phrase, at, _REACH // 5)
        abroad = {entry for entry in fits if entry.country not in (None, about)}
        there = fits - abroad
        return (there.pop(), _APART) if len(there) == 1 and abroad else (None, 0.0)

    def by_title(self, noun: str, phrase: NounPhrase, at: int) -> tuple[Entry | None, float]:
        """Give the one of several who bears an office by its title alone, if no other was told of later."""
        fits = self._fits(noun, [noun], phrase, at, _REACH // 5)
        titled = {entry for entry in fits if noun in entry.roles}
        latest = max(fits, key=lambda entry: entry.last, default=None)
        return (latest, _APART) if latest is not None and titled == {latest} else (None, 0.0)

    def find(self, noun: str, phrase: NounPhrase, at: int) -> tuple[Entry | None, float]:
        """Give the one whose role is `noun`, of the country if one is said, and all that narrows it down."""
        if whole := nouns().wholes.get(" ".join((*phrase.modifiers, noun))):
            entry, sure = self._find(noun, phrase, at)
            return (entry, sure) if entry else self._find(whole, replace(phrase, modifiers=()), at)
        return self._find(noun, phrase, at)

    def _find(self, noun: str, phrase: NounPhrase, at: int) -> tuple[Entry | None, float]:
        heads = [*nouns().alike(noun)]
        if phrase.past and noun in nouns().offices:
            heads.append(_PREDECESSOR)
        reach = _REACH // 5 if noun in nouns().leaders else _REACH  # many presidents may be on stage
        fits = self._fits(noun, heads, phrase, at, reach)
        exactly = {entry for entry in fits if singular(noun) in map(singular, entry.heads)}
        if phrase.country and noun == _LEADER:  # "the Peruvian leader" is no leader of a party
            exactly = {entry for entry in fits if entry.heads & nouns().leaders - {_LEADER}} or exactly
        fits = exactly or fits
        entry, sure = _chosen(fits, phrase, at, _TOLD if phrase.country or phrase.modifiers else _ALONE)
        return (entry, sure) if phrase.country or phrase.modifiers else self._so_far(noun, entry, sure, fits)

    def _so_far(
        self, noun: str, entry: Entry | None, sure: float, fits: set[Entry]
    ) -> tuple[Entry | None, float]:
        """Let a noun alone go on meaning whom it meant, where another of that role has come on stage."""
        if entry is not None:
            self._so_called[noun] = entry
            return entry, sure
        before = self._so_called.get(noun) if noun not in nouns().offices else None
        return (before.now(), _APART) if before is not None and before.now() in fits else (None, 0.0)

    def find_sort(self, noun: str, phrase: NounPhrase, at: int) -> tuple[Entry | None, float]:
        """Give the one whose role is a sort of `noun`: "the player" is a goalkeeper."""
        reach = _REACH if noun in PRESIDING else _NEAR
        return _chosen(self._fits(noun, nouns().narrower_than(noun), phrase, at, reach), phrase, at, _BROADER)

    def _called(self, head: str) -> Iterator[Entry]:
        return (entry.now() for entry in self._of.get(head, ()))

    def _fits(self, noun: str, heads: list[str], phrase: NounPhrase, at: int, reach: int) -> set[Entry]:
        fits = {
            entry
            for head in heads
            for entry in self._called(head)
            if _is_so(entry, head, noun, phrase) and (phrase.country or at - entry.last <= reach)
        }
        if phrase.country and any(entry.country for entry in fits):
            return {entry for entry in fits if entry.country}  # another may be of no known country
        return fits


def _is_so(entry: Entry, head: str, noun: str, phrase: NounPhrase) -> bool:
    """Tell whether a description may mean who bears a role."""
    if entry.kind is not ActorKind.PERSON:
        return False
    narrower = head not in nouns().alike(noun)
    unknown = entry.country is None and (head == noun or narrower)
    if phrase.country and entry.country != phrase.country and not unknown:
        return False
    if head == _LEADER and noun in nouns().wholes.values() and _LEADER in entry.roles.values():
        return False  # the leader of a party is no prime minister
    if head == _PREDECESSOR:  # of the office of whoever went before: "His predecessor, Jane Roe,"
        return True
    trades = entry.heads - nouns().plain - nouns().kin
    if head == _DOCTOR and trades and not any(nouns().related(head, mine) for mine in trades):
        return False  # Dr. Roe, an economist
    gender = nouns().gender(noun)
    if gender and entry.gender and gender != entry.gender:
        return False
    roles = (text for text, each in entry.roles.items() if singular(each) == head)
    said = [set(fold(text).replace("-", " ").split()) for text in roles] or [{head}]
    if phrase.past and not any(words & nouns().past for words in said):
        return False
    modifiers = set(phrase.modifiers)
    if modifiers and not any(words >= modifiers and not (words - modifiers) & _LESSER for words in said):
        return False
    if noun == "minister" and "prime" in set.intersection(*said) - modifiers:
        return False
    return bool(modifiers) or phrase.past or not all(_is_lesser(words, noun) for words in said)


def _is_lesser(words: set[str], noun: str) -> bool:
    """Tell a role that the bare noun does not stand for: "the president" is no vice president."""
    if words & {"former", "ex"}:
        return noun in nouns().offices | titles().heads
    return noun in nouns().offices and bool(words & _LESSER)


def _chosen(fits: set[Entry], phrase: NounPhrase, at: int, sure: float) -> tuple[Entry | None, float]:
    if not fits:
        return None, 0.0
    first, *others = sorted(fits, key=lambda entry: (-entry.last, entry.order))
    if not others:
        return first, _UNKNOWN if phrase.country and not first.country else sure
    apart = (at - others[0].last) > 4 * max(200, at - first.last)
    return (first, _APART) if apart else (None, 0.0)

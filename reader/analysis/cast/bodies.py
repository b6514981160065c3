"""Descriptions of bodies and countries that were named before: "the bank", "the agency", "the country".

A body may be called what its name says ("the ministry"), what an apposition said, what it is known to be, or
by a word for many sorts ("the lender"). Where two fit and neither is nearer, it is left open.
"""

from collections import deque
from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis.cast.countries import key
from reader.analysis.cast.entries import Entry
from reader.analysis.cast.lexicon import organisations
from reader.analysis.cast.names import comparable
from reader.analysis.cast.occurrences import Occurrence
from reader.analysis.cast.phrases import head_of
from reader.analysis.findings import ActorKind

_LATEST = 40  # mentions that may be meant
_REACH = 4_000  # code points back to a body of that sort
_BESIDE = 800  # to one of no known sort, or to a country
_TOLD, _LIKELY, _GUESSED = 0.8, 0.7, 0.6
_KINDS = frozenset({ActorKind.ORGANISATION, ActorKind.COUNTRY})


class Bodies:
    """Remembers which bodies and countries came on, the latest last."""

    def __init__(self) -> None:
        self._met: deque[tuple[int, Entry]] = deque(maxlen=_LATEST)
        self._topic: Entry | None = None  # the last one of whom a sentence told

    def meet(self, doc: Doc, one: Occurrence, here: int) -> None:
        """Let an actor be on stage from `here`, a code point; calls must come in text order."""
        entry = one.entry.now()
        if entry.kind in _KINDS:
            self._met.append((here, entry))
            if _acts(doc, one):
                self._topic = entry

    def find(
        self, noun: str, modifiers: tuple[str, ...], country: str | None, here: int
    ) -> tuple[Entry | None, float]:
        """Give the body, of `country` if one is said, that "the `noun`" means at `here`, and how surely.

        With `modifiers`, words of its name or of what it is: "the health ministry", "the trade group".
        """
        compound = " ".join((*modifiers, noun))
        if compound in organisations().nominals:
            noun, modifiers = compound, ()
        latest = {
            entry: here - when for entry, when in self._latest(here) if country in (None, entry.country)
        }
        called = {
            entry: away
            for entry, away in latest.items()
            if _may_be_called(entry, noun) and set(comparable(entry.name)).issuperset(modifiers)
        }
        if not called:
            return (None, 0.0) if modifiers else self._unknown(noun, latest)
        first, *others = sorted(called, key=lambda entry: called[entry])
        if not others:
            return (
                (None, 0.0)
                if _is_in_passing(first, latest) and noun in organisations().loose
                else (first, _TOLD)
            )
        if called[others[0]] > 3 * (called[first] + 200):
            return first, _LIKELY
        main, other = sorted([first, *others], key=lambda entry: -entry.count)[:2]
        topic = self._topic.now() if self._topic is not None else None
        if main is topic and main.count > other.count and called[main] < _BESIDE:
            return main, _LIKELY
        return (main, _GUESSED) if main.count > 2 * other.count else (None, 0.0)

    def homeland(self, here: int) -> tuple[Entry | None, float]:
        """Give the country that "the country" means: the only one of which was spoken shortly before."""
        near = [entry for entry, when in self._latest(here) if here - when < _BESIDE]
        states = [entry for entry in near if entry.kind is ActorKind.COUNTRY and entry.country != "EU"]
        alone = len(states) == 1 and states[0].count > 1
        return (states[0], _LIKELY) if alone else (None, 0.0)

    def _latest(self, here: int) -> Iterator[tuple[Entry, int]]:
        """Each that came on within reach and where it did last, the latest first."""
        seen: set[Entry] = set()
        for when, entry in reversed(self._met):
            now = entry.now()
            if here - when < _REACH and now not in seen and now.kind in _KINDS:
                seen.add(now)
                yield now, when

    def _unknown(self, noun: str, latest: dict[Entry, int]) -> tuple[Entry | None, float]:
        """The one body near by of which nothing says what it is."""
        if noun not in organisations().loose:
            return None, 0.0
        bodies = [entry for entry in latest if entry.kind is ActorKind.ORGANISATION and not nouns_of(entry)]
        near = [entry for entry in bodies if latest[entry] < _BESIDE]
        if len(near) == 1:
            return near[0], _LIKELY
        near.sort(key=lambda entry: -entry.count)
        return (near[0], _GUESSED) if near and near[0].count > 2 * near[1].count else (None, 0.0)


def _acts(doc: Doc, one: Occurrence) -> bool:
    """Tell the subject of a main clause."""
    head = head_of(doc, one.start, one.end)
    return head.dep_.startswith("nsubj") and head.head.dep_ in ("ROOT", "root")


def nouns_of(entry: Entry) -> frozenset[str]:
    """What a body is called: by its name, by what was said of it, by what it is known to be."""
    return frozenset(entry.nominals) | organisations().known.get(key(entry.name), frozenset())


def _may_be_called(entry: Entry, noun: str) -> bool:
    called = nouns_of(entry)
    return noun in called or bool(called & organisations().also_called.get(noun, frozenset()))


def _is_in_passing(entry: Entry, latest: dict[Entry, int]) -> bool:
    """Tell a body named once from another, of no known sort, of which the article speaks since."""
    since = (other for other, away in latest.items() if away < latest[entry] and not nouns_of(other))
    return any(other.count > 2 * entry.count for other in since if other.kind is ActorKind.ORGANISATION)

"""Whom a name that is typed may mean, letter by letter: what stays the same from one to the next is kept."""

from collections.abc import Iterable
from operator import is_
from typing import TYPE_CHECKING

from reader.analysis.findings import Actor
from reader.folding import fold

if TYPE_CHECKING:
    from reader.spelling import Spellings


class Directory:
    """The names of actors, folded; and their words as they may be spelled, once a word is not spelled so."""

    def __init__(self, actors: Iterable[Actor] = ()) -> None:
        self._actors: dict[str, Actor] = {}
        self._names: dict[str, str] = {}  # the folded names of each, a line each
        self._words: dict[str, frozenset[str]] = {}
        self._spellings: Spellings | None = None
        #: Those who may be tied to others: who belongs to a country or is said to have to do with somebody.
        self.bound: list[Actor] = []
        self.follow(actors)

    def follow(self, actors: Iterable[Actor]) -> None:
        """Be told who there is now."""
        everybody, before, known = list(actors), self._actors, self._names
        if len(everybody) == len(before) and all(map(is_, everybody, before.values())):
            return
        self._actors = {actor.id: actor for actor in everybody}
        self._names = {
            key: known[key] if before.get(key) is actor else _folded(actor)
            for key, actor in self._actors.items()
        }
        self._spellings = None
        self.bound = [actor for actor in everybody if actor.country or actor.ties]

    def meant(self, query: str) -> dict[str, Actor]:
        """Give the actors by their ids that have, for every word, a name that holds it.

        Other spellings count where nobody is spelled as typed.
        """
        words = fold(query).split()
        names, found = self._names, [*self._names]
        for word in words:
            found = [key for key in found if word in names[key]]
        return {key: self._actors[key] for key in found or self._alike(words)}

    def _alike(self, words: Iterable[str]) -> list[str]:
        from reader.spelling import Spellings  # most are typed as they are spelled

        if self._spellings is None:
            self._words = {key: frozenset(names.split()) for key, names in self._names.items()}
            self._spellings = Spellings(frozenset().union(*self._words.values()))
        meant = [self._spellings.holding(word) | self._spellings.alike(word) for word in words]
        return [key for key, own in self._words.items() if not any(map(own.isdisjoint, meant))]


def _folded(actor: Actor) -> str:
    return "\n".join(map(fold, (actor.name, *actor.aliases)))

"""Which actors are shown: some kinds of them, and those whose names hold what was typed."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from reader.analysis.findings import Actor, ActorKind
from reader.folding import fold

#: What a kind key narrows the view to: people, countries with places, organisations with groups.
PEOPLE = frozenset({ActorKind.PERSON})
COUNTRIES = frozenset({ActorKind.COUNTRY, ActorKind.PLACE})
ORGANISATIONS = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
EVERYBODY = frozenset(ActorKind)

#: The order of the list's sections.
SECTIONS = (
    ActorKind.PERSON,
    ActorKind.COUNTRY,
    ActorKind.ORGANISATION,
    ActorKind.GROUP,
    ActorKind.PLACE,
)


@dataclass(frozen=True)
class Filter:
    """Lets actors of some kinds through, one of whose names holds every word of the query."""

    kinds: Collection[ActorKind] = field(default=EVERYBODY)
    query: str = ""

    def __bool__(self) -> bool:
        """Whether it keeps anybody out."""
        return bool(self.query) or self.kinds != EVERYBODY

    def passes(self, actor: Actor) -> bool:
        """Tell whether it lets an actor through."""
        return actor.kind in self.kinds and self.matches(actor)

    def matches(self, actor: Actor) -> bool:
        """Tell whether an actor's names hold the query, whatever its kind."""
        names = [fold(name) for name in (actor.name, *actor.aliases)] if self._words else []
        return all(any(word in name for name in names) for word in self._words)

    @cached_property
    def _words(self) -> list[str]:
        return fold(self.query).split()

"""Which actors are shown: some kinds of them, and those whose names hold what was typed."""

from collections.abc import Collection
from typing import NamedTuple

from reader.analysis.findings import Actor, ActorKind
from reader.directory import Directory

#: What a kind key narrows the view to: people, countries with places, organisations with groups.
PEOPLE = frozenset({ActorKind.PERSON})
COUNTRIES = frozenset({ActorKind.COUNTRY, ActorKind.PLACE})
ORGANISATIONS = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
EVERYBODY = frozenset(ActorKind)

#: What the three are called.
KINDS = {"people": PEOPLE, "countries": COUNTRIES, "organisations": ORGANISATIONS}


class Filter(NamedTuple):
    """Lets actors of some kinds through, one of whose names holds every word of the query.

    With `ties`, a query that finds a country finds whoever belongs to it too.
    """

    kinds: Collection[ActorKind] = EVERYBODY
    query: str = ""
    ties: bool = True

    def __bool__(self) -> bool:
        """Whether it keeps anybody out."""
        return bool(self.query) or self.kinds != EVERYBODY


class Sifted(NamedTuple):
    """The ids of actors that pass a filter: by themselves, or because they are tied to a country that does.

    `country` names that country; of several, there is no one name.
    """

    named: frozenset[str] = frozenset()
    tied: frozenset[str] = frozenset()
    country: str | None = None

    def __contains__(self, actor: object) -> bool:
        return actor in self.named or actor in self.tied


def sift(actors: Collection[Actor], wanted: Filter, directory: Directory | None = None) -> Sifted:
    """Give the actors that pass a filter; `directory` is kept by who asks again for many of them."""
    if not wanted.query:
        if wanted.kinds != EVERYBODY:
            actors = [actor for actor in actors if actor.kind in wanted.kinds]
        return Sifted(frozenset([actor.id for actor in actors]))
    directory = directory or Directory()
    directory.follow(actors)
    found = directory.meant(wanted.query)
    countries = [actor for actor in found.values() if actor.kind is ActorKind.COUNTRY]
    codes = {actor.country for actor in countries if actor.country}
    ids = {actor.id for actor in countries}
    tied = [
        actor
        for actor in (directory.bound if countries and wanted.ties else ())
        if (actor.country in codes or any(tie.other in ids for tie in actor.ties))
        and actor.kind in wanted.kinds
        and actor.id not in found
    ]
    return Sifted(
        frozenset(key for key, actor in found.items() if actor.kind in wanted.kinds),
        frozenset(actor.id for actor in tied),
        countries[0].name if len(countries) == 1 else None,
    )

"""Which actors are shown: some kinds of them, and those whose names hold what was typed."""

from collections.abc import Collection, Iterable
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


def sift(actors: Iterable[Actor], wanted: Filter, directory: Directory | None = None) -> Sifted:
    """Give the actors that pass a filter; `directory` is kept by who asks again for many of them."""
    everybody = list(actors)
    named = everybody
    if wanted.kinds != EVERYBODY:
        named = [actor for actor in everybody if actor.kind in wanted.kinds]
    if not wanted.query:
        return Sifted(frozenset(actor.id for actor in named))
    directory = directory or Directory()
    directory.follow(everybody)
    matching = directory.meant(wanted.query)
    found = [actor for actor in everybody if actor.id in matching]
    countries = [actor for actor in found if actor.kind is ActorKind.COUNTRY]
    codes = {actor.country for actor in countries if actor.country} if wanted.ties else set()
    ids = {actor.id for actor in countries} if wanted.ties else set()
    tied = [
        actor
        for actor in (named if countries else ())
        if (actor.country in codes or any(tie.other in ids for tie in actor.ties))
        and actor.id not in matching
    ]
    return Sifted(
        frozenset(actor.id for actor in found if actor.kind in wanted.kinds),
        frozenset(actor.id for actor in tied),
        countries[0].name if len(countries) == 1 else None,
    )

"""Whom a role ties to a body that it does not name: "its chairman, Jan Holt", "head of the watchdog"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.analysis.cast.roles.roles import Role
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.findings import ActorKind

_LEAST = 0.5  # confidence in which body is meant


def find_affiliated(roles: Iterable[Role], meant: Iterable[Occurrence]) -> Iterator[Role]:
    """Give the roles that name nobody, with the one body that pronouns or descriptions in them mean."""
    bodies = [one for one in meant if one.confidence >= _LEAST and _is_body(one)]
    starts = {one.start: one for one in bodies}
    for role in roles:
        told = [starts[i] for i in range(role.start, role.end) if i in starts]
        if not role.tied and len({one.entry.now() for one in told}) == 1:
            yield replace(role, tied=(told[0],))


def _is_body(one: Occurrence) -> bool:
    return one.entry.now().kind is ActorKind.ORGANISATION

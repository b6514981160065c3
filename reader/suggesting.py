"""Corrections of other articles that fit this one: they are offered, and never made by themselves."""

from collections.abc import Iterable, Mapping

from reader.analysis.findings import Actor, ActorKind
from reader.analysis.stage import Stage
from reader.corrections import Correction, Merge, Rename, Who


def suggestions(known: Iterable[Correction], stage: Stage) -> tuple[Merge | Rename, ...]:
    """Give the merges and renames of other articles that fit this one, newest first as `known` is.

    They go by name alone: an actor fits that has the very name and kind that was corrected; who is not named
    fits nowhere. `stage` is the corrected one, so that what has been accepted is not offered again.
    """
    by_name = {(actor.name, actor.kind): actor for actor in stage.actors.values() if actor.named}
    offered: dict[Merge | Rename, None] = {}
    for correction in known:
        match correction:
            case Merge(into, others):
                into_here = _here(by_name, stage, into)
                others_here = [found for other in others if (found := _here(by_name, stage, other))]
                others_here = [found for found in others_here if into_here and found.id != into_here.id]
                if into_here and others_here:
                    offered[Merge(into_here, tuple(dict.fromkeys(others_here)))] = None
            case Rename(old, name) if name != old.name and (found := _here(by_name, stage, old)):
                offered[Rename(found, name)] = None
    return tuple(offered)


def spelled(offered: Merge | Rename) -> str:
    """Say what a suggestion comes to."""
    match offered:
        case Merge(into, others):
            return f"{', '.join(other.name for other in others)} is {into.name}"
        case Rename(old, name):
            return f"{old.name} is called {name}"


def _here(by_name: Mapping[tuple[str, ActorKind], Actor], stage: Stage, wanted: Who) -> Who | None:
    actor = by_name.get((wanted.name, wanted.kind))
    return Who.of(stage, actor.id) if actor is not None and stage.mentions_of(actor.id) else None

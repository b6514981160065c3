"""What the reader sets right: plain immutable data that outlives a new analysis of the same text.

A correction tells whom it means by name, by id and by a few places in the text (:class:`Who`), because ids
change while the analysis fills and from one model to the next. :mod:`reader.correcting` carries them out.
"""

import json
from dataclasses import dataclass, fields
from typing import Any, TypeAlias

from reader.analysis.findings import ActorKind, MentionForm, Span
from reader.analysis.stage import Stage
from reader.history import History

_ANCHORS = 5


@dataclass(frozen=True, slots=True)
class Who:
    """An actor as a correction means it; `spans` are some of its mentions."""

    id: str
    name: str
    kind: ActorKind
    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, stage: Stage, actor: str) -> "Who":
        """Tell whom an id means, in a way that lasts; raises KeyError for an id that is not on stage."""
        known = stage.actors[actor]
        mentions = stage.mentions_of(actor)
        named = [mention for mention in mentions if mention.form is MentionForm.NAME] or mentions
        spans = tuple(Span(mention.start, mention.end) for mention in named[:_ANCHORS])
        return cls(actor, known.name, known.kind, spans)


@dataclass(frozen=True, slots=True)
class Merge:
    """The others are the first one: their mentions and quotes become its own, their names its aliases."""

    into: Who
    others: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Some mentions of an actor mean somebody else, called `name`.

    `spans` are single mentions; with `words`, all mentions that read so move, and the pronouns that follow
    them. Where an actor called `name` is on stage already, they become its own; else one is made, of kind
    `kind` or of the kind that it is split from.
    """

    who: Who
    name: str
    spans: tuple[Span, ...] = ()
    words: tuple[str, ...] = ()
    kind: ActorKind | None = None


@dataclass(frozen=True, slots=True)
class Rename:
    """The actor is called `name`; its name so far becomes an alias, its id stays."""

    who: Who
    name: str


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """The actor is of another kind.

    A country has a code: `country` or the one that the actor has. Without either nothing changes.
    """

    who: Who
    kind: ActorKind
    country: str | None = None


@dataclass(frozen=True, slots=True)
class NotAnActor:
    """What was taken for an actor is none: its mentions go, and its quotes have no speaker."""

    who: Who


@dataclass(frozen=True, slots=True)
class SetSpeaker:
    """The quote of these words (their span, marks left out) is of `who`, or of nobody on stage."""

    quote: Span
    who: Who | None


Correction: TypeAlias = Merge | Split | Rename | ChangeKind | NotAnActor | SetSpeaker


# As JSON

_NAMES: dict[type[Correction], str] = {
    Merge: "merge",
    Split: "split",
    Rename: "rename",
    ChangeKind: "change-kind",
    NotAnActor: "not-an-actor",
    SetSpeaker: "set-speaker",
}


def to_json(history: History) -> str:
    """Give a history as JSON: an object with the arrays ``done`` and ``undone``."""
    columns = {"done": history.done, "undone": history.undone}
    return json.dumps(
        {name: [{"do": _NAMES[type(c)], **_plain(c)} for c in column] for name, column in columns.items()},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def from_json(text: str) -> History:
    """Read what :func:`to_json` wrote; raises ValueError for anything else."""
    try:
        document = json.loads(text)
        done, undone = (tuple(map(_correction, document[name])) for name in ("done", "undone"))
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a history of corrections: {error!r}") from error
    return History(done, undone)


def _plain(thing: Any) -> Any:
    match thing:
        case Span(start, end):
            return [start, end]
        case tuple():
            return [_plain(part) for part in thing]
        case str() | None:
            return thing
    return {field.name: _plain(getattr(thing, field.name)) for field in fields(thing)}


def _correction(record: dict[str, Any]) -> Correction:
    match record["do"]:
        case "merge":
            return Merge(_who(record["into"]), tuple(map(_who, record["others"])))
        case "split":
            kind = record["kind"] and ActorKind(record["kind"])
            words = tuple(map(str, record["words"]))
            return Split(_who(record["who"]), str(record["name"]), _spans(record["spans"]), words, kind)
        case "rename":
            return Rename(_who(record["who"]), str(record["name"]))
        case "change-kind":
            country = record["country"] and str(record["country"])
            return ChangeKind(_who(record["who"]), ActorKind(record["kind"]), country)
        case "not-an-actor":
            return NotAnActor(_who(record["who"]))
        case "set-speaker":
            return SetSpeaker(_span(record["quote"]), record["who"] and _who(record["who"]))
    raise ValueError(f"no such correction: {record['do']}")


def _who(record: dict[str, Any]) -> Who:
    return Who(str(record["id"]), str(record["name"]), ActorKind(record["kind"]), _spans(record["spans"]))


def _span(pair: list[int]) -> Span:
    start, end = map(int, pair)
    return Span(start, end)


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(map(_span, pairs))

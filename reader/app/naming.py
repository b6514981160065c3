"""What an actor is called where there is little room."""

from reader.analysis.findings import Actor, ActorKind
from reader.app.wrapping import cells, fit


def called(actor: Actor, width: int) -> str:
    """Give the actor's name or, where it is wider than so many cells, the longest used one that is not.

    If there is none, the name is cut. A country goes by initials, but not by its capital: "Washington" is
    no short name of the United States.
    """
    if cells(actor.name) <= width:
        return actor.name
    names = [name for name in actor.aliases if cells(name) <= width]
    if actor.kind is ActorKind.COUNTRY:
        names = [name for name in names if name.replace(".", "").isupper()]
    return max(names, key=len, default="") or fit(actor.name, width).rstrip()

"""What can be wrong with an actor or a quote, and the small pages that ask what is right."""

from collections.abc import Awaitable, Callable, Iterator
from typing import TypeAlias

from reader.analysis.findings import Actor, ActorKind, Mention, Quote, Span
from reader.app.desk import Desk
from reader.app.picker import Ask, Choice, Picker
from reader.corrections import ChangeKind, Correction, Merge, NotAnActor, Rename, SetSpeaker, Split, Who
from reader.suggesting import spelled, suggestions

_KINDS = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.PLACE)

#: Asks for whatever a correction still needs; None if the reader thinks better of it.
_Asking: TypeAlias = Callable[[], Awaitable[Correction | None]]


class Mender:
    """Asks for a correction of the actor under the cursor or chosen, or of the quote being read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def ask(self) -> Correction | None:
        """Ask what is wrong and what is right; None if the reader thinks better of it."""
        choices = list(self._wrongs())
        if not choices:
            self._desk.tell("choose an actor or a quote to correct")
            return None
        picked = await self._desk.app.push_screen_wait(Picker("What is wrong?", choices))
        return await picked.value() if picked is not None else None

    def _wrongs(self) -> Iterator[Choice[_Asking]]:
        session = self._desk.session
        mention, quote = session.place.cursor, session.quote_being_read()
        actor = session.stage.actors.get(mention.actor) if mention is not None else session.chosen_actor
        if actor is not None:
            name = actor.name
            yield Choice(lambda: self._merge(actor), f"{name} is the same as …")
            if mention is not None:
                words = session.article.text[mention.start : mention.end]
                yield Choice(lambda: self._split(actor, mention), f"“{words}” here is not {name}, but …")
            yield Choice(lambda: self._rename(actor), f"{name} is called …")
            yield Choice(lambda: self._change_kind(actor), f"{name} is no {actor.kind}, but …")
            yield Choice(lambda: self._no_actor(actor), f"{name} is not an actor at all")
        if quote is not None:
            said = session.article.text[quote.start : min(quote.end, quote.start + 30)]
            yield Choice(lambda: self._speaker(quote), f"“{said}…” was said by …")
        for offered in suggestions(self._desk.memory.corrections(session), session.stage):
            yield Choice(lambda offered=offered: _as_before(offered), spelled(offered), "as before")  # type: ignore[misc]

    async def _merge(self, actor: Actor) -> Correction | None:
        others = self._actors(actor.kind, but=actor.id)
        picked = await self._desk.app.push_screen_wait(Picker(f"{actor.name} is the same as …", others))
        if picked is None:
            return None
        stage = self._desk.session.stage
        into, other = sorted((actor.id, picked.value), key=lambda key: -len(stage.mentions_of(key)))
        return Merge(self._who(into), (self._who(other),))

    async def _split(self, actor: Actor, mention: Mention) -> Correction | None:
        words = self._desk.session.article.text[mention.start : mention.end]
        name = await self._desk.app.push_screen_wait(
            Ask(f"Who is “{words}”? The name of an actor, or a new one", words)
        )
        if name is None:
            return None
        return Split(self._who(actor.id), name, (Span(mention.start, mention.end),))

    async def _rename(self, actor: Actor) -> Correction | None:
        name = await self._desk.app.push_screen_wait(Ask("What is the name?", actor.name))
        return Rename(self._who(actor.id), name) if name and name != actor.name else None

    async def _change_kind(self, actor: Actor) -> Correction | None:
        kinds = [Choice(kind, kind.value) for kind in _KINDS if kind is not actor.kind]
        picked = await self._desk.app.push_screen_wait(Picker(f"What is {actor.name}?", kinds))
        return ChangeKind(self._who(actor.id), picked.value) if picked is not None else None

    async def _no_actor(self, actor: Actor) -> Correction | None:
        return NotAnActor(self._who(actor.id))

    async def _speaker(self, quote: Quote) -> Correction | None:
        nobody: list[Choice[str | None]] = [Choice(None, "nobody on the list")]
        picked = await self._desk.app.push_screen_wait(Picker("Who said it?", [*self._actors(), *nobody]))
        if picked is None:
            return None
        said = Span(quote.start, quote.end)
        return SetSpeaker(said, self._who(picked.value) if picked.value is not None else None)

    def _who(self, actor: str) -> Who:
        return Who.of(self._desk.session.stage, actor)

    def _actors(self, first: ActorKind = ActorKind.PERSON, but: str | None = None) -> list[Choice[str]]:
        """Give all actors to choose from, those of one kind first, each kind by weight."""
        rows = [row for row in self._desk.session.heaviest() if row.actor.id != but]
        rows.sort(key=lambda row: row.actor.kind is not first)
        return [Choice(row.actor.id, row.actor.name, f"{row.actor.kind} {row.mentions}") for row in rows]


async def _as_before(correction: Correction) -> Correction:
    return correction

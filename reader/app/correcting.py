"""Setting right what was found: a menu that asks what, small pages that ask for the rest, undo and redo."""

from collections.abc import Awaitable, Callable, Iterator
from typing import TypeAlias

from textual import work

from reader.analysis.findings import Actor, ActorKind, Mention, Quote, Span
from reader.app.desk import Desk
from reader.app.picker import Ask, Choice, Picker
from reader.corrections import (
    ChangeKind,
    Correction,
    History,
    Merge,
    NotAnActor,
    Rename,
    SetSpeaker,
    Split,
    suggestions,
    who,
)

_KINDS = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.PLACE)

#: Asks for whatever a correction still needs; None if the reader thinks better of it.
_Asking: TypeAlias = Callable[[], Awaitable[Correction | None]]


class Correcting(Desk):
    """A desk on which findings can be corrected; corrections are kept for the article."""

    @work(exclusive=True, group="correcting")
    async def action_correct(self) -> None:
        """Ask what is wrong with the actor under the cursor or chosen, or with the quote being read."""
        choices = list(self._wrongs())
        if not choices:
            self.tell("choose an actor or a quote to correct")
            return
        picked = await self.app.push_screen_wait(Picker("What is wrong?", choices))
        correction = await picked.value() if picked is not None else None
        if correction is not None:
            self._put(self.session.history.add(correction), "corrected · z undoes")

    def action_undo(self) -> None:
        """Take the latest correction back."""
        history = self.session.history
        self._put(history.undo(), "undone · Z does it again" if history.done else "nothing to undo")

    def action_redo(self) -> None:
        """Correct again what was undone."""
        history = self.session.history
        self._put(history.redo(), "done again" if history.undone else "nothing to do again")

    def _put(self, history: History, told: str) -> None:
        if history != self.session.history:
            self.session.correct(history)
            self._keep_corrections()
            self.show_all()
        self.tell(told)

    @work(thread=True, group="memory")
    def _keep_corrections(self) -> None:
        self.memory.keep_corrections(self.session)

    # What can be wrong

    def _wrongs(self) -> Iterator[Choice[_Asking]]:
        session = self.session
        mention, quote = session.cursor, session.quote_being_read()
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
        for offered in suggestions(self.memory.corrections(session), session.stage):
            yield Choice(lambda offered=offered: _as_before(offered), _spelled(offered), "as before")  # type: ignore[misc]

    async def _merge(self, actor: Actor) -> Correction | None:
        others = self._actors(actor.kind, but=actor.id)
        picked = await self.app.push_screen_wait(Picker(f"{actor.name} is the same as …", others))
        if picked is None:
            return None
        stage = self.session.stage
        into, other = sorted((actor.id, picked.value), key=lambda key: -len(stage.mentions_of(key)))
        return Merge(who(stage, into), (who(stage, other),))

    async def _split(self, actor: Actor, mention: Mention) -> Correction | None:
        words = self.session.article.text[mention.start : mention.end]
        name = await self.app.push_screen_wait(
            Ask(f"Who is “{words}”? The name of an actor, or a new one", words)
        )
        if name is None:
            return None
        return Split(who(self.session.stage, actor.id), name, (Span(mention.start, mention.end),))

    async def _rename(self, actor: Actor) -> Correction | None:
        name = await self.app.push_screen_wait(Ask("What is the name?", actor.name))
        return Rename(who(self.session.stage, actor.id), name) if name and name != actor.name else None

    async def _change_kind(self, actor: Actor) -> Correction | None:
        kinds = [Choice(kind, kind.value) for kind in _KINDS if kind is not actor.kind]
        picked = await self.app.push_screen_wait(Picker(f"What is {actor.name}?", kinds))
        return ChangeKind(who(self.session.stage, actor.id), picked.value) if picked is not None else None

    async def _no_actor(self, actor: Actor) -> Correction | None:
        return NotAnActor(who(self.session.stage, actor.id))

    async def _speaker(self, quote: Quote) -> Correction | None:
        nobody: list[Choice[str | None]] = [Choice(None, "nobody on the list")]
        picked = await self.app.push_screen_wait(Picker("Who said it?", [*self._actors(), *nobody]))
        if picked is None:
            return None
        said = Span(quote.start, quote.end)
        return SetSpeaker(said, who(self.session.stage, picked.value) if picked.value is not None else None)

    def _actors(self, first: ActorKind = ActorKind.PERSON, but: str | None = None) -> list[Choice[str]]:
        """Give all actors to choose from, those of one kind first, each kind by weight."""
        rows = [row for row in self.session.heaviest() if row.actor.id != but]
        rows.sort(key=lambda row: row.actor.kind is not first)
        return [Choice(row.actor.id, row.actor.name, f"{row.actor.kind} {row.count}") for row in rows]


async def _as_before(correction: Correction) -> Correction:
    return correction


def _spelled(correction: Correction) -> str:
    match correction:
        case Merge(into, others):
            return f"{', '.join(other.name for other in others)} is {into.name}"
        case Rename(old, name):
            return f"{old.name} is called {name}"
    return type(correction).__name__

"""Whom "he", "she" or "it" means where a speaker stands: those on stage lately, first of all those who spoke.

In news the speaker behind a pronoun is the last quoted one in two cases of three, else mostly the subject of
the sentence before; both fade as sentences pass. Gender, where the name or a title tells it, must agree.
People without a name ("a dealer from Trieste") come on too, so that nobody else is taken for them.
"""

from collections.abc import Container, Iterable, Iterator, Mapping

from reader.analysis.findings import Actor, ActorKind
from reader.analysis.lexicon.cues import words
from reader.analysis.speech.descriptions import Description, Presence, may_be_nearest, meant

NEUTER = "n"
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "it": NEUTER}
NAMELESS = "#"  # starts the key of a person without a name, or of a document
SUBJECT, SPEAKER, OWNER = 1.0, 1.25, 0.4  # how much on stage a part in a sentence puts one
_FADE = 0.65  # what is left of it a sentence later
_UNKNOWN = 0.75  # a name that tells no gender
_FORGOTTEN = 12  # sentences
_APART = 0.25  # by how much the likeliest must be so
_FAR_APART = 0.5  # and by how much so that no other counts
_HEARD = 0.1  # how much on stage one must be to be spoken to or described
_FRESH = 0.3  # how likely one must be to be called by a description: "the rancher"


class Stage:
    """Who has been on stage lately; kept over the windows of an article."""

    def __init__(self) -> None:
        self._genders: dict[str, str] = {}
        self._seen: dict[str, tuple[float, int]] = {}  # actor -> weight, sentence
        self._sentence = 0
        self._bearers: dict[str, list[str]] = {}  # by last name, the latest at the end
        self._since: dict[str, int] = {}  # actor -> first sentence
        self._named: dict[str, int] = {}  # person -> last sentence that tells who it is
        self._nouns: dict[str, str] = {}  # people without a name -> by what they came on
        self._asked: str | None = None
        self._spoke: str | None = None
        self._called: dict[str, str] = {}  # by noun, who was meant: "the rancher"

    def rename(self, old: str, new: str) -> None:
        """Follow an actor that has become another."""
        if old in self._seen:
            weight, when = self._seen.pop(old)
            if new not in self._seen or self._seen[new][1] < when:
                self._seen[new] = (weight, when)
        if old in self._since:
            self._since[new] = min(self._since.pop(old), self._since.get(new, self._sentence))
        if old in self._named:
            self._named[new] = max(self._named.pop(old), self._named.get(new, 0))
        if old in self._genders:
            self._genders.setdefault(new, self._genders.pop(old))
        for surname, bearers in self._bearers.items():
            if old in bearers:
                kept = [actor for actor in bearers if actor not in (old, new)]
                self._bearers[surname] = [*kept, new]
        self._asked, self._spoke = (new if each == old else each for each in (self._asked, self._spoke))
        self._called = {noun: new if actor == old else actor for noun, actor in self._called.items()}

    def agrees(self, actor: str, pronoun: str) -> bool:
        """Tell whether a pronoun may mean an actor, by gender."""
        return self._genders.get(actor, "") in ("", _GENDERS.get(pronoun, ""))

    def bearer(self, surname: str) -> tuple[str, bool] | None:
        """Give who of this last name (in lower case) came on last, and whether there is but one."""
        bearers = self._bearers.get(surname)
        return (bearers[-1], len(bearers) == 1) if bearers else None

    def enter(self, actor: str, weight: float, gender: str = "", name: str = "", noun: str = "") -> None:
        """Put an actor on stage in the sentence that is being read; `noun` is for whom it has no name."""
        self._since.setdefault(actor, self._sentence)
        if noun:
            self._nouns[actor] = noun
        if name:
            self._named[actor] = self._sentence
            bearers = self._bearers.setdefault(name.split()[-1].lower(), [])
            if actor in bearers:
                bearers.remove(actor)
            bearers.append(actor)
        if gender and not self._genders.get(actor):
            self._genders[actor] = gender
        self._seen[actor] = (max(weight, self._now(actor)), self._sentence)

    def calls(self, noun: str, actor: str) -> None:
        """Note that an actor was called by a noun."""
        self._called[noun] = actor

    def leave(self, actor: str) -> None:
        """Let an actor leave the stage."""
        self._seen.pop(actor, None)

    def speaks(self, actor: Actor) -> None:
        """Note that an actor is quoted in the sentence that is being read."""
        if actor.kind == ActorKind.PERSON:
            self.enter(actor.id, SPEAKER, name=actor.name)
        else:
            self.enter(actor.id, SPEAKER, NEUTER)

    def next_sentence(self) -> None:
        """Let everybody fade a little."""
        self._sentence += 1
        if self._sentence % _FORGOTTEN == 0:
            old = [a for a, (_, when) in self._seen.items() if when < self._sentence - _FORGOTTEN]
            for actor in old:
                del self._seen[actor]
                if actor.startswith(NAMELESS):
                    del self._since[actor]
                    self._nouns.pop(actor, None)

    def find(self, pronoun: str, others: Container[str] = ()) -> tuple[str | None, float] | None:
        """Give the likeliest actor behind a pronoun, and by how much: 1 is no rival at all, 0 a tie.

        The actor is None if it is somebody without a name, or a document; `others` cannot be meant.
        """
        gender = _GENDERS.get(pronoun.lower(), "")
        found = [
            (self._now(actor) * (1 if known else _UNKNOWN), actor)
            for actor, known in self._people(gender)
            if (known or gender != NEUTER) and actor not in others
        ]
        return _likeliest(found)

    def rival(self, speaker: str | None) -> str | None:
        """Give who is clearly most on stage besides a speaker."""
        found = [(self._now(actor), actor) for actor, known in self._people("") if known != NEUTER]
        who, margin = _likeliest([each for each in found if each[1] != speaker]) or (None, 0.0)
        return who if who and margin >= _APART and self._now(who) >= _HEARD else None

    def hush(self, asked: str | None, spoke: str | None) -> None:
        """Note who asked in the last words of a paragraph, and who spoke them: neither gives the answer."""
        self._asked, self._spoke = asked, spoke

    def described(
        self, description: Description, actors: Mapping[str, Actor], verb: str
    ) -> tuple[str | None, bool]:
        """Give the one person who is clearly meant by "the rancher", and whether that is plain.

        It is where he is known to be one, or nobody else had a part in the sentence before. Nobody is named
        and described in one sentence, but whose things are named: "in her reply, the judge".
        """
        if (called := self._called.get(description.noun)) in self._seen:
            return called, True
        silent = self._spoke if verb in words("grammar", "answering") else self._asked
        present = [
            Presence(actor, now, self._sentence - self._since[actor], known, self._nouns.get(actor, ""))
            for actor, known in self._people(description.gender)
            if known != NEUTER and actor != silent and (now := self._now(actor)) >= _HEARD
        ]
        found, borne = meant(description, present, actors)
        who, margin = _likeliest(found) or (None, 0.0)
        if who is None or max(found)[0] < _FRESH:
            return None, borne
        rivals = [actor for _, actor in found if actor != who and margin < _FAR_APART]
        nearest = self._is_nearest(who, rivals)
        if margin < _APART and not nearest:
            return None, borne
        is_told = self._named.get(who) == self._sentence and self._seen[who][0] > OWNER
        return None if is_told else who, borne or (nearest and may_be_nearest(description))

    def _is_nearest(self, who: str, others: Iterable[str]) -> bool:
        """Tell whether an actor was the subject of a sentence that the others had no part in."""
        weight, when = self._seen[who]
        rest = (self._seen[one] for one in others)
        return weight >= SUBJECT and all(seen < when or part <= OWNER for part, seen in rest)

    def _people(self, gender: str) -> Iterator[tuple[str, str]]:
        """Whoever is on stage, with the gender if that is known and fits one, which may be ""."""
        for actor in self._seen:
            known = self._genders.get(actor, "")
            if not known or not gender or known == gender:
                yield actor, known

    def _now(self, actor: str) -> float:
        weight, when = self._seen.get(actor, (0.0, self._sentence))
        return float(weight * _FADE ** (self._sentence - when))


def _likeliest(found: list[tuple[float, str]]) -> tuple[str | None, float] | None:
    """Who weighs most, None for somebody without a name, and by how much."""
    if not found:
        return None
    found.sort(reverse=True)
    best, second = found[0][0], found[1][0] if len(found) > 1 else 0.0
    who = None if found[0][1].startswith(NAMELESS) else found[0][1]
    return who, 1 - second / best if best else 0.0

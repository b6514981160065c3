"""Whom "he", "she" or "it" means where a speaker stands: those on stage lately, first of all those who spoke.

In news the speaker behind a pronoun is the last quoted one in two cases of three, else mostly the subject of
the sentence before; both fade as sentences pass. Gender, where the name or a title tells it, must agree.
People without a name ("a dealer from Trieste") come on too, so that nobody else is taken for them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from reader.analysis.cast.lexicon import nouns
from reader.analysis.cast.names import given_gender, person_name
from reader.analysis.findings import Actor, ActorKind, Mention, MentionForm
from reader.analysis.speech.cues import CueStrength, cue_strength, is_wording
from reader.analysis.speech.passage import Phrase
from reader.analysis.speech.reporting import Sentence

_NEUTER = "n"
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "it": _NEUTER}
_NAMELESS = "#"  # starts the key of a person without a name, or of a document
_DOCUMENT = 0.8  # how much on stage a document is that is no subject
_SUBJECT, _SPEAKER, _OTHER, _OWNER = 1.0, 1.25, 0.6, 0.4  # how much on stage each part in a sentence puts one
_BEFORE_NAME = (
    "compound",
    "flat",
    "nmod:desc",
    "amod",
    "det",
)  # "Captain Tunde Afolabi", "the Russian president"
_INTRODUCED = 0.9  # "…, which worries Henry Abara, the head of the union"
_NESTED = 3  # appositions in one another
_EMBEDDED = 0.75  # the subject of a clause inside another
_MAIN = frozenset({"ROOT", "root", "conj", "parataxis"})
_FADE = 0.65  # what is left of it a sentence later
_UNKNOWN = 0.75  # a name that tells no gender
_FORGOTTEN = 12  # sentences
_APART = 0.25  # by how much the likeliest must be so
_HEARD = 0.1  # how much on stage one must be to be spoken to
_FRESH = 0.41  # how much on stage one must be to be called by a description: "the rancher"


class Stage:
    """Who has been on stage lately; kept over the windows of an article."""

    def __init__(self) -> None:
        self._genders: dict[str, str] = {}
        self._seen: dict[str, tuple[float, int]] = {}  # actor -> weight, sentence
        self._sentence = 0
        self._bearers: dict[str, list[str]] = {}  # by last name, the latest at the end
        self._called: dict[str, str] = {}  # by noun, who was meant: "the rancher"

    def rename(self, old: str, new: str) -> None:
        """Follow an actor that has become another."""
        if old in self._seen:
            weight, when = self._seen.pop(old)
            if new not in self._seen or self._seen[new][1] < when:
                self._seen[new] = (weight, when)
        if old in self._genders:
            self._genders.setdefault(new, self._genders.pop(old))
        for surname, bearers in self._bearers.items():
            if old in bearers:
                kept = [actor for actor in bearers if actor not in (old, new)]
                self._bearers[surname] = [*kept, new]
        self._called = {noun: new if actor == old else actor for noun, actor in self._called.items()}

    def agrees(self, actor: str, pronoun: str) -> bool:
        """Tell whether a pronoun may mean an actor, by gender."""
        return self._genders.get(actor, "") in ("", _GENDERS.get(pronoun, ""))

    def bearer(self, surname: str) -> tuple[str, bool] | None:
        """Give who of this last name (in lower case) came on last, and whether there is but one."""
        bearers = self._bearers.get(surname)
        return (bearers[-1], len(bearers) == 1) if bearers else None

    def enter(self, actor: str, weight: float, gender: str = "", name: str = "") -> None:
        """Put an actor on stage in the sentence that is being read."""
        if name:
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
            self.enter(actor.id, _SPEAKER, name=actor.name)
        else:
            self.enter(actor.id, _SPEAKER, _NEUTER)

    def next_sentence(self) -> None:
        """Let everybody fade a little."""
        self._sentence += 1
        if self._sentence % _FORGOTTEN == 0:
            old = [a for a, (_, when) in self._seen.items() if when < self._sentence - _FORGOTTEN]
            for actor in old:
                del self._seen[actor]

    def find(self, pronoun: str) -> tuple[str | None, float] | None:
        """Give the likeliest actor behind a pronoun, and by how much: 1 is no rival at all, 0 a tie.

        The actor is None if it is somebody without a name, or a document.
        """
        gender = _GENDERS.get(pronoun.lower(), "")
        found = [
            (self._now(actor) * (1 if known else _UNKNOWN), actor)
            for actor, known in self._people(gender)
            if known or gender != _NEUTER
        ]
        return _likeliest(found)

    def rival(self, speaker: str | None) -> str | None:
        """Give who is clearly most on stage besides a speaker."""
        found = [(self._now(actor), actor) for actor, known in self._people("") if known != _NEUTER]
        who, margin = _likeliest([each for each in found if each[1] != speaker]) or (None, 0.0)
        return who if who and margin >= _APART and self._now(who) >= _HEARD else None

    def described(self, noun: str) -> str | None:
        """Give the one person who is clearly meant by "the rancher", if there is one.

        Nobody is named and described in one sentence, but whose things are named: "in her reply, the judge".
        """
        if (called := self._called.get(noun)) in self._seen:
            return called
        people = self._people(nouns().gender(noun))
        found = [(self._now(actor), actor) for actor, known in people if known != _NEUTER]
        who, margin = _likeliest(found) or (None, 0.0)
        if who is None or self._now(who) < _FRESH:
            return None
        if margin < _APART and not self._is_nearest(who, (actor for _, actor in found)):
            return None
        return None if self._seen[who][1] == self._sentence and self._seen[who][0] > _OWNER else who

    def _is_nearest(self, who: str, others: Iterable[str]) -> bool:
        """Tell whether an actor was the subject of a sentence that the others had no part in."""
        weight, when = self._seen[who]
        return weight >= _SUBJECT and all(self._seen[one][1] < when for one in others if one != who)

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
    who = None if found[0][1].startswith(_NAMELESS) else found[0][1]
    return who, 1 - second / best if best else 0.0


class Performance:
    """The stage as a window is read: mentions and pronouns come on in text order."""

    def __init__(
        self,
        stage: Stage,
        doc: Doc,
        offset: int,
        group: Sequence[Sentence],
        mentions: Sequence[Mention],
        actors: Mapping[str, Actor],
    ) -> None:
        self._stage, self._doc, self._actors = stage, doc, actors
        self._starts = starts = [token.idx + offset for token in doc]
        self._at: dict[int, Mention] = {}
        self._known: set[int] = set()  # tokens of mentions
        for each in mentions:
            actor = actors.get(each.actor)
            if actor and actor.kind != ActorKind.PLACE:
                first = bisect_right(starts, each.start) - 1
                self._at[first] = each
                self._known.update(range(first, bisect_right(starts, each.end - 1)))
        self._words: list[tuple[int, bool]] = []  # tokens outside marks, and whether a sentence starts there
        for sentence in group:
            self._words += [(i, k == 0) for k, i in enumerate(sentence.words)] or [(-1, True)]
        self._next = 0
        self._meant: dict[int, str] = {}  # by the tokens of nouns, who may be described so

    def read_to(self, token: int) -> None:
        """Let everybody come on who stands before a token."""
        while self._next < len(self._words) and self._words[self._next][0] < token:
            i, first = self._words[self._next]
            self._next += 1
            if first:
                self._stage.next_sentence()
            if i < 0:
                continue
            mention, word = self._at.get(i), self._doc[i].lower_
            if mention:
                if self._actors[mention.actor].kind != ActorKind.PERSON:
                    self._describe(bisect_right(self._starts, mention.end - 1) - 1)  # "the Canadian" is one
                self._stage.enter(mention.actor, self._part(i), *self._traits(mention))
            elif word in {"he", "she"}:
                found = self._stage.find(word)
                if found and found[0]:
                    self._stage.enter(found[0], self._part(i))
            elif i not in self._known:
                self._nameless(i, word)

    def described(self, phrase: Phrase) -> str | None:
        """Tell who speaks as "the rancher", if that is clear; from there on the words mean him."""
        self.read_to(phrase.last)
        who = self._meant.get(phrase.head)
        if who:
            for i in range(phrase.first, phrase.last):
                self._stage.leave(self._key(i))
            self._stage.enter(who, self._part(phrase.head))
            self._stage.calls(self._doc[phrase.head].lower_, who)
        return who

    def _describe(self, i: int) -> None:
        """Keep who is meant by the noun of a description, should somebody speak there."""
        if who := self._stage.described(self._doc[i].lower_):
            self._meant[i] = who

    def _key(self, i: int) -> str:
        return f"{_NAMELESS}{self._doc[i].idx}"

    def _nameless(self, i: int, word: str) -> None:
        """Let a person without a name come on, or a document."""
        part, key = self._part(i), self._key(i)
        if self._is_of_a_name(i):
            return
        if nouns().may_speak(word):
            self._describe(i)
        if nouns().may_speak(word) and part >= _EMBEDDED:
            self._stage.enter(key, part, nouns().gender(word))
        elif self._doc[i].pos_ == "NOUN" and is_wording(word):
            self._stage.enter(key, max(part, _DOCUMENT), _NEUTER)

    def _is_of_a_name(self, i: int) -> bool:
        """Tell "Captain Jane Roe", "Jane Roe, a former captain," and "veteran miner" from somebody new."""
        token = self._named(i)
        if token.i != i:
            return True
        if token.dep_ == "conj":
            token = token.head
        return (token.head if token.dep_ == "appos" else token).i in self._known

    def _named(self, i: int) -> Token:
        """The name that a word stands before, or the word itself."""
        token = self._doc[i]
        while token.head.i > token.i and token.dep_.startswith(_BEFORE_NAME):
            token = token.head
        return token

    def _traits(self, mention: Mention) -> tuple[str, str]:
        """Give the gender of an actor, as far as this mention tells it, and the name of a person."""
        actor = self._actors[mention.actor]
        if actor.kind != ActorKind.PERSON:
            return _NEUTER, ""
        if mention.form != MentionForm.NAME:
            return "", actor.name
        first, last = (bisect_right(self._starts, at) - 1 for at in (mention.start, mention.end - 1))
        titled = person_name(self._doc[first : last + 1].text).gender  # "Mrs. Roe"
        return titled or given_gender(person_name(actor.name)), actor.name

    def _part(self, i: int) -> float:
        """Weigh the part that a name plays in its sentence, by the parse of its last or first word."""
        token = self._named(i)
        is_introduced = bool(token.dep_) and any(child.dep_ == "appos" for child in token.children)
        for _ in range(_NESTED):
            apposed = token.dep_ == "appos"
            token = token.head if apposed else token
            if apposed and token.dep_ == "nmod" and token.head.lower_ == "one":
                token = token.head  # "one of his men, Henry Abara, put it so"
        if token.dep_.startswith("nsubj"):
            verb = token.head
            if cue_strength(verb.text) == CueStrength.SAY:
                return _SPEAKER
            return _SUBJECT if verb.dep_ in _MAIN else _EMBEDDED
        if token.dep_ == "nmod:poss":
            return _OWNER
        return _INTRODUCED if is_introduced else _OTHER

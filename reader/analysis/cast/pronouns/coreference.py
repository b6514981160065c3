"""Whom "he", "her" and "himself" mean: every pronoun chooses among those mentioned near it.

A candidate is a mention of a person, named or not ("a neighbour"): the unnamed compete, so that their
pronouns are not given to somebody else. Who cannot be meant by gender or by the binding rules is out; the
others are ranked, in the tradition of Lappin and Leass (1994) and of mention ranking (Denis and Baldridge
2008), see :mod:`reader.analysis.cast.pronouns.ranking`. The share of the best among all is the confidence.
"""

from bisect import insort
from collections.abc import Container, Iterable
from dataclasses import dataclass

from reader.analysis.cast.pronouns.candidates import Candidate, Pronoun
from reader.analysis.cast.pronouns.presence import presences
from reader.analysis.cast.pronouns.ranking import PLAIN, Around, features
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.lexicon.weights import Features, score, share
from reader.given_names import MAN

_KEPT = 30  # mentions before the pronoun that compete
_SENTENCES = 8  # how far back they may stand
#: Below this probability a pronoun is left alone.
LEAST = 0.25


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate's features and their score."""

    features: Features
    score: float


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun's antecedent and how sure it is; `instead` is the next likely, should it not be the first."""

    target: Entry
    confidence: float
    instead: tuple[Entry, float] | None = None


class Discourse:
    """The mentions that pronouns look back on, from window to window."""

    def __init__(self) -> None:
        self.window = 0
        self.table = PLAIN  # of weights
        self._latest: list[Candidate] = []
        self.speaker: Entry | None = None  # of the last quotation
        self._chain: dict[tuple[str, bool], Entry] = {}  # by gender, in quotations or not

    def add(self, candidate: Candidate) -> None:
        """Let a mention compete from here on."""
        insort(self._latest, candidate, key=lambda c: c.place)

    def forget(self) -> None:
        """Leave behind what is too far back to be meant; called at the end of a paragraph."""
        del self._latest[:-_KEPT]

    def options(
        self,
        pronoun: Pronoun,
        ahead: Iterable[Candidate] = (),
        others: Container[Entry] = (),
    ) -> dict[Entry, Option]:
        """Everybody whom `pronoun` may mean, each by the best mention; those `ahead` follow it.

        `others` are somebody else.
        """
        rank: dict[Entry, int] = {}
        sentences: set[int] = {pronoun.sentence}  # those with candidates: a long "I, I, I" puts nobody away
        before = [c for c in reversed(self._latest) if c.place < pronoun.place][:_KEPT]
        ahead = list(ahead)
        barred = {candidate.target for candidate in [*before, *ahead] if pronoun.excludes(candidate)}
        fit: list[tuple[Candidate, int, int, bool]] = []
        for candidate in [*before, *ahead]:
            if pronoun.sentence - candidate.sentence > _SENTENCES:
                continue
            who = candidate.target
            if who in barred or who in others or _is_ruled_out(who, pronoun.gender):
                continue
            is_ahead = candidate.place > pronoun.place
            if not is_ahead and (not candidate.quote or candidate.quote != pronoun.speaks):
                sentences.add(candidate.sentence)
                rank.setdefault(who, len(rank))
            fit.append((candidate, rank.get(who, 4), len(sentences) - 1, is_ahead))
        if not fit:
            return {}
        opens, first = self._lead(pronoun)
        speaker = self._speaker_before(pronoun, fit, opens)
        counts = sorted({candidate.target: candidate.target.count for candidate, *_ in fit}.values())
        most = counts[-1] if len(counts) < 2 or counts[-1] > counts[-2] else 0
        told = {*pronoun.told, *(c.target for c, *_ in fit if pronoun.speaks and c.quote == pronoun.speaks)}
        goes_on = self._chain.get((pronoun.gender, pronoun.quote != 0))
        spoke = self.speaker.now() if self.speaker is not None else None
        present = presences(pronoun, before, {candidate.target for candidate, *_ in fit}, barred)
        spoken = pronoun.speaks
        latest = _latest(c for c, *_, later in fit if not later and not (spoken and c.quote == spoken))
        found: dict[Entry, Option] = {}
        for candidate, rank_, back, is_ahead in fit:
            who = candidate.target
            around = Around(
                rank_, back, is_ahead, goes_on is who, speaker is who, who.count == most, who in told,
                opens, first is who, spoke is who, latest is who, present[who],
            )  # fmt: skip
            row = features(pronoun, candidate, around)
            option = Option(row, score(row, self.table))
            if who not in found or option.score > found[who].score:
                found[who] = option
        return found

    def _lead(self, pronoun: Pronoun) -> tuple[bool, Entry | None]:
        """Whether a pronoun opens its paragraph, and who was mentioned first there, or in the one before."""
        last = (pronoun.paragraph - 1, pronoun.paragraph)
        first = {
            c.paragraph: c.target
            for c in reversed(self._latest)
            if c.place < pronoun.place and c.paragraph in last
        }
        opens = pronoun.paragraph not in first
        return opens, first.get(pronoun.paragraph - opens)

    def _speaker_before(
        self, pronoun: Pronoun, fit: list[tuple[Candidate, int, int, bool]], opens: bool
    ) -> Entry | None:
        """Who spoke last, unless the paragraph so far, or the one before, is somebody else's."""
        start = pronoun.paragraph - opens
        here = [c for c, *_ in fit if c.paragraph >= start and c.sentence < pronoun.sentence]
        own = max((c.sentence for c in here if c.target is self.speaker and c.role == "subject"), default=-1)
        others = [c for c in here if c.target.named and not c.quote and c.target is not self.speaker]
        taken_over = any(
            (c.main or c.case == "by" or c.target.count <= 1) and c.sentence > own for c in others
        )
        return None if taken_over else self.speaker

    def choose(
        self, pronoun: Pronoun, ahead: Iterable[Candidate] = (), others: Container[Entry] = ()
    ) -> Choice | None:
        """The likeliest antecedent, or None where there is nobody at all."""
        return _best(self.options(pronoun, list(ahead), others), self.table)

    def resolved(self, pronoun: Pronoun, choice: Choice) -> None:
        """Go on with the topic, and learn whether it is a man or a woman."""
        self._chain[pronoun.gender, pronoun.quote != 0] = choice.target
        choice.target.heard += choice.confidence * (1 if pronoun.gender == MAN else -1)
        if (
            choice.confidence > 0.9
            and not choice.target.gender
            and choice.target.seems in ("", pronoun.gender)
        ):
            choice.target.gender = pronoun.gender


def _latest(before: Iterable[Candidate]) -> Entry | None:
    """Who was mentioned last, or of whom that told: "Ann Lee, whose son is Jan, was careful"."""
    last: Candidate | None = None
    for c in before:
        if last is None:
            last = c
            if c.clause != "relcl":
                break
        elif c.sentence != last.sentence:
            break
        elif c.main:
            return c.target
    return last.target if last is not None else None


def _is_ruled_out(who: Entry, gender: str) -> bool:
    """Tell whether somebody is of the other sex, by more than a name such as Jip or Alex."""
    known = who.gender != "" or who.misheard < 0 or (who.has_certain_given_name and who.misheard <= 0)
    return who.seems not in ("", gender) and known


def _best(options: dict[Entry, Option], table: str) -> Choice | None:
    if not options:
        return None
    (best, first), *others = sorted(options.items(), key=lambda each: -each[1].score)[:2]
    share = _share(options, first, table)
    left = {who: option for who, option in options.items() if who is not best}
    instead = next(((who, _share(left, option, table)) for who, option in others), None)
    return Choice(best, share, instead)


def _share(options: dict[Entry, Option], one: Option, table: str) -> float:
    """What part one has of the likelihood of all, with that of nobody."""
    return share(one.score, (each.score for each in options.values()), table)

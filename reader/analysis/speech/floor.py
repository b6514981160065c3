"""Who has the floor: whose words a quotation is that nothing in its own paragraph gives to anybody.

Who spoke last in the paragraph before goes on, unless she asked or answered, or two are talking in turn;
where that paragraph ends with what somebody does, it is she who begins to speak.
"""

from dataclasses import dataclass, replace

from reader.analysis.speech.antecedents import Stage
from reader.analysis.speech.patterns import Pattern
from reader.analysis.speech.voice import Voice

#: How often each is right, rounded.
GOES_ON, LED_IN, IN_TURN = 0.6, 0.55, 0.45
_TALKING = frozenset({"led in", "in turn"})  # bare words upon bare words: two are talking


@dataclass(frozen=True, slots=True)
class Turn:
    """Words, whether they ask or answer, and whether they reply: who was spoken to speaks them."""

    voice: Voice
    talks: bool
    replies: bool = False

    @property
    def is_one_of_two(self) -> bool:
        """Whether two are talking."""
        return self.talks or self.replies or self.voice.how in _TALKING


class Floor:
    """Who is to speak next; kept over the windows of an article."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._last: Turn | None = None
        self._next: Voice | None = None
        self._asker: str | None = None  # of the last question
        self._answers: str | None = None  # and who has answered it
        self._has_just_spoken = False  # whoever spoke last, at the end of the paragraph before

    def rename(self, old: str, new: str) -> None:
        """Follow an actor that has become another."""
        if self._last:
            self._last = replace(self._last, voice=self._last.voice.renamed(old, new))
        if self._next:
            self._next = self._next.renamed(old, new)
        self._asker, self._answers = (new if each == old else each for each in (self._asker, self._answers))

    def takes(self, voice: Voice, talks: bool, addresses: bool = False) -> None:
        """Note who speaks, and whether the words are a question or an answer.

        What `addresses` somebody at the start of a paragraph is for who spoke at the end of the one before.
        """
        last, replies = self._last, False
        if addresses and self._has_just_spoken and last and last.voice.speaker != voice.speaker:
            replies, voice = True, replace(voice, addressee=voice.addressee or last.voice.speaker)
        self._has_just_spoken = False
        if last and last.voice.speaker == voice.speaker:
            replies, to = last.replies, last.voice.addressee
            voice = replace(voice, addressee=voice.addressee or to)
        elif last and voice.speaker and last.voice.addressee == voice.speaker:
            replies = True
            voice = replace(voice, addressee=voice.addressee or last.voice.speaker)
        self._last = Turn(voice, talks, replies)

    def passes(self, to: Voice | None, is_told: bool, asker: str | None) -> None:
        """End a paragraph in which somebody acts after the last words, or the reporter tells something else.

        `is_told` says that people are in what the reporter tells; `asker` asks there.
        """
        self._asker, self._answers = asker, None
        if self._last:  # nobody answers what stands so far back
            self._last = replace(self._last, voice=replace(self._last.voice, addressee=None))
        if to is not None:
            self._next = replace(to, confidence=LED_IN, cue=None, how="led in")
        elif is_told:
            self._next = None
        self._has_just_spoken = False

    def goes_on(self, asks: bool, called: str | None) -> None:
        """End a paragraph with words of somebody's, who may ask; who is `called` in a question answers it."""
        last = self._last
        self._has_just_spoken = last is not None
        spoke = last.voice.speaker if last else None
        if asks or spoke is None or spoke == self._asker:
            self._asker, self._answers = (spoke if asks else None), None
        elif self._asker:
            self._answers = spoke
        if called is not None:
            self._next = _in_turn(called)
        elif last is None or last.voice.how == Pattern.DASH:  # what readers write, one below the other
            self._next = None
        elif last.is_one_of_two:
            self._next = _in_turn(last.voice.addressee or self._stage.rival(last.voice.speaker))
        else:
            self._next = replace(last.voice, confidence=GOES_ON, cue=None, addressee=None, how="goes on")

    def next(self, asks: bool) -> Voice | None:
        """Tell who speaks words that are nobody's by themselves: who asked asks again once it is answered."""
        if asks and self._answers:
            return _in_turn(self._asker, self._answers)
        return self._next


def _in_turn(who: str | None, to: str | None = None) -> Voice | None:
    return Voice(None, who, None, None, to, IN_TURN, "in turn") if who else None

"""Who has the floor: whose words a quotation is that nothing in its own paragraph gives to anybody.

Who spoke last in the paragraph before goes on, unless she asked or answered, or two are talking in turn;
where that paragraph ends with what somebody does, it is she who begins to speak.
"""

from dataclasses import replace

from reader.analysis.speech.antecedents import Stage
from reader.analysis.speech.patterns import Pattern
from reader.analysis.speech.voice import Voice

#: How often each is right, rounded.
GOES_ON, LED_IN, IN_TURN = 0.6, 0.55, 0.45
_TALKING = frozenset({"led in", "in turn"})  # bare words upon bare words: two are talking


class Floor:
    """Who is to speak next; kept over the windows of an article."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._last: Voice | None = None
        self._talks = self._replies = self._near = False
        self._called: str | None = None
        self._next: Voice | None = None

    def rename(self, old: str, new: str) -> None:
        """Follow an actor that has become another."""
        self._called = new if self._called == old else self._called
        self._last, self._next = (
            replace(
                each,
                speaker=new if each.speaker == old else each.speaker,
                addressee=new if each.addressee == old else each.addressee,
            )
            if each
            else None
            for each in (self._last, self._next)
        )

    def takes(self, voice: Voice, talks: bool) -> None:
        """Note who speaks, and whether the words are a question or an answer."""
        last = self._last
        if last and last.speaker != voice.speaker:
            self._replies = self._near and last.addressee is not None and last.addressee == voice.speaker
        if last and (self._replies or last.speaker == voice.speaker):
            to = last.speaker if last.speaker != voice.speaker else last.addressee
            voice = replace(voice, addressee=voice.addressee or to)
        self._last, self._talks = voice, talks

    def calls(self, actor: str | None) -> None:
        """Note whom the words call by name, whoever speaks them."""
        self._called = actor

    def passes(self, to: Voice | None, is_told: bool) -> None:
        """End a paragraph in which somebody acts after the last words, or the reporter tells something else.

        `is_told` says that people are in what the reporter tells.
        """
        self._near, self._called = False, None
        if to is not None:
            self._next = replace(to, confidence=LED_IN, cue=None, how="led in")
        elif is_told:
            self._next = None

    def goes_on(self) -> None:
        """End a paragraph with words of somebody's."""
        last, called = self._last, self._called
        self._near, self._called = True, None
        if called is not None:
            self._next = Voice(None, called, None, None, None, IN_TURN, "in turn")
        elif last is None or last.how == Pattern.DASH:  # what readers write, one below the other
            self._next = None
        elif self._talks or self._replies or last.how in _TALKING:
            self._next = self._in_turn(last)
        else:
            self._next = replace(last, confidence=GOES_ON, cue=None, addressee=None, how="goes on")

    def next(self) -> Voice | None:
        """Tell who speaks words that are nobody's by themselves."""
        return self._next

    def _in_turn(self, last: Voice) -> Voice | None:
        """Whom the last speaker speaks to."""
        other = last.addressee or self._stage.rival(last.speaker)
        return Voice(None, other, None, None, None, IN_TURN, "in turn") if other else None

"""Who speaks a quotation, and by which words."""

from dataclasses import dataclass, replace

from reader.analysis.findings import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the words that say so, if any do, the actor if it is one, and how surely."""

    source: Span | None
    speaker: str | None
    mention: Span | None
    cue: Span | None
    addressee: str | None
    confidence: float
    how: str
    relay: Span | None = None
    wording: bool = False

    def renamed(self, old: str, new: str) -> "Voice":
        """The same where one actor has become another."""
        speaker, addressee = (new if each == old else each for each in (self.speaker, self.addressee))
        return replace(self, speaker=speaker, addressee=addressee)

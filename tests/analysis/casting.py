"""A text whose cast was read, and questions about it."""

from collections.abc import Mapping

from spacy.language import Language

from reader.analysis.cast.actors import Cast
from reader.analysis.findings import Actor, Mention


class Stage:
    """A text that was read, and questions about it."""

    def __init__(self, nlp: Language, text: str) -> None:
        self.text = text
        self.cast = Cast()
        self.mentions = self.cast.read(nlp(text)).mentions

    def of(self, actor: str) -> list[str]:
        """The mentions of an actor, as words."""
        return [self.text[m.start : m.end] for m in self.mentions if m.actor == actor]

    def at(self, words: str, nth: int = 1) -> Mention | None:
        """The mention at the nth place of these words."""
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return next((m for m in self.mentions if (m.start, m.end) == (start, start + len(words))), None)

    @property
    def actors(self) -> Mapping[str, Actor]:
        return self.cast.actors

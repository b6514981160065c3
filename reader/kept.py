"""Answers that are kept while the question stays the same."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


_FEW = 4  # answers: what was typed and is taken back letter by letter is there again


class Kept(Generic[T]):
    """The last few answers to a question; while that is asked again, the very same object is given.

    So whoever shows an answer sees from its identity that there is nothing new to be shown.
    """

    def __init__(self) -> None:
        self._ground: object = None
        self._known: list[tuple[object, T]] = []

    def get(self, question: object, answer: Callable[[], T], ground: object = None) -> T:
        """Give the answer to `question`, found out by `answer` if it is not known.

        All are forgotten when the `ground` on which they were given is another one: nobody asks again.
        """
        if ground != self._ground:
            self._ground, self._known = ground, []
        if self._known and self._known[0][0] == question:
            return self._known[0][1]
        known = next((each for each in self._known if each[0] == question), None)
        known = known or (question, answer())
        self._known = [known, *(each for each in self._known if each is not known)][:_FEW]
        return known[1]

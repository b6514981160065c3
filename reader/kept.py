"""Answers that are kept while the question stays the same."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """The last answer to a question; while that is asked again, the very same object is given.

    So whoever shows an answer sees from its identity that there is nothing new to be shown.
    """

    def __init__(self) -> None:
        self._known: list[tuple[object, T]] = []

    def get(self, question: object, answer: Callable[[], T]) -> T:
        """Give the answer to `question`, found out by `answer` if another one was asked last."""
        if not self._known or self._known[0][0] != question:
            self._known = [(question, answer())]
        return self._known[0][1]

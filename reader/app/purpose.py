"""What the prompt asks for."""

from enum import Enum


class Purpose(Enum):
    """What is being asked for: the word before the line, and what to do there."""

    FILTER = "filter", "part of a name · enter keeps it · esc clears it"
    SEARCH = "search", "words of the text · enter, then n N · esc goes back"

    def __init__(self, word: str, hint: str) -> None:
        self.word = word
        self.hint = hint

"""What the prompt asks for."""

from enum import StrEnum


class Purpose(StrEnum):
    """What is being asked for."""

    FILTER = "filter: part of a name · enter keeps it · esc clears it"
    SEARCH = "search the text · enter keeps it, then n N · esc goes back"

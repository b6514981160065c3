"""What can go wrong between a person's argument and an article."""


class SourceError(Exception):
    """An article that cannot be opened. The message is one clean line that says why and what to do."""

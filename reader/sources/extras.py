"""Libraries that not everybody needs, and how to get them."""

from reader.sources.errors import SourceError


def missing_extra(what: str, extra: str) -> SourceError:
    """Give the error that names the extra which reads such a file."""
    return SourceError(f"is {what}: to read such, install it with pip install 'stage-reader[{extra}]'")

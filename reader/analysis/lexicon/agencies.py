"""Bodies that belong to a larger one: the agencies of the United Nations."""

from functools import cache

from reader.analysis.lexicon.resources import table
from reader.analysis.lexicon.spelling import comparable

#: What any of them is called.
AGENCIES = frozenset(
    {"agency", "arm", "body", "fund", "office", "organisation", "organization", "programme", "program"}
)


@cache
def _agencies() -> dict[str, dict[str, frozenset[str]]]:
    """By the name of the whole and of the part, words that tell a part from the others."""
    return {
        whole: {name: frozenset(words) for name, words in parts.items()}
        for whole, parts in table("agencies.toml")["of"].items()
    }


@cache
def _short() -> dict[str, str]:
    """The names of the wholes by their letters: "un"."""
    return dict(table("agencies.toml")["short"])


def may_be_agency(name: str, words: frozenset[str], whole: str | None = None) -> bool:
    """Tell an agency of a whole, of any if none is given, by the words for it: "the U.N. refugee agency"."""
    wholes = [_plain(whole)] if whole is not None else [*_agencies()]
    told = (_agencies().get(_short().get(each, each), {}).get(_plain(name)) for each in wholes)
    return any(own is not None and words <= own for own in told)


def _plain(name: str) -> str:
    return " ".join(comparable(name))

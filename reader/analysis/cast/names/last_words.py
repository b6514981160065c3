"""What the last words of names tell: a family that several share, a firm whose first word is it too."""

from collections import Counter
from functools import cache

from reader.analysis.cast.spans.spans import ORGANISATION
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.titles import titles
from reader.given_names import all_given_names


def shared_families(names: set[tuple[str, ...]]) -> set[str]:
    """What two names of two words end in that begin with given names: no firms, but a family."""
    lists = organisations()
    likely = [words for words in names if len(words) == 2 and words[0] in all_given_names()]
    ends = Counter(words[1] for words in likely)
    return {word for word, count in ends.items() if count > 1} - lists.bodies - lists.legal - lists.trades


@cache
def unlike_families() -> frozenset[str]:
    """What ends a person's name and names more than one family: words for bodies and places, given names."""
    lists = organisations()
    return lists.bodies | lists.places | lists.things | all_given_names() | titles().suffixes


def is_firm(name: tuple[tuple[str, ...], str]) -> bool:
    """Tell the full name of a firm, whose first word alone is the firm too, by its words and label."""
    words, label = name
    lists = organisations()
    last = words[-1].casefold()
    return (
        label == ORGANISATION
        and len(words) > 1
        and last not in lists.bodies | lists.named_after | lists.places
    )

"""Who a headline tells by a bare noun: "Captain told to turn back", "Minister’s lunch".

Headlines leave articles out, and tell of whom the article names below.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis.cast.descriptions.nominals import Description
from reader.analysis.cast.roster.occurrences import Map
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import POSSESSIVES
from reader.analysis.lexicon.spelling import fold

_LONGEST = 24  # tokens of a headline
_WORDS = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})
# What begins a phrase that is more than a bare noun, or a part of a word: "ex-minister".
_BEFORE = POSSESSIVES | {"the", "a", "an", "this", "that", "no", "any", "every", "one", "another", "-"}


def find_bare(doc: Doc, at: Map) -> Iterator[Description]:
    """Find the bare nouns for one person in the first line of `doc`, if it is a headline."""
    end = next((i for i in range(min(len(doc), _LONGEST + 1)) if "\n" in doc[i].text), 0)
    if end < 2 or end > _LONGEST or doc[end - 1].text in (".", "”", ":"):
        return
    for i in range(end):
        noun = fold(doc[i].text)
        if not nouns().is_person(noun) or noun in nouns().kin or at[i] is not None or at[i + 1] is not None:
            continue
        if i + 1 < end and doc[i + 1].pos_ in ("NOUN", "PROPN"):
            continue
        start = i
        while start > 0 and at[start - 1] is None and doc[start - 1].pos_ in _WORDS:
            start -= 1
        before = fold(doc[start - 1].text) if start else ""
        if before in _BEFORE or (start and doc[start - 1].tag_ == "PRP$"):
            continue
        yield Description(start, i + 1, noun, None, nouns().gender(noun))

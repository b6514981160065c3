"""Who was named lately: whom "the 47-year-old" or "the French actress" may mean."""

from collections import deque
from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.phrases import head_of, sentence_start

_LATEST = 40  # names that are kept
_SENTENCES = 4  # back to the last one that names anybody
_ASIDE = frozenset({"ccomp", "acl", "acl:relcl"})  # clauses of what is said, and of who is meant
_MAIN = frozenset({"ROOT", "root"})


class Lately:
    """Remembers where people were named, and who of them did there what the article tells."""

    def __init__(self) -> None:
        self._met: deque[tuple[int, int, Entry]] = deque(maxlen=_LATEST)

    def meet(self, doc: Doc, one: Occurrence, here: int) -> None:
        """Let a person be named at `here`, a code point; calls must come in text order."""
        if one.entry.now().kind is ActorKind.PERSON:
            head = head_of(doc, one.start, one.end)
            head = head.head if head.dep_ == "conj" else head
            acts = head.dep_.startswith("nsubj") and head.head.dep_ not in _ASIDE
            self._met.append((here, acts + (acts and head.head.dep_ in _MAIN), one.entry))

    def between(self, low: int, high: int) -> dict[Entry, int]:
        """Who was named between two code points, the latest last: 2 as the subject, 1 as acting, or 0."""
        found: dict[Entry, int] = {}
        for when, acts, entry in self._met:
            if low <= when < high:
                found[entry.now()] = max(found.pop(entry.now(), 0), acts)
        return found

    def before(self, doc: Doc, index: int, offset: int) -> Iterator[tuple[int, dict[Entry, int]]]:
        """Give where each of the last few sentences before a token's own starts, and who was named since.

        The nearest comes first; `offset` is where `doc` starts.
        """
        first = stop = sentence_start(doc, index)
        for _ in range(_SENTENCES):
            while first > 0 and not doc[first - 1].text.strip():
                first -= 1
            if first == 0:
                return
            first = sentence_start(doc, first - 1)
            yield first, self.between(offset + doc[first].idx, offset + doc[stop].idx)

    def latest(self) -> Iterator[Entry]:
        """Who was named, the latest first."""
        return (entry.now() for _, _, entry in reversed(self._met))

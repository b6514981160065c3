"""Counting what is right: exact spans, tags, trees and sentence starts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from training.repair import TITLES
from training.spans import Span

#: GPE and LOC count as one type, PLACE: most corpora do not tell them apart.
CORE = ("PER", "ORG", "PLACE")


def scored(words: list[str], spans: Iterable[Span]) -> set[Span]:
    """Give spans as they are scored: titles and a leading "the" aside, GPE and LOC as PLACE."""
    found = set()
    for start, end, label in spans:
        while end - start > 1 and (
            words[start].lower() == "the" or (label == "PER" and words[start].lower() in TITLES)
        ):
            start += 1
        found.add(Span(start, end, "PLACE" if label in ("GPE", "LOC") else label))
    return found


@dataclass
class Names:
    """Right, found and true names by type."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)

    def add(self, gold: set[Span], predicted: set[Span]) -> None:
        self.right.update(span.label for span in gold & predicted)
        self.found.update(span.label for span in predicted)
        self.true.update(span.label for span in gold)

    def precision(self, *labels: str) -> float:
        return _share(self.right, self.found, labels)

    def recall(self, *labels: str) -> float:
        return _share(self.right, self.true, labels)

    def f(self, *labels: str) -> float:
        precision, recall = self.precision(*labels), self.recall(*labels)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(part: Counter[str], whole: Counter[str], labels: tuple[str, ...]) -> float:
    return 100 * sum(part[label] for label in labels) / max(1, sum(whole[label] for label in labels))


def f_score(gold: set[int], predicted: set[int]) -> float:
    """Give 100 times F1 of two sets."""
    return 200 * len(gold & predicted) / max(1, len(gold) + len(predicted))

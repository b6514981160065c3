"""BIO labels to spans and back."""

from typing import NamedTuple


class Span(NamedTuple):
    """Words start to end (exclusive) of a sentence, and their entity type."""

    start: int
    end: int
    label: str


def to_spans(labels: list[str]) -> list[Span]:
    """Give the entities that `labels` mark; an I that continues nothing begins one."""
    spans: list[Span] = []
    for index, label in enumerate(labels):
        if label[0] not in "BI":
            continue
        last = spans[-1] if spans else None
        if label[0] == "I" and last and last.end == index and last.label == label[2:]:
            spans[-1] = last._replace(end=index + 1)
        else:
            spans.append(Span(index, index + 1, label[2:]))
    return spans


def to_labels(spans: list[Span], length: int) -> list[str]:
    """Write `spans` as BIO labels; the later of two that overlap wins."""
    labels = ["O"] * length
    for start, end, label in spans:
        labels[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return labels

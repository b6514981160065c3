"""Mend silver labels with a first model: `python -m training.relabel --network build/first.pt`.

In the silver sets some names are unmarked and some marked wrongly. A name that the model is sure of and the
set leaves unmarked is added; a label that the model finds all but impossible is no longer learned from.
(Self-training, Yarowsky 1995; leaving out unlikely labels, Northcutt et al. 2021.) Gold sets stay as is.
"""

import argparse
import random
from collections import Counter
from pathlib import Path

import torch
from torch import Tensor

from training.batches import SILVER, Labels, Window, collate, groups, number
from training.corpora import Sentence, read_documents, write_documents
from training.network import Network, minilm_vocabulary
from training.quantise import load
from training.spans import to_labels, to_spans

#: A name is added where each of its words is at least this likely; a label less likely than this is left out.
SURE, DOUBTFUL = 0.85, 0.02


def mended(given: list[str], chances: Tensor, labels: Labels, counts: Counter[str]) -> list[str]:
    """Mend the labels of a sentence by the chances (words, labels) that the model gives them."""
    best = chances.argmax(1).tolist()
    taken = {index for index, label in enumerate(given) if label != "O"}
    added = [
        span
        for span in to_spans([labels.names[number] for number in best])
        if not taken & set(range(span.start, span.end))
        and min(float(chances[i, best[i]]) for i in range(span.start, span.end)) >= SURE
    ]
    result = to_labels([*to_spans(given), *added], len(given))
    for span in to_spans(given):
        numbers = [labels.name_ids[label] for label in given[span.start : span.end]]
        if min(float(chances[span.start + i, n]) for i, n in enumerate(numbers)) < DOUBTFUL:
            result[span.start : span.end] = ["?"] * (span.end - span.start)
            counts["left out " + span.label] += 1
    for index, label in enumerate(result):
        if label == "O" and float(chances[index, labels.name_ids["O"]]) < DOUBTFUL:
            result[index] = "?"
            counts["left out O"] += 1
    counts.update("added " + span.label for span in added)
    return ["?" if old == "?" else new for old, new in zip(given, result, strict=True)]


def mend(found: list[tuple[list[Sentence], Window]], network: Network, labels: Labels) -> Counter[str]:
    """Mend the sentences of all groups in place; count what was done."""
    counts: Counter[str] = Counter()
    for at in range(0, len(found), 12):
        part = found[at : at + 12]
        batch = collate([window for _, window in part])
        with torch.inference_mode():
            scores = network(batch.pieces, batch.shapes, batch.first, batch.mask)[0].float().softmax(-1)
        for (group, window), chances in zip(part, scores, strict=True):
            start = 0
            for sentence in group:
                end = start + len(sentence.words)
                if sentence.ner and end <= len(window.first):
                    sentence.ner = mended(sentence.ner, chances[start:end], labels, counts)
                start = end
    return counts


def main() -> None:
    """Read, mend, count, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", type=Path, default=Path("build/first.pt"))
    parser.add_argument("--prepared", type=Path, default=Path("build/prepared.jsonl.gz"))
    parser.add_argument("--out", type=Path, default=Path("build/mended.jsonl.gz"))
    options = parser.parse_args()
    torch.set_num_threads(2)
    network, kept = load(options.network)
    labels, cut, chance = Labels(**kept), minilm_vocabulary(), random.Random(1)
    documents = list(read_documents(options.prepared))
    found = [
        (group, number(group, document.source, cut, labels, chance))
        for document in documents
        if document.source in SILVER
        for group in groups(document, cut, chance)
    ]
    found.sort(
        key=lambda pair: len(pair[1].pieces)
    )  # windows of like length make batches with little padding
    for what, count in mend(found, network, labels).most_common():
        print(f"{what:16}{count:>8,}")
    write_documents(options.out, documents)


if __name__ == "__main__":
    main()

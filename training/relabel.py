"""Mend silver labels with a first model: `python -m training.relabel --network build/first.pt`.

In the silver sets some names are unmarked and some marked wrongly. A name that the model is sure of and the
set leaves unmarked is added; a label that the model finds all but impossible is no longer learned from.
(Self-training, Yarowsky 1995; leaving out unlikely labels, Northcutt et al. 2021.) Gold sets stay as is.
"""

import argparse
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from training.batches import Batch, Labels, Window, collate, windows
from training.corpora import Sentence, read_documents, write_documents
from training.network import minilm_vocabulary
from training.quantise import load
from training.spans import to_labels, to_spans

SILVER = {"gmb", "gum"}

#: A name is added where each of its words is at least this likely; a label less likely than this is left out.
SURE, DOUBTFUL = 0.85, 0.02


def mended(sentence: Sentence, chances: Tensor, labels: Labels, counts: Counter[str]) -> Sentence:
    """Mend the names of a sentence by the chances (words, labels) that the model gives them."""
    given = sentence.ner or []
    best = chances.argmax(1).tolist()
    found = to_spans([labels.names[number] for number in best])
    taken = {index for span in to_spans(given) for index in range(span.start, span.end)}
    taken |= {index for index, label in enumerate(given) if label == "?"}
    added = [
        span
        for span in found
        if not taken & set(range(span.start, span.end))
        and min(float(chances[i, best[i]]) for i in range(span.start, span.end)) >= SURE
    ]
    result = to_labels([*to_spans(given), *added], len(given))
    for span in to_spans(given):
        numbers = [labels.name_ids[label] for label in given[span.start : span.end]]
        if min(float(chances[span.start + i, number]) for i, number in enumerate(numbers)) < DOUBTFUL:
            result[span.start : span.end] = ["?"] * (span.end - span.start)
            counts["left out " + span.label] += 1
    for index, label in enumerate(result):
        if label == "O" and float(chances[index, 0]) < DOUBTFUL:
            result[index] = "?"
            counts["left out O"] += 1
    result = ["?" if old == "?" else new for old, new in zip(given, result, strict=True)]
    counts.update("added " + span.label for span in added)
    return replace(sentence, ner=result)


def main() -> None:
    """Read, mend, count, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", type=Path, default=Path("build/first.pt"))
    parser.add_argument("--prepared", type=Path, default=Path("build/prepared.jsonl.gz"))
    parser.add_argument("--out", type=Path, default=Path("build/mended.jsonl.gz"))
    options = parser.parse_args()
    torch.set_num_threads(2)
    network, kept = load(options.network)
    labels, cut = Labels(**kept), minilm_vocabulary()
    documents = list(read_documents(options.prepared))
    counts: Counter[str] = Counter()

    silver = [document for document in documents if document.source in SILVER]
    drawn: list[tuple[Window, list[Sentence]]] = []
    chance = random.Random(1)
    for document in silver:
        held: list[list[Sentence]] = []

        def keep(
            found: list[Sentence], _: random.Random, held: list[list[Sentence]] = held
        ) -> list[Sentence]:
            held.append(found)
            return found

        drawn += [(window, held[-1]) for window in windows(document, cut, labels, chance, keep)]
    drawn.sort(key=lambda pair: len(pair[0].pieces))
    better: dict[int, Sentence] = {}
    for at in range(0, len(drawn), 12):
        part = drawn[at : at + 12]
        batch: Batch = collate([window for window, _ in part])
        with torch.inference_mode():
            scores = network(batch.pieces, batch.shapes, batch.first, batch.mask)[0].float().softmax(-1)
        for (window, held), chances in zip(part, scores, strict=True):
            start = 0
            for sentence in held:
                end = start + len(sentence.words)
                if sentence.ner and end <= len(window.first):
                    better[id(sentence)] = mended(sentence, chances[start:end], labels, counts)
                start = end
    for document in silver:
        document.sentences = [better.get(id(sentence), sentence) for sentence in document.sentences]
    write_documents(options.out, documents)
    for what, count in counts.most_common():
        print(f"{what:16}{count:>8,}")


if __name__ == "__main__":
    main()

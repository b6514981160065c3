"""Train: `python -m training.train --prepared build/prepared.jsonl.gz --out build/network.pt`.

Runs on a GPU where there is one, else on the CPU, in bfloat16 where the processor multiplies it.
"""

import argparse
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import torch
import torch.nn.functional as functional
from torch import Tensor

from reader.analysis.language.wordpiece import WordPiece
from training.augment import Variation
from training.batches import IGNORED, Batch, Labels, Window, batches, groups, number
from training.conventions import harmonise
from training.corpora import Document, read_documents
from training.network import FAR_BELOW, Network, load_minilm, minilm_vocabulary
from training.repair import KEPT
from training.scenes import Scenes

#: How often an epoch sees each set: the large silver set less, the small news-like ones more, tweets hardly.
SHARES = {
    "gmb": 0.5,
    "ewt": 1.4,
    "gum": 1.2,
    "redocred": 1.0,
    "crossner_politics": 1.0,
    "crossner_other": 0.5,
    "wikigold": 2.0,
    "re3d": 2.0,
    "btc": 0.1,
    "wnut17": 0.1,
}

#: How many articles of our own an epoch has besides.
SCENES = 800

WEIGHTS = {"names": 1.0, "tags": 0.7, "starts": 0.5, "arcs": 0.7, "relations": 0.7}


def labels_of(documents: list[Document]) -> Labels:
    """List what there is to predict; relation subtypes seen fewer than 30 times are left out."""
    tags: set[str] = set()
    relations: Counter[str] = Counter()
    for document in documents:
        for sentence in document.sentences:
            tags.update(sentence.pos or [])
            relations.update(sentence.deps or [])
    kept = {label for label, count in relations.items() if count >= 30} | {
        label.split(":")[0] for label in relations
    }
    names = ["O", *(f"{mark}-{label}" for label in sorted(KEPT) for mark in "BI")]
    return Labels(names, sorted(tags), sorted(kept))


def drawn(documents: list[Document], chance: random.Random) -> Iterator[Document]:
    """Draw an epoch's documents by SHARES."""
    for document in documents:
        share = SHARES[document.source]
        for _ in range(int(share) + (chance.random() < share % 1)):
            yield document


def endless(
    documents: list[Document],
    cut: WordPiece,
    labels: Labels,
    vary: Variation,
    size: int,
    chance: random.Random,
) -> Iterator[Batch]:
    """Give batches, epoch after epoch, each drawn and varied anew."""
    scenes = Scenes()
    while True:
        found: list[Window] = []
        for document in [*drawn(documents, chance), *(scenes.article(chance) for _ in range(SCENES))]:
            for group in groups(document, cut, chance):
                varied = vary(group, chance, swap=document.source != scenes.source)
                found.append(number(varied, document.source, cut, labels, chance))
        yield from batches([window for window in found if window.first], size, chance)


#: A silver label less likely than this to a network that has learned before is not learned from.
DOUBTFUL = 0.03


def trusted(scores: Tensor, batch: Batch) -> Tensor:
    """Give the labels of names without those of silver sets that the network finds all but impossible.

    Leaving out unlikely labels: Northcutt et al. 2021.
    """
    chances = scores.detach().float().softmax(-1).gather(2, batch.names.clamp(min=0)[..., None])[..., 0]
    return batch.names.masked_fill(batch.silver[:, None] & (chances < DOUBTFUL), IGNORED)


def losses(network: Network, batch: Batch, masked: bool, doubt: bool) -> dict[str, Tensor]:
    """Give each head's loss, a mean over the words that it has labels for.

    With `doubt` only labels of names that are :func:`trusted` count. Arcs compete within their sentence
    (`masked`) or within the window, which teaches the parser to do without true sentence bounds.
    """
    names, tags, starts, arcs, grammar, _ = network(batch.pieces, batch.shapes, batch.first, batch.mask)
    relations = network.relate(grammar, batch.heads.clamp(min=0))
    inside = batch.sentences[:, :, None] == batch.sentences[:, None, :]
    if not masked:
        inside = (batch.sentences >= 0)[:, None, :].expand_as(inside)
    arcs = arcs.float().masked_fill(~functional.pad(inside, (1, 0), value=True), FAR_BELOW)
    found = {
        "names": _loss(names, trusted(names, batch) if doubt else batch.names, smoothing=0.02),
        "tags": _loss(tags, batch.tags, smoothing=0.02),
        "arcs": _loss(arcs, batch.heads),
        "relations": _loss(relations, torch.where(batch.heads == IGNORED, IGNORED, batch.relations)),
    }
    known = batch.starts != IGNORED
    start_losses = functional.binary_cross_entropy_with_logits(
        starts.float(), batch.starts.clamp(min=0).float(), reduction="none"
    )
    found["starts"] = (start_losses * known).sum() / known.sum().clamp(min=1)
    return found


def _loss(scores: Tensor, gold: Tensor, smoothing: float = 0.0) -> Tensor:
    total = functional.cross_entropy(
        scores.float().flatten(0, 1),
        gold.flatten(),
        ignore_index=IGNORED,
        label_smoothing=smoothing,
        reduction="sum",
    )
    return total / (gold != IGNORED).sum().clamp(min=gold.numel() // 4)  # few labels in a batch weigh less


def train(options: argparse.Namespace) -> None:
    """Train for `options.pieces` word pieces, writing a checkpoint now and then."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    chance = random.Random(options.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    documents = list(read_documents(options.prepared))
    for document in documents:
        document.sentences = [harmonise(sentence) for sentence in document.sentences]
    start = torch.load(options.start, map_location="cpu", weights_only=True) if options.start else None
    labels = Labels(**start["labels"]) if start else labels_of(documents)
    cut, vary = minilm_vocabulary(), Variation(documents)
    network = Network(len(cut.pieces), labels.names, labels.tags, labels.relations)
    if start:
        network.load_state_dict(start["weights"])
    else:
        load_minilm(network.encoder)
    network.to(device)
    network.encoder.pieces.weight.requires_grad_(False)  # a fraction of the pieces occurs in training
    body = [weight for weight in network.encoder.parameters() if weight.requires_grad]
    heads = [weight for name, weight in network.named_parameters() if not name.startswith("encoder")]
    optimizer = torch.optim.AdamW([{"params": body}, {"params": heads}], weight_decay=0.01, fused=True)
    running: dict[str, float] = defaultdict(float)
    seen, saved, began = 0, 0, time.time()
    network.train()
    for step, batch in enumerate(endless(documents, cut, labels, vary, options.batch, chance), 1):
        done = max(seen / options.pieces, (time.time() - began) / 60 / options.minutes)
        if done >= 1:
            break
        rate = options.rate * min(1.0, step / 100) * max(0.01, 1 - done)
        optimizer.param_groups[0]["lr"], optimizer.param_groups[1]["lr"] = rate, rate * 4
        with torch.autocast(device, torch.bfloat16, enabled=not options.single):
            masked = chance.random() < 0.7
            parts = losses(network, batch.to(device), masked, doubt=start is not None)
        optimizer.zero_grad()
        sum((WEIGHTS[name] * part for name, part in parts.items()), torch.zeros((), device=device)).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        seen += int(batch.mask.sum())
        for name, part in parts.items():
            running[name] += part.item() / 50
        if step % 50 == 0:
            shown = " ".join(f"{name} {value:.3f}" for name, value in running.items())
            print(f"{step} {seen:,} pieces, {seen / (time.time() - began):.0f} a second: {shown}", flush=True)
            running.clear()
        if seen - saved >= options.every:
            saved = seen
            save(options.out.with_suffix(f".{seen // 1000}k.pt"), network, labels, options, seen)
    save(options.out, network, labels, options, seen)
    print(f"{seen:,} pieces in {time.time() - began:.0f} s")


def save(path: Path, network: Network, labels: Labels, options: argparse.Namespace, seen: int) -> None:
    """Write weights, labels and how they came about."""
    path.parent.mkdir(parents=True, exist_ok=True)
    recipe = {name: str(value) for name, value in vars(options).items()} | {"seen": seen}
    kept = {"names": labels.names, "tags": labels.tags, "relations": labels.relations}
    torch.save({"weights": network.state_dict(), "labels": kept, "recipe": recipe}, path)


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prepared", type=Path, default=Path("build/prepared.jsonl.gz"))
    parser.add_argument("--out", type=Path, default=Path("build/network.pt"))
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--pieces", type=float, default=10e6, help="how many word pieces to train on")
    parser.add_argument("--minutes", type=float, default=1e9, help="end by then if that comes first")
    parser.add_argument("--every", type=float, default=1e6, help="pieces between checkpoints")
    parser.add_argument("--batch", type=int, default=2048, help="pieces a batch")
    parser.add_argument(
        "--rate", type=float, default=3e-4, help="the encoder's learning rate; the heads' is 4 times it"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--single", action="store_true", help="single precision instead of bfloat16")
    train(parser.parse_args())


if __name__ == "__main__":
    main()

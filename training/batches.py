"""Documents to batches: windows of whole sentences as pieces and label numbers, drawn anew each epoch."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from reader.analysis.language.wordpiece import WordPiece
from training.corpora import Document, Sentence

IGNORED = -100

#: Tweets have no sentence bounds of their own.
UNBOUNDED = {"btc", "wnut17"}

#: Sets whose names no one checked: some are unmarked, some marked wrongly.
SILVER = {"gmb", "gum"}


@dataclass
class Labels:
    """What the heads predict, in the order of their outputs."""

    names: list[str]
    tags: list[str]
    relations: list[str]

    def __post_init__(self) -> None:
        self.name_ids = {label: number for number, label in enumerate(self.names)}
        self.tag_ids = {label: number for number, label in enumerate(self.tags)}
        self.relation_ids = {label: number for number, label in enumerate(self.relations)}

    def relation(self, label: str) -> int:
        """Give the number of a relation; a subtype too rare to be learned counts as its main type."""
        found = self.relation_ids.get(label)
        return self.relation_ids[label.split(":")[0]] if found is None else found


@dataclass
class Window:
    """One stretch of text as numbers; `heads` counts words of the window from 1, 0 being the root."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    names: list[int]
    tags: list[int]
    starts: list[int]
    heads: list[int]
    relations: list[int]
    sentences: list[int]
    silver: bool = False


@dataclass
class Batch:
    """Windows padded to one length. Label tensors hold IGNORED where there is nothing to learn."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    names: Tensor
    tags: Tensor
    starts: Tensor
    heads: Tensor
    relations: Tensor
    sentences: Tensor
    silver: Tensor

    def to(self, device: str) -> "Batch":
        return Batch(**{name: tensor.to(device) for name, tensor in vars(self).items()})


#: The most pieces that a window may have. Sentences longer than that are rare; twice as much is cut off.
LONGEST = 190


def groups(document: Document, cut: WordPiece, chance: random.Random) -> Iterator[list[Sentence]]:
    """Part a document into groups of whole sentences that fit a window; some windows are half as long."""
    group: list[Sentence] = []
    length, limit = 2, chance.choice([LONGEST // 2, LONGEST, LONGEST])
    for sentence in document.sentences:
        pieces = sum(len(cut(word)[0]) for word in sentence.words)
        if group and length + pieces + 1 > limit:
            yield group
            group, length, limit = [], 2, chance.choice([LONGEST // 2, LONGEST, LONGEST])
        group.append(sentence)
        length += pieces + 1
    if group:
        yield group


def number(
    sentences: list[Sentence], source: str, cut: WordPiece, labels: Labels, chance: random.Random
) -> Window:
    """Write a group of sentences as numbers, where paragraphs are unknown with some made up."""
    window = Window([cut.start], [0], [], [], [], [], [], [], [], silver=source in SILVER)
    marked = chance.random() < 0.75  # now and then a text comes without paragraphs
    for place, sentence in enumerate(sentences):
        begins = sentence.paragraph if sentence.paragraph is not None else chance.random() < 0.45
        if place and begins and marked:
            window.pieces.append(cut.end)
            window.shapes.append(0)
        offset = len(window.first) + 1
        for index, word in enumerate(sentence.words):
            pieces, shapes = cut(word)
            if len(window.pieces) + len(pieces) >= 2 * LONGEST:
                break
            window.first.append(len(window.pieces))
            window.pieces += pieces
            window.shapes += shapes
            window.names.append(
                labels.name_ids.get(sentence.ner[index], IGNORED) if sentence.ner else IGNORED
            )
            window.tags.append(labels.tag_ids[sentence.pos[index]] if sentence.pos else IGNORED)
            window.starts.append(IGNORED if source in UNBOUNDED else int(index == 0))
            window.sentences.append(place)
            head, relation = IGNORED, IGNORED
            if sentence.heads and sentence.deps:
                head = 0 if sentence.heads[index] == index else sentence.heads[index] + offset
                relation = labels.relation(sentence.deps[index])
            window.heads.append(head)
            window.relations.append(relation)
    window.heads = [head if head <= len(window.first) else IGNORED for head in window.heads]
    window.pieces.append(cut.end)
    window.shapes.append(0)
    return window


def batches(found: list[Window], size: int, chance: random.Random) -> list[Batch]:
    """Shuffle windows into batches of about `size` pieces, windows of like length together."""
    chance.shuffle(found)
    drawn: list[list[Window]] = []
    for at in range(0, len(found), 512):
        batch: list[Window] = []
        for window in sorted(found[at : at + 512], key=lambda window: len(window.pieces)):
            if batch and len(window.pieces) * (len(batch) + 1) > size:
                drawn.append(batch)
                batch = []
            batch.append(window)
        if batch:
            drawn.append(batch)
    chance.shuffle(drawn)
    return [collate(batch) for batch in drawn]


def collate(found: list[Window]) -> Batch:
    """Pad windows to one length."""
    return Batch(
        pieces=_padded((window.pieces for window in found), 0),
        shapes=_padded((window.shapes for window in found), 0),
        mask=_padded(([1] * len(window.pieces) for window in found), 0),
        first=_padded((window.first for window in found), 0),
        names=_padded((window.names for window in found), IGNORED),
        tags=_padded((window.tags for window in found), IGNORED),
        starts=_padded((window.starts for window in found), IGNORED),
        heads=_padded((window.heads for window in found), IGNORED),
        relations=_padded((window.relations for window in found), IGNORED),
        sentences=_padded((window.sentences for window in found), -1),
        silver=torch.tensor([window.silver for window in found]),
    )


def _padded(rows: Iterable[list[int]], filler: int) -> Tensor:
    kept = list(rows)
    longest = max(map(len, kept))
    return torch.tensor([row + [filler] * (longest - len(row)) for row in kept])

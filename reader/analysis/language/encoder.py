"""The language model as a spaCy component: names, parts of speech, sentences and trees in one pass.

A small transformer reads the text stretch by stretch (`stretches`), its heads score what each word is, and
the decoders (`decoding`) make that consistent. The component sets
`doc.ents` (PER, ORG, GPE, LOC, NORP), `token.pos`, `token.head`, `token.dep` (UD v2; "ROOT" for roots),
sentence starts, and `doc.tensor`: a vector a token, (tokens, 384), zeros for white space, for components that
come later. How the weights were made is told in training/MODEL_CARD.md.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import srsly  # type: ignore[import-untyped]
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, POS  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.parts_of_speech import IDS as TAG_IDS  # type: ignore[import-not-found]
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab

from reader.analysis.datelines import dateline_end
from reader.analysis.language.decoding import IMPOSSIBLE, NameDecoder, tree
from reader.analysis.language.network import ENCODER, RELATIONS, THREADS, Floats, Network, Scores, opened
from reader.analysis.language.stretches import Stretch, cut
from reader.analysis.language.tokens import goes_on
from reader.analysis.language.wordpiece import WordPiece

Flags = NDArray[np.bool_]

FACTORY = "reader_encoder"

#: What the weights consist of: two ONNX graphs, the word pieces, and the labels of the heads' outputs.
FILES = (ENCODER, RELATIONS, "pieces.txt", "labels.json")

_ROOT = "ROOT"
_PLACES = ("GPE", "LOC")  # with one of which a dateline begins
_SPACE = "dep"  # how spaCy attaches white space to the word before it


@Language.factory(
    FACTORY,
    assigns=["doc.ents", "doc.tensor", "token.pos", "token.head", "token.dep", "token.is_sent_start"],
    default_config={"threads": THREADS, "pieces": 192},
    default_score_weights={"ents_f": 0.5, "pos_acc": 0.1, "dep_las": 0.3, "sents_f": 0.1},
)
def make_encoder(nlp: Language, name: str, threads: int, pieces: int) -> "Encoder":
    """Make the component, as yet without weights: :meth:`Encoder.from_disk` brings them."""
    return Encoder(nlp.vocab, name, threads=threads, pieces=pieces)


class Encoder:
    """Reads documents on `threads` threads, at most `pieces` word pieces at once.

    A document's stretches run one by one: the quantised network scales its numbers by all that it reads at
    once, and so a document reads the same alone and in any company.
    """

    def __init__(
        self, vocab: Vocab, name: str = FACTORY, *, threads: int = THREADS, pieces: int = 192
    ) -> None:
        self.vocab, self.name = vocab, name
        self.threads, self.pieces = threads, pieces
        self._files: dict[str, bytes] = {}
        self._folder: Path | None = None  # where the files are that were not kept

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc` and give it back."""
        words = [token.i for token in doc if not token.is_space]
        if words:
            _Reading(self, doc, words).write()
        else:
            doc.set_ents([])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Annotate documents one after another; how many spaCy batches makes no difference."""
        return map(self, stream)

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """Score names, tags, sentences and trees, for `nlp.evaluate`."""
        examples = list(examples)
        return {
            **Scorer.score_spans(examples, "ents"),
            **Scorer.score_spans(examples, "sents"),
            **Scorer.score_token_attr(examples, "pos"),
            **Scorer.score_deps(examples, "dep", ignore_labels=("punct", _SPACE)),
        }

    def to_bytes(self, **_: Any) -> bytes:
        """Give all files as one string of bytes."""
        return bytes(srsly.msgpack_dumps(self._content()))

    def from_bytes(self, data: bytes, **_: Any) -> "Encoder":
        """Fill the component from what :meth:`to_bytes` gave."""
        self._files, self._folder = dict(srsly.msgpack_loads(data)), None
        network = Network(self._files[ENCODER], self._files[RELATIONS], self.threads)
        return self._fill(network, self._files["pieces.txt"], self._files["labels.json"])

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write the files into the folder `path`."""
        Path(path).mkdir(parents=True, exist_ok=True)
        for name, content in self._content().items():
            (Path(path) / name).write_bytes(content)

    def from_disk(self, path: str | Path, **_: Any) -> "Encoder":
        """Read the files in the folder `path`, which has to stay; raises OSError where one is missing."""
        self._files, self._folder = {}, Path(path)
        network = opened(self._folder, self.threads)
        pieces, labels = ((self._folder / name).read_bytes() for name in ("pieces.txt", "labels.json"))
        return self._fill(network, pieces, labels)

    def _content(self) -> dict[str, bytes]:
        folder = self._folder
        return self._files if folder is None else {name: (folder / name).read_bytes() for name in FILES}

    def _fill(self, network: Network, pieces: bytes, known: bytes) -> "Encoder":
        labels = json.loads(known)
        self.network = network
        self.cut = WordPiece(pieces.decode().splitlines())
        self.decode_names = NameDecoder(labels["names"])
        self.tags = np.array([TAG_IDS[tag] for tag in labels["tags"]])
        self.root = labels["relations"].index("root")
        relations = [_ROOT if label == "root" else label for label in labels["relations"]]
        self.relations = np.array([self.vocab.strings.add(label) for label in relations], dtype=np.uint64)
        self.vocab.strings.add(_SPACE)
        return self


class _Reading:
    """One document while it is read. All arrays run over its words: its tokens but white space."""

    def __init__(self, encoder: Encoder, doc: Doc, words: list[int]) -> None:
        self.encoder, self.doc, self.words = encoder, doc, words
        texts = [doc[index].text for index in words]
        cuts = [encoder.cut(text) for text in texts]
        breaks = np.array([_paragraph_begins(doc, *pair) for pair in pairwise([-1, *words])])
        stretches = cut(texts, [len(ids) for ids, _ in cuts], breaks.tolist(), encoder.pieces - 2)
        scores = [
            encoder.network.read(
                cuts[each.start : each.end], breaks[each.start : each.end], encoder.cut.start, encoder.cut.end
            )
            for each in stretches
        ]
        self.vectors = _joined(stretches, [each.vectors for each in scores])
        self.tags = encoder.tags[_joined(stretches, [each.tags for each in scores]).argmax(1)]
        self.names = self._names(_joined(stretches, [each.names for each in scores]), texts, breaks)
        begins = breaks | (_joined(stretches, [each.starts for each in scores]) > 0)
        for start, end, _ in self.names:
            begins[start + 1 : end] = breaks[start + 1 : end]
        begins &= breaks | ~np.array([goes_on(texts, index) for index in range(len(texts))])
        begins |= self._behind_datelines(breaks)
        self.heads = np.zeros(len(words), np.int64)
        self.relations = np.zeros(len(words), np.uint64)
        for stretch, found in zip(stretches, scores, strict=True):
            self._trees(stretch, found, begins)

    def _names(self, scores: Floats, texts: list[str], breaks: Flags) -> list[tuple[int, int, str]]:
        """Give the names of each paragraph, so that none runs on into the next."""
        scores = self.encoder.decode_names.agree(scores, texts)
        return [
            (first + start, first + end, label)
            for first, last in _parts(breaks, 0, len(texts))
            for start, end, label in self.encoder.decode_names(scores[first:last])
        ]

    def _behind_datelines(self, breaks: Flags) -> Flags:
        """Mark the words behind datelines: "LIMA — | Peru's Congress voted" is no tree under Lima."""
        marks = np.zeros(len(self.words), bool)
        for first in (start for start, _, label in self.names if label in _PLACES and breaks[start]):
            dash = dateline_end(self.doc, self.words[first])
            behind = bisect_right(self.words, dash)
            if dash > self.words[first] and behind < len(marks):
                marks[behind] = True
        return marks

    def _trees(self, stretch: Stretch, scores: Scores, begins: Flags) -> None:
        """Find the trees of the sentences that `stretch` owns; a stretch begins one in any case."""
        start, encoder = stretch.start, self.encoder
        heads = np.zeros(stretch.end - start, np.int64)  # counted from 1 within the stretch, 0 is the root
        for first, last in _parts(begins, stretch.own_start, stretch.own_end):
            sentence = slice(first - start, last - start)
            found = tree(scores.arcs[sentence, np.r_[0, first - start + 1 : last - start + 1]])
            heads[sentence] = np.where(found > 0, found + sentence.start, 0)
        relations = encoder.network.relate(scores.grammar, heads)
        relations[:, encoder.root] = IMPOSSIBLE
        labels = np.where(heads > 0, relations.argmax(1), encoder.root)
        absolute = np.where(heads > 0, heads - 1, np.arange(len(heads))) + start
        own = slice(stretch.own_start - start, stretch.own_end - start)
        self.heads[stretch.own_start : stretch.own_end] = absolute[own]
        self.relations[stretch.own_start : stretch.own_end] = encoder.relations[labels[own]]

    def write(self) -> None:
        """Write what was read into the document."""
        doc, words = self.doc, np.array(self.words)
        places = np.arange(len(doc))
        before = np.maximum(np.searchsorted(words, places, side="right") - 1, 0)  # what space hangs on
        rows = np.zeros((len(doc), 3), np.int64)
        rows[:, 0] = TAG_IDS["SPACE"]
        rows[:, 1] = words[before] - places
        dep = np.full(len(doc), self.doc.vocab.strings[_SPACE], np.uint64)
        rows[words, 0] = self.tags
        rows[words, 1] = words[self.heads] - words
        dep[words] = self.relations
        attributes = rows.astype(np.uint64)
        attributes[:, 2] = dep
        doc.from_array([POS, HEAD, DEP], attributes)  # type: ignore[arg-type]
        doc.set_ents([Span(doc, words[s], words[e - 1] + 1, label) for s, e, label in self.names])
        doc.tensor = np.zeros((len(doc), self.vectors.shape[1]), np.float32)
        doc.tensor[words] = self.vectors


def _paragraph_begins(doc: Doc, before: int, at: int) -> bool:
    """Say whether a blank line, or nothing, stands between the words at tokens `before` and `at`."""
    return before < 0 or doc[before + 1 : at].text.count("\n") > 1


def _parts(begins: Flags, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part the range from `start` to `end` where `begins` is true; `start` begins a part in any case."""
    starts = [start, *(np.flatnonzero(begins[start + 1 : end]) + start + 1).tolist()]
    yield from zip(starts, [*starts[1:], end], strict=True)


def _joined(stretches: list[Stretch], scores: list[Floats]) -> Floats:
    """Join what stretches say of the words that they own."""
    pairs = zip(stretches, scores, strict=True)
    return np.concatenate([found[s.own_start - s.start : s.own_end - s.start] for s, found in pairs])

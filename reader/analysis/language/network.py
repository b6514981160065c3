"""Running the language model's two ONNX graphs."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]

#: Where the weights are that are shipped.
SHIPPED = Path(__file__).parents[1] / "model" / "reader_encoder"
#: The files of a network: the encoder with its heads, and what labels the arcs of a tree.
ENCODER, RELATIONS = "encoder.onnx", "relations.onnx"
#: On how many threads it runs, if nothing else is said.
THREADS = 2


class Scores(NamedTuple):
    """What the heads say of a stretch of n words (raw scores, not probabilities)."""

    names: Floats  #   (n, BIO labels)
    tags: Floats  #    (n, parts of speech)
    starts: Floats  #  (n,) above zero where a sentence starts
    arcs: Floats  #    (n, 1 + n) each word's possible heads; column 0 is the root
    grammar: Floats  # (1 + n, width) what :meth:`Network.relate` reads
    vectors: Floats  # (n, width) the encoder's last layer at each word


class Network:
    """The encoder with its heads, and the graph that labels the arcs of a tree.

    Takes both graphs as ONNX bytes. onnxruntime is imported here and no earlier: importing this is cheap.
    """

    def __init__(self, encoder: bytes, relations: bytes, threads: int) -> None:
        self._encoder, self._relations = _session(encoder, threads), _session(relations, 1)

    def read(
        self, words: Sequence[tuple[list[int], list[int]]], breaks: Iterable[bool], start: int, end: int
    ) -> Scores:
        """Score words given as (ids of pieces, shapes); `end` parts paragraphs, which begin at `breaks`."""
        pieces, shapes = [start], [0]
        first: list[int] = []
        for (ids, forms), begins in zip(words, breaks, strict=True):
            if begins and first:
                pieces.append(end)
                shapes.append(0)
            first.append(len(pieces))
            pieces += ids
            shapes += forms
        pieces.append(end)
        shapes.append(0)
        given = {"pieces": pieces, "shapes": shapes, "first": first}
        found = self._encoder.run(None, {name: np.array([row], np.int64) for name, row in given.items()})
        return Scores(*(scores[0] for scores in found))

    def relate(self, grammar: Floats, heads: NDArray[np.int64]) -> Floats:
        """Score the relations (n, labels) of words to their heads, counted from 1; 0 is the root."""
        found: Floats = self._relations.run(None, {"grammar": grammar[None], "heads": heads[None]})[0][0]
        return found


def _session(graph: bytes, threads: int) -> "InferenceSession":
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.use_deterministic_compute = True
    # A thread that waits must not spin: it takes the core from the screen, and half the speed with it.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


_ahead: dict[tuple[Path, int], Future[Network]] = {}


def open_ahead(folder: Path = SHIPPED, threads: int = THREADS) -> None:
    """Begin to open the network in a folder, for whoever asks :func:`opened` for it.

    It takes a thread about as long as importing spaCy takes the program, and hardly needs Python's lock.
    """
    pool = ThreadPoolExecutor(1, "network")
    _ahead[folder, threads] = pool.submit(_open, folder, threads)
    pool.shutdown(wait=False)


def opened(folder: Path, threads: int) -> Network:
    """Give the network in a folder; raises OSError where a file is missing."""
    ahead = _ahead.pop((folder, threads), None)
    return ahead.result() if ahead is not None else _open(folder, threads)


def _open(folder: Path, threads: int) -> Network:
    return Network((folder / ENCODER).read_bytes(), (folder / RELATIONS).read_bytes(), threads)

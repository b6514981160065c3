"""Fits the weights by which pronouns choose their antecedents: reader/analysis/data/*antecedents.json.

    python -m training.train_antecedents [--model MODEL] [--rounds 1] [--folds 8]

Data: our own annotated articles that may be studied, tests/gold and tests/gold/dev; GAP (Apache-2.0), its
test and validation parts, and OntoGUM train (annotations CC BY 4.0), both in ../shared/data/coref. GAP's
development part and OntoGUM dev are left for `evaluate_actors.py`. The texts are read by the shipped
pipeline, so that the weights know its errors. Each pronoun gives one softmax over its options and "nobody";
the loss is minus the log of the share of the right ones, with an L2 penalty, by gradient descent (Adam). A
round reads the texts anew with the weights of the one before. The articles are parted in `--folds`, and each
part is judged by weights fitted on the others: what to expect of new articles.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis.cast import actors
from reader.analysis.cast.actors import Cast
from reader.analysis.cast.pronouns import coreference, ranking
from reader.analysis.cast.pronouns.candidates import Candidate, Pronoun
from reader.analysis.cast.pronouns.coreference import Choice, Discourse, Option
from reader.analysis.cast.pronouns.pronouns import Heed, PronounReader
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.findings import MentionForm
from reader.analysis.lexicon import weights
from reader.analysis.pipeline import load, understand
from reader.sources.plain import parse
from tests import gold as annotated
from tests.gold.scoring import pair_actors
from training.evaluate_actors import Passage, gap_passages, ontogum_passages

T = TypeVar("T")

DATA = Path(__file__).parent.parent / "reader/analysis/data"
# Set by hand, since the data does not tell: its passages are short, seldom news, and quote little. Whoever
# speaks a quotation is not spoken of in it, and mostly spoke before or was named just before for that; who
# was on stage paragraphs ago has mostly left it; and whom "he" seemed to mean once is no "she". A stranger
# of whom we were told right before a quotation is talked of there; and who asks not to be named has no name,
# and is meant where the reasons for it are told.
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
    "unnamed, right before a quote": 1.7,
    "unnamed, just introduced to speak": 3.0,
    "keeps the name back": 0.8,
    "keeps the name back here": 5.0,
    "has a name, keeps it back": -2.5,
}
SOURCE = "training/train_antecedents.py on GAP test and validation, OntoGUM train, tests/gold, tests/gold/dev"
#: What a pronoun of our own articles counts in each table, one of OntoGUM, and one of GAP.
COUNTS = {ranking.TALK: (6.0, 1.0, 0.5), ranking.PLAIN: (1.0, 1.0, 2.0)}
Case = tuple[list[dict[str, float]], list[bool], bool]  # options, right or not, nobody right
Noted = tuple[str, int, dict[Entry, Option]]  # the text, the pronoun's place in it, its options


class _Noting(Discourse):
    """Notes down the options of every pronoun while it chooses as ever."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[tuple[Pronoun, dict[Entry, Option]]] = []

    def choose(
        self, pronoun: Pronoun, ahead: Iterable[Candidate] = (), others: Container[Entry] = ()
    ) -> Choice | None:
        ahead = list(ahead)
        self.noted.append((pronoun, self.options(pronoun, ahead, others)))
        return super().choose(pronoun, ahead, others)


class Recorder(PronounReader):
    """Stands in for PronounReader, and adds every pronoun's options to `noted`."""

    def __init__(self, noted: list[Noted]) -> None:
        super().__init__()
        self.discourse = self._noting = _Noting()
        self._noted = noted

    def read(self, doc: Doc, people: list[Occurrence], *heed: Heed) -> list[Occurrence]:
        found = super().read(doc, people, *heed)
        self._noted += [(doc.text, doc[p.index].idx, options) for p, options in self._noting.noted]
        self._noting.noted.clear()
        return found


def annotated_pronouns(
    nlp: Language, name: str, noted: Iterable[tuple[str, int, T]]
) -> Iterator[tuple[T, str, Mapping[str, str]]]:
    """Read an annotated article, and give the options `noted` of each pronoun that is not left open.

    With whom it means, "" for nobody, and the annotated actors by the ids of those found.
    """
    file = annotated.load(name)
    article = parse(file.source)
    analysis = understand(nlp, article)
    gold = annotated.place(file, article.text)
    pairs = pair_actors(gold, analysis, article.text)
    wanted = {each.start: each.actor for each in gold.mentions if each.form is MentionForm.PRONOUN}
    left_open = {span.start for span in gold.optional}
    for text, place, options in noted:
        at = article.text.index(text) + place
        if at not in left_open and options:
            yield options, wanted.get(at, ""), pairs


def own_cases(nlp: Language, name: str) -> list[Case]:
    """The pronouns of an annotated article that are not left open."""
    noted: list[Noted] = []
    actors.PronounReader = partial(Recorder, noted)
    found: list[Case] = []
    for options, meant, pairs in annotated_pronouns(nlp, name, noted):
        people = [who.now() for who in options]
        right = [bool(meant) and not who.vague and pairs.get(who.id) == meant for who in people]
        nobody = not any(right)  # then whoever is not shown is as right as nobody
        labels = [each or (nobody and who.vague) for each, who in zip(right, people, strict=True)]
        found.append(([option.features for option in options.values()], labels, nobody))
    return found


def cases(docs: list[Doc], passages: list[Passage]) -> list[Case]:
    """The annotated pronouns of short passages."""
    found: list[Case] = []
    for passage, doc in zip(passages, docs, strict=True):
        noted: list[Noted] = []
        actors.PronounReader = partial(Recorder, noted)
        update = Cast().read(doc)
        at = {(m.start, m.end): m.actor for m in update.mentions}
        starts = {m.start: m.actor for m in update.mentions if m.form.value == "name"}
        for _, place, options in noted:
            gold = passage.pronouns.get(place)
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


def fit(
    data: list[Case],
    fixed: dict[str, float],
    steps: int = 250,
    l2: float = 1e-3,
    counts: Sequence[float] | None = None,
) -> dict[str, float]:
    """Weights by which the right options have the greatest share; those `fixed` stay.

    `counts` tell how much each case counts, all the same if not given.
    """
    names = sorted({name for options, _, _ in data for option in options for name in option} | fixed.keys())
    column = {name: i for i, name in enumerate(names)}
    owner = np.array([n for n, (options, _, _) in enumerate(data) for _ in options])
    right = np.array([float(label) for _, labels, _ in data for label in labels])
    x = np.zeros((len(owner), len(names)), np.float32)
    for i, option in enumerate(option for options, _, _ in data for option in options):
        for name, value in option.items():
            x[i, column[name]] = value
    nobody_right = np.array([float(nobody) for _, _, nobody in data])
    part = np.ones(len(data)) if counts is None else np.array(counts)
    part = part / part.sum()
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
        slope = (e / z[owner] - e * right / g[owner]) * part[owner]
        gradient = np.append(x.T @ slope.astype(np.float32), ((n / z - n * nobody_right / g) * part).sum())
        gradient[:-1] += l2 * w[:-1]
        gradient[held] = 0.0
        m += 0.1 * (gradient - m)
        v += 0.001 * (gradient**2 - v)
        w -= 0.05 * (1 - step / (steps + 1)) * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    print(f"  loss {-(np.log(g / z) * part).sum():.4f}", flush=True)
    return {name: round(float(value), 3) for name, value in zip([*names, "nobody"], w, strict=True)}


def save(name: str, source: str, table: dict[str, float]) -> None:
    """Write ``data/NAME.json``, and let the next round know it."""
    text = json.dumps({"source": source, "weights": table}, indent=0, ensure_ascii=False)
    (DATA / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    weights.weights.cache_clear()


def fitted(table: str, *parts: list[Case]) -> dict[str, float]:
    """The weights of a table, by cases of our articles, of OntoGUM and of GAP."""
    counts = [count for count, part in zip(COUNTS[table], parts, strict=True) for _ in part]
    return fit([case for part in parts for case in part], FIXED, counts=counts)


def judge(data: list[Case], table: dict[str, float]) -> Counter[str]:
    """How many pronouns are given to somebody, or to nobody, and how many rightly."""
    counts: Counter[str] = Counter()
    for options, right, nobody in data:
        scores = [sum(table.get(name, 0.0) * value for name, value in each.items()) for each in options]
        best = max(range(len(scores)), key=scores.__getitem__)
        odds = np.exp(np.array([*scores, table["nobody"]]) - scores[best])
        given = 1 / odds.sum() >= coreference.LEAST
        counts["given"] += int(given)
        counts["right"] += right[best] if given else nobody
    return counts


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--model")
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--folds", type=int, default=8)
    given = options.parse_args()
    nlp = load(given.model)
    names = [*annotated.NAMES, *annotated.DEV]
    random.Random(1).shuffle(names)
    gap = [*gap_passages("test"), *gap_passages("validation")]
    gum = ontogum_passages("train")
    gap_docs, gum_docs = (list(nlp.pipe(each.text for each in passages)) for passages in (gap, gum))
    for number in range(given.rounds):
        own = {name: own_cases(nlp, name) for name in names}
        others = cases(gum_docs, gum), cases(gap_docs, gap)
        total: Counter[str] = Counter()
        for fold in range(given.folds):
            rest = [case for i, name in enumerate(names) if i % given.folds != fold for case in own[name]]
            table = fitted(ranking.TALK, rest, *others)
            for name in names[fold :: given.folds]:
                total += judge(own[name], table)
        print(f"round {number}: of {sum(map(len, own.values()))}, on articles not fitted on: {dict(total)}")
        every = [case for each in own.values() for case in each]
        for name in COUNTS:
            save(name, SOURCE, fitted(name, every, *others))


if __name__ == "__main__":
    main()

"""Weighted features: what the parts of a choice count, and what share of the likelihood each option has.

The tables are ``data/*.json``, made by ``training/train_antecedents.py`` and ``training/train_neuters.py``.
"""

import json
import math
from collections.abc import Iterable
from functools import cache

from reader.analysis.lexicon.resources import resource

Features = dict[str, float]


@cache
def weights(name: str) -> dict[str, float]:
    """What each feature of a table counts; "nobody" is the score of none of the options."""
    table: dict[str, float] = json.loads(resource(f"{name}.json"))["weights"]
    return table


def score(found: Features, name: str) -> float:
    """The weighted sum of features."""
    known = weights(name)
    return sum(known.get(feature, 0.0) * value for feature, value in found.items())


def share(one: float, scores: Iterable[float], name: str) -> float:
    """What part an option scored `one` has of the likelihood of all, with that of nobody."""
    nobody = math.exp(min(50.0, weights(name)["nobody"] - one))
    return 1.0 / (nobody + sum(math.exp(min(50.0, each - one)) for each in scores))

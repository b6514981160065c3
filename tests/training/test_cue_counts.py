"""The lists of reporting verbs, held against how often each verb reports in news."""

from collections import Counter
from pathlib import Path

from reader.analysis.lexicon.cues import verbs

COUNTS = Path(__file__).parents[2] / "training" / "cue_counts.tsv"
ROWS = [line.split("\t") for line in COUNTS.read_text("utf-8").splitlines()[1:]]


def test_the_counts_are_those_of_the_lists():
    listed = {lemma: strength.name.lower() for lemma, strength in verbs().values()}
    assert ROWS
    assert all(listed[verb] == strength for verb, strength, _, _ in ROWS)


def test_the_stronger_a_verb_is_listed_the_oftener_it_reports():
    cues, uses = Counter(), Counter()
    for verb, strength, cue, use in ROWS:
        if verb != "say":  # which is three in five of all
            cues[strength] += int(cue)
            uses[strength] += int(use)
    share = {strength: cues[strength] / uses[strength] for strength in uses}
    assert share["say"] > 2 * share["report"] > 4 * share["think"]

"""How often each reporting verb reports: `python -m training.count_cues`, which writes cue_counts.tsv.

Counted in the news of PolNeAR (Newell et al. 2018): of all uses of a word form outside quotation marks, nouns
among them, those that the annotators marked as the cue of words in marks. Counts alone are kept; the texts
have no licence and stay where they are. A test holds `reader/analysis/data/cues.toml` against the counts.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.analysis.lexicon.cues import CueStrength, verbs

HERE = Path(__file__).parent
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?")
_FEWEST = 5  # uses; fewer tell nothing


def main() -> None:
    """Count, and write a line a verb: what it is listed as, its uses as a cue, and all its uses."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data/quotes"))
    parser.add_argument("--out", type=Path, default=HERE / "cue_counts.tsv")
    options = parser.parse_args()
    lemmas = verbs()
    cues: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    with (options.data / "polnear_quotes.train.jsonl").open(encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            for word, is_cue in _words(article):
                lemma = lemmas.get(word, (word, CueStrength.NONE))[0]
                uses[lemma] += 1
                cues[lemma] += is_cue
    strength = dict(lemmas.values())
    listed = sorted(strength, key=lambda lemma: (-strength[lemma], -cues[lemma], lemma))
    rows = [
        f"{lemma}\t{strength[lemma].name.lower()}\t{cues[lemma]}\t{uses[lemma]}"
        for lemma in listed
        if uses[lemma] >= _FEWEST
    ]
    options.out.write_text("\n".join(["verb\tlisted as\tas cue\tin all", *rows]) + "\n", encoding="utf-8")


def _words(article: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """The words outside quotation marks, in small letters, and whether a cue holds them."""
    text = article["text"]
    quoted = [each["outer"] for each in article["quotes"]]
    marked = [span for each in article["quotes"] for span in each.get("cue") or ()]
    inside, cue = bytearray(len(text)), bytearray(len(text))
    for marks, spans in ((inside, quoted), (cue, marked)):
        for start, end in spans:
            marks[start:end] = b"\x01" * (end - start)
    for found in _WORD.finditer(text):
        if not inside[found.start()]:
            yield found[0].lower(), bool(cue[found.start()])


if __name__ == "__main__":
    main()

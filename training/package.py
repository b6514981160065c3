"""Weights to a spaCy pipeline: `python -m training.package --weights build/weights`.

The folder opens with `spacy.load`. Scores go into its meta.json from the file that training.evaluate writes.
"""

import argparse
import json
import shutil
from pathlib import Path

from reader.analysis.language.encoder import FACTORY, Encoder
from reader.analysis.language.tokens import blank_english

META = {
    "name": "news_encoder",
    "version": "0.1.0",
    "spacy_version": ">=3.8,<4",
    "description": "Names, parts of speech, sentences and trees of English news, in one small transformer.",
    "author": "the reader project",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "all-MiniLM-L6-v2 (the encoder that was fine-tuned)", "license": "Apache-2.0"},
        {"name": "UD English EWT, Universal NER EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM (openly licensed genres)", "license": "CC BY 4.0, texts as their genre"},
        {"name": "Groningen Meaning Bank (public domain texts)", "license": "annotations freely released"},
        {"name": "Re-DocRED, CrossNER", "license": "MIT, texts CC BY-SA"},
        {"name": "WikiGold, Broad Twitter Corpus, WNUT 2017", "license": "CC BY 4.0"},
        {"name": "re3d (without its BBC part)", "license": "public domain, OGL v3, CC BY, CC BY-SA"},
    ],
}

LICENSE = Path(__file__).parent / "WEIGHTS_LICENSE"


def main() -> None:
    """Make the pipeline, fill it, write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=Path("build/weights"))
    parser.add_argument("--scores", type=Path, default=Path("build/scores.json"))
    parser.add_argument("--out", type=Path, default=Path("reader/analysis/model"))
    options = parser.parse_args()
    nlp = blank_english()
    component = nlp.add_pipe(FACTORY)
    assert isinstance(component, Encoder)
    component.from_disk(options.weights)
    nlp.meta.update(META)
    if options.scores.exists():
        nlp.meta["performance"] = json.loads(options.scores.read_text(encoding="utf-8"))
    if options.out.exists():
        shutil.rmtree(options.out)
    nlp.to_disk(options.out)
    shutil.copy(LICENSE, options.out / FACTORY / "LICENSE")


if __name__ == "__main__":
    main()

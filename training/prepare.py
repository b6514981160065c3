"""Corpora to training documents: `python -m training.prepare --data ../shared/data`.

Only sets whose licence allows training are read; MODEL_CARD.md lists them. Each set's files come from the
repository and commit that MODEL_CARD.md names, written as "token TAB label" lines or as CoNLL-U.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.corpora import Document, read_conll, read_conllu, write_documents
from training.repair import cut_words, repair

#: Files under ner/ to learn names from. EWT and GUM stand in TREES: their names are laid onto their trees.
NAMES = {
    "gmb": ["gmb.train"],
    "redocred": ["redocred.train", "redocred.test"],
    "crossner_politics": ["crossner_politics.train", "crossner_politics.dev", "crossner_politics.test"],
    "crossner_other": ["crossner_other.train", "crossner_other.dev", "crossner_other.test"],
    "wikigold": ["wikigold.train"],
    "re3d": ["re3d.train", "re3d.test"],
    "btc": ["btc.train"],
    "wnut17": ["wnut17.train"],
}

#: Files under syntax/ to learn trees from, and the file under ner/ with the names of the same sentences.
TREES = {"ewt": ("en_ewt-train", "uner_ewt.train"), "gum": ("en_gum-train", "gum.train")}


def name_documents(data: Path) -> Iterator[Document]:
    """Read the sets that have names only."""
    for source, files in NAMES.items():
        for file in files:
            for document in read_conll(data / "ner" / f"{file}.conll", source):
                document.sentences = [repair(cut_words(sentence)) for sentence in document.sentences]
                yield document


def tree_documents(data: Path) -> Iterator[Document]:
    """Read the treebanks, each sentence with its names where the NER file holds the same words."""
    for source, (trees, names) in TREES.items():
        known = {
            tuple(sentence.words): sentence.ner
            for document in read_conll(data / "ner" / f"{names}.conll", source, at_most=10**9)
            for sentence in document.sentences
        }
        for document in read_conllu(data / "syntax" / f"{trees}.conllu", source):
            for sentence in document.sentences:
                sentence.ner = known.get(tuple(word.replace(" ", "") for word in sentence.words))
            document.sentences = [repair(sentence) for sentence in document.sentences]
            yield document


def main() -> None:
    """Read, repair, count and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("build/prepared.jsonl.gz"))
    options = parser.parse_args()
    documents = [*name_documents(options.data), *tree_documents(options.data)]
    write_documents(options.out, documents)
    words: Counter[str] = Counter()
    for document in documents:
        words[document.source] += document.words
    for source, count in words.most_common():
        print(f"{source:20}{count:>10,} words")


if __name__ == "__main__":
    main()

"""Score a pipeline: `python -m training.evaluate --model reader/analysis/model --data ../shared/data`.

Prints one table and writes build/scores.json. Words are the corpora's own but in the rows marked "raw": there
a plain text is put together, cut by spaCy, and names are compared by their letters. `--model` takes any spaCy
pipeline with names.
"""

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training.augment import recase
from training.corpora import Document, Sentence, read_conll, read_conllu
from training.score import CORE, Names, f_score, scored
from training.spans import Span, to_spans

#: How other pipelines call the types.
SAME = {"PERSON": "PER", "FAC": "LOC"}

#: Sets with names, and whether their lines are paragraphs. The first two choose the model, none trains it.
NAME_SETS = {
    "dwie.dev": False,
    "worldwide.dev": True,
    "gum.dev": False,
    "uner_ewt.dev": False,
    "wikigold.test": False,
    "gmb.test": False,
}
TREE_SETS = ("en_ewt-dev", "en_gum-dev")

_NO_SPACE_BEFORE = set(".,;:!?)]}%'’”") | {"'s", "’s", "n't", "n’t", "'re", "'ll", "'ve", "'m", "'d"}
_NO_SPACE_AFTER = set("([{$“‘#")


def paragraphs(document: Document, lines: bool) -> Iterator[list[Sentence]]:
    """Part a document at the paragraphs it knows, else at each line or (a guess at news) each third."""
    known = any(sentence.paragraph is not None for sentence in document.sentences)
    part: list[Sentence] = []
    for number, sentence in enumerate(document.sentences):
        begins = sentence.paragraph if known else lines or number % 3 == 1
        if begins and part:
            yield part
            part = []
        part.append(sentence)
    yield part


def gold_doc(nlp: Language, parts: list[list[Sentence]]) -> Doc:
    """Make a document of a corpus's own words, with a blank line as a token between paragraphs."""
    words: list[str] = []
    for number, part in enumerate(parts):
        words += ["\n\n"] if number else []
        words += [word for sentence in part for word in sentence.words]
    return Doc(nlp.vocab, words=words)


def names(nlp: Language, documents: list[Document], lines: bool, case: str = "") -> Names:
    """Score names on the corpus's own words."""
    total = Names()
    for document in documents:
        parts = list(paragraphs(document, lines))
        if case:
            parts = [[recase(sentence, case) for sentence in part] for part in parts]
        doc = nlp(gold_doc(nlp, parts))
        place = {token.i: number for number, token in enumerate(token for token in doc if not token.is_space)}
        words = [word for part in parts for sentence in part for word in sentence.words]
        labels = [label for part in parts for sentence in part for label in sentence.ner or []]
        found = [
            Span(place[ent.start], place[ent.end - 1] + 1, SAME.get(ent.label_, ent.label_))
            for ent in doc.ents
            if ent.start in place and ent.end - 1 in place
        ]
        total.add(scored(words, to_spans(labels)), scored(words, found))
    return total


def raw_names(nlp: Language, documents: list[Document], lines: bool) -> Names:
    """Score names on plain text that spaCy cuts itself."""
    total = Names()
    for document in documents:
        text, gold = "", []
        for part in paragraphs(document, lines):
            text += "\n\n" if text else ""
            tight, quoted = True, False
            for sentence in part:
                starts, ends = [], []
                for word in sentence.words:
                    closing = word == '"' and quoted
                    if not (tight or closing or word.lower() in _NO_SPACE_BEFORE):
                        text += " "
                    starts.append(len(text))
                    text += word
                    ends.append(len(text))
                    quoted ^= word == '"'
                    tight = word in _NO_SPACE_AFTER or (word == '"' and quoted)
                kept = scored(sentence.words, to_spans(sentence.ner or []))
                gold += [Span(starts[span.start], ends[span.end - 1], span.label) for span in kept]
        doc = nlp(text)
        tokens = [token.text for token in doc]
        found = scored(
            tokens, [Span(ent.start, ent.end, SAME.get(ent.label_, ent.label_)) for ent in doc.ents]
        )
        total.add(
            set(gold), {Span(doc[s].idx, doc[e - 1].idx + len(doc[e - 1]), label) for s, e, label in found}
        )
    return total


def trees(nlp: Language, documents: list[Document]) -> dict[str, float]:
    """Score tags, trees (but for punctuation) and sentence starts, with gold words and found sentences."""
    right_tags = words = right_arcs = right_relations = right_subtypes = arcs = 0
    starts: set[int] = set()
    found_starts: set[int] = set()
    bare_starts: set[int] = set()
    base = 0
    for document in documents:
        parts = list(paragraphs(document, lines=False))
        doc = nlp(gold_doc(nlp, parts))
        bare = nlp(gold_doc(nlp, [[sentence for part in parts for sentence in part]]))
        tokens = [token for token in doc if not token.is_space]
        place = {token.i: number for number, token in enumerate(tokens)}
        bare_starts |= {base + token.i for token in bare if token.is_sent_start}
        at = 0
        for sentence in document.sentences:
            starts.add(base + at)
            for index in range(len(sentence.words)):
                token = tokens[at + index]
                words += 1
                right_tags += token.pos_ == (sentence.pos or [])[index]
                if (sentence.pos or [])[index] == "PUNCT":
                    continue
                arcs += 1
                if place.get(token.head.i) == at + (sentence.heads or [])[index]:
                    gold, found = (sentence.deps or [])[index], token.dep_.lower()
                    right_arcs += 1
                    right_relations += gold.split(":")[0] == found.split(":")[0]
                    right_subtypes += gold == found
            at += len(sentence.words)
        found_starts |= {base + place[s] for s in (_first_word(sent) for sent in doc.sents) if s in place}
        base += at
    return {
        "UPOS": 100 * right_tags / words,
        "UAS": 100 * right_arcs / arcs,
        "LAS": 100 * right_relations / arcs,
        "LAS, subtypes too": 100 * right_subtypes / arcs,
        "sentence F": f_score(starts, found_starts),
        "sentence F, no paragraphs": f_score(starts, bare_starts),
    }


def _first_word(sent: spacy.tokens.Span) -> int:
    return next((token.i for token in sent if not token.is_space), -1)


def speed(nlp: Language, documents: list[Document], words: int = 1500) -> dict[str, float]:
    """Time the pipeline on about `words` words of text, in seconds: the best and the median of seven."""
    text, count = "", 0
    for document in documents:
        for part in paragraphs(document, lines=False):
            if count < words:
                line = " ".join(word for sentence in part for word in sentence.words)
                text += line + "\n\n"
                count += len(line.split())
    times = []
    for _ in range(7):
        began = time.perf_counter()
        nlp(text)
        times.append(time.perf_counter() - began)
    return {"words": count, "seconds": min(times), "median": sorted(times)[3]}


def evaluate(model: str, data: Path, quick: bool = False) -> dict[str, Any]:
    """Score everything."""
    began = time.perf_counter()
    nlp = spacy.load(model)
    found: dict[str, Any] = {"load, s": time.perf_counter() - began, "names": {}, "trees": {}}
    sets = {name: list(read_conll(data / "ner" / f"{name}.conll", name)) for name in NAME_SETS}
    rows = found["names"]
    for name, lines in list(NAME_SETS.items())[: 2 if quick else None]:
        rows[name] = _row(names(nlp, sets[name], lines))
    if not quick:
        rows["dwie.dev, raw"] = _row(raw_names(nlp, sets["dwie.dev"], False))
        rows["worldwide.dev, raw"] = _row(raw_names(nlp, sets["worldwide.dev"], True))
        headlines = [Document(d.source, d.sentences[:1]) for d in sets["dwie.dev"]]
        rows["dwie.dev, headlines"] = _row(names(nlp, headlines, False))
        rows["dwie.dev, headlines in capitals"] = _row(names(nlp, headlines, False, "upper"))
        rows["dwie.dev, all in capitals"] = _row(names(nlp, sets["dwie.dev"], False, "upper"))
        rows["dwie.dev, all in small letters"] = _row(names(nlp, sets["dwie.dev"], False, "lower"))
        for name in TREE_SETS:
            found["trees"][name] = trees(nlp, list(read_conllu(data / "syntax" / f"{name}.conllu", name)))
    found["speed"] = speed(nlp, sets["dwie.dev"])
    return found


def _row(total: Names) -> dict[str, float]:
    row = {"F": total.f(*CORE), "P": total.precision(*CORE), "R": total.recall(*CORE)}
    row |= {label: total.f(label) for label in (*CORE, "NORP")}
    return row | {"PER recall": total.recall("PER")}


def show(found: dict[str, Any]) -> str:
    """Lay the scores out as a Markdown table."""
    lines = []
    for kind in ("names", "trees"):
        for number, (name, row) in enumerate(found[kind].items()):
            if not number:
                lines += [f"| {kind} | " + " | ".join(row) + " |", "| --- " * (len(row) + 1) + "|"]
            lines.append(f"| {name} | " + " | ".join(f"{value:.1f}" for value in row.values()) + " |")
        lines.append("")
    time_taken = found["speed"]
    lines.append(
        f"{time_taken['words']} words in {time_taken['seconds']:.3f} s at best, {time_taken['median']:.3f} s "
        f"in the median; loaded in {found['load, s']:.2f} s"
    )
    return "\n".join(lines)


def main() -> None:
    """Score, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="reader/analysis/model")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("build/scores.json"))
    parser.add_argument("--quick", action="store_true", help="the two sets alone that choose a checkpoint")
    options = parser.parse_args()
    found = evaluate(options.model, options.data, options.quick)
    print(show(found))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

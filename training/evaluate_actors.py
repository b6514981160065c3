"""Measures pronouns and names on data that nothing was trained on.

    python -m training.evaluate_actors gap [--model MODEL]       # GAP development: P, R, F1 by gender
    python -m training.evaluate_actors ontogum [--model MODEL]   # OntoGUM dev: he/she pronouns right
    python -m training.evaluate_actors gold [--set dev]          # our own articles: five, dev, heldout

GAP (Webster et al. 2018): a passage, a pronoun, two names; is the pronoun A, B or neither. A name counts as
chosen if the actor of the pronoun has a mention at it.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language

from reader.analysis.cast.actors import Cast
from reader.analysis.cast.pronouns.candidates import PRONOUNS
from reader.analysis.findings import SURE, MentionForm
from reader.analysis.pipeline import load, understand
from reader.sources.plain import parse
from tests import gold as annotated
from tests.gold.scoring import NAMED, score_mentions, score_speakers

COREF = Path(__file__).parent.parent.parent / "shared/data/coref"
Where = tuple[int, int]


@dataclass(frozen=True)
class Gold:
    """A pronoun's antecedents by name: spans that are right, and spans known to be wrong."""

    right: list[Where]
    wrong: list[Where] = field(default_factory=list)


@dataclass(frozen=True)
class Passage:
    text: str
    pronouns: dict[int, Gold]
    note: tuple = ()


def gap_passages(part: str) -> list[Passage]:
    found = []
    with (COREF / f"gap-{part}.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            right, wrong = [], []
            for name in "AB":
                start = int(row[f"{name}-offset"])
                span = (start, start + len(row[name]))
                (right if row[f"{name}-coref"].upper() == "TRUE" else wrong).append(span)
            at = int(row["Pronoun-offset"])
            found.append(
                Passage(row["Text"], {at: Gold(right, wrong)}, (row["Pronoun"], *right, "|", *wrong))
            )
    return found


def ontogum_passages(part: str, genre: str = "", pronouns: Container[str] = PRONOUNS) -> list[Passage]:
    """Documents of OntoGUM; right are all names of a pronoun's chain."""
    return list(_ontogum(COREF / f"ontogum-{part}.conllu", genre, pronouns))


def _ontogum(path: Path, genre: str, words: Container[str]) -> Iterator[Passage]:
    for document in re.split(r"(?m)^# newdoc id = ", path.read_text("utf-8"))[1:]:
        if genre not in document.split("\n", 1)[0]:
            continue
        text, chains, open_ = "", {}, {}
        for line in document.splitlines():
            if line.startswith("# newpar"):
                text = text.rstrip() + "\n\n" if text else ""
            if not line[:1].isdigit() or re.match(r"\d+[-.]", line):
                continue
            columns = line.split("\t")
            start, end = len(text), len(text) + len(columns[1])
            text += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
            entity = re.search(r"Entity=([^|]+)", columns[9])
            for mark in re.findall(r"\([^()]+\)?|[^()]+\)", entity[1]) if entity else ():
                chain = mark.strip("()").split("-")[0]
                if mark.startswith("("):
                    open_.setdefault(chain, []).append(start)
                if mark.endswith(")") and open_.get(chain):
                    chains.setdefault(chain, []).append((open_[chain].pop(), end))
        pronouns = {}
        for spans in chains.values():
            names = [
                s
                for s in spans
                if text[s[0] : s[1]][:1].isupper() and text[s[0] : s[1]].casefold() not in words
            ]
            for start, end in spans:
                if text[start:end].casefold() in words:
                    pronouns[start] = Gold(names)
        yield Passage(text, pronouns)


def gap(nlp: Language) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    passages = gap_passages("development")
    for passage, doc in zip(passages, nlp.pipe(p.text for p in passages), strict=True):
        cast = Cast()
        mentions = cast.read(doc).mentions
        ((at, gold),) = passage.pronouns.items()
        actor = next((m.actor for m in mentions if m.start == at and m.form is MentionForm.PRONOUN), None)
        sex = PRONOUNS[passage.note[0].casefold()]
        places = [m for m in mentions if actor and m.actor == actor and m.form is MentionForm.NAME]
        for spans, is_right in ((gold.right, True), (gold.wrong, False)):
            for start, end in spans:
                chosen = any(m.start < end and start < m.end for m in places)
                counts[sex, f"{is_right}{chosen}"] += 1
        counts[sex, "left alone"] += actor is None
    for sex in ("m", "f", "mf"):
        c = {k: sum(counts[s, k] for s in sex) for k in ("TrueTrue", "TrueFalse", "FalseTrue", "left alone")}
        right = c["TrueTrue"]
        precision, recall = right / max(1, right + c["FalseTrue"]), right / (right + c["TrueFalse"])
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{sex:3} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  left alone {c['left alone']}")


def ontogum(nlp: Language, genre: str = "") -> None:
    counts: Counter[str] = Counter()
    for passage in ontogum_passages("dev", genre):
        mentions = Cast().read(nlp(passage.text)).mentions
        named = {m.start: m.actor for m in mentions if m.form is not MentionForm.PRONOUN}
        found = {m.start: m for m in mentions if m.form is MentionForm.PRONOUN}
        for at, gold in passage.pronouns.items():
            right = {named[s[0]] for s in gold.right if s[0] in named}
            mention = found.get(at)
            state = "left alone" if mention is None else "right" if mention.actor in right else "wrong"
            counts[("named: " if gold.right else "unnamed: ") + state] += 1
            if mention and mention.confidence >= SURE:
                counts["sure: " + state] += 1
    print(genre or "all", dict(sorted(counts.items())))


SETS = {"five": annotated.NAMES, "dev": annotated.DEV, "heldout": annotated.HELD_OUT}
FORMS = {"named": NAMED, "pronouns": {MentionForm.PRONOUN}, "nominals": {MentionForm.NOMINAL}}


def gold(nlp: Language, which: str) -> None:
    """Print rates by article and over all, and what is wrong but in the articles held out."""
    counts: Counter[str] = Counter()
    for name in SETS[which]:
        file = annotated.load(name)
        article = parse(file.source)
        analysis, wanted = understand(nlp, article), annotated.place(file, article.text)
        for what, forms in FORMS.items():
            rate = score_mentions(wanted, analysis, article.text, forms, loosely=True)
            print(f"{name:10} {what:8} P {rate.precision:.3f} R {rate.recall:.3f} F1 {rate.f1:.3f}")
            for part in ("right_found", "found", "right_wanted", "wanted"):
                counts[f"{what} {part}"] += getattr(rate, part)
            if which != "heldout":
                print("   spurious:", *rate.spurious, "   missed:", *rate.missed, sep="\n      ")
        speakers = score_speakers(wanted, analysis, article.text)
        for state in ("right", "wrong", "silent"):
            counts[f"speakers {state}"] += getattr(speakers, state)
    for what in FORMS:
        precision = counts[f"{what} right_found"] / counts[f"{what} found"]
        recall = counts[f"{what} right_wanted"] / counts[f"{what} wanted"]
        print(f"all {what:8} P {precision:.3f} R {recall:.3f} of {counts[f'{what} wanted']}")
    print(*(f"{key} {counts[key]}" for key in counts if key.startswith("speakers")))


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("what", choices=("gap", "ontogum", "gold"))
    options.add_argument("--model")
    options.add_argument("--genre", default="")
    options.add_argument("--set", choices=SETS, default="five", help="of our own annotated articles")
    given = options.parse_args()
    nlp = load(given.model)
    match given.what:
        case "gap":
            gap(nlp)
        case "ontogum":
            ontogum(nlp, given.genre)
        case _:
            gold(nlp, given.set)


if __name__ == "__main__":
    main()

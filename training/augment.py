"""Changing training sentences: headlines in capitals, names of all lands, as news brings them."""

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from training.corpora import Document, Sentence
from training.repair import cut, words_of
from training.spans import Span, to_labels, to_spans

SMALL_WORDS = words_of("a an and as at but by for from if in into nor of on or over the to up with")

#: Sets whose names are lent to others: people checked them, and they tell of all the world.
LENDERS = {"redocred", "crossner_politics", "crossner_other", "wikigold", "re3d", "ewt"}

#: How many people, organisations and places get another name, in windows that are changed at all.
SWAPPED = {"PER": 0.35, "ORG": 0.5, "GPE": 0.3}

FOLDER = Path(__file__).parent

_PARTICLE = re.compile(r"\b(van|der|den|von|de|da|dos|del|du|di|bin|abu|le)-", re.IGNORECASE)


def written() -> dict[str, dict[str, list[str]]]:
    """Give the names that were written for this, by kind: "organisations", and "others" that are none."""
    found: dict[str, dict[str, list[str]]] = json.loads(
        (FOLDER / "organisations.json").read_text(encoding="utf-8")
    )
    return found


class People:
    """Makes up people, each with names of one region."""

    def __init__(self) -> None:
        regions = json.loads((FOLDER / "names.json").read_text(encoding="utf-8"))["regions"].values()
        self._regions = [
            (region["given"].split(), region["family"].split(), region["order"] == "family given")
            for region in regions
        ]

    def person(self, chance: random.Random) -> tuple[str, str]:
        """Give a full name and the part of it that news uses for short, words parted by spaces."""
        given, family, family_first = chance.choice(self._regions)
        first, last = (_PARTICLE.sub(r"\1 ", chance.choice(names)) for names in (given, family))
        if family_first:
            return f"{last} {first}", last
        draw = chance.random()
        if draw < 0.08:
            first = f"{first} {chance.choice('ABCDEFGHJKLMNPRSTVW')}."
        elif draw < 0.12:
            last = f"{last}-{chance.choice(family).split('-')[0]}"
        return f"{first} {last}", last


class Variation:
    """Changes a window's sentences by chance; most stay as they are."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.people = People()
        self.kinds = written()["organisations"]
        self.kind_of = {name: kind for kind, names in self.kinds.items() for name in names}
        self.lent: dict[str, list[list[str]]] = defaultdict(list)
        for document in documents:
            for sentence in document.sentences if document.source in LENDERS else ():
                for start, end, label in to_spans(sentence.ner or []):
                    if end - start < 7 and sentence.words[start][0].isupper():
                        self.lent[label].append(sentence.words[start:end])

    def __call__(self, sentences: list[Sentence], chance: random.Random, swap: bool = True) -> list[Sentence]:
        if swap and chance.random() < 0.4:
            sentences = self.swap_names(sentences, chance)
        return vary_case(sentences, chance)

    def swap_names(self, sentences: list[Sentence], chance: random.Random) -> list[Sentence]:
        """Give people, organisations and places other names, the same one wherever they return in the window.

        A sentence with a tree keeps its number of words, so only names of one word are changed there.
        """
        swapped: dict[str, list[str]] = {}
        changed = []
        for sentence in sentences:
            words: list[str] = []
            spans: list[Span] = []
            at = 0
            for start, end, label in to_spans(sentence.ner or []):
                name = self._other(sentence.words[start:end], label, swapped, chance)
                if sentence.heads and len(name) != end - start:
                    name = sentence.words[start:end]
                words += sentence.words[at:start]
                spans.append(Span(len(words), len(words) + len(name), label))
                words += name
                at = end
            words += sentence.words[at:]
            if not spans or "?" in (sentence.ner or []):
                changed.append(sentence)
            else:
                changed.append(replace(sentence, words=words, ner=to_labels(spans, len(words))))
        return changed

    def _other(
        self, name: list[str], label: str, swapped: dict[str, list[str]], chance: random.Random
    ) -> list[str]:
        text = " ".join(name)
        if text not in swapped:
            changed = label in SWAPPED and chance.random() < SWAPPED[label]
            if label == "PER":
                full, short = self.people.person(chance)
                swapped[text] = _cut(full if len(name) > 1 else short) if changed else name
                swapped.setdefault(name[-1], _cut(short) if changed else [name[-1]])
            elif not changed:
                swapped[text] = name
            elif label == "ORG" and chance.random() < 0.6:
                kind = self.kind_of.get(text) or chance.choice(list(self.kinds))
                swapped[text] = _cut(chance.choice(self.kinds[kind]))
            else:
                swapped[text] = chance.choice(self.lent[label])
        return swapped[text]


def _cut(name: str) -> list[str]:
    return [part for word in name.split() for part in cut(word)]


def vary_case(sentences: list[Sentence], chance: random.Random) -> list[Sentence]:
    """Write the window in capitals or small letters, or one sentence of it as a headline."""
    draw = chance.random()
    if draw < 0.04:
        return [recase(sentence, "upper") for sentence in sentences]
    if draw < 0.06:
        return [recase(sentence, "lower") for sentence in sentences]
    if draw < 0.20:
        chosen = chance.randrange(len(sentences))
        case = "upper" if draw < 0.12 else "title"
        return [recase(s, case) if index == chosen else s for index, s in enumerate(sentences)]
    return sentences


def recase(sentence: Sentence, case: str) -> Sentence:
    """Give the sentence in "upper", "lower" or "title" case; "title" leaves small words small."""
    if case == "title":
        words = [
            word if word.lower() in SMALL_WORDS and index else word[:1].upper() + word[1:]
            for index, word in enumerate(sentence.words)
        ]
    else:
        words = [word.upper() if case == "upper" else word.lower() for word in sentence.words]
    return replace(sentence, words=words)

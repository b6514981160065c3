"""Repairing labels, and cutting words as spaCy cuts them, before anything is learned from them."""

from functools import cache

import spacy

from training.corpora import Sentence
from training.spans import Span, to_labels, to_spans

KEPT = {"PER", "ORG", "GPE", "LOC", "NORP"}


def words_of(text: str) -> frozenset[str]:
    """Give the words of a text as a set."""
    return frozenset(text.split())


#: Last words of organisations that a demonym before them belongs to: "Russian | Orthodox Church".
INSTITUTIONS = words_of("""
    academy administration agency alliance army assembly association authority bank board bureau cabinet
    church command commission committee company congress corporation corps council court crescent embassy
    federation force forces foundation front government guard guards institute league ministry movement navy
    network office organization parliament party police senate service society union university
""")

#: Last words of places that the name before them belongs to: "Korean | Peninsula", "Niger | Delta".
REGIONS = words_of("""
    bank coast delta desert gulf highlands island islands mountains ocean peninsula river sea strait
""")

#: What follows a name after a hyphen without being part of it: "Obama-era", but not "Geun-hye".
TAILS = words_of("led era style appointed backed born based run controlled trained owned made funded like")

#: Small words before a place that say where in it, and are no part of its name: "eastern Ukraine".
DIRECTIONS = words_of("""
    north south east west northern southern eastern western northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern central downtown mainland
""")

#: Words that are no part of a person's name in the reader: it adds titles itself.
TITLES = words_of("""
    ambassador archbishop ayatollah baron bishop captain chairman chancellor col. colonel dame dr dr. emperor
    empress gen. general gov. governor judge justice king lady lieutenant lord lt. madam major maj. mayor
    minister mr mr. mrs mrs. ms ms. pope premier president prime prince princess prof. professor queen rabbi
    rep. rev. secretary sen. senator sgt. sheik sheikh sir sister sultan
""")


@cache
def _tokenizer() -> spacy.tokenizer.Tokenizer:
    return spacy.blank("en").tokenizer


@cache
def cut(word: str) -> tuple[str, ...]:
    """Cut a corpus's word as spaCy's English tokenizer cuts it."""
    return tuple(token.text for token in _tokenizer()(word))


def cut_words(sentence: Sentence) -> Sentence:
    """Cut the words of a sentence that has entities only: "Chinese-made" is three tokens to spaCy."""
    words: list[str] = []
    labels: list[str] = []
    for word, label in zip(sentence.words, sentence.ner or [], strict=True):
        parts = cut(word)
        words += parts
        inside = len(parts)
        if (
            label != "O"
            and "-" in parts
            and parts[-1].islower()
            and (label[2:] != "PER" or parts[-1] in TAILS)
        ):
            inside = parts.index("-")  # of "Chinese-made" only "Chinese" is a name
        rest = label if label in ("O", "?") else "I" + label[1:]
        labels += [label, *[rest] * (inside - 1), *["O"] * (len(parts) - inside)][: len(parts)]
    return Sentence(words, ner=labels, paragraph=sentence.paragraph)


def repair(sentence: Sentence) -> Sentence:
    """Merge names cut at a demonym, take titles and stray marks out of names, drop types not learned."""
    if sentence.ner is None:
        return sentence
    words = sentence.words
    kept: list[Span] = []
    doubtful: list[Span] = []
    for span in to_spans(sentence.ner):
        span = _trim(words, span)
        if span.start >= span.end or span.label not in KEPT:
            continue
        before = kept[-1] if kept and kept[-1].end == span.start else None
        last = words[span.end - 1].lower()
        if before and before.label in ("NORP", "GPE", "LOC") and span.label in ("ORG", "LOC"):
            if last in INSTITUTIONS and span.label == "ORG" and before.label == "NORP":
                span = Span(kept.pop().start, span.end, "ORG")
            elif last in REGIONS:
                span = Span(kept.pop().start, span.end, "LOC")
            elif before.label == "NORP" and not words[span.start][0].isupper():
                doubtful.append(span)
        kept.append(span)
    labels = to_labels(kept, len(words))
    for start, end, _ in doubtful:
        labels[start:end] = ["?"] * (end - start)
    labels = ["?" if raw == "?" else label for raw, label in zip(sentence.ner, labels, strict=True)]
    return Sentence(words, labels, sentence.pos, sentence.heads, sentence.deps, sentence.paragraph)


def _trim(words: list[str], span: Span) -> Span:
    start, end, label = span
    while start < end and (
        words[start].lower() in ("'s", "’s", ",", "-", '"', "and")
        or (label == "PER" and end - start > 1 and words[start].lower() in TITLES)
        or (label != "PER" and end - start > 1 and words[start].lower() == "the")
        or (label in ("GPE", "LOC") and end - start > 1 and words[start] in DIRECTIONS)
    ):
        start += 1
    while end > start and words[end - 1] in (",", "'s", "’s", "-", ";", ":", "("):
        end -= 1
    return Span(start, end, label)

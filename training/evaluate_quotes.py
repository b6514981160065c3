"""Score quotes and their speakers on PolNeAR, end to end: model, actors, quotes.

    python training/evaluate_quotes.py [dev|train] [--limit N] [--model PATH] [--cache FILE] [--errors N]

The articles and the scorer are in ``../shared`` (the articles to measure and study only). Reading them takes
the time; with --cache the parsed windows are kept in a file, so that a change in the rules is scored in
seconds. Prints the scorer's table and, for what the screen shows as sure, how often it is right.
"""

import argparse
import importlib.util
import json
import pickle
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin

from reader.analysis.cast.actors import Cast
from reader.analysis.findings import SURE, Analysis, Findings, Quote, QuoteKind, Span
from reader.analysis.pipeline import load
from reader.analysis.speech.quotations import find_quotations
from reader.analysis.speech.quotes import QuoteReader
from reader.analysis.stage import gather
from reader.analysis.windows import windows
from reader.article import Article, Paragraph

SHARED = Path(__file__).parents[2] / "shared"
ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]

Windows = list[tuple[int, Doc]]


def article_of(text: str) -> Article:
    return Article(text, tuple(Paragraph(*found.span()) for found in re.finditer(r"[^\n]+", text)))


def parse(articles: list[Article], model: str | None) -> list[Windows]:
    nlp = load(model)
    parsed = []
    for article in articles:
        quotations = find_quotations(article.text, article.paragraphs)
        together = {each.paragraph for each in quotations if each.continues}
        spans = windows(article, together)
        parsed.append([(span.start, nlp(article.text[span.start : span.end])) for span in spans])
    return parsed


def cached(articles: list[Article], model: str | None, cache: Path | None) -> list[Windows]:
    if cache and cache.exists():
        starts, data = pickle.loads(cache.read_bytes())
        docs = iter(DocBin().from_bytes(data).get_docs(spacy.blank("en").vocab))
        return [[(start, next(docs)) for start in each] for each in starts]
    parsed = parse(articles, model)
    if cache:
        store = DocBin(ATTRIBUTES, docs=(doc for each in parsed for _, doc in each))
        cache.write_bytes(pickle.dumps(([[start for start, _ in each] for each in parsed], store.to_bytes())))
    return parsed


def understand(article: Article, parsed: Windows) -> Analysis:
    cast, reader = Cast(), QuoteReader(find_quotations(article.text, article.paragraphs))

    def batches() -> Iterator[Findings]:
        for start, doc in parsed:
            update = cast.read(doc, start)
            quotes = reader.read(doc, start, update.mentions, cast.actors, update.merged)
            yield Findings(article.key, 0, 1, update.merged, update.actors, update.mentions, quotes)

    return gather(batches())


def predictions(analysis: Analysis) -> list[dict[str, Any]]:
    """Put quotes into the scorer's form, one entry a segment."""
    rows = []
    for quote in analysis.quotes:
        if quote.kind is QuoteKind.INDIRECT:
            continue
        actor = analysis.actors.get(quote.speaker or "")
        for segment in quote.segments:
            rows.append(
                {
                    "start": segment.start,
                    "end": segment.end,
                    "speaker_start": quote.source.start if quote.source else None,
                    "speaker_end": quote.source.end if quote.source else None,
                    "speaker_name": actor.name if actor else None,
                    "confidence": quote.confidence,
                }
            )
    return rows


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_quotes", SHARED / "tools" / "score_quotes.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sure(score: ModuleType, gold: list[dict[str, Any]], predicted: dict[str, list[dict[str, Any]]]) -> None:
    """Print how often a speaker shown as sure is the right one, words and name, by kind."""
    for kind in ("direct", "partial"):
        count = surface = named = 0
        for article in gold:
            text = article["text"]
            spans = {
                score.norm(text, q["start"], q["end"]): q for q in article["quotes"] if q["kind"] == kind
            }
            for row in predicted[article["id"]]:
                quote = spans.get(score.norm(text, row["start"], row["end"]))
                if quote and row["speaker_start"] is not None and row["confidence"] >= SURE:
                    span, name, _ = score.speaker_right(quote, row)
                    count += 1
                    surface += bool(span or name)
                    named += bool(span if name is None else name)
        share = (100 * surface / count, 100 * named / count) if count else (0.0, 0.0)
        print(f"sure, {kind}: {count}, right {share[0]:.1f} %, right name {share[1]:.1f} %")


def indirect(gold: list[dict[str, Any]], analyses: list[Analysis], errors: int) -> None:
    """Print how much of the reported speech that is found is so by PolNeAR, and in the right mouth.

    A report is right if it shares half of the words, both ways, with what an annotator gave to a source; its
    speaker if the words that name it overlap. PolNeAR marks far more than speech (wishes, plans, praise),
    so that the share found of it says little; it is given for "said" alone.
    """
    count = right = mouths = said = found = 0
    for article, analysis in zip(gold, analyses, strict=True):
        text = article["text"]
        told = [
            (spans(each["content"]), spans(each["source"]), each["cue_text"]) for each in article["indirect"]
        ]
        marked = [([Span(q["start"], q["end"])], spans(q["source"]["spans"]), "") for q in article["quotes"]]
        reports = [quote for quote in analysis.quotes if quote.kind is QuoteKind.INDIRECT]
        for quote in reports:
            count += 1
            same = [source for content, source, _ in told + marked if alike(text, quote.segments, content)]
            right += bool(same)
            mouth = any(overlap(quote, source) for source in same)
            mouths += mouth
            if not mouth and errors > 0:
                errors -= 1
                words = " | ".join(text[s.start : s.end] for s in quote.segments)
                source = text[quote.source.start : quote.source.end] if quote.source else ""
                print("WRONG MOUTH" if same else "NO SPEECH", [source, words[:200]])
        for content, _, cue in told:
            if cue.lower() in {"said", "says", "say"}:
                said += 1
                found += any(alike(text, quote.segments, content) for quote in reports)
    print(
        f"indirect: {count}, speech {100 * right / count:.1f} %, in the right mouth"
        f" {100 * mouths / count:.1f} %; of {said} that were said, found {100 * found / said:.1f} %"
    )


def spans(pairs: list[list[int]]) -> list[Span]:
    return [Span(*pair) for pair in pairs]


def alike(text: str, one: Sequence[Span], other: Sequence[Span]) -> bool:
    a, b = (
        {m.start() for each in group for m in re.compile(r"\w+").finditer(text, each.start, each.end)}
        for group in (one, other)
    )
    return 2 * len(a & b) >= max(len(a), len(b), 1)


def overlap(quote: Quote, source: list[Span]) -> bool:
    own = quote.source
    return own is not None and any(own.start < each.end and each.start < own.end for each in source)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("split", nargs="?", default="dev", choices=["dev", "train"])
    parser.add_argument("--limit", type=int)
    parser.add_argument("--model", help="a pipeline by name or path, instead of the one that is shipped")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    score = scorer()
    gold = score.load(SHARED / "data" / "quotes" / f"polnear_quotes.{options.split}.jsonl")[: options.limit]
    articles = [article_of(each["text"]) for each in gold]
    parsed = cached(articles, options.model, options.cache)
    analyses = [understand(article, docs) for article, docs in zip(articles, parsed, strict=True)]
    predicted = {each["id"]: predictions(analysis) for each, analysis in zip(gold, analyses, strict=True)}
    result = score.score(gold, predicted, keep_errors=options.errors)
    score.show(result)
    sure(score, gold, predicted)
    indirect(gold, analyses, options.errors)
    for error in result["errors"]:
        print(json.dumps(error, ensure_ascii=False))


if __name__ == "__main__":
    main()

"""The shipped pipeline over whole articles: whatever the order, the findings are the same."""

import random
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.tokens import Span as Tokens

from reader.analysis.cast.actors import Cast
from reader.analysis.findings import SURE, MentionForm, Span
from reader.analysis.pipeline import MODEL, analyse, load, understand
from reader.analysis.stage import Stage
from reader.sources.plain import parse
from tests.benchmarks.writing import article

SEED = (Path(__file__).parents[2] / "seeds" / "pact.txt").read_text("utf-8")
LONG = parse(article(3_000), "long.txt")


@pytest.fixture(scope="module")
def nlp():
    return load()


def test_our_pipeline_is_the_one_that_spacy_loads(nlp):
    ours, loaded = nlp(SEED), spacy.load(MODEL)(SEED)
    assert DocBin(docs=[ours]).to_bytes() == DocBin(docs=[loaded]).to_bytes()


@pytest.mark.parametrize("seed", range(3))
def test_the_findings_are_the_same_wherever_the_reader_looked(nlp, seed):
    dice = random.Random(seed)
    whole, stage, ahead = understand(nlp, LONG), Stage(), 0

    def looked_at() -> Span:
        start = dice.randrange(len(LONG.text)) if ahead else len(LONG.text) * 3 // 4  # far ahead, at first
        return Span(start, start + 2_900)

    for findings in analyse(nlp, LONG, looked_at):
        ahead += findings.ahead
        stage.apply(findings)
    assert ahead
    assert stage.snapshot() == whole
    assert list(stage.actors) == list(whole.actors)


def test_the_findings_are_the_same_alone_and_after_others(nlp):
    alone = understand(load(), LONG)
    understand(nlp, parse(SEED, "pact.txt"))
    assert understand(nlp, LONG) == alone


def test_a_first_look_recognises_whom_one_has_met(nlp):
    filler = ["The boat left in the morning and came back at night, and nobody saw it go by. " * 4] * 60
    told = parse("\n\n".join(["Ingrid Solheim of Norway spoke.", *filler, "“No,” Ms. Solheim said."]), "x")
    place = Span(told.paragraphs[-1].start, len(told.text))
    stage = Stage()
    batches = analyse(nlp, told, lambda: place if stage.mentions else None)
    for findings in batches:
        stage.apply(findings)
        if findings.ahead and findings.span.end > place.start:
            break
    assert [quote.speaker for quote in stage.quotes] == ["ingrid-solheim"]
    assert {actor.name for actor in stage.actors.values()} == {"Ingrid Solheim", "Norway"}


def test_who_is_meant_at_a_first_look_is_a_guess(nlp):
    filler = ["The boat left in the morning and came back at night, and nobody saw it go by. " * 4] * 60
    told = parse("\n\n".join(["Pavel Reyes spoke.", *filler, "Tom Lang left. “No,” he said. “Go.”"]), "x")
    place = Span(told.paragraphs[-1].start, len(told.text))
    first = next(batch for batch in analyse(nlp, told, lambda: place) if batch.ahead and batch.quotes)
    assert [quote.speaker for quote in first.quotes] == ["tom-lang"]
    assert all(quote.confidence < SURE for quote in first.quotes)
    sure = {mention.form for mention in first.mentions if mention.confidence >= SURE}
    assert sure == {MentionForm.NAME}


def test_a_document_without_a_parse_is_read():
    words = ["“", "He", "left", ",", "”", "said", "Ann", "Lee", "."] * 40
    vocab = spacy.blank("en").vocab
    for _ in range(50):  # what spaCy would read is in other memory, now this and now that
        doc = Doc(vocab, words, pos=["PROPN" if word[0].isupper() else "VERB" for word in words])
        doc.set_ents([Tokens(doc, 6, 8, "PER")])
        assert [mention.actor for mention in Cast().read(doc).mentions][:1] == ["ann-lee"]

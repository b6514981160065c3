"""Quotes and their speakers, with the model that is shipped; the sentences are in tests/data/quotes.toml."""

import re
import time
import tomllib
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from reader.analysis.cast.actors import Cast
from reader.analysis.errors import ModelError
from reader.analysis.findings import SURE, Findings, MentionForm, Quote, QuoteKind
from reader.analysis.pipeline import MODEL, load, understand
from reader.analysis.speech.quotations import find_quotations
from reader.analysis.speech.quotes import QuoteReader
from reader.analysis.stage import gather
from reader.article import Article, Paragraph

DATA = tomllib.loads((Path(__file__).parents[1] / "data" / "quotes.toml").read_text("utf-8"))
CASES, REPORTED = DATA["cases"], DATA["reported"]
WRONG_AT_MOST = 3  # of the cases; a model is never always right


@pytest.fixture(scope="module")
def nlp() -> Language:
    try:
        return load()
    except ModelError as error:
        pytest.skip(f"no model at {MODEL}: {error}")


def article_of(text: str) -> Article:
    return Article(text, tuple(Paragraph(*found.span()) for found in re.finditer(r"[^\n]+", text)))


def words(article: Article, quote: Quote) -> str:
    return " | ".join(article.text[each.start : each.end] for each in quote.segments)


def read(nlp: Language, text: str, reported: bool = False) -> list[tuple[str, str]]:
    """Give each quote's words with its speaker's name, or the words that stand for the speaker.

    `reported` asks for speech without marks, and for nothing else.
    """
    article = article_of(text)
    analysis = understand(nlp, article)
    found = []
    for quote in analysis.quotes:
        if (quote.kind is QuoteKind.INDIRECT) != reported:
            continue
        source = article.text[quote.source.start : quote.source.end] if quote.source else ""
        name = analysis.actors[quote.speaker].name if quote.speaker else source
        found.append((words(article, quote), name))
    return found


def test_cases_are_many():
    assert len(CASES) >= 60


def test_words_and_speakers_are_right_in_all_but_a_few_cases(nlp):
    wrong = []
    for case in CASES:
        expected = [tuple(pair) for pair in case["quotes"]]
        found = read(nlp, case["text"])
        if found != expected:
            wrong.append(f"{case['case']}: {found}")
    assert len(wrong) <= WRONG_AT_MOST, "\n".join(wrong)


def test_reported_speech_is_right_in_all_but_a_few_cases(nlp):
    wrong = []
    for case in REPORTED:
        expected = [tuple(pair) for pair in case["quotes"]]
        found = read(nlp, case["text"], reported=True)
        if found != expected:
            wrong.append(f"{case['text']}: {found}")
    assert len(wrong) <= 1, "\n".join(wrong)


def test_who_passes_a_quote_on_is_not_who_says_it(nlp):
    article, found = quotes_of(nlp, "“We took note,” Tass quoted Dmitry Peskov as saying.")
    assert found[0].speaker == "dmitry-peskov"
    assert article.text[found[0].relay.start : found[0].relay.end] == "Tass"


@pytest.mark.parametrize(
    "text",
    [
        "The treaty says that “all parties shall withdraw their troops.”",
        "Under the agreement, both sides must “refrain from threats of any kind.”",
        "Anna Keller signed a contract that calls for damages in the event of “gross neglect.”",
    ],
)
def test_the_wording_of_a_document_is_nobodys_speech(nlp, text):
    _, found = quotes_of(nlp, text)
    assert found[0].wording
    assert found[0].speaker is None
    assert not found[0].is_speech


def quotes_of(nlp: Language, text: str) -> tuple[Article, tuple[Quote, ...]]:
    article = article_of(text)
    return article, understand(nlp, article).quotes


def read_in_windows(nlp: Language, paragraphs: list[str]) -> list[tuple[str, str | None]]:
    """Read an article one paragraph a window, as a long one is read."""
    article = article_of("\n\n".join(paragraphs))
    cast, reader = Cast(), QuoteReader(find_quotations(article.text, article.paragraphs))
    batches: list[Findings] = []
    for paragraph in article.paragraphs:
        doc = nlp(article.text[paragraph.start : paragraph.end])
        new = cast.read(doc, paragraph.start)
        quotes = reader.read(doc, paragraph.start, new.mentions, cast.actors, new.merged)
        batches.append(Findings(article.key, 0, 1, new.merged, new.actors, new.mentions, quotes))
    found = gather(batches)
    return [(words(article, q), found.actors[q.speaker].name if q.speaker else None) for q in found.quotes]


def test_the_last_speaker_is_remembered_from_window_to_window(nlp):
    found = read_in_windows(
        nlp,
        [
            "“The harvest is lost,” Peter Novak said.",
            "It rained again.",
            "“It will be a hard winter,” he said.",
        ],
    )
    assert found == [("The harvest is lost,", "Peter Novak"), ("It will be a hard winter,", "Peter Novak")]


def test_a_quote_goes_on_in_the_next_window(nlp):
    found = read_in_windows(nlp, ["Lena Hart said: “We rowed for nine hours.", "“Then we saw the light.”"])
    assert found == [("We rowed for nine hours. | Then we saw the light.", "Lena Hart")]


def test_a_speaker_who_gets_a_fuller_name_later_keeps_the_quotes(nlp):
    found = read_in_windows(
        nlp, ["“The harvest is lost,” Mr. Novak said.", "Peter Novak has farmed since 1980.", "“All of it.”"]
    )
    assert [speaker for _, speaker in found[1:]] == ["Peter Novak"]


def test_quotes_say_what_kind_they_are(nlp):
    _, found = quotes_of(nlp, "“It is over,” Anna Keller said. She called it “a waste of time” on Monday.")
    assert [quote.kind for quote in found] == [QuoteKind.DIRECT, QuoteKind.PARTIAL]


def test_a_quote_knows_its_cue_its_source_and_who_is_addressed(nlp):
    article, found = quotes_of(nlp, "“You will have your bridge,” Anna Keller told Peter Novak.")
    quote = found[0]
    assert quote.cue
    assert article.text[quote.cue.start : quote.cue.end] == "told"
    assert quote.source
    assert article.text[quote.source.start : quote.source.end] == "Anna Keller"
    assert quote.speaker_mention == quote.source
    assert quote.addressee == "peter-novak"


def test_her_who_is_told_something_is_addressed(nlp):
    text = "Lena Hart was late. Peter Novak waited at the gate. “You will have your bridge,” Novak told her."
    assert quotes_of(nlp, text)[1][0].addressee == "lena-hart"


def test_she_is_somebody_of_an_unknown_trade_who_has_just_spoken(nlp):
    text = (
        "“The fleet is tired,” Lena Hart said.\n\nAnother caster said the hall was louder than before.\n\n"
        "“We could not hear the bell,” she said."
    )
    assert read(nlp, text)[-1] == ("We could not hear the bell,", "another caster")


def test_a_speaker_guessed_across_paragraphs_is_unsure(nlp):
    _, found = quotes_of(
        nlp, "“The harvest is lost,” Peter Novak said.\n\n“It will be a hard winter for us all.”"
    )
    assert found[0].confidence >= SURE > found[1].confidence
    assert found[1].speaker == found[0].speaker


def test_nobody_is_better_than_anybody_at_the_start_of_an_article(nlp):
    _, found = quotes_of(nlp, "“It will be a hard winter for us all.”\n\nThe rain fell on the valley.")
    assert found[0].speaker is None
    assert found[0].source is None


def test_who_is_described_where_a_speaker_stands_was_named_before(nlp):
    text = (
        "Former Orford captain Peter Novak feared the worst for the harbour.\n\n"
        "“Nobody buys,” the fisherman said. “I have sold my boat.”"
    )
    article = article_of(text)
    analysis = understand(nlp, article)
    assert read(nlp, text) == [("Nobody buys, | I have sold my boat.", "Peter Novak")]
    assert all(quote.confidence < SURE for quote in analysis.quotes)
    described = {article.text[m.start : m.end] for m in analysis.mentions if m.form is MentionForm.NOMINAL}
    assert described == {"the fisherman"}


def test_who_speaks_for_a_body_is_the_body_and_for_a_person_somebody_else(nlp):
    text = (
        "The Ministry of Health held talks with Peter Novak. A spokeswoman for the ministry said it was "
        "“a good day”. A spokesman for Novak called it “a waste of time”."
    )
    assert [who for _, who in read(nlp, text)] == ["Ministry of Health", "a spokesman for Novak"]


def test_a_rare_noun_for_a_person_describes_a_speaker_too(nlp):
    text = "Peter Novak feared the worst for the harbour.\n\n“Nobody buys,” the {} said."
    assert read(nlp, text.format("oysterman")) == [("Nobody buys,", "Peter Novak")]
    assert read(nlp, text.format("backbencher")) == [("Nobody buys,", "Peter Novak")]
    assert read(nlp, text.format("retailer")) == [("Nobody buys,", "the retailer")]


def test_a_description_is_the_same_person_to_the_end(nlp):
    text = (
        "Maria Lindqvist has run the farm for years.\n\n“It never rains,” the farmer said.\n\n"
        "Peter Novak, the mayor of Orford, disagreed.\n\n“We will dig a well,” the mayor said.\n\n"
        "“He says so each year,” said the farmer."
    )
    assert [who for _, who in read(nlp, text)] == ["Maria Lindqvist", "Peter Novak", "Maria Lindqvist"]


@pytest.mark.parametrize(
    "who", ["the man", "the president", "his brother", "the head of the union", "the spokesman"]
)
def test_a_description_of_others_is_not_who_was_named_before(nlp, who):
    text = f"Peter Novak feared the worst for the harbour.\n\n“Nobody buys,” {who} said."
    assert read(nlp, text) == [("Nobody buys,", who.partition(" of ")[0])]


def test_he_is_a_guess_where_somebody_else_was_introduced_since_the_last_quote(nlp):
    text = (
        "“The fleet is tired,” Peter Novak, the harbour master, said. Novak said that fog had kept boats in "
        "for six days.\n\nOne of his men, Henry Abara, put it differently. “You wait,” he said."
    )
    spoken = understand(nlp, article_of(text)).quotes[-1]
    assert text[spoken.start : spoken.end] == "You wait,"
    assert spoken.confidence < SURE


def test_he_is_no_organisation(nlp):
    text = "“Demand is weak,” Siemens said.\n\nPeter Novak sells tractors.\n\n“Nobody buys,” he said."
    assert read(nlp, text)[-1] == ("Nobody buys,", "Peter Novak")


def test_the_component_stands_in_any_pipeline_behind_the_actors(nlp):
    pipeline = spacy.blank("en")
    pipeline.add_pipe("actors")
    pipeline.add_pipe("quotes")
    doc = nlp("“The bridge will open,” Anna Keller said.")
    for _, component in pipeline.pipeline:
        doc = component(doc)
    assert [(doc.text[q.start : q.end], q.speaker) for q in doc._.quotes] == [
        ("The bridge will open,", "anna-keller")
    ]


BLANK = spacy.blank("en")
_PIECES = [*"“”\"‘’' :,.—()", "said", " she ", "Ann", ": ", ", ", ". ", "\n\n", " told ", "it’s"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=50).map("".join))
def test_any_text_gives_sound_quotes(text):
    article = article_of(text)
    quotations = find_quotations(text, article.paragraphs)
    quotes = QuoteReader(quotations).read(BLANK(text), 0, (), {})
    segments = sorted(segment.start for quote in quotes for segment in quote.segments)
    assert len(set(segments)) == len(segments)
    assert set(segments) <= {each.start for each in quotations if not each.depth}
    for quote in quotes:
        assert 0 <= quote.confidence <= 1
        assert quote.speaker is None


def test_a_window_full_of_marks_takes_no_time():
    text = "“a” said b, " * 1000
    quotations = find_quotations(text, article_of(text).paragraphs)
    doc = BLANK(text)
    start = time.process_time()
    assert len(QuoteReader(quotations).read(doc, 0, (), {})) == 1000
    assert time.process_time() - start < 10  # about a second on an idle machine

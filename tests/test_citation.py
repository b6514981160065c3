from dataclasses import replace

import pytest

from reader.analysis.findings import Actor, ActorKind, Quote, QuoteKind, Span
from reader.citation import attribution, citation, quote_text
from reader.sources.plain import parse

ARTICLE = replace(
    parse(
        "Ferry Stays\n\n“We are an island,” said Ms. Solheim, “and we stay one. Always.\n\n"
        "“Tell them that.” She said that the vote was final.",
        "/home/ann/ferry.txt",
    ),
    published="2024-06-09",
)
PEOPLE = {"solheim": Actor("solheim", "Ingrid Solheim", ActorKind.PERSON)}


def quote(*words: str, **options) -> Quote:
    starts = [ARTICLE.text.index(part) for part in words]
    segments = tuple(Span(start, start + len(part)) for start, part in zip(starts, words, strict=True))
    return Quote(segments, **options)


def test_a_quote_is_the_articles_own_characters():
    assert quote_text(ARTICLE, quote("We are an island,")) == "We are an island,"


def test_an_interruption_by_the_reporter_is_marked():
    assert (
        quote_text(ARTICLE, quote("We are an island,", "and we stay one."))
        == "We are an island, … and we stay one."
    )


def test_a_quote_that_runs_into_the_next_paragraph_is_not_interrupted():
    words = quote_text(ARTICLE, quote("and we stay one. Always.", "Tell them that."))
    assert words == "and we stay one. Always.\n\nTell them that."


def test_an_attribution_names_speaker_title_source_and_date():
    cited = attribution(ARTICLE, PEOPLE, quote("We are an island,", speaker="solheim"))
    assert cited == "“We are an island,” — Ingrid Solheim, Ferry Stays, ferry.txt, 2024-06-09"


def test_a_guessed_speaker_is_marked():
    cited = attribution(ARTICLE, PEOPLE, quote("Tell them that.", speaker="solheim", confidence=0.5))
    assert cited.startswith("“Tell them that.” — Ingrid Solheim (?), Ferry Stays")


@pytest.mark.parametrize("speaker", [None, "somebody-gone"])
def test_without_a_speaker_only_the_place_is_given(speaker):
    cited = attribution(ARTICLE, PEOPLE, quote("Tell them that.", speaker=speaker))
    assert cited == "“Tell them that.” — Ferry Stays, ferry.txt, 2024-06-09"


def test_where_nothing_is_known_the_words_stand_alone():
    bare = parse(ARTICLE.text.split("\n\n", 1)[1])
    said = Quote((Span(1, 18),))
    assert attribution(bare, {}, said) == "“We are an island,”"


def test_reported_speech_gets_no_quotation_marks():
    cited = attribution(
        ARTICLE, PEOPLE, quote("the vote was final", kind=QuoteKind.INDIRECT, speaker="solheim")
    )
    assert cited.startswith("the vote was final — Ingrid Solheim")


def test_an_address_is_cited_in_full():
    page = replace(ARTICLE, source="https://example.org/ferry")
    assert "https://example.org/ferry" in attribution(page, PEOPLE, quote("Tell them that."))


def test_a_speaker_without_a_name_is_cited_in_the_articles_words():
    start = ARTICLE.text.index("Ms. Solheim")
    cited = attribution(ARTICLE, {}, quote("We are an island,", source=Span(start, start + 11)))
    assert cited.startswith("“We are an island,” — Ms. Solheim, Ferry Stays")


def test_a_documents_words_are_called_its_wording_and_who_passes_them_on_is_named():
    start = ARTICLE.text.index("the vote")
    words = Span(start, start + len("the vote"))
    assert "— wording of the vote, Ferry" in attribution(
        ARTICLE, {}, quote("Tell them that.", source=words, wording=True)
    )
    relayed = attribution(ARTICLE, PEOPLE, quote("Tell them that.", speaker="solheim", relay=words))
    assert "— Ingrid Solheim, via the vote, Ferry" in relayed


def test_quotes_copied_together_have_a_blank_line_between_them():
    both = [quote("We are an island,"), quote("Tell them that.")]
    assert citation(ARTICLE, {}, both, attributed=False) == "We are an island,\n\nTell them that."

"""The whole analysis, with the model that is shipped, against what people annotated."""

import pytest

from reader.analysis.findings import Analysis
from reader.analysis.pipeline import load as load_model
from reader.analysis.pipeline import understand
from reader.article import Article, Paragraph
from reader.sources.plain import parse
from tests.gold import NAMES, Gold, load, place
from tests.gold.scoring import NAMED, score_mentions, score_quotes, score_speakers


@pytest.fixture(scope="module", params=NAMES)
def read(request) -> tuple[Article, Gold, Analysis]:
    file = load(request.param)
    article = parse(file.source)
    return article, place(file, article.text), understand(load_model(), article)


def test_names_countries_and_metonyms_find_their_actor(read):
    article, gold, analysis = read
    rate = score_mentions(gold, analysis, article.text, NAMED)
    assert rate.precision > 0.85, rate.spurious
    assert rate.recall > 0.85, rate.missed


def test_every_quote_is_found_whole(read):
    article, gold, analysis = read
    assert score_quotes(gold, analysis, article.text).f1 > 0.97


def test_speakers_are_right_or_unnamed_but_seldom_wrong(read):
    article, gold, analysis = read
    speakers = score_speakers(gold, analysis, article.text)
    assert speakers.share_right > 0.7, speakers.errors
    assert speakers.share_wrong < 0.15, speakers.errors


def test_mentions_and_quotes_lie_in_the_text_and_name_known_actors(read):
    article, _, analysis = read
    for mention in analysis.mentions:
        assert 0 <= mention.start < mention.end <= len(article.text)
        assert mention.actor in analysis.actors
    for quote in analysis.quotes:
        assert quote.speaker is None or quote.speaker in analysis.actors
        assert all(segment.start < segment.end for segment in quote.segments)


def test_a_country_that_is_met_only_inside_a_name_is_an_actor():
    text = "The Norwegian Foreign Ministry said on Friday that it would not pay for the ferry."
    analysis = understand(load_model(), Article(text, (Paragraph(0, len(text)),)))
    assert "norway" in {mention.actor for mention in analysis.mentions}
    assert {mention.actor for mention in analysis.mentions} <= analysis.actors.keys()


def test_the_place_of_a_dateline_is_no_part_of_a_name():
    text = "LIMA — Peru's Congress voted on Friday to reject the bill, a member of Congress said."
    analysis = understand(load_model(), Article(text, (Paragraph(0, len(text)),)))
    assert not any("—" in actor.name for actor in analysis.actors.values())

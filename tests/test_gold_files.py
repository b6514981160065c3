import re
from itertools import combinations

import pytest

from reader.analysis.findings import ActorKind, Analysis, Mention, MentionForm, Quote, QuoteKind
from reader.sources.plain import parse
from tests.gold import (
    DEV,
    HELD_OUT,
    NAMES,
    Gold,
    GoldActor,
    GoldError,
    GoldFile,
    GoldMention,
    load,
    place,
    unmark,
)
from tests.gold.scoring import NAMED, score_mentions, score_quotes, score_speakers

PRONOUNS = set(re.findall(r"\w+", "i me my you your yours he him his himself she her hers it its itself"))


def _text(gold: GoldFile) -> str:
    return parse(gold.source).text


@pytest.fixture(params=NAMES)
def file(request) -> GoldFile:
    return load(request.param)


@pytest.fixture
def text(file) -> str:
    return _text(file)


@pytest.fixture
def gold(file, text) -> Gold:
    return place(file, text)


def test_the_whole_article_is_annotated(file, text):
    assert "\n\n".join(unmark(each)[0] for each in file.paragraphs) == text


def test_every_actor_is_mentioned_and_every_country_has_its_code(gold):
    assert {mention.actor for mention in gold.mentions} == set(gold.actors)
    assert all(actor.country for actor in gold.actors.values() if actor.kind is ActorKind.COUNTRY)


def test_mentions_have_clean_ends_and_forms_that_fit(gold, text):
    for mention in gold.mentions:
        words = text[mention.start : mention.end]
        assert words == words.strip(), words
        assert not words.endswith(("’s", ",", ";", "”")), words
        assert re.search(r"(?<!\w)$", text[: mention.start]), words
        assert re.match(r"(?!\w)", text[mention.end :]), words
        assert (mention.form is MentionForm.PRONOUN) == (words.lower() in PRONOUNS), words


def test_mentions_nest_and_never_cross(gold):
    spans = sorted({(mention.start, mention.end) for mention in gold.mentions})
    assert len(spans) == len(gold.mentions)
    assert not [(a, b, c, d) for (a, b), (c, d) in combinations(spans, 2) if a < c < b < d]


def test_no_name_of_an_actor_is_left_unmarked(gold, text):
    marked = [(each.start, each.end) for each in (*gold.mentions, *gold.optional)]
    for actor in gold.actors.values():
        for found in re.finditer(rf"\b{re.escape(actor.name)}\b", text):
            assert any(a <= found.start() and found.end() <= b for a, b in marked), (
                actor.name,
                found.start(),
            )


def test_segments_fill_the_space_between_quotation_marks(gold, text):
    for quote in gold.quotes:
        for segment in quote.segments:
            assert text[segment.start - 1] in "“‘", text[segment.start : segment.end]
            assert text[segment.end] in "”’\n", text[segment.start : segment.end]
        assert quote.cue is None or all(
            quote.cue.end <= segment.start or quote.cue.start >= segment.end for segment in quote.segments
        )


def test_every_opening_mark_belongs_to_a_quote(gold, text):
    starts = {segment.start for quote in gold.quotes for segment in quote.segments}
    assert {found.end() for found in re.finditer("“", text)} <= starts


def test_every_quote_that_counts_has_a_cue_and_only_documents_have_no_speaker(gold):
    counted = [quote for quote in gold.quotes if quote.kind != "optional"]
    silent = [quote for quote in counted if quote.speaker is None]
    assert len(silent) <= 2
    assert sum(quote.cue is None for quote in counted) <= 2


def test_paragraphs_are_found_wherever_the_article_starts(file, text):
    shifted = "A line that some other reader keeps\n\n" + text
    assert [each.start - 37 for each in place(file, shifted).mentions] == [
        each.start for each in place(file, text).mentions
    ]


def test_a_changed_paragraph_is_refused(file, text):
    with pytest.raises(GoldError, match="no such paragraph"):
        place(file, text.replace(" the ", " a ", 1))


@pytest.mark.parametrize(
    ("marked", "complaint"),
    [
        ("{nobody|He} slept.", "no actor called nobody"),
        ("{ann|He slept.", "never closed"),
        ("He} slept.", "out of place"),
        ("{quote 1|He} slept.", "cannot read"),
        ("He {cue 1|said} so.", "cues without quotes"),
    ],
)
def test_wrong_marks_are_refused(marked, complaint):
    file = GoldFile("a.txt", {}, (marked,))
    with pytest.raises(GoldError, match=complaint):
        place(file, re.sub(r"\{[^|]*\||\}", "", marked))


def _perfect(gold: Gold) -> Analysis:
    """An analysis that says just what the gold says, under names of its own."""
    return Analysis(
        {},
        mentions=tuple(Mention(m.start, m.end, f"found-{m.actor}", m.form) for m in gold.mentions),
        quotes=tuple(
            Quote(q.segments, QuoteKind(q.kind), q.speaker and f"found-{q.speaker}")
            for q in gold.quotes
            if q.kind != "optional"
        ),
    )


def test_a_perfect_analysis_scores_one(gold, text):
    analysis = _perfect(gold)
    names = score_mentions(gold, analysis, text)
    assert (names.precision, names.recall) == (1, 1)
    assert score_mentions(gold, analysis, text, MentionForm).f1 == 1
    assert score_quotes(gold, analysis, text).f1 == 1
    assert score_speakers(gold, analysis, text).share_right == 1


def test_an_empty_analysis_finds_nothing(gold, text):
    assert score_mentions(gold, Analysis({}), text, NAMED).recall == 0
    assert score_quotes(gold, Analysis({}), text).f1 == 0


def test_a_split_actor_costs_the_mentions_of_its_smaller_part(gold, text):
    analysis = _perfect(gold)
    actor = max(gold.actors, key=lambda each: sum(m.actor == each for m in gold.mentions))
    own = [m for m in analysis.mentions if m.actor == f"found-{actor}" and m.form is MentionForm.NAME]
    lost = own[: len(own) // 3]
    assert lost
    split = tuple(m._replace(actor="stranger") if m in lost else m for m in analysis.mentions)
    names = score_mentions(gold, analysis._replace(mentions=split), text)
    assert names.wanted - names.right_wanted == len(lost)
    assert names.precision < 1


def test_a_wrong_speaker_and_a_missing_one_are_told_apart(gold, text):
    analysis = _perfect(gold)
    first, second, *rest = [quote for quote in analysis.quotes if quote.speaker]
    other = next(m.actor for m in analysis.mentions if m.actor != first.speaker)
    changed = analysis._replace(quotes=(first._replace(speaker=other), second._replace(speaker=None), *rest))
    speakers = score_speakers(gold, changed, text)
    assert speakers.wrong == len(first.segments)
    assert speakers.silent == len(second.segments)
    assert speakers.share_right < 1


def test_what_is_optional_neither_helps_nor_harms(gold, text):
    analysis = _perfect(gold)
    more = [Mention(span.start, span.end, "extra") for span in gold.optional]
    quotes = [Quote(q.segments, QuoteKind.DIRECT) for q in gold.quotes if q.kind == "optional"]
    assert more
    extended = Analysis({}, mentions=(*analysis.mentions, *more), quotes=(*analysis.quotes, *quotes))
    assert score_mentions(gold, extended, text, NAMED) == score_mentions(gold, analysis, text, NAMED)
    assert score_quotes(gold, extended, text) == score_quotes(gold, analysis, text)


@pytest.mark.parametrize("name", [*DEV, *HELD_OUT])
def test_the_wider_articles_are_annotated_whole(name: str) -> None:
    file = load(name)
    text = _text(file)
    gold = place(file, text)
    test_the_whole_article_is_annotated(file, text)
    test_every_actor_is_mentioned_and_every_country_has_its_code(gold)
    test_mentions_nest_and_never_cross(gold)
    test_no_name_of_an_actor_is_left_unmarked(gold, text)
    test_every_opening_mark_belongs_to_a_quote(gold, text)
    test_a_perfect_analysis_scores_one(gold, text)
    assert score_mentions(gold, _perfect(gold), text, MentionForm, loosely=True).f1 == 1


def test_loosely_an_end_of_a_name_will_do_and_a_role_beside_it_costs_nothing() -> None:
    text = "Union President Ann Lee, the founder, spoke. Lee left."
    gold = Gold(
        {"lee": GoldActor("lee", "Ann Lee", ActorKind.PERSON, None)},
        (GoldMention(0, 23, "lee", MentionForm.NAME), GoldMention(45, 48, "lee", MentionForm.NAME)),
        (),
        (),
    )
    found = (
        Mention(6, 23, "ann", MentionForm.NAME),
        Mention(25, 36, "ann", MentionForm.NOMINAL),
        Mention(45, 48, "ann", MentionForm.NAME),
    )
    analysis = Analysis({}, mentions=found)
    strict, loose = (score_mentions(gold, analysis, text, MentionForm, loosely=way) for way in (False, True))
    assert (strict.precision, strict.recall) == (1 / 3, 1 / 2)
    assert (loose.precision, loose.recall) == (1, 1)

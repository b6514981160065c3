import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.findings import (
    Actor,
    ActorKind,
    Analysis,
    Mention,
    MentionForm,
    Quote,
    QuoteKind,
    Span,
    Tie,
)
from reader.article import Article
from reader.export import SCHEMA, as_json
from reader.sources.plain import parse

CONTRACT = json.loads(files("reader").joinpath("export.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(CONTRACT)

TEXT = "Ferry Stays\n\n“We are an island,” said the mayor, Ingrid Solheim of Norway. “We stay.”"


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def example() -> tuple[Article, Analysis]:
    article = parse(TEXT, "ferry.txt")
    mayor, name = span(article, "the mayor, Ingrid Solheim"), span(article, "Ingrid Solheim")
    nation = span(article, "Norway")
    analysis = Analysis(
        actors={
            "ingrid-solheim": Actor(
                "ingrid-solheim", "Ingrid Solheim", ActorKind.PERSON, "NO", (), ("mayor",)
            ),
            "norway": Actor("norway", "Norway", ActorKind.COUNTRY, "NO"),
        },
        mentions=(
            Mention(nation.start, nation.end, "norway"),
            Mention(mayor.start, mayor.start + 9, "ingrid-solheim", MentionForm.NOMINAL, 0.912345),
            Mention(mayor.start, mayor.end, "ingrid-solheim"),
            Mention(name.start, name.end, "ingrid-solheim"),
        ),
        quotes=(
            Quote(
                (span(article, "We are an island,"), span(article, "We stay.")),
                speaker="ingrid-solheim",
                speaker_mention=name,
                source=mayor,
                cue=span(article, "said"),
                confidence=0.97,
            ),
        ),
    )
    return article, analysis


def test_the_contract_itself_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(CONTRACT)
    assert CONTRACT["properties"]["schema"]["const"] == SCHEMA


def test_findings_are_written_as_the_contract_says():
    line = as_json(*example())
    assert "\n" not in line
    assert "“" in line  # text is readable, not escaped
    data = json.loads(line)
    VALIDATOR.validate(data)
    assert data["article"] == {
        "title": "Ferry Stays",
        "byline": None,
        "published": None,
        "source": "ferry.txt",
        "language": "en",
        "text": TEXT,
    }
    assert data["quotes"][0]["kind"] == "direct"
    assert data["mentions"][1]["confidence"] == 0.912


def test_mentions_are_sorted_and_the_longer_of_two_comes_first():
    article, analysis = example()
    mentions = json.loads(as_json(article, analysis))["mentions"]
    words = [article.text[m["start"] : m["end"]] for m in mentions]
    assert words == ["the mayor, Ingrid Solheim", "the mayor", "Ingrid Solheim", "Norway"]


def test_the_mention_of_the_speaker_is_an_index_into_the_mentions():
    article, analysis = example()
    data = json.loads(as_json(article, analysis))
    mention = data["mentions"][data["quotes"][0]["speaker_mention"]]
    assert article.text[mention["start"] : mention["end"]] == "Ingrid Solheim"


def test_ties_relays_and_wordings_are_written():
    article, analysis = example()
    words = span(article, "Norway")
    ties = (Tie("norway", words, speaks=True),)
    mayor = Actor("ingrid-solheim", "Ingrid Solheim", ActorKind.PERSON, "NO", (), ("mayor",), ties)
    quote = Quote(analysis.quotes[0].segments, relay=words, wording=True)
    data = json.loads(as_json(article, Analysis({**analysis.actors, mayor.id: mayor}, (), (quote,))))
    VALIDATOR.validate(data)
    place = {"start": words.start, "end": words.end}
    assert data["actors"][0]["ties"] == [{"other": "norway", "words": place, "speaks": True}]
    assert (data["quotes"][0]["relay"], data["quotes"][0]["wording"]) == (place, True)


def test_nothing_found_is_still_a_whole_line():
    data = json.loads(as_json(parse("Nobody came."), Analysis({})))
    VALIDATOR.validate(data)
    assert (data["actors"], data["mentions"], data["quotes"]) == ([], [], [])


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("quotes"),
        lambda data: data["actors"][1].update(country=None),
        lambda data: data["mentions"][0].update(form="guess"),
        lambda data: data["quotes"][0].update(segments=[]),
        lambda data: data["quotes"][0].update(speaker_mention=-1),
        lambda data: data["mentions"][0].update(colour="red"),
        lambda data: data.update(schema=1),
        lambda data: data["article"].update(published="yesterday"),
    ],
)
def test_the_contract_refuses_anything_else(change):
    data = json.loads(as_json(*example()))
    change(data)
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(data)


@st.composite
def findings(draw) -> tuple[Article, Analysis]:
    article = parse("A" + draw(st.text(max_size=80)))
    offsets = st.integers(0, len(article.text))

    def spans() -> Span:
        start, end = sorted((draw(offsets), draw(offsets)))
        return Span(start, end)

    actors = {
        f"a{i}": Actor(f"a{i}", draw(st.text(min_size=1, max_size=5)), kind, "FR")
        for i, kind in enumerate(draw(st.lists(st.sampled_from(ActorKind), min_size=1, max_size=4)))
    }
    who = st.sampled_from(sorted(actors))
    unit = st.floats(0, 1)
    found = {(s.start, s.end): s for s in (spans() for _ in range(draw(st.integers(0, 6))))}
    mentions = tuple(
        Mention(*key, draw(who), draw(st.sampled_from(MentionForm)), draw(unit)) for key in found
    )
    named_by = st.sampled_from([None, *found.values()])
    quotes = tuple(
        Quote(
            (spans(),),
            draw(st.sampled_from(QuoteKind)),
            draw(st.none() | who),
            draw(named_by),
            cue=draw(st.just(None) | st.builds(spans)),
            confidence=draw(unit),
        )
        for _ in range(draw(st.integers(0, 3)))
    )
    return article, Analysis(actors, mentions, quotes)


@given(findings())
def test_any_findings_are_written_within_the_contract(found):
    article, analysis = found
    data = json.loads(as_json(article, analysis))
    VALIDATOR.validate(data)
    length = len(data["article"]["text"])
    ids = {actor["id"] for actor in data["actors"]}
    keys = [(m["start"], -m["end"]) for m in data["mentions"]]
    assert keys == sorted(keys)
    assert all(0 <= m["start"] <= m["end"] <= length and m["actor"] in ids for m in data["mentions"])
    for written, quote in zip(data["quotes"], sorted(analysis.quotes, key=lambda q: q.start), strict=True):
        at = written["speaker_mention"]
        assert (at is None) == (quote.speaker_mention is None)
        if at is not None:
            mention = data["mentions"][at]
            assert Span(mention["start"], mention["end"]) == quote.speaker_mention

"""Which quotes are listed: by whom, on whom, in which sections, and what is marked."""

import pytest

from reader.analysis.findings import Quote, QuoteKind, Span
from reader.quoting import QuoteGroup
from reader.session import Session
from tests.staging import staged

MARKED = """\
Two leaders sign

[Mr. Putin|putin] said: “We will help [Mr. Kim|kim] and [Russia|russia].”

[Mr. Kim|kim] said: “[Mr. Putin|putin] is a friend of [North Korea|korea].”

“Nobody asked us.”

[Mr. Putin|putin] left the [Korean|korea] capital. “It was late.”
"""


@pytest.fixture
def session() -> Session:
    article, findings = staged(MARKED)
    session = Session(article)
    session.apply(findings)
    return session


def add(session: Session, words: str, **options) -> Quote:
    """Add a quote of words in the text."""
    at = session.article.text.index(words)
    quote = Quote((Span(at, at + len(words)),), **options)
    session.stage._put_quote(quote)
    return quote


def words(session: Session) -> list[str]:
    return [session.article.text[quote.start : quote.end] for quote in session.quotes()]


def test_the_chosen_actors_quotes_are_those_it_says(session):
    session.choose("putin")
    assert words(session) == ["We will help Mr. Kim and Russia.", "It was late."]
    assert session.whose_quotes() == "Vladimir Putin"


def test_turned_they_are_those_that_mention_it(session):
    session.choose("putin")
    session.quoting.turned = True
    assert words(session) == ["Mr. Putin is a friend of North Korea."]
    assert session.whose_quotes() == "anybody on Vladimir Putin"


def test_of_two_they_are_those_of_the_one_on_the_other(session):
    session.chosen, session.companion = "putin", "russia"
    assert words(session) == ["We will help Mr. Kim and Russia."]
    assert session.whose_quotes() == "Vladimir Putin on Russia"


def test_of_two_turned_they_are_those_of_the_other_on_the_one(session):
    session.chosen, session.companion = "putin", "kim"
    session.quoting.turned = True
    assert words(session) == ["Mr. Putin is a friend of North Korea."]
    assert session.whose_quotes() == "Kim Jong-un on Vladimir Putin"


def test_a_filter_turned_finds_quotes_that_mention_those_shown(session):
    session.seek("korea")
    assert words(session) == []
    session.quoting.turned = True
    assert words(session) == ["Mr. Putin is a friend of North Korea."]


def test_reported_speech_is_left_out_until_it_is_wanted(session):
    told = add(session, "left the", kind=QuoteKind.INDIRECT, speaker="putin")
    session.choose("putin")
    assert told not in session.quotes()
    assert session.quote_at(told.start) is None
    session.quoting.reported = True
    assert told in session.quotes()
    assert session.quote_at(told.start) == told


def test_what_nobody_says_has_a_section_of_its_own_and_no_part_in_the_round(session):
    treaty = add(session, "capital", kind=QuoteKind.PARTIAL, source=Span(0, 3), wording=True)
    groups = {section.group: list(section.quotes) for section in session.quote_sections()}
    assert groups[QuoteGroup.NO_SPEECH] == [treaty]
    assert [q.speaker for q in groups[QuoteGroup.UNATTRIBUTED]] == [None]
    assert treaty not in session.quotes()
    assert session.speaker(treaty) == "wording of Two"


def test_a_title_to_which_the_reader_gave_a_speaker_is_speech(session):
    add(session, "capital", kind=QuoteKind.PARTIAL, speaker="kim")
    assert "capital" in words(session)


def test_sections_of_one_actor_are_one(session):
    session.choose("kim")
    assert [section.group for section in session.quote_sections()] == [QuoteGroup.SAID]


def test_marked_quotes_come_in_text_order_and_a_second_mark_takes_the_first_away(session):
    first, second, *_ = session.quotes()
    for quote in (second, first):
        assert session.quoting.mark(quote)
    assert session.quoting.marked(session.stage) == [first, second]
    assert not session.quoting.mark(first)
    assert session.quoting.marked(session.stage) == [second]


def test_a_mark_stays_when_the_quote_is_found_anew(session):
    quote = session.quotes()[0]
    session.quoting.mark(quote)
    session.stage._put_quote(quote._replace(speaker="kim"))
    assert [each.speaker for each in session.quoting.marked(session.stage)] == ["kim"]


def test_esc_takes_the_marks_away_and_then_turns_back(session):
    session.quoting.mark(session.quotes()[0])
    session.quoting.turned = True
    assert session.back()
    assert not session.quoting.marked(session.stage)
    assert session.back()
    assert not session.quoting.turned

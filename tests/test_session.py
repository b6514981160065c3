import pytest

from reader.analysis.findings import Actor, ActorKind, Findings, Span
from reader.filtering import COUNTRIES, PEOPLE
from reader.session import Session
from tests.staging import staged


@pytest.fixture
def session() -> Session:
    article, findings = staged()
    session = Session(article)
    session.apply(findings)
    session.settle()
    return session


def text(session: Session, move) -> str:
    return session.article.text[move.start : move.end]


def test_findings_of_another_article_are_dropped(session):
    other = Findings("another", 1, 1, actors=(Actor("x", "X", ActorKind.PERSON),))
    assert not session.apply(other)
    assert "x" not in session.stage.actors


def test_rows_stand_in_sections_and_the_heaviest_comes_first(session):
    names = [row.actor.id for row in session.rows()]
    assert names == ["putin", "kim", "russia", "korea", "kcna", "pyongyang"]
    assert [row.number for row in session.rows()] == [1, 2, 3, 4, 5, 6]
    assert session.rows()[0].mentions == 5


def test_new_actors_come_last_until_the_list_settles():
    article, findings = staged("Head\n\n[A|aa] [B|bb] [B|bb]")
    session = Session(article)
    session.apply(findings)
    assert [row.actor.id for row in session.rows()] == ["aa", "bb"]
    session.settle()
    assert [row.actor.id for row in session.rows()] == ["bb", "aa"]


def test_next_mention_goes_through_all_and_says_when_it_wraps(session):
    session.choose("putin")
    moves = [session.next_mention() for _ in range(6)]
    assert [(move.number, move.total, move.wrapped) for move in moves] == [
        (1, 5, False),
        (2, 5, False),
        (3, 5, False),
        (4, 5, False),
        (5, 5, False),
        (1, 5, True),
    ]
    assert [text(session, move) for move in moves[:4]] == ["Mr. Putin", "Mr. Putin", "ours", "He"]


def test_previous_mention_from_the_beginning_wraps_to_the_last(session):
    session.choose("putin")
    move = session.next_mention(-1)
    assert (move.number, move.wrapped) == (5, True)
    assert text(session, move) == "Vladimir Putin"


def test_next_mention_starts_from_the_place_that_is_read(session):
    session.choose("russia")
    place = session.article.text.index("The Korean")
    session.place.look(place, len(session.article.text), place)
    assert session.next_mention().number == 2


def test_a_cursor_that_is_out_of_view_is_let_go(session):
    session.choose("putin")
    session.next_mention()
    end = len(session.article.text)
    session.place.look(end - 10, end, end - 10)
    assert session.place.cursor is None


def test_nobody_chosen_means_no_move(session):
    assert session.next_mention() is None


def test_step_visits_everybody_in_reading_order(session):
    words = [text(session, session.step()) for _ in range(5)]
    assert words == ["Mr. Putin", "Russia", "Mr. Kim", "Pyongyang", "Mr. Putin"]


def test_step_keeps_to_what_the_filter_shows(session):
    session.toggle_kinds(COUNTRIES)
    words = [text(session, session.step()) for _ in range(3)]
    assert words == ["Russia", "Pyongyang", "North Korea"]


def test_step_back_undoes_step(session):
    session.step()
    first = session.place.cursor
    session.step()
    session.step(-1)
    assert session.place.cursor == first


def test_kinds_toggle(session):
    assert session.toggle_kinds(COUNTRIES)
    assert {row.actor.id for row in session.rows()} == {"russia", "korea", "pyongyang"}
    assert not session.toggle_kinds(COUNTRIES)
    assert len(session.rows()) == 6


def test_kinds_replace_one_another(session):
    session.toggle_kinds(COUNTRIES)
    session.toggle_kinds(PEOPLE)
    assert {row.actor.id for row in session.rows()} == {"putin", "kim"}


def test_whom_one_looks_for_is_seen_though_the_section_was_folded(session):
    session.listing.fold(ActorKind.PERSON)
    session.seek("putin")
    assert not any(section.folded for section in session.sections())


def test_a_choice_that_does_not_match_the_typed_filter_is_given_up(session):
    session.choose("putin")
    session.seek("korea")
    assert session.chosen is None


def test_a_person_and_a_country_are_followed_where_both_occur(session):
    session.choose("kim")
    session.toggle_kinds(COUNTRIES)
    assert [(row.actor.id, row.mentions) for row in session.rows()] == [
        ("russia", 2),
        ("korea", 1),
        ("pyongyang", 1),
    ]
    session.choose("russia")
    assert (session.chosen, session.companion) == ("kim", "russia")
    words = [text(session, session.next_mention()) for _ in range(4)]
    assert words == ["Russia", "Mr. Kim", "Mr. Kim", "Russia"]
    session.focused = True
    assert session.shown_paragraphs() == {0, 1, 4}


def test_esc_sends_the_companion_away_first(session):
    session.choose("kim")
    session.toggle_kinds(COUNTRIES)
    session.choose("korea")
    session.back()
    assert (session.chosen, session.companion) == ("kim", None)


@pytest.mark.parametrize(
    ("query", "found"), [("vlad", {"putin"}), ("KOREA", {"korea", "kcna"}), ("xyz", set())]
)
def test_seek_narrows_by_part_of_a_name(session, query, found):
    session.seek(query)
    assert {row.actor.id for row in session.rows()} == found


def test_seek_finds_names_without_their_accents():
    article, findings = staged("Head\n\n[Nguyễn Ánh|nguyễn] spoke")
    session = Session(article)
    session.apply(findings)
    session.seek("nguyen")
    assert len(session.rows()) == 1


def test_quotes_are_those_of_the_chosen_actor(session):
    assert len(session.quotes()) == 2
    session.choose("kim")
    assert [session.article.text[q.start : q.end] for q in session.quotes()] == ["a fiery friendship"]
    session.choose("korea")
    assert list(session.quotes()) == []


def test_next_quote_goes_round(session):
    moves = [session.next_quote() for _ in range(3)]
    assert [(move.number, move.wrapped) for move in moves] == [(1, False), (2, False), (1, True)]


def test_an_interrupted_quote_is_one(session):
    session.next_quote()
    assert len(session.quote_here().segments) == 2


def test_quote_here_is_the_one_at_the_reading_line(session):
    place = session.article.text.index("called it")
    session.place.look(place, place + 60, place + 12)
    assert session.quote_here().speaker == "kim"


def test_quote_here_is_none_where_none_is_in_view(session):
    session.place.look(0, 10, 0)
    assert session.quote_here() is None


def test_choose_nearest_takes_the_mention_at_the_reading_line(session):
    place = session.article.text.index("praised")
    session.place.look(place - 40, place + 40, place)
    assert session.choose_nearest().id == "korea"


def test_choose_number_takes_a_row_of_the_list(session):
    assert session.choose_number(2).id == "kim"
    assert session.choose_number(9) is None
    assert session.chosen == "kim"


def test_point_takes_the_innermost_mention():
    article, findings = staged("Head\n\n[the North Korean leader|kim] spoke")
    session = Session(article)
    session.apply(findings)
    start = findings.mentions[0].start
    inner = type(findings.mentions[0])(start + 4, start + 16, "korea")
    korea = Actor("korea", "North Korea", ActorKind.COUNTRY)
    session.apply(Findings(article.key, 2, 2, actors=(korea,), mentions=(inner,)))
    assert session.point(start + 5).actor == "korea"
    assert session.point(start + 20).actor == "kim"
    assert session.point(0) is None


def test_back_undoes_one_thing_at_a_time(session):
    session.choose("putin")
    session.toggle_kinds(PEOPLE)
    session.seek("putin")
    seen = []
    while session.back():
        seen.append((session.filter.query, session.filter.kinds == PEOPLE, session.chosen))
    assert seen == [("", True, "putin"), ("", False, "putin"), ("", False, None)]


def test_the_choice_follows_an_actor_that_got_a_fuller_name(session):
    session.choose("kim")
    fuller = Actor("kim-jong-un", "Kim Jong-un", ActorKind.PERSON)
    session.apply(Findings(session.article.key, 6, 6, merged=(("kim", "kim-jong-un"),), actors=(fuller,)))
    assert session.chosen == "kim-jong-un"
    assert session.position() == (0, 2)
    assert session.quotes()[0].speaker == "kim-jong-un"
    assert "kim" not in [row.actor.id for row in session.rows()]


def test_position_says_which_mention_one_is_at(session):
    session.choose("putin")
    session.next_mention()
    session.next_mention()
    assert session.position() == (2, 5)


def test_search_goes_to_the_first_hit_from_the_reading_line_and_round(session):
    place = session.article.text.index("The Korean")
    session.place.look(place, len(session.article.text), place)
    move = session.search("russia")
    assert (move.number, move.total, move.wrapped) == (2, 3, False)
    assert [session.next_hit().number for _ in range(2)] == [3, 1]
    assert session.next_hit(-1).wrapped


def test_a_search_that_finds_nothing_leaves_no_hits(session):
    session.search("russia")
    assert session.search("xyz") is None
    assert not session.hits


def test_esc_ends_a_search_before_it_touches_the_choice(session):
    session.choose("putin")
    session.search("russia")
    session.back()
    assert not session.hits
    assert session.chosen == "putin"


def test_focus_leaves_the_paragraphs_of_the_chosen_actor_and_the_headline(session):
    session.choose("kim")
    session.focused = True
    assert session.shown_paragraphs() == {0, 1, 4}
    session.back()
    assert session.shown_paragraphs() is None


def test_focus_without_a_choice_follows_the_filter(session):
    session.focused = True
    assert session.shown_paragraphs() is None
    session.seek("agency")
    assert session.shown_paragraphs() == {0, 3}


def test_a_speaker_is_named_guessed_or_quoted_from_the_text(session):

    quote = session.stage.quotes[0]
    assert session.speaker(quote) == "Vladimir Putin"
    assert session.speaker(quote._replace(confidence=0.5)) == "Vladimir Putin ?"
    nobody = quote._replace(speaker=None)
    assert session.speaker(nobody) is None
    start = session.article.text.index("Mr. Kim")
    assert session.speaker(nobody._replace(source=Span(start, start + 7))) == "Mr. Kim"


def test_the_lists_are_made_anew_only_when_they_are_other_ones(session):
    before = session.sections(), session.quote_sections()

    def made_anew() -> tuple[bool, bool]:
        nonlocal before
        last, before = before, (session.sections(), session.quote_sections())
        return before[0] is not last[0], before[1] is not last[1]

    assert made_anew() == (False, False)
    session.choose("kim")
    assert made_anew() == (False, True)  # the quotes are his now
    session.next_mention()
    assert made_anew() == (False, False)
    session.seek("k")
    assert made_anew()[0]
    session.seek("")
    session.listing.fold(ActorKind.PERSON)
    assert made_anew()[0]
    session.apply(staged()[1])
    assert made_anew() == (True, True)

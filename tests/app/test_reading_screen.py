import asyncio
from dataclasses import replace

import pytest

from reader.analysis.errors import AnalysisError
from reader.analysis.findings import Findings, Span
from reader.app.actor_list import ActorList
from reader.app.article_view import ArticleView
from reader.app.main import ReaderApp
from reader.app.quote_list import QuoteList
from reader.app.reading_screen import ReadingScreen
from reader.article import Link
from tests.app.piloting import LONG, reader_of, ready, screen_text, status
from tests.staging import PACT, analyst_of, staged


async def test_the_text_stands_there_before_anything_is_understood():
    article, _ = staged()

    async def silent(article):
        raise AnalysisError("not today")
        yield

    async with ReaderApp([article], silent).run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "Mr. Putin of Russia met Mr. Kim" in screen_text(pilot.app)
        await pilot.pause()
        assert "not today" in status(pilot.app.screen).notice


async def test_the_list_shows_actors_by_section_with_counts():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        await ready(pilot)
        shown = screen_text(pilot.app)
        assert shown.index("PEOPLE") < shown.index("Vladimir Putin") < shown.index("COUNTRIES")
        assert "North Korea" in shown


async def test_n_goes_through_the_mentions_and_says_which_one_it_is():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("1", "n", "n", "n")
        assert screen.session.chosen == "putin"
        assert status(screen).position == (3, 5)
        assert "Vladimir Putin 3/5" in screen_text(pilot.app)


async def test_n_without_a_choice_chooses_the_first_and_shows_it():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("n")
        assert screen.session.chosen == "putin"
        style = screen.page.get_component_rich_style("article--chosen")
        lit = [
            segment.text
            for line in screen._compositor.render_strips()
            for segment in line
            if segment.style and segment.style.bgcolor == style.bgcolor
        ]
        assert lit == ["Mr. Putin", "Vladimir Putin"]


async def test_n_says_when_it_went_round():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("2", "n", "n", "n")
        assert status(screen).notice == "from the top again"
        await pilot.press("N")
        assert status(screen).notice == "from the bottom again"


async def test_a_jump_leaves_lines_of_context_above_and_below():
    async with reader_of(LONG).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("1")
        for _ in range(20):
            await pilot.press("n")
            page = screen.page
            row = page.layout_lines.line_at(screen.session.place.cursor.start) - round(page.scroll_y)
            assert row < page.size.height - ArticleView.CONTEXT
            assert row >= ArticleView.CONTEXT or page.scroll_y == 0


async def test_c_leaves_countries_and_places_only():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("c")
        assert [row.actor.id for row in screen.session.rows()] == ["russia", "korea", "pyongyang"]
        assert "PEOPLE" not in screen_text(pilot.app)
        await pilot.press("c")
        assert "PEOPLE" in screen_text(pilot.app)


async def test_typing_into_the_filter_narrows_with_every_letter_and_esc_brings_all_back():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("f", "k")
        await pilot.pause()
        assert {row.actor.id for row in screen.session.rows()} == {"kim", "korea", "kcna"}
        await pilot.press("i", "m")
        await pilot.pause()
        assert {row.actor.id for row in screen.session.rows()} == {"kim"}
        await pilot.press("escape")
        assert len(screen.session.rows()) == 6
        assert screen.page.has_focus


async def test_enter_keeps_the_filter_and_chooses_the_only_one_left():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("f", *"agency", "enter")
        await pilot.pause()
        assert screen.session.filter.query == "agency"
        assert screen.session.chosen == "kcna"


async def test_esc_goes_back_step_by_step_and_never_quits():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("1", "p", "escape", "escape", "escape", "escape", "escape")
        assert screen.session.chosen is None
        assert not screen.session.filter
        assert pilot.app.is_running


async def test_a_click_on_a_name_chooses_its_actor():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        page = screen.page
        offset = page.article.text.index("Mr. Kim")
        line = page.layout_lines.line_at(offset)
        x = page.margin + offset - page.layout_lines.starts[line]
        await pilot.click("#article", offset=(x + 2, line + 1))
        await pilot.pause()
        assert screen.session.chosen == "kim"
        assert screen.session.place.cursor.start == offset


async def test_a_click_on_a_link_says_where_it_leads_and_its_actor_has_it_on_the_card():
    app = reader_of()
    article = app._articles[0]
    at = article.text.index("Mr. Kim")
    app._articles = [replace(article, links=(Link(at, at + 7, "https://example.org/[/x]"),))]
    async with app.run_test(size=(120, 50)) as pilot:
        screen = await ready(pilot)
        page = screen.page
        line = page.layout_lines.line_at(at)
        await pilot.click(
            "#article", offset=(page.margin + at - page.layout_lines.starts[line] + 2, line + 1)
        )
        await pilot.pause()
        assert status(screen).notice == "leads to https://example.org/[/x]"
        await pilot.press("i")
        await pilot.pause()
        assert "Mr. Kim: https://example.org/[/x]" in screen_text(app)


async def test_a_key_goes_from_link_to_link_and_says_where_they_lead():
    app = reader_of()
    article = app._articles[0]
    links = tuple(Link(at, at + 5, f"https://example.org/[/{at}]") for at in (40, 90))
    app._articles = [replace(article, links=links)]
    async with app.run_test(size=(120, 50)) as pilot:
        screen = await ready(pilot)
        for target in ("[/40]", "[/90]", "[/40]"):
            await pilot.press("L")
            assert status(screen).notice.endswith(f"leads to https://example.org/{target}")


async def test_a_click_on_a_row_chooses_its_actor():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.click("#actors", offset=(6, 2))
        await pilot.pause()
        assert screen.session.chosen == "kim"


async def test_tab_goes_to_the_lists_and_enter_there_chooses():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("tab")
        await pilot.pause()
        assert isinstance(screen.focused, ActorList)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert screen.session.chosen == "kim"
        await pilot.press("tab")
        await pilot.pause()
        assert isinstance(screen.focused, QuoteList)
        await pilot.press("enter")
        await pilot.pause()
        assert screen.session.place.quote.speaker == "kim"
        await pilot.press("tab")
        await pilot.pause()
        assert screen.page.has_focus


async def test_brackets_go_through_the_quotes_of_the_chosen_speaker():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("2", "]")
        assert screen.session.place.quote.speaker == "kim"
        await pilot.press("3", "]")
        assert "no quotes of Russia" in status(screen).notice


async def test_the_status_says_who_is_speaking():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("]")
        assert "speaking: Vladimir Putin" in screen_text(pilot.app)
        assert len(screen.session.place.quote.segments) == 2


@pytest.mark.parametrize(
    ("key", "copied"),
    [
        ("y", "This breaks new ground, … It is ours alone."),
        (
            "Y",
            "“This breaks new ground, … It is ours alone.”"
            " — Vladimir Putin, Two leaders sign, 0.txt, 2024-06-19",
        ),
    ],
)
async def test_y_copies_the_quote_and_says_so(key, copied, monkeypatch):
    sent = []
    async with reader_of().run_test(size=(120, 30), notifications=True) as pilot:
        screen = await ready(pilot)
        monkeypatch.setattr(screen, "_copy", sent.append)
        await pilot.press("]", key)
    assert sent == [copied]


async def test_y_without_a_quote_in_view_says_so():
    async with reader_of("Head\n\n[Mr. Kim|kim] kept silent").run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("y")
        assert "no quote here" in status(screen).notice


async def test_the_place_is_kept_when_the_window_changes():
    async with reader_of(LONG).run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("space", "space", "space")
        await pilot.pause()
        start = screen.page.view[0]
        for width in (60, 30, 120):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            line = screen.page.layout_lines.line_at(start)
            assert line == round(screen.page.scroll_y)


async def test_g_and_capital_g_go_to_the_ends():
    async with reader_of(LONG).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("G")
        await pilot.pause()
        assert status(screen).percent == 100
        assert screen.page.view[1] >= len(screen.session.article.text)
        await pilot.press("g")
        await pilot.pause()
        assert screen.page.scroll_y == 0


async def test_a_late_batch_does_not_move_the_text():
    article, findings = staged(LONG)
    early = type(findings)(
        article.key, 1, findings.total, actors=findings.actors, mentions=findings.mentions[:1]
    )
    async with ReaderApp([article], analyst_of(early)).run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.press("space")
        await pilot.pause()
        before = pilot.app.screen.page.view
        pilot.app.screen.session.apply(findings)
        pilot.app.screen.show_found()
        await pilot.pause()
        assert pilot.app.screen.page.view == before


async def test_what_is_found_in_view_counts_at_once_and_elsewhere_with_what_follows_it():
    article, findings = staged(LONG)
    near, far = findings.mentions[:2], findings.mentions[-2:]
    more, end = asyncio.Event(), asyncio.Event()

    async def analyst(_article):
        some = findings._replace(done=1)
        yield some._replace(mentions=near, span=Span(0, near[-1].end))
        await more.wait()
        yield some._replace(mentions=far, span=Span(far[0].start, far[-1].end), actors=())
        await end.wait()
        yield findings._replace(mentions=(), span=None)

    async with ReaderApp([article], analyst).run_test(size=(100, 24)) as pilot:
        stage = pilot.app.screen.session.stage
        for going_on, known in ((None, near), (more, near), (end, (*near, *far))):
            if going_on is not None:
                going_on.set()
            for _ in range(5):
                await pilot.pause()
            assert [*stage.mentions] == [*known]


async def test_several_articles_are_read_in_turn_each_at_its_place():
    async with reader_of(LONG, PACT).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("space", "space")
        await pilot.pause()
        before = screen.page.view
        await pilot.press("greater_than_sign")
        await ready(pilot)
        assert "Two leaders sign" in screen_text(pilot.app)
        await pilot.press("less_than_sign")
        await ready(pilot)
        assert screen.page.view == before


async def test_twenty_columns_show_text_and_tab_shows_the_list():
    async with reader_of().run_test(size=(20, 10)) as pilot:
        await ready(pilot)
        assert "Two leaders" in screen_text(pilot.app)
        await pilot.press("tab")
        await pilot.pause()
        await pilot.pause()
        assert "PEOPLE" in screen_text(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert pilot.app.screen.session.chosen == "putin"
        assert pilot.app.screen.page.has_focus


async def test_help_lists_every_key_and_esc_closes_it():
    async with reader_of().run_test(size=(100, 60)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        shown = screen_text(pilot.app)
        assert "next mention of the chosen actor" in shown
        assert "copy the quote" in shown
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_t_goes_through_the_themes():
    async with reader_of().run_test(size=(100, 24)) as pilot:
        await ready(pilot)
        seen = [pilot.app.theme]
        for _ in range(5):
            await pilot.press("t")
            seen.append(pilot.app.theme)
        assert seen == ["ink", "paper", "contrast", "terminal-dark", "terminal-light", "ink"]


async def test_markup_in_an_article_is_only_text():
    hostile = "[@click=app.quit]Quit[/] now\n\n[Mr. [/x] $primary|kim] “[red]says[/]” \\"
    async with reader_of(hostile).run_test(size=(100, 24), notifications=True) as pilot:
        screen = await ready(pilot)
        await pilot.press("1", "n", "]", "y", "f", "x", "escape", "tab")
        await pilot.pause()
        assert "[@click=app.quit]Quit[/] now" in screen_text(pilot.app)
        assert screen.session.article is not None


async def test_an_article_without_words_is_a_calm_screen():
    async with reader_of("Only a headline").run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("n", "l", "asterisk", "1", "]", "y", "G", "space", "enter", "tab", "enter")
        assert pilot.app.is_running


async def test_search_goes_there_while_one_types_and_esc_returns():
    async with reader_of(LONG).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", *"paragraph 30")
        await pilot.pause()
        start = screen.session.article.text.index("Paragraph 30")
        assert screen.session.place.hit.start == start
        assert screen.page.view[0] < start < screen.page.view[1]
        await pilot.press("escape")
        await pilot.pause()
        assert screen.page.scroll_y == 0
        assert not screen.session.hits


async def test_n_goes_through_the_hits_until_esc_gives_it_back_to_the_actor():
    async with reader_of(LONG).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("1", "slash", *"paragraph", "enter", "n", "n")
        await pilot.pause()
        assert "3/60" in status(screen).notice
        await pilot.press("escape", "escape", "n")
        await pilot.pause()
        assert screen.session.place.cursor.actor == "putin"


async def test_a_hit_is_found_across_the_end_of_a_line():
    async with reader_of(LONG).run_test(size=(60, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", *"other words many other words many other words many", "enter")
        await pilot.pause()
        assert screen.session.hits
        assert (
            len(
                {
                    screen.page.layout_lines.line_at(o)
                    for o in (screen.session.place.hit.start, screen.session.place.hit.end)
                }
            )
            > 1
        )


async def test_focus_folds_what_the_chosen_actor_does_not_occur_in():
    async with reader_of().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("2", "x")
        await pilot.pause()
        shown = screen_text(pilot.app)
        assert "⋯ 2 paragraphs" in shown
        assert "praised" not in shown
        await pilot.press("x")
        await pilot.pause()
        assert "praised" in screen_text(pilot.app)


async def test_focus_keeps_the_place():
    async with reader_of(LONG + "\n\nLast [Mr. Kim|kim] words").run_test(size=(100, 24)) as pilot:
        await ready(pilot)
        await pilot.press("2", "n", "x")
        await pilot.pause()
        assert "Last Mr. Kim words" in screen_text(pilot.app)
        await pilot.press("x")
        await pilot.pause()
        assert "Last Mr. Kim words" in screen_text(pilot.app)


async def test_the_trail_leads_back_and_forward():
    async with reader_of(LONG).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", *"paragraph 50", "enter", "escape")
        await pilot.pause()
        there = screen.page.scroll_y
        await pilot.press("grave_accent")
        await pilot.pause()
        assert screen.page.scroll_y == 0
        await pilot.press("tilde")
        await pilot.pause()
        assert abs(screen.page.scroll_y - there) < 24


async def test_the_card_tells_of_the_chosen_actor():
    async with reader_of().run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("1", "i")
        await pilot.pause()
        shown = screen_text(pilot.app)
        assert "3 by name" in shown
        assert "Kim Jong-un 1" in shown
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_v_turns_the_names_down():
    async with reader_of().run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        await pilot.press("v", "v")
        assert status(screen).notice == "names lit: none"


async def test_the_palette_finds_a_command_and_runs_it():
    async with reader_of().run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"countries and")
        for _ in range(100):
            await pilot.pause(0.02)
            if "Countries and places only" in screen_text(pilot.app):
                break
        await pilot.press("enter")
        for _ in range(100):
            await pilot.pause(0.02)
            if screen.session.filter:
                break
        assert {row.actor.id for row in screen.session.rows()} == {"russia", "korea", "pyongyang"}


async def test_only_the_current_mention_stands_out_however_one_got_there():
    async with reader_of(LONG).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("1", "space")
        await pilot.pause()
        cursor = screen.page.get_component_rich_style("article--cursor")
        for key in ("n", "n", "N", "l", "h", "n", "right_square_bracket", "n"):
            await pilot.press(key)
            await pilot.pause()
            lit = [
                segment.text
                for line in screen._compositor.render_strips()
                for segment in line
                if segment.style and segment.style.bgcolor == cursor.bgcolor
            ]
            assert lit == ["Mr. Putin"]


async def test_the_other_articles_are_understood_in_the_background_and_listed():
    other = "Another day\n\n[Mr. Kim|kim] slept"
    async with reader_of(PACT, other).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        assert screen.sessions[1].stage.complete
        await pilot.press("a")
        await pilot.pause()
        shown = screen_text(pilot.app)
        assert "Another day" in shown
        assert "Vladimir Putin, " in shown
        await pilot.press("j", "enter")
        await pilot.pause()
        await pilot.pause()
        assert screen.at == 1
        assert "Mr. Kim slept" in screen_text(pilot.app)


async def test_two_actors_are_made_one_and_parted_again():
    async with reader_of().run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        await pilot.press("2", "m")
        await pilot.pause()
        assert "Kim Jong-un is the same as" in screen_text(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*"vlad", "enter")
        await pilot.pause()
        await pilot.pause()
        assert screen.session.rows()[0].actor.name == "Vladimir Putin"
        assert screen.session.rows()[0].mentions == 7
        assert screen.session.chosen == "putin"
        assert "Vladimir Putin ✎" in screen_text(pilot.app)
        await pilot.press("z")
        await pilot.pause()
        assert screen.session.rows()[0].mentions == 5
        await pilot.press("Z")
        await pilot.pause()
        assert screen.session.rows()[0].mentions == 7


async def test_a_quote_is_given_to_another_speaker():
    async with reader_of().run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        await pilot.press("right_square_bracket", "m")
        await pilot.pause()
        await pilot.press(*"said by", "enter")
        await pilot.pause()
        await pilot.press(*"kim", "enter")
        await pilot.pause()
        await pilot.pause()
        assert screen.session.stage.quotes[0].speaker == "kim"
        await pilot.press("escape")


async def test_leaving_the_menu_changes_nothing():
    async with reader_of().run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        await pilot.press("1", "m")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert not screen.session.history


async def test_one_can_quit_while_the_analysis_runs():
    article, _ = staged()

    async def endless(article):
        while True:
            await asyncio.sleep(0.01)
            yield Findings(article.key, 1, 6)

    async with ReaderApp([article], endless).run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.press("q")
    assert pilot.app.return_code == 0


async def test_it_can_be_left_before_all_is_there(monkeypatch):
    monkeypatch.setattr(ReaderApp, "on_mount", lambda app: app.call_after_refresh(app.exit))
    app = reader_of()
    await app.run_async(headless=True)
    assert app.return_code == 0


@pytest.mark.parametrize("columns", [60, 80, 100, 120, 160])
async def test_the_first_frame_is_as_wide_as_those_that_follow(columns, monkeypatch):
    widths = set()
    draw = ArticleView.draw_line

    def noted(view, y):
        widths.add(view.size.width)
        return draw(view, y)

    monkeypatch.setattr(ArticleView, "draw_line", noted)
    async with reader_of(LONG).run_test(size=(columns, 30)) as pilot:
        await ready(pilot)
        assert len(widths) == 1


async def test_esc_ends_a_search_whatever_the_status_line_says():
    async with reader_of().run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", *"kim", "enter", "n")
        await pilot.pause()
        assert "found" in status(screen).notice
        await pilot.press("escape")
        assert not screen.session.hits
        assert status(screen).notice == ""


async def test_the_current_hit_stands_out_among_the_others():
    async with reader_of().run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", *"kim", "enter")
        await pilot.pause()
        hits = screen.session.hits
        line = [screen.page.layout_lines.line_at(hit.start) for hit in hits]
        grounds = [
            {segment.style.bgcolor for segment in screen.page.render_line(at) if "Kim" in segment.text}
            for at in line
        ]
        assert len(grounds) > 1
        assert grounds[0] not in grounds[1:]


async def test_where_nobody_is_found_nothing_more_is_promised():
    async with reader_of("How to bake\n\nFold the dough and wait.").run_test(size=(80, 24)) as pilot:
        screen = await ready(pilot)
        for key, says in (("n", "nobody to follow"), ("asterisk", "no names here"), ("i", "no names here")):
            await pilot.press(key)
            assert status(screen).notice == says

"""What a key costs: frames, layouts and lines drawn are counted, for times differ from machine to machine."""

import gc
from collections import Counter

import pytest
from textual._compositor import Compositor
from textual.css import stylesheet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from reader.app.article_view import ArticleView
from reader.app.occurrences import OccurrenceStrip
from reader.app.row_list import RowList
from reader.app.status_line import StatusLine
from reader.app.stylesheets import KeptSheets
from reader.app.themes import THEMES
from tests.app.piloting import LONG, reader_of, ready
from tests.staging import PACT


@pytest.fixture
def counted(monkeypatch):
    """What was done since it was cleared: frames and layouts of the screen, lines drawn of each widget."""
    counts = Counter()

    def count(owner, name, what):
        done = getattr(owner, name)

        def counting(self, *args, **options):
            result = done(self, *args, **options)
            counts[what(self, result)] += 1
            return result

        monkeypatch.setattr(owner, name, counting)

    count(Compositor, "render_update", lambda _, update: "frames" if update is not None else "nothing")
    count(Screen, "_refresh_layout", lambda *_: "layouts")
    for drawn in (ArticleView, RowList, StatusLine, OccurrenceStrip):
        count(drawn, "draw_line", lambda widget, _: widget.id)
    count(ArticleView, "_draw", lambda *_: "text")
    return counts


async def settled(pilot) -> None:
    for _ in range(3):
        await pilot.pause()


async def test_every_letter_of_filter_and_search_takes_one_frame_and_no_layout(counted):
    async with reader_of(LONG + "\n\n" + PACT).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        for prompt, letters in (("f", "kim"), ("slash", "man")):
            await pilot.press(prompt)
            await settled(pilot)
            for letter in (*letters, "backspace"):
                counted.clear()
                await pilot.press(letter)
                await settled(pilot)
                assert (counted["frames"], counted["layouts"]) == (1, 0), letter
            await pilot.press("escape")
            await settled(pilot)


async def test_choosing_draws_only_the_lines_and_rows_that_look_another_way_now(counted):
    paragraphs = "\n\n".join(f"{n} [Mr. Putin|putin] and [Mr. Kim|kim] met." for n in range(3))
    nobody = "\n\n".join(f"Paragraph {n} is about nobody at all." for n in range(30))
    async with reader_of(f"A long read\n\n{paragraphs}\n\n{nobody}").run_test(size=(120, 60)) as pilot:
        await ready(pilot)
        await pilot.press("1")
        await settled(pilot)
        counted.clear()
        await pilot.press("2")
        await settled(pilot)
        assert counted["frames"] == 1
        assert counted["text"] == counted["article"] == 3  # where the two are named
        assert counted["actors"] == 2


async def test_whom_one_chooses_out_of_sight_is_shown_once_in_one_frame(counted, monkeypatch):
    shown = []
    monkeypatch.setattr(OccurrenceStrip, "show", lambda *_: shown.append(1))
    nobody = "\n\n".join(f"Paragraph {n} is about nobody at all." for n in range(40))
    async with reader_of(f"A long read\n\n{nobody}\n\n[Mr. Kim|kim] left.").run_test(size=(120, 40)) as pilot:
        page = (await ready(pilot)).page
        shown.clear()
        counted.clear()
        await pilot.press("1")
        await settled(pilot)
        assert page.scroll_y > 0
        assert (len(shown), counted["frames"]) == (1, 1)


async def test_lines_are_put_on_the_screen_without_being_cut(monkeypatch):
    cut = []
    divide = Strip.divide
    monkeypatch.setattr(Strip, "divide", lambda strip, cuts: cut.append(strip.text) or divide(strip, cuts))
    async with reader_of(LONG + "\n\n" + PACT).run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        words = [strip.text for pane in screen.panes for strip in pane.render_lines(pane.size.region)]
        cut.clear()
        await pilot.press("space", "1")
        await settled(pilot)
        assert {text for text in words if text.strip()}.isdisjoint(cut)


async def test_a_letter_that_keeps_nobody_out_draws_nothing_of_the_lists(counted):
    async with reader_of("[Kim Ito|kim] met [Ann Lee|ann].\n\n" + LONG).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        for letter in ("f", "k"):
            await pilot.press(letter)
            await settled(pilot)
        assert counted["actors"] > 0
        counted.clear()
        await pilot.press("i")
        await settled(pilot)
        assert counted["actors"] == counted["quotes"] == 0


async def test_a_key_that_changes_nothing_in_the_lists_draws_nothing_of_them(counted):
    async with reader_of(LONG).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("j")
        await settled(pilot)
        counted.clear()
        await pilot.press("v")
        await settled(pilot)
        assert counted["actors"] == counted["quotes"] == 0
        assert counted["text"] > 0


async def test_lines_are_drawn_without_the_places_that_only_the_mouse_wants():
    async with reader_of(PACT).run_test(size=(120, 40)) as pilot:
        page = (await ready(pilot)).page
        drawn = [segment.style for strip in page.render_lines(page.size.region) for segment in strip]
        asked = [segment.style for segment in page.render_line(0)]
        assert drawn
        assert not any(style.meta for style in drawn)
        assert all("offset" in style.meta for style in asked)


async def test_the_style_sheets_are_parsed_once_a_theme(monkeypatch):
    parsed = []
    parse = stylesheet.parse
    monkeypatch.setattr(
        stylesheet, "parse", lambda *sheet, **more: parsed.append(sheet) or parse(*sheet, **more)
    )
    rounds = []
    async with reader_of(PACT).run_test() as pilot:
        await ready(pilot)
        for _ in range(2):
            parsed.clear()
            seen = {}
            for _ in THEMES:
                await pilot.press("t")
                await pilot.pause()
                seen[pilot.app.theme] = pilot.app.screen.styles.background
            rounds.append((seen, len(parsed)))
    (first, parses), (second, again) = rounds
    assert parses > 0
    assert again == 0
    assert first == second
    assert len(first) == len(THEMES)


async def test_the_next_theme_is_made_ready_when_all_is_understood_and_nobody_waits(monkeypatch):
    parsed = []
    parse = stylesheet.parse
    monkeypatch.setattr(
        stylesheet, "parse", lambda *sheet, **more: parsed.append(sheet) or parse(*sheet, **more)
    )
    applied = KeptSheets.reparse
    async with reader_of(PACT).run_test() as pilot:
        await ready(pilot)
        await settled(pilot)
        in_time = []

        def noted(sheets):
            before = len(parsed)
            applied(sheets)
            in_time.append(len(parsed) == before)

        monkeypatch.setattr(KeptSheets, "reparse", noted)
        for _ in THEMES:
            await pilot.press("t")
            await settled(pilot)
        assert in_time == [True] * len(THEMES)


async def test_the_text_is_made_ready_to_be_searched_before_the_first_letter_and_no_longer_than_one_types():
    async with reader_of(PACT).run_test() as pilot:
        screen = await ready(pilot)
        assert "_caseless" not in vars(screen.session.haystack)
        await pilot.press("slash")
        await settled(pilot)
        assert "_caseless" in vars(screen.session.haystack)
        await pilot.press("escape")
        await settled(pilot)
        assert "_caseless" not in vars(screen.session.haystack)


@pytest.fixture
def styled(monkeypatch):
    """The widgets that were styled since it was cleared, "component" for each of their component styles."""
    done = []
    apply = Stylesheet.apply

    def applying(self, node, **options):
        done.append(type(node).__name__ if isinstance(node, Widget) else "component")
        apply(self, node, **options)

    monkeypatch.setattr(Stylesheet, "apply", applying)
    return done


async def test_to_go_back_to_the_lists_finds_no_component_styles_anew(styled):
    async with reader_of(PACT).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        for _ in range(2):
            styled.clear()
            for _ in range(3):
                await pilot.press("tab")
                await settled(pilot)
        assert "ActorList" in styled
        assert "component" not in styled


async def test_component_styles_follow_from_classes_focus_mouse_and_theme_alone():
    known = {"focus", "blur", "hover", "disabled", "enabled", "dark", "light", "ansi", "nocolor"}
    async with reader_of(PACT).run_test() as pilot:
        await ready(pilot)
        await pilot.press("question_mark")  # whose sheets are read when it opens
        await settled(pilot)
        rules = [each.selectors for rule in pilot.app.stylesheet.rules for each in rule.selector_set]
    components = [selectors for selectors in rules if "--" in selectors[-1].name]
    asked = {name for selectors in components for selector in selectors for name in selector.pseudo_classes}
    assert components
    assert asked <= known


@pytest.mark.parametrize("prompt", ["f", "slash"])
async def test_to_open_a_prompt_styles_no_list(styled, prompt):
    async with reader_of(PACT).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        styled.clear()
        await pilot.press(prompt)
        await settled(pilot)
        assert "Prompt" in styled
        assert not {"ActorList", "QuoteList", "ReadingScreen"} & {*styled}


async def test_the_styles_of_before_do_not_pile_up():
    def nodes() -> int:
        return sum(isinstance(each, DOMNode) for each in gc.get_objects())

    async with reader_of(PACT).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        counts = []
        for _ in range(3):
            for _ in range(2 * len(THEMES)):
                await pilot.press("t")
                await settled(pilot)
            counts.append(nodes())
    assert max(counts) < 1.5 * counts[0]
    assert counts[-1] < 500

import pytest

from reader.app.hanging import hang
from reader.article import Article, Paragraph, ParagraphKind
from tests.app.piloting import reader_of, ready, screen_text, status

ITEM, PLAIN = ParagraphKind.LIST_ITEM, ParagraphKind.PARAGRAPH


@pytest.mark.parametrize(
    ("text", "kind", "columns"),
    [
        ("“We will", PLAIN, 1),
        ("We will", PLAIN, 0),
        ("• A ferry", ITEM, 2),
        ("10. A ferry", ITEM, 4),
        ("A ferry", ITEM, 0),
        ("• A ferry", PLAIN, 0),
        ("", PLAIN, 0),
    ],
)
def test_marks_of_lists_and_quotes_hang_out(text, kind, columns):
    paragraph = Paragraph(0, len(text), kind)
    assert hang(Article(text, (paragraph,)), paragraph, 0, len(text)) == columns


def place_of(screen, words: str) -> tuple[int, int]:
    """Where words stand in the widget of the article."""
    page = screen.page
    offset = page.article.text.index(words)
    line = page.layout_lines.line_at(offset)
    return page.column(line) + offset - page.layout_lines.starts[line], line + 1  # below the padding


async def test_a_double_click_selects_a_word_and_y_copies_it(monkeypatch):
    sent = []
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        monkeypatch.setattr(screen, "_copy", sent.append)
        await pilot.double_click("#article", offset=place_of(screen, "praised"))
        await pilot.pause()
        assert screen.get_selected_text() == "praised"
        assert status(screen).notice == "y copies what is selected"
        await pilot.press("y", "ctrl+c")
    assert sent == ["praised", "praised"]


async def test_a_triple_click_selects_the_paragraph():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.triple_click("#article", offset=place_of(screen, "praised"))
        await pilot.pause()
        assert screen.get_selected_text().startswith("The Korean Central News Agency praised")
        assert screen.get_selected_text().endswith("and Russia.")


async def test_dragging_selects_from_character_to_character_across_a_hanging_mark():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.mouse_down("#article", offset=place_of(screen, "“This"))
        await pilot.hover("#article", offset=place_of(screen, "ground"))
        await pilot.mouse_up("#article", offset=place_of(screen, "ground"))
        await pilot.pause()
        assert screen.get_selected_text() == "“This breaks new g"


async def test_esc_lets_the_selection_go():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.double_click("#article", offset=place_of(screen, "praised"))
        await pilot.press("escape")
        await pilot.pause()
        assert not screen.get_selected_text()


async def test_ctrl_c_without_a_selection_says_so():
    async with reader_of().run_test(size=(120, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("ctrl+c")
        assert "nothing is selected" in status(screen).notice


async def test_an_article_without_a_headline_is_headed_by_the_name_of_its_file():
    app = reader_of("[Mr. Kim|kim] slept.")
    article = app._articles[0]
    app._articles = [Article(article.text, (Paragraph(0, len(article.text)),), source="/news/kim.txt")]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "kim.txt  3 words · 1 min" in screen_text(app)

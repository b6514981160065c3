from reader.app.main import ReaderApp
from reader.app.memory import Memory
from reader.store import Store
from tests.app.piloting import LONG, ready
from tests.staging import staged


def reopened(folder, asked: list[str], analyst: str = "one") -> ReaderApp:
    """The reader on the same article and store as before; notes when it has to understand the article."""
    article, findings = staged(LONG)

    async def understand(article):
        asked.append(article.key)
        yield findings

    return ReaderApp([article], understand, Memory(Store.open(folder / "reader.db"), lambda: analyst))


async def left_at(folder, asked, *keys: str) -> int:
    async with reopened(folder, asked).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        await screen.workers.wait_for_complete([w for w in screen.workers if w.group == "memory"])
        return screen.page.view[0]


async def test_reopening_lands_where_one_left_with_whom_one_chose(tmp_path):
    asked: list[str] = []
    top = await left_at(tmp_path, asked, "1", "space", "space", "space", "minus")
    async with reopened(tmp_path, asked).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        assert abs(screen.page.view[0] - top) < 100
        assert screen.session.chosen == "putin"
        assert screen.page.measure == screen.measure == 50


async def test_an_article_is_not_understood_twice(tmp_path):
    asked: list[str] = []
    await left_at(tmp_path, asked)
    async with reopened(tmp_path, asked).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        assert len(asked) == 1
        assert len(screen.session.rows()) == 1


async def test_another_model_understands_it_anew(tmp_path):
    asked: list[str] = []
    await left_at(tmp_path, asked)
    async with reopened(tmp_path, asked, "another").run_test(size=(100, 24)) as pilot:
        await ready(pilot)
        assert len(asked) == 2


async def test_a_damaged_store_is_told_and_reading_goes_on(tmp_path):
    (tmp_path / "reader.db").write_bytes(b"not a database, by any means " * 100)
    async with reopened(tmp_path, []).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        assert "damaged" in screen._notice
        assert screen.session.stage.complete

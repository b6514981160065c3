from reader.app.main import ReaderApp
from reader.app.memory import Memory
from reader.app.themes import KNOWN
from reader.looks import Looks
from reader.store import Store
from tests.app.piloting import LONG, ready
from tests.staging import analyst_of, staged


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
        assert screen.page.measure == screen.measure == 60


async def test_the_place_is_kept_while_reading_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr("reader.app.keeping.KEPT_AFTER", 0.01)
    async with reopened(tmp_path, []).run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        for key in ("space", "b", "space"):
            await pilot.press(key)
            while screen.keeping.pace.waiting:
                await pilot.pause()
            kept = Store.open(tmp_path / "reader.db").recall(screen.session.article.key, "one")
            assert kept.place == screen.session.place.top


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


async def test_a_rename_is_offered_in_the_next_article_and_made_only_if_taken(tmp_path):
    def reader(marked: str) -> ReaderApp:
        article, findings = staged(marked)
        return ReaderApp(
            [article], analyst_of(findings), Memory(Store.open(tmp_path / "reader.db"), lambda: "x")
        )

    async with reader("One day\n\n[Mr. Kim|kim] slept").run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        assert screen._notice == ""
        await pilot.press("1", "m")
        await pilot.pause()
        await pilot.press(*"is called", "enter")
        await pilot.pause()
        await pilot.press("ctrl+u", *"Kim", "enter")
        await pilot.pause()
        await screen.workers.wait_for_complete([w for w in screen.workers if w.group == "memory"])
    async with reader("The next day\n\n[Mr. Kim|kim] woke").run_test(size=(100, 24)) as pilot:
        screen = await ready(pilot)
        await screen.workers.wait_for_complete([w for w in screen.workers if w.group == "offering"])
        assert screen._notice == "a correction of other articles would fit here · m"
        assert screen.session.rows()[0].actor.name == "Kim Jong-un"
        await pilot.press("m")
        await pilot.pause()
        await pilot.press(*"is called kim", "enter")
        await pilot.pause()
        await pilot.pause()
        assert screen.session.rows()[0].actor.name == "Kim"


async def test_theme_width_and_side_stay_as_they_were_last(tmp_path):
    looks = Looks(tmp_path / "looks.toml")

    def reader() -> ReaderApp:
        article, findings = staged(LONG)
        return ReaderApp([article], analyst_of(findings), Memory(looks=looks), looks.known(KNOWN))

    async with reader().run_test(size=(120, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("t", "minus", "w", "v")
        await pilot.pause()
        await screen.workers.wait_for_complete([w for w in screen.workers if w.group == "memory"])
    async with reader().run_test(size=(120, 24)) as pilot:
        screen = await ready(pilot)
        assert pilot.app.theme == "paper"
        assert screen.measure == 68
        assert (screen.side, screen.page.highlights) == ("wide", "chosen")

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.analysis.compact import pack
from reader.analysis.findings import Actor, ActorKind, Analysis
from reader.analysis.stage import gather
from reader.article import Article, Paragraph
from reader.corrections import History, Rename, Who
from reader.database import _MIGRATIONS
from reader.store import Store, default_path
from tests.staging import staged

ARTICLE, FINDINGS = staged()
ANALYSIS = gather([FINDINGS])
HISTORY = History().add(Rename(Who("kim", "Kim Jong-un", ActorKind.PERSON), "Kim"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "reader.db"


@pytest.fixture
def store(path):
    with_file = Store.open(path)
    yield with_file
    with_file.close()


def article(text: str) -> Article:
    return Article(text, (Paragraph(0, len(text)),), title=text)


def test_what_was_kept_is_recalled_by_the_next_run(store, path):
    assert store.recall(ARTICLE.key) is None
    assert store.keep_place(ARTICLE, 120, "kim", 80)
    assert store.keep_analysis(ARTICLE, ANALYSIS, "model 1")
    assert store.keep_corrections(ARTICLE, HISTORY)
    store.close()
    memory = Store.open(path).recall(ARTICLE.key, "model 1")
    assert memory is not None
    assert (memory.place, memory.chosen, memory.measure) == (120, "kim", 80)
    assert (memory.title, memory.source) == (ARTICLE.title, ARTICLE.source)
    assert (memory.analysis, memory.history) == (ANALYSIS, HISTORY)
    assert store.notice is None


def test_keeping_one_thing_leaves_the_others(store):
    store.keep_corrections(ARTICLE, HISTORY)
    store.keep_analysis(ARTICLE, ANALYSIS, "model 1")
    store.keep_place(ARTICLE, 7)
    store.keep_place(ARTICLE, 8)
    memory = store.recall(ARTICLE.key, "model 1")
    assert (memory.place, memory.history, memory.analysis) == (8, HISTORY, ANALYSIS)


def test_an_analysis_of_another_model_is_not_recalled_and_is_replaced(store):
    store.keep_analysis(ARTICLE, ANALYSIS, "model 1")
    assert store.recall(ARTICLE.key, "model 2").analysis is None
    store.keep_analysis(ARTICLE, Analysis({}), "model 2")
    assert store.recall(ARTICLE.key, "model 1").analysis is None
    assert store.recall(ARTICLE.key, "model 2").analysis == Analysis({})


def test_an_analysis_whose_bytes_are_broken_is_not_recalled_but_the_place_is(store, path):
    store.keep_place(ARTICLE, 9)
    store.keep_analysis(ARTICLE, ANALYSIS, "model 1")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE analyses SET data = substr(data, 1, 40)")
    memory = store.recall(ARTICLE.key, "model 1")
    assert (memory.place, memory.analysis) == (9, None)


def test_corrections_that_cannot_be_read_are_none(store, path):
    store.keep_corrections(ARTICLE, HISTORY)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE articles SET corrections = '{}'")
    assert store.recall(ARTICLE.key).history == History()


def test_recent_articles_come_latest_first(store):
    for name in ("one", "two", "three"):
        store.keep_place(article(name), 0)
    store.keep_place(article("one"), 5)
    assert [memory.title for memory in store.recent(2)] == ["one", "three"]


def test_corrections_of_other_articles_come_newest_first(store):
    renames = [Rename(Who(i, i, ActorKind.PERSON), i.upper()) for i in "abc"]
    store.keep_corrections(article("one"), History((renames[0], renames[1])))
    store.keep_corrections(article("two"), History((renames[2],)))
    store.keep_corrections(ARTICLE, HISTORY)
    assert store.corrections(but=ARTICLE.key) == (renames[2], renames[1], renames[0])


def test_forgetting_leaves_nothing_in_the_file_nor_beside_it(store, path):
    damaged = path.with_name("reader.db.damaged-20260101-000000")
    damaged.write_bytes(b"old")
    store._connection.execute("PRAGMA secure_delete = OFF")  # which some builds of SQLite have on
    for name in ("one", "two"):
        store.keep_analysis(article(f"A secret number {name}"), ANALYSIS, "model 1")
    assert store.forget() == 2
    assert store.recent() == ()
    store.close()
    left = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"secret" not in left
    assert not damaged.exists()


def test_analyses_beyond_the_limit_go_oldest_first_and_places_stay(path):
    store = Store.open(path, limit=len(pack(ANALYSIS)) * 5 // 2)
    names = ("one", "two", "three", "four")
    for name in names:
        assert store.keep_analysis(article(name), ANALYSIS, "m")
    memories = [store.recall(article(name).key, "m") for name in names]
    assert [memory.analysis is not None for memory in memories] == [False, False, True, True]


def test_an_analysis_larger_than_the_limit_is_not_kept(path):
    store = Store.open(path, limit=10)
    assert not store.keep_analysis(ARTICLE, ANALYSIS, "m")
    assert store.notice is None


def test_a_file_of_an_older_schema_is_brought_up_to_date(store, path, monkeypatch):
    store.keep_place(ARTICLE, 3)
    store.close()
    addition = "ALTER TABLE articles ADD COLUMN mood TEXT; UPDATE articles SET mood = 'calm'"
    monkeypatch.setattr("reader.database._MIGRATIONS", (*_MIGRATIONS, addition))
    assert Store.open(path).recall(ARTICLE.key).place == 3
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT mood FROM articles").fetchall() == [("calm",)]
        assert connection.execute("PRAGMA user_version").fetchone() == (len(_MIGRATIONS) + 1,)


def test_the_folder_and_the_file_are_the_readers_alone(store, path):
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


# Trouble


def works_in_memory(store: Store) -> bool:
    store.keep_place(ARTICLE, 3)
    return store.recall(ARTICLE.key).place == 3


@pytest.mark.parametrize(
    "content",
    [b"This is a letter, and no database.\n" * 200, b"SQLite format 3\0" + b"\7" * 9000],
    ids=["letter", "header"],
)
def test_a_damaged_file_is_set_aside_and_said(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    store = Store.open(path)
    (aside,) = path.parent.glob("reader.db.damaged-*")
    assert aside.read_bytes() == content
    assert str(aside) in store.notice
    assert store.keep_place(ARTICLE, 3)
    assert Store.open(path).recall(ARTICLE.key).place == 3
    assert Store.open(path).notice is None


def test_a_file_that_breaks_while_it_is_used_is_set_aside_and_reading_goes_on(path):
    store = Store.open(path)
    for number in range(200):
        store.keep_place(article(f"Article {number} " * 20), number)
    store.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    store = Store.open(path)
    assert store.recent() == ()
    assert "damaged" in store.notice
    assert store.keep_place(ARTICLE, 3)
    assert Store.open(path).recall(ARTICLE.key).place == 3


def test_a_file_of_a_newer_reader_is_left_alone(store, path):
    store.keep_place(ARTICLE, 3)
    store.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    newer = Store.open(path)
    assert "newer" in newer.notice
    assert works_in_memory(newer)
    assert path.read_bytes() == before


def test_a_file_locked_for_long_is_done_without(store, path, monkeypatch):
    monkeypatch.setattr("reader.database._PATIENCE", 0.01)
    store.close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    late = Store.open(path)
    assert "locked" in late.notice
    assert works_in_memory(late)
    holder.execute("ROLLBACK")
    holder.close()
    assert Store.open(path).notice is None


def test_a_file_locked_while_it_is_used_costs_only_what_was_to_be_kept(path, monkeypatch):
    monkeypatch.setattr("reader.database._PATIENCE", 0.01)
    store = Store.open(path)
    store.keep_place(ARTICLE, 3)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert not store.keep_place(ARTICLE, 4)
    assert "locked" in store.notice
    assert store.recall(ARTICLE.key).place == 3
    holder.execute("ROLLBACK")
    assert store.keep_place(ARTICLE, 5)


def test_a_folder_that_cannot_be_is_said_and_done_without(tmp_path):
    (tmp_path / "file").write_text("")
    store = Store.open(tmp_path / "file" / "reader.db")
    assert f"{tmp_path / 'file'}: " in store.notice
    assert works_in_memory(store)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_said_and_done_without(tmp_path):
    tmp_path.chmod(0o500)
    store = Store.open(tmp_path / "reader.db")
    assert "Permission denied" in store.notice
    assert works_in_memory(store)


def test_a_full_disk_costs_only_what_was_to_be_kept(store):
    store.keep_place(ARTICLE, 3)
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    long = Analysis({str(i): Actor(str(i), os.urandom(900).hex(), ActorKind.PERSON) for i in range(50)})
    assert not store.keep_analysis(article("long"), long, "m")
    assert "full" in store.notice
    assert store.recall(ARTICLE.key).place == 3


def test_without_a_home_there_is_no_stray_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("READER_DATA", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: Path("~/.local/share/stage-reader"))
    monkeypatch.chdir(tmp_path)
    store = Store.open()
    assert "no home" in store.notice
    assert works_in_memory(store)
    assert list(tmp_path.iterdir()) == []


def test_the_environment_can_name_the_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_DATA", str(tmp_path))
    assert default_path() == tmp_path / "reader.db"


def test_a_store_in_memory_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_DATA", str(tmp_path))
    store = Store.in_memory()
    assert works_in_memory(store)
    assert store.notice is None
    assert list(tmp_path.iterdir()) == []


def test_a_closed_store_takes_nothing_and_breaks_nothing(store):
    store.close()
    assert not store.keep_place(ARTICLE, 3)
    assert store.recall(ARTICLE.key) is None


# Several at once

WRITER = """
import sys
from pathlib import Path
from reader.database import _MIGRATIONS
from reader.store import Store
from tests.staging import staged
article, findings = staged()
store = Store.open(Path(sys.argv[1]))
kept = [store.keep_place(article, place) for place in range(100)]
sys.exit(0 if all(kept) and store.notice is None else store.notice)
"""


def test_two_readers_of_one_article_both_live(path):
    root = Path(__file__).parents[1]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], cwd=root, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    said = [writer.communicate(timeout=60)[1] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0], said
    assert Store.open(path).recall(ARTICLE.key).place == 99


def test_any_thread_may_keep_and_recall(store):
    def work(name: str) -> None:
        for place in range(20):
            done.append(
                store.keep_place(article(name), place) and store.recall(article(name).key).place == place
            )

    done: list[bool] = []
    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [True] * 60


def test_importing_the_store_imports_no_database():
    unwanted = {"sqlite3", "platformdirs", "tomllib", "textual", "spacy"}
    code = f"import sys, reader.store, reader.settings; sys.exit(bool({unwanted} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

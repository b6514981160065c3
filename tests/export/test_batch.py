"""Many articles: in order, whatever goes wrong with one of them, and never many at once in memory."""

import threading

import pytest

from reader.analysis.errors import AnalysisError, ModelError
from reader.analysis.findings import Analysis
from reader.article import Article
from reader.export.batch import Source, export, files_in
from reader.sources import SourceError


def source(name: str, *texts: str) -> Source:
    return Source(name, lambda: [Article(text, ()) for text in texts or (name,)])


def broken(error: Exception) -> Source:
    def fail():
        raise error

    return Source("broken", fail)


def understand(article: Article, tell) -> Analysis:
    tell(1.0)
    return Analysis({})


def run(sources, jobs=1, understand=understand, tell=lambda name, part: None):
    return list(export(sources, understand, lambda article, _: article.text + ";", jobs, tell))


@pytest.mark.parametrize("jobs", [1, 3])
def test_outcomes_come_in_the_order_of_their_sources(jobs):
    names = [f"{number}.txt" for number in range(40)]
    outcomes = run(map(source, names), jobs)
    assert [(outcome.source, outcome.text) for outcome in outcomes] == [(name, f"{name};") for name in names]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_source_never_stops_the_rest(jobs):
    def odd(article, tell):
        if article.text == "worse":
            raise AnalysisError("the analysis stopped (signal 9)")
        if article.text == "bug":
            raise ZeroDivisionError("division\nby zero")
        return Analysis({})

    wrong = [broken(SourceError("x.txt is empty")), source("worse"), source("bug"), broken(OSError("disk"))]
    outcomes = run([source("a"), *wrong, source("b")], jobs, odd)
    assert [outcome.problem for outcome in outcomes] == [
        None,
        "x.txt is empty",
        "worse: the analysis stopped (signal 9)",
        "bug: the analysis failed (ZeroDivisionError: division by zero)",
        "broken: the analysis failed (OSError: disk)",
        None,
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_model_that_cannot_be_used_stops_everything(jobs):
    def without(article, tell):
        raise ModelError("there is no model x")

    with pytest.raises(ModelError):
        run([source(str(number)) for number in range(9)], jobs, without)


def test_a_source_of_several_articles_is_one_outcome_and_tells_how_far_it_is():
    told = []
    outcomes = run([source("book", "one", "two")], tell=lambda name, part: told.append((name, part)))
    assert [outcome.text for outcome in outcomes] == ["one;two;"]
    assert told == [("book", 0.5), ("book", 1.0)]


def test_few_sources_are_opened_before_their_turn():
    opened = 0
    lock = threading.Lock()

    def opening(number):
        def articles():
            nonlocal opened
            with lock:
                opened += 1
            return [Article(str(number), ())]

        return Source(str(number), articles)

    batch = export(map(opening, range(1_000)), understand, lambda *_: "", 2, lambda *_: None)
    next(batch)
    batch.close()
    assert opened <= 10


def test_a_folder_gives_its_files_and_those_below_it_by_name(tmp_path):
    for name in ("b.txt", "a.md", ".hidden", "sub/c.txt", ".git/config", "sub/out.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = files_in(tmp_path, {(tmp_path / "sub/out.json").resolve()})
    assert [str(path.relative_to(tmp_path)) for path in found] == ["a.md", "b.txt", "sub/c.txt"]

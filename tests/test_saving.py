import csv
import io
import json

import pytest

from reader.analysis.findings import Span
from reader.article import Article
from reader.corrections import Rename, SetSpeaker, Who
from reader.history import History
from reader.saving import FORMATS, exported, free_name, save
from reader.session import Session
from tests.staging import staged


@pytest.fixture
def session() -> Session:
    article, findings = staged()
    session = Session(article)
    session.apply(findings)
    return session


def corrected(session: Session) -> Session:
    kim = Who.of(session.stage, "kim")
    first = session.stage.quotes[0]
    renamed, given = Rename(kim, "Kim the Younger"), SetSpeaker(Span(first.start, first.end), kim)
    session.correct(History().add(renamed).add(given))
    return session


def test_every_format_holds_what_was_corrected(session):
    for ending in FORMATS:
        assert "Kim the Younger" in exported(corrected(session), ending)


def test_a_report_marks_what_the_reader_corrected(session):
    before = exported(session, ".md")
    report = exported(corrected(session), ".md").splitlines()
    assert "corrected by the reader" not in before
    marked = [line for line in report if "corrected by the reader" in line]
    assert len(marked) == 2
    assert marked[0].startswith("- **Kim the Younger**")
    assert marked[1].startswith("> — Kim the Younger")


def test_json_and_csv_mark_what_the_reader_corrected(session):
    def marked(session: Session) -> tuple[list[str], list[bool], set[tuple[str, str]]]:
        data = json.loads(exported(session, ".json"))
        rows = csv.DictReader(io.StringIO(exported(session, ".csv")))
        return (
            [actor["id"] for actor in data["actors"] if actor["corrected"]],
            [quote["corrected"] for quote in data["quotes"]],
            {(row["what"], row["actor"]) for row in rows if row["corrected"] == "yes"},
        )

    actors, quotes, rows = marked(session)
    assert (actors, any(quotes), rows) == ([], False, set())
    actors, quotes, rows = marked(corrected(session))
    assert (actors, quotes[0], any(quotes[1:])) == (["kim"], True, False)
    assert rows == {("mention", "kim"), ("quote", "kim")}


def test_json_is_one_line_and_csv_has_a_head(session):
    assert json.loads(exported(session, ".json"))["schema"] == 3
    assert exported(session, ".csv").startswith("source,title")


@pytest.mark.parametrize(
    ("source", "title", "name"),
    [
        ("/news/pact.txt", "Two leaders", "pact.md"),
        ("https://example.org/a/../b?c=d", None, "b-c-d.md"),
        (None, "../../etc/passwd\n$(rm)", "etc-passwd-rm.md"),
        (None, None, "article.md"),
        (None, "x" * 300, "x" * 60 + ".md"),
    ],
)
def test_the_name_of_the_file_comes_from_the_article_and_is_harmless(source, title, name, tmp_path):
    assert free_name(Article("", (), title=title, source=source), ".md", tmp_path) == name


def test_no_file_is_written_over(session, tmp_path):
    article = session.article
    save("one", tmp_path / free_name(article, ".md", tmp_path))
    assert free_name(article, ".md", tmp_path) == "pact-2.md"
    with pytest.raises(FileExistsError):
        save("two", tmp_path / "pact.md")
    assert (tmp_path / "pact.md").read_text() == "one"

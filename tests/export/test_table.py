import csv
import io

from reader.analysis.findings import Actor, ActorKind, Analysis, Mention, Quote, Span
from reader.article import Article
from reader.export.table import COLUMNS, as_csv, head
from tests.test_export import example


def rows(article: Article, analysis: Analysis) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(head() + as_csv(article, analysis))))


def test_every_mention_and_every_quote_has_a_row_in_text_order():
    found = rows(*example())
    assert [(row["what"], row["text"]) for row in found] == [
        ("quote", "We are an island, … We stay."),
        ("mention", "the mayor"),
        ("mention", "the mayor, Ingrid Solheim"),
        ("mention", "Ingrid Solheim"),
        ("mention", "Norway"),
    ]
    assert set(found[0]) == set(COLUMNS)
    assert found[0] == {
        **found[0],
        "source": "ferry.txt",
        "title": "Ferry Stays",
        "published": "",
        "actor": "ingrid-solheim",
        "name": "Ingrid Solheim",
        "kind": "person",
        "country": "NO",
        "form": "direct",
        "confidence": "0.97",
    }


def test_a_speaker_who_is_no_actor_has_the_name_that_the_text_gives():
    article, analysis = example()
    quote = analysis.quotes[0]._replace(speaker=None, speaker_mention=None)
    row = rows(article, analysis._replace(quotes=(quote,)))[0]
    assert (row["actor"], row["name"]) == ("", "the mayor, Ingrid Solheim")


def test_what_a_spreadsheet_would_run_is_made_inert():
    article = Article('=HYPERLINK("https://example.org")', (), title="@SUM(A1)", source="-x.txt")
    actor = Actor("x", "+1", ActorKind.PERSON)
    analysis = Analysis({"x": actor}, (Mention(0, 10, "x"),), (Quote((Span(0, 4),)),))
    for row in rows(article, analysis):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
        assert row["text"].startswith("'=HYP")


def test_line_breaks_and_quotation_marks_stay_in_their_cell():
    article = Article('He said "no",\n\nand left', ())
    quote = Quote((Span(0, len(article.text)),))
    assert rows(article, Analysis({}, quotes=(quote,)))[0]["text"] == article.text

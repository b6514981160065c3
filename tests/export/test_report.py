from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.analysis.findings import Actor, ActorKind, Analysis, Mention
from reader.article import Article
from reader.export.report import as_markdown
from tests.test_export import example


def test_a_report_says_who_is_on_stage_and_who_said_what():
    assert as_markdown(*example()).splitlines() == [
        "# Ferry Stays",
        "",
        "ferry.txt · 15 words",
        "",
        "## People",
        "",
        "- **Ingrid Solheim**: mayor; NO; 3 mentions, 1 quote",
        "",
        "## Countries",
        "",
        "- **Norway**: 1 mention",
        "",
        "## Quotes",
        "",
        "> “We are an island, … We stay.”",
        ">",
        "> — Ingrid Solheim, ¶ 1",
    ]


def test_a_guess_is_marked_and_nobody_is_not_named():
    article, analysis = example()
    guess = analysis.quotes[0]._replace(confidence=0.5)
    nobody = analysis.quotes[0]._replace(speaker=None, source=None)
    assert "> — Ingrid Solheim (?), ¶ 1" in as_markdown(article, analysis._replace(quotes=(guess,)))
    assert "> — nobody named, ¶ 1" in as_markdown(article, analysis._replace(quotes=(nobody,)))


@given(st.text("ab.1 -+#*_`[](){}<>!|~&\\:/=\"'“”", min_size=1).map(str.strip).filter(bool))
def test_nothing_in_a_name_acts_as_markup(name):
    actor = Actor("a", name, ActorKind.PERSON, aliases=(name,), roles=(name,))
    report = as_markdown(Article("x", (), title=name), Analysis({"a": actor}, (Mention(0, 1, "a"),)))
    tokens = MarkdownIt("commonmark").parse(report)
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "strong_open", "strong_close"}
    title = next(token for token in tokens if token.type == "inline")
    assert "".join(child.content for child in title.children or ()) == name

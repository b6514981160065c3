"""Word documents become articles. All sentences are made up for the purpose."""

import io
import zipfile

import pytest

from reader.article import Article
from tests.sources import making
from tests.sources.making import HEADLINE, PARAGRAPHS, one, texts


def test_a_short_bold_line_of_a_word_document_is_a_heading():
    from docx import Document

    document = Document()
    for text, bold in [(PARAGRAPHS[0], False), ("What is next", True), ("The ferry stays.", True)]:
        document.add_paragraph().add_run(text).bold = bold
    made = io.BytesIO()
    document.save(made)
    assert [kind for _, kind in texts(one(made.getvalue()))] == ["paragraph", "heading", "paragraph"]


def test_a_word_document_keeps_the_kinds_of_its_styles():
    styled = [
        (HEADLINE, "Title"),
        ("By Ann Lee", None),
        (PARAGRAPHS[0], None),
        ("Next", "Heading 1"),
        ("Wait", "List Bullet"),
        (PARAGRAPHS[1], "Quote"),
    ]
    article = one(making.docx(styled))
    assert texts(article) == [
        (HEADLINE, "heading"),
        (PARAGRAPHS[0], "paragraph"),
        ("Next", "heading"),
        ("• Wait", "list-item"),
        (PARAGRAPHS[1], "block-quote"),
    ]
    assert (article.title, article.byline, article.published) == (HEADLINE, "Ann Lee", None)


def test_a_merged_cell_is_read_once_however_wide_it_says_it_is():
    from docx import Document

    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "one", "two"
    table.cell(0, 0).merge(table.cell(0, 1))
    made = io.BytesIO()
    document.save(made)
    parts = {
        "word/document.xml": str(document.element.xml).replace(
            'gridSpan w:val="2"', 'gridSpan w:val="99999999"'
        )
    }
    assert one(making.replaced(made.getvalue(), parts)).text == "one\n\ntwo"


W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def written(body: str, **parts: str) -> Article:
    """A Word document whose XML is `body`; `parts` are more of it, related by their names."""
    plain = making.docx([("x", None)])
    relations = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts
    )
    with zipfile.ZipFile(io.BytesIO(plain)) as packed:
        names = packed.read("word/_rels/document.xml.rels").decode()
    made = {f"word/{name}.xml": f"<w:{name} {W}>{xml}</w:{name}>" for name, xml in parts.items()}
    made["word/document.xml"] = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    made["word/_rels/document.xml.rels"] = names.replace("</Relationships>", f"{relations}</Relationships>")
    return one(making.replaced(plain, made))


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


BOX = f"<w:txbxContent><w:p>{run('A box.')}</w:p></w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p>{run('It ')}<w:ins>{run('stays')}</w:ins>{run('.')}</w:p>", "It stays."),
        (
            f"<w:p>{run('It ')}<w:del><w:r><w:delText>goes</w:delText></w:r></w:del>{run('stays.')}</w:p>",
            "It stays.",
        ),
        (f"<w:p>{run('It ')}<w:smartTag>{run('stays.')}</w:smartTag></w:p>", "It stays."),
        (f"<w:p><w:fldSimple>{run('It stays.')}</w:fldSimple></w:p>", "It stays."),
        (f"<w:sdt><w:sdtContent><w:p>{run('It stays.')}</w:p></w:sdtContent></w:sdt>", "It stays."),
        (
            f"<w:p>{run('It')}<w:r><w:tab/><w:t>stays</w:t><w:noBreakHyphen/><w:t>on.</w:t></w:r></w:p>",
            "It stays-on.",
        ),
        (
            f"<w:p><w:r><mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
            f"</mc:AlternateContent></w:r>{run('It stays.')}</w:p>",
            "It stays.\n\nA box.",
        ),
        (
            f"<w:tbl><w:tr><w:tc><w:p>{run('2019')}</w:p></w:tc><w:tc><w:p>{run('4.1')}</w:p></w:tc></w:tr></w:tbl>",
            "2019 · 4.1",
        ),
    ],
)
def test_nothing_that_a_word_document_shows_is_lost(body, text):
    assert written(body).text == text


def test_notes_of_a_word_document_stand_below_it():
    body = f'<w:p>{run("It stays.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnote w:id="2"><w:p>{run("For now.")}</w:p></w:footnote>'
    assert written(body, footnotes=notes).text == "It stays.\n\n1. For now."


def test_a_list_of_a_word_document_is_told_by_its_numbers_too():
    numbered = f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{run("Wait")}</w:p>'
    assert texts(written(numbered)) == [("• Wait", "list-item")]

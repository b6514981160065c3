"""Documents of every format, made in memory for tests. All sentences here are made up for the purpose."""

import io
import zipfile
from collections.abc import Sequence

from reader.article import Article
from reader.sources.reading import read

HEADLINE = "Harbour Town Votes to Keep Its Ferry"
PARAGRAPHS = [
    "The council of Port Ellery voted on Tuesday night to keep the ferry that has crossed since 1911.",
    "“We are an island,” said the mayor, Ingrid Solheim. “Without a boat we are only a rock with a school.”",
    "Her opponents, led by Tomas Okoye, had argued that a bridge would pay for itself within thirty years.",
]
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)


def page(body: str, head: str = "") -> bytes:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()
    )


def news_page(title: str = HEADLINE, paragraphs: Sequence[str] = PARAGRAPHS * 2) -> bytes:
    """A web page with an article on it; title and paragraphs are HTML."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return page(
        f"<article><h1>{title}</h1>{text}</article>",
        f'<title>x</title><meta name="author" content="{title}">',
    )


def archive(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return made.getvalue()


def epub(
    chapters: Sequence[str],
    title: str = "Ferries",
    author: str = "Ann Lee",
    contents: str = "",
    **parts: str | bytes,
) -> bytes:
    """An e-book; chapters are the bodies of XHTML documents, `contents` that of the table of contents."""
    names = [f"chapter {i}.xhtml" for i in range(len(chapters))]
    items = "".join(
        f'<item id="c{i}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for i, name in enumerate(names)
    )
    if contents:
        items += '<item id="toc" properties="nav" href="toc.xhtml" media-type="application/xhtml+xml"/>'
        parts["OEBPS/toc.xhtml"] = f'<html xmlns="http://www.w3.org/1999/xhtml"><nav>{contents}</nav></html>'
    spine = "".join(f'<itemref idref="c{i}"/>' for i in range(len(names)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:date>2024-06-19</dc:date></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    bodies = {
        f"OEBPS/{name}": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
        for name, body in zip(names, chapters, strict=True)
    }
    base = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package,
    }
    return archive({**base, **bodies, **parts})


def docx(paragraphs: Sequence[tuple[str, str | None]]) -> bytes:
    """A Word document of texts with their styles."""
    from docx import Document

    document = Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def pdf(pages: Sequence[Sequence[str]], facts: str = "") -> bytes:
    """A PDF whose pages are lines of text, set one below the other."""
    return placed_pdf([[(line, 50, 780 - 14 * i) for i, line in enumerate(lines)] for lines in pages], facts)


def placed_pdf(pages: Sequence[Sequence[tuple[str, float, float]]], facts: str = "") -> bytes:
    """A PDF whose pages are pieces of windows-1252 text with their places, in points."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", font]
    kids = []
    for lines in pages:
        shown = b"".join(
            b"BT /F 10 Tf %g %g Td (%s) Tj ET\n" % (x, y, _escaped(piece)) for piece, x, y in lines
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown))
        what = b"/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
        objects.append(b"<</Type/Page%s/Contents %d 0 R>>" % (what, len(objects)))
        kids.append(len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        len(kids),
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )
    objects.append(b"<<" + facts.encode("latin-1") + b">>")
    made = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        made
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, size - 1, len(made))
    )


def _escaped(line: str) -> bytes:
    line = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"".join(char.encode("latin-1" if char <= "\xff" else "windows-1252") for char in line)


def rss(items: Sequence[dict[str, str]]) -> bytes:
    """A feed; values are escaped already."""
    entries = "".join(
        "<item>" + "".join(f"<{name}>{value}</{name}>" for name, value in item.items()) + "</item>"
        for item in items
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>{entries}</channel></rss>'.encode()
    )


def mail(body: str, subject: str = HEADLINE, kind: str = "text/plain") -> bytes:
    return (
        f"From: Ann Lee <ann@example.org>\nTo: you@example.org\nSubject: {subject}\n"
        f"Date: Wed, 19 Jun 2024 10:00:00 +0200\nContent-Type: {kind}; charset=utf-8\n\n{body}\n"
    ).encode("utf-8", "surrogateescape")


def part(data: bytes, name: str) -> str:
    """A part of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name).decode()


def replaced(data: bytes, parts: dict[str, str | bytes]) -> bytes:
    """An archive with some of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return archive({**{name: packed.read(name) for name in packed.namelist()}, **parts})


def one(data: bytes, **options: str | None) -> Article:
    """Read a document that holds one article."""
    (article,) = read(data, **options)
    return article


def pieces(article: Article) -> list[str]:
    """The paragraphs of an article."""
    return [article.text[p.start : p.end] for p in article.paragraphs]


def texts(article: Article) -> list[tuple[str, str]]:
    """The paragraphs of an article with their kinds."""
    return [(article.text[p.start : p.end], p.kind.value) for p in article.paragraphs]

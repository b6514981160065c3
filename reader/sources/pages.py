"""A web page becomes an article: what is not the article around it is left out."""

import re
from copy import deepcopy
from html import unescape

from lxml import etree

from reader.article import Article, ParagraphKind
from reader.sources.bylines import fullest, joined
from reader.sources.cleaning import letters_of
from reader.sources.clutter import without_clutter, without_pointers
from reader.sources.composing import compose, iso_date
from reader.sources.errors import SourceError
from reader.sources.extras import missing_extra
from reader.sources.headlines import headline_of, titles_of
from reader.sources.layout import Block
from reader.sources.linked_data import linked_data
from reader.sources.markup import blocks_of, tree_of, walk
from reader.sources.page_head import authors_in_meta, read_head
from reader.sources.preparing import prepared
from reader.sources.stubs import is_stub, refusal

_PICTURE = re.compile(r"data:[\w/+.;=-]{1,100};base64,[\w+/=%-]{100,}+")  # in saved pages, by the megabyte
_MASTHEAD = 20  # so many paragraphs can end with the headline
_RUNNING = 12  # words; as many are text, not the name of a section
_LONGEST = (
    4_000_000  # characters; beyond that no page was made for people, and finding its article takes long
)
# trafilatura names the parts of a text as TEI does.
_AS_HTML = {
    "head": "h2",
    "quote": "blockquote",
    "item": "li",
    "list": "ul",
    "row": "tr",
    "cell": "td",
    "lb": "br",
    "ref": "a",
}


def parse(text: str, source: str | None = None) -> Article:
    """Make an article of a page; :class:`SourceError` says why there is none on it.

    The text is found by trafilatura (Barbaresi 2021). By ``python tests/benchmarks/extraction.py`` it keeps
    all words of our articles, and 0.98 of what it gives are theirs (F 0.99); readability-lxml gives 0.90
    (F 0.94) and finds neither byline nor date, the whole page 0.75.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise missing_extra("a web page", "web") from None
    text = _PICTURE.sub("", text)
    if len(text) > _LONGEST:
        raise SourceError(f"is a page of more than {_LONGEST // 1_000_000} million characters: save its text")
    tree = prepared(tree_of(text))
    said = linked_data(tree)
    tree = without_clutter(tree, live=said.is_live)
    document = bare_extraction(
        deepcopy(tree),
        url=source if source and "://" in source else None,
        include_comments=False,
        include_links=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None or isinstance(document, dict):
        raise refusal(text, [], blocks_of(text))
    blocks = _fuller(without_pointers(_blocks(document.body)), said.body)
    titles = [*titles_of(tree), said.headline]
    title = headline_of(tree, titles, document.sitename or "", blocks) or document.title or ""
    blocks = _below_headline(blocks, title)
    head = read_head(tree, title, blocks, said.summary)
    authors = fullest((said.authors, authors_in_meta(tree), head.authors))
    article = compose(
        [Block(title, ParagraphKind.HEADING), Block(head.standfirst, ParagraphKind.PARAGRAPH), *blocks],
        title=title,
        byline=joined(authors) or said.house,
        published=iso_date(said.published) or document.date or head.published,
        source=source,
        masthead=True,
    )
    if is_stub(text, article):
        raise refusal(text, blocks, blocks_of(text))
    return article


def _blocks(body: object) -> list[Block]:
    if not isinstance(body, etree._Element):
        return []
    for element in body.iter():
        if isinstance(element.tag, str):
            if element.tag == "ref":
                element.set("href", element.get("target", ""))
            element.tag = _AS_HTML.get(element.tag, element.tag)
    return [block for block in walk(body) if block.text]


def _fuller(blocks: list[Block], body: str) -> list[Block]:
    """Give the text that a page tells machines, where it shows people much less of it, or no paragraphs."""
    told = _told(body)
    shown = sum(len(block.text) for block in blocks)
    size = sum(len(block.text) for block in told)
    if size > 2 * shown or (size > 0.8 * shown and len(told) > 2 * len(blocks)):
        return told
    return blocks


def _told(body: str) -> list[Block]:
    """Give the paragraphs of a text that may be plain or HTML, escaped or not."""
    if "&lt;" in body:
        body = unescape(body)
    if re.search(r"</?(?:p|br|div)\b", body, re.IGNORECASE):
        return blocks_of(body)
    return [Block(line, ParagraphKind.PARAGRAPH) for line in body.split("\n") if line.strip()]


def _below_headline(blocks: list[Block], title: str) -> list[Block]:
    """Leave out the headline and what little stands above it: the names of sections, links."""
    for i, block in enumerate(blocks[:_MASTHEAD]):
        same = letters_of(block.text) == letters_of(title)
        above = block.kind is ParagraphKind.HEADING and letters_of(block.text).endswith(letters_of(title))
        if title and (same or above):
            return blocks[i + 1 :]
        if len(block.text.split()) >= _RUNNING:
            break
    return blocks

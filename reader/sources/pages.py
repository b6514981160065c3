"""A web page becomes an article: what is not the article around it is left out."""

import re
from collections.abc import Iterable

from lxml import etree, html

from reader.article import Article, ParagraphKind
from reader.sources.cleaning import clean
from reader.sources.composing import compose
from reader.sources.errors import SourceError
from reader.sources.extras import missing_extra
from reader.sources.layout import Block
from reader.sources.markup import blocks_of, tree_of, walk

_FEWEST_WORDS = 50
_STUB_WORDS = 150  # of a page that says of itself that it is not free
_NOT_XML = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]")
_MOST_ATTRIBUTES = 200
_SHORTEST_TITLE = 15  # characters
_LONGEST = (
    4_000_000  # characters; beyond that no page was made for people, and finding its article takes long
)
_NOT_FREE = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|privacy|partners|personali[sz]ed|GDPR|advertis\w+)\b", re.IGNORECASE
)
_ROBOT = re.compile(
    r"(?:are you a robot|not a robot|unusual traffic|checking your browser|captcha|enable javascript"
    r"|javascript is (?:disabled|required))",
    re.IGNORECASE,
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
    all words of our articles, and 0.94 of what it gives are theirs (F 0.97); readability-lxml gives 0.91
    (F 0.95) and finds neither byline nor date, the whole page 0.78.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise missing_extra("a web page", "web") from None
    if len(text) > _LONGEST:
        raise SourceError(f"is a page of more than {_LONGEST // 1_000_000} million characters: save its text")
    document = bare_extraction(
        _bearable(tree_of(text)),
        url=source if source and "://" in source else None,
        include_comments=False,
        include_links=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None or isinstance(document, dict):
        raise _refusal(text, [], [block.text for block in blocks_of(text)])
    blocks = _blocks(document.body)
    article = compose(
        blocks,
        title=_title(document.title, document.sitename, blocks),
        byline=_authors(document.author),
        published=document.date,
        source=source,
        masthead=True,
    )
    if _is_stub(text, article):
        raise _refusal(text, blocks, [block.text for block in blocks_of(text)])
    return article


def _bearable(tree: html.HtmlElement) -> html.HtmlElement:
    """Take out what the extractor fails at: codes that XML does not allow, and attributes by the thousand."""
    for element in tree.iter(etree.Element):
        if len(element.attrib) > _MOST_ATTRIBUTES:  # its time grows with their square
            element.attrib.clear()
        for name, value in element.attrib.items():
            if _NOT_XML.search(value):
                element.set(name, clean(value))
        if element.text and _NOT_XML.search(element.text):
            element.text = clean(element.text)
        if element.tail and _NOT_XML.search(element.tail):
            element.tail = clean(element.tail)
    return tree


def _blocks(body: object) -> list[Block]:
    if not isinstance(body, etree._Element):
        return []
    for element in body.iter():
        if isinstance(element.tag, str):
            if element.tag == "ref":
                element.set("href", element.get("target", ""))
            element.tag = _AS_HTML.get(element.tag, element.tag)
    return [block for block in walk(body) if block.text]


def _title(title: str | None, site: str | None, blocks: list[Block]) -> str | None:
    """Give the headline without the name of the site, which many pages put before or behind it."""
    if not title:
        return None
    for text in (" ".join(block.text.split()) for block in blocks[:20]):
        if len(text) > _SHORTEST_TITLE and (title.startswith(text) or title.endswith(text)):
            return text
    for mark in (" | ", " — ", " – ", " - "):
        head, _, tail = title.rpartition(mark)
        if head and site and tail.strip().casefold() == site.strip().casefold():
            return head
    return title


def _authors(author: str | None) -> str | None:
    names = [name.strip() for name in (author or "").split(";") if name.strip()]
    if len(names) < 2:
        return names[0] if names else None
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _is_stub(text: str, article: Article) -> bool:
    if article.words < _FEWEST_WORDS or (article.words < _STUB_WORDS and _NOT_FREE.search(text)):
        return True
    paragraphs = [
        article.text[p.start : p.end] for p in article.paragraphs if p.kind is ParagraphKind.PARAGRAPH
    ]
    return article.words < 400 and _asks_consent(paragraphs)


def _asks_consent(paragraphs: Iterable[str]) -> bool:
    """A page on cookies speaks of them in most of its paragraphs, and more than once."""
    counts = [len(_CONSENT.findall(paragraph)) for paragraph in paragraphs]
    return sum(counts) >= 5 and sum(count > 0 for count in counts) > 0.6 * len(counts)


def _refusal(text: str, blocks: list[Block], shown: list[str]) -> SourceError:
    """Say why there is no article on a page."""
    count = sum(len(block.text.split()) for block in blocks)
    visible = " ".join(shown)
    words = "no text was found" if count == 0 else f"only {count} words found"
    if _NOT_FREE.search(text):
        return SourceError(
            f"is for subscribers ({words}): save the page where you are logged in, and open the file"
        )
    if _ROBOT.search(visible):
        return SourceError(
            f"wants a browser with JavaScript ({words}): save the page there, and open the file"
        )
    if _asks_consent(shown):
        return SourceError(
            f"asks for consent first ({words}): save the page from your browser, and open the file"
        )
    return SourceError(f"has no article to read: {words}; is this page behind a login?")

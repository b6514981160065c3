"""An RSS or Atom feed becomes its entries, an article each."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from urllib.parse import urljoin

from lxml import etree

from reader.article import Article, Link, ParagraphKind
from reader.sources.cleaning import clean_line
from reader.sources.composing import compose
from reader.sources.errors import SourceError
from reader.sources.layout import Block
from reader.sources.markup import blocks_of

_MOST_ENTRIES = 200
_WHOLE_ENTRY = 150  # words; a shorter entry is only a teaser of its page
_ADDRESS = re.compile(r"https?://\S{1,2000}")
_NOT_OF_XML = r"&(?!#?\w{1,31};)|&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w{1,30};"
_BODIES = ("encoded", "content", "description", "summary")  # the fullest first
_DATES = ("pubdate", "published", "date", "updated")


def parse(text: str, source: str | None = None) -> list[Article]:
    """Give an article for each entry, as far as the feed tells it; its `source` is the entry's address.

    Entries without text become their title and address; short ones say where the whole stands. Entities are
    not expanded, nothing is fetched.
    """
    root = _tree(text.replace("\0", ""))
    entries = [e for e in root.iter() if isinstance(e.tag, str) and _name(e) in ("item", "entry")]
    if not entries:
        raise SourceError("is a feed without entries: there is nothing to read")
    of_all = _authors(root)
    articles = (_entry(entry, source, of_all) for entry in entries[:_MOST_ENTRIES])
    return [article for article in articles if article.text]


def _tree(text: str) -> etree._Element:
    """Parse a feed, with what is wrong in many mended first: bare ampersands, and entities of HTML."""
    options = {"resolve_entities": False, "load_dtd": False, "no_network": True, "huge_tree": False}
    # The text is decoded already, whatever encoding it declares.
    strict = etree.XMLParser(encoding="utf-8", remove_pis=True, **options)
    lenient = etree.XMLParser(encoding="utf-8", remove_pis=True, recover=True, **options)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), strict)
    except etree.XMLSyntaxError:
        mended = re.sub(_NOT_OF_XML, lambda found: unescape(found[0]).replace("&", "&amp;"), text)
        root = etree.fromstring(mended.encode("utf-8", "replace"), lenient)
    if root is None:
        raise SourceError("is a feed too damaged to be read")
    return root


def _entry(entry: etree._Element, source: str | None, of_all: str) -> Article:
    fields: dict[str, etree._Element] = {}
    for child in entry:
        if isinstance(child.tag, str):
            fields.setdefault(_name(child), child)
    own = _address(entry, source)
    address = own or source
    bodies = [_words(fields[name]) for name in _BODIES if name in fields]
    blocks = max((blocks_of(body) for body in bodies), key=_length, default=[])
    title = _plain(fields["title"]) if "title" in fields else None
    if not blocks and (title or address):
        blocks = [Block(address or title or "", ParagraphKind.PARAGRAPH)]
    article = compose(
        [_absolute(block, address or "") for block in blocks],
        title=title,
        byline=_authors(entry) or of_all,
        published=next((_words(fields[name]).strip() for name in _DATES if name in fields), None),
        source=address,
    )
    return replace(article, whole_at=own) if article.words < _WHOLE_ENTRY else article


def _authors(parts: Iterable[etree._Element]) -> str:
    """Give the names in the elements for authors, of which there may be several."""
    found = [part for part in parts if isinstance(part.tag, str) and _name(part) in ("creator", "author")]
    names = ([e for e in each if isinstance(e.tag, str) and _name(e) == "name"] or [each] for each in found)
    return "; ".join(dict.fromkeys(_plain(name) for of_one in names for name in of_one))


def _absolute(block: Block, address: str) -> Block:
    return block._replace(links=tuple(_of_page(link, address) for link in block.links))


def _of_page(link: Link, address: str) -> Link:
    try:
        return link._replace(target=urljoin(address, link.target))
    except ValueError:
        return link


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _words(element: etree._Element) -> str:
    """Give what an element holds: escaped HTML, or XHTML as it stands."""
    if len(element):
        return str(etree.tostring(element, encoding="unicode", with_tail=False))
    return element.text or ""


def _plain(element: etree._Element) -> str:
    """Give the words of a title or a name, which may be escaped HTML."""
    text = "".join(element.itertext())
    return " ".join(block.text for block in blocks_of(text)) if "<" in text or "&" in text else text


def _address(entry: etree._Element, source: str | None) -> str | None:
    """Give where an entry stands on the web: its link or, where that is missing, its lasting name."""
    found: list[str] = []
    for child in entry:
        if not isinstance(child.tag, str):
            continue
        name = _name(child)
        if name == "link" and child.get("rel", "alternate") == "alternate":
            target = Link(0, 0, clean_line(child.get("href") or child.text or ""))
            found.insert(0, _of_page(target, child.base or source or "").target if target.target else "")
        elif name == "guid" and child.get("isPermaLink", "true") == "true":
            found.append(clean_line(child.text or ""))
    return next(filter(_ADDRESS.fullmatch, found), None)


def _length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)

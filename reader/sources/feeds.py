"""An RSS or Atom feed becomes its entries, an article each."""

import re
from dataclasses import replace

from lxml import etree

from reader.article import Article, ParagraphKind
from reader.sources.cleaning import clean_line
from reader.sources.composing import compose
from reader.sources.errors import SourceError
from reader.sources.layout import Block
from reader.sources.markup import blocks_of

_MOST_ENTRIES = 200
_WHOLE_ENTRY = 150  # words; a shorter entry is only a teaser of its page
_ADDRESS = re.compile(r"https?://\S{1,2000}")
_BODIES = ("encoded", "content", "description", "summary")  # the fullest first
_DATES = ("pubdate", "published", "date", "updated")


def parse(text: str, source: str | None = None) -> list[Article]:
    """Give an article for each entry, as far as the feed tells it; its `source` is the entry's address.

    Entries without text become their title and address; short ones say where the whole stands. Entities are
    not expanded, nothing is fetched.
    """
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_pis=True,
    )
    root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    if root is None:
        raise SourceError("is a feed too damaged to be read")
    entries = [e for e in root.iter() if isinstance(e.tag, str) and _name(e) in ("item", "entry")]
    if not entries:
        raise SourceError("is a feed without entries: there is nothing to read")
    return [article for entry in entries[:_MOST_ENTRIES] if (article := _entry(entry, source)).text]


def _entry(entry: etree._Element, source: str | None) -> Article:
    fields: dict[str, etree._Element] = {}
    for child in entry:
        if isinstance(child.tag, str):
            fields.setdefault(_name(child), child)
    address = _address(entry) or source
    bodies = [_words(fields[name]) for name in _BODIES if name in fields]
    blocks = max((blocks_of(body) for body in bodies), key=_length, default=[])
    title = _plain(fields["title"]) if "title" in fields else None
    if not blocks and (title or address):
        blocks = [Block(address or title or "", ParagraphKind.PARAGRAPH)]
    author = fields.get("creator", fields.get("author"))
    names = [e for e in author if isinstance(e.tag, str) and _name(e) == "name"] if author is not None else []
    article = compose(
        blocks,
        title=title,
        byline=_plain(names[0] if names else author) if author is not None else None,
        published=next((_words(fields[name]).strip() for name in _DATES if name in fields), None),
        source=address,
    )
    return replace(article, whole_at=_address(entry)) if article.words < _WHOLE_ENTRY else article


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


def _address(entry: etree._Element) -> str | None:
    for child in entry:
        if isinstance(child.tag, str) and _name(child) == "link":
            found = clean_line(child.get("href") or child.text or "")
            if child.get("rel", "alternate") == "alternate" and _ADDRESS.fullmatch(found):
                return found
    return None


def _length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)

"""HTML as it stands becomes blocks; nothing is left out as clutter but what nobody sees.

This is for documents that hold one text and nothing around it: chapters, mails, the entries of feeds. Which
part of a whole web page is the article is told by :mod:`reader.sources.pages`.
"""

import re
from collections.abc import Iterator

from lxml import etree, html

from reader.article import ParagraphKind
from reader.sources.errors import SourceError
from reader.sources.layout import Block
from reader.sources.words import BETWEEN_CELLS, Words

_names = str.split  # of elements; one a line would be longer than the code
#: Elements whose words nobody sees as text.
UNSEEN = frozenset(
    _names("script style head noscript template svg math iframe object nav form button select")
)
_HEADINGS = frozenset(_names("h1 h2 h3 h4 h5 h6"))
#: Elements that begin a line.
BLOCKS = _HEADINGS | frozenset(
    _names(
        "address article aside blockquote body br center dd details div dl dt figcaption figure footer header"
        " hr html li main ol p pre section summary table tbody td th thead tr ul"
    )
)
_CELLS = frozenset(("td", "th"))
_LONGEST_ROW = 200  # characters
_MARKS = frozenset('.,;:!?”"’)')
_HIDING = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_BACK = frozenset("↩↑^")
_FOOTNOTE = re.compile(r"\[\w{1,3}\]|\d{1,3}|[*†‡]|[↩↑^]\ufe0e?")
_TO_NOTE = re.compile(r"#|[^#]*#(?:fn|foot|end|note|_ftn|_edn)", re.IGNORECASE)


def tree_of(text: str) -> html.HtmlElement:
    """Parse HTML of any sort; no entity is expanded from, and nothing fetched over, the network."""
    # As bytes, because lxml refuses a str that declares an encoding.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    try:
        tree = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise SourceError("is empty: there is nothing to read") from None
    assert isinstance(tree, html.HtmlElement)
    return tree


def blocks_of(text: str) -> list[Block]:
    """Give the blocks of an HTML document or fragment."""
    return list(walk(tree_of(text))) if text.strip() else []


def walk(tree: html.HtmlElement) -> Iterator[Block]:
    """Give the blocks below an element, in order; empty ones too."""
    words = Words()
    kinds: list[tuple[str, str]] = []  # open elements that make a kind, with their marks
    hidden = 0
    rows: set[etree._Element] = set()  # open ones, of tables that hold data
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment")):
        tag = element.tag
        if not isinstance(tag, str):
            if not hidden and event == "comment" and element.tail:
                words.add(element.tail)
            continue
        tag = tag.rpartition("}")[2].lower()
        unseen = (
            tag in UNSEEN
            or _is_hidden(element)
            or is_note(tag, element)
            or _ends_noted(tag, element, words)
            or is_deleted(element)
        )
        in_row = tag in _CELLS and element.getparent() in rows
        if event == "start":
            hidden += unseen
            if hidden:
                continue
            if tag == "tr" and _is_data(element):
                rows.add(element)
            if in_row:
                words.add(BETWEEN_CELLS if words and not _is_empty(element) else "")
            elif tag in BLOCKS and not in_row:
                yield from _flushed(words, kinds)
                if tag in _HEADINGS or tag in ("li", "blockquote"):
                    kinds.append((tag, "• " if tag == "li" else ""))
            elif tag == "a":
                words.link(element.get("href") or "")
            elif tag == "q":
                words.add("“")
            if element.text:
                words.add(element.text)
        else:
            if not hidden and tag in BLOCKS and not in_row:
                rows.discard(element)
                yield from _flushed(words, kinds)
                if kinds and kinds[-1][0] == tag:
                    kinds.pop()
            elif not hidden and tag == "a":
                words.unlink()
            elif not hidden and tag == "q":
                words.close("”")
            hidden -= unseen
            if not hidden and element.tail:
                words.add(element.tail)
    yield from _flushed(words, kinds)


def is_deleted(element: etree._Element) -> bool:
    """Tell whether an element holds words for which others stand right behind it."""
    after = element.getnext()
    return (
        element.tag == "del" and after is not None and after.tag == "ins" and not (element.tail or "").strip()
    )


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or _HIDING.search(element.get("style") or "") is not None


def _is_empty(element: etree._Element) -> bool:
    return not any(text.strip() for text in element.itertext())


def _is_data(row: etree._Element) -> bool:
    """Tell the row of a table from one that only lays out a page: its cells are short, and hold no blocks."""
    size = 0
    for cell in row:
        if cell.tag not in _CELLS or any(part.tag in BLOCKS for part in cell.iterdescendants()):
            return False
        size += sum(map(len, cell.itertext()))
        if size > _LONGEST_ROW:
            return False
    return len(row) > 1


def _ends_noted(tag: str, element: etree._Element, words: Words) -> bool:
    """Tell a raised number behind a mark of punctuation: it is a note's, though it leads nowhere."""
    return tag == "sup" and words.end in _MARKS and re.fullmatch(r"\d{1,3}", element.text or "") is not None


def is_note(tag: str, element: etree._Element) -> bool:
    """Tell a link to a footnote, or back: it is no word of the sentence that it stands in."""
    if (
        tag == "a"
        and "noteref" in f"{element.get('epub:type')} {element.get('role')} {element.get(_EPUB_TYPE)}"
    ):
        return True
    text = "".join(element.itertext()).strip() if tag in ("a", "sup") else ""
    if tag == "a" and len(element) == 0:
        leads = _TO_NOTE.match(element.get("href") or "") is not None or text[:1] in _BACK
    else:
        inner = {"sup": "a", "a": "sup"}.get(tag)
        leads = inner is not None and len(element) == 1 and element[0].tag == inner
    if not leads:
        return False
    return _FOOTNOTE.fullmatch(text) is not None


def _flushed(words: Words, kinds: list[tuple[str, str]]) -> Iterator[Block]:
    if not words:
        return
    tags = {tag for tag, _ in kinds}
    if tags & _HEADINGS:
        yield words.block(ParagraphKind.HEADING)
    elif "blockquote" in tags:
        yield words.block(ParagraphKind.BLOCK_QUOTE)
    elif kinds:
        mark = kinds[-1][1]
        kinds[-1] = (kinds[-1][0], "")  # only the first paragraph of an item has the mark
        yield words.block(ParagraphKind.LIST_ITEM, mark)
    else:
        yield words.block(ParagraphKind.PARAGRAPH)

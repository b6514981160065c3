"""What a page has between the paragraphs of its article, and how it is taken out."""

import re
from collections.abc import Sequence

from lxml import etree, html

from reader.article import ParagraphKind
from reader.sources.cleaning import letters_of
from reader.sources.furniture import begins_pointer
from reader.sources.layout import Block
from reader.sources.markup import is_note

_MARKS = ("class", "id", "data-component", "data-testid", "aria-label")
_PULLED = re.compile(r"pull-?_?quote|quote-?_?pull", re.IGNORECASE)
_APART = re.compile(
    r"(?:^|[-_\s])(?:(?:img|image|photo|wp|picture)?-?(?:caption|credits?)|read-?more|related|recirc|promo)(?:$|[-_\s])"
    r"|(?:audio|podcast)-?_?player|newsletter|subscri\w*-?_?widget|sign-?_?up",
    re.IGNORECASE,
)
_KEPT = frozenset(("html", "body", "main", "article", "section", "table", "caption", "tr", "td", "h1"))
_MOST_WORDS = 60  # more is no caption and no box
_MOST_PULLED = 50
_TOP = 5  # so many paragraphs can stand above the text
_POINTING_WORDS = 5  # beside those of a link
_ARROWS = "►▶▸→»➔➤"


def without_clutter(tree: html.HtmlElement, *, live: bool = False) -> html.HtmlElement:
    """Take captions, boxes, marks of footnotes and quotes that only repeat the text out of a tree; gives it.

    Of a `live` page every post is an article: they become sections of one.
    """
    pulled = 0
    whole = ""
    for element in list(tree.iter(etree.Element)):
        tag = element.tag
        if element.getparent() is None or tag in _KEPT:
            element.tag = "section" if live and tag == "article" else tag
        elif tag == "header" and element.find(".//h1") is None:
            element.tag = "div"  # of a section, whose heading would be lost with it
        elif is_note(tag, element):
            element.drop_tree()
        else:
            marks = " ".join(element.get(name, "") for name in _MARKS)
            if _APART.search(marks) and _is_small(element):
                element.drop_tree()
            elif _PULLED.search(marks) and pulled < _MOST_PULLED and _is_small(element):
                pulled += 1
                whole = whole or letters_of("".join(tree.itertext()))
                said = max(
                    map(letters_of, element.itertext()), key=len, default=""
                )  # not whose words they are
                if whole.count(said) > 1:
                    element.drop_tree()
    return tree


def without_pointers(blocks: Sequence[Block]) -> list[Block]:
    """Leave out the paragraphs that only lead elsewhere: "Read more: …", and the list of links at the end."""
    kept = [block for i, block in enumerate(blocks) if not (_is_pointer(block) or _is_count(i, block))]
    while kept and _leads_away(kept[-1]) and kept[-1].kind is ParagraphKind.LIST_ITEM:
        kept.pop()
    links = sum(map(_leads_away, kept))
    if links * 4 > len(kept):  # an article that is a list of links
        return kept
    return [block for block in kept if block.kind is not ParagraphKind.PARAGRAPH or not _leads_away(block)]


def _is_count(at: int, block: Block) -> bool:
    """Tell how many liked or shared it: a number alone, above the text."""
    return at < _TOP and block.kind is ParagraphKind.PARAGRAPH and block.text.isdigit()


def _is_pointer(block: Block) -> bool:
    if block.kind is ParagraphKind.HEADING or not block.links:
        return False
    linked = sum(link.end - link.start for link in block.links)
    if block.text[0] in _ARROWS:
        return linked * 2 > len(block.text)
    beside = len(block.text.split()) - sum(
        len(block.text[link.start : link.end].split()) for link in block.links
    )
    return begins_pointer(block.text) and beside <= _POINTING_WORDS


def _leads_away(block: Block) -> bool:
    """Tell whether a block is a link, all of it, and no sentence."""
    text = block.text.removeprefix("• ")
    return len(block.links) == 1 and (
        block.links[0].end - block.links[0].start >= len(text) - 1 and text[-1] not in ".!?”"
    )


def _is_small(element: etree._Element) -> bool:
    count = 0
    for text in element.itertext():
        count += len(text.split())
        if count > _MOST_WORDS:
            return False
    return True

"""A page is made ready for the extractor, which loses or breaks what is written in some ways."""

import re
from collections import Counter
from itertools import islice

from lxml import etree, html

from reader.sources.cleaning import clean
from reader.sources.markup import BLOCKS, is_deleted

_NOT_XML = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]")
_MOST_ATTRIBUTES = 200
_LONGEST_META = 2_000  # characters; the extractor takes their square
_MOST = 2_000  # elements of a sort written anew: more than any page has, and too few to take long
_BOXES = frozenset(("div", "section", "center"))
_SENTENCE = 30  # characters; a shorter line may be a label
_DEEPEST = 5  # elements between a word and its paragraph
_QUOTED = re.compile(r"\s*[“\"‘'«„]")
_IN_LINE = frozenset(("time", "button", "q"))
_LINES = frozenset(("p", "li", "blockquote", "td", "h1", "h2", "h3", "h4", "h5", "h6"))


def prepared(tree: html.HtmlElement) -> html.HtmlElement:
    """Write a page in ways that the extractor knows; gives the same tree.

    Comments, codes that XML does not allow and attributes by the thousand go; ``<q>`` gets quotation marks;
    ``<time>`` and ``<button>`` stay where they are words of a sentence; a box of sentences is a paragraph.
    """
    for comment in list(tree.iter(etree.Comment)):
        comment.drop_tree()  # what stands behind it would go with it
    met = Counter[str]()
    for element in list(tree.iter(etree.Element)):
        _bearable(element)
        tag = element.tag
        met[tag] += 1
        if tag in _BOXES:
            if (element.text or "").strip():
                element.tag = "p" if _is_paragraph(element) else "div"
        elif met[tag] > _MOST:
            continue
        elif tag in _IN_LINE and _stands_in_line(element):
            _unwrap(element)
        elif tag == "del" and is_deleted(element):
            element.drop_tree()
        elif tag == "blockquote":
            if (figure := element.getparent()) is not None and figure.tag == "figure":
                figure.tag = "div"
            _wrap_tails(element)
    return tree


def _bearable(element: html.HtmlElement) -> None:
    if len(element.attrib) > _MOST_ATTRIBUTES:  # the extractor's time grows with their square
        element.attrib.clear()
    if element.tag == "meta" and len(element.get("content", "")) > _LONGEST_META:
        element.set("content", element.get("content")[:_LONGEST_META])
    for name, value in element.attrib.items():
        if _NOT_XML.search(value):
            element.set(name, clean(value))
    if element.text and _NOT_XML.search(element.text):
        element.text = clean(element.text)
    if element.tail and _NOT_XML.search(element.tail):
        element.tail = clean(element.tail)


def _stands_in_line(element: html.HtmlElement) -> bool:
    """Tell whether an element stands among the words of a paragraph, and is no line of its own."""
    if element.tag == "q":
        return True
    outer = next((each for each in islice(element.iterancestors(), _DEEPEST) if each.tag in BLOCKS), None)
    if outer is None or outer.tag not in _LINES:
        return False
    before = element.getprevious()
    near = (element.getparent().text if before is None else before.tail, element.tail)
    return any(text and not text.isspace() for text in near)


def _is_paragraph(box: html.HtmlElement) -> bool:
    """Tell whether a box holds sentences and nothing else, among paragraphs."""
    parent = box.getparent()
    if parent is None or any(part.tag in BLOCKS for part in box.iterdescendants()):
        return False
    text = "".join(box.itertext()).strip()
    beside = len(list(islice(parent.iterchildren("p"), 2))) == 2
    return beside and len(text) >= _SENTENCE and text[-1] in '.!?”"'


def _unwrap(element: html.HtmlElement) -> None:
    if element.tag == "q" and not _QUOTED.match(element.text or ""):
        element.text = f"“{element.text or ''}"
        if len(element):
            element[-1].tail = f"{element[-1].tail or ''}”"
        else:
            element.text += "”"
    element.drop_tag()


def _wrap_tails(quote: html.HtmlElement) -> None:
    """Give the words behind a paragraph of a quote, such as whose it is, a paragraph of their own."""
    line: html.HtmlElement | None = None
    for child in quote[:_MOST]:
        if isinstance(child.tag, str) and child.tag not in BLOCKS and line is not None:
            line.append(child)  # with its tail
            continue
        line = None
        if child.tag in BLOCKS and child.tail and not child.tail.isspace():
            line = html.Element("p")
            line.text, child.tail = child.tail, None
            child.addnext(line)

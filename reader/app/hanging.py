"""What hangs out to the left of a line, so that the words stand under one another."""

import re

from reader.article import Article, Paragraph, ParagraphKind

#: The mark of a list's item, which our sources leave in its text; compiled when there is a list.
_MARK = r"(?:[•*–—-]|\d{1,2}[.)]) "
_OPENING = frozenset('“‘„«"')


def hang(article: Article, paragraph: Paragraph, start: int, end: int) -> int:
    """Give how many columns the line text[start:end] begins to the left of its paragraph's edge.

    An item's mark hangs out whole, and so does one opening quotation mark.
    """
    if paragraph.kind is ParagraphKind.LIST_ITEM and start == paragraph.start:
        mark = re.match(_MARK, article.text[start:end])
        return len(mark[0]) if mark else 0
    return int(article.text[start:end][:1] in _OPENING)

"""The parts that a format gives become an article; every format but plain text ends here."""

import re
from collections.abc import Iterable
from datetime import datetime

from reader.article import Article, Link, Paragraph, ParagraphKind
from reader.sources.bylines import byline_of
from reader.sources.cleaning import clean_line, letters_of
from reader.sources.furniture import without_furniture
from reader.sources.layout import Block
from reader.sources.masthead import date_line, read_masthead

_LONGEST_TITLE = 400
_TARGET = re.compile(r"(?:https?://|mailto:)\S{1,2000}", re.IGNORECASE)


def compose(
    blocks: Iterable[Block],
    *,
    title: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    source: str | None = None,
    masthead: bool = False,
) -> Article:
    """Make an article of blocks as they come from a format: cleaned, without the empty ones.

    The title, where there is one, is put above the text unless it stands there already; where there is none,
    a heading that opens the text is taken. What is no date in `published` is left out. With `masthead`, lines
    above the text that are nothing but byline or date are read and taken out, as those of a plain text are.
    """
    found = [block for raw in blocks if (block := _cleaned(raw)).text]
    if masthead:
        found = without_furniture(found)
        top = read_masthead([block.text for block in found[:10]])
        if top.headline == 0 and not title:
            found[0] = found[0]._replace(kind=ParagraphKind.HEADING)
        found = [block for i, block in enumerate(found) if i not in top.taken]
        byline, published = byline or top.byline, published or top.published
    title = _headline(title, found)
    if title and found:
        if not (found[0].kind is ParagraphKind.HEADING and letters_of(found[0].text) == letters_of(title)):
            found.insert(0, Block(title, ParagraphKind.HEADING))
        title = found[0].text
    paragraphs: list[Paragraph] = []
    links: list[Link] = []
    start = 0
    for block in found:
        paragraphs.append(Paragraph(start, start + len(block.text), block.kind))
        links += (link._replace(start=start + link.start, end=start + link.end) for link in block.links)
        start += len(block.text) + 2
    return Article(
        text="\n\n".join(block.text for block in found),
        paragraphs=tuple(paragraphs),
        title=title,
        byline=byline_of(byline),
        published=iso_date(published),
        source=source,
        links=tuple(links),
    )


def _cleaned(block: Block) -> Block:
    """Clean a block's text, and find its links again in what is left of it."""
    text = clean_line(block.text)
    lost = max(0, len(block.text) - len(text))
    links: list[Link] = []
    at = 0
    for link in block.links:
        words = clean_line(block.text[link.start : link.end])
        target = clean_line(link.target)
        found = text.find(words, max(at, link.start - lost)) if words else -1
        if found >= 0 and _TARGET.fullmatch(target):
            at = found + len(words)
            links.append(Link(found, at, target))
    return Block(text, block.kind, tuple(links))


def iso_date(text: str | None) -> str | None:
    """Give the day, as 2024-06-19, of a date in ISO form, in that of mail, or in words; else None."""
    line = clean_line(text or "")[:60]
    if not line:
        return None
    try:
        return datetime.fromisoformat(line).date().isoformat()
    except ValueError:
        pass
    if named := date_line(line):
        return named
    from email.utils import parsedate_to_datetime  # only here: it brings much along

    try:
        return parsedate_to_datetime(line).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _headline(title: str | None, found: list[Block]) -> str | None:
    given = clean_line(title or "")[:_LONGEST_TITLE].strip()
    if given or len(found) < 2:
        return given or None
    first = found[0]
    return first.text if first.kind is ParagraphKind.HEADING and len(first.text) <= _LONGEST_TITLE else None

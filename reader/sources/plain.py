"""Plain text becomes an article: its headline, its headings and its paragraphs."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from reader.article import Article, Paragraph, ParagraphKind, Paragraphs
from reader.narrow import joined
from reader.sources.cleaning import clean
from reader.sources.furniture import is_aside, is_prose, without_furniture
from reader.sources.layout import Block, Layout, blocks
from reader.sources.masthead import byline_names, read_masthead

_LONGEST_HEADING = 90
_MOST_HEADING_WORDS = 14
_FEWEST = 10  # blocks of a stretch: among these is the masthead
_MOST_HEADINGS_IN_A_ROW = 2  # a part and its chapter; more short lines than that are a list or a table


def parse(text: str, source: str | None = None) -> Article:
    """Make an article of any text; its `text` is empty if nothing is left after cleaning."""
    if "\f" in text:
        from reader.sources.sheets import without_sheets  # only here: few have any

        text = without_sheets(text)
    return parse_parts([text], source)


def parse_parts(parts: Iterable[str], source: str | None = None) -> Article:
    """Make the same article of the :func:`~reader.sources.parts.parts` of a text, one after another."""
    stretches = _stretches(parts)
    top, first = _below_masthead(next(stretches, []))
    paragraphs: list[Paragraph] = []

    def texts() -> Iterator[str]:
        for stretch in chain([first], stretches):
            start = paragraphs[-1].end + 2 if paragraphs else 0
            between = "\n\n" if paragraphs and stretch else ""
            for block in stretch:
                paragraphs.append(Paragraph(start, start + len(block.text), block.kind))
                start = paragraphs[-1].end + 2
            yield between + "\n\n".join(block.text for block in stretch)

    return Article(
        text=joined(texts()),
        paragraphs=Paragraphs(paragraphs),
        title=top.headline,
        byline=top.byline and _byline_of(top.byline),
        published=top.published,
        source=source,
    )


def _stretches(parts: Iterable[str]) -> Iterator[list[Block]]:
    """Give the article's own blocks, its headings among them, in stretches that do not depend on each other.

    Each but the last ends above a paragraph that is prose, whatever stands around it.
    """
    layout: Layout | None = None
    waiting: list[Block] = []
    begins = True
    for part in map(clean, parts):
        end = next((i for i in range(len(waiting) - 1, _FEWEST, -1) if is_prose(waiting[i])), 0)
        if end:
            yield _with_headings(without_furniture(waiting[: end + 1], begins))[:-1]
            waiting, begins = waiting[end:], False
        waiting += blocks(part, layout)
        layout = layout or Layout.of(part)
    yield _with_headings(without_furniture(waiting, begins))


class _Top(NamedTuple):
    headline: str | None
    byline: str | None
    published: str | None


def _below_masthead(found: list[Block]) -> tuple[_Top, list[Block]]:
    """Take the lines that tell who wrote an article, and when, from its first blocks."""
    top = read_masthead([block.text for block in found[:_FEWEST]])
    for below in top.taken:  # "Special to The Courier", "BBC News, Oslo"
        if below + 1 < len(found) and found[below + 1].kind is ParagraphKind.HEADING:
            found[below + 1] = found[below + 1]._replace(kind=ParagraphKind.PARAGRAPH)
    headline = None
    if top.headline is not None:
        found[top.headline] = found[top.headline]._replace(kind=ParagraphKind.HEADING)
        headline = found[top.headline].text
    kept = [block for i, block in enumerate(found) if i not in top.taken]
    return _Top(headline, top.byline, top.published), kept


def _byline_of(line: str) -> str | None:
    from reader.sources.bylines import byline_of  # only here: many articles have none

    return byline_of(line)


def _with_headings(found: list[Block]) -> list[Block]:
    """Recognise short lines above running text as headings."""
    row = _MOST_HEADINGS_IN_A_ROW  # nothing stands below the last block, so it is no heading
    for i in range(len(found) - 1, -1, -1):
        if found[i].kind is not ParagraphKind.PARAGRAPH or not _like_heading(found[i].text):
            row = 0
        elif row < _MOST_HEADINGS_IN_A_ROW:
            found[i] = found[i]._replace(kind=ParagraphKind.HEADING)
            row += 1
    return found


def _like_heading(text: str) -> bool:
    if len(text) > _LONGEST_HEADING or is_aside(text) or byline_names(text):
        return False
    if text.isupper() and len(text) > 3:
        return True
    first, last = text[0], text[-1]
    if first in "—–":  # "— Jane Roe", below her words
        return False
    if last in ".,;:!?…-—–" or (last in "”’\"'" and (first in "“‘\"'" or text[-2:-1] in ".,!?…—")):
        return False
    return not first.islower() and text.count(" ") < _MOST_HEADING_WORDS

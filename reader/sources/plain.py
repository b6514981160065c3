"""Plain text becomes an article: its headline, its headings and its paragraphs."""

from reader.article import Article, Paragraph, ParagraphKind
from reader.sources.cleaning import clean
from reader.sources.furniture import is_aside, without_furniture
from reader.sources.layout import Block, blocks
from reader.sources.masthead import byline_names, read_masthead

_LONGEST_HEADING = 90
_MOST_HEADING_WORDS = 14
_MOST_HEADINGS_IN_A_ROW = 2  # a part and its chapter; more short lines than that are a list or a table


def parse(text: str, source: str | None = None) -> Article:
    """Make an article of any text; its `text` is empty if nothing is left after cleaning."""
    if "\f" in text:
        from reader.sources.sheets import without_sheets  # only here: few have any

        text = without_sheets(text)
    found = without_furniture(blocks(clean(text)))
    top = read_masthead([block.text for block in found[:10]])
    kinds = _with_headings(found)
    for below in top.taken:  # "Special to The Courier", "BBC News, Oslo"
        if below + 1 < len(kinds) and kinds[below + 1] is ParagraphKind.HEADING:
            kinds[below + 1] = ParagraphKind.PARAGRAPH
    if top.headline is not None:
        kinds[top.headline] = ParagraphKind.HEADING
    kept = [i for i in range(len(found)) if i not in top.taken]
    paragraphs: list[Paragraph] = []
    start = 0
    for i in kept:
        end = start + len(found[i].text)
        paragraphs.append(Paragraph(start, end, kinds[i]))
        start = end + 2
    return Article(
        text="\n\n".join(found[i].text for i in kept),
        paragraphs=tuple(paragraphs),
        title=None if top.headline is None else found[top.headline].text,
        byline=top.byline and _byline_of(top.byline),
        published=top.published,
        source=source,
    )


def _byline_of(line: str) -> str | None:
    from reader.sources.bylines import byline_of  # only here: many articles have none

    return byline_of(line)


def _with_headings(found: list[Block]) -> list[ParagraphKind]:
    """Give every block's kind, short lines above running text recognised as headings."""
    kinds = [block.kind for block in found]
    row = _MOST_HEADINGS_IN_A_ROW  # nothing stands below the last block, so it is no heading
    for i in range(len(found) - 1, -1, -1):
        if kinds[i] is not ParagraphKind.PARAGRAPH or not _like_heading(found[i].text):
            row = 0
        elif row < _MOST_HEADINGS_IN_A_ROW:
            kinds[i] = ParagraphKind.HEADING
            row += 1
    return kinds


def _like_heading(text: str) -> bool:
    if len(text) > _LONGEST_HEADING or is_aside(text) or byline_names(text):
        return False
    if text.isupper() and len(text) > 3:
        return True
    first, last = text[0], text[-1]
    if last in ".,;:!?…-—–" or (last in "”’\"'" and (first in "“‘\"'" or text[-2:-1] in ".,!?…—")):
        return False
    return not first.islower() and text.count(" ") < _MOST_HEADING_WORDS

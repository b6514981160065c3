"""The beginning of a long plain text, which is on the screen while the rest has still to be read.

It must look as it does in the whole. So whatever is decided for all of a text (encoding, format, language,
how paragraphs are marked, which words a line divides) is decided by a part that both begin with.
"""

from dataclasses import replace

from reader.article import Article, ParagraphKind
from reader.sources.errors import SourceError
from reader.sources.formats import Format
from reader.sources.layout import TELLING
from reader.sources.reading import format_of, parsed

#: Bytes; what is shorter is read in a frame's time, and has no beginning of its own.
LONG = 1 << 20
#: So many bytes are read for a beginning: enough for :data:`~reader.sources.layout.TELLING` characters.
PART = 1 << 18
_SHOWN = 48_000  # characters; the screen lays out as many at once
_FEWEST = 20  # paragraphs; the masthead is among the first ten
_FURNITURE = 120  # characters; so short a paragraph may be none, which those below it tell


def beginning(data: bytes, source: str | None = None) -> Article | None:
    """Give the first paragraphs of a long text from its first :data:`PART` bytes.

    None where they do not tell enough: what is no plain UTF-8 text, or has no paragraphs, is read wholly.
    """
    part = data[: data.rfind(b"\n") + 1]
    try:
        part.decode()
        form, text = format_of(part)
        (article,) = parsed(form, part, text, source) if form is Format.TEXT else [None]
    except (SourceError, UnicodeDecodeError):
        return None
    if article is None or len(article.text) < TELLING:
        return None
    count = article.paragraph_at(_SHOWN)
    while count and not _stands(article, count - 1):
        count -= 1
    if count < _FEWEST:
        return None
    paragraphs = article.paragraphs[:count]
    return replace(article, text=article.text[: paragraphs[-1].end], paragraphs=paragraphs)


def _stands(article: Article, number: int) -> bool:
    """Tell whether a paragraph is what it is, whatever follows."""
    start, end, kind = article.paragraphs[number]
    return kind is ParagraphKind.PARAGRAPH and end - start > _FURNITURE

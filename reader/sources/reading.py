"""From bytes to articles: the format is recognised by content, and handed to its module."""

from importlib import import_module
from typing import NamedTuple

from reader.article import Article
from reader.sources import plain
from reader.sources.charsets import decode_declared
from reader.sources.decoding import decode
from reader.sources.errors import SourceError
from reader.sources.formats import Format, binary_format, expand, text_format

#: Bytes; more than this is no article and would only fill the memory.
MOST_BYTES = 100 * 1024 * 1024

# Where each format is read. Text formats take a str, the others bytes; each gives one article or several.
_MODULES = {
    Format.MARKDOWN: "markdown",
    Format.PAGE: "pages",
    Format.FEED: "feeds",
    Format.MAIL: "mail",
    Format.PDF: "pdf",
    Format.EPUB: "epub",
    Format.DOCX: "docx",
}
_AS_BYTES = frozenset({Format.PDF, Format.EPUB, Format.DOCX, Format.MAIL})


class Document(NamedTuple):
    """Bytes to be read, with what came with them."""

    data: bytes
    source: str | None = None
    charset: str | None = None


def format_of(data: bytes, charset: str | None = None) -> tuple[Format, str]:
    """Tell what unpacked bytes are; with the text, where they are text."""
    if binary := binary_format(data):
        return binary, ""
    declared = data[:1].isspace() or data[:1] == b"<" or charset is not None
    text = decode_declared(data, charset) if declared else decode(data)
    return text_format(text), text


def read(data: bytes, source: str | None = None, charset: str | None = None) -> list[Article]:
    """Give the articles in `data`, at least one; :class:`SourceError` (a clause, no subject) says why not.

    `charset` is what came with the data, such as a header. Nothing is fetched, and no file opened.
    """
    data = expand(data, MOST_BYTES)
    form, text = format_of(data, charset)
    return parsed(form, data, text, source)


def parsed(form: Format, data: bytes, text: str, source: str | None) -> list[Article]:
    """Give the articles in unpacked bytes whose format and `text` :func:`format_of` told."""
    articles = [article for article in _found(form, data, text, source) if article.text]
    if not articles:
        raise SourceError("is empty: there is nothing to read")
    return articles


def _found(form: Format, data: bytes, text: str, source: str | None) -> list[Article]:
    if form is Format.TEXT:
        return [plain.parse(text, source)]
    try:
        module = import_module(f"reader.sources.{_MODULES[form]}")
        found: Article | list[Article] = module.parse(data if form in _AS_BYTES else text, source)
    except SourceError:
        raise
    except ImportError:
        raise
    except Exception as error:  # other people's parsers may fail in any way
        raise SourceError(f"is {form.value} too damaged to be read ({type(error).__name__})") from None
    return found if isinstance(found, list) else [found]

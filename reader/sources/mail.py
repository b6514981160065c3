"""A mail becomes an article: its text, with subject, sender and date."""

import email
import email.policy
from email.message import EmailMessage
from itertools import islice

from reader.article import Article
from reader.sources import plain
from reader.sources.charsets import decode_declared
from reader.sources.composing import compose
from reader.sources.errors import SourceError
from reader.sources.furniture import without_furniture
from reader.sources.layout import Block
from reader.sources.markup import blocks_of

_MOST_PARTS = 100
_STUB = 4  # times as many words in the HTML: then the plain text is none


def parse(data: bytes, source: str | None = None) -> Article:
    """Make an article of a mail (RFC 5322); plain text goes before HTML, attachments are left.

    Not so in newsletters whose plain text only says where the rest is.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    texts = {part.get_content_subtype(): _blocks(part) for part in reversed(_texts_of(message))}
    if not texts:
        raise SourceError("is a mail without text: there is nothing to read")
    blocks = texts.get("plain", [])
    if "html" in texts and _STUB * _words(blocks) < _words(texts["html"]):
        blocks = texts["html"]
    return compose(
        blocks,
        title=_header(message, "subject"),
        byline=_sender(message),
        published=_header(message, "date"),
        source=source,
    )


def _texts_of(message: EmailMessage) -> list[EmailMessage]:
    parts = islice(message.walk(), _MOST_PARTS)
    return [
        part
        for part in parts
        if part.get_content_type() in ("text/plain", "text/html")
        and part.get_content_disposition() != "attachment"
        and part.get_payload()
    ]


def _blocks(part: EmailMessage) -> list[Block]:
    payload = part.get_payload(decode=True)
    text = decode_declared(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
    if part.get_content_subtype() == "html":
        return without_furniture(blocks_of(text))
    article = plain.parse(text)
    return [Block(article.text[p.start : p.end], p.kind) for p in article.paragraphs]


def _words(blocks: list[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except Exception:  # the header parser of the standard library fails in many ways on broken headers
        return None
    return None if value is None else str(value)


def _sender(message: EmailMessage) -> str | None:
    """Give the sender's name, or else the address."""
    from email.utils import parseaddr

    name, address = parseaddr(_header(message, "from") or "")
    return name or address or None

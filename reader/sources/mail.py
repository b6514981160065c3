"""A mail becomes an article: its text, with subject, sender and date."""

import email
import email.policy
from email.message import EmailMessage

from reader.article import Article
from reader.sources import plain
from reader.sources.charsets import decode_declared
from reader.sources.composing import compose
from reader.sources.errors import SourceError
from reader.sources.layout import Block
from reader.sources.markup import blocks_of

_MOST_PARTS = 100


def parse(data: bytes, source: str | None = None) -> Article:
    """Make an article of a mail (RFC 5322); plain text goes before HTML, attachments are left."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    part = _text_of(message)
    if part is None:
        raise SourceError("is a mail without text: there is nothing to read")
    payload = part.get_payload(decode=True)
    text = decode_declared(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
    blocks: list[Block]
    if part.get_content_subtype() == "html":
        blocks = blocks_of(text)
    else:
        article = plain.parse(text)
        blocks = [Block(article.text[p.start : p.end], p.kind) for p in article.paragraphs]
    return compose(
        blocks,
        title=_header(message, "subject"),
        byline=_sender(message),
        published=_header(message, "date"),
        source=source,
    )


def _text_of(message: EmailMessage) -> EmailMessage | None:
    parts = []
    for number, part in enumerate(message.walk()):
        if number == _MOST_PARTS:
            break
        is_text = part.get_content_type() in ("text/plain", "text/html")
        if is_text and part.get_content_disposition() != "attachment" and part.get_payload():
            parts.append(part)
    return next((p for p in parts if p.get_content_subtype() == "plain"), parts[0] if parts else None)


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

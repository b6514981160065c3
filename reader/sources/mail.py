"""A mail becomes an article: its text, with subject, sender and date, or those of one that it passes on."""

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from itertools import islice
from typing import NamedTuple

from reader.article import Article
from reader.sources import plain
from reader.sources.charsets import decode_declared
from reader.sources.cleaning import clean
from reader.sources.composing import compose, iso_date
from reader.sources.errors import SourceError
from reader.sources.furniture import without_furniture
from reader.sources.layout import Block
from reader.sources.markup import blocks_of

_MAIL = "message/rfc822"
_MOST_PARTS = 100
_STUB = 4  # times as many words in the HTML: then the plain text is none
_NOTE = 50  # words; who passes a mail on adds fewer
_TOP = 60  # lines; behind them no header of another mail is looked for
_FORWARDED = re.compile(
    r"-{2,} ?(?:forwarded|original) message ?-{2,}|begin forwarded message:", re.IGNORECASE
)
_FIELD = re.compile(r"(from|date|sent|subject|to|cc|reply-to):\s*(.*)", re.IGNORECASE)
_REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


class _Mail(NamedTuple):
    """What was read of a mail; `fields` are the header of another that it passes on."""

    blocks: list[Block]
    fields: dict[str, str]


def parse(data: bytes, source: str | None = None) -> Article:
    """Make an article of a mail (RFC 5322); plain text goes before HTML, attachments are left.

    Not so in newsletters whose plain text only says where the rest is, and in mails that pass another on.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    found = _read(message)
    other = next((part for part in _parts(message) if part.get_content_type() == _MAIL), None)
    inner = None if other is None else other.get_payload(0)
    if isinstance(inner, EmailMessage) and (found is None or _words(found.blocks) < _NOTE):
        message, found = inner, _read(inner)
    if found is None:
        raise SourceError("is a mail without text: there is nothing to read")
    return compose(
        found.blocks,
        title=_REPLY.sub("", found.fields.get("subject") or _header(message, "subject") or "", count=1),
        byline=_sender(found.fields.get("from") or _header(message, "from") or ""),
        published=iso_date(found.fields.get("date")) or _header(message, "date"),
        source=source,
    )


def _read(message: EmailMessage) -> _Mail | None:
    texts: dict[str, _Mail] = {}
    for part in islice(_parts(message), _MOST_PARTS):
        kind = part.get_content_type()
        shown = part.get_content_disposition() != "attachment" and part.get_payload()
        if kind in ("text/plain", "text/html") and shown:
            blocks, fields = _part(part)
            before = texts.get(kind, _Mail([], {}))
            texts[kind] = _Mail(before.blocks + blocks, before.fields or fields)
    text, page = texts.get("text/plain"), texts.get("text/html")
    if text is None or (page is not None and _STUB * _words(text.blocks) < _words(page.blocks)):
        return page
    return text


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Give the parts of a mail in order, but not those of a mail in it."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        yield part
        if part.is_multipart() and part.get_content_type() != _MAIL:
            waiting += (each for each in reversed(list(part.iter_parts())) if isinstance(each, EmailMessage))


def _part(part: EmailMessage) -> _Mail:
    payload = part.get_payload(decode=True)
    text = decode_declared(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
    if part.get_content_subtype() == "html":
        blocks = without_furniture(blocks_of(text))
        start, end, fields = _passed_on([block.text for block in blocks])
        return _Mail(blocks[:start] + blocks[end:], fields)
    text, _, _ = clean(text).partition("\n-- \n")  # RFC 3676: a signature follows
    lines = text.split("\n")
    start, end, fields = _passed_on(lines)
    article = plain.parse("\n".join([*lines[:start], "", *lines[end:]]))
    return _Mail([Block(article.text[p.start : p.end], p.kind) for p in article.paragraphs], fields)


def _passed_on(lines: Sequence[str]) -> tuple[int, int, dict[str, str]]:
    """Find the header of another mail that this one passes on: where it begins and ends, and its fields."""
    stripped = [line.strip("> ") for line in lines[:_TOP]]
    start = next((i for i, line in enumerate(stripped) if _FORWARDED.fullmatch(line)), None)
    if start is None or sum(len(line.split()) for line in stripped[:start]) >= _NOTE:
        return 0, 0, {}
    fields: dict[str, str] = {}
    end = start + 1
    while end < len(stripped) and (not stripped[end] or _FIELD.fullmatch(stripped[end])):
        if field := _FIELD.fullmatch(stripped[end]):
            name = field[1].lower()
            fields.setdefault("date" if name == "sent" else name, field[2])
        elif fields:
            break
        end += 1
    return start, end, fields


def _words(blocks: list[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except Exception:  # the header parser of the standard library fails in many ways on broken headers
        return None
    return None if value is None else str(value)


def _sender(sender: str) -> str | None:
    """Give the sender's name, or else the address."""
    from email.utils import parseaddr

    name, address = parseaddr(sender)
    return name or address or None

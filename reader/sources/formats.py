"""What a file is, told by its first bytes and never by its name; and gzip undone."""

import re
import zlib
from enum import Enum

from reader.sources.errors import SourceError

_HEAD = 1 << 14  # so many bytes tell


class Format(Enum):
    """A format that the reader reads; its value is what a person calls it."""

    TEXT = "a text"
    MARKDOWN = "Markdown"
    PAGE = "a web page"
    FEED = "a feed"
    MAIL = "a mail"
    PDF = "a PDF"
    EPUB = "an e-book"
    DOCX = "a Word document"


# Patterns that plain text does not need are compiled when they are used, for start-up would feel it.
# Atomic and possessive, so that no head of a file can make them try every way to divide it.
_PROLOGUE = r"(?>\s|<\?.*?\?>|<!--.*?-->)*+"
_MARKUP = re.IGNORECASE | re.DOTALL
_FEED_START = (
    _PROLOGUE + r"(?><!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)?+" + _PROLOGUE + r"<(?:rss|feed|rdf:RDF)[\s>]"
)
_PAGE_START = _PROLOGUE + r"<(?:!doctype\s+html|html|head|body)\b"
_FRAGMENT_START = r"\s*<(?:article|main|div|section|h1|p|meta|title|table)\b[^<>]*>"
_FRAGMENT_END = r"</(?:p|div|article|main|section|table)>"
_MAIL_FIELD = re.compile(r"(?:From |[A-Za-z][A-Za-z0-9-]{0,60}:)")
_MAIL_KNOWN = (
    r"^(?:from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type):"
)
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_LINK = re.compile(r"\[[^\]\n]{1,200}\]\((?:https?://|mailto:|[./#])[^)\s]{0,500}\)")
_STRESS = re.compile(r"(?<!\w)(\*\*|__)(?=\S)[^*_\n]{1,200}(?<=\S)\1(?!\w)")
_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n(?:[A-Za-z_]+:.*\n(?:(?:[ -] ?.*)?\n){0,40}?){1,40}---\n")

_TOML_FRONT_MATTER = r"\A\+\+\+\n(?:[A-Za-z_]+ ?=.*\n)"


def binary_format(data: bytes) -> Format | None:
    """Tell the formats that are no text."""
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(b"PK\x03\x04"):
        head = data[:200]
        if b"application/epub+zip" in head or b"META-INF/container.xml" in data:
            return Format.EPUB
        if b"word/document" in data:
            return Format.DOCX
    return None


def text_format(text: str) -> Format:
    """Tell what sort of text it is."""
    head = text[:_HEAD].lstrip("\ufeff\n\r\t ")
    if head.startswith("<"):
        if re.match(_FEED_START, head, _MARKUP):
            return Format.FEED
        if re.match(_PAGE_START, head, _MARKUP) or _is_fragment(head):
            return Format.PAGE
    if _is_mail(head):
        return Format.MAIL
    return Format.MARKDOWN if _is_markdown(head) else Format.TEXT


def _is_fragment(head: str) -> bool:
    opens = re.match(_FRAGMENT_START, head, re.IGNORECASE)
    return opens is not None and re.search(_FRAGMENT_END, head, re.IGNORECASE) is not None


def _is_mail(head: str) -> bool:
    header, blank, _ = head.replace("\r\n", "\n").partition("\n\n")
    lines = header.split("\n")
    fields = [line for line in lines if not line[:1].isspace()]
    if not blank or not all(_MAIL_FIELD.match(line) for line in fields):
        return False
    known = {match.lower() for match in re.findall(_MAIL_KNOWN, header, re.IGNORECASE | re.MULTILINE)}
    return len(known) >= 3 and "from:" in known


def _is_markdown(head: str) -> bool:
    """Markdown is told by what no plain text has: two headings with #, or links, or stress and a heading."""
    head = head.replace("\r\n", "\n")
    headings = len(_HEADING.findall(head))
    other = len(_LINK.findall(head)) + len(_STRESS.findall(head)) + len(_FENCE.findall(head))
    front = _FRONT_MATTER.match(head) is not None or re.match(_TOML_FRONT_MATTER, head) is not None
    return front or headings >= 2 or (headings == 1 and (other > 0 or head.startswith("# "))) or other >= 2


def expand(data: bytes, most: int) -> bytes:
    """Undo gzip, as often as three times; :class:`SourceError` if more than `most` bytes come of it."""
    for _ in range(3):
        if not data.startswith(b"\x1f\x8b"):
            return data
        data = _gunzip(data, most)
    return data


def _gunzip(data: bytes, most: int) -> bytes:
    pieces: list[bytes] = []
    room = most
    while data.startswith(b"\x1f\x8b") and room > 0:  # gzip files may be joined end to end
        unpacker = zlib.decompressobj(wbits=31)
        try:
            piece = unpacker.decompress(data, room + 1)
        except zlib.error:
            raise SourceError("is a damaged gzip file: it cannot be unpacked") from None
        pieces.append(piece)
        room -= len(piece)
        if room < 0:
            raise SourceError(f"unpacks to more than {most >> 20} MB: split it and open the parts")
        if not unpacker.eof:
            break  # cut short: what there is can be read
        data = unpacker.unused_data
    return b"".join(pieces)

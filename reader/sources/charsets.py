"""What encoding a document is in by its own account: the header that came with it, or a mark inside."""

import re

from reader.sources.decoding import decode, is_misread, unicode_of
from reader.sources.mojibake import mended

_HEAD = 4096  # bytes; the HTML standard looks for the mark in the first 1,024
_MARK = (
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{2,30})"""
)
_KNOWN = r"(iso-?8859|windows-?125|cp125|koi8|gb|big5|shift|sjis|euc|mac|iso-2022|utf-?16|latin)[\w-]*"
_AS_WINDOWS = r"(iso-?8859-?1|latin-?1|us-ascii|ascii)"  # by the WHATWG Encoding Standard


def decode_declared(data: bytes, charset: str | None = None) -> str:
    """Give the text of bytes that may say what they are in; `charset` is what came with them.

    UTF-8 that is right to the last byte is UTF-8, whatever is said of it; a declaration is believed next,
    unless it cannot be true; then the bytes alone count (:func:`~reader.sources.decoding.decode`).
    """
    if unicode_of(data):
        return decode(data)
    try:
        return mended(data.decode())
    except UnicodeDecodeError:
        pass
    found = re.search(_MARK, data[:_HEAD], re.IGNORECASE)
    marked = (found[1] or found[2]).decode("ascii", "replace") if found else None
    for name in (charset, marked):
        text = _decoded(data, name.strip().lower()) if name else None
        if text is not None:
            return mended(text)
    return decode(data)


def _decoded(data: bytes, name: str) -> str | None:
    name = "windows-1252" if re.fullmatch(_AS_WINDOWS, name) else name
    if not re.fullmatch(_KNOWN, name):
        return None
    try:
        text = data.decode(name, "replace")
    except (LookupError, UnicodeError):
        return None
    if name == "windows-1252" and is_misread(text):  # what is said where nobody has thought of it
        return None
    return text if text.count("\ufffd") * 50 <= len(text) else None

"""Bytes become text: Unicode where it is Unicode, else the likeliest of the older encodings."""

import codecs
import re

from reader.sources.errors import SourceError
from reader.sources.mojibake import mended

_MARKS = (  # UTF-32's little-endian mark begins with that of UTF-16: the longer ones come first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (DOCX and EPUB are such)"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"{\\rtf", "rich text"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_HEAD = 1 << 14  # so many bytes tell what a file is
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\b\x1b")
_HIGH_BYTES = re.compile(rb"[\x80-\xff]")
# Read as windows-1252, other encodings put capitals and signs behind small letters: "wonÕt", "zosta³".
_MISREAD = re.compile("[a-zß-öø-ÿ][À-ÖØ-Þ¡-©¬-¶¸¹¼-¿×÷]")


def decode(data: bytes) -> str:
    """Give the text that `data` spells; :class:`SourceError` (a clause without a subject) if it is none."""
    return mended(_decoded(data))


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for magic, what in _FORMATS:
        if data.startswith(magic):
            raise SourceError(f"is {what}, not plain text: save it as text first")
    controls = _share(data[:_HEAD].translate(None, _CONTROLS), data[:_HEAD])
    if controls > 0.3:
        raise _not_text()
    try:
        return data.decode()
    except UnicodeDecodeError:
        if controls > 0.02:
            raise _not_text() from None
    return _damaged_utf8(data) or _windows_1252(data) or _detected(data)


def _share(rest: bytes, whole: bytes) -> float:
    return 1 - len(rest) / len(whole) if whole else 0.0


def _not_text() -> SourceError:
    return SourceError("is a binary file, not text: nothing in it can be read")


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bad bytes, such as a file cut in the middle of a character."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for _ in re.finditer(r"[^\x00-\x7f\ufffd]", text[: 1 << 20]))
    return text if bad * 10 <= good else None


def _windows_1252(data: bytes) -> str | None:
    """What English news most often is, if it is not Unicode; guessers take it for its neighbours."""
    sample = data[: 1 << 20]
    high = len(_HIGH_BYTES.findall(sample))
    if high > 0.1 * len(sample):
        return None
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        return None
    return text if len(_MISREAD.findall(text[: 1 << 20])) <= 0.1 * high else None


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes  # only here: start-up does without it

    best = from_bytes(data[: 1 << 18]).best()
    if best is None:
        raise SourceError("is in no encoding that the reader knows: save it as UTF-8")
    return data.decode(best.encoding, "replace")

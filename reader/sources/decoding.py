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
_UNREADABLE = 0.05  # of the characters, in a text that is shown all the same
_FOREIGN = re.compile(r"[^\x00-\x7f\ufffd]")
_WIDE = 0.8  # of the characters: so many of a Western text have an empty byte in UTF-16
_SAMPLE = 1 << 17  # so many characters tell whether it is damaged UTF-8, unless they are ASCII
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\b\x1b")
_HIGH_BYTES = re.compile(rb"[\x80-\xff]")
# Read as windows-1252, other encodings put capitals and signs behind small letters: "wonÕt", "zosta³".
_MISREAD = re.compile("[a-zß-öø-ÿ][À-ÖØ-Þ¡-©¬-¶¸¹¼-¿×÷]")
_PILES = re.compile("[À-ÿ]{6}")  # no Western word has so many accents in a row


def unicode_of(data: bytes) -> str | None:
    """Tell the Unicode encoding that is marked, or that every other byte is empty in; else None."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked:
        return marked
    even, odd = data[:_HEAD:2], data[1:_HEAD:2]
    if not data.startswith(tuple(magic for magic, _ in _FORMATS)) and len(even) > 8:
        empty = (even.count(0) / len(even), odd.count(0) / len(odd))
        if max(empty) > _WIDE and min(empty) < 1 - _WIDE:
            return "utf-16-le" if empty[1] > empty[0] else "utf-16-be"
    return None


def decode(data: bytes) -> str:
    """Give the text that `data` spells; :class:`SourceError` (a clause without a subject) if it is none."""
    return mended(_decoded(data))


def _decoded(data: bytes) -> str:
    if encoding := unicode_of(data):
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
    if b"\r" in data and b"\n" not in data:  # only the old Macintosh ended its lines so
        return data.decode("mac-roman")
    return _damaged_utf8(data) or _windows_1252(data) or _mixed(data) or _detected(data)


def _share(rest: bytes, whole: bytes) -> float:
    return 1 - len(rest) / len(whole) if whole else 0.0


def _not_text() -> SourceError:
    return SourceError("is a binary file, not text: nothing in it can be read")


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bad bytes, such as a file cut in the middle of a character."""
    text = data.decode("utf-8", "replace")
    sample = text if text[:_SAMPLE].isascii() else text[:_SAMPLE]
    bad = sample.count("\ufffd")
    good = sum(1 for _ in _FOREIGN.finditer(sample))
    return text if bad * 10 <= good else None


def _windows_1252(data: bytes) -> str | None:
    """What English news most often is, if it is not Unicode; guessers take it for its neighbours."""
    sample = data[: 1 << 20]
    if len(_HIGH_BYTES.findall(sample)) > 0.1 * len(sample):
        return None
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        return None
    return None if is_misread(text) else text


def is_misread(text: str) -> bool:
    """Tell whether what was read as windows-1252 must be something else."""
    sample = text[: 1 << 20]
    high = sum(1 for _ in re.finditer(r"[^\x00-\x7f]", sample))
    return len(_MISREAD.findall(sample)) > 0.1 * high or _PILES.search(sample) is not None


def _mixed(data: bytes) -> str | None:
    """Two encodings in one file, one of them UTF-8: what can be read is shown."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    is_utf8 = _FOREIGN.search(text) is not None and bad <= _UNREADABLE * len(text)
    return text if is_utf8 else None


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes  # only here: start-up does without it

    best = from_bytes(data[: 1 << 18]).best()
    if best is None:
        raise SourceError("is in no encoding that the reader knows: save it as UTF-8")
    return data.decode(best.encoding, "replace")

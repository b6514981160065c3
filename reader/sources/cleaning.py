"""The one place where text is made harmless.

After :func:`clean` a text holds no control code but the newline, nothing that turns the direction of writing,
nothing invisible that splits a name, and no lone surrogate; its line breaks are ``\\n``, its spaces are plain
and its accents composed (NFC). Both functions give their own output back unchanged.
"""

import re
import unicodedata

# Whole terminal sequences go first, so that "\x1b[1m" does not leave "[1m" behind. An unterminated one
# loses only its escape character: it must not swallow the article.
_SEQUENCES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|\x1b[]PX^_][^\x07\x1b\n\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[()*+][0-9A-Za-z]"  # choice of character set
)
_LINE_BREAKS = "\r\x0b\x0c\x1c-\x1e\x85\u2028"
_PARAGRAPH_BREAK = "\u2029"
_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_DROPPED = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # controls
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of writing (Unicode Annex 9)
    "\xad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # soft hyphen, zero width, annotation
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e001f\U000e0080-\U000e0fff"  # non-characters, selectors
)
_TAGS = "\U000e0020-\U000e007f"
# Eight-bit controls in a text are mostly windows-1252 that was taken for Latin-1: its quotation marks and
# dashes. What is no character there either is dropped with the rest.
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_SURROGATES = "\ud800-\udfff"
_JOINERS = "\u200c\u200d"

_DIRTY = re.compile(f"[\t{_LINE_BREAKS}{_PARAGRAPH_BREAK}{_SPACES}{_DROPPED}{_TAGS}{_SURROGATES}]")
_LINE_BREAK = re.compile(f"[{_LINE_BREAKS}]")
_SPACE = re.compile(f"[{_SPACES}]")
# Tag characters hide text, except after a black flag, where they spell England, Scotland or Wales.
_DROP = re.compile(f"[{_DROPPED}]+|(?<![\U0001f3f4{_TAGS}])[{_TAGS}]+")
_SURROGATE = re.compile(f"[{_SURROGATES}]")
# Joiners shape emoji, Persian and Indic writing; beside Latin letters they only break words in two.
_SHAPED = f"[^\x00-\u05ff{_JOINERS}{_SPACES}]"
_STRAY_JOINER = re.compile(f"(?<!{_SHAPED})[{_JOINERS}]+|[{_JOINERS}]+(?!{_SHAPED})")


def clean(text: str) -> str:
    """Make any text harmless and plain; of clean text, give the very same."""
    if _DIRTY.search(text):
        text = _SEQUENCES.sub("", text) if "\x1b" in text else text
        text = _C1.sub(_windows_1252, text)
        text = text.replace("\r\n", "\n").replace(_PARAGRAPH_BREAK, "\n\n").replace("\t", "    ")
        text = _SPACE.sub(" ", _LINE_BREAK.sub("\n", text.replace("\xa0", " ")))
        text = _SURROGATE.sub("\ufffd", _DROP.sub("", text))
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    if "\u200c" in text or "\u200d" in text:
        text = unicodedata.normalize("NFC", _STRAY_JOINER.sub("", text))
    return text


def _windows_1252(found: re.Match[str]) -> str:
    return found[0].encode("latin-1").decode("windows-1252", "ignore")


def clean_line(text: str) -> str:
    """Make text harmless that must stand on one line: a title, a file name, a byline, a message."""
    return " ".join(clean(text).split())

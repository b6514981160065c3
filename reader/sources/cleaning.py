"""The one place where text is made harmless.

After :func:`clean` a text holds no control code but the newline, nothing that turns the direction of writing,
nothing invisible that splits a name, no lone surrogate, and no letter under a pile of marks; its line breaks
are ``\\n``, its spaces are plain and its accents composed (NFC). Both functions give their own
output back unchanged.
"""

import re
import unicodedata

# Patterns that most texts do not need are compiled when one does, for start-up would feel it.
# Whole terminal sequences go first, so that "\x1b[1m" does not leave "[1m" behind. An unterminated one
# loses only its escape character: it must not swallow the article.
_SEQUENCES = (
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|\x1b[]PX^_][^\x07\x1b\n\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[()*+][0-9A-Za-z]"  # choice of character set
)
_LINE_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028"
_SPACES = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DROPPED = (
    "\x00-\x08\x0e-\x1b\x1f\x7f"  # controls; those from \x80 on: see _Mended
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of writing (Unicode Annex 9)
    "\xad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # soft hyphen, zero width, annotation
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e001f\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"  # none
)
_TAGS = "\U000e0020-\U000e007f"
_JOINERS = "\u200c\u200d"

# Tag characters hide text, except after a black flag, where they spell England, Scotland or Wales.
_DIRTY = (
    f"[\t{_LINE_BREAKS}\u2029{_SPACES}{_DROPPED}\x80-\x9f\ud800-\udfff]+|(?<![\U0001f3f4{_TAGS}])[{_TAGS}]+"
)
# Joiners shape emoji, Persian and Indic writing; beside Latin letters they only break words in two.
_SHAPED = f"[^\x00-\u05ff{_JOINERS}{_SPACES}]"
# Only marks pile up in these ranges; where they do, composing them takes time that grows with the square.
_PILE = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u1dff\u20d0-\u20ff\u2cef-\u2dff\u302a-\u309a\ua66f-\uabff"
    "\ufb1e\ufe20-\ufe2f\U00010000-\U0001ffff]{32,}"
)
_MOST_MARKS = 30  # on one letter; the Stream-Safe Text Format of Unicode Annex 15
_STRAY_JOINER = f"(?<!{_SHAPED})[{_JOINERS}]+|[{_JOINERS}]+(?!{_SHAPED})"


class _Mended(dict[int, str]):
    """What stands for a dirty character, for `str.translate`; most are dropped."""

    def __missing__(self, code: int) -> str:
        if 0x80 <= code < 0xA0:  # windows-1252 that was taken for Latin-1: its quotation marks and dashes
            return bytes([code]).decode("windows-1252", "ignore")
        return "\ufffd" if 0xD800 <= code <= 0xDFFF else ""


_MENDED = _Mended(
    {9: "    ", 0x2029: "\n\n"}
    | dict.fromkeys(map(ord, _LINE_BREAKS), "\n")
    | dict.fromkeys(map(ord, _SPACES), " ")
)


def clean(text: str) -> str:
    """Make any text harmless and plain; of clean text, give the very same."""
    # Python calls printable what is no control, format or unassigned code and no space but the plain one.
    if not text.replace("\n", "").isprintable():
        text = re.sub(_SEQUENCES, "", text) if "\x1b" in text else text
        text = text.replace("\r\n", "\n").replace("\xa0", " ")
        text = re.sub(_DIRTY, lambda found: found[0].translate(_MENDED), text)
    if text.isascii() or _is_western(text):
        return text
    text = _composed(text)
    if re.search("[\ufb00-\ufb06]", text):  # one letter to a typesetter, two to whoever searches
        text = re.sub("[\ufb00-\ufb06]", lambda found: unicodedata.normalize("NFKC", found[0]), text)
    if "\u200c" in text or "\u200d" in text:
        text = _composed(re.sub(_STRAY_JOINER, "", text))
    return text


def _is_western(text: str) -> bool:
    """Tell, fast, whether windows-1252 has all of it: most news is so, and nothing there can be composed."""
    try:
        text.encode("windows-1252")
    except UnicodeEncodeError:
        return False
    return True


def _composed(text: str) -> str:
    """Compose accents, of which no letter keeps more than thirty."""
    text = re.sub(_PILE, _levelled, text)
    composed = unicodedata.normalize("NFC", text)
    return composed if composed == text else re.sub(_PILE, _levelled, composed)


def _levelled(pile: re.Match[str]) -> str:
    kept: list[str] = []
    height = 0
    for char in pile[0]:
        height = height + 1 if unicodedata.combining(char) else 0
        if height <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def clean_line(text: str) -> str:
    """Make text harmless that must stand on one line: a title, a file name, a byline, a message."""
    return " ".join(clean(text).split())


def letters_of(text: str) -> str:
    """Give the letters and digits of a text, in small letters: the same where two lines say the same."""
    return "".join(char for char in text.casefold() if char.isalnum())

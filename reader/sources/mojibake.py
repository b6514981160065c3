"""UTF-8 that a program on the way took for windows-1252: “ has become â€œ, é has become Ã©."""

import re

_FIRSTS = "ÂÃÅâð"
_SIGNS = f"[{_FIRSTS}][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd]"
# The last byte of ” is none in windows-1252, so some programs lose it.
_LOST = "â€\ufffd"


def mended(text: str) -> str:
    """Mend the lines that are so, by ftfy (Speer 2019); every other line comes back as it is."""
    if not any(first in text for first in _FIRSTS) or not re.search(_SIGNS, text):
        return text
    from ftfy import fix_encoding  # only here: start-up does without it

    lines = text.replace(_LOST, "”").split("\n")
    return "\n".join(fix_encoding(line) if re.search(_SIGNS, line) else line for line in lines)

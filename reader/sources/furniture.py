"""What comes along when somebody copies a web page: menus, calls to share, marks of advertisements.

The words are data, in ``furniture.txt``. Only whole lines are left out, and only such as say nothing of the
article; a line that could be its own is left out only in a row with one that could not.
"""

import re
from collections.abc import Sequence
from functools import partial
from itertools import groupby

from reader.article import ParagraphKind
from reader.sources.layout import Block
from reader.sources.masthead import is_headline
from reader.sources.wordlists import words

_words = partial(words, "furniture.txt")
_LONGEST = 45  # characters; the longest line of the list has fewer
_LONGEST_CREDIT = 120
_LONGEST_NOTICE = 250
_LONGEST_MENU = 25  # lines
_MENU_WORDS = 5  # in one of them, at most
_FIRST = 4  # so many lines can tell which story it is
_LONGEST_SLUG = 80
_CYCLES = ("BC-", "AM-", "PM-")  # of newspapers: "BC-EU--Ferry-Vote"
# Names of people and agencies: "Omar Díaz/The Courier via AP".
_OWNERS = r"[A-Z][\w.'’-]*(?:[ /,|&]+(?:[A-Z][\w.'’-]*|and|for|of|the|via|file|handout|pool))*"
_RULES = "_-–—*·~=# "
_MARKS = re.compile(r"[^\w&:©]+")
_CREDIT = re.compile(
    r"(?:\bcredit|\bphoto(?:graph)?s?(?: by)?|\bimage)\s?(?:[:.…]|\.\.\.)|\b(?:getty images|\w+ photo/)",
    re.IGNORECASE,
)


def without_furniture(blocks: Sequence[Block], begins: bool = True) -> list[Block]:
    """Give the blocks that are the article's own; what only goes on with it has no menu above."""
    kept: list[Block] = []
    at = 0
    blocks = [
        block
        for i, block in enumerate(blocks)
        if not (_is_rule(block.text) or (begins and _is_slug(i, block.text)))
    ]
    blocks = _below_menu(blocks) if begins else blocks
    uncredited = [block for block in blocks if not (_is_credit(block) or _is_notice(block.text))]
    for is_furniture, row in groupby(uncredited, _is_furniture):
        lines = list(row)
        at += len(lines)
        if is_furniture:
            sure = any(_plain(line.text) in _words("furniture") for line in lines)
            above = not kept and at < len(uncredited) and is_headline(uncredited[at].text)
        if not is_furniture or not (sure or above):
            kept += lines
    return kept or blocks


def is_prose(block: Block) -> bool:
    """Tell a paragraph that is the article's own, whatever stands above and below."""
    return (
        block.kind is ParagraphKind.PARAGRAPH
        and len(block.text) > _LONGEST_NOTICE
        and block.text[0].isalpha()
    )


def _below_menu(blocks: list[Block]) -> list[Block]:
    """Leave out what stands above and in a menu, of which the names of two sections tell."""
    end = sections = 0
    for i, block in enumerate(blocks[:_LONGEST_MENU]):
        if len(block.text.split()) > _MENU_WORDS:
            break
        if _plain(block.text) in _words("sections"):
            end, sections = i + 1, sections + 1
    return blocks[end:] if sections > 1 else blocks


def _is_slug(at: int, line: str) -> bool:
    """Tell a line above a wire's story that tells editors which story it is."""
    if at >= _FIRST or len(line) > _LONGEST_SLUG:
        return False
    slug = line.split(" ", 1)[0]
    numbered = slug[0].islower() and slug[1:5].isdigit()  # "a0123"
    return numbered or slug == "Eds:" or (slug.startswith(_CYCLES) and "--" in slug)


def is_aside(line: str) -> bool:
    """Tell whether a short line points elsewhere, or says whose a picture is."""
    return _begins(_plain(line), "asides") or names_owner(line)


def names_owner(line: str) -> bool:
    """Tell whether a line says whose a picture is."""
    return _CREDIT.search(line) is not None


def begins_pointer(line: str) -> bool:
    """Tell whether a line begins as those do that only lead elsewhere."""
    return _begins(_plain(line), "pointers")


def _is_furniture(block: Block) -> bool:
    if block.kind is not ParagraphKind.PARAGRAPH or len(block.text) > _LONGEST:
        return False
    plain = _plain(block.text)
    return plain.isdigit() or any(
        plain in _words(name) for name in ("furniture", "beside furniture", "sections")
    )


def _is_rule(line: str) -> bool:
    """Tell a line that only parts what stands above it from what stands below."""
    return line[0] in _RULES and not line.strip(_RULES)


def _is_notice(line: str) -> bool:
    line = line.removeprefix("• ").lower()
    return len(line) <= _LONGEST_NOTICE and line.startswith(tuple(_words("notices")))


def _is_credit(block: Block) -> bool:
    """Tell whether a line says whose a picture is, and nothing else."""
    if block.kind is not ParagraphKind.PARAGRAPH or len(block.text) > _LONGEST_CREDIT:
        return False
    line = block.text.strip("()[] ")
    begun = max(filter(line.lower().startswith, _words("credits")), key=len, default=None)
    if begun is not None:
        return re.fullmatch(_OWNERS, line[len(begun) :].lstrip(" ,:/")) is not None
    owner, _, agency = line.rpartition("/")
    return agency.strip().lower() in _words("agencies") and re.fullmatch(_OWNERS, owner.strip()) is not None


def _begins(plain: str, section: str) -> bool:
    begun = filter(plain.startswith, _words(section))
    return any(not plain[len(words) :][:1].isalnum() for words in begun)


def _plain(line: str) -> str:
    return " ".join(_MARKS.sub(" ", line.casefold()).split())

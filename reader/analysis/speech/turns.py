"""Interviews, transcripts and live pages where "Name:" at the start of a paragraph gives it to a speaker."""

import re
from collections import Counter
from collections.abc import Sequence

from reader.analysis.lexicon.cues import words
from reader.article import Paragraph, ParagraphKind

_WORD = r"[^\W\d_a-z][\w’'.-]*"
_SMALL = r"(?:de|del|della|di|da|du|la|le|van|von|der|den|al|el|bin|ibn|y|e)"
_NAME = rf"{_WORD}(?:[ ]+(?:{_SMALL}[ ]+)*{_WORD}){{0,4}}"
_TURN = re.compile(rf"({_NAME})(?:,[ ]+{_NAME})?[ ]?:[ \xa0]+(?=\S)")
_SAID = re.compile(r"[^\W\d_A-Z]")  # a lower-case letter: no row of a table
_FEWEST = 3  # turns that make a conversation
_MARKS = "“\"‘'«„`"


def find_turns(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Find the paragraphs that are turns; gives, by index, where the words start behind "Name:".

    One "Name:" is a headline or a list; a conversation has several turns, two speakers or more, and comes
    back to one of them. A paragraph whose words stand in quotation marks is left to these.
    """
    found: dict[int, int] = {}
    turns: Counter[str] = Counter()
    for index, paragraph in enumerate(paragraphs):
        turn = _TURN.match(text, paragraph.start, paragraph.end)
        if not turn or paragraph.kind is ParagraphKind.HEADING or turn[1].lower() in words("speech", "notes"):
            continue
        if _SAID.search(text, turn.end(), paragraph.end):
            turns[turn[1]] += 1
            if text[turn.end()] not in _MARKS:
                found[index] = turn.end()
    conversation = len(turns) > 1 and turns.total() >= _FEWEST and max(turns.values()) > 1
    return found if conversation else {}

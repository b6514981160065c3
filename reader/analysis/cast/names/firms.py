"""What only a firm or a club has: shares, founders, a goalkeeper, a score."""

import re

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import NameSpan
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import POSSESSIVES
from reader.analysis.lexicon.spelling import fold

_FOUNDERS = frozenset({"founder", "founders", "co-founder", "cofounder", "ceo", "editor", "publisher"})
_FOUNDERS |= {"shareholder", "shareholders", "subsidiary", "chairman", "chairwoman", "employees"}
_PLAYERS = frozenset(
    {"defender", "goalkeeper", "linebacker", "midfielder", "quarterback", "striker", "winger"}
)
_SCORE = re.compile(r"(\d)[-–](\d)(?!\d)")
_SET = 6  # games of tennis


def has_shares(doc: Doc, span: NameSpan) -> bool:
    """ "Shares in Carrowin fell", "a stake in Halden"."""
    before = [fold(token.text) for token in doc[max(0, span.outer - 2) : span.outer]]
    after = doc[span.end] if span.end < len(doc) else None
    staffed = after is not None and after.pos_ == "NOUN" and after.text in organisations().staff
    owned = before[1:] == ["in"] and before[0] in ("shares", "stake", "stakes", "shareholders", "stock")
    return owned or (staffed and span.outer == span.start)


def is_run(doc: Doc, span: NameSpan) -> bool:
    """ "Nimbus's co-founders", "Nimbus, maker of a chatbot": nobody founded or makes that but a firm."""
    if span.end + 1 >= len(doc):
        return False
    noun = "".join(token.text for token in doc[span.end + 1 : span.end + 4])
    if doc[span.end].text in POSSESSIVES:
        return fold(noun).startswith(tuple(organisations().run_by))
    follows = doc[span.end].text == "," and doc[min(span.end + 2, len(doc) - 1)].text == "of"
    return follows and fold(doc[span.end + 1].text) in ("maker", "owner", "operator", "publisher", "parent")


def is_founded(doc: Doc, span: NameSpan) -> bool:
    """ "The founder of Nimbus", "a shareholder of Nimbus": nobody has these."""
    before = [fold(token.text) for token in doc[max(0, span.outer - 2) : span.outer]]
    return before[1:] == ["of"] and before[0] in _FOUNDERS


def is_club(doc: Doc, span: NameSpan) -> bool:
    """ "Huracán goalkeeper Ivan Roe", "beat Talleres 2-0": sets of tennis are longer."""
    after = fold(doc[span.end].text) if span.end < len(doc) else ""
    score = _SCORE.match(doc[span.end : span.end + 3].text)
    return after in _PLAYERS or (score is not None and max(int(score[1]), int(score[2])) < _SET)

"""How a quotation and its source may stand to each other."""

from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.speech.passage import Phrase


class Pattern(StrEnum):
    """The shapes of attribution, each with its own reliability."""

    BEHIND = "behind"  #        "…," X said
    INVERTED = "inverted"  #    "…," said X
    ACCORDING = "according"  #  "…," according to X
    TAIL = "tail"  #            … "…" …, X said
    BEFORE = "before"  #        X said, "…"
    COLON = "colon"  #          X was clear: "…"
    NAME = "name"  #            X: "…"
    DASH = "dash"  #            "…" — X
    TURN = "turn"  #            "X: …", the name inside the marks
    GOVERNED = "governed"  #    X called it "…"
    THOUGHT = "thought"  #      X wanted "…"
    OWNED = "owned"  #          X's "…"
    SUBJECT = "subject"  #      X pushed for "…"
    REPORTED = "reported"  #    X said that …, without marks
    NOBODY = "nobody"  #        a title, a name for a thing, a question that "was asked"


#: How often each pattern names the right speaker, rounded; measured, not learned.
CONFIDENCE = {
    Pattern.BEHIND: 0.97,
    Pattern.INVERTED: 0.97,
    Pattern.ACCORDING: 0.9,
    Pattern.TAIL: 0.85,
    Pattern.BEFORE: 0.93,
    Pattern.COLON: 0.75,
    Pattern.NAME: 0.9,
    Pattern.DASH: 0.9,
    Pattern.TURN: 0.9,
    Pattern.GOVERNED: 0.93,
    Pattern.THOUGHT: 0.5,
    Pattern.OWNED: 0.7,
    Pattern.SUBJECT: 0.4,
    Pattern.REPORTED: 0.9,
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source for a quotation: the phrase that names it, the token of the cue, and how they stand.

    `weight` ranks the candidates of one quotation; it means nothing outside of it. `trust` is what is left
    of the pattern's reliability here. `relay` names who passes the words on, and `teller` is who tells that
    they were said, and may speak on: "…,” he had asked her, she said.
    """

    pattern: Pattern
    phrase: Phrase | None
    cue: int | None = None
    addressee: Phrase | None = None
    weight: float = 0.0
    trust: float = 1.0
    relay: Phrase | None = None
    teller: "Attribution | None" = None

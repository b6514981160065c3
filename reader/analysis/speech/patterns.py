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


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source for a quotation: the phrase that names it, the token of the cue, and how they stand.

    `weight` ranks the candidates of one quotation; it means nothing outside of it. `trust` is what is left
    of the pattern's reliability here. `relay` names who passes the words on.
    """

    pattern: Pattern
    phrase: Phrase | None
    cue: int | None = None
    addressee: Phrase | None = None
    weight: float = 0.0
    trust: float = 1.0
    relay: Phrase | None = None

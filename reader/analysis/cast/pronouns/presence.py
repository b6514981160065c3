"""How present everybody is where a pronoun stands: in its paragraph, in the one before, and lately.

The best mention of a candidate tells how near it is; all of them tell whom the passage is about.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass

from reader.analysis.cast.pronouns.candidates import Candidate, Pronoun
from reader.analysis.cast.roster.entries import Entry

_PARTS = {"subject": 1.0, "object": 0.5}  # how much on stage a role puts one
_OTHER, _MAIN = 0.4, 1.3  # any other role, and by what the subject of a sentence's root is more
_FADE = 0.65  # what is left of it a sentence later


@dataclass(frozen=True, slots=True)
class Presence:
    """How present one is; shares are parts of 1."""

    before: int  #          mentions in the paragraph before that of the pronoun
    acts: bool  #           is the latest subject of a sentence's root
    weight: float  #        of all mentions, each the less the more sentences lie between
    share: float  #         of the weights of all who may be meant
    share_here: float  #    of the mentions in the paragraph of the pronoun
    share_before: float  #  of those in the paragraph before


def presences(
    pronoun: Pronoun, latest: Iterable[Candidate], fit: Collection[Entry], barred: Container[Entry]
) -> dict[Entry, Presence]:
    """Tell how present each of `fit`, who may be meant, is by the mentions before a pronoun, `latest` first.

    What is said in quotations counts for a pronoun in one alone. Nobody `barred` acts.
    """
    told = [(c, c.target) for c in latest if pronoun.quote or not c.quote]
    here = Counter(who for c, who in told if c.paragraph == pronoun.paragraph)
    before = Counter(who for c, who in told if c.paragraph == pronoun.paragraph - 1)
    acts = next((who for c, who in told if c.main and who not in barred), None)
    weights: defaultdict[Entry, float] = defaultdict(float)
    for c, who in told:
        part = _PARTS.get(c.role, _OTHER) * (_MAIN if c.main else 1.0)
        weights[who] += part * _FADE ** (pronoun.sentence - c.sentence)
    total = sum(weights[who] for who in fit) or 1.0
    return {
        who: Presence(
            before[who],
            acts is who,
            weights[who],
            weights[who] / total,
            here[who] / max(1, here.total()),
            before[who] / max(1, before.total()),
        )
        for who in fit
    }

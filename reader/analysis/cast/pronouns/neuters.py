""" "It", "its" and "itself": which country, organisation or place they mean, if any.

"Russia cast its veto", "The bank said it would", "Norsund and its lawyers". Most "it" in news is a thing or
nothing at all, an object nearly always: nobody competes with those named in the paragraph and the one
before, and mostly wins. The options are ranked as those of "he" and "she" are, see
:mod:`reader.analysis.cast.pronouns.coreference`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from reader.analysis.cast.pronouns.neuter_features import (
    ROLES,
    Layout,
    Neuter,
    Standing,
    features,
    is_filler,
    read_neuter,
)
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.documents import is_quoted
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.phrases import NEUTERS, head_of
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.weights import Features, score, share
from reader.given_names import all_given_names

#: Below this probability a pronoun is left alone.
LEAST = 0.4
WEIGHTS = "neuters"
_KINDS = frozenset({ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.PLACE})
_SENTENCES = 5  # how far back a candidate may stand
_KEPT = 12  # mentions that compete


@dataclass(frozen=True, slots=True)
class Option:
    """Whom a pronoun may mean."""

    entry: Entry
    features: Features


def find_neuters(doc: Doc, at: Map, nominals: list[Occurrence]) -> list[Occurrence]:
    """Resolve the neuter pronouns of `doc`; `nominals` are descriptions, as "the bank"."""
    return [
        Occurrence(it.token.i, it.token.i + 1, entry, MentionForm.PRONOUN, sure)
        for it, _, entry, sure in choices(doc, at, nominals)
        if entry is not None
    ]


def choices(
    doc: Doc, at: Map, nominals: list[Occurrence]
) -> Iterator[tuple[Neuter, list[Option], Entry | None, float]]:
    """Give every neuter pronoun with its options, whom it means, and how sure that is."""
    layout = Layout(doc)
    standing = _standing(doc, at, nominals)
    met: list[Standing] = []
    last: Entry | None = None  # whom the last pronoun meant
    for token in doc:
        if token.i in standing:
            met.append(standing[token.i])
        if fold(token.text) not in NEUTERS or token.pos_ == "PROPN" or is_filler(token):
            continue
        it = read_neuter(token)
        if it.role not in ROLES:
            continue
        options = _options(it, met, last, layout)
        entry, sure = _best(options)
        if entry is not None:
            last = entry
            here = Occurrence(token.i, token.i + 1, entry, MentionForm.PRONOUN, sure)
            met.append(Standing(here, token, it.quoted))
        yield it, options, entry, sure


def _standing(doc: Doc, at: Map, nominals: list[Occurrence]) -> dict[int, Standing]:
    """Whom "it" may mean, by name or description, by their head words."""
    found: dict[int, Standing] = {}
    for one in [*nominals, *(at[i] for i in range(len(doc)))]:
        if one is not None and one.form is not MentionForm.DEMONYM and _may_be_meant(one):
            head = head_of(doc, one.start, one.end)
            found[head.i] = Standing(one, head, is_quoted(doc, head.i))
    return found


def _may_be_meant(one: Occurrence) -> bool:
    """Tell a country, a body or a place, and a bare name of which nothing says that a person bears it."""
    who = one.entry.now()
    if who.kind is ActorKind.PERSON:
        return one.form is MentionForm.NAME and not is_somebody(who)
    return who.kind in _KINDS


def is_somebody(who: Entry) -> bool:
    """Tell a person beyond doubt from a name that is only taken for a person's."""
    if who.kind is not ActorKind.PERSON:
        return False
    words = who.person.words if who.person else ()
    has_given = len(words) > 1 and words[0] in all_given_names()
    return has_given or bool(who.seems or who.honorifics or who.roles) or abs(who.heard) >= 1


def _options(it: Neuter, met: list[Standing], last: Entry | None, layout: Layout) -> list[Option]:
    rank: dict[Entry, int] = {}
    found: list[Option] = []
    here = it.token.i
    for c in reversed(met[-_KEPT:]):
        if layout.sentence[here] - layout.sentence[c.head.i] > _SENTENCES:
            break
        if layout.paragraph[here] - layout.paragraph[c.head.i] > 1 or c.one.end > here:
            continue
        who = c.one.entry.now()
        place = rank.setdefault(who, len(rank))
        goes_on = last is not None and last.now() is who
        found.append(Option(who, features(it, c, place, goes_on, layout)))
    return found


def _best(options: list[Option]) -> tuple[Entry | None, float]:
    """The likeliest of those whom the options mean, each by all of its mentions, if it is likely enough."""
    scores = [score(option.features, WEIGHTS) for option in options]
    chance: dict[Entry, float] = {}
    for option, each in zip(options, scores, strict=True):
        chance[option.entry] = chance.get(option.entry, 0.0) + share(each, scores, WEIGHTS)
    best = max(chance, key=lambda entry: chance[entry], default=None)
    sure = chance[best] if best is not None else 0.0
    return (best, sure) if sure >= LEAST else (None, sure)

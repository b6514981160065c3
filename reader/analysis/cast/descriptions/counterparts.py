"""The other of two: "his rival", "her guest", "its neighbour" are whoever else the text tells of there.

News calls somebody so whom it has told of just before, beside the one whose rival or guest he is.
"""

import math
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from reader.analysis.cast.descriptions.owners import SpeakerAt
from reader.analysis.cast.roles.noun_phrases import OWNERS, NounPhrase, read_phrase
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.spelling import fold

_REACH = 200  # tokens back
_FADING = 50  # tokens after which a mention counts a third
_AHEAD = 1.5  # times as much told of as the next
_LEAST = 0.5  # confidence in a mention
_SURE = 0.6
_LANDS = frozenset({ActorKind.COUNTRY})
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.COUNTRY})


def find_counterparts(
    doc: Doc, at: Map, met: Iterable[Occurrence], speaker_at: SpeakerAt
) -> Iterator[Occurrence]:
    """Find those of `doc` who are told by what they are to somebody; `met` are all mentions of others."""
    told = sorted((one for one in met if one.confidence >= _LEAST), key=lambda one: one.start)
    pronouns = {one.start: one for one in told if one.form is MentionForm.PRONOUN}
    for token in doc:
        if fold(token.text) not in OWNERS:
            continue
        phrase = read_phrase(doc, token.i, at)
        noun = fold(doc[phrase.end - 1].text) if phrase is not None else ""
        if phrase is None or noun not in nouns().counterparts or _is_named_next(doc, phrase, at):
            continue
        speaker = speaker_at(token.i) if fold(token.text) == "my" else None
        one = pronouns.get(token.i)
        owner = speaker or (one.entry.now() if one is not None else None)
        if owner is not None and (other := _other(owner.now(), noun, phrase, told)) is not None:
            yield Occurrence(phrase.start, phrase.end, other, MentionForm.NOMINAL, _SURE)


def _is_named_next(doc: Doc, phrase: NounPhrase, at: Map) -> bool:
    """Tell "his rival, Ann Lee," and "his rival Ann Lee"."""
    one = at[phrase.end] or (at[phrase.end + 1] if doc[phrase.end : phrase.end + 1].text == "," else None)
    return one is not None and one.start >= phrase.end


def _other(owner: Entry, noun: str, phrase: NounPhrase, told: list[Occurrence]) -> Entry | None:
    """Who else is told of most near by, if one is well ahead."""
    kinds = frozenset({ActorKind.PERSON}) if owner.kind is ActorKind.PERSON else _BODIES
    kinds = _LANDS if owner.kind is ActorKind.COUNTRY else kinds
    weights: dict[Entry, float] = {}
    for one in told:
        who, back = one.entry.now(), phrase.start - one.start
        if 0 < back <= _REACH and who is not owner and who.kind in kinds and _may_be(who, noun, phrase):
            weights[who] = weights.get(who, 0.0) + math.exp(-back / _FADING)
    peers = {who: weight for who, weight in weights.items() if _are_peers(who, owner)}
    weights = peers or weights
    first = sorted(weights, key=lambda who: -weights[who])[:2]
    leads = len(first) == 1 or (first and weights[first[0]] >= _AHEAD * weights[first[1]])
    return first[0] if leads else None


def _are_peers(one: Entry, other: Entry) -> bool:
    """Tell two ministers, who are each other's colleagues and hosts rather than of anybody else near by."""
    known = nouns()
    mine, others = (who.heads - known.plain - known.kin for who in (one, other))
    return any(known.same(head, each) for head in mine for each in others)


def _may_be(who: Entry, noun: str, phrase: NounPhrase) -> bool:
    gender = nouns().gender(noun)
    if not who.named or gender not in ("", who.seems or gender):
        return False
    return phrase.country in (None, who.country)

"""News agencies and papers that pass on what others say: they are no speakers where a speaker is named."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.lexicon.cues import words
from reader.analysis.speech.passage import Passage, Phrase
from reader.analysis.speech.patterns import Attribution, Pattern

_PASSING = frozenset({Pattern.BEHIND, Pattern.INVERTED, Pattern.ACCORDING, Pattern.TAIL, Pattern.GOVERNED})
_SAID = frozenset({Pattern.BEHIND, Pattern.INVERTED, Pattern.ACCORDING, Pattern.TAIL, Pattern.BEFORE})
_NAMES = frozenset({"PER", "ORG", "GPE", "NORP"})


def is_relay(doc: Doc, phrase: Phrase | None) -> bool:
    """Tell whether a phrase names a news agency, a paper or a broadcaster."""
    if phrase is None:
        return False
    own = [token.lower_ for token in doc[phrase.first : phrase.last]]
    if own[0] == "the":
        own = own[1:]
    if any(word in words("relays", "nouns") for word in own):
        return True
    return any("_".join(own[start:]) in words("relays", "names") for start in range(len(own)))


def through(found: Sequence[Attribution], best: Attribution, passage: Passage, direct: bool) -> Attribution:
    """Tell the speaker from the one who passes the words on, where `found` has both.

    X called it "…," the agency said; "…," X said, according to the paper. `passage` is what stands before
    the words.
    """
    doc = passage.doc
    said = _SAID if direct else _SAID | {Pattern.GOVERNED}
    if not is_relay(doc, best.phrase):
        relays = [each for each in found if each.pattern in _PASSING and is_relay(doc, each.phrase)]
        relay = max(relays, key=lambda each: each.weight, default=None)
        apart = relay is not None and best.pattern in said and not _same(relay.phrase, best.phrase)
        return replace(best, relay=relay.phrase) if relay and apart else best
    speakers = [
        each
        for each in found
        if each.pattern in said and not is_relay(doc, each.phrase) and _is_named(passage, each.phrase)
    ]
    speaker = max(speakers, key=lambda each: each.weight, default=None)
    return replace(speaker, relay=best.phrase) if speaker and best.pattern in _PASSING else best


def quoted(passage: Passage, k: int) -> tuple[Phrase, Phrase | None] | None:
    """Read "Tass quoted X as saying" at the place of its verb: who speaks, and who passes it on."""
    verb = passage.token(k)
    if verb is None or verb.lower_ not in words("relays", "quoting"):
        return None
    speaker = passage.phrase_from(k + 1)
    if speaker is None or passage.text(passage.places[speaker.last - 1] + 1) != "as":
        return None
    return speaker, passage.phrase_until(passage.skip_light(k - 1, -1))


def _same(one: Phrase | None, other: Phrase | None) -> bool:
    return one is not None and other is not None and one.first < other.last and other.first < one.last


def _is_named(passage: Passage, phrase: Phrase | None) -> bool:
    """Tell whether somebody in particular is meant: a name or "he"."""
    if phrase is None:
        return False
    head = passage.doc[phrase.head]
    return head.ent_type_ in _NAMES or head.lower_ in {"he", "she", "they"} or passage.is_person(phrase)

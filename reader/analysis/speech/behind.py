"""Reporting clauses behind a quotation: "…," X said; "…," said X; "…," according to X; "…" — X."""

from collections.abc import Iterator
from dataclasses import replace

from reader.analysis.lexicon.cues import CueStrength, words
from reader.analysis.speech.passage import Passage, Phrase
from reader.analysis.speech.patterns import Attribution, Pattern
from reader.analysis.speech.relays import is_relay, quoted

_NEAR, _FAR = 10.0, 6.0  # weights of a clause right behind the marks and of one at the end of the sentence
_GLUE = frozenset({",", ";", "…", "...", ".", ")"})
_OBJECTS = frozenset({"obj", "iobj"})
_BRACKETS = {"(": ")", "[": "]"}


def clauses_behind(passage: Passage, direct: bool, utterance: bool, dashed: bool) -> Iterator[Attribution]:
    """Read the reporting clauses in what stands behind a quotation, up to the end of the sentence.

    `utterance` says that the quotation ends with a comma, a question or an exclamation: any verb may be its
    cue then, if it is `direct` speech. `dashed` says that a dash stands right behind the marks.
    """
    k = 0
    while passage.text(k) in _GLUE or passage.is_dash(k):
        dashed = dashed or passage.is_dash(k)
        k += 1
    for near in _clause(passage, k, _NEAR, utterance and direct):
        if direct or near.cue is None or _reports(passage, passage.places[near.cue]):
            yield near
        elif near.pattern is Pattern.ACCORDING:
            yield replace(near, weight=_FAR)  # who tells it calls it so, unless somebody does in the sentence
    if dashed:
        phrase = passage.phrase_from(k)
        ends = phrase is not None and passage.text(passage.places[phrase.last - 1] + 1) in {"", ".", ","}
        signs = is_relay(passage.doc, phrase)  # "— Reuters", at the end of a report
        if phrase and ends and passage.doc[phrase.head].text[0].isupper() and not signs:
            yield Attribution(Pattern.DASH, phrase, weight=_NEAR - 1)
    # There may be more words, and more quotations, before the clause: "…" and "…," X said.
    for place in range(max(1, k), len(passage) - 1):
        if passage.text(place - 1) == "," or passage.is_quotation(place - 1):
            for found in _clause(passage, place, _FAR, False):
                said = found.cue is not None and passage.cue(passage.places[found.cue]) == CueStrength.SAY
                if said or found.pattern == Pattern.ACCORDING:
                    yield Attribution(Pattern.TAIL, found.phrase, found.cue, found.addressee, found.weight)


def _clause(passage: Passage, k: int, weight: float, any_verb: bool) -> Iterator[Attribution]:
    """Read a reporting clause that starts at place `k`."""
    first = passage.token(k)
    if first is None:
        return
    if first.lower_ == "according" and passage.text(k + 1) == "to":
        phrase = passage.phrase_from(k + 2)
        if phrase:
            yield Attribution(Pattern.ACCORDING, phrase, first.i, weight=weight)
        return
    at = passage.skip_light(k)
    verb = passage.token(at)
    known = passage.cue(at) >= CueStrength.REPORT
    if verb and (known or (any_verb and verb.pos_ == "VERB")) and passage.is_finite(at):
        phrase = passage.phrase_from(at + 1)
        speaks = phrase and (passage.may_speak(phrase) if known else passage.is_person(phrase))
        if phrase and any_verb and passage.cue(at) == CueStrength.SAY:
            speaks = True  # fumed the mother-of-three: whoever it is
        if phrase and speaks and not _goes_on(passage, phrase):
            yield Attribution(Pattern.INVERTED, phrase, verb.i, weight=weight - (not known))
        return
    phrase = passage.phrase_from(k) if at == k else None
    if not phrase or first.lower_ in words("grammar", "relative"):
        return
    if not any_verb and not passage.may_speak(phrase):
        return
    for strength in (CueStrength.REPORT, CueStrength.NONE)[: 1 + any_verb]:
        place = _verb_after(passage, phrase, strength)
        relative = not any_verb and place is not None and passage.pos(place + 1) == "AUX"  # "… he cited are"
        if place is not None and not relative and (cue := passage.token(place)):
            lost = 0.0 if strength else 1.5
            if passed := quoted(passage, place):
                yield Attribution(Pattern.BEHIND, passed[0], cue.i, weight=weight - lost, relay=phrase)
                return
            yield Attribution(Pattern.BEHIND, phrase, cue.i, addressee(passage, place), weight - lost)
            return


def _reports(passage: Passage, k: int) -> bool:
    """Tell "…," X said from a clause that goes on with its own business, "…," X questioned the record."""
    return passage.cue(k) == CueStrength.SAY or passage.text(k + 1).lower() in {"it", "him", "her", "them"}


def _verb_after(passage: Passage, phrase: Phrase, strength: CueStrength) -> int | None:
    """Find the verb of a clause by its subject: X said; X, a Y of Z, said; X (Z), who …, told."""
    bracket: str | None = None
    aside = False
    for k in range(passage.places[phrase.last - 1] + 1, len(passage)):
        text = passage.text(k)
        if not text:
            if aside:
                continue  # "X, in a “Vote” cap, said"
            return None
        if bracket:
            bracket = None if text == bracket else bracket
        elif text in _BRACKETS:
            bracket = _BRACKETS[text]
        elif passage.is_comma(k):
            aside = not _is_cue(passage, passage.skip_light(k + 1), strength)
        elif text in {".", ";", ":"}:
            return None
        elif not aside and (passage.pos(k) == "VERB" or passage.cue(k)):
            return k if _is_cue(passage, k, strength) else None
    return None


def _is_cue(passage: Passage, k: int, strength: CueStrength) -> bool:
    known = passage.cue(k) >= strength if strength else passage.pos(k) == "VERB"
    return known and passage.is_finite(k)


def _goes_on(passage: Passage, phrase: Phrase) -> bool:
    """Tell "…," said he would go: what follows the cue has a verb of its own."""
    following = passage.pos(passage.places[phrase.last - 1] + 1)
    return following in {"AUX", "VERB"} and passage.doc[phrase.head].pos_ == "PRON"


def addressee(passage: Passage, k: int) -> Phrase | None:
    """Find whom the cue at a place speaks to: "told X", "asked X", "warned X"."""
    verb = passage.token(k)
    if verb is None or verb.lower_ not in words("grammar", "addressing"):
        return None
    if is_object(passage, k + 1):
        return Phrase(verb.i + 1, verb.i + 2, verb.i + 1)
    phrase = passage.phrase_from(k + 1)
    return phrase if phrase and phrase.first == verb.i + 1 else None


def is_object(passage: Passage, k: int) -> bool:
    """Tell "him" and "her", but not "her sister"."""
    token = passage.token(k)
    return token is not None and (token.lower_ == "him" or (token.lower_ == "her" and token.dep_ in _OBJECTS))

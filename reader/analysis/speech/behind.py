"""Reporting clauses behind a quotation: "…," X said; "…," said X; "…," according to X; "…" — X."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.analysis.lexicon.cues import CueStrength, words
from reader.analysis.speech.in_words import in_words
from reader.analysis.speech.passage import Passage, Phrase
from reader.analysis.speech.patterns import Attribution, Pattern
from reader.analysis.speech.relays import is_relay, quoted

_NEAR, _FAR = 10.0, 6.0  # weights of a clause right behind the marks and of one at the end of the sentence
_DOUBTFUL = 0.8  # what it takes from a confidence where the clause tells something else
_GLUE = frozenset({",", ";", "…", "...", ".", ")"})
_OBJECTS = frozenset({"obj", "iobj"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp"})
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
    if passage.text(k) == "as" and utterance:
        saying = passage.phrase_from(k + 1)
        if saying and passage.doc[saying.head].lower_ in words("nouns", "sayings"):
            yield Attribution(Pattern.NOBODY, None, weight=_NEAR)
        yield from _aside(passage, k + 1)
        return
    for near in _clause(passage, k, _NEAR, utterance and direct):
        if not direct and near.pattern is Pattern.BEHIND and _tells_more(passage, near.cue):
            yield replace(near, weight=_FAR, trust=_DOUBTFUL)
        elif direct or near.cue is None or _reports(passage, passage.places[near.cue]):
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


def teller(found: Iterable[Attribution], best: Attribution, passage: Passage) -> Attribution | None:
    """Find who tells what another said: "…,” he had asked her, she said."""
    if best.pattern not in {Pattern.BEHIND, Pattern.INVERTED}:
        return None
    tails = (each for each in found if each.pattern is Pattern.TAIL and each.cue not in (None, best.cue))
    said = (each for each in tails if passage.doc[each.cue or 0].lower_ != "according")
    return next((each for each in said if passage.names_person(each.phrase)), None)


def _aside(passage: Passage, k: int) -> Iterator[Attribution]:
    """Read "…," as X said on Monday; not "…," as X said that he would go."""
    for found in _clause(passage, k, _NEAR, False):
        cue = passage.doc[found.cue] if found.cue is not None else None
        if cue is not None and not any(child.dep_ in _COMPLEMENTS for child in cue.children):
            yield found


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
    if phrase := in_words(passage, k):
        yield Attribution(Pattern.ACCORDING, phrase, weight=weight)
        return
    at = passage.skip_light(k)
    verb = passage.token(at)
    known = passage.cue(at) >= CueStrength.REPORT
    finite = passage.is_finite(at) and passage.text(at - 1) != "to"
    if verb and (known or (any_verb and verb.pos_ == "VERB")) and finite:
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


def _tells_more(passage: Passage, cue: int | None) -> bool:
    """Tell "Asked about the “…,” X said that he would go", whose words come behind."""
    if cue is None:
        return False
    after = passage.places[cue] + 1
    return passage.text(after) in {":", "that"} or any(
        child.dep_ == "ccomp" and cue < child.i and child.i in passage.places
        for child in passage.doc[cue].children
    )


def _reports(passage: Passage, k: int) -> bool:
    """Tell "…," X said from a clause that goes on with its own business, "…," X questioned the record."""
    return passage.cue(k) == CueStrength.SAY or passage.text(k + 1).lower() in {"it", "him", "her", "them"}


def _verb_after(passage: Passage, phrase: Phrase, strength: CueStrength) -> int | None:
    """Find the verb of a clause by its subject: X said; X, a Y of Z, said; X (Z), who …, told."""
    bracket: str | None = None
    aside = False
    unparted: int | None = None  # "X, a Y of Z said", where the second comma is missing
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
            return unparted
        elif not aside and (passage.pos(k) == "VERB" or passage.cue(k)):
            return k if _is_cue(passage, k, strength) else None
        elif (
            unparted is None and strength and passage.cue(k) is CueStrength.SAY and _is_by(passage, k, phrase)
        ):
            unparted = k
    return unparted


def _is_by(passage: Passage, k: int, phrase: Phrase) -> bool:
    """Tell whether the parser sees a phrase as the subject of the finite verb at a place."""
    verb = passage.token(k)
    by = (child.i for child in verb.children if child.dep_ == "nsubj") if verb is not None else ()
    return passage.is_finite(k) and any(phrase.first <= i < phrase.last for i in by)


def _is_cue(passage: Passage, k: int, strength: CueStrength) -> bool:
    known = passage.cue(k) >= strength if strength else passage.pos(k) == "VERB"
    return known and passage.is_finite(k)


def _goes_on(passage: Passage, phrase: Phrase) -> bool:
    """Tell "…," said he would go: what follows the cue has a verb of its own."""
    following = passage.pos(passage.places[phrase.last - 1] + 1)
    return following == "AUX" or (following == "VERB" and passage.doc[phrase.head].pos_ == "PRON")


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

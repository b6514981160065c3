"""Which words of a sentence say who speaks a quotation in it.

Every verb of saying in the sentence is a candidate; what stands right behind or right before the marks is
tried first, by the surface, since a parser is at its weakest beside quotation marks.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.lexicon.cues import CueStrength, cue_strength, is_document, is_wording, verbs, words
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.speech.behind import addressee, clauses_behind, is_object, teller
from reader.analysis.speech.clauses import agent, document_behind, heard_from, is_passive, subject_in_parse
from reader.analysis.speech.in_words import in_words
from reader.analysis.speech.owners import owned
from reader.analysis.speech.passage import Passage, Phrase
from reader.analysis.speech.patterns import Attribution, Pattern
from reader.analysis.speech.relays import quoted, through
from reader.analysis.speech.reporting import Sentence, Slot
from reader.analysis.speech.speech import ends_like_utterance, is_explained, is_label, is_title, turn_of
from reader.analysis.speech.subjects import subject
from reader.analysis.speech.trust import DOUBTFUL, MAIN, trust_in

_LEAD_IN = frozenset({",", ":", "that"})
_MUTE = 2.5  # what a subject that can't speak costs: "the protests demand"
_WISHED = 3.0  # what it costs if it was only said of somebody: "told him that he could apologise in writing"
_TURN = 9.0  # the weight of a clause that says more surely who speaks than a name inside the marks
_SCARE = 3  # tokens of one word and its marks
_NAMING = 4  # words
_SPOKEN = frozenset({Pattern.BEFORE, Pattern.COLON, Pattern.NAME, Pattern.DASH})
_STRENGTH = {CueStrength.THINK: 1.0, CueStrength.REPORT: 6.0, CueStrength.SAY: 7.0}
_HOW = ("obl", "advmod")  # how a phrase hangs on a verb that tells how, when or how often
_WHAT = frozenset({"as", "of", "about"})  # and what leads to what was said: "spoke of a “new start”"
_STEPS = 12  # how far up the parse a verb may govern a quotation


def attribute(doc: Doc, sentence: Sentence, slot: Slot, direct: bool) -> Attribution | None:
    """Find who says a quotation, by its own sentence alone; `direct` says that whole sentences are quoted."""
    before = Passage(doc, sentence.before(slot))
    if slot.quotation.turn:
        return _turn(before)
    behind = Passage(doc, sentence.after(slot))
    if is_title(doc, slot, before, sentence) or is_explained(doc, slot, behind):
        return Attribution(Pattern.NOBODY, None)
    hidden = frozenset(i for each in sentence.slots for i in range(each.first, each.last))
    dashed = doc[slot.last - 1].text[-1] in "—–―"
    utterance = ends_like_utterance(doc, slot, behind)
    found = [*clauses_behind(behind, direct, utterance, dashed)]
    turn = turn_of(doc, slot)
    if turn and not any(each.weight > _TURN for each in found):
        return Attribution(Pattern.TURN, turn)
    if len(before):
        governors = _governors(doc, slot, hidden)
        acts = frozenset[int]() if direct else _acts(doc, slot)
        found += _verbs_before(before, governors, hidden, direct, acts)
        found += _names_before(before)
        found += owned(before, governors)
        if direct or slot.last - slot.first > _SCARE:
            found += _subjects_before(before, governors, hidden)
    best = max(found, key=lambda each: each.weight, default=None)
    if best:
        best = replace(through(found, best, before, direct), teller=teller(found, best, behind))
    if best and not direct and best.pattern not in _SPOKEN and is_label(doc, slot, sentence):
        close = best.cue is not None and len(before) - before.places.get(best.cue, 0) <= _NAMING
        best = best if close else Attribution(Pattern.NOBODY, None)
    return best


def _turn(before: Passage) -> Attribution | None:
    """Read the name that starts a turn: "Jane Roe, London: …"."""
    tokens = [token.i for k in range(len(before)) if (token := before.token(k))]
    stops = [n for n, i in enumerate(tokens) if before.doc[i].text in {",", ":"}]
    if not stops or not stops[0]:
        return None
    last = tokens[stops[0] - 1]
    return Attribution(Pattern.NAME, Phrase(tokens[0], last + 1, last), tokens[-1])


def is_somebody(doc: Doc, phrase: Phrase | None) -> bool:
    """Tell whether a phrase without a name means one person: "another swimmer"."""
    return phrase is not None and nouns().is_person(doc[phrase.head].lower_)


def issues(doc: Doc, phrase: Phrase | None) -> bool:
    """Tell who gives words to be read: "the ministry issued a statement", "it sent members a letter"."""
    token = doc[phrase.head] if phrase else None
    if token is None or token.dep_ != "nsubj":
        return False
    given = (child.text for child in token.head.children if child.dep_ == "obj")
    return any(is_document(word) and not is_wording(word) for word in given)


def on_stage(doc: Doc, sentence: Sentence) -> Attribution | None:
    """Find who acts in a sentence that leads to a quotation behind it."""
    passage = Passage(doc, sentence.items)
    hidden = frozenset(i for each in sentence.slots for i in range(each.first, each.last))
    verbs = [k for k in range(len(passage)) if passage.pos(k) in {"VERB", "AUX"}]
    asked = next((phrase for k in reversed(verbs) if (phrase := _asked(passage, k))), None)
    if asked:
        return Attribution(Pattern.SUBJECT, asked)  # the answer follows
    roots = [k for k in verbs if (token := passage.token(k)) and token.dep_.lower() == "root"]
    for k in roots + verbs:
        phrase = subject(passage, k, hidden)
        if phrase:
            return Attribution(Pattern.SUBJECT, phrase)
    return None


def asking(doc: Doc, sentence: Sentence) -> Phrase | None:
    """Find who asks in a sentence: "X asked her why she left", "Questioned by X, she was silent"."""
    passage = Passage(doc, sentence.items)
    for k in range(len(passage)):
        verb = passage.token(k)
        if verb is None or verb.lower_ not in words("reported", "questioning"):
            continue
        by = (
            agent(doc, verb.i) if is_passive(doc, verb.i) or verb.dep_ == "advcl" else subject(passage, k, ())
        )
        if by is not None:
            return by
    return None


def _asked(passage: Passage, k: int) -> Phrase | None:
    """Find who is asked something: "asked her what she saw", not "Asked by her, he left"."""
    verb, phrase = passage.token(k), addressee(passage, k)
    if verb is None or verb.lower_ not in words("reported", "asking") or verb.dep_.lower() not in MAIN:
        return None
    if phrase is None and passage.text(k + 1) in ("if", "whether"):  # "asked if she was in trouble"
        phrase = passage.phrase_from(k + 2)
        return phrase if phrase and passage.doc[phrase.head].lower_ in ("he", "she") else None
    return phrase if phrase and (passage.is_person(phrase) or is_object(passage, k + 1)) else None


def _verbs_before(
    passage: Passage, governors: dict[int, int], hidden: frozenset[int], direct: bool, acts: frozenset[int]
) -> Iterator[Attribution]:
    """Try every verb before a quotation but the `acts`: the nearer and the stronger, the better."""
    colon = passage.text(len(passage) - 1) == ":"
    quotations = colons = 0
    for k in range(len(passage) - 1, -1, -1):
        quotations += passage.is_quotation(k)
        colons += passage.text(k) == ":"
        cue, strength = passage.token(k), passage.cue(k)
        near = k == len(passage) - 1 or _leads_in(passage, k + 1)
        if cue is None or cue.i in acts:
            continue
        if not strength and direct and near and cue.pos_ == "VERB":
            strength = CueStrength.REPORT  # any verb will do right before an utterance: X sighed, "…"
        if not strength:
            continue
        passive = is_passive(passage.doc, cue.i)
        passed = _passed_on(passage, k)
        phrase = heard_from(passage.doc, cue.i)
        if phrase:
            strength = CueStrength.SAY
        elif passive:
            phrase = agent(passage.doc, cue.i) or document_behind(passage.doc, cue.i)
        else:
            phrase = passed[0] if passed else subject(passage, k, hidden)
        if k == 0 and not phrase:
            phrase = passage.phrase_from(1)  # Added X: "…"
        if not phrase and not passive:
            continue
        weight = _STRENGTH[strength] - 0.12 * (len(passage) - 1 - k) - 0.6 * quotations
        weight += 2.0 * near * (strength > CueStrength.THINK) + 1.5 * (colon and colons == 1)
        if cue.i in governors:
            weight += 2.0 - 0.4 * governors[cue.i]
        if phrase and not passage.may_speak(phrase):
            weight -= _MUTE
        aside = cue.dep_ == "acl:relcl" and cue.i not in governors and not (near or colon)
        if aside or (strength == CueStrength.REPORT and not near and _says_nothing(passage, k)):
            weight -= _WISHED  # "who wrote it, was “…”"
        if cue.dep_ == "ccomp" and any(child.lower_ in words("reported", "unreal") for child in cue.children):
            weight -= _WISHED
        if phrase is None:
            if strength == CueStrength.SAY and not direct:
                weight -= _MUTE + 2.0 * near  # "said they were asked to …", where who said so comes before
            elif len(passage) - k <= _NAMING:
                weight += 4.0  # "known as the …"
            yield Attribution(Pattern.NOBODY, None, cue.i, weight=weight)
            continue
        pattern = Pattern.THOUGHT if strength == CueStrength.THINK else Pattern.GOVERNED
        if strength == CueStrength.SAY and (near or colon):
            pattern = Pattern.BEFORE
        elif colon:
            pattern = Pattern.COLON
        trust = 1.0 if direct else trust_in(passage, phrase, cue, strength, weight)
        if cue.dep_ == "advcl" and cue.head.dep_.lower() not in MAIN:
            trust *= DOUBTFUL  # "X felt that Y touched it, describing …": which of the two?
        relay = passed[1] if passed else None
        yield Attribution(pattern, phrase, cue.i, addressee(passage, k), weight, trust, relay)


def _says_nothing(passage: Passage, k: int) -> bool:
    """Tell "spoke with her", which gives none of the words, from "spoke of" and "spoke about"."""
    verb = passage.token(k)
    talks = verb is not None and verbs()[verb.lower_][0] in {"speak", "talk"}
    return talks and passage.text(k + 1).lower() not in {"of", "about"}


def _passed_on(passage: Passage, k: int) -> tuple[Phrase, Phrase | None] | None:
    """Read "Tass quoted X as saying" at the place of "saying"."""
    if passage.text(k - 1) != "as":
        return None
    return next((found for j in range(k - 2, 0, -1) if (found := quoted(passage, j))), None)


def _leads_in(passage: Passage, k: int) -> bool:
    """Tell whether a comma, a colon or "that" alone parts a verb from a quotation ("shot back, …")."""
    last = len(passage) - 1
    if passage.text(last).lower() not in _LEAD_IN and not passage.is_dash(last):
        return False
    adverb = passage.pos(k) == "ADV" or passage.text(k).lower() in words("grammar", "particles")
    return k == last or (k == last - 1 and adverb)


def _names_before(passage: Passage) -> Iterator[Attribution]:
    """Read names that speak without a verb: X: "…"; X's "…"; according to X, …; in X's words, "…"""
    last = len(passage) - 1
    colon = passage.token(last) if passage.text(last) == ":" else None
    if colon:
        phrase = passage.phrase_until(last - 1)
        if phrase and passage.doc[phrase.head].ent_type_ != "PER":
            phrase = None
        if phrase and not passage.starts_clause(passage.places[phrase.first]):
            phrase = None
        if phrase is None and not any(passage.pos(k) == "VERB" for k in range(last)):
            people = [k for k in range(last) if (token := passage.token(k)) and token.ent_type_ == "PER"]
            phrase = passage.phrase_until(people[-1]) if people else passage.phrase_from(0)
        if phrase:
            yield Attribution(Pattern.NAME, phrase, colon.i, weight=8.0)
    source = passage.phrase_from(1)
    if source and passage.text(0) == "Under" and is_wording(passage.doc[source.head].text):
        yield Attribution(Pattern.GOVERNED, source, weight=4.0)  # Under the treaty, both must "…"
    starter = passage.phrase_from(0)
    at = passage.places[starter.last - 1] + 1 if starter else last
    if starter and colon and passage.text(at).lower() == "on" and passage.text(at + 1) != colon.text:
        yield Attribution(Pattern.NAME, starter, colon.i, weight=8.5)  # a headline: X on Y: "…"
    if starter and at < last and passage.text(at) == ":":
        yield Attribution(Pattern.NAME, starter, starter.last, weight=4.5)  # a headline: X: This is "…"
    for k in range(last - 1):
        if passage.text(k).lower() == "according" and passage.text(k + 1) == "to":
            phrase, cue = passage.phrase_from(k + 2), passage.token(k)
            if phrase and cue:
                yield Attribution(Pattern.ACCORDING, phrase, cue.i, weight=4.5)
        if phrase := in_words(passage, k):
            yield Attribution(Pattern.ACCORDING, phrase, weight=9.0)


def _subjects_before(
    passage: Passage, governors: dict[int, int], hidden: frozenset[int]
) -> Iterator[Attribution]:
    """Fall back on whoever does anything in the sentence."""
    colon = passage.text(len(passage) - 1) == ":"
    for k in range(len(passage)):
        verb = passage.token(k)
        if verb is None or verb.pos_ != "VERB":
            continue
        phrase = subject_in_parse(passage.doc, verb.i, hidden)
        if phrase and phrase.head in passage.places and passage.may_speak(phrase):
            near = 1.0 - 0.2 * governors[verb.i] if verb.i in governors else 0.0
            pattern = Pattern.COLON if colon else Pattern.SUBJECT
            yield Attribution(pattern, phrase, weight=1.0 + near + 3.0 * colon)


def _acts(doc: Doc, slot: Slot) -> frozenset[int]:
    """Give the verbs of which a quotation tells how, where somebody tells it: "said they spoke “daily”"."""
    tops = (doc[i] for i in range(slot.first, slot.last) if not slot.first <= doc[i].head.i < slot.last)
    return frozenset(
        top.head.i
        for top in tops
        if top.dep_.startswith(_HOW)
        and all(
            child.i > slot.first and child.lower_ not in _WHAT
            for child in top.children
            if child.dep_ == "case"
        )
        and top.head.dep_ == "ccomp"
        and cue_strength(top.head.head.text) == CueStrength.SAY
    )


def _governors(doc: Doc, slot: Slot, hidden: frozenset[int]) -> dict[int, int]:
    """Give the tokens above a quotation in the parse, with the number of steps to them."""
    steps_to: dict[int, int] = {}
    for i in range(slot.first, slot.last):
        token = doc[i].head
        if token.i in hidden:
            continue
        for steps in range(_STEPS):
            if steps_to.get(token.i, _STEPS) <= steps:
                break
            steps_to[token.i] = steps
            token = token.head
    return steps_to

"""Who is the subject of a reporting verb: by the surface where that is plain, else by the parse."""

from collections.abc import Container

from spacy.tokens import Doc, Token

from reader.analysis.lexicon.cues import CueStrength, cue_strength, is_time, words
from reader.analysis.speech.clauses import STEPS, SUBJECTS, subject_in_parse
from reader.analysis.speech.passage import Passage, Phrase

_OF = frozenset({"of", "from", "by"})
_LASTING = {"is", "are", "’s", "'s", "has", "have", "will", "would", "should", "can", "could", "may", "must"}
_LONGEST_ASIDE = 16  # words


def subject(passage: Passage, k: int, hidden: Container[int]) -> Phrase | None:
    """Find the subject of the verb at place `k`; `hidden` are the tokens inside quotation marks."""
    doc = passage.doc
    verb = passage.token(k)
    if verb is None:
        return None
    if inverted := _inverted(passage, k, verb):
        return inverted
    j = _skip_time(passage, passage.skip_light(k - 1, -1))
    if not passage.is_finite(k) and passage.is_comma(k - 1):
        said = _skip_time(passage, k - 2)  # "They will meet, X said on Monday, adding"
        if passage.cue(said) == CueStrength.SAY and passage.is_finite(said):
            return subject(passage, said, hidden)
    if not passage.is_finite(k) and passage.text(k - 1).lower() in words("nouns", "placards"):
        return passage.phrase_until(k - 1)  # "held up a sign saying"
    attendant = None if passage.is_finite(k) else _with(passage, k)
    if attendant:
        return attendant
    beside = passage.phrase_until(j)
    if beside and doc[beside.head].lower_ in words("grammar", "relative"):
        beside = _before_relative(passage, j)
        if beside and doc[beside.head].ent_type_ == "PER":
            return beside
    elif beside and (passage.starts_clause(passage.places[beside.first]) or _is_shown(passage, k, beside)):
        return beside
    named = _before_aside(passage, j) if passage.text(j) == ")" else None  # "Acme, Inc. (ACM) today said"
    if named:
        return named
    found = _reporter(doc, verb, hidden) or subject_in_parse(doc, verb.i, hidden)
    if found and not passage.is_finite(k) and (_is_nobody(doc, found) or not passage.may_speak(found)):
        # it hangs on what was said, "bridge", by mistake
        return _of_saying(passage, k, hidden) or _of_telling(passage, k, hidden) or found
    if found and found.head in passage.places and doc[found.head].lower_ not in words("grammar", "relative"):
        return found
    if not passage.is_finite(k):
        before = _before_participle(passage, k, hidden)
        return before or (found if found and found.head > verb.i else None)  # "Bemoaning the “…,” X left"
    if passage.is_comma(j) or passage.text(j) == ")":
        return _before_aside(passage, j)
    return _widest(passage, beside) if beside else None


def _inverted(passage: Passage, k: int, verb: Token) -> Phrase | None:
    """Find who speaks in "As things stand, said X, it is “…”", where no subject stands before the verb."""
    if passage.text(k - 1) != "," or not passage.is_finite(k) or passage.cue(k) != CueStrength.SAY:
        return None
    if any(child.dep_ in SUBJECTS and child.i < verb.i for child in verb.children):
        return None
    phrase = passage.phrase_from(k + 1)
    if phrase is None or not passage.may_speak(phrase) or verb.dep_.startswith("acl"):
        return None
    after = passage.places[phrase.last - 1] + 1
    return phrase if passage.is_comma(after) or passage.is_quotation(after) else None


def _skip_time(passage: Passage, j: int) -> int:
    """Step back over "on Wednesday" and "last week"."""
    start = j
    while is_time(passage.text(j)):
        j -= 1
    if j < start and passage.pos(j) == "ADP":
        j -= 1
    return passage.skip_light(j, -1) if j < start else j


def _is_shown(passage: Passage, k: int, beside: Phrase) -> bool:
    """Tell "footage of Jane Roe saying", where she speaks, from "told Jane Roe, saying"."""
    named = passage.doc[beside.head].ent_type_ == "PER"
    return (
        named and not passage.is_finite(k) and passage.text(passage.places[beside.first] - 1).lower() in _OF
    )


def _with(passage: Passage, k: int) -> Phrase | None:
    """Find who acts in ", with the minister, Jane Roe, accusing"; not in "spoke with Jane Roe, saying"."""
    commas: list[int] = []
    for i in range(k - 1, max(0, k - _LONGEST_ASIDE), -1):
        if passage.is_quotation(i) or passage.pos(i) in {"VERB", "AUX"}:
            return None
        if passage.text(i).lower() == "with":
            if not passage.is_comma(i - 1) or len(commas) not in {0, 2}:
                return None
            found = [phrase for c in (*commas[1:], i) if (phrase := passage.phrase_from(c + 1))]
            return next(
                (phrase for phrase in found if passage.names_person(phrase)), found[-1] if found else None
            )
        if passage.is_comma(i):
            commas.append(i)
    return None


def _before_relative(passage: Passage, j: int) -> Phrase | None:
    """Find whom "who" at place `j` means; in "X, who …, and who …", the one before the first."""
    relative = words("grammar", "relative") - {"that"}
    word = passage.text(j).lower()
    j -= 1
    if passage.text(j) in {"and", "but"}:
        return _before_first(passage, j, relative)
    if passage.text(j) == ",":
        j -= 1
    if passage.text(j) == ")":
        return _before_aside(passage, j)
    found = passage.phrase_until(j)
    if found is None or word != "who" or passage.may_speak(found):
        return found
    place = passage.places[found.first]
    return _before_first(passage, place, {"who"}) or _person_before(passage, place) or found


def _person_before(passage: Passage, j: int) -> Phrase | None:
    """Step back from what "who" can't mean: "a driver hauling hay, who", "because of his past, who"."""
    for k in range(j - 1, max(-1, j - _LONGEST_ASIDE), -1):
        token = passage.token(k)
        if token is None or any(child.dep_ in SUBJECTS for child in token.children):
            return None
        found = passage.phrase_until(k) if token.pos_ in {"NOUN", "PROPN"} else None
        if found and passage.is_person(found):
            return found
    return None


def _before_first(passage: Passage, j: int, relative: Container[str]) -> Phrase | None:
    first = next((i for i in range(j - 1, 0, -1) if passage.text(i).lower() in relative), None)
    return _before_relative(passage, first) if first is not None else None


def _before_participle(passage: Passage, k: int, hidden: Container[int]) -> Phrase | None:
    """Find who acts before a participle: X said it again, adding; said X, adding."""
    verbs = [i for i in range(k) if passage.pos(i) == "VERB" and passage.is_finite(i)]
    said = _of_saying(passage, k, hidden)
    return said or (subject(passage, verbs[0], hidden) if verbs else None)


def _of_saying(passage: Passage, k: int, hidden: Container[int]) -> Phrase | None:
    """Find the subject of the last verb of saying before place `k`."""
    for i in range(k - 1, -1, -1):
        if passage.pos(i) == "VERB" and passage.is_finite(i) and passage.cue(i) == CueStrength.SAY:
            told = passage.text(i).lower() in words("grammar", "addressing")
            behind = None if told else passage.phrase_from(i + 1)
            found = behind or subject(passage, i, hidden)
            if found is None or not _is_nobody(passage.doc, found):
                return found
    return None


def _of_telling(passage: Passage, k: int, hidden: Container[int]) -> Phrase | None:
    """Find who may speak and does something with words before place `k`: "X denied that …, explaining"."""
    for i in range(k - 1, -1, -1):
        if passage.pos(i) == "VERB" and passage.is_finite(i) and passage.cue(i) >= CueStrength.REPORT:
            found = subject(passage, i, hidden)
            if found and passage.may_speak(found) and not _is_nobody(passage.doc, found):
                return found
    return None


def _is_nobody(doc: Doc, phrase: Phrase) -> bool:
    """Tell "we" and "you", who speak inside quotation marks only: "she says we must, adding"."""
    return doc[phrase.head].lower_ in words("reported", "nobody")


def _before_aside(passage: Passage, j: int) -> Phrase | None:
    """Step back over ", a Y of Z," or "(…)" that ends at place `j`: to a person, a name, or what is there."""
    found: list[Phrase] = []
    bracket = passage.text(j) == ")"
    for k in range(j - 1, 0, -1):
        if passage.is_quotation(k):
            break
        if not (passage.text(k) == "(" if bracket else passage.is_comma(k)):
            continue
        bracket = passage.text(k - 1) == ")"
        phrase = None if bracket else passage.phrase_until(k - 1)
        if phrase and passage.doc[phrase.head].ent_type_ == "PER":
            return phrase
        if phrase:
            found.append(phrase)
    heads = ((phrase, passage.doc[phrase.head]) for phrase in found)
    named = (phrase for phrase, head in heads if head.pos_ == "PROPN" and head.ent_type_ != "GPE")
    return next(named, found[0] if found else None)


def _widest(passage: Passage, phrase: Phrase) -> Phrase:
    """Step out of "of …" and "in …": "the mother of three said"."""
    while passage.pos(passage.places.get(phrase.first, 0) - 1) == "ADP":
        outer = passage.phrase_until(passage.places[phrase.first] - 2)
        if outer is None:
            break
        phrase = outer
    return phrase


def _reporter(doc: Doc, verb: Token, hidden: Container[int]) -> Phrase | None:
    """Find who says how somebody is or will be, and speaks on: "X said Y is to blame and called him “…”"."""
    if verb.dep_ not in {"conj", "advcl"} or any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    told, lasts = verb.head, False
    for _ in range(STEPS):
        lasts |= _is_present(told) or any(
            c.dep_.startswith(("aux", "cop")) and c.lower_ in _LASTING for c in told.children
        )
        if told.dep_ == "ccomp" or told.dep_ not in {"xcomp", "conj"}:
            break
        told = told.head
    above = told.head
    past = verb.text.endswith(("ed", "ing")) or verb.lower_ == "said"
    if not (lasts and past) or told.dep_ != "ccomp" or told.i < above.i or above.i in hidden:
        return None
    return subject_in_parse(doc, above.i, hidden) if cue_strength(above.text) > CueStrength.THINK else None


def _is_present(verb: Token) -> bool:
    """Tell "represents" from "represented"."""
    return verb.pos_ == "VERB" and verb.lower_.endswith("s")

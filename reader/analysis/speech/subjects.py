"""Who is the subject of a reporting verb: by the surface where that is plain, else by the parse."""

from collections.abc import Container

from spacy.tokens import Doc, Token

from reader.analysis.lexicon.cues import CueStrength, cue_strength, is_time, is_wording, words
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import singular
from reader.analysis.speech.passage import Passage, Phrase

_ADVERBIAL = frozenset({",", "—", "–", "while", "when", "then", "and", "before", "after"})
_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_INHERITS = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis", "dep"})
_BE = frozenset({"was", "were", "been", "being", "is", "are", "be", "'s", "’s", "'re", "’re"})
_PARTICIPLE = ("ed", "en", "wn", "ght", "id", "told", "put", "bound")
_OF = frozenset({"of", "from", "by"})
_APART = frozenset({"on", "in", "at", "to", "for"})  # "answered on Twitter saying"
_LASTING = {"is", "are", "’s", "'s", "has", "have", "will", "would", "should", "can", "could", "may", "must"}
_LONGEST_ASIDE = 16  # words
_STEPS = 5  # how many verbs up a subject may stand: "went on to say", "spoke and added"


def subject(passage: Passage, k: int, hidden: Container[int]) -> Phrase | None:
    """Find the subject of the verb at place `k`; `hidden` are the tokens inside quotation marks."""
    doc = passage.doc
    verb = passage.token(k)
    if verb is None:
        return None
    j = _skip_time(passage, passage.skip_light(k - 1, -1))
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
        return _of_saying(passage, k, hidden) or found  # it hangs on what was said, "bridge", by mistake
    if found and found.head in passage.places and doc[found.head].lower_ not in words("grammar", "relative"):
        return found
    if not passage.is_finite(k):
        before = _before_participle(passage, k, hidden)
        return before or (found if found and found.head > verb.i else None)  # "Bemoaning the “…,” X left"
    if passage.is_comma(j) or passage.text(j) == ")":
        return _before_aside(passage, j)
    return _widest(passage, beside) if beside else None


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
    return _before_first(passage, passage.places[found.first], {"who"}) or found  # "of his past, who fights"


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


def subject_in_parse(doc: Doc, verb: int, hidden: Container[int]) -> Phrase | None:
    """Find the subject of a verb in the parse, up to the verb that it shares one with."""
    token = doc[verb]
    for _ in range(_STEPS):
        for child in token.children:
            if child.i in hidden:
                continue
            if child.dep_ in _SUBJECTS:
                if child.lower_ in words("grammar", "relative") and token.dep_.startswith("acl"):
                    if child.lower_ == "who" and not _may_be_who(token.head):
                        return None
                    return phrase_at(doc, token.head.i) if token.head.i not in hidden else None
                return phrase_at(doc, child.i)
            if child.dep_ == "nsubj:pass":
                # "was quoted as saying", "was heard to say": who is heard speaks
                return phrase_at(doc, child.i) if verb > token.i else None
        if token.dep_.startswith("acl"):
            apart = token.head.dep_ in {"obj", "iobj"} or _case(token.head) in _APART
            beside = doc[verb - 1].text not in _ADVERBIAL and not apart
            if beside:
                return phrase_at(doc, token.head.i) if token.head.i not in hidden else None
            token = _verb_above(token.head)
            continue
        if token.dep_ not in _INHERITS or token.head.i == token.i or token.head.i in hidden:
            return None
        if token.dep_ in {"ccomp", "parataxis", "dep"} and not doc[verb].text.endswith("ing"):
            return None
        token = token.head
    return None


def _may_be_who(noun: Token) -> bool:
    """Tell a noun that "who" may mean from one beside it: "because of his past, who fights"."""
    return noun.pos_ != "NOUN" or bool(noun.ent_type_) or nouns().may_speak(singular(noun.lower_))


def _case(noun: Token) -> str:
    return next((child.lower_ for child in noun.children if child.dep_ == "case"), "")


def _verb_above(token: Token) -> Token:
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    return token


def _reporter(doc: Doc, verb: Token, hidden: Container[int]) -> Phrase | None:
    """Find who says how somebody is or will be, and speaks on: "X said Y is to blame and called him “…”"."""
    if verb.dep_ not in {"conj", "advcl"} or any(child.dep_ in _SUBJECTS for child in verb.children):
        return None
    told, lasts = verb.head, False
    for _ in range(_STEPS):
        lasts |= any(c.dep_.startswith(("aux", "cop")) and c.lower_ in _LASTING for c in told.children)
        if told.dep_ == "ccomp" or told.dep_ not in {"xcomp", "conj"}:
            break
        told = told.head
    above = told.head
    past = verb.text.endswith(("ed", "ing")) or verb.lower_ == "said"
    if not (lasts and past) or told.dep_ != "ccomp" or told.i < above.i or above.i in hidden:
        return None
    return subject_in_parse(doc, above.i, hidden) if cue_strength(above.text) > CueStrength.THINK else None


def phrase_at(doc: Doc, head: int) -> Phrase:
    """Give the noun phrase around a head of the parse: its words before it, and the rest of its name."""
    start = max(0, head - 12)
    found = Passage(doc, range(start, head + 1)).phrase_until(head - start)
    first = found.first if found else head
    last = head + 1
    while last < len(doc) and (
        (doc[last].dep_.startswith(("flat", "compound", "goeswith")) and first <= doc[last].head.i < last)
        or (doc[last].ent_iob_ == "I" and doc[last].ent_type_ == doc[last - 1].ent_type_)
    ):
        last += 1
    whole = Passage(doc, range(first, min(len(doc), last + 12))).phrase_from(0)
    if whole and whole.last > last and head < whole.last:
        return whole
    return Phrase(first, last, last - 1 if doc[head].pos_ == "PROPN" else head)


def agent(doc: Doc, verb: int) -> Phrase | None:
    """Find who acts in the passive: "was called … by X"."""
    for child in doc[verb].children:
        if child.dep_ in {"obl:agent", "obl"} and any(c.lower_ == "by" for c in child.children):
            return phrase_at(doc, child.i)
    return None


def document_behind(doc: Doc, verb: int) -> Phrase | None:
    """Find the document that obliges: "the treaty under which both are bound", "obliged by the treaty"."""
    token = doc[verb]
    while token.dep_ in _INHERITS and token.head.i != token.i:
        token = token.head
    if token.dep_.startswith("acl") and is_wording(token.head.text):
        return phrase_at(doc, token.head.i)
    below = (child for child in doc[verb].children if child.dep_.startswith("obl"))
    return next((phrase_at(doc, child.i) for child in below if is_wording(child.text)), None)


def sender(doc: Doc, document: int) -> int | None:
    """Find whose words a document gives: "a statement from X", "issued by X", "read on behalf of X"."""
    for token in doc[document].subtree:
        case = next((child.lower_ for child in token.children if child.dep_ == "case"), "")
        if case in {"from", "by"} and token.head.i in (document, *(c.i for c in doc[document].children)):
            return token.i
        if case == "of" and token.head.lower_ == "behalf":
            return token.i
    return None


def is_passive(doc: Doc, verb: int) -> bool:
    """Tell "was called", "a plan called" and "known as" from "called"."""
    token = doc[verb]
    if not token.text.endswith(_PARTICIPLE) or token.lower_ == "said":
        return False
    k = verb - 1
    while k > 0 and doc[k].pos_ in {"ADV", "PART"}:
        k -= 1
    if k >= 0 and doc[k].lower_ in _BE:
        return True
    active = any(
        child.dep_ in _SUBJECTS or (child.dep_ == "obj" and child.i > verb) for child in token.children
    )
    if token.dep_ == "acl" and cue_strength(token.text) != CueStrength.SAY and not active:
        return True
    return any(child.dep_ == "aux:pass" and verb - 4 < child.i < verb for child in token.children)

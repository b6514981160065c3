"""What the parse tells of who acts: the subject of a verb, its agent, the sender of a document."""

from collections.abc import Container, Iterable

from spacy.tokens import Doc, Token

from reader.analysis.lexicon.cues import CueStrength, cue_strength, is_wording, words
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import singular
from reader.analysis.speech.passage import Passage, Phrase

SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
STEPS = 5  # how many verbs up a subject may stand: "went on to say", "spoke and added"
_ADVERBIAL = frozenset({",", "—", "–", "while", "when", "then", "and", "before", "after"})
_INHERITS = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis", "dep"})
_HEARING = frozenset({"heard", "hears", "hear", "learned", "learnt"})
_BE = frozenset({"was", "were", "been", "being", "is", "are", "be", "'s", "’s", "'re", "’re"})
_PARTICIPLE = ("ed", "en", "wn", "ght", "id", "told", "put", "bound")
_APART = frozenset({"on", "in", "at", "to", "for"})  # "answered on Twitter saying"
_ABOUT = frozenset({"in", "on", "at"})  # "In a letter, X wrote", with a parser that saw two subjects


def subject_in_parse(doc: Doc, verb: int, hidden: Container[int]) -> Phrase | None:
    """Find the subject of a verb in the parse, up to the verb that it shares one with."""
    token = doc[verb]
    for _ in range(STEPS):
        for child in _parts(token):
            if child.i in hidden or _is_told_of(child, token, verb):
                continue
            if child.dep_ in SUBJECTS and _case(child) not in _ABOUT:
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
        if token.dep_ == "xcomp" and (made := _made_to(token)) is not None and made not in hidden:
            return phrase_at(doc, made)
        if token.dep_ not in _INHERITS or token.head.i == token.i or token.head.i in hidden:
            return None
        above = token.dep_ in {"ccomp", "parataxis", "dep"} and not doc[verb].text.endswith("ing")
        if above and not any(_is_told_of(child, token, verb) for child in _parts(token)):
            return None
        token = token.head
    return None


def _is_told_of(subject: Token, verb: Token, cue: int) -> bool:
    """Tell "deal" in "he confirmed that a deal existed but said": it is not what goes on to speak."""
    if verb.i == cue or verb.dep_ != "ccomp" or subject.pos_ != "NOUN":
        return False
    noun = singular(subject.lower_)
    return not (nouns().may_speak(noun) or noun in organisations().nominals or is_wording(subject.text))


def _parts(verb: Token) -> Iterable[Token]:
    """Give what hangs on a verb; of two subjects only one set off behind the other: "a copy …, X wrote"."""
    own = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    if len(own) > 1 and (start := own[-1].left_edge.i) and verb.doc[start - 1].text == ",":
        return own[-1:]
    return verb.children


def _made_to(verb: Token) -> int | None:
    """Find who is brought to say something: "led her to declare that …"."""
    if verb.head.lower_ not in words("grammar", "causing"):
        return None
    return next((c.i for c in verb.head.children if c.dep_ == "obj" and verb.head.i < c.i < verb.i), None)


def _may_be_who(noun: Token) -> bool:
    """Tell a noun that "who" may mean from one beside it: "because of his past, who fights"."""
    return noun.pos_ != "NOUN" or bool(noun.ent_type_) or nouns().may_speak(singular(noun.lower_))


def _case(noun: Token) -> str:
    return next((child.lower_ for child in noun.children if child.dep_ == "case"), "")


def _verb_above(token: Token) -> Token:
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    return token


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


def heard_from(doc: Doc, verb: int) -> Phrase | None:
    """Find who speaks where others are told of as listening: "the court heard from X that …"."""
    if doc[verb].lower_ not in _HEARING:
        return None
    told = (child for child in doc[verb].children if child.dep_.startswith("obl") and _case(child) == "from")
    return next((phrase_at(doc, child.i) for child in told), None)


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
            return token.i if token.head.lower_ not in words("reported", "receiving") else None
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
        child.dep_ in SUBJECTS or (child.dep_ == "obj" and child.i > verb) for child in token.children
    )
    if token.dep_ == "acl" and cue_strength(token.text) != CueStrength.SAY and not active:
        return True
    return any(child.dep_ == "aux:pass" and verb - 4 < child.i < verb for child in token.children)

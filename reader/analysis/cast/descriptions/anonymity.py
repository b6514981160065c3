"""Who keeps the name back: "an aide, who spoke on condition of anonymity because she was not authorized".

News says so in a few set phrases. Who asks for it has no name, and is "he" or "she" in the reasons for it.
"""

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Token

from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import own_subject
from reader.analysis.lexicon.spelling import fold

_NAME = r"(?:his|her) (?:full |last |real |sur)?name"
_SET_PHRASE = re.compile(
    r"\banonymity\b"
    r"|\b(?:not (?:want |wish )?to|to not|declin\w+ to|refus\w+ to|not) be (?:named|identified)\b"
    r"|\bc(?:an|ould)(?:not| not|n[’']t) be (?:named|identified)\b"
    r"|\bnot (?:yet )?been (?:publicly )?(?:named|identified)\b"
    r"|\bwhose (?:\w+ )?(?:name|identity) (?:[\w’']+ ){1,4}?"
    r"(?:not|never|withheld|protected|suppressed|unknown)\b"
    r"|\bwhom (?:[\w’'.]+ ){1,3}(?:does|did|would) not (?:name|identify)\b"
    rf"|\b{_NAME} (?:not be|to be|not to be|be) (?:withheld|used|published|printed)\b"
    rf"|\b(?:give|provide|share|disclose|wants?|wanted) {_NAME}\b",
    re.IGNORECASE,
)
_RELATIVE = frozenset({"who", "that", "which"})
_KEPT = frozenset({"name", "identity"})
_TERMS = frozenset({"condition", "ask", "asked", "asking", "asks", "insisted", "requested"})
_STEPS = 12  # up the tree, from the phrase to whoever it is said of


def withholders(doc: Doc) -> Mapping[int, int]:
    """The tokens of such phrases and of what hangs on their verbs, each with the token of whom it is said.

    That one, if it acts itself ("she declined to give her name"), is its own.
    """
    found: dict[int, int] = {}
    for match in _SET_PHRASE.finditer(doc.text):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        verb = _clause(span[-1]) if span is not None else None
        if span is None or verb is None:
            continue
        who = _said_of(verb)
        inside = {*range(span.start, span.end), *(token.i for token in verb.subtree), who.i}
        found.update((i, who.i) for i in inside if i >= who.i)
    return found


def _clause(token: Token) -> Token | None:
    """The verb around a phrase of which it is told who does it."""
    for _ in range(_STEPS):
        told = own_subject(token)
        kept = told is not None and fold(told.text) in _KEPT and not _is_relative(told)
        if told is not None and not kept and not _is_asked_for(token):
            return token
        if token.dep_ == "acl" and token.head.pos_ != "VERB" and fold(token.head.text) not in _TERMS:
            return token  # "an aide, speaking on condition of anonymity"
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _is_asked_for(verb: Token) -> bool:
    """Tell what somebody asks for: "asked that he not be named", "on condition that he not be named"."""
    return fold(verb.head.text) in _TERMS and verb.dep_ in ("ccomp", "acl", "advcl", "acl:relcl")


def _is_relative(word: Token) -> bool:
    """Tell "who" and "whose name"."""
    return fold(word.text) in _RELATIVE or any(fold(child.text) == "whose" for child in word.children)


def _said_of(verb: Token) -> Token:
    """Whoever does what a verb says; "who" is whom its clause hangs on."""
    told = own_subject(verb)
    suffers = any(fold(child.text) == "whom" for child in verb.children)
    if told is not None and not suffers and not _is_relative(told):
        return told
    first = verb
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    if first.head.pos_ in ("NOUN", "PROPN") and first.head.i < verb.i:
        return _person_of(first.head)
    before = (each.head for each in verb.doc[verb.sent.start : verb.i] if fold(each.text) in _RELATIVE)
    return next((each.head for each in before if each.dep_ == "acl:relcl"), verb)  # a wrong tree


def _person_of(noun: Token) -> Token:
    """The person in whose phrase a noun stands: the promoter, of "the promoter of a rival event, who"."""
    one = noun
    while one.dep_ == "nmod" and one.head.pos_ == "NOUN" and not nouns().may_speak(fold(one.text)):
        one = one.head
    return one if nouns().may_speak(fold(one.text)) else noun

"""Whoever asks asks of another: "Asked by Mr. Roe whether he slept", "Counsel asked if she had seen it".

Outside the courts one may well ask for oneself: "the girl asked if she could go".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from reader.analysis.cast.pronouns.pages import Page, says
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.lexicon.cues import words
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import head_of, own_subject
from reader.analysis.lexicon.spelling import fold

_LEVELS = 4  # words from a pronoun up to the verb of asking
_COMPLEMENTS = frozenset({"ccomp", "advcl", "xcomp"})
_MAY = frozenset({"can", "could", "may", "might", "should", "must"})
_COUNSEL = frozenset({"kc", "qc", "sc"})  # letters behind a barrister's name


def askers(page: Page, token: Token) -> frozenset[Entry]:
    """Who asks what the clause of a pronoun tells, or what it answers, and is not meant by it."""
    verb = _asking(token) or _answered(token) or _opening(token)
    if verb is None:
        return frozenset()
    agent = _agent(verb)
    if agent is not None:
        return frozenset(_there(page, agent))
    asker = own_subject(verb)
    if asker is None or asker.i > token.i or any(fold(child.text) in _MAY for child in token.head.children):
        return frozenset()
    return frozenset(who for who in _there(page, asker) if _examines(who))


def _asking(token: Token) -> Token | None:
    """The verb of asking in whose question a pronoun stands."""
    for _ in range(_LEVELS):
        dep, token = token.dep_, token.head
        is_asking = fold(token.text) in words("reported", "asking") | words("reported", "asked")
        if is_asking and dep in _COMPLEMENTS:
            return token
    return None


def _answered(token: Token) -> Token | None:
    """The verb of asking in the sentence before "She said that she had", which answers."""
    start = token.i
    opens = bool(token.is_sent_start) and start > 0 and "\n" not in token.doc[start - 1].text
    verb = token.doc[start - 1].sent.root if opens and says(token) else None
    return verb if verb is not None and fold(verb.text) in words("reported", "asking") else None


def _opening(token: Token) -> Token | None:
    """The verb that opens "Asked by Mr. Roe whether it rained, the vet said that he": no "him" is barred."""
    first = token.doc[token.sent.start]
    asked = fold(first.text) in words("reported", "asked") and _agent(first) is not None
    return first if asked and token.dep_ in ("nsubj", "nmod:poss") else None


def _agent(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ == "obl:agent"), None)


def _there(page: Page, head: Token) -> Iterator[Entry]:
    """Who is mentioned by the words whose head is given."""
    for i in range(head.sent.start, head.i + 1):
        for stop, who, _ in page.mentions.get(i, ()):
            if head_of(page.doc, i, stop).i == head.i:
                yield who.now()


def _examines(who: Entry) -> bool:
    """Tell a judge, a barrister or a reporter."""
    trades = words("nouns", "chairs") | nouns().alike("lawyer")
    return bool(who.heads & trades) or (who.person is not None and who.person.suffix in _COUNSEL)

""" "It" and "its", where grammar alone says which country or organisation they mean; elsewhere nobody.

"Russia cast its veto", "The bank said it would", "Norsund and its lawyers". Most "it" in news means a thing
or nothing at all, so that what grammar leaves open stays open.
"""

from spacy.tokens import Doc, Token

from reader.analysis.cast.metonyms import is_act
from reader.analysis.cast.names import fold
from reader.analysis.cast.occurrences import Map, Occurrence
from reader.analysis.cast.phrases import clause_verb, head_of, own_subject, subject
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.speech.cues import CueStrength, cue_strength

_KINDS = frozenset({ActorKind.COUNTRY, ActorKind.ORGANISATION})
_TOLD, _GUESSED = 0.82, 0.7
_RELATIVES = frozenset({"that", "which", "who"})


def find_neuters(doc: Doc, at: Map, nominals: list[Occurrence]) -> list[Occurrence]:
    """Resolve the neuter pronouns of `doc` whose antecedent its sentence names; `nominals` as "the bank"."""
    heads = {head_of(doc, one.start, one.end).i: one for one in nominals if one.entry.now().kind in _KINDS}
    found: list[Occurrence] = []
    topic: Occurrence | None = None  # the last subject of the paragraph, if it is a country or a body
    for token in doc:
        word = fold(token.text)
        if "\n" in token.text:
            topic = None
        elif word in ("it", "its", "itself") and token.pos_ != "PROPN":
            one = _possessor(doc, token, at, heads) if word != "it" else _subject(doc, token, at, heads)
            sure = _TOLD
            if one is None and topic is not None and _goes_on(token, word):
                one, sure = topic, _GUESSED
            if one is not None and one.start < token.i:
                heads[token.i] = one  # "it said it would": the next one may lean on this
                found.append(Occurrence(token.i, token.i + 1, one.entry, MentionForm.PRONOUN, sure))
        if token.dep_.startswith("nsubj") and token.head.dep_ in ("ROOT", "root", "conj", "ccomp"):
            topic = _at(doc, token, at, heads) or (None if token.pos_ in ("NOUN", "PROPN") else topic)
    return found


def _goes_on(token: Token, word: str) -> bool:
    """Tell "It declined to comment" and "Its president said", which go on with the topic."""
    if word == "it":
        verb = token.head.text
        return token.dep_ == "nsubj" and (cue_strength(verb) >= CueStrength.SAY or is_act(fold(verb)))
    return word == "its" and bool(token.is_sent_start)


def _possessor(doc: Doc, token: Token, at: Map, heads: dict[int, Occurrence]) -> Occurrence | None:
    owned = token.head
    if owned.dep_ == "conj" and owned.head.i < token.i and (one := _at(doc, owned.head, at, heads)):
        return one  # "Norsund and its lawyers"
    verb = clause_verb(token)
    who = subject(verb)
    if who is not None and owned.i == who.i:  # "Rome complained that its neighbour did too little"
        who = own_subject(clause_verb(verb.head)) if verb.head.i != verb.i else None
    if who is None or who.i > token.i:
        return None
    return _at(doc, who, at, heads)


def _subject(doc: Doc, token: Token, at: Map, heads: dict[int, Occurrence]) -> Occurrence | None:
    """ "The bank said it would pay": the subject of the clause above."""
    verb = token.head
    if not token.dep_.startswith("nsubj") or verb.dep_ not in ("ccomp", "advcl") or verb.pos_ != "VERB":
        return None
    if any(child.dep_ in ("csubj", "ccomp", "expl") and child.i > verb.i for child in verb.children):
        return None  # "it seems that", "it emerged that"
    above = own_subject(clause_verb(verb.head))
    if above is None or above.i > token.i:
        return None
    return _at(doc, above, at, heads)


def _at(doc: Doc, token: Token, at: Map, heads: dict[int, Occurrence]) -> Occurrence | None:
    """The country or organisation whose mention has `token` for its head."""
    if fold(token.text) in _RELATIVES and token.head.dep_ == "acl:relcl":
        token = token.head.head
    if token.i in heads:
        return heads[token.i]
    one = at[token.i]
    if one is None or one.form is MentionForm.DEMONYM or one.entry.now().kind not in _KINDS:
        return None
    if any(child.dep_ == "conj" for child in token.children):
        return None  # "Russia and China ... its"
    return one if head_of(doc, one.start, one.end).i == token.i else None

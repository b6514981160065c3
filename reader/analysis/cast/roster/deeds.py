"""What somebody becomes by what is done: who "was charged" is the defendant, who "testified" the witness."""

from spacy.tokens import Doc, Token

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import head_of, own_subject
from reader.analysis.lexicon.spelling import fold
from reader.given_names import MAN, WOMAN

_OBJECTS = frozenset({"obj", "dobj"})
_NONE: frozenset[str] = frozenset()
_DEAD = "deceased"
_SEXES = {"he": MAN, "she": WOMAN}
_CIRCUMSTANCES = frozenset({"advcl", "acl", "acl:relcl"})
_REACH = 12  # tokens behind a name
_SILKS = frozenset({"kc", "qc", "sc"})
_COUNSEL = frozenset({"counsel"})
_STYLES = dict.fromkeys(("dr", "doctor"), frozenset({"doctor"}))


def deeds(doc: Doc, one: Occurrence) -> frozenset[str]:
    """Give the nouns that what is told of a person makes him, by the word that he hangs on or his style."""
    head = head_of(doc, one.start, one.end)
    return _of_clause(head).union(
        _styled(one.entry.now()), *(_done(verb) for verb in head.children if _is_told(verb))
    )


def dies(doc: Doc, one: Occurrence) -> bool:
    """Tell who is told to be dead, or by the clause behind: "her husband, Tom Roe, before he was killed"."""
    if _DEAD in deeds(doc, one):
        return True
    head = head_of(doc, one.start, one.end)
    acts = head.dep_.startswith("nsubj") and not any(child.dep_ == "cop" for child in head.head.children)
    for token in doc[one.end : one.end + _REACH] if not acts else ():
        if token.is_sent_start or token.ent_type_:
            return False
        if sex := _SEXES.get(token.lower_):
            return (
                one.entry.seems in ("", sex)
                and token.head.dep_ in _CIRCUMSTANCES
                and _DEAD in _of_clause(token)
            )
    return False


def _styled(who: Entry) -> frozenset[str]:
    """By the style: "Jane Roe SC" is counsel, and "Dr Roe" a doctor."""
    if who.person is None:
        return _NONE
    return _COUNSEL if who.person.suffix in _SILKS else _STYLES.get(who.person.honorific, _NONE)


def _of_clause(head: Token) -> frozenset[str]:
    head = head.head if head.dep_ == "appos" else head  # "charged her landlord, Jan Holt"
    above = head.head
    if above.i == head.i or _is_denied(above):
        return _NONE
    acts = head.dep_.startswith("nsubj")
    if head.dep_ == "nmod:poss":
        return nouns().ruled.get(fold(above.text), _NONE)
    suffers = head.dep_ in _OBJECTS or (acts and any(child.dep_ == "aux:pass" for child in above.children))
    if suffers or (head.dep_ == "nmod" and above.pos_ == "NOUN" and _case(head) == "of"):
        return nouns().sufferers.get(fold(above.text), _NONE)
    return _done(above) if acts else _NONE


def _is_told(verb: Token) -> bool:
    """Tell the verb of "who has coached her"."""
    subject = own_subject(verb) if verb.dep_ == "acl:relcl" else None
    return subject is not None and fold(subject.text) == "who" and not _is_denied(verb)


def _is_denied(verb: Token) -> bool:
    return any(child.dep_ == "neg" or fold(child.text) == "not" for child in verb.children)


def _done(verb: Token) -> frozenset[str]:
    """By the verb alone or with its object: "testified", "gave evidence"."""
    objects = (f"{fold(verb.text)} {fold(child.text)}" for child in verb.children if child.dep_ in _OBJECTS)
    told = (nouns().doers.get(words, _NONE) for words in (fold(verb.text), *objects))
    return _NONE.union(*told)


def _case(token: Token) -> str:
    return next((fold(child.text) for child in token.children if child.dep_ == "case"), "")

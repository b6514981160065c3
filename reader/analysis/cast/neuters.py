""" "It" and "its", where grammar alone says which country or organisation they mean; elsewhere nobody.

"Russia cast its veto", "The bank said it would", "Norsund and its lawyers". Most "it" in news means a thing
or nothing at all, so that what grammar leaves open stays open.
"""

from spacy.tokens import Doc, Token

from reader.analysis.cast.names import fold
from reader.analysis.cast.occurrences import Map, Occurrence
from reader.analysis.cast.phrases import clause_verb, head_of, own_subject, subject
from reader.analysis.findings import ActorKind, MentionForm

_KINDS = frozenset({ActorKind.COUNTRY, ActorKind.ORGANISATION})
_RELATIVES = frozenset({"that", "which", "who"})


def find_neuters(doc: Doc, at: Map, nominals: list[Occurrence]) -> list[Occurrence]:
    """Resolve the neuter pronouns of `doc` whose antecedent its sentence names; `nominals` as "the bank"."""
    heads = {head_of(doc, one.start, one.end).i: one for one in nominals if one.entry.now().kind in _KINDS}
    found: list[Occurrence] = []
    for token in doc:
        word = fold(token.text)
        if word not in ("it", "its", "itself") or token.pos_ == "PROPN":
            continue
        one = _possessor(doc, token, at, heads) if word != "it" else _subject(doc, token, at, heads)
        if one is not None and one.start < token.i:
            heads[token.i] = one  # "it said it would": the next one may lean on this
            found.append(Occurrence(token.i, token.i + 1, one.entry, MentionForm.PRONOUN, 0.82))
    return found


def _possessor(doc: Doc, token: Token, at: Map, heads: dict[int, Occurrence]) -> Occurrence | None:
    owned = token.head
    if owned.dep_ == "conj" and owned.head.i < token.i and (one := _at(doc, owned.head, at, heads)):
        return one  # "Norsund and its lawyers"
    verb = clause_verb(token)
    who = subject(verb)
    if who is None or who.i > token.i or owned.i == who.i:
        return None
    return _at(doc, who, at, heads)


def _subject(doc: Doc, token: Token, at: Map, heads: dict[int, Occurrence]) -> Occurrence | None:
    """ "The bank said it would pay": the subject of the clause above."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.dep_ not in ("ccomp", "advcl") or verb.pos_ != "VERB":
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

"""Who may be anybody: "a player may cancel his contract", "if a guest is late, his room is given away"."""

from spacy.tokens import Doc, Token

from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import clause_verb, own_subject
from reader.analysis.lexicon.spelling import fold

_CLAUSES = 4  # around a pronoun
_ANY = frozenset({"any", "each", "every"})
_RULING = frozenset({"may", "must", "should", "shall"})
_PLACES = frozenset({"on", "in", "onto", "into", "from", "off", "under", "over", "with"})
_SUPPOSING = frozenset({"if", "unless", "whenever"})


def anybody(pronoun: Token) -> Token | None:
    """Give the word for anybody that binds a pronoun, the subject of a clause around or supposed there."""
    verb = clause_verb(pronoun)
    for _ in range(_CLAUSES):
        supposed = (child for child in verb.children if child.dep_ == "advcl" and _is_supposed(child))
        for clause in (verb, *supposed):
            who = own_subject(clause)
            if who is not None and who.i < pronoun.i and is_anybody(who):
                return who
        if verb.head.i == verb.i:
            break
        verb = verb.head if verb.dep_ == "conj" else clause_verb(verb.head)
    return None


def is_anybody(who: Token) -> bool:
    """Tell the subject of a rule or of a supposition, "any player", "if a player", from one who is there."""
    articles = {fold(child.text) for child in who.children if child.dep_ == "det"}
    if not who.dep_.startswith("nsubj") or not nouns().may_speak(fold(who.text)):
        return False
    rules = _is_supposed(who.head) or _is_ruled(who.head)
    return bool(articles & _ANY) or (bool(articles & {"a", "an"}) and rules)


def is_thing(doc: Doc, start: int, head: int) -> bool:
    """Tell "a host of problems" and "sat on a plastic chair" from who holds an office or receives guests."""
    if fold(doc[start].text) not in ("a", "an", "another", "one"):
        return False
    if fold(doc[head].text) == "host":
        return fold(doc[head + 1 : head + 2].text) == "of"
    placed = (fold(child.text) for child in doc[head].children if child.dep_ == "case")
    return fold(doc[head].text) == "chair" and not _PLACES.isdisjoint(placed)


def _is_supposed(verb: Token) -> bool:
    return any(child.dep_ == "mark" and fold(child.text) in _SUPPOSING for child in verb.children)


def _is_ruled(verb: Token) -> bool:
    """Tell "a player may leave" from "a player may have left"."""
    helping = {fold(child.text) for child in verb.children if child.dep_.startswith("aux")}
    return bool(helping & _RULING) and "have" not in helping

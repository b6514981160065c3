"""What a clause says of whose it is by what is the subject's own: "Roe said that her husband had left"."""

from spacy.tokens import Doc, Token

from reader.analysis.cast.spans.spans import LABELS, PERSON
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import head_of, subject
from reader.analysis.lexicon.spelling import fold
from reader.given_names import MAN, WOMAN

_OWN = {"his": MAN, "her": WOMAN, "himself": MAN, "herself": WOMAN}
#: What is one's own, besides kin; a record or a plan that somebody speaks of is often another's.
_BODILY = frozenset(
    {"voice", "eyes", "face", "hand", "hands", "head", "arm", "arms", "hair", "lips", "breath", "lap"}
)
_REACH = 24  # words behind the name that are looked at


def own_gender(doc: Doc, start: int, end: int) -> str:
    """Give the sex of whoever is named at tokens `start` to `end`, if what is his or her own tells it."""
    head = head_of(doc, start, end)
    if not head.dep_.startswith("nsubj"):
        return ""
    for token in doc[end : end + _REACH]:
        if token.is_sent_start or _is_somebody(token):
            return ""
        if sex := _OWN.get(token.lower_):
            return sex if _is_own(token, head) else ""
    return ""


def _is_own(pronoun: Token, who: Token) -> bool:
    """Tell "had brought her son" and "said in tears, her voice breaking" from "praised her"."""
    if pronoun.lower_ in ("himself", "herself"):
        return True
    owned = pronoun.head
    is_stressed = pronoun.nbor(1).lower_ == "own"
    if not is_stressed and fold(owned.text) not in nouns().kin | _BODILY:
        return False  # "praised her", "called her plan a hoax"
    doer = subject(who.head)
    return doer is None or doer.i == who.i


def _is_somebody(token: Token) -> bool:
    """Tell another whom "his" may mean: a name, a noun for a person; not the clerk of "works as a clerk"."""
    word = fold(token.text)
    if LABELS.get(token.ent_type_) == PERSON or word in ("he", "she", "him"):
        return True
    is_same = any(fold(child.text) == "as" or child.dep_ == "cop" for child in token.children)
    return token.pos_ == "NOUN" and nouns().is_person(word) and not is_same

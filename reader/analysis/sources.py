"""Who stands beside a reporting verb: the words that name a source, by the parse and by the surface."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from reader.analysis.cues import CueStrength, cue_strength, is_person, is_time
from reader.analysis.reporting import Item

_INSIDE_NAME = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "X", "SYM"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OWNERS = frozenset({"my", "his", "her", "its", "our", "your", "their", "whose"})
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "i", "we", "you", "who", "one", "others", "some", "many", "several", "both",
     "another", "someone", "somebody", "everyone", "most", "those", "few", "neither", "none", "nobody"}
)  # fmt: skip
RELATIVE = frozenset({"who", "which", "that", "whom"})
_ADVERBIAL = frozenset({",", "—", "–", "while", "when", "then", "and", "before", "after"})
_BE = frozenset({"was", "were", "been", "being", "is", "are", "be", "'s", "’s", "'re", "’re"})
_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_INHERITS = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis", "dep"})
_STEPS = 5  # how many verbs up a subject may stand: "went on to say", "spoke and added"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `first` to `last` (exclusive), the noun at `head`."""

    first: int
    last: int
    head: int


def phrase_from(doc: Doc, items: Sequence[Item], k: int) -> Phrase | None:
    """Read the noun phrase that starts at `items[k]`, without what hangs on it ("of …", "who …")."""
    first = head = None
    owned = False
    last = 0
    while k < len(items):
        item = items[k]
        if not isinstance(item, int) or (first is not None and item != last):
            break
        token = doc[item]
        word = token.lower_
        if (
            head is None
            and word in _PRONOUNS
            and not (
                word in {"some", "many", "most", "both", "several", "few", "those", "one", "another"}
                and _goes_on(doc, item)
            )
        ):
            return Phrase(item if first is None else first, item + 1, item) if first is None else None
        if word in _POSSESSIVE and head is not None:
            owned = True
        elif word == "-" or (word in {"&", "/"} and head is not None):
            pass
        elif item and doc[item - 1].text == "-" and not doc[item - 1].whitespace_ and head is not None:
            pass  # "London-based"
        elif token.ent_iob_ == "I" and head is not None:
            head, owned = item, False
        elif is_time(word) and head is not None and not owned:
            break
        elif _in_phrase(token, head is not None):
            if token.pos_ in {"NOUN", "PROPN", "X", "NUM", "SYM"} or token.ent_type_ or _is_name_like(token):
                head, owned = item, False
        elif word in _OWNERS and head is None:
            pass
        else:
            break
        first = item if first is None else first
        last = item + 1
        k += 1
    if first is None or head is None:
        return None
    return Phrase(first, head + 1, head)


def phrase_until(doc: Doc, items: Sequence[Item], k: int) -> Phrase | None:
    """Read the noun phrase that ends at `items[k]`."""
    item = items[k]
    if not isinstance(item, int):
        return None
    token = doc[item]
    if token.lower_ in _PRONOUNS:
        return Phrase(item, item + 1, item)
    if not (token.pos_ in {"NOUN", "PROPN", "X", "NUM"} or token.ent_type_) or is_time(token.lower_):
        return None
    first = item
    while k > 0:
        k -= 1
        item = items[k]
        if not isinstance(item, int) or item != first - 1:
            break
        before = doc[item]
        if not (
            _in_phrase(before, True)
            or before.lower_ in _POSSESSIVE
            or before.lower_ in _OWNERS
            or before.text == "-"
        ):
            break
        first = item
        if before.pos_ == "DET" and doc[max(0, item - 1)].lower_ not in _POSSESSIVE:
            break
    return Phrase(first, token.i + 1, token.i)


def subject_of(doc: Doc, verb: int, hidden: Container[int]) -> Phrase | None:
    """Find the subject of a verb in the parse; `hidden` are tokens inside quotation marks."""
    token = doc[verb]
    for _ in range(_STEPS):
        for child in token.children:
            if child.dep_ in _SUBJECTS and child.i not in hidden:
                if child.lower_ in RELATIVE and token.dep_.startswith("acl"):
                    return phrase_at(doc, token.head.i) if token.head.i not in hidden else None
                return phrase_at(doc, child.i)
            if child.dep_ == "nsubj:pass" and child.i not in hidden:
                return phrase_at(doc, child.i) if _is_quoted_as(token, verb, doc) else None
        if token.dep_.startswith("acl") and doc[verb - 1].text not in _ADVERBIAL and token.head.dep_ != "obj":
            return phrase_at(doc, token.head.i) if token.head.i not in hidden else None
        if token.dep_.startswith("acl"):
            token = token.head
            while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
                token = token.head
            continue
        if token.dep_ not in _INHERITS or token.head.i == token.i or token.head.i in hidden:
            return None
        if token.dep_ in {"ccomp", "parataxis", "dep"} and not doc[verb].text.endswith("ing"):
            return None
        token = token.head
    return None


def phrase_at(doc: Doc, head: int) -> Phrase:
    """Give the noun phrase around a head of the parse: its words before it, and the rest of its name."""
    found = phrase_until(doc, range(max(0, head - 12), head + 1), min(head, 12))
    first = found.first if found else head
    last = head + 1
    while last < len(doc) and (
        (
            doc[last].dep_.startswith(("flat", "compound", "goeswith"))
            and doc[last].head.i in range(first, last)
        )
        or (doc[last].ent_iob_ == "I" and doc[last].ent_type_ == doc[last - 1].ent_type_)
    ):
        last += 1
    return Phrase(first, last, last - 1 if doc[head].pos_ == "PROPN" else head)


def agent_of(doc: Doc, verb: int) -> Phrase | None:
    """Find who acts in the passive: "was called … by X"."""
    for child in doc[verb].children:
        if child.dep_ in {"obl:agent", "obl"} and any(c.lower_ == "by" for c in child.children):
            return phrase_at(doc, child.i)
    return None


def is_passive(doc: Doc, verb: int) -> bool:
    """Tell "was called", "a plan called" and "known as" from "called"."""
    token = doc[verb]
    if not token.text.endswith(("ed", "en", "wn", "ght", "id", "told", "put")) or token.lower_ == "said":
        return False
    k = verb - 1
    while k > 0 and doc[k].pos_ in {"ADV", "PART"}:
        k -= 1
    if k >= 0 and doc[k].lower_ in _BE:
        return True
    if token.dep_ == "acl" and cue_strength(token.text) != CueStrength.SAY:
        return True
    return any(c.dep_ == "aux:pass" and verb - 4 < c.i < verb for c in token.children)


def _is_quoted_as(token: Token, verb: int, doc: Doc) -> bool:
    """Tell "was quoted as saying" and "was heard to say", whose subject speaks, from "was said to"."""
    return token.i != verb and doc[verb].i > token.i


def _goes_on(doc: Doc, i: int) -> bool:
    return i + 1 < len(doc) and doc[i + 1].pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}


def _in_phrase(token: Token, inside: bool) -> bool:
    if token.ent_type_ in {"PER", "ORG", "GPE", "NORP"}:
        return True
    if token.pos_ in _INSIDE_NAME or is_person(token.text):
        return True
    return inside and _is_name_like(token)


def _is_name_like(token: Token) -> bool:
    """Tell a capital word that the tagger took for something else, a verb say, from a real verb."""
    return (
        token.text[0].isupper()
        and token.pos_ not in {"PRON", "ADP", "CCONJ", "SCONJ", "AUX", "ADV", "PART", "PUNCT"}
        and (cue_strength(token.text) == CueStrength.NONE)
    )

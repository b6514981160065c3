"""Small questions about grammar, asked of words and trees: phrases, clauses, subjects.

Trees come from a parser that errs, so that every answer here is one that the words around can bear out.
"""

from spacy.tokens import Doc, Token

from reader.analysis.lexicon.cues import words
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.spelling import fold

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_INSIDE = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})
#: Pronouns for what is nobody, or a country or a body.
NEUTERS = frozenset({"it", "its", "itself"})
#: Days of the week, in small letters.
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
#: Months that are names of people too.
MONTHS = frozenset({"april", "may", "june", "august"})
_LINKS = frozenset({"of", "for", "to", "at", "in", "on", "with"})
_PLURALS = {"people": "person", "children": "child", "men": "man", "women": "woman"}
_CLAUSE = frozenset({"ROOT", "root", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "xcomp"})


def singular(word: str) -> str:
    """The singular of a noun in small letters, by spelling."""
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("wives"):
        return word[:-3] + "fe"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("sses") or word.endswith(("ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def is_plural(word: str) -> bool:
    """Tell a plural for one or more people: "leaders", "spokeswomen"."""
    known = nouns()
    return not known.is_person(word) and word != singular(word) and known.is_person(singular(word))


def is_told_of(head: Token) -> bool:
    """Tell whom words tell of by name, "Ann has won", from whom they call: "good luck, Ann"."""
    return head.dep_.startswith("nsubj") or head.dep_ == "nmod:poss"


def phrase_end(doc: Doc, start: int, limit: int = 14) -> int:
    """Where the noun phrase that starts at `start` ends: its nouns, with what "of", "for", "to" add."""
    i = start
    stop = min(len(doc), start + limit)
    last = start
    while i < stop:
        token = doc[i]
        word = fold(token.text)
        if "\n" in token.text:
            break
        if token.pos_ in _INSIDE or token.text in POSSESSIVES or token.text == "-":
            i += 1
            last = i if token.pos_ in ("NOUN", "PROPN", "NUM") or token.text in POSSESSIVES else last
        elif (
            token.pos_ == "DET"
            or token.tag_ == "PRP$"
            or word in ("his", "her", "its", "their")
            or (word in _LINKS and last > start and i + 1 < stop)
            or (token.pos_ == "ADV" and last == start)
        ):
            i += 1
        elif token.pos_ == "VERB" and last == start and i + 1 < stop and doc[i + 1].pos_ in ("NOUN", "ADJ"):
            i += 1  # "a leading expert"
        else:
            break
    return last


def phrase_head(doc: Doc, start: int, end: int) -> int | None:
    """The head noun of the phrase: the last noun before the first preposition or possessive's end."""
    head = None
    for i in range(start, end):
        token = doc[i]
        if fold(token.text) in _LINKS and head is not None:
            break
        if token.text in POSSESSIVES:
            head = None
        elif token.pos_ in ("NOUN", "PROPN"):
            head = i
    return head


def phrase_start(doc: Doc, end: int, lowest: int) -> int:
    """Where the noun phrase that ends before `end` starts, not before `lowest`."""
    i, start = end, end
    lowest = max(lowest, end - 14)
    while i > lowest:
        token = doc[i - 1]
        word = fold(token.text)
        if "\n" in token.text or token.text == ",":
            break
        if token.pos_ in _INSIDE or token.text in POSSESSIVES or token.text == "-":
            i -= 1
            start = i
        elif token.pos_ == "DET" or word in ("his", "her", "its", "their"):
            i -= 1
            start = i
            if i > lowest and fold(doc[i - 1].text) not in _LINKS:
                break
        elif word in ("of", "for", "on") and start < end and fold(doc[start].text) not in DAYS:
            i -= 1
        else:
            break
    while start < end and doc[start].text in (*POSSESSIVES, "-"):
        start += 1
    return start


_HANGING_ON = frozenset({"ADV", "ADJ", "DET", "NUM", "PUNCT", "ADP"})


def head_of(doc: Doc, start: int, end: int) -> Token:
    """The word by which a phrase hangs in its sentence; its last word where the tree does not tell."""
    inside = range(start, end)
    hanging = [doc[i] for i in inside if doc[i].head.i not in inside or doc[i].head.i == i] or [doc[end - 1]]
    # "First Quantum said": an adverb at the head of a name, to whoever parses it, is no word it hangs by.
    return next((word for word in hanging if word.pos_ not in _HANGING_ON), hanging[0])


def sentence_start(doc: Doc, index: int) -> int:
    """The first token of the sentence (or of the text)."""
    while index > 0 and not doc[index].is_sent_start:
        index -= 1
    return index


def main_subject(token: Token) -> Token | None:
    """The subject of the sentence that `token` stands in."""
    for _ in range(80):
        if token.head.i == token.i:
            break
        token = token.head
    return own_subject(token)


def clause_verb(token: Token) -> Token:
    """The verb of the clause that `token` stands in (or the word at its root)."""
    steps = 0
    while token.head.i != token.i and steps < 60:
        steps += 1
        if token.dep_ in _CLAUSE or (token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")):
            return token
        token = token.head
    return token


def subject(verb: Token, steps: int = 4) -> Token | None:
    """The subject of a verb, borrowed from the verb that it is joined to if it has none."""
    for child in verb.children:
        if child.dep_.startswith("nsubj"):
            return child
    if steps and (verb.dep_ in ("conj", "xcomp", "advcl")) and verb.head.i != verb.i:
        return subject(clause_verb(verb.head) if verb.dep_ != "conj" else verb.head, steps - 1)
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject that stands in the verb's own clause."""
    return next((child for child in verb.children if child.dep_.startswith("nsubj")), None)


def is_counted(token: Token) -> bool:
    """Tell "the other" and "a third", who are people, from "the other man" and "a third of them"."""
    doc, i = token.doc, token.i
    if token.lower_ not in words("grammar", "counted") or not i or doc[i - 1].lower_ not in ("the", "a"):
        return False
    after = doc[i + 1] if i + 1 < len(doc) else None
    return after is not None and after.pos_ not in _INSIDE | {"DET"} and after.lower_ not in ("of", "-")

"""Somebody of many who speaks, and has no noun of his own: "one of the guards", "another", "a Democrat".

What he is the words beside tell, "one of them, a lawmaker", or whoever they were of whom he is one: "Two
officials ... One said".
"""

from spacy.tokens import Doc, Token

from reader.analysis.cast.descriptions.nominals import Description
from reader.analysis.cast.descriptions.unnamed import called
from reader.analysis.cast.roster.occurrences import Map
from reader.analysis.documents import is_quoted
from reader.analysis.findings import MentionForm
from reader.analysis.lexicon.cues import CueStrength, cue_strength, words
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import is_counted, singular
from reader.analysis.lexicon.spelling import fold

_BARE = frozenset({"one", "another"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_THEM = frozenset({"them", "these", "those", "two", "three", "four"})
_MANY = ("s", "sh", "ch", "ese")  # ends of demonyms that are no noun for one: "a French said"
_REACH = 90  # tokens back to those of whom he is one


def find_one(doc: Doc, index: int, at: Map) -> Description | None:
    """Read who speaks at token `index` and is told by no noun for one person."""
    is_one = fold(doc[index].text) in words("grammar", "singular")
    if is_one and (fellow := _fellow(doc, index, at)) is not None:
        return fellow
    head = _head(doc, index)
    if head is None:
        return None
    end, noun, name = head + 1, "", ""
    whole = next((child for child in doc[head].children if child.dep_ == "nmod" and child.i > head), None)
    if whole is not None and fold(doc[end].text) == "of":
        end, many = whole.i + 1, fold(whole.text)
        noun = singular(many)
        if many not in _THEM and (noun == many or not nouns().may_speak(noun)):
            return None  # "one of the reports"
        noun = "" if many in _THEM else noun
    acts = bool(noun) and doc[head].dep_ == "nsubj"  # "one of his men saw it another way"
    if not (acts or _speaks(doc[head], index, end)) or is_quoted(doc, index):
        return None
    if not noun:
        noun, name = _explained(doc[head]) or _of_whom(doc, index, head + 1)
    return Description(index, end, noun, None, nouns().gender(noun), called=name) if noun else None


def _explained(head: Token) -> tuple[str, str] | None:
    """What he is by an apposition, and in all its words: "one, a retired teacher"."""
    beside = next((child for child in head.children if child.dep_ == "appos"), None)
    opener = next((child for child in beside.children if child.dep_ == "det"), None) if beside else None
    if beside is None or opener is None or fold(opener.text) not in ("a", "an"):
        return None
    noun = fold(beside.text)
    told = called(head.doc, Description(opener.i, beside.i + 1, noun, None))
    return (noun, told) if nouns().may_speak(noun) else None


def _head(doc: Doc, index: int) -> int | None:
    """The word that stands for a noun: "one" of "one of them", "third" of "a third"."""
    if index + 1 == len(doc):
        return None
    if fold(doc[index].text) in _BARE:
        after = doc[index + 1]
        return None if after.pos_ in _NOUNS or fold(after.text) in ("in", "out") else index  # "one in five"
    return index + 1 if is_counted(doc[index + 1]) else None


def _fellow(doc: Doc, index: int, at: Map) -> Description | None:
    """Read "a Democrat" and "one Norwegian", who are told by what many are called."""
    one = at[index + 1]
    if one is None or one.start != index + 1 or one.end >= len(doc):
        return None
    head = doc[one.end - 1]
    noun = fold(head.text)
    told = noun in organisations().partisans and one.end == index + 2
    if one.form is MentionForm.DEMONYM:
        told = not noun.endswith(_MANY)
    if not told or doc[one.end].pos_ in ("NOUN", "PROPN") or doc[one.end].text.startswith("-"):
        return None
    if not _speaks(head, index, one.end) or is_quoted(doc, index):
        return None
    return Description(index, one.end, noun, None)


def _speaks(head: Token, start: int, end: int) -> bool:
    """Tell who speaks, by the parse or by the words beside: "said one", "one said"."""
    by_parse = head.dep_ == "nsubj" and cue_strength(head.head.text) > CueStrength.THINK
    beside = (*head.doc[max(0, start - 1) : start], *head.doc[end : end + 1])
    return by_parse or any(cue_strength(token.text) is CueStrength.SAY for token in beside)


def _of_whom(doc: Doc, start: int, end: int) -> tuple[str, str]:
    """The singular of what those are called of whom somebody is one, and what he is called by it."""
    for i in range(start - 1, max(-1, start - _REACH), -1):
        noun = fold(doc[i].text)
        one = singular(noun)
        is_one = i > 0 and one == noun and fold(doc[i - 1].text) in words("grammar", "singular")
        if (
            doc[i].pos_ == "NOUN"
            and doc[i].dep_ != "appos"  # "one of the drivers, a father of four": another driver
            and (is_one or one != noun)
            and nouns().may_speak(one)
            and not is_quoted(doc, i)
        ):
            return one, f"{doc[start:end].text.lower()} {one}"
    return "", ""

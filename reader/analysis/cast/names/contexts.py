"""What the words around one use of a name say of its kind: "Libertad lie second", "goal by Odibe"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from reader.analysis.cast.names.examples import exemplified
from reader.analysis.cast.names.introduced import introduced
from reader.analysis.cast.names.own import own_gender
from reader.analysis.cast.names.whereabouts import placed
from reader.analysis.cast.spans.spans import COUNTRY_OR_CITY, PERSON, PLACE, NameSpan
from reader.analysis.lexicon.contexts import HINT, LIKELY, NOBODY, PROOF, Signs, contexts
from reader.analysis.lexicon.cues import CueStrength, cue_strength
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import (
    POSSESSIVES,
    head_of,
    own_subject,
    phrase_end,
    phrase_head,
    sentence_start,
)
from reader.analysis.lexicon.spelling import fold

#: A kind and how much speaks for it.
Told = tuple[str, int]

_REACH = 7  # tokens behind a verb: "slipped back to | third"
_OWNED = 4  # tokens of what is owned
_OPENING, _CLOSING = ("“", '"'), ("”", '"')
_IF = frozenset({"if", "as", "though", "wish", "did", "does", "do", "may"})


def told_by_context(doc: Doc, span: NameSpan) -> dict[str, int]:
    """Give what speaks for each sort of thing that a name may name, in the place of this use."""
    found: dict[str, int] = {}
    for kind, weight in _signs(doc, span):
        found[kind] = max(weight, found.get(kind, 0))
    return found


def _signs(doc: Doc, span: NameSpan) -> Iterator[Told]:
    yield from _worded(doc, span)
    yield from _articled(doc, span)
    yield from _called(doc, span)
    yield from _owning(doc, span)
    yield from _leading(doc, span)
    yield from _led(doc, span)
    head = head_of(doc, span.start, span.end)
    if head.dep_.startswith("nsubj"):
        yield from _acting(doc, span, head)
    elif head.dep_ == "obj":
        yield from _found(contexts().suffers, head.head, _behind(doc, span.end))
    behind = doc[span.end : span.end + 2]
    if len(behind) == 2 and behind[0].text == "," and behind[1].pos_ == "VERB":  # "Roe, arrested in May,"
        yield from _found(contexts().suffers, behind[1], _behind(doc, span.end + 2))
    yield from introduced(doc, span)
    yield from _titled(doc, span)
    yield from exemplified(doc, span)
    yield from placed(doc, span)


def _found(signs: Signs, word: Token | str, others: list[str]) -> Iterator[Told]:
    """The sign that a word is, if the words that it needs follow in order."""
    text = fold(word if isinstance(word, str) else word.text)
    for sign in signs.get(text, ()):
        rest = iter(others)
        if all(other in rest for other in sign.others):
            yield sign.kind, sign.weight
            return


def _next(signs: Signs, word: str, others: list[str]) -> Iterator[Told]:
    """The same, if they follow at once."""
    for sign in signs.get(word, ()):
        if tuple(others[: len(sign.others)]) == sign.others:
            yield sign.kind, sign.weight
            return


def _behind(doc: Doc, start: int) -> list[str]:
    """The words of the sentence from `start` on."""
    found = []
    for token in doc[start : start + _REACH]:
        if token.is_sent_start and token.i > start:
            break
        found.append(fold(token.text))
    return found


def _worded(doc: Doc, span: NameSpan) -> Iterator[Told]:
    """What its own words tell: "Alianza Andina", "Mitra Manakarra Hospital", "Typhoon Gezani"."""
    lists = contexts()
    words = [fold(token.text) for token in doc[span.start : span.end]]
    if words[1:] and (words[0] in lists.organisations or words[-1] in lists.houses):
        yield "organisation", PROOF + HINT
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.text[:1].isupper() and fold(before.text) in lists.storms:
        yield "thing", PROOF


def _articled(doc: Doc, span: NameSpan) -> Iterator[Told]:
    """ "At the Ana Roe": a full name has an article if it is a hospital's, a theatre's or a ship's."""
    before = [fold(token.text) for token in doc[max(0, span.outer - 2) : span.outer]]
    after = doc[span.end] if span.end < len(doc) else None
    is_name = span.label == PERSON and span.end - span.start > 1 and span.outer == span.start
    if not is_name or before[-1:] != ["the"] or after is None:
        return
    if after.pos_ in ("VERB", "AUX", "PUNCT") and after.text not in _OPENING and after.text != "-":
        yield NOBODY, 2 * PROOF
        if before[0] in ("at", "in", "to"):
            yield "place", LIKELY


def _called(doc: Doc, span: NameSpan) -> Iterator[Told]:
    """ "The trawler Hrafn", "Re, their second album,", "her second film, Salt Road,", "Re is an album"."""
    signs = contexts().called
    head = head_of(doc, span.start, span.end)
    before = span.outer - 1 - (span.outer > 0 and doc[span.outer - 1].text in (*_OPENING, "‘"))
    if (
        before >= 0
        and doc[before].pos_ == "NOUN"
        and doc[before].text.islower()
        and _hangs(head, doc[before])
    ):
        yield from _next(signs, fold(doc[before].text), [])
    elif before > 1 and doc[before].text == "," and head.dep_ == "appos" and head.head.pos_ == "NOUN":
        yield from _next(signs, fold(head.head.text), [])
    noun = _apposed(doc, span)
    if noun:
        yield from _next(signs, noun, [])
        if nouns().is_person(noun) and noun not in contexts().rivals | organisations().nominals:
            yield "person", LIKELY
    is_noun = head.dep_.startswith("nsubj") and head.head.pos_ == "NOUN" and head.head.i > span.end
    if is_noun and any(child.dep_ == "cop" for child in head.head.children):
        yield from _next(signs, fold(head.head.text), [])


def _hangs(head: Token, noun: Token) -> bool:
    """Tell "the trawler Hrafn" from "the film Bong made"."""
    joined = ("appos", "flat", "compound", "nmod")
    return (head.head.i == noun.i and head.dep_ in joined) or (noun.head.i == head.i and noun.dep_ in joined)


def _apposed(doc: Doc, span: NameSpan) -> str:
    """The noun of what stands behind the name and a comma: "storm" of "Ramil, a weaker storm, is"."""
    start = span.end + 1
    if doc[span.end : start].text != "," or start >= len(doc):
        return ""
    first = doc[start]
    if first.pos_ not in ("DET", "PRON", "ADJ") and first.tag_ != "PRP$":
        return ""
    head = phrase_head(doc, start, phrase_end(doc, start))
    if head is None or doc[head].dep_ != "appos" or not span.start <= doc[head].head.i < span.end:
        return ""  # "Across the Channel, a storm uprooted trees"
    return fold(doc[head].text)


def _owning(doc: Doc, span: NameSpan) -> Iterator[Told]:
    """ "Libertad's young goalkeeper"."""
    if doc[span.end : span.end + 1].text not in POSSESSIVES:
        return
    nouns_: list[str] = []
    for token in doc[span.end + 1 : span.end + 1 + _OWNED]:
        if token.pos_ not in ("NOUN", "ADJ", "NUM") or token.is_sent_start:
            break
        nouns_.insert(0, fold(token.text))
    if nouns_:
        yield from _next(contexts().owns, nouns_[0], nouns_[1:])


def _leading(doc: Doc, span: NameSpan) -> Iterator[Told]:
    """ "Huracán striker Ivan Roe", "the Calanda stadium"."""
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and after.pos_ == "NOUN" and after.text.islower() and not after.is_sent_start:
        yield from _next(contexts().before, fold(after.text), [])


def _led(doc: Doc, span: NameSpan) -> Iterator[Told]:
    """ "A goal by Odibe", "she signed for Talleres"."""
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and (after.text in POSSESSIVES or after.pos_ in ("NOUN", "PROPN")):
        return  # "the founder of the Gordonstoun estate"
    start = max(sentence_start(doc, span.outer), span.outer - 7)
    near = [each for each in reversed(doc[start : span.outer]) if not _is_score(each)]
    words = [fold(each.text) if each.text.islower() or each.is_sent_start else "" for each in near]
    if words[1:] and words[0] in ("the", "a"):
        del words[0]
    if words:
        yield from _next(contexts().led, words[0], words[1:])


def _is_score(token: Token) -> bool:
    """Tell a part of "0-0", in "drew 0-0 with"."""
    return token.text.isdigit() or (
        token.i > 0 and token.text in ("-", "–") and token.nbor(-1).text.isdigit()
    )


def _acting(doc: Doc, span: NameSpan, head: Token) -> Iterator[Told]:
    """ "Libertad lie second", "Gezani made landfall", "Huracán have lost", "Brim, which had"."""
    verb = head.head
    lists = contexts()
    if head.dep_ == "nsubj:pass":
        yield from _found(lists.suffers, verb, _behind(doc, verb.i + 1))
    elif verb.pos_ in ("VERB", "AUX"):
        behind = _behind(doc, verb.i + 1)
        if fold(verb.text) not in lists.alone or not any(child.dep_ == "obj" for child in verb.children):
            yield from _found(lists.does, verb, behind)  # "the Hrafn sank", but "Roe sank the Reds"
        if behind and fold(verb.text) in contexts().standing:
            yield from _next(lists.stands, behind[0], behind[1:])
    if _is_many(doc, span, head):
        yield "organisation", PROOF
    if _is_it(doc, span, verb):
        yield NOBODY, PROOF
        if span.label in (COUNTRY_OR_CITY, PLACE) and cue_strength(verb.text) >= CueStrength.SAY:
            yield "organisation", LIKELY  # but "the Earth recorded its own best time"
    elif own_gender(doc, span.start, span.end):
        yield "person", HINT


def _is_many(doc: Doc, span: NameSpan, head: Token) -> bool:
    """Tell "Huracán have lost", "Mumbai Indians are top": one name that acts as many do is a team's."""
    is_plural = span.end - span.start == 1 and doc[span.end - 1].text.endswith("s")  # "the Houthis"
    if is_plural or span.end >= len(doc):
        return False
    if fold(doc[span.end].text) not in contexts().many and not _plays(doc, span, head.head):
        return False
    before = [fold(token.text) for token in doc[max(0, span.outer - 3) : span.outer]]
    joined = any(child.dep_ == "conj" for child in head.children) or head.dep_ == "conj"
    apposed = span.outer > 0 and doc[span.outer - 1].pos_ == "NOUN"  # "he and his friend Ann were"
    return (
        not joined
        and not apposed
        and not _IF.intersection(before)
        and before[-1:] not in (["and"], ["or"], ["nor"])
    )


def _plays(doc: Doc, span: NameSpan, verb: Token) -> bool:
    """Tell "Libertad meet Olimpia", but not "they saw Roe meet her"."""
    is_main = verb.dep_.lower() in ("root", "conj", "parataxis") and verb.pos_ == "VERB"
    return is_main and verb.i == span.end and verb.text in contexts().playing


def _is_it(doc: Doc, span: NameSpan, verb: Token) -> bool:
    """Tell "Brim said last week that it had never opposed that" and "Brim cut its own price": nobody."""
    behind = _behind(doc, verb.i + 1)
    if "its" in behind and behind[behind.index("its") + 1 :][:1] == ["own"]:
        return True
    is_near = verb.i == span.end or (verb.i > span.end and doc[span.end].text == ",")
    if cue_strength(verb.text) < CueStrength.SAY or not is_near:
        return False
    said = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    who = own_subject(said) if said is not None else None
    if said is None or who is None or who.lower_ != "it" or not verb.i < who.i < said.i:
        return False
    is_deed = said.pos_ == "VERB" and said.lower_ not in contexts().impersonal
    return is_deed or said.lower_ in contexts().feelings


def _titled(doc: Doc, span: NameSpan) -> Iterator[Told]:
    """A title in marks of its own: "“Salt Road” was made"."""
    before, after = doc[max(0, span.outer - 1) : span.outer].text, doc[span.end : span.end + 2]
    opened = before in _OPENING and len(after) == 2 and after[0].text in _CLOSING
    if opened and after[1].text not in (",", ".") and not after[1].text[:1].isupper():
        yield "thing", PROOF if span.end - span.start > 1 else HINT

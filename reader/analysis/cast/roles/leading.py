"""Who leads what, told by a verb: "the Democratic Front, led by Ali Youssef", "who chairs it"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from reader.analysis.cast.roles.roles import Role
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import POSSESSIVES
from reader.analysis.lexicon.spelling import fold

_BETWEEN = frozenset(
    {",", "(", "which", "that", "is", "was", "are", "were", "now", "currently", "been", "has"}
)
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADV", "PUNCT"})
_LONGEST = 8  # tokens from the verb to what is led
_LED = (ActorKind.ORGANISATION, ActorKind.COUNTRY)


def find_leaders(doc: Doc, named: list[Occurrence], at: Map) -> Iterator[Role]:
    """Find roles of people that a verb gives them, with the body or country that they are tied to."""
    for one in named:
        if one.entry.now().kind is ActorKind.PERSON and at[one.start] is one:
            yield from _passive(doc, one, at)
            yield from _active(doc, one, at)


def _passive(doc: Doc, one: Occurrence, at: Map) -> Iterator[Role]:
    """ "The front, which is led by Ali Youssef"."""
    verb = one.start - 2
    if verb < 1 or fold(doc[verb + 1].text) != "by":
        return
    noun = nouns().leading.get(fold(doc[verb].text))
    last = verb - 1
    while last > max(0, verb - 5) and fold(doc[last].text) in _BETWEEN:
        last -= 1
    body = at[last]
    if noun is None:
        return
    if body is not None and body.entry.now().kind in _LED:
        name = doc[body.start : body.end].text
        yield Role(one, f"{noun} of {name}", noun, body.start, one.start, (body,))
    elif body is None and _is_led(doc, last):
        yield Role(one, f"{noun} of the {fold(doc[last].text)}", noun, last, one.start)


def _active(doc: Doc, one: Occurrence, at: Map) -> Iterator[Role]:
    """ "Naomi Long, who leads the cross-community Alliance Party"; "Lee Kanyuka, 51, who speaks for M23"."""
    verb = start = one.end + 2 * (doc[one.end + 1 : one.end + 2].text.isdecimal())
    while verb < min(len(doc), start + 4) and fold(doc[verb].text) in (",", "who", "has", "also", "now"):
        verb += 1
    if verb + 1 >= len(doc):
        return
    word = fold(doc[verb].text)
    relative = "who" in {fold(token.text) for token in doc[start:verb]}
    speaks = word == "speaks" and fold(doc[verb + 1].text) == "for"
    noun = "spokesperson" if speaks else nouns().leading.get(word)
    if noun is None or not (relative or word.endswith("s")):
        return
    for i in range(verb + 1 + speaks, min(len(doc), verb + 1 + _LONGEST)):
        body = at[i]
        if body is not None and body.entry.now().kind is ActorKind.ORGANISATION:
            yield Role(one, f"{noun} of {doc[body.start : body.end].text}", noun, verb, body.end, (body,))
            return
        if body is None and doc[i].text not in POSSESSIVES and doc[i].pos_ not in _INSIDE:
            return


def _is_led(doc: Doc, index: int) -> bool:
    """Tell a common noun for a body of people: "the opposition"."""
    word = fold(doc[index].text)
    return doc[index].pos_ == "NOUN" and word in organisations().nominals | nouns().bodies

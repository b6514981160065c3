"""Quotations within quotations: who speaks there, and whom to, by the words around them.

“I told him, ‘You are late’”: the one who is quoted said so, to him. “She said, ‘You must wait’”: she did, to
the one who is quoted.
"""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from reader.analysis.addressees import address, called_by_name, last_spoken_of
from reader.analysis.findings import Actor, Mention, Quote, Span
from reader.analysis.lexicon.cues import CueStrength, cue_strength
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import singular
from reader.analysis.quoted import mention_of

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_TRUST = 0.75  # that the verb before a quotation within a quotation tells who speaks
_LED_IN = 8  # tokens in which that verb stands
_GOES = frozenset(
    {"go", "goes", "went", "think", "thinks", "thought"}
)  # right before it: “and he goes, ‘Aye’”
_SHARED = 12  # tokens from a verb back to a subject that it shares
_STOPS = frozenset('.?!:;“”‘’"')
_OBJECTS = ("obj", "iobj", "obl")
_SOME = frozenset({"them", "us", "you", "people", "everybody", "everyone", "anybody", "anyone"})


def told_within(
    doc: Doc,
    offset: int,
    around: Quote,
    inner: Sequence[Span],
    mentions: Sequence[Mention],
    actors: Mapping[str, Actor],
) -> Iterator[Quote]:
    """Give the quotations `inner` of a quote of which the verb before them tells who speaks.

    The speaker is None where it is somebody else whom nobody knows. `doc` starts at `offset` of the text;
    `mentions` are those found in it.
    """
    for span in inner:
        words = doc.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
        verb = _verb_before(doc, words.start) if words else None
        subject = _subject(verb, words.start) if words and verb is not None else None
        if words is None or verb is None or subject is None:
            continue
        is_own = subject.text.casefold() in SINGULAR
        speaker = around.speaker if is_own else _meant(offset, subject, mentions)
        told = next((c for c in verb.children if c.dep_ in _OBJECTS and c.i < words.start), None)
        to = called_by_name(doc, offset, (span,), mentions, speaker)
        if to is None and told is not None:
            to = around.speaker if told.text.casefold() in SINGULAR else _meant(offset, told, mentions)
        is_told = around.speaker is not None and not _is_generic(subject, verb)
        if to is None and is_told and (told is None or not _is_somebody(told)):
            others = {around.speaker, speaker}
            to = last_spoken_of(mentions, actors, span.start, others) if is_own else around.speaker
        if address(doc, offset, (span,), "audiences"):
            to = None
        yield Quote((span,), speaker=speaker, addressee=to, confidence=min(around.confidence, _TRUST))


def _verb_before(doc: Doc, start: int) -> Token | None:
    """Find the verb that brings the words from token `start` on."""
    for i in range(start - 1, max(-1, start - _LED_IN), -1):
        if cue_strength(doc[i].text) >= CueStrength.SAY:
            return doc[i]
        if doc[i].text.casefold() in _GOES and all(not token.is_alpha for token in doc[i + 1 : start]):
            return doc[i]
    return None


def _subject(verb: Token, before: int) -> Token | None:
    """Find the subject of a verb, or of the one before it: “She held me and said, ‘I am ill’”."""
    own = next((child for child in verb.children if _is_subject(child) and child.i < before), None)
    if own is not None or verb.dep_ == "ROOT":
        return own
    for i in range(verb.i - 1, max(-1, verb.i - _SHARED), -1):
        token = verb.doc[i]
        if _is_subject(token) or token.text in _STOPS:
            return token if _is_subject(token) else None
    return None


def _is_subject(token: Token) -> bool:
    return token.dep_.startswith("nsubj")


def _meant(offset: int, word: Token, mentions: Sequence[Mention]) -> str | None:
    found = mention_of(offset + word.idx, mentions)
    return found.actor if found is not None else None


def _is_generic(subject: Token, verb: Token) -> bool:
    """Tell what people say all the time: “They say, ‘You never know’”."""
    return verb.text.casefold() == "say" and subject.text.casefold() in _SOME | {"they", "we"}


def _is_somebody(word: Token) -> bool:
    """Tell people whom nobody knows from "him", who was spoken of, and from "the wall"."""
    noun = word.text.casefold()
    return noun in _SOME or nouns().is_person(singular(noun))

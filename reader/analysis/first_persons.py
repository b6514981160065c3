""" "I", "we" and "you" inside quotes: the speaker, the side that he speaks for, and whom he speaks to.

Read after the quotes, since it is their speakers who are meant.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from spacy.tokens import Doc, Token

from reader.analysis.addressees import Heard, addressees, called_by_name
from reader.analysis.findings import Actor, ActorKind, Mention, MentionForm, Quote, QuoteKind, Span
from reader.analysis.speech.cues import CueStrength, cue_strength

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_ADDRESSED = frozenset({"you", "your", "yours", "yourself"})
_START = attrgetter("start")
_SIDE = 0.7  #  that "we" is the side that somebody's office speaks for
_ALONE = 0.5  # that "we" is the speaker, whose side the article does not tell
_HEARD = 0.6  # that "you" is who was told, in a quotation within a quotation
_WITHIN = 0.75  # that the verb before a quotation within a quotation tells who speaks
_LED_IN = 8  # tokens in which that verb stands


def first_persons(
    doc: Doc,
    offset: int,
    quotes: Sequence[Quote],
    actors: Mapping[str, Actor],
    nested: Sequence[Span] = (),
    mentions: Sequence[Mention] = (),
) -> tuple[Mention, ...]:
    """Resolve the first and second persons in the quotes of `doc`, which starts at `offset` of the text.

    `nested` are quotations within quotations, in text order: others speak there, if `mentions`, which are
    those found in `doc`, tell who (“She said, ‘I will sleep’”).
    """
    first = bisect_left(nested, offset, key=_START)
    inner = nested[first : bisect_left(nested, offset + len(doc.text), key=_START)]
    heard = addressees(doc, offset, quotes, mentions)
    found: dict[tuple[int, int], Mention] = {}
    for quote in quotes:
        if quote.kind is QuoteKind.INDIRECT:  # there "we" would be the reporter's
            continue
        own = [span for span in inner if any(part.start <= span.start < part.end for part in quote.segments)]
        said = [told for span in own if (told := _told_within(doc, offset, span, quote, mentions))]
        for each, others in ((quote, own), *((told, ()) for told in said)):
            to = heard.get(each.segments[0]) or (each.addressee and (each.addressee, _HEARD)) or None
            found.update((mention[:2], mention) for mention in _read(doc, offset, each, to, actors, others))
    return tuple(sorted(found.values(), key=lambda mention: mention.start))


def _read(
    doc: Doc, offset: int, quote: Quote, to: Heard | None, actors: Mapping[str, Actor], others: Sequence[Span]
) -> Iterator[Mention]:
    """The first and second persons of a quote, but for those in the words of `others`."""
    speaker = actors.get(quote.speaker or "")
    for token in _words(doc, offset, quote) if speaker is not None else ():
        start = offset + token.idx
        if speaker is None or any(span.start <= start < span.end for span in others):
            continue
        if meant := _meant(token, speaker, to):
            who, sure = meant
            yield Mention(start, start + len(token), who, MentionForm.PRONOUN, min(sure, quote.confidence))


def _told_within(
    doc: Doc, offset: int, span: Span, around: Quote, mentions: Sequence[Mention]
) -> Quote | None:
    """A quotation within a quotation, if the verb before it says who speaks: “I told him, ‘You are late’”."""
    words = doc.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
    start = words.start if words else 0
    verbs = (doc[i] for i in range(start - 1, max(-1, start - _LED_IN), -1))
    verb = next((token for token in verbs if cue_strength(token.text) >= CueStrength.SAY), None)
    if verb is None:
        return None

    def who(*parts: str, of: Token = verb) -> str | None:
        word = next((child for child in of.children if child.dep_ in parts and child.i < start), None)
        if word is None:  # “She held me and said, ‘I am ill’”
            return who("nsubj", of=of.head) if parts == ("nsubj",) and of.dep_ == "conj" else None
        if word.text.casefold() in _SINGULAR:
            return around.speaker
        at = bisect_left(mentions, offset + word.idx, key=_START)
        here = mentions[at] if at < len(mentions) else None
        return here.actor if here is not None and here.start == offset + word.idx else None

    speaker = who("nsubj")
    if speaker is None:
        return None
    to = called_by_name(doc, offset, (span,), mentions, speaker) or who("obj", "iobj", "obl")
    if to is None and speaker != around.speaker:
        to = around.speaker  # “She said, ‘You must wait’”: she said it to me
    return Quote((span,), speaker=speaker, addressee=to, confidence=min(around.confidence, _WITHIN))


def _words(doc: Doc, offset: int, quote: Quote) -> Iterator[Token]:
    """The tokens of a quote that stand in `doc`."""
    for segment in quote.segments:
        if segment.end <= offset or segment.start >= offset + len(doc.text):
            continue
        span = doc.char_span(
            max(0, segment.start - offset),
            min(len(doc.text), segment.end - offset),
            alignment_mode="expand",
        )
        yield from span or ()


def _meant(token: Token, speaker: Actor, to: Heard | None) -> Heard | None:
    """Whom a word means if it is a first or second person, and how sure that is."""
    word = token.text.casefold().replace("’", "'").partition("'")[0]
    if word in _SINGULAR and token.text != "i" and token.pos_ in ("PRON", "DET", "") and not _is_oath(token):
        return speaker.id, 1.0
    if word in _PLURAL and token.text not in ("US", "U.S."):
        return _side(speaker)
    return to if word in _ADDRESSED else None


def _is_oath(token: Token) -> bool:
    """Tell "My Lord" and "my God", who are nobody's."""
    after = token.doc[token.i + 1 : token.i + 2].text.casefold()
    return token.text.casefold() == "my" and after in ("lord", "lords", "lady", "god", "goodness")


def _side(speaker: Actor) -> tuple[str, float]:
    """The country or body that the speaker's office speaks for, the latest tie told first; else himself."""
    if speaker.kind is not ActorKind.PERSON:
        return speaker.id, 1.0
    tie = next((tie for tie in speaker.ties if tie.speaks), None)
    return (tie.other, _SIDE) if tie else (speaker.id, _ALONE)

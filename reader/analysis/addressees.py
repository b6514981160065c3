"""Whom a quote speaks to: who is told, whom its words call by name, who asked or answers."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from spacy.tokens import Doc, Token

from reader.analysis.findings import Actor, ActorKind, Mention, MentionForm, Quote, QuoteKind, Span
from reader.analysis.hearers import heard_before
from reader.analysis.lexicon.cues import CueStrength, cue_strength, words
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.spelling import fold
from reader.analysis.quoted import mention_of, mentions_in

Heard = tuple[str, float]

_TOLD, _CALLED, _IN_TURN = 0.7, 0.7, 0.6
_ASKING = frozenset({"asked", "asks", "demanded", "inquired", "enquired", "wondered"})
_TELLING = frozenset({"told", "tells", "telling"})  # somebody whom the article does not name
_ANSWERING = frozenset(
    {
        "replied",
        "replies",
        "answered",
        "answers",
        "responded",
        "responds",
        "retorted",
        "retorts",
        "countered",
        "shot",
    }
)
_START = attrgetter("start")
_CLOSE = 60  # code points of the reporter's before an answer
_LATEST, _REACH = 12, 400  # mentions and code points back to who was spoken of last
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr"})
_HONORIFICS = frozenset({"prime", "mr.", "mr", "mrs.", "mrs", "madam", "madame", "your", "my", "dear"})
_OPENING, _CLOSING = frozenset("“‘\"',—"), frozenset("”’\"',.?!—")


def addressees(
    doc: Doc,
    offset: int,
    quotes: Sequence[Quote],
    mentions: Sequence[Mention],
    actors: Mapping[str, Actor],
) -> dict[Span, Heard]:
    """Give whom each quote of `doc` speaks to where that is told, by its first segment, and how surely."""
    text = doc.text
    found: dict[Span, Heard] = {}
    called: list[tuple[Quote, str | None]] = []  # by a title that nobody is known to bear, after whose words
    before: Quote | None = None
    asked: Quote | None = None  # in reported speech: Mr. Roe asked whether she slept. “You ...,” she said
    for quote in quotes:
        key = quote.segments[0]
        spoke = None
        if before is not None and _follows(text, offset, before, quote):
            spoke = before.speaker
            asks = _asks(text, offset, before) and _is_close(text, offset, before, quote)
            talk = quote.kind is QuoteKind.DIRECT
            if quote.speaker and (asks or (talk and _is_answer(text, offset, before, quote))):
                found.setdefault(before.segments[0], (quote.speaker, _IN_TURN))
            answers = asks or _is_answer(text, offset, before, quote)
            if spoke and talk and (answers or _is_spoken_to(found, before, quote)):
                found[key] = spoke, _IN_TURN
        if quote.kind is QuoteKind.INDIRECT:
            asked = quote if _cue(text, offset, quote) in _ASKING else None
            continue
        if asked is not None and asked.speaker and _is_reply(text, offset, asked, quote):
            found.setdefault(key, (asked.speaker, _IN_TURN))
        asked = None
        title = address(doc, offset, quote.segments, "addresses")
        if address(doc, offset, quote.segments, "audiences"):
            found.pop(key, None)
        elif quote.addressee is not None:
            found[key] = quote.addressee, _TOLD
        elif name := (
            called_by_name(doc, offset, quote.segments, mentions, quote.speaker)
            or _spoken_to(doc, offset, quote.segments, mentions)
        ):
            found[key] = name, _CALLED
        elif quote.kind is QuoteKind.PARTIAL and (name := _accused(doc, offset, quote, mentions)):
            found[key] = name, _TOLD
        elif bearer := title and _bearer(title, quote, mentions, actors):
            found[key] = bearer, _CALLED
        elif title:
            called.append((quote, spoke))
        elif (
            key not in found
            and _cue(text, offset, quote) not in _TELLING
            and (hearer := heard_before(doc, offset, quote, mentions, actors))
        ):
            found[key] = hearer, _IN_TURN
        if quote.kind is QuoteKind.DIRECT:
            before = quote
    for quote, spoke in called:
        others = {quote.speaker, *(each.actor for each in mentions_in(quote.segments, mentions))}
        if who := spoke or last_spoken_of(mentions, actors, quote.start, others):
            found.setdefault(quote.segments[0], (who, _IN_TURN))
    return found


def called_by_name(
    doc: Doc, offset: int, segments: Iterable[Span], mentions: Sequence[Mention], speaker: str | None
) -> str | None:
    """Whom words call by name: “Taka, you were a good boy”, “Did you hear it, Mr. Khan?”."""
    called = {
        one.actor
        for one in mentions_in(segments, mentions)
        if one.form is MentionForm.NAME and one.actor != speaker and _is_set_off(doc, offset, one)
    }
    return called.pop() if len(called) == 1 else None


def _accused(doc: Doc, offset: int, quote: Quote, mentions: Sequence[Mention]) -> str | None:
    """Whom the verb of a reporter's sentence has for its object: accused her of “losing your nerve”."""
    if quote.cue is None or quote.cue.start < offset:
        return None
    cue = doc.char_span(quote.cue.start - offset, quote.cue.end - offset, alignment_mode="expand")
    objects = (c for c in cue.root.children if c.dep_ in ("obj", "iobj") and c.i > cue.root.i) if cue else ()
    met = (mention_of(offset + each.idx, mentions) for each in objects if offset + each.idx < quote.start)
    return next((one.actor for one in met if one is not None and one.actor != quote.speaker), None)


def _spoken_to(doc: Doc, offset: int, segments: Iterable[Span], mentions: Sequence[Mention]) -> str | None:
    """Whom the speaker says that he speaks to: “I say to Ms. Roe: you are wrong”."""
    for token in _tokens(doc, offset, segments):
        subjects = (child.lower_ for child in token.children if child.dep_ == "nsubj")
        if cue_strength(token.text) is not CueStrength.SAY or not {"i", "we"}.intersection(subjects):
            continue
        for each in token.children:
            is_told = each.dep_ in ("obj", "iobj") or any(child.lower_ == "to" for child in each.children)
            one = mention_of(offset + each.idx, mentions) if is_told and each.i > token.i else None
            if one is not None and doc.text[one.end - offset : one.end - offset + 1] in (":", ","):
                return one.actor
    return None


def address(doc: Doc, offset: int, segments: Iterable[Span], kind: str) -> str:
    """Give the word by which somebody is called without a name, or "": “Thank you, Mr. Chairman”.

    The words are those of a `kind`: "addresses" are for one, "audiences" for many.
    """
    known = words("speech", kind)
    for token in _tokens(doc, offset, segments):
        if token.lower_ in known:
            first = token.i - (token.nbor(-1).lower_ in _HONORIFICS if token.i else 0)
            before, after = doc[max(0, first - 1)].text, doc[token.i + 1 : token.i + 2].text
            if before in _OPENING and after in _CLOSING:
                return token.lower_
    return ""


def _tokens(doc: Doc, offset: int, segments: Iterable[Span]) -> Iterator[Token]:
    for segment in segments:
        start, end = segment.start - offset, segment.end - offset
        yield from doc.char_span(start, end, alignment_mode="expand") or ()


def _bearer(title: str, quote: Quote, mentions: Sequence[Mention], actors: Mapping[str, Actor]) -> str | None:
    """Find who was named last of those who are called by a title."""
    at = bisect_left(mentions, quote.start, key=_START)
    for each in reversed(mentions[:at]):
        actor = actors.get(each.actor)
        if actor is not None and actor.id != quote.speaker:
            roles = (word for role in actor.roles for word in fold(role).split())
            if any(nouns().same(word, title) for word in roles):
                return actor.id
    return None


def last_spoken_of(
    mentions: Sequence[Mention], actors: Mapping[str, Actor], place: int, others: Container[str | None]
) -> str | None:
    """Give who was spoken of last before a place, but for `others`."""
    at = bisect_left(mentions, place, key=_START)
    for each in reversed(mentions[max(0, at - _LATEST) : at]):
        if place - each.end > _REACH:
            return None
        actor = actors.get(each.actor)
        if actor is not None and actor.kind is ActorKind.PERSON and actor.id not in others:
            return actor.id
    return None


def _is_set_off(doc: Doc, offset: int, one: Mention) -> bool:
    """Tell a name between marks that the parser takes for a call, or that "you" follows."""
    span = doc.char_span(one.start - offset, one.end - offset, alignment_mode="expand")
    if span is None or not span.start:
        return False
    after = doc[span.end : span.end + 2]
    if doc[span.start - 1].text not in _OPENING or not after or after[0].text not in _CLOSING:
        return False
    follows = len(after) > 1 and after[1].text.casefold() in ("you", "your")
    ends = after[0].text in ".?!" or (len(after) > 1 and after[1].text in _OPENING | _CLOSING)
    explains = span.root.dep_ == "appos" and span.root.head.pos_ in ("NOUN", "PROPN")  # “my son, Mr. Orr”
    is_title = span[0].text.rstrip(".") in _TITLES and not explains
    return follows or (ends and is_title) or span.root.dep_ == "vocative"


def _is_spoken_to(found: Mapping[Span, Heard], before: Quote, quote: Quote) -> bool:
    """Tell the words of whom the words before were for: the two go on talking."""
    to = found.get(before.segments[0])
    return quote.speaker is not None and to is not None and to[0] == quote.speaker


def _follows(text: str, offset: int, before: Quote, quote: Quote) -> bool:
    """Tell the words of another in the next paragraph."""
    return quote.speaker != before.speaker and _breaks(text, offset, before, quote) == 1


def _is_reply(text: str, offset: int, asked: Quote, quote: Quote) -> bool:
    """Tell the words of another in the paragraph of a reported question, or in the next one."""
    is_other = quote.kind is QuoteKind.DIRECT and quote.speaker not in (None, asked.speaker)
    return is_other and _breaks(text, offset, asked, quote) <= 1


def _breaks(text: str, offset: int, before: Quote, quote: Quote) -> int:
    """How many paragraphs end between two quotes."""
    return text.count("\n\n", max(0, before.end - offset), max(0, quote.start - offset))


def _asks(text: str, offset: int, quote: Quote) -> bool:
    last = quote.segments[-1]
    is_question = text[last.start - offset : last.end - offset].rstrip(" ,").endswith("?")
    return is_question or _cue(text, offset, quote) in _ASKING


def _is_close(text: str, offset: int, before: Quote, quote: Quote) -> bool:
    """Tell the words that follow a question from those that the reporter comes to after more."""
    between = text[max(0, before.end - offset) : max(0, quote.start - offset)]
    return len(between.rpartition("\n")[2]) < _CLOSE or _cue(text, offset, quote) in _ANSWERING


def _is_answer(text: str, offset: int, before: Quote, quote: Quote) -> bool:
    """Tell what is answered, and bare words right upon or before words: two are talking."""
    between = text[max(0, before.end - offset) : max(0, quote.start - offset)]
    at_once = not any(letter.isalnum() for letter in between.rpartition("\n")[2])
    bare = _is_bare(text, offset, before) or _is_bare(text, offset, quote)
    return (bare and at_once) or _cue(text, offset, quote) in _ANSWERING


def _is_bare(text: str, offset: int, quote: Quote) -> bool:
    """Tell words that are a paragraph of their own."""
    start, end = max(0, quote.start - offset), quote.end - offset
    last = text.find("\n", end)
    around = text[text.rfind("\n", 0, start) + 1 : start] + text[end : last if last >= 0 else None]
    return len(quote.segments) == 1 and not any(letter.isalnum() for letter in around)


def _cue(text: str, offset: int, quote: Quote) -> str:
    if quote.cue is None or quote.cue.start < offset:
        return ""
    return text[quote.cue.start - offset : quote.cue.end - offset].casefold()

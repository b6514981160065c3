"""Whom "Mum" and "Dad" mean in somebody's words: the parent of who speaks, or of who says it in a story told.

“I said, ‘Dad, wait,’” Ann Lee said: her father. “She said, ‘Mum, wait,’” Ann Lee said: herself.
"""

from collections.abc import Callable, Container, Iterator

from spacy.tokens import Doc, Token

from reader.analysis.cast.descriptions.owners import SpeakerAt
from reader.analysis.cast.descriptions.ties import Ties
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.documents import is_quoted
from reader.analysis.findings import MentionForm
from reader.analysis.lexicon.cues import CueStrength, cue_strength
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import own_subject
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles

_SURE = 0.85
_NESTED = frozenset({"‘", "'"})
_BEFORE_OFFICES = frozenset({"mr", "madam", "madame", "mister"})
_PARTING = frozenset({",", ".", "?", "!", "“", "”", "‘", "’", '"', "—", "–"})
_OF_SPEAKERS = frozenset({"i", "we"})


def find_called(doc: Doc, at: Map, ties: Ties, speaker_at: SpeakerAt) -> Iterator[Occurrence]:
    """Find the parents and grandparents whom words within quotation marks call so."""
    for token in doc:
        noun = fold(token.text)
        if noun not in nouns().calling or not token.text[0].isupper() or at[token.i] or _is_part(doc, token):
            continue
        speaker = speaker_at(token.i)
        if speaker is None:
            continue
        gender = nouns().gender(noun)
        known = {speaker} if _is_told(doc, token.i) else ties.are(nouns().tie(noun), speaker)
        fits = [who for who in known if _may_be(who, gender)]
        if len(fits) == 1:
            yield Occurrence(token.i, token.i + 1, fits[0], MentionForm.NOMINAL, _SURE)


def find_addressed(
    doc: Doc, at: Map, bearing: Callable[[str], frozenset[Entry]], speaker_at: SpeakerAt
) -> Iterator[Occurrence]:
    """Find whom words within quotation marks address by an office: “Thank you, Senator.”

    It is the one who bears it, as `bearing` tells, or who was named last of several; never who speaks.
    """
    for token in doc:
        noun = fold(token.text)
        if noun not in titles().heads or at[token.i] or not is_quoted(doc, token.i):
            continue
        start = token.i - (token.i > 0 and fold(doc[token.i - 1].text).rstrip(".") in _BEFORE_OFFICES)
        if not _stands_apart(doc, start, token.i + 1):
            continue
        borne, speaker = bearing(noun), speaker_at(token.i)
        if speaker is not None and speaker.now() in borne and _is_told(doc, start):
            fits = frozenset({speaker.now()})
        else:
            fits = borne - {speaker.now() if speaker is not None else None}
        who = next(iter(fits)) if len(fits) == 1 else _last_named(at, token.i, fits)
        if who is not None:
            yield Occurrence(start, token.i + 1, who, MentionForm.NOMINAL, _SURE)


def _last_named(at: Map, index: int, among: Container[Entry]) -> Entry | None:
    named = (one.entry.now() for i in range(index, -1, -1) if (one := at[i]) is not None)
    return next((who for who in named if who in among), None)


def _stands_apart(doc: Doc, start: int, end: int) -> bool:
    """Tell words between commas or at the end of what is said, of which one comma at least parts them."""
    before = doc[start - 1].text if start else ""
    after = doc[end].text if end < len(doc) else ""
    return before in _PARTING and after in _PARTING and "," in (before, after)


def _is_part(doc: Doc, token: Token) -> bool:
    """Tell "her Dad" and "Mama Consolata"."""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    owned = any(child.dep_ in ("det", "nmod:poss") for child in token.children)
    return owned or (after is not None and after.pos_ == "PROPN")


def _is_told(doc: Doc, index: int) -> bool:
    """Tell words within words that somebody else than the speaker says: “he says, ‘Dad, ...”."""
    if index < 3 or doc[index - 1].text not in _NESTED:
        return False
    verb = doc[index - 2 - (doc[index - 2].text in (",", ":"))]
    subject = own_subject(verb)
    says = cue_strength(verb.text) >= CueStrength.SAY
    return says and subject is not None and fold(subject.text) not in _OF_SPEAKERS


def _may_be(who: Entry, gender: str) -> bool:
    return gender in ("", who.seems or gender)

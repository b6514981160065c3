"""A paragraph as its quotations are read: its sentences, its lines, and who acts in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc

from reader.analysis.findings import Actor, ActorKind, Span
from reader.analysis.lexicon.cues import words
from reader.analysis.speech.attribution import asking, attribute, is_somebody, issues, on_stage
from reader.analysis.speech.patterns import Attribution, Pattern
from reader.analysis.speech.performance import Performance
from reader.analysis.speech.reported import Report
from reader.analysis.speech.reporting import Sentence, Slot
from reader.analysis.speech.speech import is_direct
from reader.analysis.speech.voice import Voice
from reader.analysis.speech.voices import Speakers

NAMED_BESIDE = frozenset({Pattern.BEHIND, Pattern.INVERTED, Pattern.ACCORDING, Pattern.TURN})
_TO_SOMEBODY = frozenset({"you", "your"})
_JOINING = frozenset({",", "and", "or", "a", "an"})
_LIGHT = frozenset({"ADV", "CCONJ", "SCONJ", "INTJ", "PUNCT"})


@dataclass(frozen=True, slots=True)
class Line:
    """A quotation with what its own sentence tells: `place` is the sentence's, within its paragraph."""

    sentence: Sentence
    place: int
    slot: Slot
    direct: bool
    found: Attribution | None
    voice: Voice | None = None

    @property
    def words(self) -> Span:
        """Where they stand in the article."""
        return Span(self.slot.quotation.start, self.slot.quotation.end)

    def asks(self, doc: Doc) -> bool:
        """Tell a question from words that end with somebody else's."""
        text = doc[self.slot.first : self.slot.last].text.rstrip()
        return (text[:-1] if self.slot.quotation.closed else text).rstrip().endswith("?")

    def addresses(self, doc: Doc) -> bool:
        """Tell words that begin with who is spoken to: “You had a horse,” she said."""
        opening = next((token for token in doc[self.slot.first : self.slot.last] if token.is_alpha), None)
        return opening is not None and opening.lower_ in _TO_SOMEBODY

    def is_alone(self, doc: Doc) -> bool:
        """Tell words in a sentence that tells nothing besides: "Instead, “…”"."""
        return all(doc[i].pos_ in _LIGHT for i in self.sentence.words)

    def answers(self, doc: Doc) -> bool:
        """Tell words that answer somebody's: “…,” she retorted; “…,” she shot back."""
        cue = self.found.cue if self.found else None
        if cue is None:
            return False
        return doc[cue].lower_ in words("grammar", "answering") or doc[cue + 1 : cue + 2].text == "back"


@dataclass(frozen=True, slots=True)
class Scene:
    """Its sentences, its quotations in order, and who can be asked about names."""

    doc: Doc
    group: Sequence[Sentence]
    lines: list[Line]
    reported: Sequence[Report]
    speakers: Speakers
    performance: Performance
    actors: Mapping[str, Actor]

    def acts(self, sentence: Sentence) -> Voice | None:
        """Tell who acts in a sentence, if it is a person, or a body that issues words."""
        found = on_stage(self.doc, sentence)
        voice = self.speakers.voice(found) if found else None
        if found is None or voice is None:
            return None
        actor = self.actors.get(voice.speaker) if voice.speaker else None
        is_person = actor.kind is ActorKind.PERSON if actor else is_somebody(self.doc, found.phrase)
        return voice if is_person or issues(self.doc, found.phrase) else None

    def asker(self, told: Sequence[Sentence]) -> str | None:
        """Tell who asks in the reporter's last sentence: "X asked her why"; "Questioned by X, she …"."""
        found = asking(self.doc, told[-1]) if told else None
        voice = self.speakers.voice(Attribution(Pattern.SUBJECT, found)) if found else None
        return voice.speaker if voice else None

    def spoken(self, i: int) -> list[Span]:
        """Give the words of a line, and those that follow it as nobody else's."""
        after = takewhile(lambda each: each.found is None, self.lines[i + 1 :])
        return [self.lines[i].words, *(each.words for each in after)]

    def joins(self, before: Line, line: Line) -> bool:
        """Tell two phrases that nothing but "and" stands between: "“…” and “…”"."""
        if before.direct or line.direct or before.sentence is not line.sentence:
            return False
        items = line.sentence.items
        between = items[items.index(before.slot) + 1 : items.index(line.slot)]
        return all(isinstance(i, int) and self.doc[i].lower_ in _JOINING for i in between)

    def teller(self, before: Line, line: Line) -> Voice | None:
        """Tell who speaks on behind a sentence in which she tells what another said."""
        found = before.found.teller if before.found and before.sentence is not line.sentence else None
        return self.speakers.voice(found) if found else None

    def main_voice(self, i: int, before: Line) -> Voice | None:
        """Tell whose sentence it is in which others are quoted last: "…," X said of what Y calls “…”."""
        if before.direct or before.sentence is self.lines[i].sentence:
            return None
        own = (each for each in self.lines[:i] if each.sentence is before.sentence and each.direct)
        return next((e.voice for e in own if e.voice and e.found and e.found.pattern in NAMED_BESIDE), None)


def read_lines(doc: Doc, group: Sequence[Sentence]) -> Iterator[Line]:
    """Read the quotations of a paragraph, each by its own sentence."""
    for place, sentence in enumerate(group):
        for slot in sentence.slots:
            direct = is_direct(doc, sentence, slot)
            found = attribute(doc, sentence, slot, direct)
            if found and found.pattern is Pattern.NOBODY and found.cue is None:
                direct = False  # a title
            yield Line(sentence, place, slot, direct, found)

"""Who says what: quotations become quotes with a speaker, window by window, in text order."""

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis.documents import length, with_parse
from reader.analysis.findings import Actor, ActorKind, Mention, Quote, QuoteKind, Span
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisation_names import initials, is_acronym
from reader.analysis.lexicon.spelling import fold
from reader.analysis.speech.antecedents import Stage
from reader.analysis.speech.attribution import is_somebody, on_stage
from reader.analysis.speech.floor import Floor
from reader.analysis.speech.patterns import Attribution, Pattern
from reader.analysis.speech.performance import Performance
from reader.analysis.speech.quotations import Quotation, find_quotations
from reader.analysis.speech.reported import Report, reports
from reader.analysis.speech.reporting import sentences
from reader.analysis.speech.scene import NAMED_BESIDE, Line, Scene, read_lines
from reader.analysis.speech.speech import is_heading
from reader.analysis.speech.voice import Voice
from reader.analysis.speech.voices import Speakers
from reader.article import Paragraph

_CARRIED = 0.93  # the speaker of the sentence before, in the same paragraph
_AHEAD = 0.85  #    the speaker of the quotation that follows at once
_LED_IN = 0.6  #    who is on stage in the sentence before
_FAINT = 0.4  #     who may be meant, and is not remembered
_ANSWERS = 0.65  #  who is in question before "Q:" and "A:" begin
_ANSWER = "A"


class QuoteReader:
    """Reads quotes in text order; keeps the last speaker and what is still open between windows."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = [each for each in quotations if not each.depth]
        self._is_british = all(each.single for each in self._quotations)
        self._starts = [each.outer_start for each in self._quotations]
        self._open: Quote | None = None
        self._voice: Voice | None = None  # whose quote the open one is
        self._stage = Stage()
        self._floor = Floor(self._stage)
        self._first_turn = next((each.start for each in self._quotations if each.turn), 0)
        self._guests: Counter[str] = Counter()  # people by their mentions before the first turn

    def read(
        self,
        doc: Doc,
        offset: int,
        mentions: Sequence[Mention],
        actors: Mapping[str, Actor],
        merged: Sequence[tuple[str, str]] = (),
    ) -> tuple[Quote, ...]:
        """Read the quotes of a window.

        `doc` is some whole paragraphs of the article and starts at `offset` of its text; `mentions` are
        those of the window, resolved, with offsets into the article; `merged` are the actors that became
        others since the last window. A quote that goes on with the last one
        of an earlier window comes again, under the same key, with more segments.
        """
        doc = with_parse(doc)
        for old, new in merged:
            self._rename(old, new)
        ahead = (actors.get(each.actor) for each in mentions if each.start < self._first_turn)
        self._guests.update(actor.id for actor in ahead if actor and actor.kind == ActorKind.PERSON)
        first = bisect_left(self._starts, offset)
        here = self._quotations[first : bisect_left(self._starts, offset + length(doc))]
        read = list(sentences(doc, offset, here))
        performance = Performance(self._stage, doc, offset, read, mentions, actors)
        speakers = Speakers(doc, offset, mentions, actors, self._stage, performance)
        quotes: dict[int, Quote] = {}
        for _, each in groupby(read, key=lambda sentence: sentence.paragraph):
            group = tuple(each)
            lines, reported = list(read_lines(doc, group)), [r for each in group for r in reports(doc, each)]
            scene = Scene(doc, group, lines, reported, speakers, performance, actors)
            for quote in self._paragraph(scene):
                quotes[quote.start] = quote
        performance.read_to(len(doc))
        return tuple(quotes[start] for start in sorted(quotes))

    def _rename(self, old: str, new: str) -> None:
        self._stage.rename(old, new)
        self._floor.rename(old, new)
        if old in self._guests:
            self._guests[new] += self._guests.pop(old)
        if self._voice:
            self._voice = self._voice.renamed(old, new)
        if self._open and self._open.speaker == old:
            self._open = self._open._replace(speaker=new)

    def _paragraph(self, scene: Scene) -> Iterator[Quote]:
        """Read the quotes of a paragraph; one that grows comes again."""
        before: Line | None = None
        reported = deque(scene.reported)
        for i, line in enumerate(scene.lines):
            while reported and reported[0].cue < line.slot.first:
                yield from self._reported(scene, reported.popleft())
            scene.performance.read_to(line.slot.first)
            if line.found:
                line = scene.lines[i] = replace(line, voice=self._voiced(scene, line.found, scene.spoken(i)))
            voice, joined = self._settle(scene, i, before)
            if (before and voice and voice.wording) or not (voice or line.direct):
                yield _quote(line, voice)  # a placard, a title, a scare quote: what was said before may go on
                continue
            if joined and self._open:
                self._open = self._open._replace(segments=(*self._open.segments, line.words))
            else:
                self._open = _quote(line, voice)
            yield self._open
            self._voice = voice
            opens, before = before is None and not line.place, replace(line, voice=voice)
            if voice and voice.confidence > _FAINT:
                talks = line.asks(scene.doc) or line.answers(scene.doc)
                self._floor.takes(voice, talks, opens and line.addresses(scene.doc))
                actor = scene.actors.get(voice.speaker) if voice.speaker else None
                if actor:
                    self._stage.speaks(actor)
        for report in reported:
            yield from self._reported(scene, report)
        self._end(scene, before)

    def _end(self, scene: Scene, before: Line | None) -> None:
        """Give the floor to who acts at the end of a paragraph, else to who spoke there last."""
        told = scene.group[before.place + 1 if before else 0 :]
        if not any(each.words for each in told):
            if before:
                spoke = before.voice.speaker if before.voice else None
                asks = before.asks(scene.doc)
                self._floor.goes_on(asks, scene.speakers.called(before.words, spoke) if asks else None)
                self._stage.hush(spoke if asks else None, spoke)
            return
        self._stage.hush(None, None)
        acts = next((voice for each in reversed(told) if (voice := scene.acts(each))), None)
        people = any(nouns().may_speak(scene.doc[i].lower_) for each in told for i in each.words)
        self._floor.passes(acts, people, scene.asker(told))

    def _voiced(self, scene: Scene, found: Attribution, spoken: Sequence[Span]) -> Voice | None:
        """Tell whose voice it is; who is meant by "A:" and "J.R.:" was named before the questions began."""
        voice = scene.speakers.voice(found, spoken)
        if not (voice and found.phrase and self._guests):
            return voice
        label = scene.doc[found.phrase.head].text
        if label == _ANSWER:  # the one whom the article is about
            return replace(voice, speaker=self._guests.most_common(1)[0][0], confidence=_ANSWERS)
        if voice.speaker is None and is_acronym(label):
            letters = fold(label.replace(".", ""))
            named = [actor for each in self._guests if (actor := scene.actors.get(each))]
            fits = [actor.id for actor in named if initials(actor.name) == letters]
            return replace(voice, speaker=fits[0]) if len(fits) == 1 else voice
        return voice

    @staticmethod
    def _reported(scene: Scene, report: Report) -> Iterator[Quote]:
        """Give reported speech as a quote; it changes nothing of who spoke last."""
        voice = scene.speakers.voice(report.found)
        if voice:
            segments = tuple(scene.speakers.span(*stretch) for stretch in report.stretches)
            yield _said(segments, QuoteKind.INDIRECT, voice)

    def _settle(self, scene: Scene, i: int, before: Line | None) -> tuple[Voice | None, bool]:
        """Decide who says a line, and whether it goes on with the quote before it."""
        line = scene.lines[i]
        own = line.voice
        named_beside = line.found is not None and line.found.pattern in NAMED_BESIDE
        if before and before.voice and not named_beside and scene.joins(before, line):
            return before.voice, False
        if line.slot.quotation.continues and self._open and not named_beside:
            return self._voice, True
        utterance = line.direct and self._open is not None and self._open.kind == QuoteKind.DIRECT
        if line.found and before and self._resumes(before, line):
            return before.voice, True
        if own:
            same_cue = before is not None and before.voice is not None and before.voice.cue == own.cue
            if same_cue and own.cue is not None and utterance and before:
                return before.voice, True
            return own, False
        if line.found:
            return None, False  # known to be nobody's
        if (
            before
            and before.voice
            and (line.direct or before.sentence is line.sentence or line.is_alone(scene.doc))
        ):
            between = scene.group[before.place + 1 : line.place]
            if not any(each.words for each in between):
                told = scene.teller(before, line)
                voice = told or scene.main_voice(i, before) or before.voice
                confidence = min(voice.confidence, _CARRIED)
                return replace(voice, confidence=confidence, how="carried"), utterance and not told
        return (self._guess(scene, i, before) if line.direct else None), False

    @staticmethod
    def _resumes(before: Line, line: Line) -> bool:
        """Tell "The road," X began, "is open.", where a verb of no weight stands before the second part."""
        if before.sentence is not line.sentence or not (before.direct and line.direct and before.found):
            return False
        weak = line.found is not None and line.found.pattern not in NAMED_BESIDE | {Pattern.BEFORE}
        return weak and before.found.pattern in {Pattern.BEHIND, Pattern.INVERTED}

    def _guess(self, scene: Scene, i: int, before: Line | None) -> Voice | None:
        """Look around a quotation whose own sentence names nobody."""
        line = scene.lines[i]
        following = scene.lines[i + 1] if i + 1 < len(scene.lines) else None
        if following and following.direct and following.found and following.place == line.place + 1:
            voice = scene.speakers.voice(following.found)
            if voice:
                return replace(voice, confidence=min(voice.confidence, _AHEAD), how="ahead")
        if line.place:
            found = on_stage(scene.doc, scene.group[line.place - 1])
            voice = scene.speakers.voice(found) if found else None
            if found and before and before.voice and self._goes_on(scene, found, before):
                voice = before.voice
            if voice and found and (voice.speaker or is_somebody(scene.doc, found.phrase)):
                return replace(voice, confidence=_LED_IN, cue=None, how="led in")
        single = line.slot.quotation.single and not self._is_british
        if len(scene.group) == 1 and (single or is_heading(scene.doc, line.slot)):
            return None
        guess = self._floor.next(line.asks(scene.doc))
        named = scene.speakers.named_in(scene.spoken(i))  # nobody calls himself, or tells of himself by name
        return None if guess and guess.speaker in named else guess

    def _goes_on(self, scene: Scene, found: Attribution, before: Line) -> bool:
        """Tell whether "he", who acts between two quotations of a paragraph, is who spoke the first."""
        word, spoke = (
            scene.doc[each.phrase.head].lower_ if each and each.phrase else ""
            for each in (found, before.found)
        )
        speaker = before.voice.speaker if before.voice else None
        if word not in {"he", "she"} or speaker is None:
            return False
        return word == spoke or self._stage.agrees(speaker, word)


def _quote(line: Line, voice: Voice | None) -> Quote:
    kind = QuoteKind.DIRECT if line.direct else QuoteKind.PARTIAL
    return _said((line.words,), kind, voice)


def _said(segments: tuple[Span, ...], kind: QuoteKind, voice: Voice | None) -> Quote:
    if voice is None:
        return Quote(segments, kind, confidence=0.0)
    return Quote(
        segments,
        kind,
        speaker=voice.speaker,
        speaker_mention=voice.mention,
        source=voice.source,
        cue=voice.cue,
        addressee=voice.addressee,
        confidence=voice.confidence,
        relay=voice.relay,
        wording=voice.wording,
    )


if not Doc.has_extension("quotes"):
    Doc.set_extension("quotes", default=())


class Quotes:
    """The pipeline component "quotes": sets ``doc._.quotes``, a tuple of :class:`Quote`.

    It stands behind "actors", whose ``doc._.mentions`` and ``doc._.actors`` it needs; offsets are into
    ``doc.text``.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Read the quotes of a whole text; raises ValueError where "actors" is missing."""
        if not doc.has_extension("mentions"):
            raise ValueError('the component "quotes" needs "actors" before it')
        lines = doc.text.split("\n")
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        paragraphs = [
            Paragraph(a, a + len(line)) for a, line in zip(starts, lines, strict=False) if line.strip()
        ]
        reader = QuoteReader(find_quotations(doc.text, paragraphs))
        doc._.quotes = reader.read(doc, 0, doc._.mentions, doc._.actors)
        return doc


@Language.factory("quotes", assigns=["doc._.quotes"])
def make_quotes(nlp: Language, name: str) -> Quotes:
    """Make the component for `nlp.add_pipe("quotes")`."""
    return Quotes()

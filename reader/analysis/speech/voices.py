"""From the words that stand where a speaker stands to the actor that they mean."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from reader.analysis.addressees import called_by_name
from reader.analysis.findings import Actor, ActorKind, Mention, MentionForm, Quote, QuoteKind, Span
from reader.analysis.lexicon.cues import is_document, is_wording, words
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import POSSESSIVES, is_told_of, phrase_end, phrase_head
from reader.analysis.quoted import mentions_in
from reader.analysis.speech.antecedents import Stage
from reader.analysis.speech.clauses import phrase_at
from reader.analysis.speech.descriptions import is_unclear, may_be_person
from reader.analysis.speech.issuers import issuer
from reader.analysis.speech.passage import Phrase
from reader.analysis.speech.patterns import CONFIDENCE, Attribution, Pattern
from reader.analysis.speech.performance import Performance
from reader.analysis.speech.voice import Voice
from reader.analysis.speech.witnesses import CLEAR, GUESSED, two_witnesses

_MANY = ("s", "sh", "ch", "ese")  # ends of demonyms that mean many: "the Greeks", "the French"
_TELLING = 0.6
_LONGEST_MENTION = 100  # code points to look back for a mention that covers a phrase


_BESIDE = frozenset({Pattern.BEHIND, Pattern.INVERTED, Pattern.BEFORE})
_NOMINATIVE = {"his": "he", "him": "he", "her": "she", "their": "they"}
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.COUNTRY})
_SPEAKING = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION})


def speaking(quotes: Iterable[Quote], mentions: Iterable[Mention], offset: int) -> Iterator[Mention]:
    """Give what quotes tell better than the `mentions` from `offset` on: who "the rancher" is, and "he"."""
    known = {Span(each.start, each.end): each for each in mentions}
    for quote in quotes:
        words = quote.speaker_mention
        if quote.speaker is None or words is None or words.start < offset:
            continue
        if quote.kind is QuoteKind.INDIRECT and quote.confidence < _TELLING:
            continue  # a report by who is only described tells nothing better
        mention = known.get(words) or Mention(*words, "", MentionForm.NOMINAL)
        if mention.actor != quote.speaker:
            known[words] = mention._replace(actor=quote.speaker, confidence=quote.confidence)
            yield known[words]


class Speakers:
    """Tells which mention, and so which actor, a phrase of a window is."""

    def __init__(
        self,
        doc: Doc,
        offset: int,
        mentions: Sequence[Mention],
        actors: Mapping[str, Actor],
        stage: Stage,
        performance: Performance,
    ) -> None:
        self._stage, self._performance = stage, performance
        self._doc, self._offset, self._actors = doc, offset, actors
        self._mentions = mentions
        self._starts = [each.start for each in mentions]

    def voice(self, found: Attribution, spoken: Sequence[Span] = ()) -> Voice | None:
        """Turn an attribution into a voice; whom the words `spoken` tell of is another."""
        phrase = found.phrase
        if phrase is None:
            return None
        is_one = self._is_one_of_many(phrase)
        mention = self._one(phrase) if is_one else self._spoken_for(phrase) or self.mention(phrase)
        source = self.span(phrase.first, phrase.last)
        cue = self.span(found.cue, found.cue + 1) if found.cue is not None else None
        confidence = CONFIDENCE[found.pattern] * found.trust
        speaker, described = mention.actor if mention else None, None
        wording = self._is_wording(phrase, mention)
        noun = self._doc[phrase.head].lower_
        word = _NOMINATIVE.get(noun, noun)
        if wording:
            speaker = None
        elif mention and mention.form == MentionForm.NAME:
            source = Span(min(source.start, mention.start), max(source.end, mention.end))
        elif word in {"he", "she"}:
            self._performance.read_to(phrase.head)
            speaker, trust = two_witnesses(mention, self._stage.find(word, self.named_in(spoken)))
            confidence *= trust
        elif word == "it" or (word == "they" and not mention and found.pattern in _BESIDE):
            self._performance.read_to(phrase.head)
            body = self._stage.find("it")
            clear = body if body and body[1] > CLEAR else None
            speaker, trust = two_witnesses(mention, clear)
            wording = clear is not None and speaker is None
            confidence *= trust
        elif mention:
            confidence *= mention.confidence
        elif issued := self._issued(phrase):
            speaker, confidence = issued[0], confidence * issued[1]
        elif self._describes_somebody(found):
            bare = phrase.last - phrase.first == 2  # "the minister", where "the new minister" was told of
            unclear = (bare or found.pattern not in _BESIDE) and is_unclear(noun, bare)
            speaker = self._performance.described(phrase, unclear)
            if speaker:
                described, confidence = source, confidence * GUESSED
        elif not mention and self._doc[phrase.head].text[0].isupper():
            bearer = self._stage.bearer(word)
            if bearer:
                speaker, confidence = bearer[0], confidence * (1.0 if bearer[1] else GUESSED)
        if mention and (mention.actor == speaker or (speaker and mention.form is MentionForm.PRONOUN)):
            described = Span(mention.start, mention.end)
        if not speaker and word in words("grammar", "pronouns"):
            confidence *= GUESSED  # "it": somebody, but who?
        addressee = self.mention(found.addressee) if found.addressee else None
        return Voice(
            source,
            speaker,
            described,
            cue,
            addressee.actor if addressee else None,
            confidence,
            found.pattern.value,
            self.span(found.relay.first, found.relay.last) if found.relay else None,
            wording,
        )

    def called(self, spoken: Span, speaker: str | None) -> str | None:
        """Find whom words call by name."""
        return called_by_name(self._doc, self._offset, (spoken,), self._mentions, speaker)

    def named_in(self, spoken: Sequence[Span]) -> frozenset[str]:
        """Give of whom words tell by name."""
        mentions = (each for each in mentions_in(spoken, self._mentions) if each.form is MentionForm.NAME)
        return frozenset(each.actor for each in mentions if self._is_told_of(each))

    def _is_told_of(self, mention: Mention) -> bool:
        start, end = mention.start - self._offset, mention.end - self._offset
        span = self._doc.char_span(start, end, alignment_mode="expand")
        return span is not None and is_told_of(span.root)

    def _is_one_of_many(self, phrase: Phrase) -> bool:
        """Tell "one Democrat", "a Norwegian" and "the Canadian" from the group and the country."""
        first, head = self._doc[phrase.first].lower_, self._doc[phrase.head]
        if first in words("grammar", "singular"):
            return head.ent_type_ in {"NORP", "ORG"}
        mention = self._covering(phrase.head)
        is_demonym = mention is not None and mention.form is MentionForm.DEMONYM
        is_one = is_demonym and not head.lower_.endswith(_MANY)
        return first == "the" and (is_one or head.lower_ in organisations().partisans)

    def _one(self, phrase: Phrase) -> Mention | None:
        """Find who of a group or a country is meant, where that is known: "the Canadian"."""
        whole = self.span(phrase.first, phrase.head + 1)
        first = bisect_left(self._starts, whole.start)
        here = self._mentions[first : bisect_left(self._starts, whole.start + 1)]
        return next(
            (each for each in here if each.end == whole.end and each.form is MentionForm.NOMINAL), None
        )

    def _spoken_for(self, phrase: Phrase) -> Mention | None:
        """Find who speaks as "a spokeswoman for the ministry": she if she is named, else the ministry.

        A spokesman of a person is somebody else; of whom no more is said speaks for the last body.
        """
        doc, start = self._doc, phrase.last + 1
        if doc[phrase.head].lower_ not in words("nouns", "mouthpieces"):
            return None
        if doc[start - 1 : start].text == "for":
            end = phrase_end(doc, start)
            head = phrase_head(doc, start, end)
            body = self._covering(head) if head is not None else None
        else:
            end, body = phrase.last, self._inside(phrase)
        named = self._covering(end + 1) if doc[end : end + 1].text == "," and end + 1 < len(doc) else None
        if named and self._kind(named) is ActorKind.PERSON:
            return named
        between = [token.lower_ for token in doc[phrase.first + 1 : phrase.last - 1]]
        of_it = len(between) < 2 and organisations().nominals.issuperset(between)  # "a company spokeswoman"
        if body is None and end == phrase.last and of_it and doc[phrase.first].pos_ == "DET":
            met = self._covering(phrase.head) if doc[phrase.first].lower_ == "the" else None
            return met or self._last_body(phrase)
        return body if body and self._kind(body) in _BODIES else None

    def _is_letter(self, phrase: Phrase) -> bool:
        noun = self._doc[phrase.head].text
        return noun.islower() and is_document(noun) and not is_wording(noun)

    def _issued(self, phrase: Phrase) -> tuple[str, float] | None:
        """Find whose words a document gives, and how surely."""
        found = issuer(self._doc, phrase.head) if self._is_letter(phrase) else None
        if found is None:
            return None
        by = self._covering(found[0]) or self.mention(phrase_at(self._doc, found[0]))
        return (by.actor, by.confidence * (1.0 if found[1] else GUESSED)) if by else None

    def _last_body(self, phrase: Phrase) -> Mention | None:
        """Find the organisation that was clearly on stage last."""
        self._performance.read_to(phrase.first)
        body, margin = self._stage.find("it") or (None, 0.0)
        actor = self._actors.get(body) if body and margin > CLEAR else None
        if actor is None or actor.kind is not ActorKind.ORGANISATION:
            return None
        return Mention(*self.span(phrase.first, phrase.last), actor.id, MentionForm.NOMINAL, GUESSED)

    def _kind(self, mention: Mention) -> ActorKind | None:
        actor = self._actors.get(mention.actor)
        return actor.kind if actor else None

    def _describes_somebody(self, found: Attribution) -> bool:
        """Tell "the rancher", who may have been named before, from "the report" and "the head of …"."""
        phrase = found.phrase
        if phrase is None or self._doc[phrase.first].lower_ != "the":
            return False
        doc, noun = self._doc, self._doc[phrase.head].lower_
        if any(
            doc[i].text in POSSESSIVES and nouns().may_speak(doc[i - 1].lower_)
            for i in range(phrase.first + 1, phrase.last)
        ):
            return False  # "the victim's mother"
        is_one = self._is_one_of_many(phrase)
        known = is_one or nouns().may_speak(noun)
        if not known and not (found.pattern in _BESIDE and may_be_person(noun)):
            return False
        behind = doc[phrase.last] if phrase.last < len(doc) else None
        hangs = behind is not None and behind.pos_ == "ADP" and behind.lower_ != "from"
        if behind is not None and (hangs or behind.lower_ in words("grammar", "relative")):
            return False
        return is_one or not any(token.ent_type_ == "PER" for token in doc[phrase.first : phrase.last])

    def _is_wording(self, phrase: Phrase, mention: Mention | None) -> bool:
        """Tell a treaty or a law from who may be called Will or Bill."""
        head = self._doc[phrase.head]
        actor = self._actors.get(mention.actor) if mention else None
        if not is_wording(head.text) or head.ent_type_ == "PER" or (actor and actor.kind == ActorKind.PERSON):
            return False
        return head.text[0].islower() or phrase.last - phrase.first > 1

    def span(self, first: int, last: int) -> Span:
        """Give the place in the article of tokens `first` to `last` (exclusive)."""
        end = self._doc[last - 1]
        return Span(self._doc[first].idx + self._offset, end.idx + len(end) + self._offset)

    def mention(self, phrase: Phrase) -> Mention | None:
        """Find the mention that a phrase is: the one that covers its head, else a name set beside it."""
        covering = self._covering(phrase.head)
        if covering:
            actor = self._actors.get(covering.actor)
            is_named = actor is None or actor.named
            return covering if is_named else self._beside(phrase) or covering
        token = self._doc[phrase.head]
        inside = self._inside(phrase)
        ends = inside is not None and inside.end == self.span(phrase.first, phrase.last).end
        names = token.text[0].isupper() and token.lower_ not in words(
            "grammar", "pronouns"
        )  # "One of X's men"
        told = names or is_document(token.text) or token.lower_ in words("relays", "nouns")
        if inside and (ends or told or token.ent_type_ == "PER"):
            return inside
        is_noun = token.pos_ == "NOUN" or token.lower_ == "one"
        return self._apposed(token) or (self._beside(phrase) if is_noun else None)

    def _covering(self, token: int) -> Mention | None:
        """Find the mention that covers a token, by name if there is one."""
        head = self.span(token, token + 1)
        covering: list[Mention] = []
        for i in range(bisect_left(self._starts, head.start - _LONGEST_MENTION), len(self._mentions)):
            each = self._mentions[i]
            if each.start >= head.end:
                break
            if each.end > head.start:
                covering.append(each)
        return min(
            covering,
            key=lambda m: (m.form != MentionForm.NAME, abs(m.end - head.end), -m.start),
            default=None,
        )

    def _inside(self, phrase: Phrase) -> Mention | None:
        """Find the name in a phrase whose head is no mention: "rival Jane Roe", "the bank's report"."""
        whole = self.span(phrase.first, phrase.last)
        named: list[Mention] = []
        for i in range(bisect_left(self._starts, whole.start), len(self._mentions)):
            each = self._mentions[i]
            if each.start >= whole.end:
                break
            actor = self._actors.get(each.actor)
            if each.form == MentionForm.NAME and actor and actor.kind in _SPEAKING:
                named.append(each)
        return next((each for each in named if each.end == whole.end), named[0] if named else None)

    def _apposed(self, head: Token) -> Mention | None:
        """Find the name behind titles in a row: "party chief and leader of the opposition Jane Roe"."""
        names = [child for child in head.children if child.dep_ == "appos" and child.ent_type_ == "PER"]
        return self._covering(names[0].i) if names else None

    def _beside(self, phrase: Phrase) -> Mention | None:
        """Find the name that explains a phrase: "his deputy at the time, Jane Roe", "the owner, Huaxin"."""
        doc, k = self._doc, phrase.last
        while k < min(phrase.last + 6, len(doc)) and doc[k].pos_ in {"ADP", "DET", "NOUN", "PROPN", "ADJ"}:
            k += 1
        if k + 1 >= len(doc) or doc[k].text != ",":
            return None
        k += 1
        while k < min(phrase.last + 6, len(doc) - 1) and doc[k].pos_ in {"NOUN", "ADJ"}:
            k += 1  # "her host, actress Jane Roe"
        start = doc[k].idx + self._offset
        i = bisect_left(self._starts, start)
        if i == len(self._mentions) or self._starts[i] != start:
            return None
        each = self._mentions[i]
        actor = self._actors.get(each.actor)
        speaks = actor is not None and actor.kind in _SPEAKING
        return each if each.form == MentionForm.NAME and speaks else None

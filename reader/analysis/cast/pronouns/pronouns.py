"""Walks a document and gives its pronouns to people, paragraph by paragraph.

Pronouns outside quotations are resolved first, those inside them after, because a quotation's speaker may
be a pronoun behind it ("“He lied,” she said") and is never its "he" or "she".
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from reader.analysis.cast.pronouns.candidates import (
    PRONOUNS,
    Candidate,
    Pronoun,
    clause_of,
    is_main,
    read_pronoun,
    role_of,
)
from reader.analysis.cast.pronouns.coreference import LEAST, Choice, Discourse
from reader.analysis.cast.pronouns.nobody import means_nobody
from reader.analysis.cast.pronouns.pages import (
    Page,
    going_on,
    head_of_mention,
    quote_about,
    reports,
    says,
    spoken,
    withhold,
)
from reader.analysis.cast.pronouns.questions import askers
from reader.analysis.cast.pronouns.ranking import TALK
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.phrases import is_told_of
from reader.analysis.lexicon.spelling import fold
from reader.analysis.speech.quotations import find_quotations
from reader.article import Paragraph

_TITLES = 2  # quotation marks in which titles stand, where nobody is quoted
_OF_SPEAKERS = frozenset({"my", "our"})
_OWNS = 0.5  # least confidence in whose somebody is
_OPENED = 0.6  # confidence in whom an article that opens with a pronoun is about


Heed = Callable[[int, Entry], None]


def _nobody_heeds(index: int, owner: Entry) -> None:
    pass


class PronounReader:
    """Resolves pronouns window by window."""

    def __init__(self) -> None:
        self.discourse = Discourse()
        self._tokens = self._sentences = self._paragraphs = self._quotes = 0
        self._page: Page | None = None  # of the document that was read last
        self._heed: Heed = _nobody_heeds
        self._opening: list[Pronoun] | None = []  # those before anybody was met; None once somebody was

    def read(self, doc: Doc, people: list[Occurrence], heed: Heed = _nobody_heeds) -> list[Occurrence]:
        """Resolve the pronouns of `doc`, whose people by name or description are given.

        `heed` is told at once whose something is, by the token of "his" or "my".
        """
        self._heed = heed
        return [
            Occurrence(
                pronoun.index,
                pronoun.index + 1,
                choice.target,
                MentionForm.PRONOUN,
                choice.confidence,
                choice.instead,
            )
            for pronoun, choice in self.choices(doc, people)
            if choice.confidence >= LEAST
        ]

    def choices(self, doc: Doc, people: list[Occurrence]) -> Iterator[tuple[Pronoun, Choice]]:
        """Give every pronoun's choice, the unlikely too."""
        page = self._page = self._lay_out(doc, people)
        starts = [token.i for token in doc if token.is_sent_start] or [0]
        for number, (start, end) in enumerate(page.paragraphs, self._paragraphs):
            waiting: list[Token] = []
            for i in range(start, end):
                sentence = self._sentences + bisect_right(starts, i)
                for stop, who, form in page.mentions.get(i, ()):
                    head = head_of_mention(doc, i, stop)
                    self.discourse.add(self._candidate(page, head, i, stop, who, form, sentence, number))
                    if form is MentionForm.NAME and not page.quote_at[i]:
                        yield from self._opened(who, number)
                    if spoken(page, head) or reports(page, head):
                        self.discourse.speaker = who
                if fold(doc[i].text) in PRONOUNS and not means_nobody(page, doc[i]):
                    if page.quote_at[i]:
                        waiting.append(doc[i])
                    elif found := self._resolve(page, doc[i], sentence, number, starts):
                        yield found
            for i in range(start, end):
                if fold(doc[i].text) in _OF_SPEAKERS and (speaker := self.speaker_at(i)):
                    self._heed(i, speaker)
            for token in waiting:
                sentence = self._sentences + bisect_right(starts, token.i)
                if found := self._resolve(page, token, sentence, number, starts):
                    yield found
            self.discourse.forget()
        self._opening = None
        self._tokens += len(doc)
        self._sentences += len(starts)
        self._paragraphs += len(page.paragraphs)
        self.discourse.window += 1

    def speaker_at(self, index: int) -> Entry | None:
        """Who speaks at a token of the document that was read last, if one person does."""
        quote = self._page.quote_at[index] if self._page is not None else 0
        speakers = self._page.speakers_of(quote) if self._page is not None and quote else frozenset[Entry]()
        return next(iter(speakers)) if len(speakers) == 1 else None

    def _resolve(
        self, page: Page, token: Token, sentence: int, paragraph: int, starts: list[int]
    ) -> tuple[Pronoun, Choice] | None:
        quote = page.quote_at[token.i]
        own = [] if quote else spoken(page, token)
        pronoun = read_pronoun(
            token, own[0] if own else 0, self._tokens + token.i, sentence, paragraph, quote,
            self.discourse.window, page.speakers_of(quote), page.withheld.get(token.i, -1),
            page.named_in(own[0]) if own else frozenset(),
        )  # fmt: skip
        ahead = self._ahead(page, pronoun, sentence, paragraph, starts)
        topic = page.topics.get(quote) if quote else None
        if topic is not None and topic.gender in ("", pronoun.gender):
            choice: Choice | None = Choice(topic.now(), 0.9)
        else:
            others = _commanded(page, token, pronoun.role) | askers(page, token)
            choice = self.discourse.choose(pronoun, ahead, others)
        if choice is None:
            if self._opening is not None and not quote:
                self._opening.append(pronoun)
            return None
        self.discourse.resolved(pronoun, choice)
        if pronoun.withheld == token.i and not choice.target.named:
            choice.target.nameless = True
        if pronoun.role == "owner" and choice.confidence >= _OWNS:
            self._heed(token.i, choice.target)
        self.discourse.add(
            self._candidate(
                page, token, token.i, token.i + 1, choice.target, MentionForm.PRONOUN, sentence, paragraph
            )
        )
        if pronoun.speaks or reports(page, token):
            self.discourse.speaker = choice.target
        if not choice.target.named:
            choice.target.count += 1
        if not quote:
            self._note_speaker(page, token, choice.target)
        return pronoun, choice

    def _opened(self, who: Entry, paragraph: int) -> Iterator[tuple[Pronoun, Choice]]:
        """Let pronouns that opened the article mean who is named first: "She kept the books. / Ann Lee"."""
        if not self._opening:
            return
        here = self._opening[-1].paragraph == paragraph  # within one, whoever comes first may be anybody
        if here or any(who.seems not in ("", each.gender) for each in self._opening):
            return
        for pronoun in self._opening:
            choice = Choice(who, _OPENED)
            self.discourse.resolved(pronoun, choice)
            who.count += 1
            yield pronoun, choice
        self._opening = None

    def _ahead(
        self, page: Page, pronoun: Pronoun, sentence: int, paragraph: int, starts: list[int]
    ) -> list[Candidate]:
        """People named later in the sentence, who are meant where the sentence opens with the pronoun."""
        if not pronoun.opening:
            return []
        k = bisect_right(starts, pronoun.index)
        end = min(starts[k] if k < len(starts) else len(page.doc), pronoun.index + 30)
        return [
            self._candidate(page, head_of_mention(page.doc, i, stop), i, stop, who, form, sentence, paragraph)
            for i in range(pronoun.index + 1, end)
            for stop, who, form in page.mentions.get(i, ())
            if form is MentionForm.NAME and page.quote_at[i] == pronoun.quote
        ]

    def _candidate(
        self,
        page: Page,
        head: Token,
        start: int,
        end: int,
        who: Entry,
        form: MentionForm,
        sentence: int,
        paragraph: int,
    ) -> Candidate:
        case = next((fold(child.text) for child in head.children if child.dep_ == "case"), "")
        return Candidate(
            who, form, self._tokens + start, sentence, paragraph, role_of(head), page.quote_at[start],
            bool(page.doc[start].is_sent_start), is_main(head), head.i, end, head.head.i,
            self.discourse.window, head.dep_, case, clause_of(head), end - start,
            start > 0 and page.doc[start - 1].text == "(", says(head), fold(page.doc[start].text),
        )  # fmt: skip

    def _lay_out(self, doc: Doc, people: list[Occurrence]) -> Page:
        paragraphs, start = [], 0
        for token in doc:
            if "\n" in token.text:
                if token.i > start:
                    paragraphs.append((start, token.i))
                start = token.i + 1
        if start < len(doc):
            paragraphs.append((start, len(doc)))
        page = Page(doc, paragraphs, self._quote_numbers(doc, paragraphs))
        page.goes_on.update(going_on(page))
        for one in people:
            if one.entry.now().kind is ActorKind.PERSON:
                page.mentions.setdefault(one.start, []).append((one.end, one.entry.now(), one.form))
                if one.form is MentionForm.NAME and is_told_of(head_of_mention(doc, one.start, one.end)):
                    page.names.setdefault(page.quote_at[one.start], set()).add(one.entry.now())
        for one in people:
            if quote := quote_about(page, one.start):
                page.topics[quote] = one.entry.now()
        withhold(page)
        for i, mentions in page.mentions.items():
            if not page.quote_at[i]:
                for stop, who, _ in mentions:
                    self._note_speaker(page, head_of_mention(doc, i, stop), who)
        if page.speakers or self._quotes > _TITLES:
            self.discourse.table = TALK
        return page

    def _quote_numbers(self, doc: Doc, paragraphs: list[tuple[int, int]]) -> list[int]:
        numbers = [0] * (len(doc) + 1)
        spans = [Paragraph(doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in paragraphs]
        token = 0
        for quotation in find_quotations(doc.text, spans):
            if quotation.depth:
                continue
            self._quotes += 1
            while token < len(doc) and doc[token].idx < quotation.start:
                token += 1
            while token < len(doc) and doc[token].idx < quotation.end:
                numbers[token] = self._quotes
                token += 1
        return numbers

    def _note_speaker(self, page: Page, head: Token, who: Entry) -> None:
        """Keep who speaks the quotations near the verb whose subject is `head`."""
        for quote in spoken(page, head):
            page.speakers.setdefault(quote, set()).add(who)


def _commanded(page: Page, token: Token, role: str) -> frozenset[Entry]:
    """Whom a pronoun's clause names behind it, not as an owner, who is not meant: "she told Ann Lee"."""
    if role not in ("subject", "object"):
        return frozenset()
    quote, found = page.quote_at[token.i], set()
    for i in range(token.i + 1, token.sent.end):
        for stop, who, form in page.mentions.get(i, ()):
            if form is MentionForm.NAME and page.quote_at[i] == quote:
                head = head_of_mention(page.doc, i, stop)
                behind = head.i != token.head.i and token.head.is_ancestor(head)
                if behind and head.dep_ != "nmod:poss" and not _is_aside(token, head):
                    found.add(who.now())
    return frozenset(found)


def _is_aside(token: Token, head: Token) -> bool:
    """Tell a pronoun's own name, and one set beside it: "she was born Ann Lee", "she, Lee noted, was"."""
    if fold(token.head.text) == "born" and head.head.i == token.head.i:
        return not any(child.dep_ == "case" for child in head.children)
    return head.head.dep_ == "parataxis" or head.head.head.i == token.i

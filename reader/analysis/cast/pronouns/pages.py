"""A document as pronouns see it: paragraphs, quotations and who speaks them, mentions of people by token."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from spacy.tokens import Doc, Token

from reader.analysis.cast.descriptions.anonymity import withholders
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.findings import MentionForm
from reader.analysis.lexicon.cues import CueStrength, cue_strength
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import head_of
from reader.analysis.lexicon.spelling import fold

_MAIN = frozenset({"ROOT", "root", "conj", "parataxis"})
_CUE_REACH = 12  # words between a quotation and the verb that brings it


@dataclass
class Page:
    """A document's paragraphs, quotations and mentions, by token."""

    doc: Doc
    paragraphs: list[tuple[int, int]]
    quote_at: list[int]  # number of the quotation around each token, 0 for none
    speakers: dict[int, set[Entry]] = field(default_factory=dict)  # of each quotation
    names: dict[int, set[Entry]] = field(default_factory=dict)  # of whom each quotation tells by name
    goes_on: dict[int, int] = field(default_factory=dict)  # quotations and those that they go on with
    topics: dict[int, Entry] = field(default_factory=dict)  # whom a quotation is said to be about
    mentions: dict[int, list[tuple[int, Entry, MentionForm]]] = field(default_factory=dict)
    withheld: dict[int, int] = field(default_factory=dict)  # where a name is kept back, and by whom: tokens

    def speakers_of(self, quote: int) -> frozenset[Entry]:
        """Who speaks a quotation: “Yes,” Mr. Kim said. “He knows.”"""
        return frozenset(who.now() for who in self.speakers.get(self._start(quote), ()))

    def named_in(self, quote: int) -> frozenset[Entry]:
        """Of whom a quotation and what goes on with it tell by name: “I waited,” he said. “Ann Lee came.”"""
        parts = {quote, *(later for later in self.goes_on if self._start(later) == quote)}
        return frozenset(who.now() for part in parts for who in self.names.get(part, ()))

    def _start(self, quote: int) -> int:
        while quote not in self.speakers and quote in self.goes_on:
            quote = self.goes_on[quote]
        return quote


def spoken(page: Page, head: Token) -> list[int]:
    """The quotations that a verb of saying with the subject `head` brings, the nearest before it first."""
    verb = head.head
    if not says(head) or page.quote_at[verb.i] or page.quote_at[head.i]:
        return []
    low, high = sorted((head.i, verb.i))
    before = () if _begins(page.doc, low) else range(low, max(-1, low - _CUE_REACH), -1)
    stop = len(page.doc) if _is_main(verb) else _ends(verb)  # "they said she had promised it. “…”"
    after = range(high, min(stop, high + _CUE_REACH))
    near = (*_in_paragraph(page.doc, before), *_in_paragraph(page.doc, after))
    return list(dict.fromkeys(page.quote_at[i] for i in near if page.quote_at[i]))


def _is_main(verb: Token) -> bool:
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        verb = verb.head
    return verb.dep_ in _MAIN


def _ends(verb: Token) -> int:
    """Where the sentence of a verb ends, by its full stop: trees run on into a quotation."""
    end = verb.sent.end
    return next((i for i in range(verb.i, end) if verb.doc[i].text == "."), end)


def _in_paragraph(doc: Doc, near: Iterable[int]) -> Iterator[int]:
    """The tokens before the paragraph's end; behind a colon the next one belongs to it."""
    return takewhile(lambda i: "\n" not in doc[i].text or (i > 0 and doc[i - 1].text == ":"), near)


def _begins(doc: Doc, index: int) -> bool:
    """Tell a pronoun that begins a sentence behind a quotation: "“… a coast.” She promised"."""
    ended = index > 1 and "." in (doc[index - 1].text, doc[index - 2].text)
    return ended and doc[index].text[0].isupper() and doc[index].pos_ == "PRON"


def reports(page: Page, head: Token) -> bool:
    """Tell the subject of a main verb of saying, marks or no marks: "Mr. Kim said that he would"."""
    return says(head) and not page.quote_at[head.i] and head.head.dep_ in ("ROOT", "root")


def says(head: Token) -> bool:
    """Tell the subject of a verb of saying."""
    return head.dep_.startswith("nsubj") and cue_strength(head.head.text) >= CueStrength.SAY


def going_on(page: Page) -> Iterator[tuple[int, int]]:
    """Pairs of quotations of a paragraph with one sentence at most between them: the second and the first."""
    for start, end in page.paragraphs:
        before = sentences = 0
        for i in range(start, end):
            if not (quote := page.quote_at[i]):
                sentences += bool(page.doc[i].is_sent_start and page.doc[i].is_alpha)
                continue
            if before and quote != before and sentences < 2:
                yield quote, before
            before, sentences = quote, 0


def quote_about(page: Page, index: int) -> int:
    """The number of the quotation before "…, referring to Mr. Putin" or "… said of Captain Roe", else 0."""
    doc = page.doc
    of = index - 1
    while of > max(1, index - 5) and doc[of].pos_ in ("NOUN", "PROPN", "ADJ", "DET"):
        of -= 1  # what comes before the name
    if of < 1 or page.quote_at[index] or fold(doc[of].text) not in ("to", "of", "about"):
        return 0
    told = doc[of].text != "to" and cue_strength(doc[of - 1].text) >= CueStrength.SAY
    if not told and fold(doc[of - 1].text) not in ("referring", "speaking", "alluding", "talking"):
        return 0
    for i in range(index - 2, max(-1, index - 50), -1):
        if "\n" in doc[i].text:
            break
        if page.quote_at[i]:
            return page.quote_at[i]
    return 0


def head_of_mention(doc: Doc, start: int, end: int) -> Token:
    """The word by which a mention hangs in the sentence; a name in apposition hangs where its noun does."""
    token = head_of(doc, start, end)
    for _ in range(3):
        if token.dep_ not in ("appos", "flat", "flat:name", "nmod:desc") or token.head.i == token.i:
            break
        apposed, token = token.dep_ == "appos", token.head
        if apposed and token.dep_ == "nmod" and nouns().is_person(fold(token.head.text)):
            token = token.head  # "a spokesman for the ministry, Jane Roe,": she is no ministry
    return token


def withhold(page: Page) -> None:
    """Let those who keep their names back be known for it, with the words that tell so."""
    told = withholders(page.doc)
    found = page.mentions.items() if told else ()
    heads = {head_of_mention(page.doc, i, stop).i: who for i, each in found for stop, who, _ in each}
    for i, index in told.items():
        token = page.doc[index]
        while token.i not in heads and token.dep_ in ("nmod", "appos") and token.head.i != token.i:
            token = token.head  # "a banker involved in the talks, who asked not to be named"
        page.withheld[i] = token.i
        if token.i in heads and not heads[token.i].named:
            heads[token.i].nameless = True

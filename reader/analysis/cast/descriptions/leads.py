"""A lead that is about somebody whom only the next paragraph names: "A man was jailed ... / Jan Holt, 34,".

News keeps the name of who is no public figure for the second paragraph. Whom it names first, at its very
beginning and with an age, or by the lead's own noun, is who the lead was about, if that was one person.
"""

from collections.abc import Container, Iterable

from spacy.tokens import Doc

from reader.analysis.cast.roles.noun_phrases import DEFINITE
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.cast.roster.roster import Roster
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.personal_names import person_name
from reader.analysis.lexicon.phrases import head_of
from reader.analysis.lexicon.spelling import fold
from reader.given_names import all_given_names

_PARAGRAPHS = 4  # within which the name comes
_OBJECTS = frozenset({"obj", "iobj", "dobj"})
_END = frozenset({".", "”", '"', "?", "!"})


class Leads:
    """Waits for the first name of an article, and then for nothing more."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._met: set[Entry] = set()  # who has a part in the lead
        self._subjects: set[Entry] = set()
        self._aged: set[Entry] = set()  # who is told by an age: "a 29-year-old teacher"
        self._beside: set[Entry] = set()  # whom a lead names beside whom it is about
        self._paragraphs = 0
        self._waits = True

    def read(self, doc: Doc, named: Iterable[Occurrence], described: Iterable[Occurrence]) -> None:
        """Let whom the lead is about be who is named first below it."""
        if not self._waits:
            return
        people = {one.start: one for one in named if _is_person(one) and one.form is MentionForm.NAME}
        strangers = {one.start: one for one in described if _is_person(one) and not one.entry.now().named}
        for start, end in _paragraphs(doc):
            if doc[end - 1].text not in _END:
                continue  # a headline
            self._paragraphs += 1
            first = next((people[i] for i in range(start, end) if i in people), None)
            if self._paragraphs == 1 and start in strangers and _part(doc, strangers[start]) == "main":
                self._beside = {one.entry.now() for i, one in people.items() if start <= i < end}
                first = None  # "A witness told the court how money came to Ann Lee"
            before = range(start, first.start if first is not None else end)
            here = [
                one
                for i in before
                if (one := strangers.get(i)) and not _is_again(doc, one) and not _names(one, people)
            ]
            self._met.update(one.entry.now() for one in here if _part(doc, one))
            self._aged.update(one.entry.now() for one in here if _is_aged(doc, one))
            self._subjects.update(one.entry.now() for one in here if _part(doc, one) == "main")
            if first is not None or self._paragraphs > _PARAGRAPHS:
                self._waits = False
                if first is not None and (first.start == start or _is_given(first.entry.now())):
                    self._name(doc, first)
                return

    def _name(self, doc: Doc, one: Occurrence) -> None:
        who = one.entry.now()
        if person_name(doc[one.start : one.end].text).title or who in self._beside:
            return
        aged, about = ({entry.now() for entry in each} for each in (self._aged, self._subjects))
        others = {entry.now() for entry in self._met} - about
        if len(aged) == 1:
            (stranger,) = aged
            fits = _may_be(who, stranger)
        elif len(about) == 1 and not others:
            (stranger,) = about
            heads = who.heads | _capacities(doc, one)
            same = any(nouns().same(mine, its) for mine in heads for its in stranger.heads)
            told = one.end + 2 < len(doc) and doc[one.end].text == "," and doc[one.end + 1].text.isdecimal()
            fits = same or ((told or _is_given(who)) and not who.roles)
        else:
            return
        if fits and not stranger.named and stranger.gender in ("", who.seems or stranger.gender):
            self._roster.merge(stranger, who)


def _names(one: Occurrence, people: Container[int]) -> bool:
    """Tell "a Roe adviser", who is not Roe."""
    return any(i in people for i in range(one.start, one.end))


def _is_given(who: Entry) -> bool:
    """Tell who is called by a given name alone, as one is of whom was told already."""
    words = who.person.words if who.person is not None else ()
    return len(words) == 1 and words[0] in all_given_names()


def _may_be(who: Entry, stranger: Entry) -> bool:
    """Tell whether what somebody is does not speak against what is said of another."""
    known = nouns()
    trades = stranger.heads - known.plain - known.kin
    mine = who.heads - known.plain - known.kin
    if not trades:
        return not mine & known.spokesmen
    return not mine or any(known.related(one, other) for one in mine for other in trades)


def _is_aged(doc: Doc, one: Occurrence) -> bool:
    """Tell "a 29-year-old teacher"."""
    return any(fold(token.text) == "old" and token.i > one.start for token in doc[one.start : one.end])


def _capacities(doc: Doc, one: Occurrence) -> set[str]:
    """What somebody acts as, by the sentence: "testified as the fourth witness"."""
    clause = doc[one.end : doc[one.start].sent.end]
    marks = {child.head.i for child in clause if fold(child.text) == "as" and child.dep_ == "case"}
    return {fold(token.text) for token in clause if token.i in marks}


def _paragraphs(doc: Doc) -> Iterable[tuple[int, int]]:
    start = 0
    for token in doc:
        if "\n" in token.text:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def _is_person(one: Occurrence) -> bool:
    return one.entry.now().kind is ActorKind.PERSON


def _is_again(doc: Doc, one: Occurrence) -> bool:
    """Tell "her son", who is told by another, and "the man", who may be anybody met."""
    opener = doc[one.start]
    is_owned = opener.tag_ == "PRP$" or opener.dep_ == "nmod:poss"
    return is_owned or (
        fold(opener.text) in DEFINITE and one.end - one.start == 2 and not _is_first(doc, one)
    )


def _is_first(doc: Doc, one: Occurrence) -> bool:
    """Tell an object that no subject is: "freed the captain"."""
    return head_of(doc, one.start, one.end).dep_ in _OBJECTS


def _part(doc: Doc, one: Occurrence) -> str:
    """The part in the sentence: "main" of a main subject, "other" of who acts or suffers besides, or ""."""
    head = head_of(doc, one.start, one.end)
    if head.dep_.startswith("nsubj"):
        return "main" if head.head.dep_ in ("ROOT", "root", "ccomp") else "other"
    return "other" if head.dep_ in _OBJECTS else ""

"""Bodies that a headline or a lead tells of before they are named: "Chip maker cuts jobs / Velmar Inc.".

It is the one named below that is called so, or of firms, where nothing says what they are, the one that the
text is about.
"""

from collections.abc import Callable, Container, Iterator

from spacy.tokens import Doc

from reader.analysis.cast.roles.noun_phrases import NounPhrase, read_owned, read_phrase
from reader.analysis.cast.roles.sorts import may_be_called, nouns_of
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Map, Occurrence
from reader.analysis.documents import is_quoted
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import POSSESSIVES
from reader.analysis.lexicon.spelling import fold

_PARAGRAPHS = 2  # below the headline, whose bodies may be named later
_REACH = 3_000  # code points to the name
_LONGEST = 24  # tokens of a headline
_OFTEN = 3  # mentions of the firm that a text is about
_FOREMOST = frozenset({"largest", "biggest", "main", "leading", "top", "oldest", "only", "dominant"})
_WORDS = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})
_FIRM = "company"
_VAGUE = frozenset({"authority", "corporation", "group", "company", "agency", "organisation", "organization"})
_SURE = 0.7

#: A phrase at tokens from, to; the last is its head. And the country that it names, if any.
_Phrase = tuple[int, int, str | None]


def find_announced(
    doc: Doc, at: Map, taken: Container[int], home: Callable[[Entry], str | None]
) -> Iterator[Occurrence]:
    """Find them at the beginning of an article; `taken` tokens tell of somebody known."""
    for start, end, country in (*_in_headline(doc, at), *_in_lead(doc, at)):
        if at[end] is not None or any(i in taken for i in range(start, end)):
            continue  # "the newspaper Rodong Sinmun"
        entry = _named_below(doc, at, start, end, country, home)
        if entry is not None:
            yield Occurrence(start, end, entry, MentionForm.NOMINAL, _SURE)


def _named_below(
    doc: Doc, at: Map, start: int, end: int, country: str | None, home: Callable[[Entry], str | None]
) -> Entry | None:
    noun = _noun(doc, end)
    before = {one.entry.now() for i in range(start) if (one := at[i])}
    below: dict[Entry, None] = {}
    for i in range(end, len(doc)):
        one = at[i]
        if doc[i].idx - doc[start].idx > _REACH:
            break
        if one is not None and one.form is MentionForm.NAME and one.entry.now() not in before:
            below[one.entry.now()] = None
    bodies = [one for one in below if one.kind is ActorKind.ORGANISATION]
    if country:
        bodies = [one for one in bodies if home(one) in (None, country)]
    fits = [one for one in bodies if may_be_called(one, noun)]
    if len(fits) == 1:
        return fits[0]
    following = _opening_next(doc, at, start)
    if following in bodies and (following in fits or not nouns_of(following) - _VAGUE):
        return following
    if fits or not _is_firm(noun):
        return None
    firms = [one for one in bodies if may_be_called(one, _FIRM) or not nouns_of(one)]
    firms.sort(key=lambda one: -one.count)
    leads = firms and firms[0].count >= _OFTEN and all(2 * one.count < firms[0].count for one in firms[1:])
    return firms[0] if leads else None


def _opening_next(doc: Doc, at: Map, start: int) -> Entry | None:
    """Who opens the next paragraph as its subject, where a phrase opens one so: "A bank ... / Acme said"."""
    following = next((i + 1 for i in range(start, len(doc)) if "\n" in doc[i].text), len(doc))
    opens = start == 0 or "\n" in doc[start - 1].text
    if not opens or following >= len(doc) or not _is_subject(doc, start):
        return None
    one = at[following] or at[following + (doc[following].lower_ == "the")]
    return one.entry.now() if one is not None and _is_subject(doc, following) else None


def _is_subject(doc: Doc, start: int) -> bool:
    """Tell the one subject of a sentence that begins at a token."""
    sentence = doc[start].sent
    heads = [token for token in sentence if token.dep_.startswith("nsubj") and token.head == sentence.root]
    joined = any(child.dep_ == "conj" for token in heads for child in token.children)
    return not joined and any(start in (token.i, token.left_edge.i) for token in heads)


def _is_told_further(doc: Doc, end: int) -> bool:
    return fold(doc[end : end + 1].text) in ("that", "which", "whose", "behind", "at")


def _is_firm(noun: str) -> bool:
    return noun in organisations().also_called[_FIRM] or noun == _FIRM


def _noun(doc: Doc, end: int) -> str:
    pair = " ".join(fold(token.text) for token in doc[max(0, end - 2) : end])
    return pair if pair in organisations().nominals else fold(doc[end - 1].text)


def _in_headline(doc: Doc, at: Map) -> Iterator[_Phrase]:
    """Nouns without an article in the first line: "Swedish truck maker"."""
    stop = next((i for i in range(min(len(doc), _LONGEST + 1)) if "\n" in doc[i].text), 0)
    for i in range(stop):
        noun = fold(doc[i].text)
        if at[i] is not None or not (noun in organisations().nominals or _is_firm(noun)):
            continue
        if i + 1 < stop and (doc[i + 1].pos_ in ("NOUN", "PROPN") or at[i + 1] is not None):
            continue
        start, country = i, None
        while start > 0:
            one = at[start - 1]
            if one is not None and one.form is MentionForm.DEMONYM and country is None:
                start, country = one.start, one.entry.now().country
            elif one is None and (doc[start - 1].pos_ in _WORDS or doc[start - 1].text == "-"):
                start -= 1
            else:
                break
        if start == 0 or doc[start - 1].text not in POSSESSIVES:
            yield start, i + 1, country


def _in_lead(doc: Doc, at: Map) -> Iterator[_Phrase]:
    """Phrases with an article in the first paragraphs: "a London-listed mining company"."""
    paragraphs, last = 0, -1
    for i in range(len(doc)):
        if "\n" in doc[i].text:
            paragraphs += i > 0 and doc[i - 1].text in (".", "”", '"')
            if paragraphs >= _PARAGRAPHS:
                return
        phrase = _phrase(doc, i, at) if i >= last and not is_quoted(doc, i) else None
        if phrase is None:
            continue
        noun = _noun(doc, phrase.end)
        plain = phrase.definite and not (phrase.modifiers or phrase.country or phrase.owned)
        if plain and noun in organisations().loose and not _is_told_further(doc, phrase.end):
            continue  # "the group", of whom was told
        if noun in organisations().nominals or _is_firm(noun):
            last = phrase.end
            yield i, phrase.end, phrase.country


def _phrase(doc: Doc, index: int, at: Map) -> NounPhrase | None:
    """Read "a mining company", "the country's largest lender", "Turkey's largest lender", not its bank."""
    opened, one = fold(doc[index].text), at[index]
    is_land = one is not None and one.entry.now().kind is ActorKind.COUNTRY
    phrase = read_phrase(doc, index, at) if opened in ("a", "an", "the") or is_land else None
    if phrase is None:
        return None
    of_land = fold(doc[phrase.end - 1].text) in organisations().homelands
    phrase = (read_owned(doc, phrase, at) if of_land else None) or phrase
    return None if phrase.owned and _FOREMOST.isdisjoint(phrase.modifiers) else phrase

"""Where the names of people begin and end: particles, suffixes, given names that the model left outside.

And which of those that it takes for people's are none: firms, acronyms, the place of "an Oamaru shearer".
"""

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from reader.analysis.cast.spans.nicknames import with_nickname
from reader.analysis.cast.spans.spans import COUNTRY_OR_CITY, ORGANISATION, PERSON, NameSpan, bare, continues
from reader.analysis.lexicon.countries import lookup
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import DAYS
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles
from reader.given_names import all_given_names

_SYLLABLE = re.compile(
    r"(?:ch|kk|[bdghjkmnprstwy])?(?:yeo|eo|eu|ae|oo|ou|wa|wo|ye|yu|yo|ya|[aeiou])(?:ng|[nmklpbth])?"
)
_SHORT = frozenset({"an", "do", "go", "he", "in", "my", "no", "on", "so", "to", "you"})
_LETTERS = 3  # of an acronym, at least
_SUFFIXES = frozenset({"jr", "sr", "jnr", "snr"})


def person_span(doc: Doc, span: NameSpan) -> NameSpan:
    """Give what the model takes for a person's name with its true ends, or labelled as what it is."""
    span = with_nickname(doc, span)
    start, end, lists = span.start, span.end, titles()
    if bare(doc[end - 1]) in lists.particles and end < len(doc) and continues(doc[end]):
        end += 1  # "Marijke van" goes on
    if any(fold(token.text) in ("and", "&") for token in doc[start:end]):
        return replace(span, end=end, label=ORGANISATION)  # "Ernst and Young"
    while start + 1 < end and doc[start].text.islower() and bare(doc[start]) not in lists.particles:
        start += 1  # "telly Tamsin"
    start = _without_acronyms(doc, _with_given(doc, start), end)
    while end - 1 > start and (doc[end - 1].text in lists.courtesies or doc[end - 1].text == "-"):
        end -= 1  # "Sinha ji"
    if end - 1 > start and doc[end - 1].text.islower() and doc[end - 1].pos_ == "NOUN":
        return replace(span, end=end - 1, label=COUNTRY_OR_CITY)  # "an Oamaru | shearer"
    end = _suffixed(doc, _hyphenated(doc, start, end))
    is_body = _is_firm(doc, start, end) or _is_acronym(doc, start, end)
    return NameSpan(start, end, ORGANISATION if is_body else PERSON, start)


def has_given(doc: Doc, span: NameSpan) -> bool:
    """Tell whether a name begins with a given name, but not "RIA Novosti"."""
    first = doc[span.start].text
    return fold(first) in all_given_names() and not first.isupper()


def family_of_next(doc: Doc, span: NameSpan) -> str:
    """The family name, after a blank, of "Charles G." before "and David H. Koch"; else nothing."""
    names = doc[span.end : span.end + 5]
    if len(names) < 3 or names[0].text != "and" or not _is_initial(doc[span.end - 1]):
        return ""
    family = next((token for token in names[2:] if not _is_initial(token)), names[0])
    return f" {family.text}" if continues(family) and bare(names[1]) in all_given_names() else ""


def _is_initial(token: Token) -> bool:
    return len(token.text) == 2 and token.text[0].isupper() and token.text[1] == "."


def _with_given(doc: Doc, start: int) -> int:
    """Where a name begins whose first word the model took for another: "Blessing | Adeleke"."""
    before = doc[start - 1] if start else None
    if before is None or not before.whitespace_ or not before.text[:1].isupper() or not before.is_alpha:
        return start
    word, lists = bare(before), titles()
    is_name_too = (
        word in _SHORT and start > 2 and doc[start - 2].text == "," and doc[start - 3].text.islower()
    )
    if is_name_too and doc[start].text[:1].isupper():
        return start - 1  # "the party's chief, To | Lam"
    apposed = start > 1 and doc[start - 2].text == "," and start + 1 < len(doc) and doc[start + 1].text == ","
    if word in DAYS and apposed:
        return start - 1  # "a driver, Sunday Ogunleye, said"
    if word in lists.virtues and before.pos_ in ("NOUN", "PROPN", "ADJ", "CCONJ"):
        return start - 1  # "Nor | Azlina" too
    is_name = before.pos_ == "PROPN" and doc[start].dep_.startswith("flat") and doc[start].head.i == start - 1
    known = word in lists.heads | lists.before | lists.honorifics.keys() | organisations().never
    return start - 1 if is_name and not known and not nouns().is_person(word) and not lookup(word) else start


def _without_acronyms(doc: Doc, start: int, end: int) -> int:
    """Where a name begins after the acronyms of a body and an office: "NDRF DG | Piyush Anand"."""
    at = start
    while at < end and doc[at].text.isupper() and doc[at].is_alpha and len(doc[at].text) > 1:
        at += 1
    is_body = at > start and len(doc[start].text) > 2 and bare(doc[start]) not in titles().family_first
    return at if is_body and end - at > 1 else start


def _is_acronym(doc: Doc, start: int, end: int) -> bool:
    """Tell "PENGASSAN" from a person, but not in a line of capitals."""
    word = doc[start].text
    if (
        end - start > 1
        or len(word) < _LETTERS
        or bare(doc[start]) in titles().lettered
        or not (word.isalpha() and word.isupper())
        or _is_personal(doc[start])
    ):
        return False
    around = [t.text for t in doc[max(0, start - 3) : end + 3] if t.is_alpha and t.i != start and len(t) > 2]
    return bool(around) and not any(text.isupper() for text in around)


def _is_firm(doc: Doc, start: int, end: int) -> bool:
    """Tell "ABN Amro" from a person: an acronym and no given name."""
    if end - start != 2 or not doc[start].text.isupper() or doc[start + 1].text.isupper():
        return False
    word = bare(doc[start])
    spoken = len(word) > 2 and bool(set(word) & set("aeiou"))  # "VVS Laxman" has initials
    known = _is_personal(doc[start]) or _is_personal(doc[start + 1])
    return spoken and doc[start].is_alpha and not known


def _is_personal(token: Token) -> bool:
    """Tell a given name, or a family name that may stand first."""
    word = bare(token)
    return word in all_given_names() or word in titles().family_first


def _hyphenated(doc: Doc, start: int, end: int) -> int:
    """Complete "Kim Jong|-un" and "Kim| Il-sung": given names after a family name that stands first."""
    if bare(doc[start]) not in titles().family_first:
        return end + 2 if end - start > 1 and _is_korean(doc, end) else end
    for at in (end, end + 1):
        if (
            at + 1 < len(doc)
            and doc[at].text in ("-", "‑")
            and not doc[at - 1].whitespace_
            and not doc[at].whitespace_
        ):
            given = doc[at - 1].text[:1].isupper() and at - 1 > start
            short = doc[at + 1].text.isalpha() and len(doc[at + 1].text) <= 5
            return at + 2 if given and short else end
        if at >= len(doc) or not doc[at].text[:1].isupper():
            break
    return end


def _is_korean(doc: Doc, end: int) -> bool:
    """Tell "Chey Tae|-won" from "Ann Lee-led": two syllables as Korean has them."""
    if end + 1 >= len(doc) or doc[end].text != "-" or doc[end].whitespace_ or doc[end - 1].whitespace_:
        return False
    after = doc[end + 2].text if end + 2 < len(doc) else ""
    return after != "-" and all(_SYLLABLE.fullmatch(doc[i].text.lower()) for i in (end - 1, end + 1))


def _suffixed(doc: Doc, end: int) -> int:
    """Add the suffix and its point: "Boykin, Jr.", "Boykin Sr"."""
    at = end + 1 if end < len(doc) and doc[end].text == "," else end
    if at < len(doc) and bare(doc[at]) in _SUFFIXES and doc[at].text[:1].isupper():
        end = at + 1
    is_suffix = bare(doc[end - 1]) in _SUFFIXES
    return end + 1 if is_suffix and end < len(doc) and doc[end].text == "." else end

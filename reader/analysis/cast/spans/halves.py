"""Two spans that are halves of one name: "Korean | Central News Agency", "Robert C. | “Bobby” Scott"."""

from dataclasses import replace

from spacy.tokens import Doc

from reader.analysis.cast.spans.nicknames import nicknamed
from reader.analysis.cast.spans.spans import (
    COUNTRY_OR_CITY,
    GROUP,
    ORGANISATION,
    PERSON,
    PLACE,
    NameSpan,
    bare,
)
from reader.analysis.lexicon.countries import CountryForm, lookup
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisation_names import initials
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import is_plural
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.titles import titles

#: Small words in which no name ends.
JOINTS = frozenset({"of", "for", "and", "&"})
_LINKS = ("", "of", "of the", "and", "'s", "’s")
_TASKS = ("in", "on", "for", "of", "in the", "for the", "of the")


def joined(doc: Doc, one: NameSpan, two: NameSpan) -> NameSpan | None:
    """Join "Korean" and "Central News Agency": one name in two spans; an organisation's last word tells."""
    gap = doc[one.end : two.start].text
    adjoining = not gap and bool(doc[one.end - 1].whitespace_)
    if one.label in (GROUP, COUNTRY_OR_CITY) and two.label == ORGANISATION and adjoining:
        words = [bare(token) for token in doc[two.start : two.end]]
        last = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
        found = lookup(one.text(doc))
        if last in organisations().bodies and any(n.form is not CountryForm.CAPITAL for n in found):
            return replace(one, end=two.end, label=ORGANISATION)
    if gap in _LINKS and two.end - one.start < 7 and lookup(doc[one.start : two.end].text):
        label = COUNTRY_OR_CITY if gap else one.label if one.label != PERSON else two.label
        return replace(one, end=two.end, label=label)  # "South | Korean", "Republic | of the Congo"
    if gap == "-" and not doc[one.end - 1].whitespace_ and _is_of_country(doc, one, two):
        return replace(one, end=two.end, label=ORGANISATION)  # "Météo|-France"
    if one.label == two.label and one.label in (PERSON, ORGANISATION) and not gap:
        return replace(one, end=two.end)  # two halves of one name: nothing stands between
    if one.label == two.label == PERSON and (whole := nicknamed(doc, one, two)):
        return whole
    if one.label == ORGANISATION and two.label == PERSON and adjoining and _is_given(doc, one, two):
        return replace(one, end=two.end, label=PERSON)
    if gap == "and" and PERSON not in (one.label, two.label) and is_seat(doc, one):
        return replace(one, end=two.end, label=PLACE)  # "MP for Westmorland | and Lonsdale"
    is_body = one.label == ORGANISATION and two.label in (ORGANISATION, COUNTRY_OR_CITY, PLACE)
    if gap in _TASKS and is_body and _is_known_by_letters(doc, one, two):
        return replace(one, end=two.end)  # "Board of Control for Cricket | in India", BCCI below
    bodies = gap == "and" and one.label == two.label == ORGANISATION
    proofs = (_is_of_chamber, _is_known_by_letters, _shares_article)
    if bodies and any(proves(doc, one, two) for proves in proofs):
        return replace(one, end=two.end)  # "Health Information | and Quality Authority", Hiqa below
    if one.label == ORGANISATION and two.label != PERSON and _goes_on(doc, one, two.start):
        return replace(one, end=two.end)
    if one.label == ORGANISATION and two.label == COUNTRY_OR_CITY and adjoining and _is_branch(doc, one, two):
        return replace(one, end=two.end)
    if gap == "of" and one.label == two.label != PERSON and bare(doc[one.end - 1]) in organisations().sites:
        return replace(one, end=two.end, label=ORGANISATION)  # "Patagonian Museum | of Deep Time"
    return None


def _is_of_country(doc: Doc, one: NameSpan, two: NameSpan) -> bool:
    """Tell "Radio-Canada" from "the Trump-Russia ties" and from two of which one is named alone as well."""
    if (
        one.label == PERSON
        or lookup(one.text(doc))
        or doc[two.end - 1].whitespace_ == doc[one.end].whitespace_
    ):
        return False
    is_state = any(name.form is CountryForm.NAME for name in lookup(two.text(doc)))
    qualifies = two.end < len(doc) and doc[two.end].pos_ in ("NOUN", "ADJ")
    last = doc[one.end - 1].text
    alone = any(t.text == last and t.i + 1 < len(doc) and t.nbor(1).text != "-" for t in doc)
    return is_state and not qualifies and not alone


def _is_branch(doc: Doc, one: NameSpan, two: NameSpan) -> bool:
    """ "Anti-Doping | Norway": a country right behind the name of a body is part of it."""
    names = lookup(two.text(doc))
    return bare(doc[one.end - 1]) not in organisations().bodies and any(
        n.form is CountryForm.NAME for n in names
    )


def _is_known_by_letters(doc: Doc, one: NameSpan, two: NameSpan) -> bool:
    """Tell whether the text has an acronym for both with what stands between."""
    letters = initials(doc[one.start : two.end].text)
    return len(letters) > 2 and any(fold(t.text) == letters and t.text[0].isupper() for t in doc)


def _shares_article(doc: Doc, one: NameSpan, two: NameSpan) -> bool:
    """Tell "the Food Safety | and Standards Authority" from "the Guardian and Sky": one article, one body."""
    lists = organisations()
    begun = one.start > 0 and bare(doc[one.start - 1]) == "the" and one.end - one.start > 1
    whole = bare(doc[one.end - 1]) in lists.bodies | lists.legal | lists.trades | lists.mastheads
    last = bare(doc[two.end - 1])
    return begun and not whole and last in lists.nominals & lists.bodies and two.end - two.start > 1


def _is_of_chamber(doc: Doc, one: NameSpan, two: NameSpan) -> bool:
    """Tell a committee of two things from two bodies: "House Education | and Workforce Committee"."""
    begun = bare(doc[one.start]) in ("house", "senate") and bare(doc[one.end - 1]) != "committee"
    return begun and one.end - one.start > 1 and bare(doc[two.end - 1]) in ("committee", "subcommittee")


def _is_given(doc: Doc, one: NameSpan, two: NameSpan) -> bool:
    """Tell a given name taken for a body by its place before a lone family name: "Okay | Memis"."""
    word, lists = doc[one.start], titles()
    if two.end - two.start > 1 or one.end - one.start > 1 or word.text.isupper() or lookup(word.text):
        return False
    named = bare(word) in lists.heads | lists.before | organisations().bodies | lists.honorifics.keys()
    others = sum(token.text == word.text for token in doc)
    return others == 1 and not named and not nouns().is_person(bare(word)) and word.text[1:].islower()


def is_seat(doc: Doc, span: NameSpan) -> bool:
    """Tell what a lawmaker sits for: "the MP for Westmorland"."""
    before = doc[span.start - 2].text if span.start > 1 and doc[span.start - 1].text == "for" else ""
    return before in ("MP", "MPs", "MSP", "MLA", "TD", "MEP", "lawmaker", "senator")


def _goes_on(doc: Doc, span: NameSpan, after: int) -> bool:
    """Tell whether the name of a body goes on at token `after`: "Nurses and | Midwives", "Bank | of Peru"."""
    if after == span.end:
        place = bare(doc[span.end - 1]) == "of" and after + 2 < len(doc) and doc[after + 1].text == ","
        seated = place and bool(lookup(doc[after + 2].text))  # "Brightwater Health of Nashville, Tennessee"
        return bare(doc[span.end - 1]) in JOINTS and not seated
    gap = doc[span.end : after].text
    if gap == "and" and "of" in {token.text for token in doc[span.start : span.end]}:
        return is_plural(fold(doc[after].text))
    last = bare(doc[span.end - 1])
    if gap == "for the":
        return last in organisations().for_the and not lookup(doc[after].text)
    return last in organisations().bodies and gap in ("of", "of the")

"""What the words around a name say of the sort of thing that it names.

"The newspaper Marca", "Stolt, 41,", "the Munduruku, whose leaders", "the late Raila Odinga".
"""

import re

from spacy.tokens import Doc, Token

from reader.analysis.cast.names.firms import has_shares, is_club, is_founded, is_run
from reader.analysis.cast.names.lands import is_land
from reader.analysis.cast.names.marks import told_by_marks
from reader.analysis.cast.names.uses import is_trusted
from reader.analysis.cast.spans.halves import is_seat
from reader.analysis.cast.spans.people import has_given
from reader.analysis.cast.spans.spans import (
    COUNTRY_OR_CITY,
    GROUP,
    ORGANISATION,
    PERSON,
    PLACE,
    NameSpan,
    bare,
)
from reader.analysis.lexicon.countries import lookup, regions, states
from reader.analysis.lexicon.cues import CueStrength, cue_strength
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisation_names import is_acronym
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.personal_names import person_name
from reader.analysis.lexicon.phrases import head_of, phrase_end, phrase_head
from reader.analysis.lexicon.spelling import comparable, fold
from reader.analysis.lexicon.titles import titles
from reader.given_names import all_given_names

_OPENING, _CLOSING = ("“", '"'), ("”", '"')
_LEADS_ON = ("-", "“", '"', "‘", "'")
_WITHIN = frozenset({"in", "at", "near", "from", "of", "around", "outside"})
_LEADING = frozenset({"chair", "chief", "executive", "general", "leader"})  # "the market leader Nestlé"
_TRADING = frozenset({"owner", "operator", "maker", "publisher", "supplier", "partner", "rival", "buyer"})
_ME = frozenset({"I", "me", "my", "My", "myself"})
_FORCES = frozenset({"police", "gendarmerie", "constabulary"})
_AGENT = re.compile(r"(?<!pap)(?:er|or)$")
_QUOTED = 60  # tokens of a quotation that are looked at


def is_titled(doc: Doc, span: NameSpan) -> bool:
    """Tell whether a title or an honorific stands before the name."""
    name = person_name(span.full_text(doc))
    return span.outer < span.start and bool(name.honorific or name.title)


def is_tag(doc: Doc, span: NameSpan) -> bool:
    """Tell whether the name, in capitals, says whose the words after it are: "WALLACE: And you, sir?"."""
    follows = span.end < len(doc) and doc[span.end].text == ":"
    return follows and span.text(doc).isupper()


def told_kind(doc: Doc, span: NameSpan) -> str | None:
    """What a noun in apposition says of a name that the model takes for a person's or a place's.

    "State news agency Xinhua", "the paper, Rodong Sinmun," "BaFin, the German regulator".
    """
    if " ".join(comparable(span.text(doc))) in organisations().outlets | organisations().like_people:
        return ORGANISATION
    if span.text(doc) in regions().values():
        return PLACE  # "the alliance Europe's parties built"
    if span.text(doc) in states():
        return COUNTRY_OR_CITY  # "Ann Lee of Tampa, Fla., who sells houses"
    if is_land(doc, span) or is_seat(doc, span):
        return PLACE
    if told := told_by_marks(doc, span):
        return told
    if _is_people(doc, span):
        return GROUP
    if span.label not in (ORGANISATION, GROUP) and has_shares(doc, span) and not lookup(span.text(doc)):
        return ORGANISATION
    if span.end - span.start > 1 and span.start and doc[span.start - 1].text == "late":
        return PERSON  # "the late Raila Odinga"
    if span.label in (PERSON, ORGANISATION) and not is_titled(doc, span) and _is_thing(doc, span):
        return ORGANISATION
    if span.label == ORGANISATION and (_is_described(doc, span) or _has_own(doc, span)):
        return PERSON
    if span.label in (ORGANISATION, PERSON) and _is_coach(doc, span):
        return PERSON
    if (
        span.label != PERSON
        and not lookup(span.text(doc))
        and (_is_officer(doc, span) or _is_set_beside(doc, span))
    ):
        return PERSON
    if (span.label in (ORGANISATION, PERSON) or not lookup(span.text(doc))) and _says_i(doc, span):
        return PERSON
    if span.label in (ORGANISATION, GROUP) or is_titled(doc, span) or lookup(span.text(doc)):
        return None
    words = comparable(span.text(doc))
    is_body = len(words) > 1 and words[-1] in organisations().bodies
    is_thing = is_body or has_article(doc, span)
    if span.label != PERSON and not is_thing and _is_like_a_person(doc, span):
        return PERSON
    is_name = words[0] in all_given_names() or words[0] in titles().family_first
    is_name = is_name and not doc[span.start].text.isupper()
    nominals = organisations().nominals
    before = doc[span.outer - 1] if span.outer else None
    after = doc[span.end] if span.end < len(doc) else None
    if before is not None and before.pos_ == "NOUN" and fold(before.text) in nominals and _are_one(doc, span):
        return ORGANISATION if len(words) == 1 or not is_name or _hangs_on(doc, span, before) else None
    apposed = before is not None and before.text == "," and span.outer > 1
    apposed = apposed and fold(doc[span.outer - 2].text) in nominals
    if span.label == PERSON and is_name and not (apposed and len(words) == 1):
        is_band = after is not None and after.text == "," and _is_described_as_body(doc, span, surely=True)
        return ORGANISATION if is_band else None  # but "her party, Morena,"
    proofs = (is_run, is_founded, is_club)
    if span.label == PERSON and len(words) == 1 and any(proves(doc, span) for proves in proofs):
        return ORGANISATION
    if after is None or after.text not in (",", "."):
        return None
    if before is not None and before.text == ",":
        return ORGANISATION if apposed else None
    return ORGANISATION if _is_described_as_body(doc, span) else None


def _is_described_as_body(doc: Doc, span: NameSpan, *, surely: bool = False) -> bool:
    """Tell "Lima, a party" and "Tusker, the brewer that" from "To Lima, the party is all".

    `surely` asks for the tree's word, and for a noun that no person is called, as carriers and operators are.
    """
    start = span.end + 1
    if start >= len(doc) or not (
        doc[start].pos_ == "DET" or doc[start].text[:1].isupper() or fold(doc[start].text) in ("its", "their")
    ):
        return False
    end = phrase_end(doc, start)
    head = phrase_head(doc, start, end)
    noun = fold(doc[head].text) if head is not None else ""
    if head is None or noun not in organisations().nominals | _FORCES:
        return False
    is_beside = doc[head].dep_ == "appos" and span.start <= doc[head].head.i < span.end
    if surely and (not is_beside or nouns().is_person(noun) or _AGENT.search(noun)):
        return False
    opened = fold(doc[start].text) in ("a", "an")
    goes_on = end < len(doc) and doc[end].is_alpha
    return opened or not goes_on or (is_beside and doc[end].pos_ not in ("VERB", "AUX"))


def _is_thing(doc: Doc, span: NameSpan) -> bool:
    """ "Delta Bagger, which dredges harbours,": at a sentence's start "which" can mean nothing else."""
    first = span.outer == 0 or doc[span.outer].is_sent_start or "\n" in doc[span.outer - 1].text
    if not first or doc[span.end : span.end + 1].text != "," or lookup(span.text(doc)):
        return False
    start = span.end + 1
    if doc[start : start + 1].text == "which":
        return True
    end = phrase_end(doc, start)  # "Hanke, its German rival, which", but "Ann Roe, head of the union, which"
    head = phrase_head(doc, start, end) if doc[end : end + 2].text == ", which" else None
    return head is not None and (not nouns().is_person(noun := fold(doc[head].text)) or noun in _TRADING)


def _hangs_on(doc: Doc, span: NameSpan, noun: Token) -> bool:
    """Tell "the private bank Julius Bär" from "the bank Ann Lee ran" and "the head of the bank Ann Lee"."""
    head = head_of(doc, span.start, span.end)
    is_owned = nouns().is_person(fold(noun.head.text))
    return head.head.i == noun.i and head.dep_ in ("appos", "flat", "compound", "nmod") and not is_owned


def _are_one(doc: Doc, span: NameSpan) -> bool:
    """Tell "the newspaper Marca" from "At the hospital | Ann Lee waited"."""
    lead = doc[max(0, span.outer - 3) : span.outer - 1]
    is_place = len(lead) == 2 and lead[0].pos_ == "ADP" and fold(lead[1].text) in ("the", "a", "his", "her")
    return not is_place or not head_of(doc, span.start, span.end).dep_.startswith("nsubj")


def _is_people(doc: Doc, span: NameSpan) -> bool:
    """ "The territory of the Munduruku, whose leaders ...": nobody has an article but "the Donald"."""
    alone = span.end - span.start == 1 and span.outer == span.start
    alone = alone and fold(doc[span.start].text) not in all_given_names()
    return span.label == PERSON and alone and has_article(doc, span)


def has_article(doc: Doc, span: NameSpan) -> bool:
    """Tell "the Munduruku wanted", but not "the Trump administration", nor "the Trump “bump”"."""
    after = doc[span.end] if span.end < len(doc) else None
    ends = (
        after is not None and after.pos_ in ("VERB", "AUX", "PUNCT", "ADP") and after.text[0] not in _LEADS_ON
    )
    return ends and span.start > 0 and doc[span.start - 1].text in ("the", "The")


def _is_officer(doc: Doc, span: NameSpan) -> bool:
    """ "The agency's head, Okay Memis, said": nobody but a person holds that."""
    if span.end - span.start not in (2, 3) or span.start < 2 or doc[span.start - 1].text != ",":
        return False
    noun = fold(doc[span.start - 2].text)
    closed = span.end < len(doc) and doc[span.end].text in (",", ".")
    is_body = fold(doc[span.end - 1].text) in organisations().bodies or is_acronym(doc[span.start].text)
    return closed and not is_body and noun in nouns().passing | nouns().kin | {"head"}


def _is_set_beside(doc: Doc, span: NameSpan) -> bool:
    """ "The watchman at the north gate, Eusebio, said": by the tree, which passes over the gate."""
    closed = span.start > 1 and doc[span.start - 1].text == "," and doc[span.end : span.end + 1].text == ","
    head = head_of(doc, span.start, span.end)
    if not closed or span.end - span.start > 3 or head.dep_ != "appos" or is_acronym(span.text(doc)):
        return False
    words = {bare(token) for token in doc[span.start : span.end]}
    noun = fold(head.head.text)
    is_body = words & (organisations().bodies | organisations().legal)
    return nouns().is_person(noun) and noun not in _TRADING and not is_body


def _says_i(doc: Doc, span: NameSpan) -> bool:
    """ "“I told myself, run,” Swiatek said": no organisation says I, nor a place."""
    if span.end - span.start > 2 or is_acronym(span.text(doc)):
        return False
    cue = doc[span.end] if span.end < len(doc) else None
    last = span.start - 1
    if cue is None or cue_strength(cue.text) < CueStrength.SAY:
        last -= 1
        if last < 1 or cue_strength(doc[last + 1].text) < CueStrength.SAY:
            return False
    if last < 1 or doc[last].text not in _CLOSING:
        return False
    words = doc[max(0, last - _QUOTED) : last]
    opened = next((token.i for token in reversed(words) if token.text in _OPENING), None)
    return opened is not None and any(token.text in _ME for token in doc[opened:last])


def _has_own(doc: Doc, span: NameSpan) -> bool:
    """ "Esther Baraka was washing her son's shirt": two words or three, a verb, and kin of his or hers."""
    at = span.end
    while at < len(doc) - 1 and doc[at].pos_ in ("AUX", "VERB", "ADV", "ADP"):
        at += 1
    own = doc[min(at, len(doc) - 1)].text in ("his", "her") and fold(doc[at + 1 : at + 2].text) in nouns().kin
    return own and at > span.end and span.end - span.start in (2, 3)


def _is_coach(doc: Doc, span: NameSpan) -> bool:
    """ "The coach Pep Roura said", "my friend Ann Roe": no body, right behind a person's noun."""
    before = fold(doc[span.start - 1].text) if span.start and doc[span.start - 1].pos_ == "NOUN" else ""
    words = {bare(token) for token in doc[span.start : span.end]}
    if span.end - span.start not in (2, 3) or words & (organisations().bodies | organisations().legal):
        return False
    given = nouns().is_person(before) and fold(doc[span.start].text) in all_given_names()
    return given or before in nouns().passing - _LEADING or before in nouns().broader["player"]


def _is_described(doc: Doc, span: NameSpan) -> bool:
    """Tell "to Carolina Vidal, a lawyer in Santiago," from "in Victoria Falls, a lawyer said"."""
    given = span.end - span.start > 1 and fold(doc[span.start].text) in all_given_names()
    start = span.end + 1
    if (
        not given
        or doc[start : start + 1].text.lower() not in ("a", "an")
        or fold(doc[span.start - 1].text) in _WITHIN
    ):
        return False
    end = phrase_end(doc, start)
    head = phrase_head(doc, start, end)
    is_person = head is not None and nouns().is_person(fold(doc[head].text))
    return is_person and end < len(doc) and doc[end].text in (",", ".", "who")


def _is_like_a_person(doc: Doc, span: NameSpan) -> bool:
    """Tell whether the words around speak of a person: "Stolt, 41,", "Stolt, who was", "the lawyer Stolt"."""
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.pos_ == "NOUN" and nouns().is_person(fold(before.text)):
        return True
    if before is not None and _is_where(doc, span, fold(before.text)):
        return False
    after = doc[span.end : span.end + 4]
    if len(after) < 4 or after[0].text != ",":
        return False
    age = after[1].text.isdigit() and len(after[1].text) == 2 and after[2].text == ","
    return (
        age
        or _is_described(doc, span)
        or (fold(after[1].text) in ("who", "whose") and fold(after[2].text) not in ("are", "were", "have"))
    )


def _is_where(doc: Doc, span: NameSpan, before: str) -> bool:
    """Tell "a rival in | Velmar, who" and "hay to | Velmar Springs, who": "who" means somebody before."""
    if before == "to":
        return span.end - span.start > 1 and not has_given(doc, span)
    is_inside = before in _WITHIN - {"of"} and not is_trusted(doc, span.start - 2)
    return is_inside or (before == "of" and _is_somebodys_home(doc, span.start - 2))


def _is_somebodys_home(doc: Doc, index: int) -> bool:
    """Tell "Ann Lee of | Brackley" by the word before: a name, or an age."""
    return index >= 0 and (doc[index].pos_ == "PROPN" or doc[index].text == ",")

"""Another name of whom or what was named just before: "known as Hemedti", "née Roe", "or Aemet".

What is read are the few words between two names, or between the start of a sentence and a name.
"""

import re

from spacy.tokens import Doc

from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.cast.spans.spans import NameSpan
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.organisation_names import all_initials, is_abbreviation, is_acronym
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import sentence_start
from reader.analysis.lexicon.spelling import fold

_BACK = 3  # names that may stand in an apposition: "Roe, the Flamengo striker known as Gabigol"
_REACH = 16  # tokens between the two names
_CLOSING = frozenset({",", ".", ")", "”"})

_OFTEN = r"(?:\w+ly |also |better |best |long |now |then |sometimes |formerly |once )*"
#: "the former Flamengo striker ", but not "the brother of a singer ".
_WHO = r"(?:(?:the|a|an|its|his|her)(?: (?!(?:of|for|by|with|and|in|at|from|to|whose)\b)[\w’'.-]+){1,5},? )?"
_NAME = r"(?:name|alias|nickname|pseudonym|initials|acronym)(?: of)?"
_CALLED = (
    rf"(?:(?:who|which) )?(?:(?:is|was|are|were|has been) )?{_OFTEN}"
    rf"(?:known(?: (?:to|from|in|for|among|on|around) [^,.;()]{{1,40}})? (?:as|by the {_NAME})"
    rf"|(?:goes|go|went|going) by(?: the {_NAME})?"
    r"|known by (?:its|the|his|her|their) (?:\w+ )?(?:initials|acronym|nickname|alias|pseudonym|first name),?"
    r"|(?:perform|record|rap|writ)(?:s|ed|es|ing|ps|ped|ping)? (?:as|under the name(?: of)?)"
    r"|(?:calls|called|styles|styled) (?:himself|herself|itself)"
    r"|alias|a\.?k\.?a\.?)"
    r"|whose (?:real|full|given|birth|legal|stage|pen|maiden) name (?:is|was)"
)
_DUBBED = (
    rf"[,(] ?(?:(?:who|which) (?:is|was) )?{_OFTEN}(?:nicknamed|dubbed)|(?:who|which) (?:is|was) nicknamed"
)
_BORN = r"[,(—–]? ?(?:who was |formerly )?(?:born|née|nee|né)"
_OPENED = r"(?: the| an?)? ?[“\"‘']?"

_ALSO_CALLED = re.compile(rf"(?:[,(—–]? ?{_WHO}(?:{_CALLED})|{_DUBBED}|{_BORN}){_OPENED}")
_ALSO = re.compile(r", (?:also|sometimes|widely|popularly|commonly|usually|affectionately) called ?[“\"‘']?")
_BORN_AS = re.compile(_BORN + _OPENED)

#: What stands between the start of a sentence and another name of whom the text is about.
_ABOUT = re.compile(
    r"(?:(?:she|he) was born"
    r"|(?:the|a) \w+(?: \w+)?,? (?:née|nee|né)"
    r"|(?:she|he|the \w+(?: \w+)?),? (?:\w+ )?known (?:(?:to|from) [^.;:]{1,40} )?as) ?",
    re.IGNORECASE,
)

#: What stands between a noun for a body named before and its letters: "the union, which is known as UCI".
_LETTERED = re.compile(
    r"(?:.* )?(?!(?:is|was|are|also)\b)(\w+),? (?:which is |also )*known (?:(?:to|in) [^,.;()]{1,40} )?"
    r"(?:(?:by|under) its (?:\w+ )?(?:initials|acronym|abbreviation),?|as|for short as)(?: the)? ",
    re.DOTALL,
)
#: Behind the second name: "FDLR, as the militia is called".
_IS_CALLED = re.compile(rf" ?(?:is|was|are|were) {_OFTEN}(?:known|called|styled|nicknamed|abbreviated)\b")
_AS = re.compile(r", as(?: the)?")


def namesake(doc: Doc, found: list[Occurrence], span: NameSpan, kind: ActorKind) -> Occurrence | None:
    """Give who was named just before by another name than that of `span`: "Hamdan, known as Hemedti"."""
    for before in reversed(found[-_BACK:]):
        if not 0 < span.outer - before.end < _REACH:
            return None
        if before.entry.now().kind is kind and _is_other_name(doc, before.end, span):
            return before
    return None


def _is_other_name(doc: Doc, start: int, span: NameSpan) -> bool:
    gap = doc[start : span.outer].text
    if _ALSO_CALLED.fullmatch(gap):
        return True
    if _ALSO.fullmatch(gap):  # not "Roe, also called Lee a liar"
        return doc[span.end : span.end + 1].text in _CLOSING
    return bool(_AS.fullmatch(gap)) and _IS_CALLED.match(doc[span.end : span.end + 6].text) is not None


def is_born(doc: Doc, before: Occurrence, span: NameSpan) -> bool:
    """Tell a name that its bearer had once: "Ann Roe, née Lee"."""
    return _BORN_AS.fullmatch(doc[before.end : span.outer].text) is not None


def is_about(doc: Doc, span: NameSpan) -> bool:
    """Tell another name of whom the text is about: "She was born Ann Roe", "The singer, known as La Roja"."""
    return _ABOUT.fullmatch(doc[sentence_start(doc, span.outer) : span.outer].text) is not None


def lettered(doc: Doc, span: NameSpan) -> str:
    """The noun of a body whose letters a name is: "agency" of "the agency, known as VER"."""
    lead = _LETTERED.fullmatch(doc[sentence_start(doc, span.start) : span.start].text_with_ws)
    noun = fold(lead[1]) if lead is not None else ""
    return noun if noun in organisations().nominals else ""


def is_short_form(doc: Doc, before: Occurrence, span: NameSpan) -> bool:
    """Tell the short form of a body's name right behind it: "(KCNA)", ", PENGASSAN,", ", or Aemet,"."""
    gap = fold(doc[before.end : span.start].text)
    if is_acronym(span.text(doc)) and gap in ("(", ", or", ", or the"):
        return True
    if gap == ", or" and doc[span.end : span.end + 1].text in (",", "."):
        full, word = doc[before.start : before.end].text, span.text(doc)
        return is_abbreviation(word, full) or is_abbreviation(full, word)
    return gap in ("(", ",") and _is_enclosed(doc, before, span)


def has_own_letters(doc: Doc, span: NameSpan, other: str) -> bool:
    """Tell "the National Front (NF)" from the Patriotic National Front by letters that fit the one alone."""
    opened, closed = doc[span.end : span.end + 1].text, doc[span.end + 2 : span.end + 3].text
    letters = fold(doc[span.end + 1].text) if (opened, closed) == ("(", ")") else ""
    return letters in all_initials(span.text(doc)) and letters not in all_initials(other)


def _is_enclosed(doc: Doc, before: Occurrence, span: NameSpan) -> bool:
    """Tell a word after the name of a body: "Latin American Energy Organization (Olade)", ", PENGASSAN,"."""
    word, opened = doc[span.start].text, doc[before.end].text
    closing = {"(": (")",), ",": (",", ".")}.get(opened, ())
    closed = span.end < len(doc) and doc[span.end].text in closing and span.end - span.start == 1
    if closed and fold(word) in all_initials(doc[before.start : before.end].text):
        return True  # "the National Transport Agency (Nta)"
    if opened == ",":
        return closed and word.isupper() and word[0] in {t.text[0] for t in doc[before.start : before.end]}
    return closed and fold(doc[before.end - 1].text) in organisations().bodies

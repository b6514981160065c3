"""What the model takes for a name and is none: a word with a capital, an office, letters for many things."""

import re

from spacy.tokens import Doc, Token

from reader.analysis.cast.spans.openings import is_opening
from reader.analysis.cast.spans.spans import ORGANISATION, PERSON, NameSpan, bare
from reader.analysis.cast.spans.things import is_thing
from reader.analysis.lexicon.countries import lookup
from reader.analysis.lexicon.cues import CueStrength, cue_strength
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisation_names import is_acronym
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import is_plural, singular
from reader.analysis.lexicon.spelling import fold
from reader.given_names import all_given_names

#: No name at all.
NOTHING = NameSpan(0, 0, "", 0)
_HONOURED = frozenset({"mr", "mister", "madam", "madame", "ma'am", "ma’am", "your", "my", "hon"})
_OFFICES = frozenset(  # no king and no bishop, who may be families
    {"chair", "chairman", "chairwoman", "chairperson", "speaker", "president", "prime", "minister"}
    | {"secretary", "ambassador", "honour", "honor", "lord", "lady", "excellency"}
)
_SECRETARIES = frozenset({"Secretary", "Undersecretary"})
_MINISTERS = _SECRETARIES | {"Minister", "Ministers"}
_LED = ("Operation", "Eid")
#: Letters for many ("SMEs", "QCs"), and the number of a flight ("MH370").
_LETTERS = re.compile(r"[A-Z]{2,5}s|[A-Z]{2}\d{3,4}")


def nothing(doc: Doc, span: NameSpan) -> NameSpan | None:
    """Give :data:`NOTHING` for what is no name of an actor, else None."""
    rules = (_is_word, is_thing, _is_addressed, _is_of_letters, _is_operation, _is_portfolio)
    return NOTHING if any(rule(doc, span) for rule in rules) else None


def _is_word(doc: Doc, span: NameSpan) -> bool:
    """ "Dockers voted", "the Taoiseach said", "Gran used to say", "Nos. 3 and 4"."""
    if span.end > span.start + 1:
        return False
    stop = doc[span.end : span.end + 2]
    if len(stop) > 1 and stop[0].text == "." and stop[1].text[0].isdigit() and not stop[1].is_sent_start:
        return True
    if span.label == PERSON:
        word = bare(doc[span.start])
        common = word not in all_given_names() and _is_small_elsewhere(doc[span.start])
        return common or bool(nouns().tie(word))
    office = span.label == ORGANISATION and bare(doc[span.start]) in nouns().leaders
    return office or _is_common(doc, span.start)


def _is_addressed(doc: Doc, span: NameSpan) -> bool:
    """ "Madam Chair", "Mr. Speaker": whoever holds the office, who has a name."""
    before = [fold(doc[i].text).strip(".") for i in range(max(0, span.start - 1), span.end)]
    called = before if before[0] in _HONOURED or span.start == 0 else before[1:]
    is_office = called[0] in _HONOURED and len(called) > 1 and _OFFICES.issuperset(called[1:])
    return span.label == PERSON and is_office


def _is_of_letters(doc: Doc, span: NameSpan) -> bool:
    """ "Hundreds of SMEs", "the search for MH370"."""
    return span.end - span.start == 1 and _LETTERS.fullmatch(doc[span.start].text) is not None


def _is_operation(doc: Doc, span: NameSpan) -> bool:
    """ "Operation Sophia", "Eid al-Adha", taken for places and people; a charity may be called so."""
    before = doc[span.start - 1].text if span.start else ""
    return span.label != ORGANISATION and (before in _LED or doc[span.start].text in _LED)


def _is_portfolio(doc: Doc, span: NameSpan) -> bool:
    """ "The Minister of Arts and Heritage", "Minister for | Women", taken for bodies: an office."""
    if span.label != ORGANISATION or lookup(span.text(doc)) or is_acronym(span.text(doc)):
        return False
    first = span.start if doc[span.start].text in _MINISTERS else max(0, span.start - 2)
    office, behind = doc[first].text, doc[first + 1 : first + 2].text
    is_body = office in _SECRETARIES and bare(doc[span.end - 1]) in organisations().bodies
    return office in _MINISTERS and behind in ("of", "for") and not is_body


def _is_common(doc: Doc, index: int) -> bool:
    """Tell a plural that only a sentence's start gives a capital: "Jurors deliberated", "Dockers voted"."""
    token = doc[index]
    word, opens = fold(token.text), is_opening(token)
    if _is_small_elsewhere(token):
        return True
    if singular(word) in organisations().partisans:
        return False
    if is_plural(word):
        return token.pos_ == "NOUN" or (opens and word not in organisations().clubs)
    plural = opens and word.endswith("s") and not token.text.isupper()
    lists = organisations()
    many = (
        word not in lists.clubs and singular(word) != word and singular(word) in lists.nominals
    )  # "Banks fell"
    return plural and (many or any(other.text == word for other in doc))


def _is_small_elsewhere(token: Token) -> bool:
    """Tell "Cherries rotted", where cherries are grown too, from "Visa said", where visas are sold."""
    if not is_opening(token) or token.text.isupper() or fold(token.text) in organisations().clubs:
        return False
    after = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
    is_many = token.text.endswith("s") and token.ent_type_ != PERSON
    if token.pos_ == "PROPN" and not is_many and cue_strength(after) >= CueStrength.SAY:
        return False
    same = [other for other in token.doc if other.lower_ == token.lower_]
    return any(other.text.islower() for other in same) and all(
        other.text.islower() or is_opening(other) for other in same
    )

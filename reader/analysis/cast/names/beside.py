"""What stands beside a person's name and tells who it is: "her aunt Joan", "Roe's son, Luis", "the elder"."""

from spacy.tokens import Doc, Token

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.cast.spans.spans import NameSpan
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import POSSESSIVES, head_of, phrase_end, phrase_head
from reader.analysis.lexicon.spelling import fold

_BACK = 3  # names before one that are looked at for a person
_REACH = 12  # tokens between two names
_TITLE = 6  # tokens between a comma and the name behind it: "his father, RJD founder Lalu Prasad Yadav"
_OWN = frozenset({"his", "her", "their", "my", "whose"})
_JOINED = (["and"], ["or"], ["nor"], ["&"])
_COMPARED = {"older": "elder", "elder": "elder", "big": "elder"}
_COMPARED |= dict.fromkeys(("younger", "little", "kid", "baby"), "younger")
_OF = frozenset({"of", "for", "to", "with"})
_SUFFIXES = {"senior": "elder", "snr": "elder", "junior": "younger", "jnr": "younger"}
_RANKS = _SUFFIXES | {"elder": "elder", "older": "elder", "younger": "younger"}


def noun_before(doc: Doc, start: int) -> str:
    """The noun that a name is set beside: "student" of "a student, Rodrigo,", "aunt" of "her aunt Joan"."""
    at = start - 1 - (start > 1 and doc[start - 1].text == ",")
    noun = fold(doc[at].text) if at >= 0 else ""
    return noun if nouns().is_person(noun) else ""


def kin_before(doc: Doc, start: int) -> str:
    """The same, a word for kin over a title too: "his son and aide, the Rev. Luis Roe"."""
    at = start
    while at > 0 and start - at < _TITLE and doc[at - 1].text != "," and _is_of_title(doc[at - 1]):
        at -= 1
    if at < 2 or doc[at - 1].text != ",":
        return noun_before(doc, start)
    at -= 1
    at -= 2 * (at > 2 and doc[at - 2].text == "and" and nouns().is_person(fold(doc[at - 1].text)))
    noun = fold(doc[at - 1].text)
    return noun if noun in nouns().kin else noun_before(doc, start)


def _is_of_title(token: Token) -> bool:
    word = fold(token.text)
    is_of_phrase = token.pos_ in ("NOUN", "PROPN", "ADJ", "DET") or word == "-"  # "back-rower"
    return is_of_phrase and word not in nouns().kin and "\n" not in word


def noun_behind(doc: Doc, end: int) -> str:
    """The noun of an apposition: "lady" of "Michelle Obama, the former first lady,"."""
    if doc[end : end + 1].text != ",":
        return ""
    head = phrase_head(doc, end + 1, phrase_end(doc, end + 1))
    return "" if head is None else fold(doc[head].text)


def owns(doc: Doc, start: int, end: int) -> bool:
    """Tell "Mutinta Phiri's husband" and ", whose husband" from "Phiri had met his brother"."""
    words = [token.text for token in doc[start:end]]
    owned = bool({*words[:2]} & {*POSSESSIVES, "whose"})
    return len(words) < 5 and (owned or (words[:1] == ["and"] and words[1:2] in (["his"], ["her"])))


def is_own(doc: Doc, noun: str, span: NameSpan) -> bool:
    """Tell whether a kin's noun tells of a name: "their mother, Ann", not "wife of his son, Ann"."""
    if head_of(doc, span.start, span.end).dep_ != "appos":
        return False  # "Asked about his mother, Ann said"
    low = max(0, span.outer - _REACH)
    at = next((i for i in range(span.outer - 1, low, -1) if fold(doc[i].text) == noun), 0)
    owner = next((i for i in (at - 1, at - 2) if i >= 0 and fold(doc[i].text) in _OWN), -1)
    return at > 0 and owner >= 0 and (owner == 0 or doc[owner - 1].pos_ != "ADP")


def rank(doc: Doc, start: int, end: int) -> str:
    """ "the elder Mr. Boykin", "Boykin senior": "elder", "younger" or ""."""
    word = fold(doc[start - 1].text) if start else ""
    return _RANKS.get(word) or _RANKS.get(suffix(doc, end), "")


def suffix(doc: Doc, end: int) -> str:
    """The "senior" of "Boykin senior said", but not of "Boykin senior adviser Ann Roe"."""
    word = fold(doc[end].text) if end < len(doc) else ""
    if word not in _SUFFIXES:
        return ""
    behind = doc[end + 1] if end + 1 < len(doc) else None
    return word if behind is None or behind.pos_ not in ("NOUN", "PROPN", "ADJ") else ""


def generation(doc: Doc, noun: str, start: int) -> str:
    """ "elder" of a "father", "younger" of a "son" and of a "kid brother"; a name begins at `start`."""
    if noun in nouns().elders | nouns().youngers:
        return "elder" if noun in nouns().elders else "younger"
    if noun not in nouns().kin:
        return ""
    at = next((i for i in range(start - 1, max(0, start - _REACH), -1) if fold(doc[i].text) == noun), 0)
    return _COMPARED.get(fold(doc[at - 1].text), "") if at else ""


def apart(doc: Doc, found: list[Occurrence], span: NameSpan) -> Entry | None:
    """Give whom a name can't mean, by the words behind his own: "Ann, daughter of | Tom", "Ann and | Tom"."""
    for before in reversed(found[-_BACK:]):
        who = before.entry.now()
        if who.kind is ActorKind.PERSON:
            return who if _is_other(doc, before.end, span.outer) else None
    return None


def _is_other(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the words between two names make the second one's bearer another than the first's."""
    words = [token.lower_ for token in doc[start:end]]
    if words in _JOINED:
        return True
    if not 1 < len(words) < _REACH or any(_parts(token) for token in doc[start:end]):
        return False
    opened, owner = words[0], words[1]
    if "," in words[1:-1] or "and" in words[1:]:
        return False
    if opened in POSSESSIVES:  # "Ann's son Tom", but not "at Ann's show, Ann"
        return any(map(_is_somebody, words[1:]))
    if opened in ("and", "with") and owner in _OWN:
        return True
    apposed = opened == "," and (owner in ("the", "a", "an", *_OWN) or owner in nouns().kin)
    return apposed and (owner == "whose" or not _OF.isdisjoint(words))


def _is_somebody(word: str) -> bool:
    return nouns().may_speak(word) or nouns().may_speak(word.removesuffix("s"))


def _parts(token: Token) -> bool:
    """Tell a verb, or what ends a clause."""
    is_verb = (
        token.pos_ in ("VERB", "AUX", "PRON", "SCONJ") and token.dep_ != "amod" and token.lower_ not in _OWN
    )
    return is_verb or token.is_sent_start is True or token.text in (";", ":", ".", "”", "“", '"', "\n\n")

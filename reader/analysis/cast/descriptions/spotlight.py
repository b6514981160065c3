"""Somebody told anew in other words right after being named: "Moreau won. The French actress said ...".

News varies its words: who was named in the sentence before is a nationality, a former job or a trade in the
next. It is so only where the words stand as the subject of a sentence, nobody else may be meant, and nothing
that is known of the person speaks against it.
"""

from spacy.tokens import Doc

from reader.analysis.cast.roles.noun_phrases import NounPhrase
from reader.analysis.cast.roster.entries import Entry
from reader.analysis.cast.roster.lately import Lately
from reader.analysis.cast.roster.occurrences import Map
from reader.analysis.documents import is_quoted
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.phrases import sentence_start
from reader.analysis.lexicon.spelling import fold

_TOLD, _GUESSED = 0.7, 0.6
_BESIDE = 300  # code points back to whom the text speaks of
_OPENING = frozenset({"ADV", "CCONJ", "PUNCT"})


class Spotlight:
    """Tells who of those met lately may be called besides what they are."""

    def __init__(self, lately: Lately) -> None:
        self._lately = lately

    def find(
        self, doc: Doc, noun: str, phrase: NounPhrase, offset: int, at: Map
    ) -> tuple[Entry | None, float]:
        """Give whom the words of a definite phrase tell anew, and how surely."""
        start = sentence_start(doc, phrase.start)
        opens = fold(doc[phrase.start].text) == "the" and not phrase.owned and opens_sentence(doc, phrase)
        if not opens or _is_named_next(phrase, at) or not _tells(noun, phrase):
            return None, 0.0
        for first, met in self._lately.before(doc, start, offset):
            heads = {head for who in met for head in who.heads}
            if any(nouns().related(other, noun) for other in _nouns(doc, first, start) - heads):
                break  # somebody without a name may be meant
            fits = {who: acts for who, acts in met.items() if _may_be(who, noun, phrase)}
            if len(fits) == 1:
                return next(iter(fits)), _TOLD
            acting = [who for who, acts in fits.items() if acts == max(fits.values()) > 0]
            if len(acting) == 1 and not any(_is_one(who, noun) for who in fits):
                return acting[0], _GUESSED
            if met:
                break
        return None, 0.0

    def of_late(
        self, doc: Doc, noun: str, phrase: NounPhrase, offset: int, at: Map
    ) -> tuple[Entry | None, float]:
        """Give whom a definite phrase anywhere in a sentence tells anew: the last one named, who may be so.

        Of several in that sentence, the one who acts there most.
        """
        here = offset + doc[phrase.start].idx
        told = [met for _, met in self._lately.before(doc, phrase.start, offset)]
        for met in [*told, self._lately.between(here - _BESIDE, here)]:
            fits = {
                who: acts
                for who, acts in met.items()
                if _may_be(who, noun, phrase) and not is_beside(doc, phrase.start, who, at)
            }
            if fits:
                foremost = [who for who, acts in fits.items() if acts == max(fits.values())]
                return (foremost[0], _GUESSED) if len(foremost) == 1 else (None, 0.0)
        return None, 0.0

    def is_latest(self, entry: Entry, noun: str, phrase: NounPhrase) -> bool:
        """Tell whether nobody who may be described so was met later."""
        may_be = (who for who in self._lately.latest() if who is entry or _may_be(who, noun, phrase))
        return next(may_be, None) is entry


def opens_sentence(doc: Doc, phrase: NounPhrase) -> bool:
    """Tell the subject that opens a sentence outside quotation marks, and stands alone."""
    before = doc[sentence_start(doc, phrase.start) : phrase.start]
    if any(token.pos_ not in _OPENING or token.tag_ == "WRB" for token in before):
        return False
    after = doc[phrase.end] if phrase.end < len(doc) else None
    if after is None or after.pos_ == "ADP" or fold(after.text) in ("who", "that"):
        return False  # "the man in the corner"
    head = doc[phrase.end - 1]
    return head.dep_.startswith("nsubj") and not is_quoted(doc, phrase.start)


def is_beside(doc: Doc, index: int, entry: Entry, at: Map) -> bool:
    """Tell whether a sentence names somebody: "President Roe met the French president"."""
    sentence = doc[index].sent
    return any((one := at[i]) and one.entry.now() is entry for i in range(sentence.start, sentence.end))


def _is_named_next(phrase: NounPhrase, at: Map) -> bool:
    """Tell "The party's nominee, Jane Roe"."""
    one = at[phrase.end + 1]
    return one is not None and one.start == phrase.end + 1 and one.entry.now().kind is ActorKind.PERSON


def _tells(noun: str, phrase: NounPhrase) -> bool:
    """Tell words that say something of somebody: a country, an office, a trade; not "the driver"."""
    known = nouns()
    if "of" in phrase.modifiers or noun in known.kin:
        return False
    if phrase.past:
        return True
    if noun in known.leaders:
        return False
    if noun in known.offices:
        return not phrase.country and not phrase.modifiers
    return bool(phrase.country) or noun not in known.parts | known.parties | known.plain


def _may_be(who: Entry, noun: str, phrase: NounPhrase) -> bool:
    """Tell whether nothing known of somebody speaks against a description."""
    known = nouns()
    gender = known.gender(noun)
    if gender not in ("", who.seems or gender):
        return False
    if phrase.country and who.country not in (None, phrase.country):
        return False
    is_trade = known.is_person(noun) and noun not in known.plain
    trades = who.heads - known.plain - known.kin if is_trade else frozenset[str]()
    return not _is_one(who, noun) if phrase.past else not trades or _is_one(who, noun)


def _is_one(who: Entry, noun: str) -> bool:
    return any(nouns().related(mine, noun) for mine in who.heads)


def _nouns(doc: Doc, first: int, stop: int) -> set[str]:
    return {fold(token.text) for token in doc[first:stop] if token.pos_ == "NOUN"}

"""What opens a sentence and belongs to no name: "Scriptwriter | János Kereszti", "Broadcaster | eNCA"."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from reader.analysis.cast.spans.spans import ORGANISATION, PERSON, NameSpan, bare
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.titles import titles
from reader.given_names import all_given_names

_OPENING = frozenset({"—", "–", "-", "--", ":", "“", '"', "‘"})
_CALLINGS = ("er", "or", "ist", "ian", "man", "woman", "eur", "ess")
_SURELY = ("writer", "maker", "grapher", "player")
_TITLED = frozenset({"magazine", "newspaper", "startup", "start-up", "tabloid", "watchdog"})


def is_opening(token: Token) -> bool:
    """Tell a word that its place gives a capital: the first of a sentence or of what is quoted."""
    return bool(token.is_sent_start) or (token.i > 0 and token.nbor(-1).text in _OPENING)


def without_calling(doc: Doc, span: NameSpan) -> NameSpan:
    """Begin a name behind what its bearer does or is, where that opens a sentence."""
    at, first = span.start + 1, doc[span.start]
    if at == span.end or not is_opening(first) or not first.text.istitle() or doc[at].text.islower():
        return span
    if not (_is_calling(doc, span) or _is_sort(doc, span)):
        return span
    return replace(span, start=at, outer=at)


def _is_calling(doc: Doc, span: NameSpan) -> bool:
    """Tell what a person does by its ending, or as a known noun: "Rapper | Ann Roe", but "Baker Hughes"."""
    word, lists = bare(doc[span.start]), titles()
    if span.label != PERSON or span.end - span.start < 3 or word in all_given_names() | lists.particles:
        return False
    if word in lists.heads | lists.before | lists.honorifics.keys():
        return False  # they belong to the mention
    if word.endswith(_SURELY):
        return True
    is_noun = nouns().is_person(word) or word.endswith(_CALLINGS)
    return is_noun and bare(doc[span.start + 1]) in all_given_names()


def _is_sort(doc: Doc, span: NameSpan) -> bool:
    """Tell what sort of body it is from the name: "Carmaker | Brim", but "Publisher Association"."""
    word, lists = bare(doc[span.start]), organisations()
    is_sort = word.endswith(("er", "or", "line")) or word in _TITLED
    is_whole = span.end - span.start == 2 and bare(doc[span.end - 1]) in lists.bodies | lists.legal
    return span.label == ORGANISATION and is_sort and word in lists.nominals - {"maker"} and not is_whole

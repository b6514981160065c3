"""How the words behind a comma introduce what a name names: "Brim, which had", "Zeca, a 23-year-old"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from reader.analysis.cast.names.whereabouts import is_aged
from reader.analysis.cast.spans.spans import NameSpan
from reader.analysis.lexicon.contexts import HINT, LIKELY, NOBODY, PROOF, contexts
from reader.analysis.lexicon.countries import CountryForm, lookup
from reader.analysis.lexicon.spelling import fold

_JOINING = frozenset({"and", "or"})


def introduced(doc: Doc, span: NameSpan) -> Iterator[tuple[str, int]]:
    """ "Brim, which had rebuilt it": somebody would be "who", or "Zeca, a 23-year-old"."""
    behind = [fold(token.text) for token in doc[span.end : span.end + 3]]
    if behind[:2] == [",", "which"]:
        yield NOBODY, LIKELY
    elif behind[:2] == [",", "where"] and doc[max(0, span.outer - 1)].text not in _JOINING:
        # but "a quarrel between Ann and Smriti, where she gave in"
        yield NOBODY, PROOF
    elif behind[:1] == [","] and behind[1:] and behind[1] in contexts().fortunes:
        yield "organisation", PROOF
    elif behind[:1] == [","] and behind[1:] and _is_from(doc[span.end + 1 : span.end + 4]):
        yield "person", PROOF
    elif behind[:2] == [",", "who"]:
        are_many = behind[2:] and behind[2] in contexts().many  # "Galaxy, who have won"
        one = PROOF + HINT if _is_one(doc, span) else HINT
        yield ("organisation", LIKELY) if are_many else ("person", one)
    elif behind[:2] in ([",", "a"], [",", "an"]) and _is_aged(doc, span):
        yield "person", PROOF


def _is_one(doc: Doc, span: NameSpan) -> bool:
    """Tell "Ann Roe, who leads the team": a team would be "who lead"."""
    verb = doc[span.end + 2] if span.end + 2 < len(doc) else None
    if verb is None or (span.outer and doc[span.outer - 1].pos_ in ("ADP", "CCONJ", "DET")):
        return False
    is_verb = verb.lower_ in ("is", "was", "has") or (verb.pos_ == "VERB" and verb.lower_.endswith("s"))
    clause = verb.head if verb.pos_ == "AUX" else verb
    return is_verb and clause.dep_ == "acl:relcl" and span.start <= clause.head.i < span.end


def _is_from(words: Span) -> bool:
    """Tell "the Argentine who" from "the Argentine club"."""
    ends = len(words) == 3 and words[2].pos_ not in ("NOUN", "ADJ", "PROPN", "NUM") and words[2].text != "-"
    return ends and words[0].lower_ in ("the", "a", "an") and _is_demonym(words[1].text)


def _is_demonym(word: str) -> bool:
    return not word.endswith(("s", "ese")) and any(n.form is CountryForm.DEMONYM for n in lookup(word))


def _is_aged(doc: Doc, span: NameSpan) -> bool:
    """Tell "Zeca, a 23-year-old" from "in Velmar, a ten-year-old sat down"."""
    at = span.end + 6
    return is_aged(doc, at) and doc[at].dep_ == "appos" and span.start <= doc[at].head.i < span.end

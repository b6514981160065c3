"""What one use of a name says of its other uses: "Mr. Harlan", "the Houthis", "the Minns government"."""

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import GROUP, ORGANISATION, PERSON, NameSpan
from reader.analysis.documents import is_quoted
from reader.analysis.lexicon.organisation_names import is_acronym
from reader.analysis.lexicon.personal_names import person_name
from reader.analysis.lexicon.spelling import fold

_TRUST = frozenset({"believe", "confidence", "faith", "hope", "interest", "interested", "pride", "trust"})
_LED = frozenset({"administration", "cabinet", "campaign", "dynasty", "era", "family", "government"})
_LED |= {"presidency", "regime"}
_STYLES = frozenset({"mr", "mrs", "ms", "miss"})


def is_trusted(doc: Doc, index: int) -> bool:
    """Tell the word before "in" behind which people stand too: "faith in Ann"."""
    return index >= 0 and fold(doc[index].text) in _TRUST


def is_people(doc: Doc, span: NameSpan, words: tuple[str, ...]) -> bool:
    """Tell "the Houthis": many of a name, an organisation or a people, never a place."""
    if len(words) > 1 or span.label not in (ORGANISATION, GROUP) or not span.start or is_acronym(words[0]):
        return False
    return doc[span.start].text.endswith("s") and fold(doc[span.start - 1].text) == "the"


def is_led(doc: Doc, span: NameSpan) -> bool:
    """Tell "the Minns government" of Chris Minns."""
    return doc[span.end : span.end + 1].text in _LED


def is_styled(doc: Doc, span: NameSpan) -> bool:
    """Tell "Mr. Harlan", who is called by the family name; a sheikh or a king is by the given name."""
    return span.outer < span.start and person_name(span.full_text(doc)).honorific in _STYLES


def is_polite(doc: Doc, span: NameSpan) -> bool:
    """Tell "Mr. Harlan" outside quotations, but not "Mr Justice Harlan"."""
    styled = span.label == PERSON and is_styled(doc, span) and not is_quoted(doc, span.start)
    return styled and not person_name(span.full_text(doc)).title

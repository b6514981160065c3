"""What capitals say of a name: "RIO DE JANEIRO, May 4 —" is Rio de Janeiro, but "in ZANU-PF" a body."""

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import NameSpan
from reader.analysis.datelines import in_dateline
from reader.analysis.lexicon.spelling import without_capitals

_SHORTEST = 4  # letters: "NSW" stays


def shown(doc: Doc, span: NameSpan) -> str:
    """The name of a place in small letters where it was printed in capitals as all that stands there is."""
    text = span.text(doc)
    if len(text) < _SHORTEST or not text.isupper() or "." in text:
        return text
    return without_capitals(text) if " " in text or is_shouted(doc, span) else text


def is_shouted(doc: Doc, span: NameSpan) -> bool:
    """Tell a dateline and a line in capitals: there they say nothing of how a name is written."""
    start = next((i for i in range(span.start, 0, -1) if "\n" in doc[i - 1].text), 0)
    end = next((i for i in range(span.end, len(doc)) if "\n" in doc[i].text), len(doc))
    colon = start == span.start and doc[span.end : span.end + 1].text == ":"
    return colon or in_dateline(doc, span.start) or doc[start:end].text.isupper()

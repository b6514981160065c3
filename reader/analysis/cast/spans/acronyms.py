"""Names whose borders an acronym in brackets proves: its letters are those of their words."""

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import ORGANISATION, PERSON, NameSpan
from reader.analysis.lexicon.organisation_names import common_nouns, is_acronym
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import fold

_SMALL = frozenset({"of", "for", "and", "&", "the", "in", "on", "to", "de", "du", "des", "la"})
_SMALL |= {"-", ",", "'s", "’s", "’", "'"}
_LONGEST = 14  # letters


def spelt(doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
    """Take an organisation's name from where its acronym begins: "Chamber of Commerce in Peru (CCP)"."""
    for i in range(1, len(doc) - 2):
        if doc[i].text != "(" or doc[i + 2].text != ")" or not is_acronym(doc[i + 1].text):
            continue
        letters = fold(doc[i + 1].text).replace(".", "")
        end = i - (doc[i - 1].text == ",")
        start = _spell(doc, end - 1, letters) if len(letters) > 2 else None
        last = fold(doc[end - 1].text)
        if start is None or (last in organisations().things and not common_nouns(doc[start:end].text)):
            continue
        inside = [span for span in spans if span.start < i and span.end > start]
        is_body = last in organisations().bodies or ORGANISATION in {s.label for s in inside}
        if is_body and all(span.start >= start and span.label != PERSON for span in inside):
            spans = [span for span in spans if span not in inside]
            spans.append(NameSpan(start, end, ORGANISATION, start))
            spans.sort(key=lambda span: span.start)
    return spans


def _spell(doc: Doc, last: int, letters: str) -> int | None:
    """Where the words that end at `last` begin, if their first letters are `letters`."""
    if not letters:
        return last + 1 if doc[last + 1].text[:1].isupper() else None
    if last < 0 or len(letters) > _LONGEST or "\n" in doc[last].text:
        return None
    word = fold(doc[last].text)
    if word[:1] == letters[-1] and (start := _spell(doc, last - 1, letters[:-1])) is not None:
        return start
    return _spell(doc, last - 1, letters) if word in _SMALL else None

"""What the names of bodies tell of shorter ones: Hiqa, KyoAni, "Kuwabara Bonsho" of "Kuwabara Bonsho Co."."""

from spacy.tokens import Doc

from reader.analysis.cast.spans.spans import ORGANISATION, PERSON, NameSpan
from reader.analysis.lexicon.organisation_names import blend_parts, initials, is_acronym, is_blend
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.spelling import comparable, fold
from reader.given_names import all_given_names

_LETTERS = 3  # of an acronym, at least
_PRONOUNCED = 3  # letters that a word made of them has more than
Words = tuple[str, ...]


class Bodies:
    """Keeps the names of bodies, and what they may be called for short."""

    def __init__(self) -> None:
        self.letters: set[str] = set()  #      of their names, four or more: "hiqa"
        self.short_firms: set[Words] = set()  # first words of firms' names, two or more
        self.short: set[Words] = set()  #       of schools' and others'
        self._acronyms: set[str] = set()
        self._names: set[Words] = set()  #      of two words or more

    def learn(self, doc: Doc, span: NameSpan) -> None:
        """Take in the name of a body."""
        if span.label != ORGANISATION:
            return
        text, lists = span.text(doc), organisations()
        words, letters, last = comparable(text), initials(text), fold(doc[span.end - 1].text).strip(".")
        if is_acronym(text) and len(text) >= _LETTERS:
            self._acronyms.add(fold(text))
        if len(letters) > _PRONOUNCED:
            self.letters.add(letters)
        if words[1:]:
            self._names.add(words)
        beginnings = {words[:cut] for cut in range(2, len(words) + 1)}
        self.short_firms |= beginnings if last in lists.legal else set()
        self.short |= beginnings if last in lists.bodies else set()

    def has(self, doc: Doc, span: NameSpan) -> bool:
        """Tell the short form of a body's name, KyoAni, and a name whose letters are a body's: "LPM"."""
        text = span.text(doc)
        if parts := blend_parts(text):
            return any(is_blend(parts, words) for words in self._names)
        words = comparable(text)
        is_lettered = span.label == PERSON and len(words) >= _LETTERS and initials(text) in self._acronyms
        return is_lettered and words[0] not in all_given_names() and span.outer == span.start

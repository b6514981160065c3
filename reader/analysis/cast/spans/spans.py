"""Where a name stands in a document, and what sort of thing it names."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from reader.analysis.lexicon.spelling import fold

PERSON, ORGANISATION, COUNTRY_OR_CITY, PLACE, GROUP = "PER", "ORG", "GPE", "LOC", "NORP"
#: What is no actor: a storm, a film.
THING = "THING"
#: Labels of other pipelines, in our terms. Everything else is no actor.
LABELS = {
    "PER": PERSON, "PERSON": PERSON, "ORG": ORGANISATION, "GPE": COUNTRY_OR_CITY, "LOC": PLACE,
    "FAC": PLACE, "NORP": GROUP,
}  # fmt: skip

#: By the first word, the words of known names as written with their label, longest first.
Known = dict[str, list[tuple[tuple[str, ...], str]]]


#: What "an" stands before.
_SILENT = frozenset("aeiouh")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name: tokens `start` to `end`, its title from `outer` on; `label` is one of :data:`LABELS`."""

    start: int
    end: int
    label: str
    outer: int

    def text(self, doc: Doc) -> str:
        """The name without its title."""
        return doc[self.start : self.end].text.rstrip("-–")

    def full_text(self, doc: Doc) -> str:
        """The name with its title or honorific."""
        return doc[self.outer : self.end].text.rstrip("-–")


def continues(token: Token) -> bool:
    """Tell whether a name may go on with `token`: a capital after a blank."""
    return token.text[:1].isupper() and token.i > 0 and bool(token.nbor(-1).whitespace_)


def bare(token: Token) -> str:
    """The word in small letters, without marks and outer dots."""
    return fold(token.text).strip(".")


def is_named_an(doc: Doc, index: int) -> bool:
    """Tell the first word of "An Garda Síochána" and of An Sang-soo: no article stands before a consonant."""
    after = doc[index + 1].text if index + 1 < len(doc) else ""
    is_word = after[1:2].islower() and after[:1].isupper() and bool(doc[index].whitespace_)
    return doc[index].text == "An" and is_word and fold(after[0]) not in _SILENT

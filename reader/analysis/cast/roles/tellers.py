"""Who is a person by what is told of him, whatever his trade: "a caster said", "a packer, who asked"."""

from spacy.tokens import Doc, Token

from reader.analysis.cast.roles.noun_phrases import NounPhrase
from reader.analysis.lexicon.cues import CueStrength, cue_strength, is_document, is_wording, words
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import singular
from reader.analysis.lexicon.spelling import fold

_INDEFINITE = frozenset({"a", "an", "another", "one"})
_ANONYMOUS = frozenset({"source", "user", "commenter"})
_REACH = 12  # tokens to "who", where much stands between: "a teller at the bank's branch, who did not want"


def tells(doc: Doc, phrase: NounPhrase) -> bool:
    """Tell a phrase that means one person because "who" follows, or because it speaks."""
    head = doc[phrase.end - 1]
    noun = fold(head.text)
    if noun != singular(noun) or fold(doc[phrase.start].text) not in _INDEFINITE:
        return False
    return _who(head) or (_says(head, noun) and not _is_thing(noun))


def _who(head: Token) -> bool:
    clauses = (child for child in head.children if child.dep_ == "acl:relcl" and child.i < head.i + _REACH)
    return any(fold(word.text) == "who" for verb in clauses for word in verb.children)


def _says(head: Token, noun: str) -> bool:
    least = CueStrength.REPORT if noun in _ANONYMOUS else CueStrength.SAY
    return head.dep_ == "nsubj" and cue_strength(head.head.text) >= least


def _is_thing(noun: str) -> bool:
    known = organisations()
    named = known.nominals | known.bodies | known.homelands
    return is_document(noun) or is_wording(noun) or noun in named | words("relays", "nouns")

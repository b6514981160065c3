"""A run of the reporter's words with quotations among them, and the noun phrases in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from reader.analysis.lexicon.cues import (
    CueStrength,
    cue_strength,
    is_document,
    is_person,
    is_phrasal,
    is_time,
    words,
)
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import is_counted, singular
from reader.analysis.speech.reporting import Item, Slot

#: Parts of speech that may stand between a subject and its verb.
LIGHT = frozenset({"ADV", "AUX", "PART", "INTJ"})
_DASHES = frozenset({"—", "–", "―", "-", "--", "~"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "X", "SYM"})
_MODIFIERS = frozenset({"ADJ", "DET"})
_NAMES = frozenset({"PER", "ORG", "GPE", "NORP"})
_CLOSED = frozenset({"PRON", "ADP", "CCONJ", "SCONJ", "AUX", "ADV", "PART", "PUNCT"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `first` to `last` (exclusive) of the document, the noun at `head`."""

    first: int
    last: int
    head: int


class Passage:
    """Items of a sentence in order; `k` is always a place among them, not the index of a token."""

    def __init__(self, doc: Doc, items: Sequence[Item]) -> None:
        self.doc = doc
        self.items = items

    def __len__(self) -> int:
        return len(self.items)

    @cached_property
    def places(self) -> dict[int, int]:
        """The place of each token."""
        return {item: k for k, item in enumerate(self.items) if isinstance(item, int)}

    def token(self, k: int) -> Token | None:
        """Give the token at a place; None for a quotation and outside the passage."""
        item = self.items[k] if 0 <= k < len(self.items) else None
        return self.doc[item] if isinstance(item, int) else None

    def text(self, k: int) -> str:
        """Give the word at a place, "" where there is none."""
        token = self.token(k)
        return token.text if token else ""

    def pos(self, k: int) -> str:
        """Give the part of speech at a place, "" where there is none."""
        token = self.token(k)
        return token.pos_ if token else ""

    def is_quotation(self, k: int) -> bool:
        """Tell whether a quotation stands at a place."""
        return 0 <= k < len(self.items) and isinstance(self.items[k], Slot)

    def is_dash(self, k: int) -> bool:
        """Tell a dash from a hyphen inside a word."""
        token = self.token(k)
        if token is None or token.text not in _DASHES:
            return False
        before = self.doc[token.i - 1] if token.i else None
        return token.text != "-" or (before is not None and (bool(before.whitespace_) or before.is_space))

    def is_comma(self, k: int) -> bool:
        """Tell what parts an aside from its sentence: a comma or a dash."""
        return self.text(k) == "," or self.is_dash(k)

    def cue(self, k: int) -> CueStrength:
        """Rank the verb at a place as a cue; NONE where no verb is."""
        token = self.token(k)
        if token is None:
            return CueStrength.NONE
        strength = cue_strength(token.text)
        if is_phrasal(token.text, self.text(k + 1)):
            strength = CueStrength.SAY
        verb = token.pos_ == "VERB" or token.lower_ in words("grammar", "always")
        verb = verb or (strength == CueStrength.SAY and token.pos_ in {"AUX", "X"})
        # "The ad claims …", with a tagger that saw two nouns and a parser that saw a subject
        verb = verb or (token.pos_ == "NOUN" and any(child.dep_ == "nsubj" for child in token.children))
        return strength if verb else CueStrength.NONE

    def is_finite(self, k: int) -> bool:
        """Tell "said" from "saying"."""
        return not self.text(k).endswith("ing")

    def skip_light(self, k: int, step: int = 1) -> int:
        """Step over adverbs and auxiliaries."""
        while self.pos(k) in LIGHT:
            k += step
        return k

    def starts_clause(self, k: int) -> bool:
        """Tell whether what stands at a place starts a clause, by what stands before it."""
        if k == 0 or self.is_quotation(k - 1) or self.is_dash(k - 1):
            return True
        before = self.text(k - 1).lower()
        return before in {",", ":", ";", "(", "what", "that", "as"} or self.pos(k - 1) in {"SCONJ", "CCONJ"}

    def phrase_from(self, k: int) -> Phrase | None:
        """Read the noun phrase that starts at a place, without what hangs on it ("of …", "who …")."""
        first = last = head = None
        owned = False
        while (token := self.token(k)) is not None and (last is None or self._follows(last, token)):
            word = token.lower_
            if token.is_space and first is not None:
                last, k = token.i + 1, k + 1
                continue
            if head is None and self._is_pronoun(token):
                return self._pronoun(token, k) if first is None else None
            before = self.doc[token.i - 1] if token.i else token
            hyphened = before.text == "-" and not before.whitespace_
            joined = self._is_joined(token)
            if head is None:
                told = first is not None and token.dep_ == "amod"  # "a bereaved sister"
                linked = first is not None and (word == "-" or hyphened)  # "warm-and-fuzzy"
                fits = word in words("grammar", "owners") or self._fits(token, told) or joined or linked
                if not fits:
                    break
                head = token.i if self._is_noun(token) else None
            elif word in _POSSESSIVE:
                owned = True
            elif is_time(word) and not owned and not joined:
                break
            elif joined or self._fits(token, True) or token.ent_iob_ == "I":
                if self._is_noun(token) or token.ent_iob_ == "I" or (hyphened and word == "old"):
                    head, owned = token.i, False
            elif word not in {"-", "&", "/"} and not hyphened:
                break
            first = token.i if first is None else first
            last = token.i + 1
            k += 1
        if first is None or head is None:
            return None
        if self.doc[head].ent_type_ == "NORP" and self.text(k).lower() in {"and", "or"}:
            rest = self.phrase_from(k + 1)  # "American and South Korean officials"
            if rest and self.doc[rest.head].ent_type_ != "NORP":
                return Phrase(first, rest.last, rest.head)
        if self.text(k) in {"and", "of"} and self._is_office(first, head):
            rest = self.phrase_from(k + 1)  # "Foreign Trade and Tourism Minister Jane Roe"
            if rest and self.doc[rest.head].ent_type_ == "PER" and self.doc[rest.first].ent_type_ != "PER":
                return Phrase(first, rest.last, rest.head)
        return Phrase(first, head + 1, head)

    def _is_office(self, first: int, head: int) -> bool:
        """Tell what may stand before a name, the field of an office or an office without an article."""
        field = self.doc[first : head + 1]
        if any(token.ent_type_ == "PER" for token in field) or field[0].pos_ in {"DET", "PRON"}:
            return False
        if nouns().is_person(self.doc[head].lower_):
            return True
        return all(token.text[0].isupper() for token in field if token.pos_ != "ADJ")

    def _pronoun(self, token: Token, k: int) -> Phrase:
        """Give a pronoun, with what it is one of: "one of the sources"."""
        many = self.phrase_from(k + 2) if self.text(k + 1) == "of" else None
        return Phrase(token.i, many.last if many else token.i + 1, token.i)

    def phrase_until(self, k: int) -> Phrase | None:
        """Read the noun phrase that ends at a place."""
        token = self.token(k)
        if token is None:
            return None
        if token.lower_ in words("grammar", "pronouns") or token.lower_ in words("grammar", "relative"):
            return Phrase(token.i, token.i + 1, token.i)
        if not (token.pos_ in _NOUNS or token.ent_type_ or is_counted(token)) or is_time(token.text):
            return None
        head = first = token.i
        while (before := self.token(k - 1)) is not None and before.i == first - 1:
            word = before.lower_
            joins = word in _POSSESSIVE or word in words("grammar", "owners") or word == "-"
            if not joins and not self._fits(before, True):
                break
            first, k = before.i, k - 1
            if before.pos_ == "DET" and self.text(k - 1) not in _POSSESSIVE:
                break
        return Phrase(first, head + 1, head)

    def is_person(self, phrase: Phrase) -> bool:
        """Tell whether a phrase has a person's name or a noun for people in it, or is "he" or "she"."""
        tokens = self.doc[phrase.first : phrase.last]
        return any(t.ent_type_ == "PER" or _is_people(t) or t.lower_ in {"he", "she"} for t in tokens)

    def may_speak(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names what can speak: a person, a body, a document, "they"."""
        head = self.doc[phrase.head]
        if head.lower_ in {"that", "which", "this", "what", "it's"}:
            return False
        if is_counted(head):
            return True
        if head.ent_type_ in _NAMES or head.pos_ in {"PROPN", "PRON"} or is_document(head.text):
            return True
        if head.lower_ in organisations().nominals:
            return True  # "the ministry"
        return _is_people(head) or any(t.ent_type_ == "PER" for t in self.doc[phrase.first : phrase.last])

    def names_person(self, phrase: Phrase | None) -> bool:
        """Tell whether the head of a phrase is a person's name or pronoun."""
        if phrase is None:
            return False
        return self.doc[phrase.head].ent_type_ == "PER" or self.doc[phrase.head].lower_ in {"he", "she"}

    def owner(self, k: int) -> Phrase | None:
        """Find who owns the noun at a place: "X's latest remark", "her remark"."""
        j = k - 1
        while self.pos(j) in {"ADJ", "NOUN", "NUM"} and self.text(j + 1) not in _POSSESSIVE:
            j -= 1
        token = self.token(j)
        if token and token.lower_ in {"his", "her", "their"}:
            return Phrase(token.i, token.i + 1, token.i)
        return self.phrase_until(j - 1) if token and token.text in _POSSESSIVE else None

    def _follows(self, last: int, token: Token) -> bool:
        """Tell whether nothing but a blank (no-break spaces are tokens) stands before a token."""
        return token.i == last or (token.i == last + 1 and self.doc[last].is_space)

    def _is_pronoun(self, token: Token) -> bool:
        if token.lower_ not in words("grammar", "pronouns") | words("grammar", "relative"):
            return False
        if token.dep_ in {"det", "amod", "nummod"} and token.head.i > token.i:
            return False
        following = self.doc[token.i + 1].pos_ if token.i + 1 < len(self.doc) else ""
        if self.doc[token.i + 2 : token.i + 3].text == "-":
            return False  # "one well-known critic"
        return token.pos_ == "PRON" or following not in {"NOUN", "PROPN", "ADJ", "NUM"}

    def _is_joined(self, token: Token) -> bool:
        """Tell a part of "on-loan" and "44-year-old"."""
        after = self.doc[token.i + 1 : token.i + 2].text
        return after == "-" and not token.whitespace_

    @staticmethod
    def _is_noun(token: Token) -> bool:
        return token.pos_ in _NOUNS or bool(token.ent_type_) or _is_name_like(token) or is_counted(token)

    @staticmethod
    def _fits(token: Token, inside: bool) -> bool:
        """Tell whether a word may be part of a noun phrase."""
        if token.ent_type_ in _NAMES or token.pos_ in _NOUNS or token.pos_ in _MODIFIERS:
            return True
        if inside and token.pos_ == "VERB" and token.dep_ == "amod":
            return True  # "another leading advocate"
        return is_person(token.text) or (inside and _is_name_like(token))


def _is_people(token: Token) -> bool:
    """Tell a noun for one person or many: "spokesman", "voters", "a trucker"."""
    return is_person(token.text) or (token.pos_ == "NOUN" and nouns().may_speak(singular(token.lower_)))


def _is_name_like(token: Token) -> bool:
    """Tell a capital word that the tagger took for something else, a verb say, from a real verb."""
    return token.text[0].isupper() and token.pos_ not in _CLOSED and not cue_strength(token.text)

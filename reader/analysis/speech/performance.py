"""The stage as a window is read: who comes on, in which part, and whom descriptions mean there."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from reader.analysis.findings import Actor, ActorKind, Mention, MentionForm
from reader.analysis.lexicon.cues import CueStrength, cue_strength, is_person, is_wording, words
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.personal_names import given_gender, person_name
from reader.analysis.lexicon.phrases import singular
from reader.analysis.lexicon.spelling import fold
from reader.analysis.speech.antecedents import NAMELESS, NEUTER, OWNER, SPEAKER, SUBJECT, Stage
from reader.analysis.speech.descriptions import Description, may_be_person
from reader.analysis.speech.passage import Phrase
from reader.analysis.speech.reporting import Sentence

_DOCUMENT = 0.8  # how much on stage a document is that is no subject
_OTHER = 0.6  # how much who is neither subject nor owner
_INTRODUCED = 0.9  # "…, which worries Henry Abara, the head of the union"
_EMBEDDED = 0.75  # the subject of a clause inside another
_NESTED = 3  # appositions in one another
_BEFORE_NAME = (
    "compound",
    "flat",
    "nmod:desc",
    "amod",
    "det",
    "nummod",
)  # "Captain Tunde Afolabi", "the Russian president", "one adviser"
_MAIN = frozenset({"ROOT", "root", "conj", "parataxis"})
_ENDS = frozenset({".", "!", "?"})
_WITHIN = frozenset({"advcl", "ccomp"})  # "when she asked him", "said that she had promised"
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_HANGING = frozenset({"at", "on", "in", "from", "for", "with", "of"})
_IN_PHRASE = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
_LONGEST = 9  # words from the article to the noun


class Performance:
    """The stage as a window is read: mentions and pronouns come on in text order."""

    def __init__(
        self,
        stage: Stage,
        doc: Doc,
        offset: int,
        group: Sequence[Sentence],
        mentions: Sequence[Mention],
        actors: Mapping[str, Actor],
    ) -> None:
        self._stage, self._doc, self._actors = stage, doc, actors
        self._starts = starts = [token.idx + offset for token in doc]
        self._at: dict[int, Mention] = {}
        self._known: set[int] = set()  # tokens of mentions
        for each in mentions:
            actor = actors.get(each.actor)
            if actor and actor.kind != ActorKind.PLACE:
                first = bisect_right(starts, each.start) - 1
                if (around := self._at.get(first)) is not None:  # "her" in "her manager"
                    self._at[bisect_right(starts, around.end - 1) - 1] = around
                self._at[first] = each
                self._known.update(range(first, bisect_right(starts, each.end - 1)))
        self._words: list[tuple[int, bool]] = []  # tokens outside marks, and whether a sentence starts there
        for sentence in group:
            self._words += [(i, k == 0) for k, i in enumerate(sentence.words)] or [(-1, True)]
        self._next = 0
        self._is_asked = False  # the sentence begins with "Asked"
        self._asked: str | None = None  # and who he is there: "Asked why he had left, the vet"
        self._meant: dict[
            int, tuple[str | None, bool]
        ] = {}  # by the tokens of nouns, who may be described so

    def read_to(self, token: int) -> None:
        """Let everybody come on who stands before a token."""
        while self._next < len(self._words) and self._words[self._next][0] < token:
            i, first = self._words[self._next]
            self._next += 1
            if first:
                self._stage.next_sentence()
                self._is_asked = i >= 0 and self._doc[i].lower_ in words("reported", "asked")
                self._asked = None
            if i < 0:
                continue
            mention, word = self._at.get(i), self._doc[i].lower_
            if self._is_asked and mention and mention.form is MentionForm.PRONOUN:
                self._asked = mention.actor
            if mention:
                if self._actors[mention.actor].kind != ActorKind.PERSON:
                    self._describe(bisect_right(self._starts, mention.end - 1) - 1)  # "the Canadian" is one
                part = self._part(i)
                gender, name = self._traits(mention)
                if mention.form is MentionForm.PRONOUN and part < SUBJECT:
                    name = ""  # "asked why he did it, the vet said": who is described may be he
                self._stage.enter(mention.actor, part, gender, name)
            elif word in {"he", "she"}:
                found = self._stage.find(word)
                if found and found[0]:
                    self._stage.enter(found[0], self._part(i))
            elif i not in self._known:
                self._nameless(i, word)

    def described(self, phrase: Phrase, borne: bool) -> str | None:
        """Tell who speaks as "the rancher", if that is clear; from there on the words mean him.

        `borne` asks for somebody who is known to be one.
        """
        self.read_to(phrase.last)
        who, known = self._meant.get(phrase.head, (None, False))
        who = who if known or not borne else None
        if who:
            for i in range(phrase.first, phrase.last):
                self._stage.leave(self._key(i))
            self._stage.enter(who, self._part(phrase.head))
            self._stage.calls(self._doc[phrase.head].lower_, who)
        return who

    def _describe(self, i: int) -> None:
        """Keep who is meant by the noun of a definite description, should somebody speak there."""
        first = next(
            (k for k in range(i - 1, max(-1, i - _LONGEST), -1) if self._doc[k].lower_ == "the"), None
        )
        if first is None:
            return
        named = {
            k: m for k in range(first, i + 1) if (m := self._at.get(k)) and m.form is MentionForm.DEMONYM
        }
        country = next((self._actors[m.actor].country for m in named.values()), None)
        terms = frozenset(fold(t.text) for t in self._doc[first + 1 : i] if t.is_alpha and t.i not in named)
        noun = fold(self._doc[i].text)
        trade = i not in named and noun not in organisations().partisans
        description = Description(noun, terms, country, trade)
        token = self._doc[i]
        if self._asked and token.dep_ == "nsubj" and token.head.dep_ in _MAIN:
            self._meant[i] = self._asked, True
            return
        self._meant[i] = self._stage.described(description, self._actors, self._doc[i].head.lower_)

    def _key(self, i: int) -> str:
        return f"{NAMELESS}{self._doc[i].idx}"

    def _nameless(self, i: int, word: str) -> None:
        """Let a person without a name come on, or a document."""
        part, key = self._part(i), self._key(i)
        if self._is_of_a_name(i):
            return
        if nouns().is_person(word) and (named := self._named_behind(i)):
            self._stage.calls(word, named)
            return
        if self._is_one_of_them(i) and nouns().may_speak(one := singular(word)):
            self._stage.enter(key, _OTHER, nouns().gender(one), noun=one)
            return
        if self._doc[i].pos_ in _NOUNS:
            self._describe(i)
        if part >= _EMBEDDED and (nouns().may_speak(word) or self._says(i) or self._is_one_source(i)):
            self._stage.enter(key, part, nouns().gender(word), noun=word)
        elif self._doc[i].pos_ == "NOUN" and is_wording(word):
            self._stage.enter(key, max(part, _DOCUMENT), NEUTER)

    def _is_one_of_them(self, i: int) -> bool:
        """Tell "one of the guards"."""
        token = self._doc[i]
        return token.dep_ == "nmod" and token.head.lower_ == "one" and token.lower_ != singular(token.lower_)

    def _says(self, i: int) -> bool:
        """Tell somebody of whatever trade: "a letter carrier said"."""
        token = self._doc[i]
        one = any(child.lower_ in words("grammar", "singular") for child in token.children)
        said = token.dep_ == "nsubj" and cue_strength(token.head.text) == CueStrength.SAY
        return one and said and may_be_person(token.lower_)

    def _is_one_source(self, i: int) -> bool:
        """Tell "one senior source was less generous", whoever it is."""
        token = self._doc[i]
        one = any(child.lower_ in words("grammar", "singular") for child in token.children)
        return one and is_person(token.lower_)

    def _is_of_a_name(self, i: int) -> bool:
        """Tell "Captain Jane Roe", "Jane Roe, a former captain," and "veteran miner" from somebody new."""
        token = self._named(i)
        if token.i != i:
            return True
        if token.dep_ == "conj":
            token = token.head
        return (token.head if token.dep_ == "appos" else token).i in self._known

    def _named_behind(self, i: int) -> str | None:
        """Find whose name follows a noun and what hangs on it: "the guard at the gate, Jane Roe,"."""
        doc, k = self._doc, i + 1
        if doc[k : k + 1].text not in _HANGING:
            return None
        while k < min(i + _LONGEST, len(doc) - 1) and doc[k].pos_ in _IN_PHRASE:
            k += 1
        mention = self._at.get(k + 1) if doc[k].text == "," else None
        if mention is None or mention.form is not MentionForm.NAME or doc[k + 1].dep_ != "appos":
            return None
        return mention.actor if self._actors[mention.actor].kind is ActorKind.PERSON else None

    def _named(self, i: int) -> Token:
        """The name that a word stands before, or the word itself."""
        token = self._doc[i]
        while token.head.i > token.i and token.dep_.startswith(_BEFORE_NAME):
            token = token.head
        return token

    def _traits(self, mention: Mention) -> tuple[str, str]:
        """Give the gender of an actor, as far as this mention tells it, and the name of a person."""
        actor = self._actors[mention.actor]
        if actor.kind != ActorKind.PERSON:
            return NEUTER, ""
        if mention.form != MentionForm.NAME:
            return "", actor.name
        first, last = (bisect_right(self._starts, at) - 1 for at in (mention.start, mention.end - 1))
        titled = person_name(self._doc[first : last + 1].text).gender  # "Mrs. Roe"
        return titled or given_gender(person_name(actor.name)) or self._explained(first, last), actor.name

    def _explained(self, first: int, last: int) -> str:
        """Tell man from woman by a noun beside a name: "their mother, Ivone", "her grandson Maksym"."""
        span = self._doc[first : last + 1]
        beside = [child for child in span.root.children if child.dep_ in ("appos", "nmod:desc", "compound")]
        above = [span.root.head] if span.root.dep_ == "appos" else []
        return next((gender for noun in beside + above if (gender := nouns().gender(noun.lower_))), "")

    def _part(self, i: int) -> float:
        """Weigh the part that a name plays in its sentence, by the parse of its last or first word."""
        token = self._named(i)
        if self._doc[i].ent_type_ == "PER" != token.ent_type_:
            return OWNER  # "the Roe campaign said"
        is_introduced = bool(token.dep_) and any(child.dep_ == "appos" for child in token.children)
        for _ in range(_NESTED):
            apposed = token.dep_ == "appos"
            token = token.head if apposed else token
            if apposed and token.dep_ == "nmod" and token.head.lower_ == "one":
                token = token.head  # "one of his men, Henry Abara, put it so"
        if token.dep_.startswith("nsubj"):
            verb = token.head
            if cue_strength(verb.text) == CueStrength.SAY and verb.dep_ not in _WITHIN:
                return SPEAKER
            return SUBJECT if _leads(verb) else _EMBEDDED
        if token.dep_ == "nmod:poss":
            return OWNER
        return _INTRODUCED if is_introduced else _OTHER


def _leads(verb: Token) -> bool:
    """Tell the verb of a sentence, even where the parser hangs it on words that are quoted behind its end."""
    return verb.dep_ in _MAIN or (verb.dep_ == "ccomp" and verb.right_edge.text in _ENDS)

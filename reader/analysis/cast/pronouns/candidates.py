"""Pronouns and those whom they may mean, each with what grammar says of its place in the sentence."""

from dataclasses import dataclass

from spacy.tokens import Token

from reader.analysis.cast.roster.entries import Entry
from reader.analysis.findings import MentionForm
from reader.analysis.lexicon.phrases import clause_verb, main_subject, own_subject, subject
from reader.analysis.lexicon.spelling import fold
from reader.given_names import MAN, WOMAN

PRONOUNS = {
    "he": MAN, "him": MAN, "his": MAN, "himself": MAN,
    "she": WOMAN, "her": WOMAN, "hers": WOMAN, "herself": WOMAN,
}  # fmt: skip

#: "He looked behind him": where a thing is, as seen from whoever does it.
_BESIDE = frozenset({"around", "before", "behind", "above", "beneath", "under", "ahead"})
#: "She brought with her a letter": who goes anywhere takes things along.
_TAKING = frozenset(
    {"bring", "brings", "bringing", "brought", "carried", "carries", "carry", "carrying", "take", "taken",
     "takes", "taking", "took"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A mention that a pronoun may refer to; places count from the start of the article."""

    who: Entry
    form: MentionForm
    place: int  #     token, counted over all windows
    sentence: int
    paragraph: int
    role: str  #      subject, object, owner, other
    quote: int  #     number of the quotation around it, 0 for none
    first: bool  #    opens its sentence
    main: bool  #     subject of its sentence's root
    index: int  #     its head word, a token of its document
    end: int  #       after its last token
    governor: int  #  what the head word hangs on
    window: int
    dep: str  #       of the head word
    case: str  #      its preposition
    clause: str  #    how its clause hangs in the sentence
    length: int  #    in tokens
    bracketed: bool  # "Zissou (Bill Murray)"
    says: bool  #      subject of a verb of saying
    word: str  #       its first: "a", "the", "her"

    @property
    def target(self) -> Entry:
        """Who it is now."""
        return self.who.now()


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun with what its sentence says about it; indexes are tokens of its document, -1 for none."""

    index: int
    place: int
    gender: str
    role: str
    sentence: int
    paragraph: int
    quote: int
    window: int
    main: bool
    opening: bool  #        before the sentence's subject: "In his remarks, ..."
    own_subject: int  #     of its clause
    subject_above: int  #   of the clause around its clause
    joined: int  #          "Mr. Kim and his wife"; "her mother and her brother"
    above: frozenset[int]  # every word that it hangs on, up to the root
    speaks: int  #          the quotation that it speaks, 0 for none
    same_clause: frozenset[int]  # words that it cannot mean by the binding rules
    speakers: frozenset[Entry]  # who speaks the quotation around it
    clause: str  #          how its clause hangs in the sentence
    withheld: int = -1  #   who keeps the name back in the words around it
    told: frozenset[Entry] = frozenset()  # who is named in the quotation that it speaks

    def excludes(self, c: Candidate) -> bool:
        """Tell whether grammar forbids the candidate: "Mr. Kim saw him", or the speaker of these words."""
        start = min(c.index, c.place - self.place + self.index)
        if c.window == self.window and c.index < self.index < c.end:
            return c.index in self.same_clause  # "a caster in his 60s"
        if c.window == self.window and any(start <= i < c.end for i in self.same_clause):
            return True
        return c.target in self.speakers and c.quote != self.quote


def _understood_subjects(verb: Token) -> set[int]:
    """Who does what a verb without a subject says: "Mr. Putin, standing next to him"."""
    found: set[int] = set()
    doc = verb.doc
    if verb.i > 1 and doc[verb.i - 1].text == "," and verb.text.endswith("ing"):
        found.add(verb.i - 2)
    for _ in range(4):
        head = verb.head
        if head.i == verb.i:
            break
        if verb.dep_ == "xcomp":  # "asked Marie to come with her": Marie comes
            told = next((child for child in head.children if child.dep_ in ("obj", "iobj", "dobj")), None)
            if told is not None and told.i < verb.i:
                found.add(told.i)
                break
        if head.pos_ in ("NOUN", "PROPN"):
            found.add(head.i)
            if verb.dep_ == "acl":  # "Ann wants the keys given to her": the keys alone are given
                break
        verb = head if head.pos_ in ("VERB", "AUX") else clause_verb(head)
        own = own_subject(verb)
        if own is not None:
            found.add(own.i)
            break
    return found


def _named_by(token: Token) -> set[int]:
    """A word and those that it is set beside: "lawyer" and "Puig" of "Oriol Puig, a lawyer who"."""
    found = {token.i}
    while token.dep_ == "appos" and token.head.i not in found:
        token = token.head
        found.add(token.i)
    return found


def role_of(token: Token) -> str:
    """subject, object, owner or other."""
    dep = token.dep_
    if dep.startswith("nsubj"):
        return "subject"
    if dep in ("obj", "iobj", "dobj"):
        return "object"
    if dep in ("nmod:poss", "poss"):
        return "owner"
    if dep in ("conj", "appos", "flat") and token.head.i < token.i:
        return role_of(token.head) if dep != "conj" else "other"
    return "other"


def clause_of(token: Token) -> str:
    """How the clause of `token` hangs in its sentence: main, joined, or a dependency."""
    dep = clause_verb(token).dep_
    return {"ROOT": "main", "root": "main", "conj": "joined", "acl:relcl": "relcl"}.get(dep, dep)


def is_main(token: Token) -> bool:
    """Tell whether a token is the subject of its sentence's root."""
    return token.dep_.startswith("nsubj") and token.head.dep_ in ("ROOT", "root")


def read_pronoun(
    token: Token,
    speaks: int,
    place: int,
    sentence: int,
    paragraph: int,
    quote: int,
    window: int,
    speakers: frozenset[Entry],
    withheld: int = -1,
    told: frozenset[Entry] = frozenset(),
) -> Pronoun:
    """Look at a pronoun's place in its sentence."""
    word = fold(token.text)
    role = "reflexive" if word.endswith("self") else role_of(token)
    if word in ("his", "hers") or (word == "her" and token.dep_ in ("nmod:poss", "poss")):
        role = "owner"
    verb = clause_verb(token)
    here = subject(verb)
    above = None
    upper = verb
    for _ in range(3):
        if upper.head.i == upper.i:
            break
        upper = clause_verb(upper.head)
        above = subject(upper)
        if above is not None and above.i != (here.i if here is not None else -1):
            break
    joined = -1
    owned = token.head if role == "owner" else None
    if owned is not None and owned.dep_ == "conj" and owned.head.i < token.i:
        joined = next((each.i for each in owned.head.children if fold(each.text) == word), owned.head.i)
    chain: set[int] = set()
    word_above = token
    while (
        word_above.head.i not in chain and word_above.head.i != word_above.i
    ):  # a wrong tree may have a ring
        word_above = word_above.head
        chain.add(word_above.i)
    barred: set[int] = set()
    own = own_subject(verb)
    case = {fold(child.text) for child in token.children if child.dep_ == "case"}
    beside = bool(case & _BESIDE) or ("with" in case and fold(verb.text) in _TAKING)
    is_done_to = role not in ("owner", "reflexive", "subject") and not beside
    if is_done_to and own is not None and own.i != token.i:
        barred.add(own.i)
        if verb.dep_ == "acl:relcl" and fold(own.text) in ("who", "that", "which"):
            barred |= _named_by(verb.head)  # "Ann Lee, who trained her"
    if is_done_to and own is None:
        barred |= _understood_subjects(verb)
    if role == "subject":  # "he saw Mr. Kim": an object never comes before it, but "Mr. Kim, he said" may
        barred |= {
            child.i for child in verb.children if child.dep_ in ("obj", "iobj", "dobj") and child.i > token.i
        }
        if token.i > 2 and fold(token.nbor(-1).text) == "whom":  # "Mr. Holm, whom he accused"
            barred.add(token.i - 3 if token.nbor(-2).text == "," else token.i - 2)
    if role == "owner" and owned is not None:
        barred.add(owned.i)  # "his brother" is another
        if owned.dep_ == "appos":  # "Anna Berg, his lawyer"
            barred.add(owned.head.i)
        if owned.dep_ == "nmod" and fold(owned.head.text) == "one":  # "one of his men"
            barred.add(owned.head.i)
    main = main_subject(token)
    opening = main is not None and main.i > token.i
    return Pronoun(
        token.i, place, PRONOUNS[word], role, sentence, paragraph, quote, window, is_main(token), opening,
        here.i if here is not None else -1, above.i if above is not None else -1, joined,
        frozenset(chain), speaks, frozenset(barred), speakers, clause_of(token), withheld, told,
    )  # fmt: skip

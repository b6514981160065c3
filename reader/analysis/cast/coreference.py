"""Whom "he", "her" and "himself" mean: every pronoun chooses among those mentioned near it.

A candidate is a mention of a person, named or not ("a neighbour"): the unnamed compete, so that their
pronouns are not given to somebody else. Who cannot be meant by gender or by the binding rules is out; the
others are scored by a log-linear model over features of recency, grammar, topic and quotation, in the
tradition of Lappin and Leass (1994) and of mention ranking (Denis and Baldridge 2008). Its weights are
``data/antecedents.json``, made by ``training/train_antecedents.py``. The model's probability is the
confidence.
"""

import json
import math
from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from reader.analysis.cast.lexicon import MAN, WOMAN, resource
from reader.analysis.cast.names import fold
from reader.analysis.cast.phrases import clause_verb, main_subject, own_subject, subject
from reader.analysis.cast.roster import Entry
from reader.analysis.findings import MentionForm

PRONOUNS = {
    "he": MAN, "him": MAN, "his": MAN, "himself": MAN,
    "she": WOMAN, "her": WOMAN, "hers": WOMAN, "herself": WOMAN,
}  # fmt: skip
_KEPT = 30  # mentions before the pronoun that compete
_SENTENCES = 8  # how far back they may stand
#: Below this probability a pronoun is left alone.
LEAST = 0.4

Features = dict[str, float]


@dataclass(eq=False)
class Unnamed:
    """Somebody without an actor: "a neighbour"."""

    gender: str = ""
    leans: str = ""
    count: int = 1
    last: int = 0


Antecedent = Entry | Unnamed


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A mention that a pronoun may refer to; places count from the start of the article."""

    who: Antecedent
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

    @property
    def target(self) -> Antecedent:
        """Who it is now."""
        return self.who.now() if isinstance(self.who, Entry) else self.who


class Option:
    """A candidate's features and their score under the weights."""

    def __init__(self, features: Features) -> None:
        self.features = {name: value for name, value in features.items() if value}
        known = weights()
        self.score = sum(known.get(name, 0.0) * value for name, value in self.features.items())


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun's antecedent and how sure it is."""

    target: Antecedent
    confidence: float


class Discourse:
    """The mentions that pronouns look back on, from window to window."""

    def __init__(self) -> None:
        self.window = 0
        self._latest: list[Candidate] = []
        self.speaker: Antecedent | None = None  # of the last quotation
        self._chain: dict[str, Antecedent] = {}

    def add(self, candidate: Candidate) -> None:
        """Let a mention compete from here on."""
        insort(self._latest, candidate, key=lambda c: c.place)

    def forget(self) -> None:
        """Leave behind what is too far back to be meant; called at the end of a paragraph."""
        del self._latest[:-_KEPT]

    def options(self, pronoun: "Pronoun", ahead: Iterable[Candidate] = ()) -> dict[Antecedent, Option]:
        """Everybody whom `pronoun` may mean, each by the best mention; those `ahead` follow it."""
        found: dict[Antecedent, Option] = {}
        rank: dict[Antecedent, int] = {}
        sentences: set[int] = {pronoun.sentence}  # those with candidates: a long "I, I, I" puts nobody away
        before = [c for c in reversed(self._latest) if c.place < pronoun.place][:_KEPT]
        for candidate in [*before, *ahead]:
            if pronoun.sentence - candidate.sentence > _SENTENCES:
                continue
            who = candidate.target
            if who.gender not in ("", pronoun.gender) or pronoun.excludes(candidate):
                continue
            is_ahead = candidate.place > pronoun.place
            if not is_ahead:
                sentences.add(candidate.sentence)
            if not is_ahead:
                rank.setdefault(who, len(rank))
            option = Option(
                self._features(pronoun, candidate, rank.get(who, 4), is_ahead, len(sentences) - 1)
            )
            if who not in found or option.score > found[who].score:
                found[who] = option
        return found

    def choose(self, pronoun: "Pronoun", ahead: Iterable[Candidate] = ()) -> Choice | None:
        """The likeliest antecedent, or None where there is nobody at all."""
        options = self.options(pronoun, ahead)
        if not options:
            return None
        best = max(options, key=lambda who: options[who].score)
        top = options[best].score
        nobody = math.exp(min(50.0, weights().get("nobody", 0.0) - top))
        return Choice(best, 1.0 / (nobody + sum(math.exp(each.score - top) for each in options.values())))

    def resolved(self, pronoun: "Pronoun", choice: Choice) -> None:
        """Go on with the topic."""
        self._chain[pronoun.gender] = choice.target
        if (
            choice.confidence > 0.9
            and not choice.target.gender
            and choice.target.leans in ("", pronoun.gender)
        ):
            choice.target.gender = pronoun.gender

    def _features(self, pronoun: "Pronoun", c: Candidate, rank: int, ahead: bool, back: int) -> Features:
        who = c.target
        f: Features = {}
        if ahead:
            f["ahead"] = 1
            f["ahead, owner in an opening phrase"] = float(pronoun.opening and pronoun.role == "owner")
            f["ahead, subject in an opening clause"] = float(pronoun.opening and pronoun.role != "owner")
            f["ahead, main subject"] = float(c.main)
        else:
            f[f"back {min(back, 4)}"] = 1
            f[f"rank {min(rank, 4)}"] = 1
            f["distance"] = math.log1p(pronoun.place - c.place)
            f["same paragraph"] = float(c.paragraph == pronoun.paragraph)
            f[f"{c.role}, back {min(back, 2)}"] = 1
            f[f"{c.role} to {pronoun.role}"] = 1
            f[f"{pronoun.role}, rank 0"] = float(rank == 0)
            f[f"{pronoun.role}, back 0"] = float(back == 0)
            f["main subject"] = float(c.main)
            f["main subject, subject goes on"] = float(c.main and pronoun.main and back == 1)
            f["opens its sentence"] = float(c.first)
        same = c.window == pronoun.window
        f["subject above"] = float(same and c.index == pronoun.subject_above)
        f["own subject"] = float(
            same and c.index == pronoun.own_subject and pronoun.role in ("owner", "reflexive")
        )
        f["own subject, reflexive"] = float(
            same and c.index == pronoun.own_subject and pronoun.role == "reflexive"
        )
        f["joined"] = float(same and c.index == pronoun.joined)
        f["pronoun"] = float(c.form is MentionForm.PRONOUN)
        f["nominal"] = float(c.form is MentionForm.NOMINAL and isinstance(who, Entry))
        f["unnamed"] = float(isinstance(who, Unnamed))
        f["often"] = math.log1p(min(who.count, 4))
        f["gender fits"] = float(who.gender == pronoun.gender)
        f["given name fits"] = float(not who.gender and who.leans == pronoun.gender)
        f["given name does not fit"] = float(not who.gender and who.leans not in ("", pronoun.gender))
        f["goes on"] = float(self._chain.get(pronoun.gender) is who)
        f["leaves a quote"] = float(c.quote != 0 and pronoun.quote == 0)
        f["enters a quote"] = float(c.quote == 0 and pronoun.quote != 0)
        f["commands"] = float(same and c.governor in pronoun.above)
        f["in the words that it speaks"] = float(pronoun.speaks != 0 and c.quote == pronoun.speaks)
        f["speaks on"] = float(pronoun.speaks != 0 and who is self.speaker)
        f["within a quote"] = float(c.quote == pronoun.quote != 0)
        return f


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
    joined: int  #          "Mr. Kim and his wife"
    above: frozenset[int]  # every word that it hangs on, up to the root
    speaks: int  #          the quotation that it speaks, 0 for none
    same_clause: frozenset[int]  # words that it cannot mean by the binding rules
    speakers: frozenset[int]  # ids of who speaks the quotation around it

    def excludes(self, c: Candidate) -> bool:
        """Tell whether grammar forbids the candidate: "Mr. Kim saw him", or the speaker of these words."""
        if c.window == self.window and any(c.index <= i < c.end for i in self.same_clause):
            return True
        return id(c.target) in self.speakers and c.quote != self.quote


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
        if head.pos_ in ("NOUN", "PROPN"):
            found.add(head.i)
        verb = head if head.pos_ in ("VERB", "AUX") else clause_verb(head)
        own = own_subject(verb)
        if own is not None:
            found.add(own.i)
            break
    return found


@cache
def weights() -> dict[str, float]:
    """What each feature counts."""
    table: dict[str, float] = json.loads(resource("antecedents.json"))["weights"]
    return table


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
    speakers: frozenset[int],
) -> Pronoun:
    """Look at a pronoun's place in its sentence."""
    word = fold(token.text)
    role = "reflexive" if word.endswith("self") else role_of(token)
    if word in ("his", "her") and (token.dep_ in ("nmod:poss", "poss") or word == "his"):
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
        joined = owned.head.i
    chain: set[int] = set()
    word_above = token
    while (
        word_above.head.i not in chain and word_above.head.i != word_above.i
    ):  # a wrong tree may have a ring
        word_above = word_above.head
        chain.add(word_above.i)
    barred: set[int] = set()
    own = own_subject(verb)
    if role not in ("owner", "reflexive") and own is not None and own.i != token.i:
        barred.add(own.i)
    if role not in ("owner", "reflexive", "subject") and own is None:
        barred |= _understood_subjects(verb)
    if role == "subject":  # "he saw Mr. Kim": an object never comes before it, but "Mr. Kim, he said" may
        barred |= {child.i for child in verb.children if child.dep_ in ("obj", "iobj", "dobj")}
    if role == "owner" and owned is not None:
        barred.add(owned.i)  # "his brother" is another
    main = main_subject(token)
    opening = main is not None and main.i > token.i
    return Pronoun(
        token.i, place, PRONOUNS[word], role, sentence, paragraph, quote, window, is_main(token), opening,
        here.i if here is not None else -1, above.i if above is not None else -1, joined,
        frozenset(chain), speaks, frozenset(barred), speakers,
    )  # fmt: skip

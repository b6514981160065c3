"""What speaks for and against a country, a body or a place as the one that "it" means."""

import math
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from reader.analysis.cast.names.metonyms import is_deed
from reader.analysis.cast.pronouns.candidates import is_main, role_of
from reader.analysis.cast.roster.occurrences import Occurrence
from reader.analysis.documents import is_quoted
from reader.analysis.findings import ActorKind
from reader.analysis.lexicon.cues import CueStrength, cue_strength
from reader.analysis.lexicon.nouns import nouns
from reader.analysis.lexicon.organisations import organisations
from reader.analysis.lexicon.phrases import clause_verb, is_plural, own_subject, singular
from reader.analysis.lexicon.spelling import fold
from reader.analysis.lexicon.weights import Features

#: In which a country or an organisation is meant often enough to ask.
ROLES = frozenset({"subject", "owner", "itself"})
_CLAUSES = 4  # how many a subject may stand above
_WEATHER = frozenset(
    {"rained", "rains", "raining", "rain", "snowed", "snows", "snowing", "snow", "poured", "time"}
)
_MINDED = frozenset(  # what only somebody is: "it was confident that its records would do"
    {"able", "afraid", "aware", "confident", "eager", "glad", "happy", "keen", "pleased", "proud",
     "ready", "sorry", "sure", "unable", "unaware", "unwilling", "willing"}
)  # fmt: skip
_RELATIVES = frozenset({"that", "which", "who"})
_FILLED = frozenset({"csubj", "csubj:pass", "ccomp", "expl"})


class Layout:
    """Where each token stands: its sentence, its paragraph, and what was told of before it."""

    def __init__(self, doc: Doc) -> None:
        self.sentence: list[int] = []
        self.paragraph: list[int] = []
        self.things: list[int] = []  #   how many things, this one included
        self.subjects: list[int] = []  # how many of them as a subject
        sentence = paragraph = things = subjects = 0
        for token in doc:
            sentence += bool(token.is_sent_start)
            paragraph += "\n" in token.text
            is_thing = _is_thing(token)
            things += is_thing
            subjects += is_thing and token.dep_.startswith("nsubj")
            self.sentence.append(sentence)
            self.paragraph.append(paragraph)
            self.things.append(things)
            self.subjects.append(subjects)


@dataclass(frozen=True, slots=True)
class Standing:
    """A mention of whom "it" may mean, with the word by which it hangs in the sentence."""

    one: Occurrence
    head: Token
    quoted: bool  # within quotation marks


@dataclass(frozen=True, slots=True)
class Neuter:
    """A neuter pronoun in its clause."""

    token: Token
    role: str  #             subject, owner, itself, object, other
    own: int  #              the subject of its clause, -1 for none
    above: Token | None  #   the subject of the clauses around it, before it
    link: str  #             how the clause below that subject hangs
    quoted: bool
    asked: bool  #           "urged the bank to keep its branches": the subject is who is asked


def read_neuter(token: Token) -> Neuter:
    """Look at a pronoun's place in its sentence."""
    word = fold(token.text)
    role = "itself" if word == "itself" else "owner" if word == "its" else role_of(token)
    verb = clause_verb(token)
    own = own_subject(verb)
    above, link, asked = _above(verb, token, own)
    return Neuter(
        token,
        role,
        _antecedent(own).i if own is not None else -1,
        _antecedent(above) if above is not None else None,
        link,
        is_quoted(token.doc, token.i),
        asked,
    )


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for: "the bank, which said it would"."""
    relative = fold(token.text) in _RELATIVES and token.head.dep_ == "acl:relcl"
    return token.head.head if relative else token


def _above(verb: Token, token: Token, own: Token | None) -> tuple[Token | None, str, bool]:
    link = verb.dep_
    for _ in range(_CLAUSES):
        if verb.head.i == verb.i:
            break
        if verb.dep_ == "xcomp" and (asked := _object(verb.head)) is not None and asked.i < verb.i:
            return (asked if asked.i < token.i else None), link, True
        verb = verb.head if verb.dep_ == "conj" else clause_verb(verb.head)
        who = own_subject(verb)
        if who is not None and who.i < token.i and (own is None or who.i != own.i):
            return who, link, False
    return None, link, False


def features(it: Neuter, c: Standing, rank: int, goes_on: bool, layout: Layout) -> Features:
    """What is true of a candidate, by name; what is 0 is left out.

    `rank` tells how many others were mentioned since, `goes_on` that the last pronoun meant the same.
    """
    who = c.one.entry.now()
    here, there = it.token.i, c.head.i
    back = min(layout.sentence[here] - layout.sentence[there], 3)
    before = min(back, 1)
    role = role_of(c.head)
    f: Features = {
        f"back {back}": 1,
        f"back {before}, {it.role}": 1,
        f"paragraphs {layout.paragraph[here] - layout.paragraph[there]}": 1,
        f"rank {min(rank, 4)}": 1,
        f"{role} to {it.role}": 1,
        f"{role} to {it.role}, back {before}": 1,
        f"{c.one.form.name}": 1,
        "country": float(who.kind is ActorKind.COUNTRY),
        f"country, {it.role}": float(who.kind is ActorKind.COUNTRY),
        "often": math.log1p(min(who.count, 6)),
        f"main to {it.role}": float(is_main(c.head)),
        "goes on": float(goes_on),
        "joined": float(c.head.dep_ == "conj" or any(each.dep_ == "conj" for each in c.head.children)),
        "owner of what": float(c.head.dep_ == "nmod:poss"),
        "enters a quote": float(it.quoted and not c.quoted),
        "leaves a quote": float(c.quoted and not it.quoted),
    }
    f[f"own subject of {it.role}"] = float(it.own == there)
    f[f"subject above {it.role}"] = is_above = float(it.above is not None and it.above.i == there)
    f[f"subject above, {it.link}"] = f["subject above"] = is_above
    f["asked"] = float(is_above and it.asked)
    f["another above"] = float(it.above is not None and not is_above and back == 0)
    f["a thing above"] = float(f["another above"] and it.above is not None and _is_thing(it.above))
    f["right before"] = float(it.role == "itself" and c.one.end == here)
    things = layout.things[here - 1] - layout.things[there]
    f["things between"] = math.log1p(max(0, things))
    f["things between, subjects"] = min(2, max(0, layout.subjects[here - 1] - layout.subjects[there]))
    _weigh_speech(f, it, c, role, before)
    if who.kind in (ActorKind.PLACE, ActorKind.PERSON):
        _weigh_kind(f, it, c, role, before)
    if it.role == "subject":
        _weigh_deed(f, it, c, role, back)
    elif it.role == "owner":
        _weigh_possession(f, it, c, role, before)
    case = next((fold(child.text) for child in c.head.children if child.dep_ == "case"), "")
    f[f"{case} it"] = float(case.isalpha())
    return {name: float(value) for name, value in f.items() if value}


def _weigh_speech(f: Features, it: Neuter, c: Standing, role: str, before: int) -> None:
    """Who says something, or is spoken for: "a spokeswoman for the bank said it would"."""
    governor = c.head.head
    staff = _is_staff(governor)
    says = role == "subject" and _says(governor)
    spoken_for = staff and _says(governor.head)
    f["of staff"] = float(staff)
    f["of a person"] = float(governor.pos_ == "NOUN" and nouns().is_person(singular(fold(governor.text))))
    f[f"says, {it.role}, back {before}"] = f["says"] = float(says)
    f[f"spoken for, {it.role}, back {before}"] = f["spoken for"] = float(spoken_for)
    f["says, subject above"] = float(says and f["subject above"])


def _weigh_kind(f: Features, it: Neuter, c: Standing, role: str, before: int) -> None:
    """For a name taken for a place's or a person's, which may be a body's: "Tarnholt said it would"."""
    who = c.one.entry.now()
    kind = who.kind.value
    f[kind] = f[f"{kind}, {it.role}"] = f[f"{kind}, {role}, back {before}"] = 1
    f[f"{kind}, subject above"] = f["subject above"]
    f[f"{kind}, says"] = f["says"]


def _weigh_deed(f: Features, it: Neuter, c: Standing, role: str, back: int) -> None:
    """What "it" does: "it filed a suit", "it said", "it seems that"."""
    verb = it.token.head
    f["it says"] = float(_says(verb))
    f["it says, said"] = float(f["it says"] and f["says"])
    f["it acts"] = float(verb.pos_ == "VERB" and is_deed(fold(verb.text)))
    f["it acts, country"] = float(f["it acts"] and f["country"])
    f["it is"] = float(verb.pos_ != "VERB" or any(child.dep_ == "cop" for child in verb.children))
    f[f"it is, back {min(back, 1)}"] = f["it is"]
    f["it is a thing"] = float(_is_thing(verb) and fold(verb.text) not in organisations().bodies)
    f["it suffers"] = float(it.token.dep_ == "nsubj:pass")
    f["it opens"] = float(bool(it.token.is_sent_start))
    f[f"it opens, {role}, back {min(back, 2)}"] = f["it opens"]
    f[f"it, {verb.dep_}"] = 1
    f["it does something"] = float(any(child.dep_ == "obj" for child in verb.children))
    beside = _object(verb.head) if verb.dep_ == "conj" else None  # "launched a card, and it sold well"
    is_other = beside is not None and beside.i > c.head.i and _is_thing(beside)
    f["a thing beside"] = float(is_other and not f["it does something"])


def _weigh_possession(f: Features, it: Neuter, c: Standing, role: str, before: int) -> None:
    """What is "its": "its president", "its shares", "Norsund and its lawyers"."""
    owned = it.token.head
    word = fold(owned.text)
    f["its staff"] = float(_is_staff(owned))
    f["its person"] = float(nouns().is_person(singular(word)))
    f["its many"] = float(word != singular(word))
    f[f"its {role_of(owned)}"] = 1
    f["its opens"] = float(bool(it.token.is_sent_start))
    f["and its"] = float(owned.dep_ == "conj" and owned.head.i == c.head.i)
    f[f"its subject, {role}, back {before}"] = float(role_of(owned) == "subject")


def _says(verb: Token) -> bool:
    return cue_strength(verb.text) >= CueStrength.SAY


def _is_staff(noun: Token) -> bool:
    """Tell "president" and "spokeswoman", whom countries and bodies have."""
    known = nouns()
    return singular(fold(noun.text)) in known.offices | known.spokesmen | known.statesmen | known.leaders


def _is_thing(token: Token) -> bool:
    """Tell what "it" may mean besides: the singular of no person."""
    word = fold(token.text)
    if token.pos_ != "NOUN" or word != singular(word):
        return False
    return not nouns().is_person(word) and not is_plural(word)


def is_filler(token: Token) -> bool:
    """Tell "it seems that", "it is clear that", "it is time" and "it rained", where "it" is nobody."""
    verb = token.head
    if not token.dep_.startswith(("nsubj", "expl")):
        return False
    if token.dep_ == "expl":
        return True
    if fold(verb.text) in _WEATHER:
        return True
    if fold(verb.text) in _MINDED:
        return False
    if cue_strength(verb.text) in (CueStrength.THINK, CueStrength.SAY) and token.dep_ == "nsubj":
        return False
    return any(child.dep_ in _FILLED and child.i > verb.i for child in verb.children)


def _object(verb: Token) -> Token | None:
    """What stands right behind a verb as its object."""
    return next((child for child in verb.children if child.dep_ == "obj" and child.i > verb.i), None)

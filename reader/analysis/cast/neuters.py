""" "It" and "its", where grammar says which country or organisation they mean; elsewhere nobody.

"Russia cast its veto", "The bank said it would", "Norsund and its lawyers"; a guess where only the paragraph
does: "It declined to comment". Most "it" in news is a thing or nothing at all, so that the rest stays open.
"""

from spacy.tokens import Doc, Token

from reader.analysis.cast.lexicon import nouns
from reader.analysis.cast.metonyms import is_deed
from reader.analysis.cast.names import fold
from reader.analysis.cast.occurrences import Map, Occurrence
from reader.analysis.cast.phrases import clause_verb, head_of, is_plural, own_subject, singular
from reader.analysis.findings import ActorKind, MentionForm
from reader.analysis.speech.cues import CueStrength, cue_strength

_KINDS = frozenset({ActorKind.COUNTRY, ActorKind.ORGANISATION})
_TOLD, _GUESSED, _ALONE = 0.82, 0.7, 0.6
_CLAUSES = 4  # how many a subject may stand above
_BELOW = frozenset({"ccomp", "advcl", "acl", "acl:relcl"})
_PARTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
_FILLED = frozenset({"csubj", "csubj:pass", "ccomp", "expl"})
_OWN = frozenset({"nsubj", "nsubj:pass", "nmod:poss"})
_OTHERS = frozenset({"i", "we", "you", "this", "that", "there"})  # with whom a topic ends
_RULED = ("ruled", "ruling")
_RELATIVES = frozenset({"that", "which", "who"})


def find_neuters(doc: Doc, at: Map, nominals: list[Occurrence]) -> list[Occurrence]:
    """Resolve the neuter pronouns of `doc` whose antecedent its sentence names; `nominals` as "the bank"."""
    heads = {head_of(doc, one.start, one.end).i: one for one in nominals if one.entry.now().kind in _KINDS}
    found: list[Occurrence] = []
    topic: Occurrence | None = None  # the last subject of the paragraph, if it is a country or a body
    before: Occurrence | None = None  # that of the sentence before
    speaker: Occurrence | None = None  # who said something last in the paragraph, if it is one
    near: Occurrence | None = None  # the last one named in this paragraph or the one before
    paragraph = 0
    for token in doc:
        word = fold(token.text)
        before = topic if token.is_sent_start else before
        if "\n" in token.text:
            topic = before = speaker = None
            near = near if near and near.end > paragraph else None
            paragraph = token.i
        elif word in ("it", "its", "itself") and token.pos_ != "PROPN":
            one = _subject(doc, token, at, heads) if word == "it" else _possessor(doc, token, at, heads)
            sure = _TOLD
            if one is None and (one := _gone_on(token, word, topic, speaker)) is not None:
                sure = _GUESSED
            if one is None and word == "its" and _is_staff(token.head):
                one, sure = topic or before or near, _GUESSED
            if one is None and word == "its" and (one := _only(doc, token, at, heads)) is not None:
                sure = _ALONE
            if one is not None and one.start < token.i:
                heads[token.i] = one  # "it said it would": the next one may lean on this
                found.append(Occurrence(token.i, token.i + 1, one.entry, MentionForm.PRONOUN, sure))
        here = _at(doc, token, at, heads)
        near = here or near
        if token.dep_.startswith("nsubj"):
            if token.head.dep_ in ("ROOT", "root", "conj", "ccomp"):
                topic = here or (None if token.pos_ in ("NOUN", "PROPN") or word in _OTHERS else topic)
            if cue_strength(token.head.text) >= CueStrength.SAY:
                speaker = here or _spoken_for(doc, token, at, heads)
    return found


def _is_staff(owned: Token) -> bool:
    """Tell "its president" and "its spokeswoman", whose owner is a country or a body."""
    known = nouns()
    return singular(fold(owned.text)) in known.offices | known.spokesmen | known.statesmen | known.leaders


def _gone_on(
    token: Token, word: str, topic: Occurrence | None, speaker: Occurrence | None
) -> Occurrence | None:
    """Whom the paragraph goes on with: "It declined to comment", "Its president said", ", it said,"."""
    if word == "its":
        return topic if token.is_sent_start else None
    verb = token.head
    if not token.dep_.startswith("nsubj") or _is_filler(token):
        return None
    if cue_strength(verb.text) >= CueStrength.SAY:
        return topic or speaker
    return (topic or (speaker if token.is_sent_start else None)) if _acts(token) else None


def _acts(token: Token) -> bool:
    """Tell the subject of what hardly a thing does."""
    verb = token.head
    acts = token.dep_ == "nsubj" and verb.pos_ == "VERB" and is_deed(fold(verb.text))
    return acts and not _is_filler(token) and (verb.dep_ != "conj" or _goes_on(verb))


def _is_filler(token: Token) -> bool:
    """Tell "it seems that", "it is clear that" and "it is time", where "it" is nobody."""
    verb = token.head
    if fold(verb.text) == "time":
        return True
    if cue_strength(verb.text) in (CueStrength.THINK, CueStrength.SAY) and token.dep_ == "nsubj":
        return False
    return any(child.dep_ in _FILLED and child.i > verb.i for child in verb.children)


def _possessor(doc: Doc, token: Token, at: Map, heads: dict[int, Occurrence]) -> Occurrence | None:
    owned = token.head
    if owned.dep_ == "conj" and owned.head.i < token.i and (one := _at(doc, owned.head, at, heads)):
        return one  # "Norsund and its lawyers"
    who = _subject_above(token, owned.i)  # "Rome complained that its neighbour did too little"
    return None if who is None else _at(doc, who, at, heads)


def _subject(doc: Doc, token: Token, at: Map, heads: dict[int, Occurrence]) -> Occurrence | None:
    """ "The bank said it would pay": the subject of the clause above, or whom it speaks for."""
    verb = token.head
    if not token.dep_.startswith("nsubj") or _is_filler(token):
        return None
    if verb.dep_ not in _BELOW:
        return _alongside(doc, token, at, heads)
    if verb.pos_ != "VERB" and not (verb.dep_ == "ccomp" and cue_strength(verb.head.text)):
        return None
    above = _subject_above(verb, token.i) if verb.dep_ != "advcl" else own_subject(clause_verb(verb.head))
    if verb.dep_ == "advcl" and is_deed(fold(verb.text)) and not (above and _at(doc, above, at, heads)):
        above = _object(clause_verb(verb.head))  # "this put the bank in doubt, since it had sold ..."
    if above is not None and fold(above.head.text).startswith(_RULED):  # who is ruled on is not the court
        above = _subject_above(above.head, above.i)
    if above is None or above.i > token.i:
        return None
    return _at(doc, above, at, heads) or (
        _spoken_for(doc, above, at, heads) if cue_strength(above.head.text) >= CueStrength.SAY else None
    )


def _alongside(doc: Doc, token: Token, at: Map, heads: dict[int, Occurrence]) -> Occurrence | None:
    """ "Although the bank lost, it paid", "the bank lost, but it paid": the subject of the clause beside."""
    verb = token.head
    if verb.pos_ != "VERB" or token.dep_ != "nsubj":
        return None
    clauses = [child for child in verb.children if child.dep_ == "advcl" and child.i < token.i]
    if verb.dep_ == "conj" and _goes_on(verb):
        clauses.append(verb.head)
    subjects = (own_subject(clause) for clause in clauses)
    return next((one for who in subjects if who and (one := _at(doc, who, at, heads))), None)


def _goes_on(verb: Token) -> bool:
    """Tell whether the second verb goes on with the first one's subject, and not with its object.

    "Said that the bank would stay and that it had no plans", "the bank lost, and it sued", but not "the bank
    launched a card, and it sold well".
    """
    if any(child.dep_ == "mark" and fold(child.text) == "that" for child in verb.children):
        return True
    acts = _object(verb) is not None and is_deed(fold(verb.text))
    return acts or (
        _object(verb.head) is None and any(is_deed(fold(each.text)) for each in (verb, verb.head))
    )


def _object(verb: Token) -> Token | None:
    """What stands right behind a verb as its object."""
    return next((child for child in verb.children if child.dep_ == "obj" and child.i > verb.i), None)


def _subject_above(token: Token, own: int) -> Token | None:
    """The nearest subject of the clauses that `token` stands in, before it; not the one at `own`."""
    verb = clause_verb(token) if token.dep_ not in _BELOW else token
    for _ in range(_CLAUSES):
        who = own_subject(verb)
        if who is not None and who.i not in (own, token.i):
            return who if who.i < token.i else None
        if verb.head.i == verb.i:
            break
        asked = _object(verb.head) if verb.dep_ == "xcomp" else None  # "urged the bank to keep its branches"
        if asked is not None and asked.i < verb.i:
            return asked if asked.i not in (own, token.i) else None
        verb = verb.head if verb.dep_ == "conj" else clause_verb(verb.head)
    return None


def _spoken_for(doc: Doc, token: Token, at: Map, heads: dict[int, Occurrence]) -> Occurrence | None:
    """The body of "a spokeswoman for the bank", "the bank's chairwoman"."""
    noun = fold(token.text)
    for child in token.children:
        owns = child.dep_ == "nmod:poss" and nouns().is_person(noun)
        speaks = child.dep_ == "nmod" and noun in nouns().spokesmen
        if (owns or speaks) and (one := _at(doc, child, at, heads)):
            return one
    return None


def _only(doc: Doc, token: Token, at: Map, heads: dict[int, Occurrence]) -> Occurrence | None:
    """The one country or body named so far in the sentence, if it acts or owns and no thing came since."""
    one: Occurrence | None = None
    for other in doc[token.sent.start : token.i]:
        here = _at(doc, other, at, heads)
        if here is not None:
            if other.dep_ not in _OWN or (one is not None and here.entry.now() is not one.entry.now()):
                return None
            one = here
        elif other.pos_ == "NOUN" and other.dep_ in _PARTS and not _is_no_thing(fold(other.text)):
            one = None
    return one


def _is_no_thing(noun: str) -> bool:
    """Tell people and plurals, for which "its" does not stand."""
    return nouns().is_person(noun) or is_plural(noun) or noun != singular(noun)


def _at(doc: Doc, token: Token, at: Map, heads: dict[int, Occurrence]) -> Occurrence | None:
    """The country or organisation whose mention has `token` for its head."""
    if fold(token.text) in _RELATIVES and token.head.dep_ == "acl:relcl":
        token = token.head.head
    if token.i in heads:
        return heads[token.i]
    one = at[token.i]
    if one is None or one.form is MentionForm.DEMONYM or one.entry.now().kind not in _KINDS:
        return None
    if any(child.dep_ == "conj" for child in token.children):
        return None  # "Russia and China ... its"
    return one if head_of(doc, one.start, one.end).i == token.i else None

"""Reported speech without marks: X said that …; …, X said; according to X, …

Here the parse is trusted, since no quotation marks disturb it; precision goes before finding everything. A
clause that has quotation marks in it is left to them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from reader.analysis.lexicon.cues import CueStrength, is_time, words
from reader.analysis.speech.behind import addressee
from reader.analysis.speech.clauses import is_passive
from reader.analysis.speech.passage import Passage, Phrase
from reader.analysis.speech.patterns import Attribution, Pattern
from reader.analysis.speech.reporting import Sentence
from reader.analysis.speech.subjects import subject

_FEWEST = 3  # words of a clause
_CLAUSES = frozenset({"ccomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})
_ENDS = frozenset(".!?…;")

Tokens = tuple[int, int]  # first and last (exclusive) of a document


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody is said to have said: its stretches of tokens, and who and what tell so."""

    stretches: tuple[Tokens, ...]
    found: Attribution

    @property
    def cue(self) -> int:
        """The token that tells so."""
        return self.found.cue if self.found.cue is not None else self.stretches[0][0]


def reports(doc: Doc, sentence: Sentence) -> Iterator[Report]:
    """Find the reported speech of a sentence, in text order of its cues; stretches never overlap."""
    passage = Passage(doc, sentence.items)
    taken: set[int] = set()
    for k in range(len(passage)):
        report = _according(passage, k) or _inserted(passage, k) or _clause(passage, k)
        if report is None:
            continue
        own = {i for stretch in report.stretches for i in range(*stretch) if not doc[i].is_space}
        if not own & taken and own <= passage.places.keys():
            taken |= own
            yield report


def _clause(passage: Passage, k: int) -> Report | None:
    """Read "X said that …" and "…, X said" by the clause that hangs on the verb."""
    verb = passage.token(k)
    if verb is None or not _reports(passage, k):
        return None
    clause = next((c for c in verb.children if c.dep_ in _CLAUSES and _is_clause(c)), None)
    if clause is None or clause.i not in passage.places:
        return None
    phrase = _source(passage, subject(passage, k, ()))
    if phrase is None:
        return None
    doc = passage.doc
    first = clause.left_edge.i
    stretches: list[Tokens] = []
    if clause.i > verb.i:
        stretches += _parts(doc, verb, clause)
    elif doc[(last := min(verb.i, phrase.first) - 1)].text == "," and not _is_marked(clause):
        stretches.append((first, last))
    kept = tuple(part for stretch in stretches if (part := _whole(passage, *stretch)))
    if not kept:
        return None
    return Report(kept, Attribution(Pattern.REPORTED, phrase, verb.i, addressee(passage, k)))


def _source(passage: Passage, phrase: Phrase | None) -> Phrase | None:
    """Let only those be a source who can speak, but not the writer or the reader of the article."""
    if phrase is None or passage.doc[phrase.head].lower_ in words("reported", "nobody"):
        return None
    return phrase if passage.may_speak(phrase) else None


def _whole(passage: Passage, first: int, last: int) -> Tokens | None:
    """Leave a stretch to its quotation marks if some stand in it or go on with it."""
    places = [passage.places.get(i) for i in range(first, last) if not passage.doc[i].is_space]
    own = [place for place in places if place is not None]
    if not own or len(own) < len(places):
        return None
    if passage.is_quotation(own[-1] + 1) or passage.is_quotation(own[0] - 1):
        return None
    return _trimmed(passage.doc, first, last)


def _reports(passage: Passage, k: int) -> bool:
    """Tell "said" from "did not say", "would say", "declined to say" and "was told"."""
    verb = passage.token(k)
    if verb is None:
        return False
    known = passage.cue(k) == CueStrength.SAY or verb.lower_ in words("reported", "verbs")
    known = known and verb.lower_ not in words("reported", "wordless")
    if not known or verb.pos_ != "VERB" or is_passive(passage.doc, verb.i):
        return False
    if verb.dep_ == "advcl" and verb.text.endswith("ed") and not _is_clause(verb):
        return False  # "Asked whether …, she laughed"
    unreal = words("reported", "unreal")
    return not any(
        (child.lower_ in unreal and child.i < verb.i) or child.dep_ == "obj" for child in verb.children
    )


def _is_clause(token: Token) -> bool:
    """Tell a clause with a subject of its own from "said to be", "asked to go" and "said X, who …"."""
    if not any(child.dep_ in _SUBJECTS for child in token.children):
        return False
    first = token.left_edge
    while first.is_punct and first.i < token.i:
        first = first.nbor()
    if token.dep_ != "ccomp" and first.i != token.head.i + 1:
        return False
    if first.lower_ in words("reported", "questions"):
        return token.head.lower_ in words("reported", "asking")
    return first.lower_ not in words("grammar", "relative") - {"that"}


def _is_marked(clause: Token) -> bool:
    """Tell "if he comes, …" from what may be said."""
    return any(child.dep_ == "mark" for child in clause.children)


def _parts(doc: Doc, verb: Token, clause: Token) -> Iterator[Tokens]:
    """Part a clause behind its verb where another "that" begins, and end it where the reporter goes on."""
    first, last = clause.left_edge.i, clause.right_edge.i + 1
    if first <= verb.i:
        return
    parts = [first]
    for token in doc[first:last]:
        if token.dep_ == "conj" and token.head.i >= clause.i:
            mark = next((c for c in token.children if c.dep_ == "mark" and c.lower_ == "that"), None)
            joint = next((c for c in token.children if c.dep_ == "cc"), None)
            if mark and joint:
                parts.append(mark.i)
            elif joint and token.head == clause and doc[joint.i - 1].text == "," and not _is_clause(token):
                last = min(last, joint.i - 1)  # "…, and left the room"
        elif token.dep_ == "advcl" and doc[token.i - 1].text == "," and token.text.endswith("ing"):
            adding = Passage(doc, [token.i]).cue(0) == CueStrength.SAY  # "…, adding that …"
            last = min(last, token.i - 1) if adding else last
    yield from pairwise([*(part for part in parts if part < last), last])


def _inserted(passage: Passage, k: int) -> Report | None:
    """Read "The plan, he said, would never work", whose clause the verb parts."""
    verb = passage.token(k)
    if verb is None or not _reports(passage, k) or not passage.is_finite(k):
        return None
    phrase = _source(passage, passage.phrase_until(k - 1))
    at = passage.places[phrase.first] if phrase else 0
    after = _skip_when(passage, k + 1)
    if not phrase or passage.text(at - 1) != "," or passage.text(after) != ",":
        return None
    if passage.text(at - 2).lower() in words("grammar", "relative"):
        return None  # "…, which, he said, …": only what belongs to "which" is reported
    whole = _around(passage, at - 1, after)
    return Report(whole, Attribution(Pattern.REPORTED, phrase, verb.i)) if whole else None


def _skip_when(passage: Passage, k: int) -> int:
    """Step over "on Monday" behind a verb."""
    start = k
    while passage.pos(k) in {"ADP", "ADV", "DET"} or is_time(passage.text(k)):
        k += 1
    return k if k == start or any(is_time(passage.text(j)) for j in range(start, k)) else start


def _according(passage: Passage, k: int) -> Report | None:
    """Read "according to X, …", "…, according to X" and "…, according to X, …"."""
    cue = passage.token(k)
    if cue is None or cue.lower_ != "according" or passage.text(k + 1) != "to":
        return None
    phrase = _source(passage, passage.phrase_from(k + 2))
    if phrase is None:
        return None
    after = passage.places[phrase.last - 1] + 1
    while after < len(passage) and passage.text(after) not in {",", *_ENDS}:
        after += 1
    parts = _around(passage, k - 1 if passage.text(k - 1) == "," else k, after)
    return Report(parts, Attribution(Pattern.ACCORDING, phrase, cue.i)) if parts else None


def _around(passage: Passage, before: int, after: int) -> tuple[Tokens, ...]:
    """Give the clause that stands before a place, and what goes on with it behind the comma at another."""
    if any(passage.is_quotation(k) for k in range(len(passage))):
        return ()
    ahead, behind = _stretch(passage, 0, before), None
    if passage.text(after) == "," and passage.text(after + 1).lower() not in words("reported", "against"):
        behind = _stretch(passage, after + 1, len(passage))
    parts = tuple(part for part in (ahead, behind) if part)
    enough = sum(part[1] - part[0] for part in parts) >= _FEWEST
    return parts if enough and any(_says(passage.doc, part) for part in parts) else ()


def _says(doc: Doc, stretch: Tokens) -> bool:
    """Tell a clause from a part of one."""
    return any(doc[i].dep_ in _SUBJECTS or doc[i].pos_ == "AUX" for i in range(*stretch))


def _stretch(passage: Passage, first: int, last: int) -> Tokens | None:
    """Give places `first` to `last` (exclusive) as tokens, if there are words and no quotation among them."""
    tokens = [passage.token(k) for k in range(first, last)]
    own = [token.i for token in tokens if token is not None]
    if not own or len(own) < len(tokens):
        return None
    return _trimmed(passage.doc, own[0], own[-1] + 1, 1)


def _trimmed(doc: Doc, first: int, last: int, fewest: int = _FEWEST) -> Tokens | None:
    """Leave out "that" and the stops at both ends; None if less than a few words are left."""
    leading = words("reported", "leading")
    while first < last and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ in leading):
        first += 1
    while first < last and _is_stop(doc, last - 1):
        last -= 1
    return (first, last) if sum(token.is_alpha for token in doc[first:last]) >= fewest else None


def _is_stop(doc: Doc, i: int) -> bool:
    token = doc[i]
    joins = i and token.lower_ in {"and", "but"}
    return bool(token.is_space or joins or token.text in {",", ";", ":", "—", "–", "-", ".", "(", "?", "!"})

"""Which reporting verb of a sentence governs a quotation in it, and who stands as its subject.

Every verb of saying in the sentence is a candidate; what stands right behind or right before the marks is
tried first, by the surface, since the parser is at its weakest beside quotation marks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc

from reader.analysis.cues import CueStrength, cue_strength, is_person, is_title_word
from reader.analysis.reporting import Item, Sentence, Slot
from reader.analysis.sources import (
    RELATIVE,
    Phrase,
    agent_of,
    is_passive,
    phrase_from,
    phrase_until,
    subject_of,
)

_LIGHT = frozenset({"ADV", "AUX", "PART", "INTJ"})
_DASHES = frozenset({"—", "–", "―", "-", "--", "~"})
_COMMAS = _DASHES | {",", ";", "…", "..."}
_BRACKETS = {"(": ")", "[": "]"}
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "from",
        "by",
        "as",
        "is",
        "it",
        "'s",
        "’s",
        "n't",
        "n’t",
    ]
)
_BEFORE_TITLE = frozenset({"on", "in", "of", "from", "to", "'s", "’s", "with", "for", "host", "hosts"})
_PARTICLES = frozenset({"back", "out", "up", "on", "in", "aloud", "again", "recently", "then", "simply"})
_LEAD_IN = _DASHES | {",", ":", "that"}


class Pattern(StrEnum):
    """How a quotation and its source stand to each other."""

    BEHIND = "behind"  #        "…," X said
    INVERTED = "inverted"  #    "…," said X
    ACCORDING = "according"  #  "…," according to X
    TAIL = "tail"  #            … "…" …, X said
    BEFORE = "before"  #        X said, "…"
    COLON = "colon"  #          X was clear: "…"
    NAME = "name"  #            X: "…"
    DASH = "dash"  #            "…" — X
    TURN = "turn"  #            "X: …", the name inside the marks
    GOVERNED = "governed"  #    X called it "…"
    OWNED = "owned"  #          X's "…"
    SUBJECT = "subject"  #      X pushed for "…"
    NOBODY = "nobody"  #        a title, a name for a thing, a question that "was asked"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source for a quotation: the phrase that names it, the cue, and how they stand."""

    pattern: Pattern
    phrase: Phrase | None
    cue: int | None = None
    addressee: Phrase | None = None
    weight: float = 0.0


def attribute(doc: Doc, sentence: Sentence, slot: Slot, direct: bool) -> Attribution | None:
    """Find who says a quotation, by its own sentence alone."""
    if is_title(doc, sentence, slot):
        return Attribution(Pattern.NOBODY, None)
    turn = turn_of(doc, slot)
    if turn:
        return Attribution(Pattern.TURN, turn)
    hidden = frozenset(i for each in sentence.slots for i in range(each.first, each.last))
    found = [*_behind(doc, sentence, slot, hidden), *_before(doc, sentence, slot, hidden, direct)]
    return max(found, key=lambda each: each.weight, default=None)


def attribute_after(doc: Doc, sentence: Sentence) -> Attribution | None:
    """Find who is on stage in a sentence of the reporter's that leads to a quotation behind it."""
    items = sentence.items
    hidden = frozenset(i for each in sentence.slots for i in range(each.first, each.last))
    verbs = [item for item in items if isinstance(item, int) and doc[item].pos_ in {"VERB", "AUX"}]
    for verb in sorted(verbs, key=lambda i: (doc[i].dep_.lower() != "root", i)):
        phrase = subject_of(doc, verb, hidden)
        if phrase and phrase.head in items and doc[phrase.head].lower_ not in RELATIVE:
            return Attribution(Pattern.SUBJECT, phrase)
    return None


def _behind(doc: Doc, sentence: Sentence, slot: Slot, hidden: frozenset[int]) -> Iterator[Attribution]:
    items = sentence.after(slot)
    end = next((k for k, item in enumerate(items) if isinstance(item, Slot)), len(items))
    near = items[:end]
    k = 0
    dashed = False
    while k < len(near) and _text(doc, near[k]) in _COMMAS | {".", ")"}:
        dashed = dashed or _text(doc, near[k]) in _DASHES
        k += 1
    if k < len(near):
        ending = doc[slot.last - 2].text[-1] if slot.last - slot.first > 2 else ""
        anything = ending in {",", "?", "!", "…", "—"} or (
            ending in {"'", "’"} and doc[slot.last - 3].text in {",", "?", "!"}
        )
        yield from _clause_behind(doc, near, k, 10.0, anything)
        if dashed:
            phrase = phrase_from(doc, near, k)
            if phrase and phrase.last - near[k] >= len(near) - k - 1 and doc[phrase.head].text[0].isupper():
                yield Attribution(Pattern.DASH, phrase, weight=9.0)
    # The sentence may have more quotations before its reporting clause: "…" and "…," X said.
    for k in range(len(items) - 2, 0, -1):
        if _text(doc, items[k - 1]) == "," or isinstance(items[k - 1], Slot):
            for found in _clause_behind(doc, items, k, 6.0):
                if (
                    found.cue is None
                    or cue_strength(doc[found.cue].text) == CueStrength.SAY
                    or found.pattern == Pattern.ACCORDING
                ):
                    yield Attribution(Pattern.TAIL, found.phrase, found.cue, found.addressee, found.weight)


def _clause_behind(
    doc: Doc, items: Sequence[Item], k: int, weight: float, anything: bool = False
) -> Iterator[Attribution]:
    """Read a reporting clause that starts at `items[k]`: X said, said X, according to X.

    Where the words before it end like an utterance, `anything` that is a verb may be its cue: X sighed.
    """
    first = items[k]
    if not isinstance(first, int):
        return
    if doc[first].lower_ == "according" and k + 1 < len(items) and _text(doc, items[k + 1]) == "to":
        phrase = phrase_from(doc, items, k + 2)
        if phrase:
            yield Attribution(Pattern.ACCORDING, phrase, first, weight=weight)
        return
    start = k
    while k < len(items) and _pos(doc, items[k]) in _LIGHT:
        k += 1
    if k == len(items):
        return
    cue = items[k]
    known = _is_cue(doc, cue, CueStrength.REPORT)
    if (
        isinstance(cue, int)
        and (known or (anything and doc[cue].pos_ == "VERB"))
        and doc[cue].text[-3:] != "ing"
    ):
        phrase = phrase_from(doc, items, k + 1)
        if phrase and not _verb_follows(doc, items, phrase) and (known or _is_person(doc, phrase)):
            yield Attribution(Pattern.INVERTED, phrase, cue, weight=weight - (not known))
        return
    if k != start:
        return
    phrase = phrase_from(doc, items, k)
    if not phrase:
        return
    for strength in (CueStrength.REPORT, CueStrength.NONE)[: 1 + anything]:
        verb = _verb_after(doc, items, phrase, strength)
        if verb is not None:
            lost = 0.0 if strength else 1.5
            yield Attribution(Pattern.BEHIND, phrase, verb, _addressee(doc, items, verb), weight - lost)
            return


def _is_person(doc: Doc, phrase: Phrase) -> bool:
    return any(
        doc[i].ent_type_ == "PER" or is_person(doc[i].text) for i in range(phrase.first, phrase.last)
    ) or (doc[phrase.head].lower_ in {"he", "she", "they"})


def _verb_after(doc: Doc, items: Sequence[Item], phrase: Phrase, strength: CueStrength) -> int | None:
    """Find the cue whose subject starts a clause: X said; X, a Y of Z, said; X, who …, told."""
    bracket: str | None = None
    aside = False
    for k in range(items.index(phrase.last - 1) + 1, len(items)):
        item = items[k]
        if not isinstance(item, int):
            return None
        token = doc[item]
        if bracket:
            bracket = None if token.text == bracket else bracket
        elif token.text in _BRACKETS:
            bracket = _BRACKETS[token.text]
        elif token.text == "," or _is_dash(doc, item):
            aside = not _predicate_starts(doc, items, k + 1, strength)
        elif token.text in {".", ";", ":"}:
            return None
        elif not aside and _is_cue(doc, item, strength):
            return item if token.text[-3:] != "ing" else None
        elif not aside and token.pos_ == "VERB":
            return None
    return None


def _predicate_starts(doc: Doc, items: Sequence[Item], k: int, strength: CueStrength) -> bool:
    """Tell the comma that ends an aside (", a Y of Z, said") from one inside it."""
    while k < len(items) and _pos(doc, items[k]) in _LIGHT:
        k += 1
    return k < len(items) and _is_cue(doc, items[k], strength) and _text(doc, items[k])[-3:] != "ing"


def _verb_follows(doc: Doc, items: Sequence[Item], phrase: Phrase) -> bool:
    """Tell "…," said he would go: what follows the cue has a verb of its own."""
    k = items.index(phrase.last - 1) + 1
    return k < len(items) and _pos(doc, items[k]) in {"AUX", "VERB"} and doc[phrase.head].pos_ == "PRON"


def _before(
    doc: Doc, sentence: Sentence, slot: Slot, hidden: frozenset[int], direct: bool
) -> Iterator[Attribution]:
    items = sentence.before(slot)
    if not items:
        return
    chain = _governors(doc, slot, hidden)
    last = len(items) - 1
    colon = _text(doc, items[-1]) == ":"
    for k in range(last, -1, -1):
        cue = items[k]
        if not isinstance(cue, int):
            continue
        strength = cue_strength(doc[cue].text)
        if not _is_cue(doc, cue, CueStrength.THINK):
            # Any verb will do right before an utterance: X shot back, "…"
            if not (direct and doc[cue].pos_ == "VERB" and _leads_in(doc, items[k + 1 :])):
                continue
            strength = CueStrength.REPORT
        passive = is_passive(doc, cue)
        phrase = agent_of(doc, cue) if passive else _subject(doc, items, k, hidden)
        if not phrase and not passive:
            continue
        between = items[k + 1 :]
        near = not between or _leads_in(doc, between)
        weight = 4.0 + strength - 0.12 * len(between) - 0.6 * sum(isinstance(item, Slot) for item in between)
        if near:
            weight += 2.0
        if cue in chain:
            weight += 2.0 - 0.4 * chain[cue]
        if colon and not any(_text(doc, item) == ":" for item in between[:-1]):
            weight += 1.5
        if phrase is None:
            yield Attribution(Pattern.NOBODY, None, cue, weight=weight)
            continue
        pattern = (
            Pattern.COLON
            if colon
            else Pattern.BEFORE
            if near and strength == CueStrength.SAY
            else Pattern.GOVERNED
        )
        yield Attribution(pattern, phrase, cue, _addressee(doc, items, cue), weight)
    yield from _without_cue(doc, items, chain, hidden)


def _leads_in(doc: Doc, between: Sequence[Item]) -> bool:
    """Tell whether a verb and a quotation are parted by a comma, a colon or "that" alone ("shot back, …")."""
    if not between or _text(doc, between[-1]).lower() not in _LEAD_IN:
        return False
    return len(between) == 1 or (len(between) == 2 and _text(doc, between[0]) in _PARTICLES)


def _without_cue(
    doc: Doc, items: Sequence[Item], chain: dict[int, int], hidden: frozenset[int]
) -> Iterator[Attribution]:
    last = len(items) - 1
    colon = last > 0 and _text(doc, items[last]) == ":"
    if colon:
        phrase = phrase_until(doc, items, last - 1)
        person = phrase is not None and doc[phrase.head].ent_type_ == "PER"
        alone = phrase is not None and _clause_starts(doc, items, items.index(phrase.first))
        if not (person and alone) and not any(_pos(doc, item) == "VERB" for item in items):
            names = [k for k in range(last) if isinstance(items[k], int) and doc[items[k]].ent_type_ == "PER"]
            phrase = phrase_until(doc, items, names[-1]) if names else phrase_from(doc, items, 0)
            person = alone = True
        if phrase and person and alone:
            yield Attribution(
                Pattern.NAME, phrase, items[last] if isinstance(items[last], int) else None, weight=8.0
            )
    starter = phrase_from(doc, items, 0)
    if not colon and starter and starter.last in items[1:] and doc[starter.last].text == ":":
        yield Attribution(Pattern.NAME, starter, starter.last, weight=4.5)  # a headline: X: This is "…"
    if _text(doc, items[last]) in {"'s", "’s", "'", "’"} and last:
        owner = phrase_until(doc, items, last - 1)
        if owner:
            yield Attribution(Pattern.OWNED, owner, weight=3.0)
    for k, item in enumerate(items[:-2]):
        if _text(doc, item).lower() == "according" and _text(doc, items[k + 1]).lower() == "to":
            phrase = phrase_from(doc, items, k + 2)
            if phrase and isinstance(item, int):
                yield Attribution(Pattern.ACCORDING, phrase, item, weight=4.5)
    for item in items:
        if isinstance(item, int) and doc[item].pos_ == "VERB" and item not in hidden:
            phrase = subject_of(doc, item, hidden)
            if phrase and phrase.head in items:
                weight = 1.0 + (1.0 - 0.2 * chain[item] if item in chain else 0.0) + (3.0 if colon else 0.0)
                yield Attribution(Pattern.COLON if colon else Pattern.SUBJECT, phrase, None, weight=weight)


def _subject(doc: Doc, items: Sequence[Item], k: int, hidden: frozenset[int]) -> Phrase | None:
    """Find the subject of the cue at `items[k]`.

    The surface is asked first where it is plain (a clause that starts with X said), then the parse, then
    the surface again.
    """
    cue = items[k]
    assert isinstance(cue, int)
    j = k - 1
    while j >= 0 and _pos(doc, items[j]) in _LIGHT:
        j -= 1
    beside = phrase_until(doc, items, j) if j >= 0 else None
    plain = (
        beside is not None and beside.first in items and _clause_starts(doc, items, items.index(beside.first))
    )
    if beside and plain and doc[beside.head].lower_ not in RELATIVE:
        return beside
    found = subject_of(doc, cue, hidden)
    if found and found.head in items and doc[found.head].lower_ not in RELATIVE:
        return found
    if doc[cue].text.endswith("ing"):
        return _subject_before(doc, items, k, hidden)
    if j < 0:
        return None
    if _text(doc, items[j]) in {",", ")"} or _is_dash(doc, items[j]):
        return _before_aside(doc, items, j)
    while beside and beside.first in items:
        j = items.index(beside.first) - 1
        if j < 1 or _pos(doc, items[j]) != "ADP":
            break
        outer = phrase_until(doc, items, j - 1)
        if not outer:
            break
        beside = outer
    return beside


def _subject_before(doc: Doc, items: Sequence[Item], k: int, hidden: frozenset[int]) -> Phrase | None:
    """Find who acts before a participle: X said it again, adding; said X, adding."""
    verbs = [
        i for i in range(k) if _pos(doc, items[i]) == "VERB" and not _text(doc, items[i]).endswith("ing")
    ]
    for i in reversed(verbs):
        if _is_cue(doc, items[i], CueStrength.SAY):
            return phrase_from(doc, items, i + 1) or _subject(doc, items, i, hidden)
    return _subject(doc, items, verbs[0], hidden) if verbs else None


def _clause_starts(doc: Doc, items: Sequence[Item], k: int) -> bool:
    """Tell whether a phrase at `items[k]` starts a clause, by what stands before it."""
    if k == 0 or isinstance(items[k - 1], Slot):
        return True
    before = _text(doc, items[k - 1])
    return (
        before in {",", ":", ";", "("}
        or _is_dash(doc, items[k - 1])
        or _pos(doc, items[k - 1]) in {"SCONJ", "CCONJ"}
        or before.lower() in {"what", "that", "as"}
    )


def _before_aside(doc: Doc, items: Sequence[Item], j: int) -> Phrase | None:
    """Step back over ", a Y of Z," or "(…)" that ends at `items[j]`, to a name if there is one."""
    nearest: Phrase | None = None
    bracket = _text(doc, items[j]) == ")"
    for k in range(j - 1, 0, -1):
        text = _text(doc, items[k])
        if isinstance(items[k], Slot):
            break
        if text == "(" if bracket else (text == "," or _is_dash(doc, items[k])):
            bracket = _text(doc, items[k - 1]) == ")"
            if bracket:
                continue
            phrase = phrase_until(doc, items, k - 1)
            if (
                phrase
                and doc[phrase.head].pos_ == "PROPN"
                and doc[phrase.head].ent_type_ not in {"GPE", "LOC"}
            ):
                return phrase
            nearest = nearest or phrase
    return nearest


def _addressee(doc: Doc, items: Sequence[Item], cue: int) -> Phrase | None:
    """Find whom a cue speaks to: "told X", "asked X", "warned X"."""
    k = items.index(cue) + 1
    if doc[cue].lower_ not in {
        "told",
        "tells",
        "tell",
        "telling",
        "asked",
        "asks",
        "asking",
        "assured",
        "assures",
        "warned",
        "reminded",
    }:
        return None
    phrase = phrase_from(doc, items, k)
    return phrase if phrase and phrase.first == cue + 1 else None


def is_title(doc: Doc, sentence: Sentence, slot: Slot) -> bool:
    """Tell the title of a work or a show from somebody's words: capitals, and what stands before it."""
    words = [t for t in doc[slot.first : slot.last] if t.text[0].isalnum()]
    if (
        not words
        or len(words) > 12
        or not all(t.text[0].isupper() or t.text[0].isdigit() or t.text in _SMALL for t in words)
    ):
        return False
    if not words[0].text[0].isalnum() or words[0].text[0].islower():
        return False
    items = sentence.before(slot)
    k = len(items) - 1
    if k >= 0 and _text(doc, items[k]) == ",":
        k -= 1
    lead = doc[item] if k >= 0 and isinstance(item := items[k], int) else None
    if lead is None:
        return False
    if is_title_word(lead.text):
        return True
    own = [t for t in (doc[i] for i in sentence.words) if t.text[0].isalpha() and len(t) > 3]
    if sum(t.text[0].isupper() for t in own) > 0.7 * len(own):
        return False  # a headline, where everything has capitals
    return k == len(items) - 1 and lead.lower_ in _BEFORE_TITLE


def turn_of(doc: Doc, slot: Slot) -> Phrase | None:
    """Read the name that starts a turn of a transcript inside the marks: "SMITH: We won't."."""
    first = slot.first
    while first < slot.last and not doc[first].text[0].isalnum():
        first += 1
    last = first
    while last < min(first + 4, slot.last) and doc[last].text[0].isupper() and doc[last].text[0].isalpha():
        last += 1
    if not first < last < slot.last - 1 or doc[last].text != ":":
        return None
    named = doc[last - 1].ent_type_ == "PER" or doc[first:last].text.isupper()
    return Phrase(first, last, last - 1) if named else None


def _governors(doc: Doc, slot: Slot, hidden: frozenset[int]) -> dict[int, int]:
    """Give the tokens above a quotation in the parse, with the number of steps to them."""
    chain: dict[int, int] = {}
    for i in range(slot.first, slot.last):
        token = doc[i]
        if token.head.i in hidden or token.head.i == i:
            continue
        token, steps = token.head, 0
        while steps < 12:
            chain[token.i] = min(steps, chain.get(token.i, steps))
            if token.head.i == token.i:
                break
            token, steps = token.head, steps + 1
    return chain


def _is_cue(doc: Doc, item: Item, at_least: CueStrength) -> bool:
    if not isinstance(item, int):
        return False
    token = doc[item]
    strength = cue_strength(token.text)
    if strength < at_least:
        return False
    if token.pos_ == "NOUN" and strength and any(child.dep_ == "nsubj" for child in token.children):
        return True  # "The ad claims" with a tagger that saw two nouns
    return (
        token.pos_ == "VERB"
        or (strength == CueStrength.SAY and token.pos_ in {"AUX", "X"})
        or token.lower_ in _VERBS_ALWAYS
    )


_VERBS_ALWAYS = frozenset(
    {
        "said",
        "says",
        "told",
        "tells",
        "added",
        "adds",
        "wrote",
        "writes",
        "asked",
        "asks",
        "saying",
        "adding",
        "tweeted",
    }
)


def _is_dash(doc: Doc, item: Item) -> bool:
    """Tell a dash from a hyphen inside a word."""
    if not isinstance(item, int) or doc[item].text not in _DASHES:
        return False
    return doc[item].text != "-" or (item > 0 and bool(doc[item - 1].whitespace_))


def _text(doc: Doc, item: Item | None) -> str:
    return doc[item].text if isinstance(item, int) else ""


def _pos(doc: Doc, item: Item) -> str:
    return doc[item].pos_ if isinstance(item, int) else ""

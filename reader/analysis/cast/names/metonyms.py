"""Does a capital stand for its government here, or is it the city? Told by its use in the sentence.

The parse is asked first, the words around after it, so that a wrong tree does little harm.
"""

from functools import cache

from spacy.tokens import Doc, Token

from reader.analysis.lexicon.phrases import head_of
from reader.analysis.lexicon.resources import table
from reader.analysis.lexicon.spelling import fold

_SIDES = frozenset({"anti", "pro"})


@cache
def _words(name: str) -> tuple[str, ...]:
    lists: dict[str, list[str]] = table("metonyms.toml")
    return tuple(lists[name])


def _stem(word: str, name: str) -> bool:
    return any(word.startswith(stem) for stem in _words(name))


def is_act(verb: str) -> bool:
    """Tell a verb of which only somebody is the subject, in small letters: "declined"."""
    return _stem(verb, "acts")


def is_deed(verb: str) -> bool:
    """Tell an act or another verb of which a thing is hardly ever the subject: "it filed"."""
    return is_act(verb) or _stem(verb, "deeds")


def power(doc: Doc, start: int, end: int, default: bool = False) -> tuple[bool, float]:
    """Tell whether the name at tokens `start` to `end` stands for a government, and how sure that is.

    `default` is the answer where nothing tells: False for a capital, True for a seat of power.
    """
    before = fold(doc[start - 1].text) if start else ""
    if before == "the" and start > 1:
        before = fold(doc[start - 2].text)
    after = fold(doc[end].text) if end < len(doc) else ""
    if before in ("-", "–") and start > 1 and fold(doc[start - 2].text) in _SIDES:
        return True, 0.9  # "pro-Moscow"
    if before in _words("toward_place"):
        return False, 0.95
    if after in ("—", "―", "–", "--", "(") and (
        start == 0 or doc[start].is_sent_start or "\n" in doc[start - 1].text
    ):
        return False, 0.95  # a dateline
    if after in ("'s", "’s", "'", "’"):
        return _owner(doc, end + 1)
    head = _governor(doc, start, end)
    if before in ("to", "from", "of"):
        governor = fold(head.text) if head is not None else ""
        previous = _previous_word(doc, start)
        near = [word for word in (previous, governor) if word]
        if any(_stem(word, "motion") or word in _words("city") for word in near):
            return False, 0.9
        if before == "of":
            return (True, 0.8) if near else (default, 0.6)
        return (True, 0.8) if any(_stem(word, f"{before}_power") for word in near) else (default, 0.8)
    if before == ";" and after == "," and (first := _gapped(doc, start)) is not None:
        return power(doc, first, first + 1, default)
    if before == "for" and _stem(_previous_word(doc, start), "motion"):
        return False, 0.85  # "left for Minsk"
    if before == "between" and head is not None and any(_stem(w.lower_, "motion") for w in (head, head.head)):
        return False, 0.85  # "moved between Vilnius and Riga"
    if before in _words("toward_power"):
        return True, 0.85
    root = _name_head(doc, start, end)
    if root.dep_.startswith("nsubj"):
        verb = fold(root.head.text)
        if _stem(verb, "verbs"):
            return True, 0.95
        if verb in _words("predicates"):
            return True, 0.8  # "Athens and Ankara have been at odds"
        acts = root.head.pos_ == "VERB" and root.dep_ == "nsubj" and not _stem(verb, "city_verbs")
        return (True, 0.8) if acts else (default, 0.6)
    if root.dep_ in ("obj", "iobj", "dobj"):
        verb = fold(root.head.text)
        return (False, 0.9) if _stem(verb, "motion") else (_stem(verb, "object_verbs") or default, 0.8)
    if root.dep_ == "conj" and root.head.i < start and root.head.pos_ == "PROPN":
        joint = root.head
        while joint.dep_ in ("compound", "flat") and joint.head.i != joint.i:
            joint = joint.head  # "Abu Dhabi and Doha"
        return power(doc, min(joint.i, root.head.i), max(joint.i, root.head.i) + 1, default)
    if after and doc[end].pos_ in ("NOUN", "ADJ"):
        held = any(fold(token.text) in _words("events") for token in doc[end : end + 3])
        return (False, 0.85) if held else _owner(doc, end, default)  # "a London firm"
    if after and doc[end].pos_ in ("VERB", "AUX") and _stem(after, "verbs"):
        return True, 0.85
    return default, 0.6


def _gapped(doc: Doc, start: int) -> int | None:
    """The subject whose verb is left out after a name: "Beijing promised tents; Washington, $5 million"."""
    first = doc[start].sent.start
    is_name = first < start - 1 and doc[first].pos_ == "PROPN" and doc[first].dep_.startswith("nsubj")
    return first if is_name else None


def _owner(doc: Doc, start: int, default: bool = True) -> tuple[bool, float]:
    """Judge by what is owned: "Moscow's policy", "Moscow's old streets"; else by the default."""
    for token in doc[start : start + 5]:
        word = fold(token.text)
        if token.pos_ in ("NOUN", "PROPN") or word in _words("nouns") or word in _words("city"):
            if word in _words("city"):
                return False, 0.9
            if word in _words("nouns"):
                return True, 0.9
        elif token.pos_ not in ("ADJ", "CCONJ", "PUNCT", "ADV", "NUM", "VERB"):
            break
    return default, 0.7


def _name_head(doc: Doc, start: int, end: int) -> Token:
    return head_of(doc, start, end)


def _governor(doc: Doc, start: int, end: int) -> Token | None:
    head = _name_head(doc, start, end).head
    return head if not start <= head.i < end else None


def _previous_word(doc: Doc, start: int) -> str:
    """The word before the preposition: "aid to Moscow", "flew back to Moscow"."""
    for i in range(start - 2, max(start - 5, -1), -1):
        if doc[i].pos_ in ("NOUN", "VERB", "PROPN"):
            return fold(doc[i].text)
        if doc[i].pos_ not in ("ADV", "DET", "ADP", "PART"):
            break
    return ""

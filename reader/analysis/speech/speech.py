"""What stands between marks: an utterance, a phrase of one, a title, a nickname."""

from spacy.tokens import Doc

from reader.analysis.lexicon.cues import CueStrength, words
from reader.analysis.speech.passage import Passage, Phrase
from reader.analysis.speech.reporting import Sentence, Slot

_EDGES = "\"'“”‘’„«»` \n"
_MARKS = frozenset("\"'“‘«")
_ENDS = frozenset(".,?!…—–-")
_LONGEST_TITLE = 12  # words
_SHORT = 3  # letters of a word that a headline may leave without a capital
_MOST = 0.7
_LONGEST_NAME = 4  # words


def is_direct(doc: Doc, sentence: Sentence, slot: Slot) -> bool:
    """Tell whole sentences of somebody's from a phrase in the reporter's sentence."""
    text = doc[slot.first : slot.last].text.strip(_EDGES)
    if not text:
        return False
    before, behind = Passage(doc, sentence.before(slot)), Passage(doc, sentence.after(slot))
    stops = text[-1] in _ENDS or behind.text(0) in {",", "."}  # British points stand behind the marks
    if not len(before):
        return stops or (text[0].isupper() and text.count(" ") > 3)
    last = len(before) - 1
    if before.is_quotation(last) and has_capitals(doc, slot) and text[-1] not in _ENDS - {"."}:
        return False  # the names of things in a row
    leads = before.text(last) in {",", ":", "—", "–", "-"} or before.cue(last) == CueStrength.SAY
    if not leads and not before.is_quotation(last):
        return False
    return (stops and _goes_on(before)) or (text[0].isupper() and (stops or " " in text))


def _goes_on(before: Passage) -> bool:
    """Tell whether an utterance goes on behind its cue: "The road," X said, "is open."."""
    k = len(before) - 1
    while k > 0 and not before.is_quotation(k):
        k -= 1
    said = any(before.pos(place) == "VERB" for place in range(k, len(before)))
    return k == 0 and before.is_quotation(0) and said


def ends_like_utterance(doc: Doc, slot: Slot, behind: Passage) -> bool:
    """Tell whether the words stop where a reporting clause may follow: at a comma, a question, a shout."""
    if behind.text(0) == ",":
        return True
    return doc[slot.first : slot.last].text.rstrip(_EDGES + "―")[-1:] in {",", "?", "!", "…", "—"}


def has_capitals(doc: Doc, slot: Slot) -> bool:
    """Tell words that are written like a title: each with a capital, but for the small ones."""
    inside = [token for token in doc[slot.first : slot.last] if token.text[0].isalnum()]
    if not 0 < len(inside) <= _LONGEST_TITLE or inside[0].text[0].islower():
        return False
    small = words("grammar", "small")
    return not any(token.text[0].islower() and token.text not in small for token in inside)


def is_heading(doc: Doc, slot: Slot) -> bool:
    """Tell words that stand alone in a paragraph like a heading, with two capitals and no full stop."""
    if doc[slot.first : slot.last].text.rstrip(_EDGES).endswith("."):
        return False  # “In August.”
    capitals = sum(token.text[0].isupper() for token in doc[slot.first : slot.last])
    return capitals > 1 and has_capitals(doc, slot)


def is_title(doc: Doc, slot: Slot, before: Passage, sentence: Sentence) -> bool:
    """Tell the title of a work or a show from somebody's words: by capitals and by what stands before it."""
    if not has_capitals(doc, slot):
        return False
    last = len(before) - 1
    comma = before.text(last) == ","
    lead = before.text(last - comma).lower()
    if lead in words("nouns", "titled"):
        return True
    return not comma and not _is_headline(doc, sentence) and lead in words("grammar", "before_title")


def is_explained(doc: Doc, slot: Slot, behind: Passage) -> bool:
    """Tell a title by what explains it: "“A Tale of Two Rivers,” a film that …", "“Two Rivers,” which …"."""
    if not is_heading(doc, slot) or slot.last - slot.first > _LONGEST_TITLE:
        return False
    if doc[slot.first : slot.last].text.rstrip(_EDGES)[-1:] != "," and behind.text(0) != ",":
        return False
    k = int(behind.text(0) == ",")
    if behind.text(k) in {"which", "whose"}:
        return True
    if behind.text(k) == "by" and (named := behind.token(k + 1)) is not None:
        return named.ent_type_ == "PER"
    phrase = behind.phrase_from(k) if behind.pos(k) == "DET" else None
    return phrase is not None and doc[phrase.head].lower_ in words("nouns", "titled")


def turn_of(doc: Doc, slot: Slot) -> Phrase | None:
    """Read the name that starts a turn of a transcript inside the marks: "SMITH: We won't."."""
    first = slot.first
    while first < slot.last and not doc[first].text[0].isalnum():
        first += 1
    last = first
    while last < min(first + _LONGEST_NAME, slot.last) and doc[last].text[0].isupper():
        last += 1
    if not first < last < slot.last - 1 or doc[last].text != ":":
        return None
    if doc[last + 1].text in _MARKS:
        return None  # what a tweet quotes: "Roe: ‘I won't.’ Orr: ‘You will.’"
    named = doc[last - 1].ent_type_ == "PER" or doc[first:last].text.isupper()
    return Phrase(first, last, last - 1) if named else None


def is_label(doc: Doc, slot: Slot, sentence: Sentence) -> bool:
    """Tell the name of a thing: capitals in a sentence that has none."""
    return has_capitals(doc, slot) and not _is_headline(doc, sentence)


def _is_headline(doc: Doc, sentence: Sentence) -> bool:
    """Tell a sentence where every word of any length has a capital."""
    own = [doc[i] for i in sentence.words if doc[i].text[0].isalpha() and len(doc[i]) > _SHORT]
    return sum(token.text[0].isupper() for token in own) > _MOST * len(own)

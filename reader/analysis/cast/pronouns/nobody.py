"""Pronouns that mean nobody on stage: "His Majesty", "he or she", "a player may cancel his contract"."""

from spacy.tokens import Doc, Token

from reader.analysis.cast.pronouns.candidates import PRONOUNS
from reader.analysis.cast.pronouns.pages import Page
from reader.analysis.findings import MentionForm
from reader.analysis.lexicon.generics import anybody
from reader.analysis.lexicon.spelling import fold


def means_nobody(page: Page, token: Token) -> bool:
    """Tell a pronoun that is part of a title, or means whoever it may be."""
    doc, i = page.doc, token.i
    return _is_title_word(doc, i) or _is_anybody(doc, i) or _means_anybody(page, token)


def _means_anybody(page: Page, token: Token) -> bool:
    """Tell a pronoun that stands for anybody, with nobody named since."""
    who = anybody(token)
    if who is None:
        return False
    forms = (form for i in range(who.i + 1, token.i) for _, _, form in page.mentions.get(i, ()))
    return MentionForm.NAME not in forms


def _is_title_word(doc: Doc, index: int) -> bool:
    """Tell "His Majesty", "Her Excellency", and "He" the family name."""
    token = doc[index]
    return token.pos_ == "PROPN" or (
        token.text in ("His", "Her") and index + 1 < len(doc) and fold(doc[index + 1].text) in
        ("majesty", "excellency", "highness", "holiness", "honour", "honor", "eminence", "grace", "royal")
    )  # fmt: skip


def _is_anybody(doc: Doc, index: int) -> bool:
    """Tell either half of "he or she", "his/her", which mean whoever it may be."""
    gender = PRONOUNS[fold(doc[index].text)]
    return any(
        0 <= other < len(doc)
        and fold(doc[(index + other) // 2].text) in ("or", "/")
        and PRONOUNS.get(fold(doc[other].text), gender) != gender
        for other in (index - 2, index + 2)
    )

"""How text is cut into words: as spaCy cuts English, and at quotation marks that no blank parts from a word.

Pages that lose a blank write “she said,“Look” and “we go,”Clinton said”.
"""

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

#: Titles that are cut short before a name, and are no words of their own to spaCy.
_TITLES = """
Capt Lt Sgt Maj Col Cpl Pvt Pte Cmdr Brig Spc Ens Det Insp Supt Ch Asst Del Dep Atty Ald Cllr Hon Fr Br Msgr
"""
_MARKS = (r"[“”]", r"[,.:;?!—–](?=[“”])", r'[,.:?!](?="[^\W\d_])', r'(?<=[,.:?!])"(?=[^\W\d_])')


def blank_english() -> Language:
    """Make a pipeline that cuts text into words and does no more."""
    nlp = spacy.blank("en")
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_MARKS])
    nlp.tokenizer.infix_finditer = infixes.finditer  # type: ignore[union-attr]
    for title in _TITLES.split():
        nlp.tokenizer.add_special_case(f"{title}.", [{"ORTH": f"{title}."}])  # type: ignore[union-attr]
    return nlp

"""How text is cut into words: as spaCy cuts English, and at quotation marks that no blank parts from a word.

Pages that lose a blank write “she said,“Look” and “we go,”Clinton said”.
"""

from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

#: Titles that are cut short before a name, and are no words of their own to spaCy.
_TITLES = """
Capt Lt Sgt Maj Col Cpl Pvt Pte Cmdr Brig Spc Ens Det Insp Supt Ch Asst Del Dep Atty Ald Cllr Hon Fr Br Msgr
Sens Reps Govs Gens Cols Sgts Revs Drs Profs Pres Amb Pfc Lieut Cdr Cmdt Mme Mmes Mlle Sra Dra
"""
_BEFORE_NAMES = frozenset(f"{title}." for title in _TITLES.split())
#: The same in the names of states, streets, forts and bodies.
_SHORT = """
Tex Vt Wyo Ont Que Alta Sask Ft Ste Ave Blvd Hwy Rte Bldg Dept Univ Assn Assoc Inst Pty Bhd Sdn Cie Esq
approx incl
"""
#: What is cut short before a number: "No. 5", "Secs. 3 and 4".
_NUMBERED = """
No Nos NO NOS nos Art Arts Fig Figs fig figs Sec Secs sec secs Vol Vols vol vols
Ch ch Pt Pts Par Para Paras Reg Regs Cl p pp
"""
_MARKS = (r"[“”]", r"[,.:;?!—–](?=[“”])", r'[,.:?!](?="[^\W\d_])', r'(?<=[,.:?!])"(?=[^\W\d_])')


def blank_english() -> Language:
    """Make a pipeline that cuts text into words and does no more."""
    nlp = spacy.blank("en")
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_MARKS])
    nlp.tokenizer.infix_finditer = infixes.finditer  # type: ignore[union-attr]
    for word in (*_TITLES.split(), *_SHORT.split()):
        nlp.tokenizer.add_special_case(f"{word}.", [{"ORTH": f"{word}."}])  # type: ignore[union-attr]
    return nlp


def goes_on(words: Sequence[str], index: int) -> bool:
    """Tell a word with which no sentence begins, behind one cut short: "Local No. 5", "Mme. Roche"."""
    if index and words[index - 1] in _BEFORE_NAMES:
        return True
    is_number = words[index][:1].isdigit() and index > 1
    return is_number and words[index - 1] == "." and words[index - 2] in _NUMBERED.split()

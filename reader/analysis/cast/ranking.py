"""How likely each candidate is: features of recency, grammar, topic and quotation, and what they count.

The weights are ``data/antecedents.json`` and ``data/plain_antecedents.json``, made by
``training/train_antecedents.py``.
"""

import math
from dataclasses import dataclass

from reader.analysis.cast.candidates import Candidate, Pronoun
from reader.analysis.cast.weights import Features
from reader.analysis.findings import MentionForm
from reader.given_names import MAN

#: Tables of weights: for articles in which somebody is quoted, and for the others, encyclopedias mostly.
TALK, PLAIN = "antecedents", "plain_antecedents"
_FIRST_WORDS = frozenset({"a", "an", "another", "one", "the", "his", "her", "my", "our", "their"})
_CASES = frozenset({"of", "by", "with", "to", "for", "from", "in", "on", "at", "against", "about", "as"})


@dataclass(frozen=True, slots=True)
class Around:
    """What stands between a pronoun and a candidate."""

    rank: int  #      how many others were mentioned since
    back: int  #      how many sentences with people lie between
    ahead: bool  #    the candidate follows the pronoun
    goes_on: bool  #  the last pronoun of this gender meant the same
    speaks_on: bool  # the last quotation was this one's
    most: bool  #     nobody else is mentioned as often
    told: bool  #     is named in the quotation that the pronoun speaks
    opens: bool  #    nobody is mentioned before the pronoun in its paragraph
    led: bool  #      was mentioned first there, or in the paragraph before where the pronoun opens its own
    spoke: bool  #    spoke the last quotation, or the last words told


def features(pronoun: Pronoun, c: Candidate, around: Around) -> Features:
    """What speaks for and against a candidate, by name; what is 0 is left out."""
    who = c.target
    f: Features = {}
    if around.ahead:
        f["ahead"] = 1
        f["ahead, owner in an opening phrase"] = float(pronoun.opening and pronoun.role == "owner")
        f["ahead, subject in an opening clause"] = float(pronoun.opening and pronoun.role != "owner")
        f["ahead, main subject"] = float(c.main)
    else:
        f[f"back {min(around.back, 4)}"] = 1
        f[f"rank {min(around.rank, 4)}"] = 1
        f["distance"] = math.log1p(pronoun.place - c.place)
        f["same paragraph"] = float(c.paragraph == pronoun.paragraph)
        f[f"{c.role}, back {min(around.back, 2)}"] = 1
        f[f"{c.role} to {pronoun.role}"] = 1
        f[f"{pronoun.role}, rank 0"] = float(around.rank == 0)
        f[f"{pronoun.role}, back 0"] = float(around.back == 0)
        f["main subject"] = float(c.main)
        f["main subject, subject goes on"] = float(c.main and pronoun.main and around.back == 1)
        f["opens its sentence"] = float(c.first)
    same = c.window == pronoun.window
    f["subject above"] = float(same and c.index == pronoun.subject_above)
    f["says it of oneself"] = float(f["subject above"] and c.says and pronoun.role == "subject")
    f["says it of one's own"] = float(f["subject above"] and c.says and pronoun.role == "owner")
    f["own subject"] = float(
        same and c.index == pronoun.own_subject and pronoun.role in ("owner", "reflexive")
    )
    f["own subject, reflexive"] = float(
        same and c.index == pronoun.own_subject and pronoun.role == "reflexive"
    )
    f["joined"] = float(same and c.index == pronoun.joined)
    f["pronoun"] = float(c.form is MentionForm.PRONOUN)
    f["nominal"] = float(c.form is MentionForm.NOMINAL and who.named)
    f["unnamed"] = float(not who.named and c.form is not MentionForm.PRONOUN)
    f["unnamed, goes on"] = float(not who.named and c.form is MentionForm.PRONOUN)
    f["enters a quote"] = float(c.quote == 0 and pronoun.quote != 0)
    if f["unnamed"]:
        f[f"unnamed, {c.word if c.word in _FIRST_WORDS else 'another word'}"] = 1
        before = f["enters a quote"] and c.role == "subject" and c.paragraph == pronoun.paragraph
        f["unnamed, right before a quote"] = float(before and around.back == 1)
        f["unnamed, told of in its own clause"] = float(same and c.index in pronoun.above)
        f["unnamed, subject above"] = f["subject above"]
        f[f"unnamed, main subject, back {min(around.back, 2)}"] = float(c.main)
    if f["unnamed, goes on"]:
        f[f"unnamed, goes on, back {min(around.back, 2)}"] = 1
        f["unnamed, goes on as subject"] = float(c.role == "subject" and around.back == 0)
    f["often"] = math.log1p(min(who.count, 4))
    f["gender fits"] = float(who.gender == pronoun.gender)
    f["given name fits"] = float(not who.gender and who.leans == pronoun.gender)
    f["given name does not fit"] = float(not who.gender and who.leans not in ("", pronoun.gender))
    heard = 0.0 if who.gender else who.heard if pronoun.gender == MAN else -who.heard
    f["heard so"] = 0.0 if who.leans else min(1.0, max(0.0, heard))
    f["heard otherwise"] = min(1.0, max(0.0, -heard))
    sounds = who.sounds if not who.gender and not who.leans else ""
    f["single name fits"] = float(sounds == pronoun.gender)
    f["single name does not fit"] = float(sounds not in ("", pronoun.gender))
    f["goes on"] = float(around.goes_on)
    f["leaves a quote"] = float(c.quote != 0 and pronoun.quote == 0)
    f["commands"] = float(same and c.governor in pronoun.above)
    f["in the words that it speaks"] = float(around.told)
    f["speaks on"] = float(pronoun.speaks != 0 and around.speaks_on and c.paragraph >= pronoun.paragraph - 1)
    introduced = pronoun.speaks != 0 and who.count <= 1 and around.rank == 0 and not around.ahead
    f["just introduced to speak"] = float(introduced and c.form is MentionForm.NAME and not c.quote)
    f["within a quote"] = float(c.quote == pronoun.quote != 0)
    f["most often"] = float(around.most)
    f["new"] = float(who.count <= 1)
    f["in brackets"] = float(c.bracketed)
    f["one word"] = float(c.length == 1 and c.form is MentionForm.NAME)
    f["joined to another"] = float(c.dep == "conj")
    f["in apposition"] = float(c.dep == "appos")
    f["passive subject"] = float(c.dep == "nsubj:pass")
    if not pronoun.quote:
        place = "opens" if around.opens else "later"
        f[f"{place}, mentions"] = math.log1p(who.count)
        f[f"{place}, led"] = float(around.led)
        f[f"{place}, spoke last"] = float(around.spoke)
        f[f"opens, back {min(around.back, 3)}"] = float(around.opens)
        f["opens, spoke last, speaks"] = float(around.opens and around.spoke and pronoun.speaks != 0)
        f["opens, in a quote"] = float(around.opens and c.quote != 0)
    if c.role == "other" and c.case in _CASES:
        f[f"{c.case} it"] = 1
        f[f"{c.case} it, {pronoun.role}, back {min(around.back, 1)}"] = 1
    f[f"{c.clause} clause, {c.role}"] = float(c.role in ("subject", "object"))
    if around.back == 0:
        f[f"{pronoun.clause} to {c.clause}, {c.role}"] = 1
        f[f"{pronoun.clause}, {c.role}, {pronoun.role}"] = 1
    else:
        f[f"{pronoun.clause} clause, main subject before"] = float(c.main and around.back == 1)
    return {name: value for name, value in f.items() if value}

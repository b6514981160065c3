"""How likely each candidate is: features of recency, grammar, topic and quotation, and what they count.

The weights are ``data/antecedents.json`` and ``data/plain_antecedents.json``, made by
``training/train_antecedents.py``.
"""

import math
from dataclasses import dataclass

from reader.analysis.cast.pronouns.candidates import Candidate, Pronoun
from reader.analysis.cast.pronouns.presence import Presence
from reader.analysis.findings import MentionForm
from reader.analysis.lexicon.weights import Features
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
    latest: bool  #   nobody was mentioned since but in a clause that tells of the candidate
    present: Presence  # of the candidate, by all mentions


def features(pronoun: Pronoun, c: Candidate, around: Around) -> Features:
    """What speaks for and against a candidate, by name; what is 0 is left out."""
    found = {
        **(_ahead(pronoun, c) if around.ahead else _recency(pronoun, c, around)),
        **_grammar(pronoun, c),
        **_clauses(pronoun, c, around),
        **_form(c),
        **_strangeness(pronoun, c, around),
        **_anonymity(pronoun, c),
        **_gender(pronoun, c),
        **_topic(pronoun, c, around),
        **_presence(pronoun, around.present),
        **_quotation(pronoun, c, around),
    }
    return {name: value for name, value in found.items() if value}


def _ahead(pronoun: Pronoun, c: Candidate) -> Features:
    """For whoever is named only after the pronoun."""
    return {
        "ahead": 1,
        "ahead, owner in an opening phrase": float(pronoun.opening and pronoun.role == "owner"),
        "ahead, subject in an opening clause": float(pronoun.opening and pronoun.role != "owner"),
        "ahead, main subject": float(c.main),
    }


def _recency(pronoun: Pronoun, c: Candidate, around: Around) -> Features:
    """How far back the candidate stands, and in what role."""
    return {
        f"back {min(around.back, 4)}": 1,
        f"rank {min(around.rank, 4)}": 1,
        "distance": math.log1p(pronoun.place - c.place),
        "same paragraph": float(c.paragraph == pronoun.paragraph),
        f"{c.role}, back {min(around.back, 2)}": 1,
        f"{c.role} to {pronoun.role}": 1,
        f"{pronoun.role}, rank 0": float(around.rank == 0),
        f"{pronoun.role}, back 0": float(around.back == 0),
        "main subject": float(c.main),
        "main subject, subject goes on": float(c.main and pronoun.main and around.back == 1),
        "opens its sentence": float(c.first),
    }


def _grammar(pronoun: Pronoun, c: Candidate) -> Features:
    """How the two hang together in one sentence."""
    same = c.window == pronoun.window
    above = same and c.index == pronoun.subject_above
    own = same and c.index == pronoun.own_subject and pronoun.role in ("owner", "reflexive")
    return {
        "subject above": float(above),
        "says it of oneself": float(above and c.says and pronoun.role == "subject"),
        "says it of one's own": float(above and c.says and pronoun.role == "owner"),
        "own subject": float(own),
        "own subject, reflexive": float(own and pronoun.role == "reflexive"),
        "joined": float(same and c.index == pronoun.joined),
        "commands": float(same and c.governor in pronoun.above),
    }


def _clauses(pronoun: Pronoun, c: Candidate, around: Around) -> Features:
    """How the clauses of both hang in their sentences, and the candidate's preposition."""
    f: Features = {}
    if c.role == "other" and c.case in _CASES:
        f[f"{c.case} it"] = 1
        f[f"{c.case} it, {pronoun.role}, back {min(around.back, 1)}"] = 1
    f[f"{c.clause} clause, {c.role}"] = float(c.role in ("subject", "object"))
    if around.back == 0:
        f[f"{pronoun.clause} to {c.clause}, {c.role}"] = 1
        f[f"{pronoun.clause}, {c.role}, {pronoun.role}"] = 1
    else:
        f[f"{pronoun.clause} clause, main subject before"] = float(c.main and around.back == 1)
    return f


def _form(c: Candidate) -> Features:
    """By what words the candidate is mentioned, and how they stand beside others."""
    return {
        "pronoun": float(c.form is MentionForm.PRONOUN),
        "nominal": float(c.form is MentionForm.NOMINAL and c.target.named),
        "in brackets": float(c.bracketed),
        "one word": float(c.length == 1 and c.form is MentionForm.NAME),
        "joined to another": float(c.dep == "conj"),
        "in apposition": float(c.dep == "appos"),
        "passive subject": float(c.dep == "nsubj:pass"),
    }


def _strangeness(pronoun: Pronoun, c: Candidate, around: Around) -> Features:
    """For whoever has no name: "a neighbour", and the pronouns that meant one."""
    if c.target.named:
        return {}
    near = min(around.back, 2)
    if c.form is MentionForm.PRONOUN:
        return {
            "unnamed, goes on": 1,
            f"unnamed, goes on, back {near}": 1,
            "unnamed, goes on as subject": float(c.role == "subject" and around.back == 0),
        }
    same = c.window == pronoun.window
    leads = c.role == "subject" and c.paragraph == pronoun.paragraph and around.back == 1
    return {
        "unnamed": 1,
        f"unnamed, {c.word if c.word in _FIRST_WORDS else 'another word'}": 1,
        "unnamed, right before a quote": float(leads and c.quote == 0 and pronoun.quote != 0),
        "unnamed, told of in its own clause": float(same and c.index in pronoun.above),
        "unnamed, subject above": float(same and c.index == pronoun.subject_above),
        f"unnamed, main subject, back {near}": float(c.main),
        "unnamed, just introduced to speak": float(leads and c.main and around.led and pronoun.speaks != 0),
    }


def _anonymity(pronoun: Pronoun, c: Candidate) -> Features:
    """For whoever has asked not to be named, and where that is told."""
    told = c.window == pronoun.window and c.index == pronoun.withheld
    asks = pronoun.withheld == pronoun.index
    return {
        "keeps the name back": float(c.target.nameless and c.paragraph >= pronoun.paragraph - 1),
        "keeps the name back here": float(told),
        "has a name, keeps it back": float(asks and c.target.named),
    }


def _gender(pronoun: Pronoun, c: Candidate) -> Features:
    """Whether the sex is known, or else what names and earlier pronouns tell of it."""
    who = c.target
    if who.gender:
        return {"gender fits": float(who.gender == pronoun.gender)}
    heard = who.heard if pronoun.gender == MAN else -who.heard
    found = {"heard otherwise": min(1.0, max(0.0, -heard))}
    if who.leans:
        fits = who.leans == pronoun.gender
        return {**found, "given name fits": float(fits), "given name does not fit": float(not fits)}
    return {
        **found,
        "heard so": min(1.0, max(0.0, heard)),
        "single name fits": float(who.sounds == pronoun.gender),
        "single name does not fit": float(who.sounds not in ("", pronoun.gender)),
    }


def _topic(pronoun: Pronoun, c: Candidate, around: Around) -> Features:
    """How much the text is about the candidate, here and as a whole."""
    f: Features = {
        "often": math.log1p(min(c.target.count, 4)),
        "most often": float(around.most),
        "new": float(c.target.count <= 1),
        "goes on": float(around.goes_on),
    }
    if not pronoun.quote:
        place = "opens" if around.opens else "later"
        f[f"{place}, mentions"] = math.log1p(c.target.count)
        f[f"{place}, led"] = float(around.led)
        f[f"{place}, spoke last"] = float(around.spoke)
        f[f"opens, back {min(around.back, 3)}"] = float(around.opens)
        f["opens, spoke last, speaks"] = float(around.opens and around.spoke and pronoun.speaks != 0)
        f["opens, in a quote"] = float(around.opens and c.quote != 0)
    return f


def _presence(pronoun: Pronoun, present: Presence) -> Features:
    """How present the candidate is, which counts otherwise in what is said than in what is told."""
    found = {
        "mentions before": math.log1p(present.before),
        "acts": float(present.acts),
        "weight": present.weight,
        "share": present.share,
        "share here": present.share_here,
        "share before": present.share_before,
    }
    return {f"{'said' if pronoun.quote else 'told'}, {name}": value for name, value in found.items()}


def _quotation(pronoun: Pronoun, c: Candidate, around: Around) -> Features:
    """Which of the two stands in a quotation, and who speaks it."""
    introduced = c.target.count <= 1 and around.latest and not around.ahead and c.form is MentionForm.NAME
    near = c.paragraph >= pronoun.paragraph - 1
    return {
        "enters a quote": float(c.quote == 0 and pronoun.quote != 0),
        "leaves a quote": float(c.quote != 0 and pronoun.quote == 0),
        "within a quote": float(c.quote == pronoun.quote != 0),
        "in the words that it speaks": float(around.told),
        "speaks on": float(pronoun.speaks != 0 and around.speaks_on and near),
        "just introduced to speak": float(pronoun.speaks != 0 and introduced and not c.quote),
    }

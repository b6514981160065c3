"""One convention for all sets: names that corpora label differently are labelled alike before training.

What a reader of news would say decides. "Republicans" are a party; the White House is a place (who speaks
there, the reader knows from a list of its own); a cup, a league or a treaty is no organisation; a national
team is one. Where a set's label cannot be trusted and none can be said by rule, it is left out ("?").
"""

import re
from collections import defaultdict
from dataclasses import replace

from training.augment import written
from training.corpora import Sentence
from training.repair import words_of
from training.spans import Span, to_labels, to_spans

#: Members of parties, whom half of the sets count among peoples.
PARTISANS = words_of("Republican Republicans Democrat Democrats Nazi Nazis Tory Tories")

#: Houses that some sets call organisations.
SEATS = frozenset({"White House", "Kremlin", "Downing Street", "Blue House", "Capitol Hill", "Elysee Palace"})

#: A name that ends in one of these is no organisation, place or person.
THINGS = words_of("""
    Accord Accords Act Agreement Award Championship Championships Cup Olympics Pact Prix Prize Protocol Treaty
    Trophy
""")

#: A name that ends in one of these may be one.
DOUBTFUL = words_of("Challenge Convention Games Initiative Open Project Summit")

#: Organisations whose names mean nothing else, and that some sets leave unmarked.
CERTAIN = words_of("""
    AFP Bloomberg Facebook Gazprom Google Interfax Itar-Tass Kyodo Microsoft Reuters Twitter UNHCR UNICEF
    Wikipedia Xinhua Yonhap YouTube
""")

#: Longer names that are organisations wherever they stand, by their first word: GMB leaves some unmarked.
LONG: dict[str, list[list[str]]] = defaultdict(list)
for _kind in ("agency", "bloc", "body", "federation", "ngo", "regulator"):
    for _name in written()["organisations"][_kind]:
        if len(_name.split()) > 1:
            LONG[_name.split()[0]].append(_name.split())

#: Words of a report on sports, and what a team does and has done to it.
SPORTS = words_of("""
    semifinal semifinals semi-final quarterfinal quarterfinals quarter-final qualifier qualifiers qualifying
    striker midfielder goalkeeper defender innings wickets wicket batsman bowler halftime equalizer
""")
_SCORE = re.compile(r"\d{1,2}-\d{1,2}\Z")
_WINS = words_of("beat beats won wins lost loses defeated drew scored hosts plays play face faces trailed")
_AGAINST = words_of("beat beats defeated against over face faces defeating beating")
_IN = words_of("in at from of near to across around into through")


#: Competitions, treaties, laws and prizes, unless their name is short enough to mean something else.
LISTED = frozenset(
    name
    for kind in ("competition", "treaty", "law", "award")
    for name in written()["others"][kind]
    if len(name) > 3
)


def harmonise(sentence: Sentence) -> Sentence:
    """Label names as all sets should; words without a label to trust become "?"."""
    if sentence.ner is None:
        return sentence
    words = sentence.words
    spans: list[Span] = []
    unknown: set[int] = {index for index, label in enumerate(sentence.ner) if label == "?"}
    sports = bool(SPORTS & {word.lower() for word in words}) or any(map(_SCORE.match, words))
    for span in to_spans(sentence.ner):
        text = " ".join(words[span.start : span.end])
        last = words[span.end - 1]
        inside = range(span.start, span.end)
        if span.label == "NORP" and text in PARTISANS:
            span = span._replace(label="ORG")
        elif text in SEATS and span.label == "ORG":
            span = span._replace(label="LOC")
        elif span.label != "NORP" and (text in LISTED or (last in THINGS and len(inside) > 1)):
            continue
        elif last in DOUBTFUL and len(inside) > 1:
            unknown.update(inside)
        elif text in CERTAIN and span.label != "ORG":
            span = span._replace(label="ORG")
        elif sports and span.label == "GPE":
            before = words[span.start - 1].lower() if span.start else ""
            after = words[span.end].lower() if span.end < len(words) else ""
            if before in _AGAINST or (after in _WINS and before not in _IN):
                span = span._replace(label="ORG")
            elif before not in _IN:
                unknown.update(inside)
        spans.append(span)
    labels = to_labels(spans, len(words))
    for index, word in enumerate(words):
        if labels[index] == "O" and word in CERTAIN:
            labels[index] = "B-ORG"
        for name in LONG.get(word, ()):
            end = index + len(name)
            if words[index:end] == name and set(labels[index:end]) == {"O"}:
                labels[index:end] = ["B-ORG", *["I-ORG"] * (len(name) - 1)]
    return replace(sentence, ner=["?" if i in unknown else label for i, label in enumerate(labels)])

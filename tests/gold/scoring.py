"""How far an analysis agrees with the gold: names in the right hands, quotes found, speakers right.

Spans are compared without what people differ on: a leading article, the blanks and points at the ends.
Gold and found actors are paired one to one, the pair that shares most mentions first, so that an actor
split in two, or two made one, costs the mentions of the smaller part.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from reader.analysis.findings import Analysis, Mention, MentionForm, QuoteKind
from tests.gold import Gold, GoldMention

NAMED = frozenset({MentionForm.NAME, MentionForm.DEMONYM, MentionForm.METONYM})

_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_PLURALS = frozenset({"we", "us", "our", "ours", "ourselves"})
_M = TypeVar("_M", Mention, GoldMention)
_LEFT, _RIGHT = " “”\"‘’'", " “”\"‘’',.;"

_Key = tuple[int, int]
_Placed = tuple[int, int, str]  # a span and its actor: two may share one, "the {es demonym|Spaniard}"


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision and recall from counts; `spurious` and `missed` say what is wrong, with places."""

    right_found: int
    found: int
    right_wanted: int
    wanted: int
    spurious: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.right_found / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right_wanted / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Speakers:
    """How many of the quoted stretches found, that have a speaker, were given this one, another, none."""

    right: int
    wrong: int
    silent: int
    errors: tuple[str, ...] = ()

    @property
    def share_right(self) -> float:
        every = self.right + self.wrong + self.silent
        return self.right / every if every else 1.0

    @property
    def share_wrong(self) -> float:
        every = self.right + self.wrong + self.silent
        return self.wrong / every if every else 0.0


def pair_actors(gold: Gold, analysis: Analysis, text: str) -> dict[str, str]:
    """Pair found actors with gold ones by the mentions that they share, greedily, one to one, names first."""
    pairs: dict[str, str] = {}
    for forms in (NAMED, frozenset(MentionForm)):
        wanted = _placed(text, (m for m in gold.mentions if m.form in forms))
        found_at = _by_span(_placed(text, analysis.mentions))
        shared = Counter((other, actor) for a, b, actor in wanted for _, _, other in found_at.get((a, b), ()))
        for (found, actor), _ in sorted(shared.items(), key=lambda each: (-each[1], each[0])):
            if found not in pairs and actor not in pairs.values():
                pairs[found] = actor
    return pairs


def score_mentions(
    gold: Gold,
    analysis: Analysis,
    text: str,
    forms: Iterable[MentionForm] = (MentionForm.NAME,),
    *,
    loosely: bool = False,
) -> Rate:
    """Score the mentions of these forms: right where the span is gold and belongs to the paired actor.

    A mention found in another form than the gold one still counts as found: the form is not what is scored.
    `loosely`, as a reader sees it, an end that both share will do, and what the gold does not mark is neither
    right nor wrong: a role beside the name of the same actor, and "we", the side that somebody speaks for.
    """
    wanted_forms = frozenset(forms)
    pairs = pair_actors(gold, analysis, text)
    free = {_trimmed(text, span.start, span.end) for span in gold.optional}
    wanted = _placed(text, gold.mentions)
    found = _placed(text, analysis.mentions)
    matches = _touching if loosely else _equal
    wanted_at, found_at = _by_span(wanted), _by_span(found)
    right_found = {k for k in found for w in matches(k, wanted_at) if pairs.get(k[2]) == w[2]}
    right_wanted = {k for k in wanted for f in matches(k, found_at) if pairs.get(f[2]) == k[2]}
    in_gold = {k for k, m in wanted.items() if m.form in wanted_forms}
    in_found = {k for k, m in found.items() if m.form in wanted_forms and k[:2] not in free}
    if loosely:
        in_found -= {
            (a, b, actor)
            for a, b, actor in in_found - right_found
            if _is_beside_own_name((a, b, actor), found) or text[a:b].lower() in _PLURALS
        }
    return Rate(
        right_found=len(in_found & right_found),
        found=len(in_found),
        right_wanted=len(in_gold & right_wanted),
        wanted=len(in_gold),
        spurious=tuple(f"{text[a:b]} @{a} = {actor}" for a, b, actor in sorted(in_found - right_found)),
        missed=tuple(f"{text[a:b]} @{a} = {actor}" for a, b, actor in sorted(in_gold - right_wanted)),
    )


def _placed(text: str, mentions: Iterable[_M]) -> dict[_Placed, _M]:
    return {(*_trimmed(text, m.start, m.end), m.actor): m for m in mentions}


def _by_span(placed: Iterable[_Placed]) -> dict[_Key, list[_Placed]]:
    spans: dict[_Key, list[_Placed]] = {}
    for each in placed:
        spans.setdefault(each[:2], []).append(each)
    return spans


def _equal(key: _Placed, among: Mapping[_Key, list[_Placed]]) -> list[_Placed]:
    return among.get(key[:2], [])


def _touching(key: _Placed, among: Mapping[_Key, list[_Placed]]) -> list[_Placed]:
    """The spans that overlap with `key` and share an end with it."""
    a, b, _ = key
    spans = [(c, d) for c, d in among if c < b and a < d and (a == c or b == d)]
    return [each for span in spans for each in among[span]]


def _is_beside_own_name(key: _Placed, found: Mapping[_Placed, Mention]) -> bool:
    """Tell "the secretary general, Jens Stoltenberg" from a role that stands alone."""
    a, b, actor = key
    return found[key].form is MentionForm.NOMINAL and any(
        other == actor and mention.form in NAMED and (0 <= c - b < 4 or 0 <= a - d < 10)
        for (c, d, other), mention in found.items()
    )


def score_quotes(gold: Gold, analysis: Analysis, text: str) -> Rate:
    """Score the quoted stretches, segment by segment, by their spans alone; optional ones cost nothing."""
    wanted = {k for k, (kind, _) in _gold_segments(gold, text).items() if kind != "optional"}
    free = _gold_segments(gold, text).keys() - wanted
    found = _found_segments(analysis, text).keys() - free
    return Rate(
        right_found=len(found & wanted),
        found=len(found),
        right_wanted=len(found & wanted),
        wanted=len(wanted),
        spurious=tuple(text[a:b] for a, b in sorted(found - wanted)),
        missed=tuple(text[a:b] for a, b in sorted(wanted - found)),
    )


def score_speakers(gold: Gold, analysis: Analysis, text: str) -> Speakers:
    """Score whom the found stretches were given to; gold stretches of nobody are left out."""
    pairs = pair_actors(gold, analysis, text)
    found = _found_segments(analysis, text)
    right = wrong = silent = 0
    errors: list[str] = []
    for (a, b), (kind, speaker) in sorted(_gold_segments(gold, text).items()):
        if kind == "optional" or speaker is None or (a, b) not in found:
            continue
        given = found[a, b]
        if given is None:
            silent += 1
        elif pairs.get(given) == speaker:
            right += 1
            continue
        else:
            wrong += 1
        errors.append(f"“{text[a:b]}” is {speaker}’s, not {given}’s")
    return Speakers(right, wrong, silent, tuple(errors))


def _gold_segments(gold: Gold, text: str) -> dict[_Key, tuple[str, str | None]]:
    return {
        _trimmed(text, span.start, span.end): (quote.kind, quote.speaker)
        for quote in gold.quotes
        for span in quote.segments
    }


def _found_segments(analysis: Analysis, text: str) -> dict[_Key, str | None]:
    return {
        _trimmed(text, span.start, span.end): quote.speaker
        for quote in analysis.quotes
        if quote.kind is not QuoteKind.INDIRECT
        for span in quote.segments
    }


def _trimmed(text: str, start: int, end: int) -> _Key:
    """Cut a leading article, and the blanks, marks and points at the ends."""
    while start < end and text[start] in _LEFT:
        start += 1
    while end > start and text[end - 1] in _RIGHT:
        end -= 1
    article = _ARTICLE.match(text, start, end)
    return (article.end(), end) if article and article.end() < end else (start, end)

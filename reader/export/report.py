"""Findings as Markdown: who is on stage, and who said what, to be read by people."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from reader.analysis.findings import SURE, Actor, ActorKind, Analysis, Quote, QuoteKind
from reader.article import Article
from reader.citation import quote_text, speaker_name

_SECTIONS = {
    ActorKind.PERSON: "People",
    ActorKind.COUNTRY: "Countries",
    ActorKind.ORGANISATION: "Organisations",
    ActorKind.GROUP: "Groups",
    ActorKind.PLACE: "Places",
}
_CORRECTED = " ✎ corrected by the reader"
_ACTS = re.compile(r"([\\`*_{}\[\]<>#|~!&])|^(\s*(?:[-+]|\d+[.)]))(?=\s)", re.MULTILINE)


def as_markdown(
    article: Article, analysis: Analysis, actors: Collection[str] = (), quotes: Collection[int] = ()
) -> str:
    """Give a report of an article; the text from it is escaped, so that it shows as it stands there.

    Marked as corrected by the reader are the `actors` of these ids and the `quotes` that start there.
    """
    return "\n".join(_report(article, analysis, actors, quotes)) + "\n"


def _report(
    article: Article, analysis: Analysis, actors: Collection[str], quotes: Collection[int]
) -> Iterator[str]:
    yield f"# {_plain(article.title or article.source or 'Untitled')}"
    yield ""
    about = (article.source, article.byline, article.published, f"{article.words:,} words")
    yield " · ".join(_plain(each) for each in about if each)
    mentioned = Counter(mention.actor for mention in analysis.mentions)
    quoted = Counter(quote.speaker for quote in analysis.quotes)
    for kind, section in _SECTIONS.items():
        of_kind = [actor for actor in analysis.actors.values() if actor.kind is kind]
        if of_kind:
            yield from ("", f"## {section}", "")
        for actor in sorted(of_kind, key=lambda actor: (not actor.named, -mentioned[actor.id])):
            line = _line(actor, mentioned[actor.id], quoted[actor.id])
            yield line + (_CORRECTED if actor.id in actors else "")
    if analysis.quotes:
        yield from ("", "## Quotes")
    for quote in analysis.quotes:
        *words, speaker = _quote(article, analysis, quote)
        yield from ("", *words, speaker + (_CORRECTED if quote.start in quotes else ""))


def _line(actor: Actor, mentions: int, quotes: int) -> str:
    counts = [f"{mentions:,} mention{'s' * (mentions != 1)}"] if mentions else []
    counts += [f"{quotes:,} quote{'s' * (quotes != 1)}"] if quotes else []
    country = actor.country if actor.country and actor.kind is not ActorKind.COUNTRY else None
    told = [*map(_plain, actor.roles[:2]), *filter(None, [country]), ", ".join(counts)]
    called = f" (also: {', '.join(map(_plain, actor.aliases))})" if actor.aliases else ""
    unnamed = "" if actor.named else " (not named)"
    return f"- **{_plain(actor.name)}**{unnamed}{called}: {'; '.join(told)}"


def _quote(article: Article, analysis: Analysis, quote: Quote) -> Iterator[str]:
    words = quote_text(article, quote)
    quoted = words if quote.kind is QuoteKind.INDIRECT else f"“{words}”"
    yield from (f"> {line}".rstrip() for line in _plain(quoted).split("\n"))
    yield ">"
    guessed = quote.speaker is not None and quote.confidence < SURE
    name = _plain(speaker_name(article, analysis.actors, quote) or "nobody named")
    yield f"> — {name}{' (?)' if guessed else ''}, ¶ {max(1, article.number_at(quote.start))}"


def _plain(text: str) -> str:
    """Escape what Markdown would take for markup."""
    return _ACTS.sub(lambda sign: f"\\{sign[1]}" if sign[1] else f"{sign[2][:-1]}\\{sign[2][-1]}", text)

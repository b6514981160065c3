"""Findings as Markdown: who is on stage, and who said what, to be read by people."""

import re
from collections import Counter
from collections.abc import Iterator

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
_ACTS = re.compile(r"([\\`*_{}\[\]<>#|~!&])|^(\s*(?:[-+]|\d+[.)]))(?=\s)", re.MULTILINE)


def as_markdown(article: Article, analysis: Analysis) -> str:
    """Give a report of an article; the text from it is escaped, so that it shows as it stands there."""
    return "\n".join(_report(article, analysis)) + "\n"


def _report(article: Article, analysis: Analysis) -> Iterator[str]:
    yield f"# {_plain(article.title or article.source or 'Untitled')}"
    yield ""
    about = (article.source, article.byline, article.published, f"{article.words:,} words")
    yield " · ".join(_plain(each) for each in about if each)
    mentions = Counter(mention.actor for mention in analysis.mentions)
    quotes = Counter(quote.speaker for quote in analysis.quotes)
    for kind, section in _SECTIONS.items():
        actors = [actor for actor in analysis.actors.values() if actor.kind is kind]
        if actors:
            yield from ("", f"## {section}", "")
        for actor in sorted(actors, key=lambda actor: -mentions[actor.id]):
            yield _line(actor, mentions[actor.id], quotes[actor.id])
    if analysis.quotes:
        yield from ("", "## Quotes")
    for quote in analysis.quotes:
        yield from ("", *_quote(article, analysis, quote))


def _line(actor: Actor, mentions: int, quotes: int) -> str:
    counts = [f"{mentions:,} mention{'s' * (mentions != 1)}"] if mentions else []
    counts += [f"{quotes:,} quote{'s' * (quotes != 1)}"] if quotes else []
    country = actor.country if actor.country and actor.kind is not ActorKind.COUNTRY else None
    told = [*map(_plain, actor.roles[:2]), *filter(None, [country]), ", ".join(counts)]
    called = f" (also: {', '.join(map(_plain, actor.aliases))})" if actor.aliases else ""
    return f"- **{_plain(actor.name)}**{called}: {'; '.join(told)}"


def _quote(article: Article, analysis: Analysis, quote: Quote) -> Iterator[str]:
    words = quote_text(article, quote)
    quoted = words if quote.kind is QuoteKind.INDIRECT else f"“{words}”"
    yield from (f"> {line}".rstrip() for line in _plain(quoted).split("\n"))
    yield ">"
    guessed = quote.speaker is not None and quote.confidence < SURE
    name = _plain(speaker_name(article, analysis, quote) or "nobody named")
    yield f"> — {name}{' (?)' if guessed else ''}, ¶ {max(1, article.number_at(quote.start))}"


def _plain(text: str) -> str:
    """Escape what Markdown would take for markup."""
    return _ACTS.sub(lambda sign: f"\\{sign[1]}" if sign[1] else f"{sign[2][:-1]}\\{sign[2][-1]}", text)

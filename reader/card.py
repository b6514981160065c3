"""What an article tells of one actor, gathered from its mentions and quotes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.analysis.findings import Actor, ActorKind, Mention, MentionForm, Quote
from reader.analysis.stage import Stage
from reader.article import Article, Link

_OPENERS = frozenset({"a", "an", "the", "his", "her", "its", "my", "our", "their", "this", "that"})
_NEIGHBOURS = 6
_EXCERPT = 160
_TIES = 8


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words around a mention, and the number of their paragraph."""

    words: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Card:
    """An actor in this article. `forms` counts mentions by form, `names` by the words used for it.

    `links` are those that a mention stands in, each target once.
    `ties` are the countries and organisations that it is tied to, each with the words that say so, and for
    these the people tied to them.
    """

    actor: Actor
    forms: tuple[tuple[MentionForm, int], ...]
    names: tuple[tuple[str, int], ...]
    first: Excerpt | None
    last: Excerpt | None
    quotes: tuple[Quote, ...]
    neighbours: tuple[tuple[Actor, int], ...]
    links: tuple[Link, ...] = ()
    ties: tuple[tuple[Actor, Excerpt], ...] = ()


def card(article: Article, stage: Stage, actor: Actor, up_to: int | None = None) -> Card:
    """Gather what is known of an actor; with `up_to`, an offset, only from the text before it."""
    end = len(article.text) if up_to is None else up_to
    mentions = [mention for mention in stage.mentions_of(actor.id) if mention.start < end]
    paragraphs = {article.paragraph_at(mention.start) for mention in mentions}
    shared: Counter[str] = Counter()
    for paragraph in sorted(paragraphs):
        span = article.paragraphs[paragraph]
        here = stage.mentions_in(span.start, min(span.end, end))
        shared.update({mention.actor: 1 for mention in here if mention.actor != actor.id})
    spoken = [_words(article, mention) for mention in mentions if mention.form is not MentionForm.PRONOUN]
    links = {link.target: link for m in mentions for link in article.links_in(m.start, m.end)}
    return Card(
        actor,
        tuple(Counter(mention.form for mention in mentions).most_common()),
        tuple(Counter(spoken).most_common(8)),
        _excerpt(article, mentions[0]) if mentions else None,
        _excerpt(article, mentions[-1]) if len(mentions) > 1 else None,
        tuple(quote for quote in stage.quotes_of(actor.id) if quote.start < end),
        tuple(islice(_neighbours(stage, shared), _NEIGHBOURS)),
        tuple(links.values()),
        tuple(_ties(article, stage, actor, end)),
    )


def _words(article: Article, mention: Mention) -> str:
    """Give the words of a mention; "The captain" that opens a sentence is "the captain"."""
    words = article.text[mention.start : mention.end]
    opener = words.split(" ", 1)[0].lower()
    small = mention.form is MentionForm.NOMINAL and opener in _OPENERS
    return opener + words[len(opener) :] if small else words


def _neighbours(stage: Stage, shared: Counter[str]) -> Iterator[tuple[Actor, int]]:
    """Give whom paragraphs are shared with, and how many, but not "the two leaders", who are on the list."""
    for key, count in shared.most_common():
        forms = {mention.form for mention in stage.mentions_of(key)}
        if stage.actors[key].kind is not ActorKind.GROUP or forms != {MentionForm.NOMINAL}:
            yield stage.actors[key], count


def _ties(article: Article, stage: Stage, actor: Actor, end: int) -> Iterator[tuple[Actor, Excerpt]]:
    own = [(stage.actors.get(tie.other), tie.words) for tie in actor.ties]
    others = [(one, tie.words) for one in stage.actors.values() for tie in one.ties if tie.other == actor.id]
    for other, words in [*own, *others][:_TIES]:
        if other is not None and words.end <= end:
            yield other, Excerpt(article.text[words.start : words.end], article.number_at(words.start))


def _excerpt(article: Article, mention: Mention) -> Excerpt:
    """Give whole words around a mention, out of its paragraph."""
    paragraph = article.paragraphs[article.paragraph_at(mention.start)]
    start, end = paragraph.start, paragraph.end
    if mention.start - start > _EXCERPT // 2:
        start = article.text.find(" ", mention.start - _EXCERPT // 2, mention.start) + 1 or mention.start
    if end - mention.end > _EXCERPT // 2:
        end = max(mention.end, article.text.rfind(" ", mention.end, mention.end + _EXCERPT // 2))
    left = "… " if start > paragraph.start else ""
    right = " …" if end < paragraph.end else ""
    return Excerpt(f"{left}{article.text[start:end]}{right}", article.number_at(mention.start))

"""Articles with known findings, written as marked text, for tests that need no language model.

    [Mr. Putin|putin] said: "“We will,” [he|putin~] added."

A bracket is a mention: its text, its actor, and ``~`` if it is a pronoun. Text between ``“`` and ``”`` in a
paragraph that has a mention of a person outside the marks is that person's quote.
"""

import re
from collections.abc import AsyncIterator

from reader.analysis.findings import Actor, ActorKind, Findings, Mention, MentionForm, Quote, Span
from reader.article import Article, Paragraph, ParagraphKind

KINDS = {
    "russia": ActorKind.COUNTRY,
    "korea": ActorKind.COUNTRY,
    "kcna": ActorKind.ORGANISATION,
    "pyongyang": ActorKind.PLACE,
    "kurds": ActorKind.GROUP,
}
NAMES = {
    "putin": "Vladimir Putin",
    "kim": "Kim Jong-un",
    "russia": "Russia",
    "korea": "North Korea",
    "kcna": "Korean Central News Agency",
    "pyongyang": "Pyongyang",
    "zelenskyy": "Volodymyr Zelenskyy",
}
_MENTION = re.compile(r"\[([^|\]]+)\|(\w+)(~?)\]")
_QUOTE = re.compile("“([^”]+)”")

PACT = """\
Two leaders sign

[Mr. Putin|putin] of [Russia|russia] met [Mr. Kim|kim] in [Pyongyang|pyongyang].

“This breaks new ground,” [Mr. Putin|putin] said. “It is [ours|putin~] alone.” [He|putin~] left early.

The [Korean Central News Agency|kcna] praised [North Korea|korea] and [Russia|russia].

[Mr. Kim|kim] called it “a fiery friendship” between [Russia|russia] and [North Korea|korea].

At the airport, [Vladimir Putin|putin] waved.
"""


def staged(marked: str = PACT, source: str = "pact.txt") -> tuple[Article, Findings]:
    """Give the article of a marked text (headline first) and what is to be found in it."""
    paragraphs, mentions, quotes, texts = [], [], [], []
    offset = 0
    for block in marked.strip().split("\n\n"):
        text, here = _unmarked(block, offset)
        kind = ParagraphKind.HEADING if not paragraphs else ParagraphKind.PARAGRAPH
        paragraphs.append(Paragraph(offset, offset + len(text), kind))
        segments = tuple(Span(offset + m.start(1), offset + m.end(1)) for m in _QUOTE.finditer(text))
        outside = [m for m in here if not any(s.start <= m.start < s.end for s in segments)]
        people = [m for m in outside if KINDS.get(m.actor, ActorKind.PERSON) is ActorKind.PERSON]
        if segments:
            speaker = people[0].actor if people else None
            quotes.append(Quote(segments, speaker=speaker))
        mentions += here
        texts.append(text)
        offset += len(text) + 2
    text = "\n\n".join(texts)
    article = Article(text, tuple(paragraphs), title=texts[0], published="2024-06-19", source=source)
    ids = dict.fromkeys(mention.actor for mention in mentions)
    actors = tuple(Actor(i, NAMES.get(i, i.title()), KINDS.get(i, ActorKind.PERSON)) for i in ids)
    total = len(paragraphs)
    return article, Findings(article.key, total, total, (), actors, tuple(mentions), tuple(quotes))


def _unmarked(block: str, offset: int) -> tuple[str, list[Mention]]:
    text, mentions, at = "", [], 0
    for match in _MENTION.finditer(block):
        text += block[at : match.start()]
        start = offset + len(text)
        text += match[1]
        form = MentionForm.PRONOUN if match[3] else MentionForm.NAME
        mentions.append(Mention(start, offset + len(text), match[2], form))
        at = match.end()
    return text + block[at:], mentions


def analyst_of(*batches: Findings):
    """Give an analyst that finds just this, at once."""

    async def understand(article: Article) -> AsyncIterator[Findings]:
        for batch in batches:
            yield batch

    return understand

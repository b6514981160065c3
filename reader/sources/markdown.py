"""Markdown becomes an article: its headings, lists and block quotes keep their kinds."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.article import Article, ParagraphKind
from reader.sources.cleaning import clean
from reader.sources.composing import compose
from reader.sources.layout import Block

_FRONT_MATTER = re.compile(r"\A---\n((?:.*\n){0,40}?)(?:---|\.\.\.)(?:\n|\Z)")
_FIELD = re.compile(r"(title|author|byline|by|date|published):\s*(.+)", re.IGNORECASE)
_NAMES = {"author": "byline", "by": "byline", "date": "published"}


def parse(text: str, source: str | None = None) -> Article:
    """Make an article of Markdown: links give their words, pictures nothing, code and tables their lines.

    Title, author and date of a YAML front matter are used.
    """
    text = clean(text).lstrip("\n")
    fields: dict[str, str] = {}
    if front := _FRONT_MATTER.match(text):
        for line in front[1].split("\n"):
            if field := _FIELD.match(line):
                name = field[1].lower()
                fields[_NAMES.get(name, name)] = field[2].strip().strip("\"'")
        text = text[front.end() :]
    return compose(
        _blocks(text),
        title=fields.get("title"),
        byline=fields.get("byline"),
        published=fields.get("published"),
        source=source,
        masthead=True,
    )


def _blocks(text: str) -> Iterator[Block]:
    # Nesting is bounded, because the parser's time and stack grow with it; raw HTML stays text.
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable(["table", "strikethrough"])
    kind = ParagraphKind.PARAGRAPH
    lists = quotes = 0
    marks: list[str] = []
    for token in parser.parse(text):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists += 1
            case "bullet_list_close" | "ordered_list_close":
                lists -= 1
            case "list_item_open":
                marks = [f"{token.info}{token.markup} " if token.info else "• "]
            case "blockquote_open":
                quotes += 1
            case "blockquote_close":
                quotes -= 1
            case "heading_open":
                kind = ParagraphKind.HEADING
            case "heading_close":
                kind = ParagraphKind.PARAGRAPH
            case "inline":
                words = "".join(_words(token.children or []))
                if quotes and kind is not ParagraphKind.HEADING:
                    yield Block(words, ParagraphKind.BLOCK_QUOTE)
                elif lists and kind is not ParagraphKind.HEADING:
                    yield Block("".join(marks) + words, ParagraphKind.LIST_ITEM)
                    marks = []
                else:
                    yield Block(words, kind)
            case "fence" | "code_block":
                for line in token.content.split("\n"):
                    yield Block(line, ParagraphKind.PARAGRAPH)


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type != "image":
            yield token.content

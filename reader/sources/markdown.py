"""Markdown becomes an article: its headings, lists and block quotes keep their kinds."""

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.article import Article, ParagraphKind
from reader.sources.cleaning import clean
from reader.sources.composing import compose
from reader.sources.layout import Block
from reader.sources.masthead import byline_names, date_line
from reader.sources.words import BETWEEN_CELLS, Words

_FRONT_MATTER = re.compile(r"\A---\n((?:.*\n){0,40}?)(?:---|\.\.\.)(?:\n|\Z)")
_TOML = re.compile(r"\A\+\+\+\n((?:.*\n){0,40}?)\+\+\+(?:\n|\Z)")
# Footnotes, which CommonMark does not know: the number is no word of the sentence that it stands in.
_NOTE = re.compile(r"^\[\^([\w-]{1,20})\]:[ \t]*", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^[\w-]{1,20}\]")
_FIELD = re.compile(r"([a-z_]+):[ \t]*(.*)", re.IGNORECASE)
_NAMES = {"author": "byline", "authors": "byline", "by": "byline", "date": "published"}


def parse(text: str, source: str | None = None) -> Article:
    """Make an article of Markdown: links and HTML give their words, pictures nothing, code and tables lines.

    Title, author and date of a front matter are used, be it YAML or TOML.
    """
    text = clean(text).lstrip("\n")
    fields: dict[str, str] = {}
    if front := _FRONT_MATTER.match(text):
        fields = _fields(front[1])
        text = text[front.end() :]
    elif front := _TOML.match(text):
        fields = _toml_fields(front[1])
        text = text[front.end() :]
    return compose(
        _blocks(text),
        title=fields.get("title"),
        byline=fields.get("byline"),
        published=fields.get("published"),
        source=source,
        masthead=True,
    )


def _fields(front: str) -> dict[str, str]:
    """Read as much of YAML as names need: values on the line, in brackets, or as a list below."""
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in front.split("\n"):
        if field := _FIELD.fullmatch(line):
            name = field[1].lower()
            values = fields.setdefault(_NAMES.get(name, name), [])
            line = field[2]
        if line.startswith("["):
            values += line.strip("[]").split(",")
        elif line.strip(" ->|"):
            values.append(line.strip(" -"))
    clear = ((name, [value.strip(" \"'") for value in values]) for name, values in fields.items())
    return {name: " and ".join(values) if name == "byline" else " ".join(values) for name, values in clear}


def _toml_fields(front: str) -> dict[str, str]:
    import tomllib  # only here: few have any

    try:
        values = tomllib.loads(front)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    lists = ((name.lower(), value if isinstance(value, list) else [value]) for name, value in values.items())
    return {_NAMES.get(name, name): " and ".join(map(str, value)) for name, value in lists}


def _blocks(text: str) -> Iterator[Block]:
    # Nesting is bounded, because the parser's time and stack grow with it.
    parser = MarkdownIt("commonmark", {"maxNesting": 20}).enable(["table", "strikethrough"])
    kind = ParagraphKind.PARAGRAPH
    lists = quotes = 0
    row: Words | None = None
    marks: list[str] = []
    for token in parser.parse(_NOTE_MARK.sub("", _NOTE.sub(r"\1\\. ", text))):
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
            case "tr_open":
                row = Words()
            case "tr_close":
                yield row.block(ParagraphKind.PARAGRAPH) if row else Block("", ParagraphKind.PARAGRAPH)
                row = None
            case "inline" if row is not None:
                row.add(BETWEEN_CELLS if row and token.content else "")
                _spelled(token.children, row)
            case "inline":
                words = Words()
                if quotes and kind is not ParagraphKind.HEADING:
                    yield _spelled(token.children, words).block(ParagraphKind.BLOCK_QUOTE)
                elif lists and kind is not ParagraphKind.HEADING:
                    words.add("".join(marks))
                    yield _spelled(token.children, words).block(ParagraphKind.LIST_ITEM)
                    marks = []
                else:
                    yield from (_spelled(line, words).block(kind) for line in _lines(token.children or []))
            case "html_block":
                from reader.sources.markup import blocks_of  # only here: few have any

                yield from blocks_of(token.content)
            case "fence" | "code_block":
                for line in token.content.split("\n"):
                    yield Block(line, ParagraphKind.PARAGRAPH)


def _lines(tokens: list[Token]) -> list[list[Token]]:
    """Divide a paragraph where it breaks lines, if one of them is a byline or a date."""
    ends = [i for i, token in enumerate(tokens) if token.type == "hardbreak"]
    lines = [tokens[a + 1 : b] for a, b in pairwise([-1, *ends, len(tokens)])]
    said = ("".join(token.content for token in line).strip() for line in lines)
    return lines if ends and any(byline_names(line) or date_line(line) for line in said) else [tokens]


def _spelled(tokens: list[Token] | None, words: Words) -> Words:
    """Add the words of what stands in a line, and its links."""
    for token in tokens or []:
        match token.type:
            case "softbreak" | "hardbreak":
                words.add(" ")
            case "html_inline":
                words.add(" " if token.content.startswith("<br") else "")
            case "link_open":
                words.link(str(token.attrGet("href") or ""))
            case "link_close":
                words.unlink()
            case "image":
                pass
            case _:
                words.add(token.content)
    return words

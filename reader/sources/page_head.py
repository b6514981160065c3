"""What stands on a page between the headline and the text: who wrote it, when, and the standfirst."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, islice, takewhile
from typing import NamedTuple

from lxml import etree, html

from reader.article import ParagraphKind
from reader.given_names import all_given_names
from reader.sources.bylines import names_in
from reader.sources.cleaning import letters_of
from reader.sources.layout import Block
from reader.sources.markup import UNSEEN
from reader.sources.masthead import date_line

_MARKS = ("class", "id", "data-testid", "data-component", "data-gu-name", "itemprop", "rel")
_BYLINE = re.compile(r"by-?line|author|contributor|journalist|reporter", re.IGNORECASE)
_NAME = re.compile(r"(?:author|by-?line|contributor)\S*name|name\S*author", re.IGNORECASE)
_STANDFIRST = re.compile(
    r"stand-?first|sub-?(?:head|title|headline|deck)|\bdec?k\b"
    r"|(?:article|story)[-_]*(?:desc|summary|intro|lede?)|\bexcerpt\b|\bsummary\b",
    re.IGNORECASE,
)
_names = str.split  # of meta elements; one a line would be longer than the code
_AUTHORS = frozenset(
    _names("author byl article:author og:article:author parsely-author sailthru.author dc.creator")
)
_SUMMARIES = frozenset(_names("description og:description twitter:description"))
_ELSEWHERE = UNSEEN | {"footer", "figure", "figcaption"}
_LONGEST_LINE = 120  # characters; of a byline
_OPENING = 40  # letters; so many tell where the text begins
_MOST_PIECES = 80
_MOST_ABOVE = 6
_MOST_METAS = 500
_FIRST_BLOCKS = 20
_STANDFIRST_WORDS = range(6, 90)


class Head(NamedTuple):
    """What was found; empty where nothing was."""

    authors: tuple[str, ...] = ()
    published: str | None = None
    standfirst: str = ""


class _Piece(NamedTuple):
    """Words without an element in between, and what they stand in, from the inside."""

    text: str
    within: tuple[etree._Element, ...]

    def marked(self, marks: re.Pattern[str]) -> etree._Element | None:
        """Give the innermost element that says of itself what the piece is."""
        return next(
            (e for e in self.within if marks.search(" ".join(e.get(name, "") for name in _MARKS))), None
        )


def authors_in_meta(tree: html.HtmlElement) -> tuple[str, ...]:
    """Give the names that the page's meta elements have for its authors."""
    said = (text for text in _metas(tree, _AUTHORS) if "://" not in text)
    return tuple(dict.fromkeys(name for text in said for name in names_in(text)))


def read_head(tree: html.HtmlElement, title: str, blocks: Sequence[Block], summary: str = "") -> Head:
    """Read what stands between the headline and the first of the text's `blocks`.

    A standfirst is told by its mark, or by being the page's `summary`; among the blocks it is none.
    """
    above, between, text = _around(tree, title, blocks)
    authors = [*_authors(between)] or [*_signed(text)] or [*_authors(above)]
    dates = (date_line(piece.text) for piece in between if len(piece.text) <= _LONGEST_LINE)
    return Head(
        tuple(dict.fromkeys(authors)),
        next(filter(None, dates), None),
        _standfirst(between, blocks, {letters_of(text) for text in (*_metas(tree, _SUMMARIES), summary)}),
    )


def _metas(tree: html.HtmlElement, names: frozenset[str]) -> Iterator[str]:
    for meta in islice(tree.iter("meta"), _MOST_METAS):
        if (meta.get("name") or meta.get("property") or "").lower() in names:
            yield meta.get("content", "")


def _around(
    tree: html.HtmlElement, title: str, blocks: Sequence[Block]
) -> tuple[list[_Piece], list[_Piece], etree._Element | None]:
    """Give the last pieces above the headline, those between it and the text, and where the text stands.

    Each comes with the elements that it stands in and the other parts do not.
    """
    running = [
        letters[:_OPENING]
        for block in blocks[:_FIRST_BLOCKS]
        if block.kind is ParagraphKind.PARAGRAPH and len(letters := letters_of(block.text)) > _OPENING
    ]
    opening = running[:2][-1] if running else ""  # the first may be the standfirst
    pieces = list(_pieces(tree))
    spelled = [letters_of(text) for text, _ in pieces]
    starts = list(accumulate(map(len, spelled), initial=0))
    page, headline = "".join(spelled), letters_of(title)
    end = page.find(opening, max(0, page.find(headline))) if opening else -1
    begin = page.rfind(headline, 0, end) if headline and end > 0 else -1
    if begin < 0:
        return [], [], None
    first, last = bisect_left(starts, begin + len(headline)), bisect_right(starts, end) - 1
    place = pieces[last][1]
    around = {*pieces[first - 1][1].iterancestors(), *place.iterancestors()}

    def apart(part: Sequence[tuple[str, etree._Element]]) -> list[_Piece]:
        return [
            _Piece(text, tuple(takewhile(lambda e: e not in around, chain((owner,), owner.iterancestors()))))
            for text, owner in part
        ]

    above = pieces[max(0, first - 1 - _MOST_ABOVE) : max(0, first - 1)]
    return apart(above), apart(pieces[first:last][:_MOST_PIECES]), place


def _pieces(tree: html.HtmlElement) -> Iterator[tuple[str, etree._Element]]:
    elsewhere = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        unseen = element.tag in _ELSEWHERE
        elsewhere += unseen if event == "start" else -unseen
        text, owner = (element.text, element) if event == "start" else (element.tail, element.getparent())
        if text and not elsewhere and not text.isspace() and owner is not None:
            yield " ".join(text.split()), owner


def _authors(pieces: list[_Piece]) -> Iterator[str]:
    """Give the names in what is marked as a byline, or begins with "By"."""
    begun = False  # a byline, which goes on: By, Ann Lee, and, Omar Díaz
    for piece in pieces:
        text = piece.text
        said = begun or text[:3].lower() == "by "
        begun = text.lower() in ("by", "by:") or (begun and text.lower() in ("and", "&", ",", ", and"))
        mark = piece.marked(_BYLINE)
        if len(text) > _LONGEST_LINE or not (said or mark is not None):
            continue
        sure = said or (mark is not None and _names_author(mark))
        for name in names_in(text):
            words = name.split()
            if len(words) > 1 and (sure or words[0].lower() in all_given_names()):
                begun = begun or said
                yield name
        begun = begun or (said and text[-1:] in ",&")


def _names_author(element: etree._Element) -> bool:
    """Tell whether an element says that nothing but an author's name stands in it."""
    exact = "author" in (element.get("rel"), element.get("itemprop"))
    return exact or _NAME.search(" ".join(element.get(name, "") for name in _MARKS)) is not None


def _signed(place: etree._Element | None) -> Iterator[str]:
    """Give the names that are marked as the authors' anywhere in the article that the text stands in."""
    articles = () if place is None else place.iterancestors("article")
    for element in chain.from_iterable(article.iter(etree.Element) for article in islice(articles, 1)):
        vcard = {"author", "vcard"} <= set(element.get("class", "").split())
        if vcard or "author" in (element.get("rel"), element.get("itemprop")):
            yield from names_in(" ".join(element.itertext()))


def _standfirst(pieces: list[_Piece], blocks: Sequence[Block], summaries: set[str]) -> str:
    text = "".join(letters_of(block.text) for block in blocks)
    for piece in pieces:
        marked = piece.marked(_STANDFIRST)
        for element in piece.within[:3] if marked is None else (marked,):
            line = " ".join("".join(element.itertext()).split())
            letters = letters_of(line)
            fits = len(line.split()) in _STANDFIRST_WORDS and letters not in text
            if fits and (marked is not None or letters in summaries):
                return line
    return ""

"""What a page says of its article in JSON-LD, by the vocabulary of schema.org."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import html

from reader.sources.bylines import names_in

_MOST_OBJECTS = 5_000
_DEEPEST = 20
_ARTICLES = ("article", "blogposting", "report", "review")


class LinkedData(NamedTuple):
    """What is said of the article; empty where nothing is."""

    headline: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    house: str = ""  # who wrote it, if that is no person
    summary: str = ""
    body: str = ""
    is_live: bool = False


def linked_data(tree: html.HtmlElement) -> LinkedData:
    """Read the first article that a page describes."""
    objects = [found for script in _scripts(tree) for found in _objects(script)][:_MOST_OBJECTS]
    by_id = {found["@id"]: found for found in objects if isinstance(found.get("@id"), str) and len(found) > 1}
    article = next(filter(_is_article, objects), None)
    if article is None:
        return LinkedData()
    authors: list[str] = []
    houses: list[str] = []
    for author in _listed(article.get("author")) or _listed(article.get("creator")):
        if isinstance(author, dict):
            author = by_id.get(_text(author.get("@id")), author) if "name" not in author else author
        name = _name(author)
        people = () if isinstance(author, dict) and "organi" in _kind(author) else names_in(name)
        authors += people
        houses += [name] if not people and name else []
    return LinkedData(
        _text(article.get("headline")),
        _text(article.get("datePublished")),
        tuple(dict.fromkeys(authors)),
        next(iter(houses), ""),
        _text(article.get("description")),
        _text(article.get("articleBody")),
        "liveblog" in _kind(article),
    )


def _scripts(tree: html.HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            try:
                yield json.loads((script.text or "").strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue  # other scripts may be whole


def _objects(found: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Give an object and those in it, the outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(found, dict):
        yield found
        for value in found.values():
            yield from _objects(value, depth + 1)
    elif isinstance(found, list):
        for value in found:
            yield from _objects(value, depth + 1)


def _is_article(found: dict[str, Any]) -> bool:
    return _kind(found).endswith(_ARTICLES) or "liveblog" in _kind(found)


def _kind(found: dict[str, Any]) -> str:
    kinds = _listed(found.get("@type"))
    return next((kind.lower() for kind in kinds if isinstance(kind, str)), "")


def _name(author: Any) -> str:
    if isinstance(author, dict):
        whole = [_text(author.get(part)) for part in ("givenName", "additionalName", "familyName")]
        names = [_text(name) for name in _listed(author.get("name"))]
        return "; ".join(filter(None, names)) or " ".join(filter(None, whole))
    return _text(author)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""

"""The headline of a page: what it shows above the text, rather than what it tells machines."""

import re
from collections.abc import Sequence

from lxml import etree, html

from reader.sources.cleaning import clean_line, letters_of
from reader.sources.layout import Block

_SHORTEST = 15  # characters; a shorter line that is part of a title may be a site or a section
_OPENING = 25  # letters; so many tell where the text begins
_PARTS = re.compile(r"\s+[|–—·-]\s+|: ")
_MOST = 50
_MASTHEAD = 20  # so many lines can end with the headline


def headline_of(tree: html.HtmlElement, said: Sequence[str], site: str, blocks: Sequence[Block]) -> str:
    """Give the headline of a page with `blocks` on it, or an empty string.

    `said` are the titles that it tells machines, often with the names of section and `site`. Of the headings
    above the text the last counts that is part of one of them; else such a line; else the last of first rank.
    """
    said = [line for title in said if (line := clean_line(title)) and letters_of(line) != letters_of(site)]
    shown = [(tag, text) for tag, text in _shown(tree, blocks) if letters_of(text) != letters_of(site)]
    for _, text in reversed(shown):
        if any(_is_part(text, title) for title in said):
            return text
        if title := next((title for title in said if _ends_with(text, title)), None):
            return title  # above it stood the name of a section
    for text in (block.text for block in blocks[:_MASTHEAD]):
        if len(text) > _SHORTEST and any(title.startswith(text) or title.endswith(text) for title in said):
            return text
    for tag, text in reversed(shown):
        if tag == "h1" and not any(letters_of(text) in letters_of(title) for title in said):
            return text
    return _without_site(said[0], site) if said else ""


def titles_of(tree: html.HtmlElement) -> list[str]:
    """Give the titles that a page tells machines, the surest first."""
    named = {meta.get("property") or meta.get("name"): meta.get("content", "") for meta in tree.iter("meta")}
    titles = ["".join(title.itertext()) for title in tree.iter("title")]
    return [named.get("og:title", ""), named.get("twitter:title", ""), *titles[:1]]


def _shown(tree: html.HtmlElement, blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """Give the headings above the text, with their ranks."""
    long = (block.text for block in blocks[:_MOST] if len(block.text) > 3 * _SHORTEST)
    opening = letters_of(next(long, ""))[:_OPENING]
    found: list[tuple[str, str]] = []
    for element in tree.iter(etree.Element):
        if element.tag in ("h1", "h2") and len(found) < _MOST:
            found.append((element.tag, clean_line("".join(element.itertext()))))
        elif found and opening and letters_of((element.text or "")[: 4 * _OPENING]).startswith(opening):
            break
    return [(tag, text) for tag, text in found if text]


def _is_part(text: str, title: str) -> bool:
    letters = letters_of(text)
    if len(text) > _SHORTEST:
        return letters in letters_of(title)
    return letters == letters_of(max(_PARTS.split(title), key=len))


def _ends_with(text: str, title: str) -> bool:
    return len(title) > _SHORTEST and letters_of(text).endswith(letters_of(title))


def _without_site(title: str, site: str) -> str:
    """Give a title without the name of the site, which many pages put before or behind it."""
    parts = _PARTS.split(title)
    for name, mark in ((parts[0], title[len(parts[0]) :]), (parts[-1], title[: -len(parts[-1])])):
        if len(parts) > 1 and letters_of(name) == letters_of(site):
            return mark.strip(" |–—·-:")
    return title

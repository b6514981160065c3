"""The table of contents of an e-book: which chapters there are, and where they begin."""

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from reader.article import ParagraphKind
from reader.sources.archive import Archive
from reader.sources.cleaning import clean_line, letters_of
from reader.sources.errors import SourceError
from reader.sources.languages import count_words
from reader.sources.layout import Block

_MOST_ENTRIES = 5_000
_AHEAD = 20  # so many titles may have no heading in the text


class Chapter(NamedTuple):
    """A chapter as far as it is known: the title that the table of contents has for it, and its blocks."""

    title: str | None
    blocks: list[Block]

    @property
    def opens(self) -> bool:
        """Whether it begins with a heading."""
        return bool(self.blocks) and self.blocks[0].kind is ParagraphKind.HEADING

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(count_words(block.text) for block in self.blocks)


class _Entry(NamedTuple):
    file: str
    depth: int
    title: str


def entries_of(book: Archive, root: etree._Element, folder: str) -> dict[str, list[str]]:
    """Give the titles in the table of contents by the file they lead to; of nested ones, the outermost."""
    found: list[_Entry] = []
    for item in all_of(root, "item"):
        file = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        is_nav = "nav" in item.get("properties", "").split()
        if file in book and (is_nav or item.get("media-type") == "application/x-dtbncx+xml"):
            tree = xml_of(book.read(file))
            entries = _of_nav(tree) if is_nav else _of_ncx(tree)
            base = posixpath.dirname(file)
            found = [
                entry._replace(
                    file=posixpath.normpath(posixpath.join(base, unquote(entry.file.partition("#")[0])))
                )
                for entry, _ in zip(entries, range(_MOST_ENTRIES), strict=False)
            ] or found
            if is_nav and found:
                break
    by_file: dict[str, list[str]] = defaultdict(list)
    outermost: dict[str, int] = {}
    for entry in found:
        outermost[entry.file] = min(entry.depth, outermost.get(entry.file, entry.depth))
    for entry in found:
        if entry.title and entry.depth == outermost[entry.file]:
            by_file[entry.file].append(entry.title)
    return dict(by_file)


def divided(blocks: list[Block], titles: Sequence[str]) -> list[Chapter]:
    """Divide the blocks of a file at the headings that are the `titles` of chapters, in their order."""
    if len(titles) < 2:
        return [Chapter(titles[0] if titles else None, blocks)]
    letters = [letters_of(title) for title in titles]
    cuts: list[tuple[int, str]] = []
    done = 0
    for i, block in enumerate(blocks):
        if block.kind is ParagraphKind.HEADING and (heading := letters_of(block.text)):
            ahead = range(done, min(done + _AHEAD, len(titles)))
            at = next((n for n in ahead if letters[n].endswith(heading)), None)
            if at is not None:
                cuts.append((i, titles[at]))
                done = at + 1
    if not cuts:
        return [Chapter(titles[0], blocks)]
    ends = [i for i, _ in cuts[1:]] + [len(blocks)]
    chapters = [Chapter(title, blocks[i:end]) for (i, title), end in zip(cuts, ends, strict=True)]
    before = blocks[: cuts[0][0]]
    return [Chapter(None, before), *chapters] if before else chapters


def _of_nav(tree: etree._Element) -> Iterator[_Entry]:
    """Read the table of contents of EPUB 3, which is XHTML."""
    navs = all_of(tree, "nav")
    for nav in navs[:1]:
        for link in all_of(nav, "a"):
            depth = sum(1 for outer in link.iterancestors() if str(outer.tag).endswith("}ol"))
            yield _Entry(link.get("href", ""), depth, clean_line("".join(link.itertext())))


def _of_ncx(tree: etree._Element) -> Iterator[_Entry]:
    """Read the table of contents of EPUB 2."""
    for point in all_of(tree, "navPoint"):
        depth = sum(1 for outer in point.iterancestors() if str(outer.tag).endswith("}navPoint"))
        parts = {str(part.tag).rpartition("}")[2]: part for part in point}
        if "content" in parts and "navLabel" in parts:
            title = clean_line("".join(parts["navLabel"].itertext()))
            yield _Entry(parts["content"].get("src", ""), depth, title)


def xml_of(data: bytes) -> etree._Element:
    """Parse a part of a book that says what is in it; :class:`SourceError` if nothing can be made of it."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    root = etree.fromstring(data, parser)
    if root is None:
        raise SourceError("is a damaged e-book: its table of contents cannot be read")
    return root


def all_of(root: etree._Element, name: str) -> list[etree._Element]:
    """Give the elements of a name, whatever their namespace."""
    return [e for e in root.iter() if isinstance(e.tag, str) and e.tag.rpartition("}")[2] == name]


def only(root: etree._Element, name: str) -> etree._Element:
    """Give the first element of a name; :class:`SourceError` if there is none."""
    found = all_of(root, name)
    if not found:
        raise SourceError("is a damaged e-book: its table of contents is missing")
    return found[0]


def texts_of(root: etree._Element, name: str) -> list[str]:
    """Give the texts of the elements of a name that have any."""
    return [text for e in all_of(root, name) if (text := "".join(e.itertext()).strip())]

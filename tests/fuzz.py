"""Opens articles that no reader should ever meet, and sees that nothing comes of it.

    python -m tests.fuzz --count 100000 --seed 7

Every input is made from a seed document of some format by a seeded mutator; a failure names seed and number,
and `--only NUMBER` makes that input again. Inputs go to the formats in the same process: what is tested is
that the formats bear them, without the net that the reader spans below the heavy ones.
"""

import argparse
import gzip
import io
import random
import sys
import time
import unicodedata
import zipfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

from reader.article import Article
from reader.sources import SourceError
from reader.sources.cleaning import clean, clean_line
from reader.sources.reading import read
from tests.sources import making

#: Seconds of processor time that no input may take; a busy machine is no hang.
PATIENCE = 2.0

# Parted by a bar. What terminals, mark-up, mail and PDF act upon, and what Unicode has for those who deceive.
_TOKENS = str.split(
    "\x1b]52;c;aGVsbG8=\x07|\x1b]8;;https://example.org\x1b\\|\x1b]0;title\x07|\x1b[2J|\x9b31m|\x9d52;c;aGk=\x9c"
    "|\x85|\u2028|\u2029|\u202e|\u2066|\u200b|\ufeff|\x00|\x07|\x08|\x7f|[@click=app.quit]|[/]|[bold|[$primary]\\"
    "|&#27;]52;c;aGk=&#7;|&#x202e;|&#155;|&#0;|&#xd800;|&lol9;|<![CDATA[|]]>|<!--|-->|<!DOCTYPE x [|<script>"
    "|</p>|<p>|<div>|<li>|<blockquote>|<table><tr><td>|<sup><a>|</body>|<title>|<h1>"
    "|<?xml version='1.0' encoding='x'?>|# |- |> |* |1. |```|[a](|](|**|_|~~|---|\n\n|\r\n|\t"
    "|By Ann Lee|June 9, 2024|“|”|said|=?utf-8?q?=1B]0;?=|Content-Type: multipart/mixed; boundary=x|--x"
    "|From: |endobj|stream|/Length 9|obj<<|>>|%PDF-|PK\x03\x04|\u0301|\u05d0|\u0645|\U0001f469\u200d"
    "|\U000e0041|99999999|-1|%s|../../etc/passwd",
    "|",
)


def seeds() -> list[bytes]:
    """A document of each format, all of them read without a complaint."""
    pages = sorted((Path(__file__).parent / "sources" / "pages").glob("*.html"))
    text = "\n\n".join([making.HEADLINE, "By Ann Lee", "June 9, 2024", *making.PARAGRAPHS])
    body = "".join(f"<p>{paragraph}</p>" for paragraph in making.PARAGRAPHS)
    lines = [line.encode("ascii", "ignore").decode() for line in making.PARAGRAPHS]
    return [
        text.encode(),
        text.encode("utf-16"),
        text.encode("windows-1252"),
        gzip.compress(text.encode()),
        f"# {making.HEADLINE}\n\n*By Ann*\n\n> {making.PARAGRAPHS[0]}\n\n- **1** [2](/x)\n- 3\n".encode(),
        making.mail(text),
        making.mail(f"--b\nContent-Type: text/html\n\n{body}\n--b--", kind="multipart/mixed; boundary=b"),
        making.rss(
            [{"title": "One", "link": "https://example.org/1", "description": body.replace("<", "&lt;")}] * 3
        ),
        making.news_page(
            paragraphs=[f"<a href='https://example.org/?{p}'>{p}</a>" for p in making.PARAGRAPHS]
        ),
        pages[0].read_bytes(),
        pages[-1].read_bytes(),
        making.epub([f"<h1>One</h1>{body}", body]),
        making.docx([(text, None) for text in making.PARAGRAPHS]),
        making.pdf([lines, lines], "/Title(A Ferry)"),
    ]


class Mutator:
    """Spoils documents, the same way for the same seed."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._seeds = seeds()

    def made(self, number: int) -> bytes:
        """Make the input of this number."""
        chance = random.Random(f"{self._seed}/{number}")
        data = self._seeds[number % len(self._seeds)]
        if data.startswith(b"PK") and chance.random() < 0.8:
            return _repacked(data, chance)
        return _spoilt(data, chance)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    """Spoil a part inside an archive, whose checksums are right again afterwards."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = chance.choice([name for name in parts if name.endswith(("ml", ".opf", ".rels"))])
    parts[name] = _spoilt(parts[name], chance)
    return making.archive(parts)


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        a, b = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
        b = min(b, a + chance.choice((1, 8, 200, 5000)))
        token = chance.choice(_TOKENS).encode("utf-8", "surrogatepass")
        match chance.randrange(7):
            case 0:
                data = data[:a] + token + data[a:]
            case 1:
                data = data[:a] + token * chance.choice((1, 40, 1500)) + data[b:]
            case 2:
                data = data[:a] + data[b:]
            case 3:
                data = data[:b] + data[a:b] * chance.choice((1, 20)) + data[b:]
            case 4:
                data = data[:a] + chance.randbytes(b - a) + data[b:]
            case 5:
                data = data[: max(a, 1)]
            case _:
                spoilt = bytearray(data)
                for at in range(a, b):
                    if chance.random() < 0.1:
                        spoilt[at] ^= 1 << chance.randrange(8)
                data = bytes(spoilt)
    return data[: 1 << 20]


def check(data: bytes) -> str:
    """Open an input; AssertionError if it does harm, else what became of it."""
    begin = time.process_time()
    try:
        articles = read(data, "input")
    except SourceError as error:
        one_clean_line(error)
        outcome = "refused"
    else:
        assert articles, "no article and no error"
        for article in articles:
            sound(article)
        outcome = "read"
    took = time.process_time() - begin
    assert took < PATIENCE, f"took {took:.1f} seconds"
    return outcome


def one_clean_line(error: SourceError) -> None:
    """Assert that an error says something, in one line that can be shown."""
    assert str(error), "an error without a word"
    assert str(error) == clean_line(str(error)), f"an error that is no clean line: {str(error)!r}"


def sound(article: Article) -> None:
    """Assert that an article is as the contract says, and harmless."""
    pieces = [article.text[p.start : p.end] for p in article.paragraphs]
    assert "\n\n".join(pieces) == article.text, "paragraphs are not the text"
    assert article.text, "an article without text"
    assert all(piece and piece == piece.strip(" ") and "\n" not in piece for piece in pieces), (
        "a ragged paragraph"
    )
    assert all(a.end + 2 == b.start for a, b in pairwise(article.paragraphs)), "offsets that do not fit"
    for link in article.links:
        assert 0 <= link.start < link.end <= len(article.text), "a link beyond the text"
        assert "\n" not in article.text[link.start : link.end], "a link over paragraphs"
        assert clean_line(link.target) == link.target, "a target that is not clean"
    assert clean(str(article.text)) == article.text, "text that is not clean"
    for line in (article.title, article.byline, article.published, article.source):
        assert line is None or (line and clean_line(line) == line), f"a line that is not clean: {line!r}"
        assert line is None or not any(map(harmful, line)), f"harm in {line!r}"
    assert not any(harmful(char) for char in set(str(article.text)) - {"\n"}), "harm in the text"
    assert article.title is None or article.title in pieces[0], "a title that does not stand above the text"


def harmful(char: str) -> bool:
    """Tell controls, turns of direction, separators and surrogates."""
    if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp"):
        return True
    return unicodedata.bidirectional(char) in (
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
        "B",
    )


def main() -> int:
    """Run as many inputs as were asked for; the exit code is 1 if any does harm."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, metavar="NUMBER", help="make one input again, and print it")
    options = parser.parse_args()
    mutator = Mutator(options.seed)
    if options.only is not None:
        sys.stdout.buffer.write(mutator.made(options.only))
        return 0
    outcomes: Counter[str] = Counter()
    for number in range(options.count):
        try:
            outcomes[check(mutator.made(number))] += 1
        except Exception as error:
            outcomes["failed"] += 1
            print(f"input {number} of seed {options.seed}: {type(error).__name__}: {error}", file=sys.stderr)
    print(", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())))
    return int(outcomes["failed"] > 0)


if __name__ == "__main__":
    sys.exit(main())

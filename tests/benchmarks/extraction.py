"""How well the article on a web page is found: trafilatura, which the reader uses, beside others.

    pip install readability-lxml && python tests/benchmarks/extraction.py

Compared by the bag of words with the texts beside the pages in tests/sources/pages, written for the purpose:
how many of an article's words are found, how many of the words found are the article's, and F. jusText comes
along with trafilatura; readability-lxml is left out where it is not installed.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.sources.charsets import decode_declared  # noqa: E402
from reader.sources.markup import blocks_of  # noqa: E402
from reader.sources.reading import read  # noqa: E402

PAGES = ROOT / "tests" / "sources" / "pages"


def ours(page: bytes) -> str:
    (article,) = read(page, "https://example.org/page")
    return article.text


def by_justext(page: bytes) -> str:
    import justext

    paragraphs = justext.justext(page, justext.get_stoplist("English"))
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def by_readability(page: bytes) -> str:
    from readability import Document

    document = Document(decode_declared(page))
    found = f"<h1>{document.short_title()}</h1>{document.summary()}"
    return "\n".join(block.text for block in blocks_of(found))


def whole_page(page: bytes) -> str:
    return "\n".join(block.text for block in blocks_of(decode_declared(page)))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def main() -> None:
    """Print a line for each extractor."""
    extractors: dict[str, Callable[[bytes], str]] = {
        "reader (trafilatura)": ours,
        "readability-lxml": by_readability,
        "jusText": by_justext,
        "whole page": whole_page,
    }
    texts = sorted(PAGES.glob("*.txt"))
    print(f"{len(texts)} pages{'':13} recall  precision      F")
    for name, extract in extractors.items():
        right = wanted = given = 0
        try:
            for path in texts:
                true = words(path.read_text("utf-8"))
                found = words(extract(path.with_suffix(".html").read_bytes()))
                right += (true & found).total()
                wanted += true.total()
                given += found.total()
        except ImportError as error:
            print(f"{name:20} not measured: {error}")
            continue
        print(f"{name:20} {right / wanted:6.3f} {right / given:10.3f} {2 * right / (wanted + given):6.3f}")


if __name__ == "__main__":
    main()

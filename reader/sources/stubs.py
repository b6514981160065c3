"""Pages without their article: teasers of what is sold, requests for consent, walls before robots."""

import re
from collections.abc import Iterable, Sequence

from reader.article import Article, ParagraphKind
from reader.sources.errors import SourceError
from reader.sources.languages import count_words
from reader.sources.layout import Block

_FEWEST_WORDS = 50
_STUB_WORDS = 150  # of a page that says of itself that it is not free
_MOST_WORDS_ON_COOKIES = 400
_NOT_FREE = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
_SOLD = re.compile(
    r"subscribe to (?:continue|keep|read)|to continue reading|article is (?:only )?for subscribers"
    r"|already a subscriber|subscribers?[- ]only",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|privacy|partners|personali[sz]ed|GDPR|advertis\w+)\b", re.IGNORECASE
)
_ROBOT = re.compile(
    r"(?:are you a robot|not a robot|unusual traffic|checking your browser|captcha|enable javascript"
    r"|verify(?:ing)? you are human|security of your connection"
    r"|javascript is (?:disabled|required))",
    re.IGNORECASE,
)


def is_stub(text: str, article: Article) -> bool:
    """Tell whether what was found on the page `text` cannot be the whole article."""
    shown = str(article.text)
    words = count_words(shown)
    if words < _FEWEST_WORDS or (words < _STUB_WORDS and _is_sold(text, shown)):
        return True
    paragraphs = [
        article.text[p.start : p.end] for p in article.paragraphs if p.kind is ParagraphKind.PARAGRAPH
    ]
    return words < _MOST_WORDS_ON_COOKIES and _asks_consent(paragraphs)


def _is_sold(page: str, shown: str) -> bool:
    """Tell whether a page says of itself, to machines or to people, that it is not free."""
    return _NOT_FREE.search(page) is not None or _SOLD.search(shown) is not None


def _asks_consent(paragraphs: Iterable[str]) -> bool:
    """A page on cookies speaks of them in most of its paragraphs, and more than once."""
    counts = [len(_CONSENT.findall(paragraph)) for paragraph in paragraphs]
    return sum(counts) >= 5 and sum(count > 0 for count in counts) > 0.6 * len(counts)


def refusal(text: str, found: Sequence[Block], shown: Sequence[Block]) -> SourceError:
    """Say why there is no article on the page `text`, of which `found` is the best, and `shown` is all."""
    count = sum(count_words(block.text) for block in found)
    visible = [block.text for block in shown]
    words = "no text was found" if count == 0 else f"only {count} words found"
    if _is_sold(text, " ".join(visible)):
        return SourceError(
            f"is for subscribers ({words}): save the page where you are logged in, and open the file"
        )
    if _ROBOT.search(" ".join(visible)):
        return SourceError(
            f"wants a browser with JavaScript ({words}): save the page there, and open the file"
        )
    if _asks_consent(visible):
        return SourceError(
            f"asks for consent first ({words}): save the page from your browser, and open the file"
        )
    return SourceError(f"has no article to read: {words}; is this page behind a login?")

"""From an article to findings: spaCy reads window by window, the cast and the quotes are kept over all."""

from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language

from reader.analysis.cast.actors import Cast
from reader.analysis.findings import Analysis, Findings
from reader.analysis.speech.quotations import find_quotations
from reader.analysis.speech.quotes import QuoteReader
from reader.analysis.stage import gather
from reader.analysis.windows import windows
from reader.article import Article

#: The pipeline that is shipped.
MODEL = Path(__file__).parent / "model"

_PROBE = "Angela Merkel said in Berlin on Monday that Siemens would stay."
_NEEDED = {
    "ENT_IOB": "entities",
    "DEP": "a dependency parse",
    "SENT_START": "sentences",
    "POS": "parts of speech",
}


class ModelError(Exception):
    """A pipeline can't be used; the message says why in a line."""


def load(model: str | None = None) -> Language:
    """Load our pipeline, or any installed one by name or path; raises ModelError."""
    try:
        nlp = spacy.load(model or MODEL)
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(
            f"the model {model or MODEL} can't be loaded: {str(error).splitlines()[0]}"
        ) from error
    probe = nlp(_PROBE)
    missing = [what for attribute, what in _NEEDED.items() if not probe.has_annotation(attribute)]
    if missing:
        raise ModelError(f"the model {model} gives no {' and no '.join(missing)}; choose one that does")
    return nlp


def analyse(nlp: Language, article: Article) -> Iterator[Findings]:
    """Understand an article in text order; gives a batch of findings for each window, at least one."""
    total = len(article.paragraphs)
    quotations = find_quotations(article.text, article.paragraphs)
    cast, reporter = Cast(), QuoteReader(quotations)
    for window in windows(article, together={each.paragraph for each in quotations if each.continues}):
        doc = nlp(article.text[window.start : window.end])
        update = cast.read(doc, window.start)
        quotes = reporter.read(doc, window.start, update.mentions, cast.actors, update.merged)
        yield Findings(article.key, window.done, total, update.merged, update.actors, update.mentions, quotes)
    if not total:
        yield Findings(article.key, 0, 0)


def understand(nlp: Language, article: Article) -> Analysis:
    """Understand an article as a whole."""
    return gather(analyse(nlp, article))

"""From an article to findings: spaCy reads window by window, the cast and the quotes are kept over all."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis.billing import Bill, named_only
from reader.analysis.cast.actors import Cast
from reader.analysis.errors import ModelError
from reader.analysis.findings import Actor, Analysis, Findings, Mention, MentionForm, Quote, Span
from reader.analysis.first_persons import echoed, first_persons
from reader.analysis.language.encoder import FACTORY, Encoder
from reader.analysis.language.network import THREADS
from reader.analysis.language.tokens import blank_english
from reader.analysis.speech.echoes import Echoes
from reader.analysis.speech.quotations import Quotation, find_quotations
from reader.analysis.speech.quotes import QuoteReader
from reader.analysis.speech.voices import speaking
from reader.analysis.stage import gather
from reader.analysis.third_persons import third_persons
from reader.analysis.windows import Agenda, Window, pieces, windows
from reader.article import Article

#: The pipeline that is shipped.
MODEL = Path(__file__).parent / "model"

_PROBE = "Angela Merkel said in Berlin on Monday that Siemens would stay."
#: A guess: who is meant by "he", before what stands above has been read.
_AHEAD = 0.75
_RESOLVED = frozenset({MentionForm.NOMINAL, MentionForm.PRONOUN})
_NEEDED = {
    "ENT_IOB": "entities",
    "DEP": "a dependency parse",
    "SENT_START": "sentences",
    "POS": "parts of speech",
}

_Found = tuple[tuple[tuple[str, str], ...], tuple[Actor, ...], tuple[Mention, ...], tuple[Quote, ...]]


def load(model: str | None = None, threads: int = THREADS) -> Language:
    """Load our pipeline, to run on `threads`, or any installed one by name or path; raises ModelError."""
    try:
        return _shipped(threads) if model is None else _checked(spacy.load(model), model)
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(
            f"the model {model or MODEL} can't be loaded: {str(error).splitlines()[0]}"
        ) from error


def _shipped(threads: int) -> Language:
    """Make our pipeline from its parts: the same as ``spacy.load(MODEL)``, which takes twice as long."""
    nlp = blank_english()
    encoder = nlp.add_pipe(FACTORY, config={"threads": threads})
    assert isinstance(encoder, Encoder)
    encoder.from_disk(MODEL / FACTORY)
    return nlp


def _checked(nlp: Language, model: str) -> Language:
    """Give a pipeline if it gives all that is needed; raises ModelError."""
    probe = nlp(_PROBE)
    missing = [what for attribute, what in _NEEDED.items() if not probe.has_annotation(attribute)]
    if missing:
        raise ModelError(f"the model {model} gives no {' and no '.join(missing)}; choose one that does")
    return nlp


def analyse(
    nlp: Language, article: Article, looked_at: Callable[[], Span | None] = lambda: None
) -> Iterator[Findings]:
    """Understand an article; gives a batch of findings for each window, at least one.

    Windows are read in text order. What the reader looks at, as `looked_at` tells, is read ahead of its turn
    as well: that changes when something is known of it, and nothing of what is known in the end.
    """
    text, total = str(article.text), len(article.paragraphs)
    quotations = find_quotations(text, article.paragraphs)
    together = {each.paragraph for each in quotations if each.continues}
    agenda = Agenda(tuple(windows(article, together)), tuple(pieces(article, together)))
    nested = [Span(each.start, each.end) for each in quotations if each.depth]
    cast, reporter, echoes, bill = Cast(), QuoteReader(quotations), Echoes(text), Bill()
    done = 0
    while (item := agenda.next(looked_at())) is not None:
        window, ahead = item
        doc = nlp(text[window.start : window.end])
        if ahead:
            found = _first_look(doc, window, quotations, cast)
        else:
            done = window.done
            update = cast.read(doc, window.start)
            quotes = reporter.read(doc, window.start, update.mentions, cast.actors, update.merged)
            quotes = echoes.read(quotes, update.merged)
            update = third_persons(doc, window.start, quotes, update, nested)
            spoken = first_persons(doc, window.start, quotes, cast.actors, nested, update.mentions)
            described = speaking(quotes, update.mentions, window.start)
            told = echoed(text, quotes, window.start)
            every = (*update.mentions, *spoken, *described, *told, *update.late)
            update = replace(update, mentions=every)
            found = update.merged, *bill.read(update, quotes, cast.actors)
        yield Findings(article.key, done, total, *found, Span(window.start, window.end), ahead)
    if not total:
        yield Findings(article.key, 0, 0)


def _first_look(doc: Doc, window: Window, quotations: Sequence[Quotation], cast: Cast) -> _Found:
    """Read a window out of order, by itself: nothing is learnt of it. Who is met already is recognised."""
    stranger = Cast()
    update = stranger.read(doc, window.start)
    quotes = QuoteReader(quotations).read(doc, window.start, update.mentions, stranger.actors)
    actors, mentions, quotes = named_only(update, quotes, stranger.actors)  # the others wait for their turn
    known = {each.id: cast.recognise(each, window.start) for each in actors}
    names = {each: actor.id for each, actor in known.items() if actor is not None}
    named = {Span(each.start, each.end) for each in mentions if each.form is MentionForm.NAME}
    return (
        (),
        tuple(each for each in actors if known[each.id] is None),
        tuple(
            each._replace(
                actor=names.get(each.actor, each.actor),
                confidence=min(each.confidence, _AHEAD) if each.form in _RESOLVED else each.confidence,
            )
            for each in mentions
        ),
        tuple(
            each._replace(
                speaker=each.speaker and names.get(each.speaker, each.speaker),
                addressee=each.addressee and names.get(each.addressee, each.addressee),
                confidence=each.confidence if each.speaker_mention in named else min(each.confidence, _AHEAD),
            )
            for each in quotes
        ),
    )


def understand(
    nlp: Language, article: Article, tell: Callable[[float], None] = lambda part: None
) -> Analysis:
    """Understand an article as a whole, and `tell` what part of it is done."""
    with nlp.memory_zone():  # the words of ten thousand articles would fill the memory
        return gather(analyse(nlp, article), tell)

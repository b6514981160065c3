"""Hand-made annotations of articles that are ours: who is meant where, and who says what.

Five stand here; ``dev/`` and ``heldout/`` hold 181 more (109 and 72), in the manner of as many newsrooms,
written and annotated by people who had not seen the program. What goes wrong in ``dev/`` may be studied; of
``heldout/`` look at the totals only.

A gold file ``NAME.txt`` starts with ``article FILE`` (a sample of ``seeds/``; without that line
the file is an article of its own), lists its actors (id, kind, country or ``-``, name, parted by two blanks
or more), and gives, below ``---``, the paragraphs of the article with marks in braces:

    {putin|Mr. Putin}                 a mention by name
    {putin pronoun|he}                a mention in another form: nominal, pronoun, demonym, metonym
    {quote 3 partial putin|a word}    the words of quote 3, between the marks; kinds: direct, partial, and
                                      optional (a quote within a quote, a headline); speaker or ``-``
    {quote 3|more words}              the same quote, gone on after its cue or in the next paragraph
    {cue 3|said}                      the word that brings quote 3
    {?|Stella Maura}                  may be found or not: nothing is scored here

Rules of the annotation: a name takes in its title or honorific, and its article; a possessive leaves out
"'s"; mentions nest; a capital is a metonym of its country where it stands for the government, else a place;
of pronouns those of one person, country or organisation are marked, relative ones and plurals are not;
nor are nominals that mean nobody on the list. In ``dev/`` and ``heldout/``, roles beside a name ("Jens
Stoltenberg, the secretary general") are not marked, and somebody without a name may be an actor.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from reader.analysis.findings import ActorKind, MentionForm, Span

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
NAMES = ("merger", "pact", "recount", "schoolbus", "trawler")
DEV, HELD_OUT = (
    tuple(sorted(path.stem for path in (HERE / folder).glob("*.txt"))) for folder in ("dev", "heldout")
)

_OPEN = re.compile(r"\{([^|{}]+)\|")


class GoldError(Exception):
    """A gold file is wrong, or does not fit the article that it was given."""


@dataclass(frozen=True, slots=True)
class GoldActor:
    id: str
    name: str
    kind: ActorKind
    country: str | None


@dataclass(frozen=True, slots=True)
class GoldMention:
    start: int
    end: int
    actor: str
    form: MentionForm


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """Segments leave the quotation marks out; `kind` is direct, partial or optional."""

    segments: tuple[Span, ...]
    kind: str
    speaker: str | None
    cue: Span | None


@dataclass(frozen=True)
class Gold:
    """The annotations of one article; offsets are code points into the text that :func:`place` was given."""

    actors: dict[str, GoldActor]
    mentions: tuple[GoldMention, ...]
    quotes: tuple[GoldQuote, ...]
    optional: tuple[Span, ...]


@dataclass(frozen=True)
class GoldFile:
    """A gold file as it was read: the article's name, the actors and the marked paragraphs."""

    article: str
    actors: dict[str, GoldActor]
    paragraphs: tuple[str, ...]

    @property
    def source(self) -> str:
        """The article's text, unmarked."""
        if (path := SEEDS / self.article).is_file():
            return path.read_text("utf-8")
        return "\n\n".join(unmark(paragraph)[0] for paragraph in self.paragraphs)


_QUOTE_KINDS = ("direct", "partial", "optional")


def load(name: str) -> GoldFile:
    """Read the gold file of that name."""
    (path,) = HERE.rglob(f"{name}.txt")
    head, _, body = path.read_text("utf-8").partition("\n---\n")
    lines = [line for line in head.splitlines() if line.strip()]
    article = lines.pop(0).removeprefix("article ") if lines[0].startswith("article ") else name
    actors: dict[str, GoldActor] = {}
    for line in lines:
        id_, kind, country, full = re.split(r"\s{2,}", line, maxsplit=3)
        if id_ in actors:
            raise GoldError(f"{name}: actor {id_} twice")
        actors[id_] = GoldActor(id_, full, ActorKind(kind), None if country == "-" else country)
    paragraphs = tuple(part.strip() for part in body.split("\n\n") if part.strip())
    return GoldFile(article, actors, paragraphs)


def place(gold: GoldFile, text: str) -> Gold:
    """Turn the marks into offsets of `text`, in which every marked paragraph must stand, in order."""
    mentions: list[GoldMention] = []
    optional: list[Span] = []
    quotes: dict[str, tuple[str, str | None]] = {}
    segments: dict[str, list[Span]] = {}
    cues: dict[str, Span] = {}
    at = 0
    for paragraph in gold.paragraphs:
        plain, marks = unmark(paragraph)
        start = text.find(plain, at)
        if start < 0:
            raise GoldError(f"{gold.article}: no such paragraph (in its place): {plain[:70]}…")
        at = start + len(plain)
        for label, a, b in marks:
            span = Span(start + a, start + b)
            match label.split():
                case ["?"]:
                    optional.append(span)
                case ["cue", key] if key not in cues:
                    cues[key] = span
                case ["quote", key, kind, speaker] if key not in quotes and kind in _QUOTE_KINDS:
                    quotes[key] = kind, _known(gold, speaker) if speaker != "-" else None
                    segments[key] = [span]
                case ["quote", key] if key in quotes:
                    segments[key].append(span)
                case [actor, *form] if actor not in ("?", "cue", "quote") and len(form) < 2:
                    known = MentionForm(form[0] if form else "name")
                    mentions.append(GoldMention(span.start, span.end, _known(gold, actor), known))
                case _:
                    raise GoldError(f"{gold.article}: cannot read the mark {{{label}|")
    if lost := cues.keys() - quotes.keys():
        raise GoldError(f"{gold.article}: cues without quotes: {sorted(lost)}")
    found = [GoldQuote(tuple(segments[key]), *quotes[key], cues.get(key)) for key in quotes]
    return Gold(
        gold.actors,
        tuple(sorted(mentions, key=lambda each: (each.start, -each.end))),
        tuple(sorted(found, key=lambda each: each.segments[0].start)),
        tuple(optional),
    )


def unmark(paragraph: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Give a marked paragraph's plain text and its marks: (label, start, end), in order of their starts."""
    plain = ""
    open_: list[tuple[str, int]] = []
    marks: list[tuple[str, int, int]] = []
    at = 0
    while at < len(paragraph):
        if mark := _OPEN.match(paragraph, at):
            open_.append((mark[1], len(plain)))
            at = mark.end()
        elif paragraph[at] == "}" and open_:
            label, start = open_.pop()
            marks.append((label, start, len(plain)))
            at += 1
        elif paragraph[at] in "{}":
            raise GoldError(f"a brace out of place: {paragraph[max(0, at - 30) : at + 30]}")
        else:
            plain += paragraph[at]
            at += 1
    if open_:
        raise GoldError(f"a mark never closed: {{{open_[-1][0]}|")
    return plain, sorted(marks, key=lambda each: (each[1], -each[2]))


def _known(gold: GoldFile, actor: str) -> str:
    if actor not in gold.actors:
        raise GoldError(f"{gold.article}: no actor called {actor}")
    return actor
